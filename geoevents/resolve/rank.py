"""Ranks the candidates of each name: votes added in turns, with their reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from geoevents.models.mention import Toponym
from geoevents.models.place import Candidate, Place, PlaceKind, PlaceRole
from geoevents.resolve.candidates import NameGroup
from geoevents.resolve.context import (
    NATIONALITY_VOTE,
    Beside,
    Scene,
    Vote,
    build_scene,
    unit_cover,
)
from geoevents.resolve.districts import Districts, district_votes, find_districts
from geoevents.resolve.features import Prior, prior_of, wording_votes
from geoevents.weights import softmax

ROUNDS = 3
FAINT = 0.01  # so little a belief says nothing, however often the name stands
STEADY = 0.02  # a belief that moved less says nothing new to the others
ALTERNATIVES_KEPT = 5
SEAT_OVER_UNIT_VOTE = 4.5
SEAT_OF_NAMED_VOTE = 2.5
# "Mykolaiv" is the city of that name, not one more spelling of a village Mykolaivka;
# "Brasilia" is the capital, though it is also some language's name of the country.
FAMOUS_PEOPLE, FAMOUS_TIMES = 100_000, 3
BORROWED_NAME_VOTE, COUNTRY_BY_CITY_VOTE = -5.0, -2.0
# Leningrad Oblast is also called St Petersburg, which is no part of it.
UNIT_BY_CITY_VOTE = -8.0
# The Gaza that news tell of, for which the supplement has a row, is no province of
# Mozambique's.
UNIT_BY_OWN_ROW_VOTE = -2.0
# Khartoum has a quarter Riyadh, New South Wales a Toronto: what is so much smaller than
# a city of this size is not meant by its name alone.
CITY_PEOPLE, OUTSHONE_TIMES, OUTSHONE_VOTE = 500_000, 300, -3.0
REASONS_KEPT = 4
# Below this a vote is no reason worth telling.
TELLING_VOTE = 0.4
_SPEAKING = frozenset({PlaceRole.SPEAKER, PlaceRole.DATELINE})


@dataclass(slots=True)
class _Option:
    """A candidate of one name, with what no other name has a say in."""

    candidate: Candidate
    prior: Prior
    votes: list[Vote]  # of the wording, and of its namesakes
    score: float  # of the prior and of those votes


class Ranked:
    """One candidate with all its votes, which are told only where they are asked for."""

    def __init__(self, option: _Option, score: float, beside: Beside) -> None:
        self.candidate, self.place = option.candidate, option.candidate.place
        self.score = score
        self._option, self._beside = option, beside

    @cached_property
    def votes(self) -> list[Vote]:
        """What adds up to the score: by itself, by its wording, by the other names."""
        own, prior = self._option.votes, self._option.prior
        return [*prior.votes, *own, *self._beside.votes(self.place, prior.vector)]

    @cached_property
    def scored(self) -> Candidate:
        """The candidate with its final score."""
        return Candidate(
            place=self.place,
            score=round(self.score, 2),
            matched=self.candidate.matched,
            match=self.candidate.match,
        )

    @cached_property
    def reasons(self) -> tuple[str, ...]:
        """Where it was found, if not in the gazetteer, and the strongest votes."""
        return *self.candidate.reasons, *_tell(self.votes)


def _tell(votes: Sequence[Vote]) -> tuple[str, ...]:
    """The strongest votes in words."""
    telling = [vote for vote in votes if vote[1] and abs(vote[0]) >= TELLING_VOTE]
    telling.sort(key=lambda vote: -abs(vote[0]))
    return tuple(reason for _, reason in telling[:REASONS_KEPT])


def rank_groups(
    groups: Mapping[str, NameGroup],
    toponyms: Sequence[Toponym],
    nationalities: Mapping[str, int],
) -> dict[str, list[Ranked]]:
    """For each name its candidates, best first (empty where there is none).

    What is believed of each name is asked of the others in turns, until nothing moves.
    """
    options = _options_of(groups, toponyms)
    weights = {key: 1 + 0.5 * log(len(group.members)) for key, group in groups.items()}
    held = _held_by(groups)
    cover = unit_cover({key: group.candidates for key, group in groups.items()})
    scores = {key: [option.score for option in row] for key, row in options.items()}
    besides: dict[str, Beside] = {}
    beliefs = {key: softmax(row) for key, row in scores.items()}
    certain = [key for key, row in options.items() if len(row) <= 1]
    doubtful = [key for key, row in options.items() if len(row) > 1]
    moved = frozenset(doubtful)
    for turn in range(ROUNDS):
        # A name says nothing of itself.
        asked = [key for key in doubtful if turn == 0 or moved - {key}]
        is_last = not asked or turn == ROUNDS - 1
        scene = _scene_of(options, beliefs, weights, nationalities, cover)
        tops = {key: _top(row, beliefs[key]) for key, row in options.items()}
        for key in (*asked, *certain) if is_last else asked:
            beside = besides[key] = _beside(groups[key], scene, tops, held[key])
            scores[key] = [
                option.score + beside.score(option.candidate.place, option.prior.vector)
                for option in options[key]
            ]
        if is_last:
            break
        before, beliefs = beliefs, {key: softmax(row) for key, row in scores.items()}
        moved = frozenset(key for key in asked if _has_moved(before[key], beliefs[key]))
    return {
        key: _sorted(row, scores[key], besides[key]) for key, row in options.items()
    }


def _has_moved(before: Sequence[float], after: Sequence[float]) -> bool:
    return any(abs(b - a) > STEADY for b, a in zip(before, after, strict=True))


def _scene_of(
    options: Mapping[str, Sequence[_Option]],
    beliefs: Mapping[str, Sequence[float]],
    weights: Mapping[str, float],
    nationalities: Mapping[str, int],
    cover: tuple[Mapping[tuple[str, str], float], Mapping[str, float]],
) -> Scene:
    """Where the article seems to be, if each name is what it is believed to be."""
    believed = {
        key: [
            (option.candidate.place, option.prior.vector, belief)
            for option, belief in zip(row, beliefs[key], strict=True)
            if belief > FAINT
        ]
        for key, row in options.items()
    }
    return build_scene(believed, weights, nationalities, cover)


def _beside(
    group: NameGroup,
    scene: Scene,
    tops: Mapping[str, list[Place]],
    held: Iterable[str],
) -> Beside:
    """The other names of the article, as one name is judged by them."""
    return Beside(
        group.key,
        scene,
        containers=_tops_of(group.containers, tops) if group.containers else (),
        inner=[place for other in held for place in tops[other]],
        neighbours=_tops_of(group.neighbours, tops) if group.neighbours else (),
    )


def _tops_of(keys: Iterable[str], tops: Mapping[str, list[Place]]) -> list[Place]:
    return [place for key in sorted(keys) for place in tops.get(key, ())]


def _options_of(
    groups: Mapping[str, NameGroup], toponyms: Sequence[Toponym]
) -> dict[str, list[_Option]]:
    districts = find_districts(groups.values())
    named = _named_countries(groups.values())
    return {
        key: _options(group, toponyms, districts, named)
        for key, group in groups.items()
    }


def _held_by(groups: Mapping[str, NameGroup]) -> Mapping[str, list[str]]:
    """For each name those that the text says lie in it."""
    held: dict[str, list[str]] = defaultdict(list)
    for key in sorted(groups):
        for holder in groups[key].containers:
            held[holder].append(key)
    return held


def _named_countries(groups: Iterable[NameGroup]) -> frozenset[str]:
    """ISO codes of countries that are themselves named, under their own names."""
    return frozenset(
        candidate.place.country
        for group in groups
        for candidate in group.candidates[:1]
        if candidate.place.kind is PlaceKind.COUNTRY
        and candidate.match == "name"
        and candidate.place.country
    )


def _options(
    group: NameGroup,
    toponyms: Sequence[Toponym],
    districts: Districts,
    countries: frozenset[str],
) -> list[_Option]:
    speaks = any(toponyms[index].role in _SPEAKING for index in group.members)
    is_worded = speaks or bool(group.hints)
    cities = _cities_called_so(group)
    told_of = {
        candidate.place.country
        for candidate in group.candidates
        if candidate.place.source == "supplement" and candidate.match == "name"
    }
    options = []
    for candidate in group.candidates:
        place, prior = candidate.place, prior_of(candidate)
        votes = wording_votes(place, group.hints, speaks=speaks) if is_worded else []
        if place.country in group.nationalities:
            votes.append((NATIONALITY_VOTE, "a nationality beside the name says so"))
        if place.feature_code == "PPLC":
            votes += _capital_votes(candidate, group, countries)
        if districts.named:
            votes += district_votes(group.key, place, districts)
        if place.kind is PlaceKind.ADMIN1 and told_of - {place.country}:
            votes.append((UNIT_BY_OWN_ROW_VOTE, ""))
        if cities:
            votes += _borrowed(candidate, cities, group.hints)
            votes += _outshone(candidate, cities)
        if candidate.match == "postal" and not _after_comma(group, toponyms):
            votes.append((-8.0, ""))
        score = prior.score + sum(vote for vote, _ in votes) if votes else prior.score
        options.append(_Option(candidate, prior, votes, score))
    return options


def _capital_votes(
    candidate: Candidate, group: NameGroup, countries: frozenset[str]
) -> list[Vote]:
    """For a capital, where its country is named too or a unit elsewhere has its name."""
    votes: list[Vote] = []
    if candidate.place.country in countries:
        votes.append((SEAT_OF_NAMED_VOTE, "the capital of a country named too"))
    if _rules_over_namesake(candidate.place, group):
        votes.append((SEAT_OVER_UNIT_VOTE, "the capital, not the unit of its name"))
    return votes


def _rules_over_namesake(place: Place, group: NameGroup) -> bool:
    """Washington is the capital before it is a state elsewhere in the country."""
    if any(other.place.kind is PlaceKind.COUNTRY for other in group.candidates):
        return False
    return any(
        other.place.kind is PlaceKind.ADMIN1
        and other.place.country == place.country
        and other.place.admin1_code != place.admin1_code
        for other in group.candidates
    )


def _cities_called_so(group: NameGroup) -> list[Place]:
    """Large towns whose own name it is."""
    return [
        candidate.place
        for candidate in group.candidates
        if candidate.match == "name"
        and candidate.place.kind is PlaceKind.TOWN
        and candidate.place.population >= FAMOUS_PEOPLE
    ]


def _borrowed(
    candidate: Candidate, cities: Sequence[Place], hints: frozenset[PlaceKind]
) -> list[Vote]:
    """Against places that are also called what a large town is called."""
    place = candidate.place
    if candidate.match in {"name", "postal"}:
        return []
    if place.kind is PlaceKind.COUNTRY:
        is_seat = any(city.country == place.country for city in cities)
        return [(COUNTRY_BY_CITY_VOTE, "")] if is_seat else []
    is_small = place.kind is PlaceKind.TOWN and any(
        city.population >= FAMOUS_TIMES * max(1, place.population) for city in cities
    )
    is_around = place.kind is PlaceKind.ADMIN1 and any(
        city.country == place.country and city.admin1_code != place.admin1_code
        for city in cities
    )
    if is_around and PlaceKind.ADMIN1 not in hints:
        return [(UNIT_BY_CITY_VOTE, "")]
    return [(BORROWED_NAME_VOTE, "")] if is_small else []


def _outshone(candidate: Candidate, cities: Sequence[Place]) -> list[Vote]:
    """Against hamlets called what a great city is called."""
    place = candidate.place
    is_small = place.kind is PlaceKind.TOWN and any(
        city.population >= max(CITY_PEOPLE, OUTSHONE_TIMES * place.population)
        for city in cities
    )
    if is_small:
        return [(OUTSHONE_VOTE, "far smaller than the city of its name")]
    is_region = place.kind is PlaceKind.REGION and place.source != "supplement"
    if is_region and any(city.country != place.country for city in cities):
        return [(OUTSHONE_VOTE, "a stretch of land called like a city elsewhere")]
    return []


def _after_comma(group: NameGroup, toponyms: Sequence[Toponym]) -> bool:
    return any(toponym.container in group.members for toponym in toponyms)


def _top(options: Sequence[_Option], beliefs: Sequence[float]) -> list[Place]:
    """Places a name is still likely to mean: they may hold others."""
    return [
        option.candidate.place
        for option, belief in zip(options, beliefs, strict=True)
        if belief > 0.15  # noqa: PLR2004 - both Georgias stay in play
    ]


def _sorted(
    options: Sequence[_Option], scores: Sequence[float], beside: Beside
) -> list[Ranked]:
    entries = [
        Ranked(option, score, beside)
        for option, score in zip(options, scores, strict=True)
    ]
    return sorted(entries, key=lambda entry: (-entry.score, entry.place.id))
