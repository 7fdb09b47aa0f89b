"""Constructions that settle a role by themselves, tried before the general lists.

Each case is a small function of one construction and returns None where it is not
met; their words are in ``lexicons/places_roles.toml``, section ``cases``.
"""

from collections.abc import Callable

from geoevents.extract import role_people as people
from geoevents.extract.role_position import (
    Position,
    Scene,
    children_lemmas,
    governing_word,
    role_words,
    token_before,
)
from geoevents.extract.role_sites import in_site, in_talks, left_site
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax

Verdict = tuple[PlaceRole, str]
Case = Callable[[Syntax, Toponym, Position, Scene], Verdict | None]
_IN = frozenset({"in", "at", "near", "outside", "inside", "on"})
_TOWARDS = frozenset({"to", "into", "toward", "towards"})
_RANGE_TOKENS = 5


def of_case(
    syntax: Syntax, toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """The verdict of the first construction that is met."""
    for case in _CASES:
        verdict = case(syntax, toponym, position, scene)
        if verdict is not None:
            return verdict
    return None


def _by_way(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "most of them on foot to Tawila", "a march to Masaya"."""
    if position.preposition is None or governing_word(position) not in _TOWARDS:
        return None
    before = token_before(syntax, position.preposition)
    way = token_before(syntax, before)
    if before.lemma in role_words("cases", "ways") and way.pos == "ADP":
        return PlaceRole.DESTINATION, f"'{way.text} {before.text} to' it"
    if position.governor.lemma in role_words("cases", "moves"):
        return PlaceRole.DESTINATION, f"'{position.governor.text} to' it"
    return None


def _range(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "towns from Lyman to Siversk": all of them, and nobody travels."""
    preposition = position.preposition
    if preposition is None or governing_word(position) not in {"from", "to"}:
        return None
    first = max(preposition.index - _RANGE_TOKENS, 0)
    window = syntax.tokens[first : preposition.index + 1]
    start = next((t for t in reversed(window) if t.text.lower() == "from"), None)
    if start is None:
        return None
    noun = token_before(syntax, start)
    if noun.tag == "NNS" and noun.lemma in role_words("nouns", "parts"):
        return PlaceRole.EVENT, f"one end of the {noun.text}"
    return None


def _named(
    _syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "Hilla, as the town is also spelt", "the country to the north, Niger"."""
    verb = position.governor
    is_subject = position.token.dep in {"nsubjpass", "oprd"}
    if is_subject and verb.lemma in role_words("cases", "naming"):
        return PlaceRole.MENTION, f"how it is '{verb.text}'"
    is_side = position.token.lemma in role_words("cases", "sides")
    if is_side and governing_word(position) == "to":
        return PlaceRole.MENTION, f"only lies to the {position.token.text}"
    return None


def _superlative(
    syntax: Syntax, toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "the worst flood in Spain since 1973": what it is compared with."""
    if toponym.standing not in {"country", "continent"}:
        return None
    noun = position.governor
    for _ in range(3):
        if noun.pos != "NOUN":
            return None
        if any(syntax.tokens[c].tag == "JJS" for c in syntax.children[noun.index]):
            return PlaceRole.MENTION, f"compared with every {noun.text} of it"
        noun = syntax.tokens[noun.head]
        if noun.pos == "ADP":
            noun = syntax.tokens[noun.head]
    return None


def _kept(
    syntax: Syntax, _toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """ "prisoners held in Russia", "a card registered in Tyva": said in passing."""
    verb = position.governor
    if governing_word(position) not in _IN or verb.dep != "acl" or verb.tag != "VBN":
        return None
    if verb.index in scene.happening:
        return None
    is_thing = syntax.tokens[verb.head].lemma not in role_words("nouns", "people")
    arrival = role_words("verbs", "arrival")
    if verb.lemma in role_words("cases", "keeping") or (
        is_thing and verb.lemma in arrival
    ):
        return PlaceRole.MENTION, f"'{verb.text} in' it, in passing"
    return None


def _put_under(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "put the island under martial law"."""
    verb = position.governor
    if position.token.dep != "dobj" or verb.lemma not in {"put", "place", "bring"}:
        return None
    if "under" in children_lemmas(syntax, verb):
        return PlaceRole.EVENT, f"'{verb.text}' under something"
    return None


def _in_control(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "the army, in control of most of X": a state of things, not a deed."""
    noun = position.governor
    if governing_word(position) != "of" or noun.lemma not in {
        "control",
        "charge",
        "command",
    }:
        return None
    if token_before(syntax, noun).text.lower() == "in":
        return PlaceRole.MENTION, f"'in {noun.text} of' it"
    return None


def _including(
    _syntax: Syntax, _toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """ "a third of the ground lost, including X"."""
    if governing_word(position) == "including" and scene.happens_in(
        position.token.sentence
    ):
        return PlaceRole.EVENT, "among the places it happens at"
    return None


def _reached(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "Refugees who reached X": they went there, it was not taken."""
    verb = position.governor
    if position.token.dep != "dobj" or verb.lemma not in {"reach", "enter"}:
        return None
    subject = next(
        (
            syntax.tokens[child]
            for child in syntax.children[verb.index]
            if syntax.tokens[child].dep == "nsubj"
        ),
        None,
    )
    if subject is not None and subject.tag == "WP":
        subject = syntax.tokens[verb.head]
    if subject is not None and subject.lemma in role_words("cases", "uprooted"):
        return PlaceRole.DESTINATION, f"where the {subject.text} went"
    return None


def _lies(
    syntax: Syntax, _toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """ "a town that is near X": where it lies, not what happens."""
    verb = position.governor
    if (
        governing_word(position) not in _IN
        or verb.lemma != "be"
        or verb.index in scene.happening
    ):
        return None
    subjects = (
        syntax.tokens[child]
        for child in syntax.children[verb.index]
        if syntax.tokens[child].dep == "nsubj"
    )
    if any(subject.lemma in role_words("nouns", "parts") for subject in subjects):
        return PlaceRole.MENTION, "only says where another place lies"
    return None


def _road_to(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "the road to the X mine"."""
    mine = position.governor
    if position.token.dep != "compound" or mine.dep != "pobj":
        return None
    to = syntax.tokens[mine.head]
    road = syntax.tokens[to.head]
    if to.text.lower() == "to" and road.lemma in role_words("nouns", "roads"):
        return PlaceRole.MENTION, f"'{road.text} to' what is there"
    return None


_CASES: tuple[Case, ...] = (
    people.installed,
    people.disputes,
    people.compared_or_tied,
    people.served,
    _range,
    _by_way,
    people.people_from,
    people.visited,
    people.visit_to,
    _named,
    _superlative,
    _kept,
    _put_under,
    people.person,
    _in_control,
    _road_to,
    _including,
    _reached,
    _lies,
    in_talks,
    left_site,
    in_site,
)
