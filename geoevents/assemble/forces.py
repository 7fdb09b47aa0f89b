"""Whose soldiers: the country that the words beside them name, or none at all."""

from geoevents.assemble.draft import Scene
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.models.syntax import Token

# Of no land by the table of demonyms: "Kurdish forces", "Wagner's troops".
_PARTIES = {"NORP", "ORG", "PERSON"}


def described(scene: Scene, noun: Token) -> tuple[Token, ...]:
    """The noun and what stands before it: "Mali's army", "US-backed Syrian rebels"."""
    syntax = scene.mentions.syntax
    below = syntax.subtree(noun.index)
    return tuple(syntax.tokens[i] for i in below if i <= noun.index)


def land_of(scene: Scene, noun: Token) -> str | None:
    """ISO alpha-2 of the first nationality or place among these words."""
    at = scene.country_at
    words = described(scene, noun)
    return next((at[t.index] for t in words if t.index in at), None)


def is_of_no_state(scene: Scene, noun: Token) -> bool:
    """Rebels, strangers, or a party's: "foreign soldiers", "Kurdish forces"."""
    words = described(scene, noun)
    if any(token.lemma in sub_type_words().others for token in words):
        return True
    is_named = land_of(scene, noun) is not None
    return not is_named and any(token.entity in _PARTIES for token in words)
