"""What speaks for one candidate by itself: size, kind, spelling, wording.

Weights are set by hand and measured; random search over them only fitted noise
(reference study, gazetteer section 4). Each vote carries the words for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import log10

from rapidfuzz.distance import JaroWinkler, Levenshtein

from geoevents.gazetteer.names import normal
from geoevents.models.place import Candidate, Place, PlaceKind
from geoevents.resolve.context import Vector, Vote, unit_vector

POPULATION_WEIGHT = 1.0  # a vote for each factor of ten
KIND_VOTES = {
    PlaceKind.COUNTRY: 5.0,
    PlaceKind.CONTINENT: 3.0,
    PlaceKind.ADMIN1: 2.2,
    PlaceKind.ADMIN2: -0.6,
    PlaceKind.TOWN: 0.0,
    PlaceKind.REGION: 0.5,
    PlaceKind.SEA: 8.0,
    PlaceKind.WATER: 6.5,
    PlaceKind.ISLAND: 5.5,
    PlaceKind.SITE: 5.0,
    PlaceKind.AREA: 7.0,
}
MATCH_VOTES = {
    "name": 0.0,
    "alternate": -1.6,
    "affix": -1.5,
    "postal": 0.5,
    "fuzzy": -3.0,
    "online": -0.5,
}
# Alternate names of countries are mostly other languages': "Abs" for the United States.
# "Albany" is Albania in some, and still a town first.
FOREIGN_NAME_VOTE, LIKE_NAME_VOTE, ALIKE = -9.0, -5.0, 0.8
# "Raqqa" for Ar Raqqah is a spelling, not another name.
SPELLING_VOTE, NEARLY = -0.4, 0.85
# The town spelled "Šid" before all that are only alike without their marks.
LETTER_FOR_LETTER_VOTE = 2.0
# "Oakland" is seldom Oakland County.
BARE_DISTRICT_VOTE = -3.0
# A supplement row was written because articles name the place.
OWN_ROW_VOTE = 1.0
EMPTY_REGION_VOTE = 4.5  # GeoNames knows no people for most regions
CAPITAL_VOTE = 0.4
SEAT_SPEAKS_VOTE = 2.0
HINT_VOTE = 3.0
AGAINST_HINT_VOTE, AGAINST_HINT = -3.0, "not the kind of place the wording asks for"
_UNITS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION})
_AGREES = {
    PlaceKind.ADMIN1: _UNITS,
    PlaceKind.ADMIN2: _UNITS,
    PlaceKind.TOWN: frozenset({PlaceKind.TOWN}),
    PlaceKind.ISLAND: frozenset({PlaceKind.ISLAND}),
    PlaceKind.WATER: frozenset({PlaceKind.WATER}),
    PlaceKind.SEA: frozenset({PlaceKind.SEA}),
}


@dataclass(frozen=True, slots=True)
class Prior:
    """A candidate before any article is read: its votes, and where it is."""

    votes: tuple[Vote, ...]
    score: float  # of those votes
    vector: Vector


@lru_cache(maxsize=20_000)  # the same places are named day after day
def prior_of(candidate: Candidate) -> Prior:
    """What depends on the candidate alone."""
    votes = _prior_votes(candidate)
    score = sum(vote for vote, _ in votes)
    return Prior(votes, score, unit_vector(candidate.place.point))


def _prior_votes(candidate: Candidate) -> tuple[Vote, ...]:
    place = candidate.place
    votes: list[Vote] = [(KIND_VOTES[place.kind], place.kind.value)]
    if place.population > 0:
        votes.append(
            (
                POPULATION_WEIGHT * log10(place.population),
                f"{place.population:,} people",
            )
        )
    elif place.kind is PlaceKind.REGION and place.source != "supplement":
        votes.append((EMPTY_REGION_VOTE, ""))
    votes.append((_match_vote(candidate), f"matched as {candidate.match}"))
    if not candidate.matched.isascii() and candidate.matched == place.name:
        votes.append((LETTER_FOR_LETTER_VOTE, "spelled letter for letter"))
    if place.source == "supplement":
        votes.append((OWN_ROW_VOTE, "in our supplement"))
    if place.feature_code == "PPLC":
        votes.append((CAPITAL_VOTE, "a capital"))
    return tuple(votes)


def _match_vote(candidate: Candidate) -> float:
    place = candidate.place
    if candidate.match == "affix" and place.kind is PlaceKind.ADMIN2:
        return BARE_DISTRICT_VOTE
    if candidate.match != "alternate":
        return MATCH_VOTES.get(candidate.match, 0.0)
    names = normal(candidate.matched), normal(place.name)
    if place.kind is PlaceKind.COUNTRY:
        is_like = JaroWinkler.similarity(*names) >= ALIKE
        return LIKE_NAME_VOTE if is_like else FOREIGN_NAME_VOTE
    nearly = Levenshtein.normalized_similarity(*names)
    return SPELLING_VOTE if nearly >= NEARLY else MATCH_VOTES["alternate"]


def wording_votes(
    place: Place, hints: frozenset[PlaceKind], *, speaks: bool
) -> list[Vote]:
    """Votes of the words around the mentions; ``speaks``: one of them does so."""
    votes = [hint_vote(place.kind, hint) for hint in sorted(hints)]
    if speaks and place.feature_code == "PPLC":
        votes.append((SEAT_SPEAKS_VOTE, "it speaks, as capitals do"))
    return votes


def hint_vote(kind: PlaceKind, hint: PlaceKind) -> Vote:
    """Whether a kind of place agrees with the word beside the name."""
    if kind in _AGREES.get(hint, frozenset()):
        extra = 0.8 if kind is hint else 0.0
        return HINT_VOTE + extra, f"the wording asks for {_ARTICLES[hint]}"
    return AGAINST_HINT_VOTE, AGAINST_HINT


_ARTICLES: Mapping[PlaceKind, str] = {
    PlaceKind.ADMIN1: "a first-order unit",
    PlaceKind.ADMIN2: "a second-order unit",
    PlaceKind.TOWN: "a town",
    PlaceKind.ISLAND: "an island",
    PlaceKind.WATER: "a river or lake",
    PlaceKind.SEA: "a sea",
}
