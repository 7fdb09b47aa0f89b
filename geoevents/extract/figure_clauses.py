"""What became of the counted, read off the parse: verbs above, clauses below."""

from dataclasses import dataclass

from geoevents.extract.figure_lexicon import (
    adjective_kind,
    is_person,
    may_be_armed,
    noun_kind,
    phrase_kind,
    verb_kind,
    word_set,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_surface import joint
from geoevents.extract.figure_verdict import HARM, OUTCOMES, Verdict
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Syntax, Token

# How far above a counted phrase its verb may lie, over conjuncts and appositions.
HIGHEST_CLIMB = 6
# "killed or wounded": so many words apart, two verbs share their object.
FARTHEST_JOINT = 3
_OBJECTS = frozenset(
    {"nsubjpass", "dobj", "dative", "ccomp", "attr", "oprd", "npadvmod", "dep", "conj"}
)
_COMPLEMENTS = frozenset({"acomp", "oprd", "attr", "advmod", "ccomp", "xcomp", "conj"})
_COMPANY = frozenset({"with", "alongside", "along"})
_CAUGHT = frozenset({FigureKind.CAPTURED, FigureKind.ABDUCTED, FigureKind.ARRESTED})


@dataclass(frozen=True, slots=True)
class _Clause:
    """A verb, what the counted is to it, the counted noun, and the words after it."""

    verb: Token
    role: str  # object, subject, with
    noun: Token | None
    later: frozenset[str]

    def verdict(self, kind: FigureKind) -> Verdict:
        return Verdict(kind, self.verb, f"{self.role} of '{self.verb.text}'")

    def in_set(self, name: str) -> bool:
        return self.verb.lemma in word_set("verb_sets", name)

    @property
    def person(self) -> Token | None:
        return self.noun if self.noun is not None and is_person(self.noun) else None


def clause_below(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "soldiers killed in the raid", "people who died"."""
    for child in syntax.children[counted.node.index]:
        token = syntax.tokens[child]
        if token.dep not in {"acl", "relcl"} or child < counted.node.index:
            continue
        role = "object" if _is_passive(token, syntax) else "subject"
        verdict = _verb_verdict(token, role, counted, syntax)
        if verdict is not None:
            return verdict
    return None


def predicate(counted: Counted, syntax: Syntax) -> Verdict | None:
    """The nearest verb or noun above that says what became of the counted."""
    node = counted.node
    for _ in range(HIGHEST_CLIMB):
        above = syntax.tokens[node.head]
        if above.index == node.index:
            return None
        verdict = _step(node, above, counted, syntax)
        if verdict is not None:
            return verdict
        if above.pos in {"VERB", "AUX"} and node.dep not in {"conj", "appos", "xcomp"}:
            return None
        node = above
    return None


def _step(
    node: Token, above: Token, counted: Counted, syntax: Syntax
) -> Verdict | None:
    if above.pos in {"VERB", "AUX"}:
        role = _role(node, above, syntax)
        return _verb_verdict(above, role, counted, syntax) if role else None
    kind = noun_kind(above) if above.pos in {"NOUN", "PROPN", "NUM"} else None
    if kind in OUTCOMES and kind and node.dep in {"nmod", "compound", "nummod"}:
        return Verdict(kind, above, f"'{above.text}'")
    return None


def _role(node: Token, verb: Token, syntax: Syntax) -> str | None:
    if node.dep in _OBJECTS:
        return "object"
    if node.dep == "nsubj":
        passive = verb.tag == "VBN" and _is_passive(verb, syntax)
        return "object" if passive else "subject"
    return "with" if node.dep == "prep" and node.lemma in _COMPANY else None


def _is_passive(verb: Token, syntax: Syntax) -> bool:
    deps = {syntax.tokens[i].dep for i in syntax.children[verb.index]}
    if deps & {"auxpass", "nsubjpass"}:
        return True
    return verb.tag == "VBN" and not deps & {"nsubj", "aux"}


def _verb_verdict(
    verb: Token, role: str, counted: Counted, syntax: Syntax
) -> Verdict | None:
    if role == "with":
        return _together(verb, syntax)
    noun = counted.noun
    later = _later_words(verb, syntax) | ({noun.lemma} if noun is not None else set())
    clause = _Clause(verb, role, noun, frozenset(later))
    for judge in (_by_phrase, _by_verb, _by_object, _by_subject, _by_absence):
        verdict = judge(clause)
        if verdict is not None:
            kind = _joint_verbs(verdict.kind, verb, syntax)
            return Verdict(kind, verdict.by, verdict.why)
    return _complement(verb, counted, syntax)


def _by_phrase(clause: _Clause) -> Verdict | None:
    kind = phrase_kind(clause.verb.lemma, set(clause.later))
    if kind is None:
        return None
    gone = kind in {FigureKind.PARTICIPANTS, FigureKind.DISPLACED}
    if clause.role == "subject" and clause.in_set("doing") and not gone:
        return None
    return Verdict(kind, clause.verb, f"'{clause.verb.text}' with its phrase")


def _by_verb(clause: _Clause) -> Verdict | None:
    kind = verb_kind(clause.verb.lemma, clause.role)
    is_armed = clause.noun is not None and may_be_armed(clause.noun)
    if kind is None or (kind is FigureKind.TROOPS and not is_armed):
        return None
    buried = clause.verb.lemma == "bury"
    if buried and not word_set("noun_sets", "under") & clause.later:
        return None
    return clause.verdict(kind)


def _by_object(clause: _Clause) -> Verdict | None:
    if clause.role != "object" or clause.noun is None:
        return None
    if clause.in_set("taking"):
        taken = _taken(clause, clause.noun)
        if taken is not None:
            return clause.verdict(taken)
    if clause.verb.lemma == "lose" and clause.person is not None:
        return clause.verdict(FigureKind.KILLED)
    if clause.in_set("keeping") and clause.noun.lemma in word_set("noun_sets", "men"):
        return clause.verdict(FigureKind.TROOPS)
    if clause.in_set("moving") and clause.person is not None:
        return clause.verdict(FigureKind.EVACUATED)
    return None


def _taken(clause: _Clause, noun: Token) -> FigureKind | None:
    own = noun_kind(noun)
    if own in _CAUGHT:
        return own
    if own is FigureKind.TROOPS:
        return FigureKind.CAPTURED
    if clause.person is None or clause.verb.lemma == "take":
        return None
    if noun.lemma in word_set("noun_sets", "accused"):
        return FigureKind.ARRESTED
    loosed = clause.verb.lemma in {"seize", "free", "release", "hold"}
    return FigureKind.ABDUCTED if loosed else None


def _by_subject(clause: _Clause) -> Verdict | None:
    """People who cross are displaced; soldiers who cross are troops."""
    leaves = clause.role == "subject" and clause.in_set("leaving")
    if not leaves or clause.person is None:
        return None
    if noun_kind(clause.person) is FigureKind.TROOPS:
        return clause.verdict(FigureKind.TROOPS)
    home = word_set("noun_sets", "homes") & clause.later
    if clause.in_set("crossing") or home:
        return clause.verdict(FigureKind.DISPLACED)
    return None


def _together(verb: Token, syntax: Syntax) -> Verdict | None:
    """Reads "was killed with two daughters": the same became of them."""
    killed = verb_kind(verb.lemma, "object") is FigureKind.KILLED
    dies = verb_kind(verb.lemma, "subject") is FigureKind.KILLED
    if dies or (killed and _is_passive(verb, syntax)):
        return Verdict(FigureKind.KILLED, verb, f"with the subject of '{verb.text}'")
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
    """Casualties where "killed" and "wounded" share one object."""
    if kind not in HARM:
        return kind
    children = (syntax.tokens[i] for i in syntax.children[verb.index])
    related = [token for token in children if token.dep == "conj"]
    if verb.dep == "conj":
        related.append(syntax.tokens[verb.head])
    for other in related:
        second = max(other.index, verb.index)
        deps = {syntax.tokens[i].dep for i in syntax.children[second]}
        if deps & {"nsubj", "nsubjpass"} or _has_own_object(other, verb, syntax):
            continue
        joined = verb_kind(other.lemma, "object")
        near = abs(other.index - verb.index) <= FARTHEST_JOINT
        if near and joined in HARM and joined is not kind:
            return FigureKind.CASUALTIES
    return kind


def _has_own_object(one: Token, other: Token, syntax: Syntax) -> bool:
    """Reads "killed 81 and injured 1,700": the first verb keeps its object."""
    first, second = sorted((one.index, other.index))
    return any(
        syntax.tokens[i].dep == "dobj" and first < i < second
        for i in syntax.children[first]
    )


_LOOSE = {"dep", "acl", "acomp"}


def _by_absence(clause: _Clause) -> Verdict | None:
    """ "Sixty are missing after": taken for a verb, it misses nothing."""
    verb = clause.verb
    if verb.text.lower() != "missing":
        return None
    return Verdict(FigureKind.MISSING, verb, "subject of 'missing'")


def _complement(verb: Token, counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "left eight men dead", "are missing", "were believed to have died"."""
    if verb.lemma == "include":
        return _included(verb, syntax)
    if (among := _among(verb, syntax)) is not None:
        return among
    for child in syntax.children[verb.index]:
        token = syntax.tokens[child]
        late = verb.lemma == "be" and token.tag == "VBN" and token.dep in _LOOSE
        if child < counted.node.index or not (late or token.dep in _COMPLEMENTS):
            continue
        if late:  # "were on Monday killed": the parse loses the passive
            kind = verb_kind(token.lemma, "object")
            return Verdict(kind, token, f"'be {token.text}'") if kind else None
        if token.dep == "conj" and not _shares_subject(token, verb, syntax):
            continue
        verdict = _complement_kind(token, verb, syntax)
        if verdict is not None:
            return verdict
    return None


def _complement_kind(token: Token, verb: Token, syntax: Syntax) -> Verdict | None:
    kind = adjective_kind(token.text)
    if kind is None and verb.lemma == "become" and noun_kind(token) in OUTCOMES:
        kind = noun_kind(token)
    if kind is not None:
        return Verdict(joint(kind, token, syntax), token, f"'{token.text}'")
    if token.dep in {"xcomp", "conj"} and token.pos == "VERB":
        role = "object" if _is_passive(token, syntax) else "subject"
        kind = verb_kind(token.lemma, role)
        if kind is None and role == "object":  # "were said to have been shot dead"
            kind = phrase_kind(token.lemma, _later_words(token, syntax))
    return Verdict(kind, token, f"complement '{token.text}'") if kind else None


def _shares_subject(second: Token, verb: Token, syntax: Syntax) -> bool:
    """Reads "were attacked and killed": the same people."""
    deps = {syntax.tokens[i].dep for i in syntax.children[second.index]}
    alone = not deps & {"nsubj", "nsubjpass", "aux", "auxpass"}
    return alone and second.tag == "VBN" and verb.tag == "VBN"


def _among(verb: Token, syntax: Syntax) -> Verdict | None:
    """Reads "two soldiers were among the dead", "among the dead were two soldiers"."""
    children = [syntax.tokens[i] for i in syntax.children[verb.index]]
    links = [t for t in children if t.lemma == "among" and verb.lemma == "be"]
    for link in links:
        for told in (syntax.tokens[i] for i in syntax.children[link.index]):
            kind = _became_of(told, syntax)
            if kind is not None:
                return Verdict(kind, told, f"'among {told.text}'")
    return None


def _became_of(told: Token, syntax: Syntax) -> FigureKind | None:
    """ "the dead", "the victims", "those wounded"."""
    if told.lemma == "victim":
        return FigureKind.KILLED
    kind = noun_kind(told)
    if kind in OUTCOMES:
        return kind
    below = (syntax.tokens[i] for i in syntax.children[told.index])
    done = next((t for t in below if t.dep == "acl" and t.tag == "VBN"), None)
    return verb_kind(done.lemma, "object") if done else None


def _included(verb: Token, syntax: Syntax) -> Verdict | None:
    """Reads "The dead included two children"."""
    for child in syntax.children[verb.index]:
        subject = syntax.tokens[child]
        kind = noun_kind(subject) if subject.dep == "nsubj" else None
        if kind in OUTCOMES and kind:
            return Verdict(kind, subject, f"'{subject.text}' included")
    return None
