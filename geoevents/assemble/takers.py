"""Who took ground: the state it belongs to, or another."""

from collections.abc import Iterator, Mapping

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.models.syntax import Token

_SUBJECTS = {"nsubj", "poss"}
_RELATIVES = {"who", "which", "that"}
# Of no land by the table of demonyms: "Kurdish forces", "Wagner's troops".
_PARTIES = {"NORP", "ORG", "PERSON"}


def is_by_government(scene: Scene, draft: Draft, countries: Mapping[str, str]) -> bool:
    """Those who took it are of the state in which it lies, as the words say.

    ``countries``: names by ISO 3166-1 alpha-2.
    """
    if draft.place is None:
        return False
    place = scene.resolutions[draft.place].place
    if place is None or place.country is None:
        return False
    takers = list(_takers(scene, draft))
    named = [taker for taker in takers if not _is_pronoun(scene, taker)]
    if named:
        return any(_is_of_state(scene, taker, place.country) for taker in named)
    if not takers:
        return False
    states = [name for name in draft.actors if name in countries.values()]
    return states[:1] == [countries.get(place.country)]


def _is_pronoun(scene: Scene, taker: Token) -> bool:
    """ "They", "its troops"."""
    syntax = scene.mentions.syntax
    below = [syntax.tokens[i] for i in syntax.children[taker.index]]
    return any(token.pos == "PRON" for token in (taker, *below))


def _takers(scene: Scene, draft: Draft) -> Iterator[Token]:
    """Subjects, agents and whom a town falls to."""
    tokens = scene.mentions.syntax.tokens
    for word in _with_governors(scene, draft):
        for child in scene.mentions.syntax.children[word]:
            token = tokens[child]
            if token.dep in _SUBJECTS and token.lemma in _RELATIVES:
                yield tokens[tokens[word].head]
            elif token.dep in _SUBJECTS and tokens[word].lemma != "fall":
                yield token
            elif token.lemma in {"by", "to"} and token.dep in {"agent", "prep"}:
                yield from _objects(scene, token)


def _with_governors(scene: Scene, draft: Draft) -> Iterator[int]:
    """Its words, and the verb of which one is the aim: "prepared to retake"."""
    syntax = scene.mentions.syntax
    for word in draft.trigger.words or (draft.trigger.token,):
        yield word
        above = syntax.tokens[word]
        while above.dep in {"xcomp", "conj"} and above.head != above.index:
            below = syntax.children[above.index]
            if any(syntax.tokens[i].dep in _SUBJECTS for i in below):
                break
            above = syntax.tokens[above.head]
            yield above.index


def _objects(scene: Scene, preposition: Token) -> Iterator[Token]:
    for child in scene.mentions.syntax.children[preposition.index]:
        token = scene.mentions.syntax.tokens[child]
        if token.dep == "pobj":
            yield token


def _is_of_state(scene: Scene, taker: Token, country: str) -> bool:
    words, syntax = sub_type_words(), scene.mentions.syntax
    around = [taker, *(syntax.tokens[i] for i in syntax.children[taker.index])]
    if {token.lemma for token in around} & (words.rebels | words.strangers):
        return False
    at = scene.country_at
    lands = {at[token.index] for token in around if token.index in at}
    if lands:
        return country in lands
    is_party = any(token.entity in _PARTIES for token in around)
    return taker.lemma in words.government and not is_party
