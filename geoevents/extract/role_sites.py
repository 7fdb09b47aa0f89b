"""Unnamed things at a named place: "a hospital in Chernihiv", "talks in Istanbul"."""

from geoevents.extract.role_position import (
    Position,
    Scene,
    clause_verb,
    role_words,
    token_before,
)
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax, Token

Verdict = tuple[PlaceRole, str]
_IN = frozenset({"in", "at", "near", "outside", "inside", "on", "of"})
_AT_SITE = frozenset({"outside", "near", "at", "inside", "in", "on", "around"})
_TOWARDS = frozenset({"to", "into", "onto", "toward", "towards"})


def in_talks(
    syntax: Syntax, _toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """Where people confer: a venue, no event of the kinds we map."""
    if position.preposition is None or position.preposition.text.lower() not in _IN:
        return None
    noun = position.governor
    talks = role_words("cases", "talks")
    if noun.lemma in talks:
        return PlaceRole.MENTION, f"venue of {noun.text}"
    subjects = (
        syntax.tokens[child]
        for child in syntax.children[noun.index]
        if syntax.tokens[child].dep in {"nsubj", "nsubjpass"}
    )
    if noun.pos == "VERB" and noun.index not in scene.happening:
        for subject in subjects:
            if subject.lemma in talks:
                return PlaceRole.MENTION, f"venue of the {subject.text}"
    return None


def in_site(
    syntax: Syntax, _toponym: Toponym, position: Position, scene: Scene
) -> Verdict | None:
    """A building or spot takes the place's name, and the place takes its role."""
    preposition, site = position.preposition, position.governor
    if preposition is None or preposition.text.lower() not in _IN - {"of"}:
        return None
    if site.pos != "NOUN" or site.index in scene.happening:
        return None
    above = syntax.tokens[site.head]
    verb = clause_verb(syntax, site)
    if site.dep == "pobj":
        return _after_preposition(site, above, verb, scene)
    if site.dep == "dobj":
        return _as_object(site, above)
    is_idle = site.dep == "nsubj" and above.lemma in role_words("cases", "running")
    if is_idle and not scene.happens_in(site.sentence):
        return PlaceRole.MENTION, f"nothing happens to the {site.text}"
    return None


def left_site(
    syntax: Syntax, _toponym: Toponym, position: Position, _scene: Scene
) -> Verdict | None:
    """ "left camps at X", where the parse hangs "at" on "left"."""
    preposition, verb = position.preposition, position.governor
    if preposition is None or verb.lemma not in role_words("verbs", "leaving"):
        return None
    left = token_before(syntax, preposition)
    is_site = left.dep == "dobj" and left.lemma in role_words("cases", "sites")
    if is_site and preposition.text.lower() in _AT_SITE:
        return PlaceRole.ORIGIN, f"'{verb.text}' a {left.text} of it"
    return None


def _after_preposition(
    site: Token, above: Token, verb: Token | None, scene: Scene
) -> Verdict | None:
    word = above.text.lower()
    is_moving = verb is not None and verb.lemma in role_words("verbs", "movement")
    if is_moving and (
        word in _TOWARDS
        or (word == "for" and verb and verb.lemma in role_words("verbs", "leaving"))
    ):
        return PlaceRole.DESTINATION, f"'{word} a {site.text}' of it"
    if word in _AT_SITE and verb and verb.lemma in role_words("cases", "sheltering"):
        return PlaceRole.DESTINATION, f"'{verb.text}' at a {site.text} of it"
    is_body = site.lemma in role_words("cases", "sites")
    if is_body and word in _AT_SITE and scene.happens_in(site.sentence):
        return PlaceRole.EVENT, f"'{word} a {site.text}' of it"
    return None


def _as_object(site: Token, verb: Token) -> Verdict | None:
    if verb.lemma in role_words("verbs", "leaving"):
        return PlaceRole.ORIGIN, f"'{verb.text}' a {site.text} of it"
    is_site = site.lemma in role_words("cases", "sites")
    if is_site and verb.lemma in role_words("verbs", "done_to"):
        return PlaceRole.EVENT, f"'{verb.text}' a {site.text} of it"
    return None
