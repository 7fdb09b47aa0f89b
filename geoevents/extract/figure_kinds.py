"""What became of what is counted: the kind of a figure, by parse and by words."""

from dataclasses import dataclass

from geoevents.extract.figure_lexicon import (
    adjective_kind,
    is_armed_group,
    is_group,
    is_measure,
    is_person,
    may_be_person,
    is_uncounted,
    noun_kind,
    phrase_kind,
    tables,
    verb_kind,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Syntax, Token

_THINGS = frozenset({FigureKind.EQUIPMENT, FigureKind.MUNITIONS})
_OUTCOMES = frozenset({
    FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.MISSING, FigureKind.CAPTURED,
    FigureKind.ARRESTED, FigureKind.ABDUCTED, FigureKind.DISPLACED, FigureKind.CASUALTIES,
})  # fmt: skip
_SKIPPED_AFTER = frozenset({
    "others", "other", "more", "people", "were", "was", "are", "is", "be", "been", "being", "had", "have",
    "has", "also", "still", "seriously", "reported", "reportedly", "feared", "confirmed", "badly", "critically", "slightly",
    "severely", "left", "either", "both", "now", "already", "reported", "presumed", "believed", "remain", "remained",
    "said", "to", "lightly", "remains", "later", "found", "listed", "least", "declared", "pronounced", "since", "as", "of", "them", "whom", "known", "then", "gone", "went", "all",
})  # fmt: skip
# Any plural may be killed or arrested ("looters"); the rest needs a known person.
_OF_ANYONE = frozenset({
    FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CASUALTIES, FigureKind.ARRESTED,
    FigureKind.ABDUCTED, FigureKind.MISSING,
})  # fmt: skip
_NEEDS_NOUN = frozenset({"hit", "burn", "affect", "save", "lift", "drive", "poison"})
# How many skipped words may stand between a counted phrase and its participle.
FARTHEST_PARTICIPLE = 5
HIGHEST_CLIMB = 6


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, the token that decided it, and the reason in words."""

    kind: FigureKind
    by: Token | None
    why: str


def kind_of(counted: Counted, syntax: Syntax) -> Verdict | None:
    """The kind of a counted phrase; None where nothing says what it counts."""
    noun = counted.noun
    held = _held(counted, syntax)
    if held is not None:
        return held
    own = noun_kind(noun) if noun is not None else None
    if noun is not None and own in _THINGS:
        return Verdict(own, noun, f"'{noun.text}' counts {own.value}") if own else None
    if noun is not None and own is None and is_uncounted(noun):
        return None
    if (
        noun is not None
        and own is None
        and not is_person(noun)
        and noun.tag in {"NN"}
        and not counted.partitive
    ):
        return None
    judges = (_participle_before,) if counted.whole else _JUDGES
    for judge in judges:
        verdict = judge(counted, syntax)
        if verdict is not None:
            return _fit(verdict, counted)
    if own is not None and noun is not None and own is not FigureKind.TROOPS:
        return Verdict(own, noun, f"'{noun.text}' counts {own.value}")
    return None


def _held(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "13,000 containers of shells", "200 pieces of equipment"."""
    noun = counted.noun
    if noun is None or noun.lemma not in tables()["containers"]["nouns"]:
        return None
    tokens = syntax.tokens
    if noun.index + 2 >= len(tokens) or tokens[noun.index + 1].lemma != "of":
        return None
    for token in tokens[noun.index + 2 : noun.index + 5]:
        kind = noun_kind(token)
        if kind in _THINGS and kind:
            return Verdict(kind, token, f"'{noun.text} of {token.text}'")
    return None


def _of_people_only(verdict: Verdict) -> bool:
    """Soybeans are crushed and records hit: these verbs need people."""
    return verdict.by is not None and verdict.by.lemma in {"crush", "eliminate", "stone", *_NEEDS_NOUN}


def _verb_before(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "killing at least 50 people", where the parse went astray after it."""
    if counted.first == 0:
        return None
    verb = syntax.tokens[counted.first - 1]
    if verb.pos != "VERB" or verb.tag not in {"VBG", "VBD", "VB", "VBZ", "VBP"}:
        return None
    kind = verb_kind(verb.lemma, "object")
    if kind is None or kind in {
        FigureKind.TROOPS,
        FigureKind.MISSING,
        FigureKind.AFFECTED,
    }:
        return None
    return Verdict(kind, verb, f"after '{verb.text}'")


def _fit(verdict: Verdict, counted: Counted) -> Verdict | None:
    """Holds predicates to nouns they fit: civilians are no troops."""
    noun = counted.noun
    if noun is None:
        return None if verdict.by is not None and verdict.by.lemma in _NEEDS_NOUN else verdict
    own = noun_kind(noun)
    loose = verdict.kind in _OF_ANYONE and not _of_people_only(verdict)
    if not loose and not may_be_person(noun):
        return None
    if verdict.kind is FigureKind.TROOPS:
        armed = own is FigureKind.TROOPS or noun.lemma in {
            "man",
            "woman",
            "police",
            "member",
        }
        return verdict if armed else None
    if (
        own in {FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CASUALTIES}
        and own is not None
    ):
        return Verdict(own, noun, f"'{noun.text}' counts {own.value}")
    if own is FigureKind.PARTICIPANTS and verdict.kind in {
        FigureKind.DISPLACED,
        FigureKind.EVACUATED,
        FigureKind.AFFECTED,
    }:
        return Verdict(own, noun, f"'{noun.text}' counts {own.value}")
    if own is FigureKind.CAPTURED and verdict.kind in {
        FigureKind.EVACUATED,
        FigureKind.ABDUCTED,
    }:
        return Verdict(own, noun, f"'{noun.text}' counts {own.value}")
    if (
        verdict.kind in {FigureKind.EVACUATED, FigureKind.DISPLACED}
        and own is FigureKind.TROOPS
    ):
        return Verdict(FigureKind.TROOPS, verdict.by, verdict.why)
    return verdict


def outcome_after(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "12 people dead", "13 were wounded", "82 unaccounted for"."""
    tokens = syntax.tokens
    for index in range(
        counted.after, min(counted.after + FARTHEST_PARTICIPLE, len(tokens))
    ):
        token = tokens[index]
        if token.sentence != counted.number.sentence:
            return None
        phrase = _words_after(token, syntax)
        if phrase is not None:
            return Verdict(phrase, token, f"'{token.text} ...' after the number")
        kind = _adjective(token, counted, syntax)
        if kind is not None and token.pos in {"VERB", "ADJ", "NOUN", "ADV", "PROPN"}:
            if _is_active(token, index, counted, syntax):
                return None
            return Verdict(
                _joint(kind, token, syntax), token, f"'{token.text}' after the number"
            )
        if token.text.lower() not in _SKIPPED_AFTER and token.entity not in {
            "DATE",
            "TIME",
        }:
            return None
    return None


def _words_after(token: Token, syntax: Syntax) -> FigureKind | None:
    near = " ".join(syntax.text[token.start : token.start + 32].lower().split())
    for phrase, kind in tables()["words_after"].items():
        if near.startswith(phrase) and kind != "none":
            return FigureKind(kind)
    return None


def _adjective(token: Token, counted: Counted, syntax: Syntax) -> FigureKind | None:
    word = token.text.lower()
    following = (
        syntax.tokens[token.index + 1].text.lower()
        if token.index + 1 < len(syntax.tokens)
        else ""
    )
    if word == "driven" and following not in {"from", "out"}:
        return None
    if word in {"lost", "hit"} and (
        counted.noun is None or not is_person(counted.noun)
    ):
        return None
    return adjective_kind(word)


def _is_active(token: Token, index: int, counted: Counted, syntax: Syntax) -> bool:
    """True for "12 gunmen killed five": the counted are the doers."""
    if token.tag not in {"VBD", "VBN"} or verb_kind(token.lemma, "object") is None:
        return False
    for child in syntax.children[index]:
        below = syntax.tokens[child]
        if below.dep == "auxpass":
            return False
        if below.dep == "dobj" and child > index and token.lemma not in {"die", "flee"}:
            return True
    return False


def _joint(kind: FigureKind, token: Token, syntax: Syntax) -> FigureKind:
    """ "killed or wounded", "dead and injured" without a second number: casualties."""
    if kind not in {FigureKind.KILLED, FigureKind.WOUNDED}:
        return kind
    for index in (token.index + 1, token.index + 2):
        if index >= len(syntax.tokens) - 1:
            return kind
        if syntax.tokens[index].text.lower() in {"or", "and", "and/or"}:
            other = adjective_kind(syntax.tokens[index + 1].text)
            if other in {FigureKind.KILLED, FigureKind.WOUNDED} and other is not kind:
                return FigureKind.CASUALTIES
            return kind
        if syntax.tokens[index].pos != "ADV":
            return kind
    return kind


def _participle_before(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "19 wounded civilians", "displaced people"."""
    noun = counted.noun
    if noun is None or counted.partitive:
        return None
    for index in range(counted.number.index + 1, noun.index):
        token = syntax.tokens[index]
        kind = adjective_kind(token.text)
        if kind is not None and token.pos in {"ADJ", "VERB", "NOUN"}:
            return Verdict(kind, token, f"'{token.text}' before the noun")
    return None


def _clause_below(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "soldiers killed in the raid", "people who died", "civilians known to have died"."""
    for child in syntax.children[counted.node.index]:
        token = syntax.tokens[child]
        if token.dep not in {"acl", "relcl"} or child < counted.node.index:
            continue
        role = "object" if _is_passive(token, syntax) else "subject"
        verdict = _verb_verdict(token, role, counted, syntax)
        if verdict is not None:
            return verdict
    return None


def _is_passive(verb: Token, syntax: Syntax) -> bool:
    children = [syntax.tokens[i] for i in syntax.children[verb.index]]
    if any(t.dep in {"auxpass", "nsubjpass"} for t in children):
        return True
    return verb.tag == "VBN" and not any(t.dep in {"nsubj", "aux"} for t in children)


def _predicate(counted: Counted, syntax: Syntax) -> Verdict | None:
    """The nearest verb or noun above that says what became of the counted."""
    node = counted.node
    for _ in range(HIGHEST_CLIMB):
        above = syntax.tokens[node.head]
        if above.index == node.index:
            break
        verdict = _step(node, above, counted, syntax)
        if verdict is not None:
            return verdict
        if above.pos in {"VERB", "AUX"} and node.dep not in {"conj", "appos", "xcomp"}:
            return None
        node = above
    if node.pos in {"VERB", "AUX"} and node.index != counted.node.index:
        return None
    return None


def _step(
    node: Token, above: Token, counted: Counted, syntax: Syntax
) -> Verdict | None:
    if above.pos in {"VERB", "AUX"}:
        role = _role(node, above, syntax)
        return _verb_verdict(above, role, counted, syntax) if role else None
    if node.dep == "prep" or above.pos == "ADP":
        return None
    return _noun_above(node, above, syntax)


def _role(node: Token, verb: Token, syntax: Syntax) -> str | None:
    if node.dep in {"nsubjpass", "dobj", "dative"}:
        return "object"
    if node.dep == "nsubj":
        return (
            "object" if _is_passive(verb, syntax) and verb.tag == "VBN" else "subject"
        )
    if node.dep in {"ccomp", "attr", "oprd", "npadvmod", "dep", "conj"}:
        return "object"
    if node.dep == "agent":
        return None
    return (
        "with"
        if node.dep == "prep" and node.lemma in {"with", "alongside", "along"}
        else None
    )


def _verb_verdict(
    verb: Token, role: str, counted: Counted, syntax: Syntax
) -> Verdict | None:
    lemma = verb.lemma
    noun = counted.noun
    if role == "with":
        return _together(verb, syntax)
    later = _later_words(verb, syntax) | ({noun.lemma} if noun is not None else set())
    phrase = phrase_kind(lemma, later)
    if (
        phrase is not None
        and role in {"object", "subject"}
        and not _doer(verb, role, phrase)
    ):
        return Verdict(phrase, verb, f"'{verb.text}' with its phrase")
    kind = verb_kind(lemma, role)
    if kind is FigureKind.TROOPS and (noun is None or not _may_be_armed(noun)):
        kind = None
    if kind is not None:
        if (
            kind is FigureKind.MISSING
            and lemma == "bury"
            and not ({"alive", "rubble", "debris", "under"} & later)
        ):
            return None
        return Verdict(
            _joint_verbs(kind, verb, syntax), verb, f"{role} of '{verb.text}'"
        )
    if (
        lemma
        in {"seize", "take", "hold", "free", "release", "swap", "exchange", "return"}
        and role == "object"
    ):
        return _seized(verb, noun)
    if lemma in {"lose"} and role == "object" and noun is not None and is_person(noun):
        return Verdict(FigureKind.KILLED, verb, "object of 'lose'")
    if (
        lemma
        in {
            "move",
            "bring",
            "lead",
            "fly",
            "take",
            "remove",
            "transfer",
            "ferry",
            "bus",
        }
        and role == "object"
        and noun is not None
        and is_person(noun)
    ):
        return Verdict(FigureKind.EVACUATED, verb, f"object of '{verb.text}'")
    if (
        lemma in {"have", "keep", "maintain", "send", "fly"}
        and role == "object"
        and noun is not None
        and noun.lemma in {"man", "men"}
    ):
        return Verdict(FigureKind.TROOPS, verb, f"object of '{verb.text}'")
    if (
        lemma in {"cross", "leave", "arrive", "pour", "stream", "run", "walk"}
        and role == "subject"
        and noun is not None
        and is_person(noun)
    ):
        return _crossing(verb, noun, later)
    return _complement(verb, counted, syntax)


def _may_be_armed(noun: Token) -> bool:
    return noun_kind(noun) is FigureKind.TROOPS or noun.lemma in {
        "man",
        "men",
        "police",
        "member",
    }


def _together(verb: Token, syntax: Syntax) -> Verdict | None:
    """ "was killed with two daughters": the same became of them."""
    passive = (
        _is_passive(verb, syntax)
        and verb_kind(verb.lemma, "object") is FigureKind.KILLED
    )
    if passive or verb_kind(verb.lemma, "subject") is FigureKind.KILLED:
        return Verdict(FigureKind.KILLED, verb, f"with the subject of '{verb.text}'")
    return None


def _doer(verb: Token, role: str, kind: FigureKind) -> bool:
    """ "gunmen took hostages": the subject is not what was taken."""
    if role != "subject":
        return False
    return verb.lemma in {
        "take",
        "hold",
        "cost",
        "claim",
        "shoot",
        "gun",
        "stab",
        "beat",
        "hack",
        "round",
        "move",
        "bring",
        "pull",
        "leave",
    } and kind not in {FigureKind.PARTICIPANTS, FigureKind.DISPLACED}


def _seized(verb: Token, noun: Token | None) -> Verdict | None:
    if noun is None:
        return None
    own = noun_kind(noun)
    why = f"object of '{verb.text}'"
    if own in {FigureKind.CAPTURED, FigureKind.ABDUCTED, FigureKind.ARRESTED} and own:
        return Verdict(own, verb, why)
    if own is FigureKind.TROOPS:
        return Verdict(FigureKind.CAPTURED, verb, why)
    if verb.lemma == "take":
        return Verdict(FigureKind.EVACUATED, verb, why) if is_person(noun) else None
    if is_person(noun) and verb.lemma in {"seize", "free", "release", "hold"}:
        return Verdict(FigureKind.ABDUCTED, verb, why)
    return None


def _crossing(verb: Token, noun: Token, later: set[str]) -> Verdict | None:
    if noun_kind(noun) is FigureKind.TROOPS:
        return Verdict(FigureKind.TROOPS, verb, f"subject of '{verb.text}'")
    if verb.lemma in {"cross", "pour", "stream"} or later & {
        "home",
        "homes",
        "camps",
        "border",
    }:
        return Verdict(FigureKind.DISPLACED, verb, f"subject of '{verb.text}'")
    return None


def _later_words(verb: Token, syntax: Syntax) -> set[str]:
    words: set[str] = set()
    for child in syntax.children[verb.index]:
        if child < verb.index:
            continue
        token = syntax.tokens[child]
        words |= {token.lemma, token.text.lower()}
        if token.pos == "ADP" or token.dep in {"prep", "prt", "advmod", "dobj", "oprd"}:
            words |= {syntax.tokens[i].lemma for i in syntax.children[child]}
    return words


def _joint_verbs(kind: FigureKind, verb: Token, syntax: Syntax) -> FigureKind:
    if kind not in {FigureKind.KILLED, FigureKind.WOUNDED}:
        return kind
    related = [
        syntax.tokens[i]
        for i in syntax.children[verb.index]
        if syntax.tokens[i].dep == "conj"
    ]
    if verb.dep == "conj":
        related.append(syntax.tokens[verb.head])
    for other in related:
        if any(
            syntax.tokens[i].dep in {"nsubj", "nsubjpass"}
            for i in syntax.children[max(other.index, verb.index)]
        ):
            continue
        second = verb_kind(other.lemma, "object")
        if (
            second in {FigureKind.KILLED, FigureKind.WOUNDED}
            and second is not kind
            and abs(other.index - verb.index) <= 3
        ):  # noqa: PLR2004
            return FigureKind.CASUALTIES
    return kind


def _complement(verb: Token, counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "left eight men dead", "are missing", "were believed to have died"."""
    if verb.lemma == "include":
        return _included(verb, syntax)
    for child in syntax.children[verb.index]:
        token = syntax.tokens[child]
        if token.dep == "conj" and not _shares_subject(token, verb, syntax):
            continue
        if (
            token.dep in {"acomp", "oprd", "attr", "advmod", "ccomp", "xcomp", "conj"}
            and child > counted.node.index
        ):
            kind = adjective_kind(token.text)
            if kind is None and verb.lemma == "become":
                kind = noun_kind(token) if noun_kind(token) in _OUTCOMES else None
            if kind is not None:
                return Verdict(_joint(kind, token, syntax), token, f"'{token.text}'")
            if token.dep in {"xcomp", "conj"} and token.pos == "VERB":
                role = "object" if _is_passive(token, syntax) else "subject"
                kind = verb_kind(token.lemma, role)
                if kind is not None:
                    return Verdict(kind, token, f"{role} of '{token.text}'")
    return None


def _shares_subject(second: Token, verb: Token, syntax: Syntax) -> bool:
    """ "were attacked and killed": the same people."""
    own = {"nsubj", "nsubjpass", "aux", "auxpass"}
    alone = all(syntax.tokens[i].dep not in own for i in syntax.children[second.index])
    return alone and second.tag == "VBN" and verb.tag == "VBN"


def _included(verb: Token, syntax: Syntax) -> Verdict | None:
    """ "The dead included two children"."""
    for child in syntax.children[verb.index]:
        subject = syntax.tokens[child]
        kind = noun_kind(subject) if subject.dep == "nsubj" else None
        if kind in _OUTCOMES and kind:
            return Verdict(kind, subject, f"'{subject.text}' included")
    return None


def strong_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "a 3,000-strong garrison", "a 10,000-strong crowd"."""
    tokens = syntax.tokens
    near = tokens[counted.number.index + 1 : counted.number.index + 5]
    strong = next((t for t in near if t.lemma == "strong"), None)
    if strong is None or any(
        t.pos not in {"PUNCT", "ADJ", "NUM"} for t in near[: near.index(strong)]
    ):
        return None
    for token in tokens[strong.index + 1 : strong.index + 5]:
        if token.lemma in {"crowd", "protest", "march", "rally", "congregation"}:
            return Verdict(FigureKind.PARTICIPANTS, token, f"'-strong {token.text}'")
        if (
            is_group(token)
            or is_armed_group(token)
            or noun_kind(token) is FigureKind.TROOPS
        ):
            return Verdict(FigureKind.TROOPS, token, f"'-strong {token.text}'")
    return None


def _noun_above(node: Token, above: Token, syntax: Syntax) -> Verdict | None:
    if above.pos not in {"NOUN", "PROPN", "NUM"}:
        return None
    kind = noun_kind(above)
    if node.dep == "pobj":
        return None
    if kind in _OUTCOMES and kind and node.dep in {"nmod", "compound", "nummod"}:
        return Verdict(kind, above, f"'{above.text}'")
    return None


_JUDGES = (outcome_after, _participle_before, _clause_below, _predicate, _verb_before)


def group_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "a contingent of 400", "a crowd of 2,000", "the deaths of 12 people"."""
    prep = syntax.tokens[counted.node.head]
    if counted.node.dep != "pobj" or prep.lemma not in {"of", "by"}:
        return None
    above = syntax.tokens[prep.head]
    if prep.lemma == "of" and is_measure(above):
        return None
    kind = noun_kind(above)
    if (
        kind in _OUTCOMES
        and kind
        and not (above.lemma == "loss" and counted.noun is None)
    ):
        return Verdict(kind, above, f"'{above.text} of'")
    person = counted.noun is None or is_person(counted.noun)
    if not person:
        return None
    if above.lemma == "crowd":
        return Verdict(FigureKind.PARTICIPANTS, above, "'crowd of'")
    bare = counted.noun is None or counted.noun.lemma in {"man", "men", "people"}
    armed = (is_armed_group(above) and bare and not _is_civil(above, syntax)) or (
        counted.noun is not None and noun_kind(counted.noun) is FigureKind.TROOPS
    )
    if is_group(above) and armed:
        return Verdict(FigureKind.TROOPS, above, f"'{above.text} of'")
    return None


def _is_civil(group: Token, syntax: Syntax) -> bool:
    """A sales force, a film crew: their word before says what they are."""
    return any(
        syntax.tokens[i].lemma in {"sales", "sale", "work", "task", "labour", "labor", "film", "research"}
        for i in syntax.children[group.index]
    )


def default_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """What a noun counts where no predicate speaks: soldiers are troops."""
    noun = counted.noun
    if noun is None:
        return None
    kind = noun_kind(noun)
    if kind is FigureKind.TROOPS or kind is FigureKind.PARTICIPANTS:
        return Verdict(kind, noun, f"'{noun.text}'")
    return None


def scope_words() -> dict[str, list[str]]:
    """Cue words of the scopes, by scope."""
    words: dict[str, list[str]] = tables()["scope"]
    return words
