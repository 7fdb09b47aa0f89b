"""What each place does in its sentence, from the parse and the words that govern it.

Only a place where something happens may become a pin. Governments named by their
capital, countries that speak or act, datelines, homes of actors and containers of
other places are not. ``assemble`` decides last, by which report lies where.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from geoevents.extract.lexicon import read_lexicon
from geoevents.extract.toponym_evidence import dateline_end
from geoevents.models.mention import Toponym, Trigger
from geoevents.models.place import PlaceRole
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_AT = frozenset(
    "in at near on around outside inside within across throughout over along off "
    "above under beside between by amid among behind beyond through via".split()
)
_TOWARDS = frozenset({"to", "into", "toward", "towards", "onto", "for"})
_NOUN_LINKS = frozenset({"compound", "nmod", "amod", "nn", "appos", "npadvmod"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PLACING = frozenset({"offset", "near", "off", "outside", "between", "direction"})
# "Nasir, a garrison town on the Sobat": what locates a place stands this near.
LONGEST_LOCATING_TOKENS = 14


@dataclass(frozen=True, slots=True)
class _Position:
    """Where a name hangs in the parse."""

    token: Token  # the name's head, over list members and unit nouns
    preposition: Token | None
    governor: Token  # the verb or noun that governs the phrase
    owner: bool  # it is a possessive


@dataclass(frozen=True, slots=True)
class _Scene:
    """What the whole article tells of its places."""

    containers: frozenset[int]  # toponyms in which another lies
    happening: frozenset[int]  # tokens that evoke an event
    sentences: frozenset[int]  # sentences that hold one

    def happens_in(self, sentence: int) -> bool:
        """True where the sentence tells of an event, or nobody looked for one."""
        return not self.happening or sentence in self.sentences


def assign_roles(
    syntax: Syntax, toponyms: Sequence[Toponym], *, triggers: Sequence[Trigger] = ()
) -> tuple[Toponym, ...]:
    """The same toponyms with ``role`` set and the reason for it added."""
    scene = _Scene(
        containers=frozenset(
            t.container for t in toponyms if t.container is not None
        ),
        happening=frozenset(trigger.token for trigger in triggers),
        sentences=frozenset(syntax.tokens[t.token].sentence for t in triggers),
    )
    assigned = []
    for index, toponym in enumerate(toponyms):
        role, reason = _role(syntax, toponyms, index, scene)
        assigned.append(
            replace(toponym, role=role, reasons=(*toponym.reasons, reason))
        )
    return tuple(_shared_in_lists(syntax, assigned))


def _shared_in_lists(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """"Pemba, Mueda and Nangade": what the first does, all do."""
    shared = list(toponyms)
    for index in range(1, len(shared)):
        left, right = shared[index - 1], shared[index]
        gap = " ".join(syntax.text[left.span.end : right.span.start].split())
        joined = gap in {"and", ", and", "or"} or (
            gap == "," and _list_ends(syntax, shared, index)
        )
        if not joined or left.container == index or right.role is left.role:
            continue
        if left.role in {PlaceRole.DATELINE, PlaceRole.MENTION}:
            continue
        shared[index] = replace(
            right,
            role=left.role,
            reasons=(*right.reasons, f"listed with {left.text}"),
        )
    return shared


def _list_ends(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    """True when an "and" still comes: a list, not "City, Country"."""
    for left, right in zip(toponyms[index:], toponyms[index + 1 :], strict=False):
        gap = " ".join(syntax.text[left.span.end : right.span.start].split())
        if gap in {"and", ", and", "or"}:
            return True
        if gap != ",":
            return False
    return False


@cache
def _words(section: str, key: str) -> frozenset[str]:
    return frozenset(read_lexicon("places_roles")[section][key])


@cache
def _saying() -> frozenset[str]:
    speech = read_lexicon("speech")
    return frozenset(
        verb for manner in ("say", "confirm", "deny") for verb in speech[manner]
    )


def _role(
    syntax: Syntax, toponyms: Sequence[Toponym], index: int, scene: "_Scene"
) -> tuple[PlaceRole, str]:
    toponym = toponyms[index]
    if dateline_end(syntax.text, toponym.span.start) >= toponym.span.end:
        return PlaceRole.DATELINE, "stands in the dateline"
    position = _position(syntax, toponym)
    if position is None:
        return PlaceRole.MENTION, "no parse"
    if index in scene.containers:
        return PlaceRole.MENTION, "another place lies in it"
    if _only_locates(syntax, toponyms, index):
        return PlaceRole.MENTION, "only says where another place lies"
    if position.owner:
        return _of_owner(syntax, position)
    if position.preposition is not None:
        role, reason = _of_preposition(syntax, toponym, position, scene)
    else:
        role, reason = _of_argument(syntax, toponym, position, scene)
    return role, reason


def _only_locates(syntax: Syntax, toponyms: Sequence[Toponym], index: int) -> bool:
    """"Sake, 23 km west of Goma", "a village north of Vuhledar"."""
    if index == 0:
        return False
    left, right = toponyms[index - 1], toponyms[index]
    if left.standing in {"country", "capital"} and right.relation is None:
        return False
    if left.span.end > right.span.start:
        return False
    between = [
        token
        for token in syntax.tokens_in(Span(start=left.span.end, end=right.span.start))
        if token.start >= left.span.end
    ]
    if not between or len(between) > LONGEST_LOCATING_TOKENS:
        return False
    if between[0].text.lower() not in {",", "(", "in", "near", "on", "outside", "'s"}:
        return False
    if between[0].text == "," and len(between) == 1:
        return False
    if any(
        token.pos in {"VERB", "AUX", "CCONJ"} or token.text in {".", ";", ":", "-", "–"}  # noqa: RUF001
        for token in between
    ):
        return False
    last = between[-1].text.lower()
    if right.relation is not None and right.relation.kind in {"offset", "near", "outside"}:
        return True
    return last in {"in", "of", "near", "on", "the", "from", "’s"} or between[0].text == "in"


def _position(syntax: Syntax, toponym: Toponym) -> _Position | None:
    token = syntax.head_of(toponym.span)
    if token is None:
        return None
    for _ in range(10):
        head = syntax.tokens[token.head]
        if token.dep == "poss":
            return _Position(token=token, preposition=None, governor=head, owner=True)
        if token.dep == "conj" or _climbs(token, head):
            token = head
            continue
        if token.dep == "pobj" and head.text.lower() == "of":
            whole = syntax.tokens[head.head]
            if whole.lemma in _words("nouns", "quantity"):
                token = whole
                continue
        break
    head = syntax.tokens[token.head]
    if token.dep == "pobj" or head.pos == "ADP":
        governor = syntax.tokens[head.head]
        while governor.pos == "ADP" and governor.head != governor.index:
            governor = syntax.tokens[governor.head]
        return _Position(token=token, preposition=head, governor=governor, owner=False)
    return _Position(token=token, preposition=None, governor=head, owner=False)


def _climbs(token: Token, head: Token) -> bool:
    """True where the noun above stands for the place: "Kursk region"."""
    if token.dep not in _NOUN_LINKS or head.pos not in {"NOUN", "PROPN"}:
        return False
    if token.dep == "appos":
        return True
    return head.pos == "PROPN" or head.lemma in _words("nouns", "quantity") | _words(
        "nouns", "parts"
    )


def _of_owner(syntax: Syntax, position: _Position) -> tuple[PlaceRole, str]:
    noun = position.governor
    is_bare = not any(
        syntax.tokens[child].dep in {"compound", "amod"} and child > position.token.index
        for child in syntax.children[noun.index]
    )
    is_place = noun.lemma in _words("nouns", "parts") and (
        is_bare or noun.lemma not in {"centre", "center", "state", "side"}
    )
    if is_place or noun.entity in {"GPE", "LOC"}:
        return PlaceRole.MENTION, f"its {noun.text} is meant"
    return PlaceRole.ACTOR_HOME, f"'{noun.text}' is its own"


def _clause_verb(syntax: Syntax, token: Token) -> Token | None:
    """The nearest verb at or above a token."""
    if token.pos in {"VERB", "AUX"}:
        return token
    for above in syntax.ancestors(token.index):
        if above.pos in {"VERB", "AUX"}:
            return above
    return None


def _of_preposition(
    syntax: Syntax, toponym: Toponym, position: _Position, scene: "_Scene"
) -> tuple[PlaceRole, str]:
    preposition, governor = position.preposition, position.governor
    word = preposition.text.lower() if preposition else ""
    if word == "to" and governor.text.lower() == "according":
        return PlaceRole.SPEAKER, "'according to' it"
    verb = _clause_verb(syntax, governor)
    if governor.pos in {"NOUN", "PROPN"} and governor.index not in scene.happening:
        decided = _of_noun(syntax, toponym, governor, word)
        if decided is not None:
            return decided
    if word == "from" or (word == "of" and governor.text.lower() == "out"):
        return _of_from(governor, verb)
    if word in _TOWARDS:
        return _of_towards(governor, verb, word)
    if word == "by":
        return PlaceRole.SPEAKER, "done by it"
    if word in _AT or (toponym.relation is not None and toponym.relation.kind != "part"):
        return _of_locative(syntax, toponym, governor, verb, word, scene)
    if word == "of":
        return _of_genitive(governor, scene)
    return PlaceRole.MENTION, f"after '{word}'"


def _of_noun(
    syntax: Syntax, toponym: Toponym, governor: Token, word: str
) -> tuple[PlaceRole, str] | None:
    lemma = governor.lemma
    if lemma in _words("nouns", "bodies") and word in {"in", "at"}:
        if toponym.standing in {"country", "capital"}:
            return PlaceRole.SPEAKER, f"where the {governor.text} speaks"
        return PlaceRole.ACTOR_HOME, f"where the {governor.text} sits"
    if lemma in _words("nouns", "bodies") and word == "of":
        return PlaceRole.ACTOR_HOME, f"its {governor.text}"
    if lemma in _words("nouns", "people") and word in {"from", "of"}:
        return PlaceRole.ACTOR_HOME, f"home of the {governor.text}"
    head = syntax.tokens[governor.head]
    speaks = governor.dep in _SUBJECTS and head.lemma in _saying()
    if lemma in _words("nouns", "people") and word in {"in", "at"} and speaks:
        return PlaceRole.ACTOR_HOME, f"where the {governor.text} is"
    if lemma in _words("nouns", "background") and word in {"in", "with", "on"}:
        return PlaceRole.MENTION, f"background: '{governor.text}'"
    if lemma in _words("nouns", "roads") and word in {"to", "from", "with", "for"}:
        return PlaceRole.MENTION, f"'{governor.text} {word}' it"
    if lemma in _words("nouns", "parts") and word in {"in", "on"}:
        return _of_part(syntax, governor)
    return None


def _of_part(syntax: Syntax, part: Token) -> tuple[PlaceRole, str] | None:
    """"in a village in X": the village has no name, so X stands for it."""
    if any(
        syntax.tokens[child].pos == "PROPN" for child in syntax.children[part.index]
    ):
        return PlaceRole.MENTION, f"only says where a {part.text} lies"
    above = syntax.tokens[part.head]
    if part.dep == "pobj" and above.text.lower() in _AT:
        return PlaceRole.EVENT, f"'{above.text} a {part.text}' of it"
    if part.dep == "pobj" and above.text.lower() in _TOWARDS:
        return PlaceRole.DESTINATION, f"'{above.text} a {part.text}' of it"
    if part.dep in {"dobj", "nsubjpass"}:
        return PlaceRole.EVENT, f"a {part.text} of it is what it happens to"
    return PlaceRole.MENTION, f"a {part.text} of it"


def _of_from(governor: Token, verb: Token | None) -> tuple[PlaceRole, str]:
    moves = {"withdrawal", "retreat", "march", "evacuation", "flight", "departure"}
    if governor.pos in {"NOUN", "PROPN"} and governor.lemma not in moves:
        if verb is None or verb.lemma not in {"recall", "evacuate", "expel"}:
            return PlaceRole.ACTOR_HOME, f"'{governor.text} from' it"
    if verb is not None and verb.lemma in _words("verbs", "movement"):
        return PlaceRole.ORIGIN, f"'{verb.text} from' it"
    return PlaceRole.ORIGIN, "after 'from'"


def _of_towards(
    governor: Token, verb: Token | None, word: str
) -> tuple[PlaceRole, str]:
    if word != "to" and word != "for":
        return PlaceRole.DESTINATION, f"'{governor.text} {word}' it"
    if verb is not None and verb.lemma in _words("verbs", "movement"):
        return PlaceRole.DESTINATION, f"'{verb.text} {word}' it"
    if word == "for":
        return PlaceRole.MENTION, "after 'for'"
    if verb is None or verb.lemma in _words("verbs", "talk_to"):
        return PlaceRole.MENTION, "after 'to'"
    return PlaceRole.DESTINATION, f"'{verb.text} to' it"


def _of_locative(
    syntax: Syntax,
    toponym: Toponym,
    governor: Token,
    verb: Token | None,
    word: str,
    scene: "_Scene",
) -> tuple[PlaceRole, str]:
    if governor.lemma in _words("verbs", "based"):
        return PlaceRole.ACTOR_HOME, f"'{governor.text} in' it"
    if governor.index in scene.happening:
        return PlaceRole.EVENT, f"'{governor.text} {word}' it"
    if verb is governor and verb is not None:
        if verb.lemma in _words("verbs", "arrival"):
            return PlaceRole.DESTINATION, f"'{verb.text} {word}' it"
        if _speaks_there(syntax, toponym, verb):
            return PlaceRole.SPEAKER, f"where somebody '{verb.text}'"
    if governor.dep == "ROOT" and governor.lemma == "be" and not scene.happens_in(
        governor.sentence
    ):
        return PlaceRole.MENTION, f"'{word}' it, but nothing happens in the sentence"
    return PlaceRole.EVENT, f"'{word}' it, below '{governor.text}'"


def _speaks_there(syntax: Syntax, toponym: Toponym, verb: Token) -> bool:
    """"In Washington, officials said"; elsewhere only clear words of judgement."""
    if _is_passive(syntax, verb):
        return False
    if toponym.standing in {"country", "capital"} and verb.lemma in _saying():
        return True
    return verb.lemma in _words("verbs", "accuse") - _words("verbs", "done_to")


def _is_passive(syntax: Syntax, verb: Token) -> bool:
    deps = {syntax.tokens[child].dep for child in syntax.children[verb.index]}
    return bool(deps & {"auxpass", "nsubjpass"}) or (
        verb.tag == "VBN" and not deps & _SUBJECTS
    )


def _of_genitive(governor: Token, scene: "_Scene") -> tuple[PlaceRole, str]:
    """"the capture of X", "the government of X"."""
    is_deed = governor.lemma in _words("nouns", "deeds") or governor.tag == "VBG"
    if governor.index in scene.happening or is_deed:
        return PlaceRole.EVENT, f"'{governor.text} of' it"
    return PlaceRole.MENTION, f"'{governor.text} of' it"


def _of_argument(
    syntax: Syntax, toponym: Toponym, position: _Position, scene: "_Scene"
) -> tuple[PlaceRole, str]:
    token, governor = position.token, position.governor
    is_seat = toponym.standing in {"country", "capital"}
    if token.dep in _SUBJECTS:
        return _of_subject(toponym, governor)
    if token.dep == "nsubjpass":
        if governor.lemma in _words("verbs", "done_to") or not is_seat:
            return PlaceRole.EVENT, f"it was '{governor.text}'"
        return PlaceRole.SPEAKER, f"subject of '{governor.text}'"
    if token.dep in {"dobj", "obj"}:
        if governor.lemma in _words("verbs", "done_to") or governor.index in scene.happening:
            return PlaceRole.EVENT, f"object of '{governor.text}'"
        if governor.lemma in {"leave", "flee", "depart", "quit", "escape"}:
            return PlaceRole.ORIGIN, f"object of '{governor.text}'"
        if governor.lemma in _words("verbs", "movement"):
            return PlaceRole.DESTINATION, f"object of '{governor.text}'"
        if is_seat and governor.lemma in _words("verbs", "accuse"):
            return PlaceRole.SPEAKER, f"object of '{governor.text}'"
        return PlaceRole.MENTION, f"object of '{governor.text}'"
    if token.dep == "dative":
        return PlaceRole.ACTOR_HOME, f"'{governor.text}' it something"
    if token.dep in {"compound", "nmod", "amod", "npadvmod"}:
        if governor.index in scene.happening:
            return PlaceRole.EVENT, f"the {governor.text} there"
        above = syntax.tokens[governor.head].text.lower()
        if governor.dep == "pobj" and above in _AT and governor.pos == "NOUN":
            return PlaceRole.EVENT, f"'{above}' a {governor.text} there"
        return PlaceRole.ACTOR_HOME, f"before '{governor.text}'"
    if toponym.relation is not None and toponym.relation.kind in _PLACING:
        return PlaceRole.EVENT, f"'{toponym.relation.text}' it"
    if token.dep in {"dep", "parataxis", "ROOT"} and is_seat:
        return PlaceRole.SPEAKER, "stands alone as a government would"
    return PlaceRole.MENTION, f"neither place nor party ({token.dep})"


def _of_subject(toponym: Toponym, governor: Token) -> tuple[PlaceRole, str]:
    if toponym.standing in {"country", "capital"} and governor.lemma not in {
        "fall",
        "burn",
        "lie",
    }:
        return PlaceRole.SPEAKER, f"subject of '{governor.text}'"
    if governor.lemma in _words("verbs", "happening") | {"have"}:
        return PlaceRole.EVENT, f"subject of '{governor.text}'"
    return PlaceRole.MENTION, f"subject of '{governor.text}'"
