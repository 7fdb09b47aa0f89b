"""Who took ground: the state it belongs to, or another."""

from collections.abc import Iterator, Mapping

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.forces import described, is_of_no_state, land_of
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.subjects import objects_at, sharing_subject, subjects_at
from geoevents.models.syntax import Token


def is_by_government(scene: Scene, draft: Draft, countries: Mapping[str, str]) -> bool:
    """Those who took it are of the state in which it lies, as the words say.

    ``countries``: names by ISO 3166-1 alpha-2.
    """
    place = None if draft.place is None else scene.resolutions[draft.place].place
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


def _takers(scene: Scene, draft: Draft) -> Iterator[Token]:
    """Subjects, owners ("Iraq's capture of"), agents and whom a town falls to."""
    syntax = scene.mentions.syntax
    for word in draft.words:
        for verb in sharing_subject(syntax, word):
            if verb.lemma != "fall":
                yield from subjects_at(syntax, verb)
            below = (syntax.tokens[i] for i in syntax.children[verb.index])
            yield from (token for token in below if token.dep == "poss")
            for link, noun in objects_at(syntax, verb):
                if link.lemma in {"by", "to"}:
                    yield noun


def _is_pronoun(scene: Scene, taker: Token) -> bool:
    """ "They", "its troops"."""
    return any(token.pos == "PRON" for token in described(scene, taker))


def _is_of_state(scene: Scene, taker: Token, country: str) -> bool:
    land = land_of(scene, taker)
    if land is not None:
        is_theirs = land == country
    else:
        is_theirs = taker.lemma in sub_type_words().government
    return is_theirs and not is_of_no_state(scene, taker)
