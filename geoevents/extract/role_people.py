"""Roles of places that people govern, serve, come from, visit or speak at."""

from geoevents.extract.role_position import (
    Position,
    Scene,
    clause_verb,
    governing_word,
    role_words,
    saying,
    token_before,
    tokens_after,
)
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax

Verdict = tuple[PlaceRole, str]
_SEATS = frozenset({"country", "capital"})


def installed(
    syntax: Syntax, toponym: Toponym, _position: Position, _scene: Scene
) -> Verdict | None:
    """ "the Moscow-installed mayor": a government that appoints."""
    after = tokens_after(syntax, toponym)
    is_joined = len(after) > 1 and after[0].text == "-"
    if is_joined and after[1].text.lower() in role_words("cases", "appointed"):
        return PlaceRole.SPEAKER, f"a government that '{after[1].text}'"
    return None


def disputes(
    syntax: Syntax, toponym: Toponym, _position: Position, _scene: Scene
) -> Verdict | None:
    """ "Kyiv disputes that": a verb, whatever the parse took it for."""
    after = tokens_after(syntax, toponym)
    if toponym.standing not in _SEATS or len(after) < 2:  # noqa: PLR2004 - verb, "that"
        return None
    if after[0].lemma in saying() and after[1].text == "that":
        return PlaceRole.SPEAKER, f"subject of '{after[0].text}'"
    return None


def compared_or_tied(
    syntax: Syntax, toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "twice as many as Seoul", "ties with Kyiv": the government."""
    if toponym.standing != "capital" or position.preposition is None:
        return None
    before = token_before(syntax, position.preposition)
    if governing_word(position) in {"as", "than"}:
        return PlaceRole.SPEAKER, "compared with what it says"
    ties = role_words("cases", "ties")
    if (
        governing_word(position) == "with"
        and {before.lemma, position.governor.lemma} & ties
    ):
        return PlaceRole.SPEAKER, f"'{before.text} with' it"
    return None


def served(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "volunteers who fight for Russia": theirs by choice."""
    verb = clause_verb(syntax, position.governor)
    if governing_word(position) != "for" or verb is None:
        return None
    if verb.lemma in role_words("cases", "serving"):
        return PlaceRole.ACTOR_HOME, f"'{verb.text} for' it"
    return None


def people_from(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "hit traders from Niger" are of there; "flew in a team from Darwin" left it."""
    if position.preposition is None or governing_word(position) != "from":
        return None
    people = token_before(syntax, position.preposition)
    if people.lemma not in role_words("nouns", "people") or people.pos == "VERB":
        return None
    verb = clause_verb(syntax, people)
    carried = verb is not None and verb.lemma in role_words("cases", "transport")
    if people.dep in {"dobj", "pobj", "nsubjpass"} and carried and verb is not None:
        return PlaceRole.ORIGIN, f"'{verb.text}' them from it"
    return PlaceRole.ACTOR_HOME, f"home of the {people.text}"


def person(
    syntax: Syntax, toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "Governor Ana Ruiz of X", "Ana Ruiz, in X, said"."""
    if position.preposition is None:
        return None
    if governing_word(position) == "of" and position.governor.entity == "PERSON":
        return PlaceRole.ACTOR_HOME, f"'{position.governor.text} of' it"
    before = token_before(syntax, position.preposition)
    after = tokens_after(syntax, toponym)
    is_set_off = before.text == "," and after and after[0].text == ","
    speaker = token_before(syntax, before)
    if is_set_off and speaker.entity == "PERSON" and position.governor.pos == "VERB":
        return PlaceRole.ACTOR_HOME, f"where {speaker.text} is"
    return None


def visited(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "the minister, visiting Damascus, said": a venue; else where somebody goes."""
    verb = position.governor
    if position.token.dep != "dobj" or verb.lemma != "visit":
        return None
    above = (token.lemma in saying() for token in syntax.ancestors(verb.index))
    if verb.tag == "VBG" and any(above):
        return PlaceRole.SPEAKER, "where the visitor speaks"
    return PlaceRole.DESTINATION, f"object of '{verb.text}'"


def visit_to(
    _syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "a visit to X": told of as such, wherever the visitor is."""
    if governing_word(position) == "to" and position.governor.lemma in {
        "visit",
        "trip",
    }:
        return PlaceRole.MENTION, f"'{position.governor.text} to' it"
    return None
