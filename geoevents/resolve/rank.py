"""Ranks the candidates of each name: votes added, three rounds, with their reasons."""

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
    Vector,
    Vote,
    build_scene,
    container_vote,
    holder_vote,
    neighbour_vote,
    unit_cover,
)
from geoevents.resolve.districts import Districts, district_vote, find_districts
from geoevents.resolve.features import prior_of, wording_votes
from geoevents.weights import softmax

ROUNDS = 3
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


@dataclass
class Ranked:
    """One candidate with all its votes."""

    candidate: Candidate
    score: float
    votes: list[Vote]

    @property
    def place(self) -> Place:
        """The candidate's place."""
        return self.candidate.place

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


@dataclass(slots=True)
class _Option:
    """A candidate of one name, with what no other name has a say in."""

    candidate: Candidate
    vector: Vector
    votes: list[Vote]
    score: float  # of those votes


def rank_groups(
    groups: Mapping[str, NameGroup],
    toponyms: Sequence[Toponym],
    nationalities: Mapping[str, int],
) -> dict[str, list[Ranked]]:
    """For each name its candidates, best first (empty where there is none)."""
    options = _options_of(groups, toponyms)
    weights = {key: 1 + 0.5 * log(len(group.members)) for key, group in groups.items()}
    held = _held_by(groups)
    cover = unit_cover({key: group.candidates for key, group in groups.items()})
    beliefs = {
        key: softmax([option.score for option in row]) for key, row in options.items()
    }
    ranked: dict[str, list[Ranked]] = {}
    # A name says nothing of itself: where it alone is in doubt, one turn decides it.
    doubtful = sum(len(row) > 1 for row in options.values())
    rounds = min(ROUNDS, 1 + doubtful)
    for turn in range(rounds):
        scene = build_scene(
            {
                key: [
                    (option.candidate, option.vector, belief)
                    for option, belief in zip(row, beliefs[key], strict=True)
                ]
                for key, row in options.items()
            },
            weights,
            nationalities,
            cover,
        )
        tops = {key: _top(row, beliefs[key]) for key, row in options.items()}
        is_last = turn == rounds - 1
        for key, row in options.items():
            if len(row) == 1 and not is_last:
                continue  # believed in, whatever the others say
            inner = [place for other in held[key] for place in tops[other]]
            votes = _votes_of_others(groups[key], row, scene, tops, inner=inner)
            scores = [
                sum((vote for vote, _ in more), start=option.score)
                for option, more in zip(row, votes, strict=True)
            ]
            beliefs[key] = softmax(scores)
            if is_last:
                ranked[key] = _sorted(row, votes, scores)
    return ranked


def _options_of(
    groups: Mapping[str, NameGroup], toponyms: Sequence[Toponym]
) -> dict[str, list[_Option]]:
    districts = find_districts(groups.values())
    named = _named_countries(groups.values())
    options = {}
    for key, group in groups.items():
        rows = _fixed_votes(group, toponyms, districts, named)
        options[key] = [
            _Option(c, prior_of(c).vector, votes, sum(v for v, _ in votes))
            for c, votes in zip(group.candidates, rows, strict=True)
        ]
    return options


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


def _fixed_votes(
    group: NameGroup,
    toponyms: Sequence[Toponym],
    districts: Districts,
    countries: frozenset[str],
) -> list[list[Vote]]:
    speaks = any(toponyms[index].role in _SPEAKING for index in group.members)
    cities = _cities_called_so(group)
    told_of = {
        candidate.place.country
        for candidate in group.candidates
        if candidate.place.source == "supplement" and candidate.match == "name"
    }
    rows = []
    for candidate in group.candidates:
        place = candidate.place
        votes = [*prior_of(candidate).votes]
        votes += wording_votes(candidate, group.hints, speaks=speaks)
        if place.country in group.nationalities:
            votes.append((NATIONALITY_VOTE, "a nationality beside the name says so"))
        if place.feature_code == "PPLC" and place.country in countries:
            votes.append((SEAT_OF_NAMED_VOTE, "the capital of a country named too"))
        beside = district_vote(group.key, place, districts)
        if beside is not None:
            votes.append(beside)
        if _rules_over_namesake(candidate, group):
            votes.append((SEAT_OVER_UNIT_VOTE, "the capital, not the unit of its name"))
        if place.kind is PlaceKind.ADMIN1 and told_of - {place.country}:
            votes.append((UNIT_BY_OWN_ROW_VOTE, ""))
        if cities:
            votes += _borrowed(candidate, cities, group.hints)
            votes += _outshone(candidate, cities)
        if candidate.match == "postal" and not _after_comma(group, toponyms):
            votes.append((-8.0, ""))
        rows.append(votes)
    return rows


def _rules_over_namesake(candidate: Candidate, group: NameGroup) -> bool:
    """Washington is the capital before it is a state elsewhere in the country."""
    place = candidate.place
    if place.feature_code != "PPLC" or any(
        other.place.kind is PlaceKind.COUNTRY for other in group.candidates
    ):
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


def _votes_of_others(
    group: NameGroup,
    options: Sequence[_Option],
    scene: Scene,
    tops: Mapping[str, list[Place]],
    *,
    inner: Sequence[Place],
) -> list[list[Vote]]:
    """What the other names of the article say for and against each option."""
    containers = [
        place for key in sorted(group.containers) for place in tops.get(key, ())
    ]
    neighbours = [
        place for key in sorted(group.neighbours) for place in tops.get(key, ())
    ]
    beside = Beside(group.key, scene)
    rows = []
    for option in options:
        place = option.candidate.place
        votes = beside.votes(place, option.vector)
        if containers:
            votes.append(container_vote(place, containers))
        if inner:
            votes.append(holder_vote(place, inner))
        if neighbours:
            votes.append(neighbour_vote(place, neighbours))
        rows.append(votes)
    return rows


def _top(options: Sequence[_Option], beliefs: Sequence[float]) -> list[Place]:
    """Places a name is still likely to mean: they may hold others."""
    return [
        option.candidate.place
        for option, belief in zip(options, beliefs, strict=True)
        if belief > 0.15  # noqa: PLR2004 - both Georgias stay in play
    ]


def _sorted(
    options: Sequence[_Option],
    votes: Sequence[list[Vote]],
    scores: Sequence[float],
) -> list[Ranked]:
    entries = [
        Ranked(option.candidate, score, [*option.votes, *more])
        for option, more, score in zip(options, votes, scores, strict=True)
    ]
    return sorted(entries, key=lambda entry: (-entry.score, entry.place.id))
