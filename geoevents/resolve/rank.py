"""Chooses among candidates: votes added, three rounds, the best with its reasons."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

from geoevents.gazetteer.names import normal
from geoevents.models.mention import Toponym
from geoevents.models.place import Candidate, Place, PlaceKind, distance_km
from geoevents.resolve.candidates import NameGroup
from geoevents.resolve.context import (
    HOLDS,
    NATIONALITY_VOTE,
    Scene,
    Vector,
    build_scene,
    container_vote,
    context_votes,
    holder_vote,
    neighbour_vote,
    unit_cover,
    unit_vector,
)
from geoevents.resolve.districts import Districts, district_vote, find_districts
from geoevents.resolve.features import prior_votes, wording_votes
from geoevents.weights import softmax

ROUNDS = 3
ALTERNATIVES_KEPT = 5
# The seat rule: "Aleppo" is the town, unless it is a small part of its unit
# (the towns called Georgia or California are no seats).
SEAT_SHARE, SEAT_PEOPLE = 0.10, 5_000
# "Kherson Oblast" is named after its town, however few have stayed there.
NAMESAKE_SHARE = 0.02
# Unit and seat, where two sources hold them in different units.
TWIN_KM = 25.0
SEAT_OVER_UNIT_VOTE = 4.5
SEAT_OF_NAMED_VOTE = 2.5
# A town this large is meant before the river that gave it its name.
RIVER_TOWN_PEOPLE = 50_000
# "Mykolaiv" is the city of that name, not one more spelling of a village Mykolaivka;
# "Brasilia" is the capital, though it is also some language's name of the country.
FAMOUS_PEOPLE, FAMOUS_TIMES = 100_000, 3
BORROWED_NAME_VOTE, COUNTRY_BY_CITY_VOTE = -5.0, -2.0
# Khartoum has a quarter Riyadh, New South Wales a Toronto: what is so much smaller than
# a city of this size is not meant by its name alone.
CITY_PEOPLE, OUTSHONE_TIMES, OUTSHONE_VOTE = 500_000, 300, -3.0
REASONS_KEPT = 4
# Below this a vote is no reason worth telling.
TELLING_VOTE = 0.4
_WATERS = frozenset({PlaceKind.WATER, PlaceKind.SEA})

Vote = tuple[float, str]


@dataclass(slots=True)
class Ranked:
    """One candidate with all its votes."""

    candidate: Candidate
    score: float
    votes: list[Vote]

    @property
    def place(self) -> Place:
        """The candidate's place."""
        return self.candidate.place

    def as_candidate(self) -> Candidate:
        """The candidate with its final score and reasons."""
        return Candidate(
            place=self.place,
            score=round(self.score, 2),
            matched=self.candidate.matched,
            match=self.candidate.match,
            reasons=tell(self.votes),
        )


def tell(votes: Sequence[Vote]) -> tuple[str, ...]:
    """The strongest votes in words."""
    telling = [vote for vote in votes if abs(vote[0]) >= TELLING_VOTE and vote[1]]
    telling.sort(key=lambda vote: -abs(vote[0]))
    return tuple(reason for _, reason in telling[:REASONS_KEPT])


def rank_groups(
    groups: Mapping[str, NameGroup],
    toponyms: Sequence[Toponym],
    nationalities: Mapping[str, int],
) -> dict[str, list[Ranked]]:
    """For each name its candidates, best first (empty where there is none)."""
    districts = find_districts(groups.values())
    named = _named_countries(groups.values())
    fixed = {
        key: _fixed_votes(group, toponyms, districts, named)
        for key, group in groups.items()
    }
    vectors = {
        key: [unit_vector(c.place.point) for c in group.candidates]
        for key, group in groups.items()
    }
    weights = {key: 1 + 0.5 * log(len(group.members)) for key, group in groups.items()}
    ranked: dict[str, list[Ranked]] = {}
    held = _held_by(groups)
    cover = unit_cover({key: group.candidates for key, group in groups.items()})
    beliefs = {
        key: softmax([sum(v for v, _ in votes) for votes in fixed[key]])
        for key in groups
    }
    for turn in range(ROUNDS):
        scene = build_scene(
            {
                key: list(zip(group.candidates, beliefs[key], strict=True))
                for key, group in groups.items()
            },
            weights,
            nationalities,
            cover,
        )
        tops = {key: _top(group, beliefs[key]) for key, group in groups.items()}
        is_last = turn == ROUNDS - 1
        for key, group in groups.items():
            if len(group.candidates) == 1 and not is_last:
                continue  # believed in, whatever the others say
            inner = [place for other in held[key] for place in tops[other]]
            ranked[key] = _score(
                group, fixed[key], vectors[key], scene, tops, inner=inner
            )
            beliefs[key] = softmax([entry.score for entry in ranked[key]])
    return {key: _sorted(entries) for key, entries in ranked.items()}


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
    members = [toponyms[index] for index in group.members]
    cities = _cities_called_so(group)
    rows = []
    for candidate in group.candidates:
        votes = [*prior_votes(candidate)]
        votes += wording_votes(candidate, group.hints, members)
        if candidate.place.country in group.nationalities:
            votes.append((NATIONALITY_VOTE, "a nationality beside the name says so"))
        place = candidate.place
        if place.feature_code == "PPLC" and place.country in countries:
            votes.append((SEAT_OF_NAMED_VOTE, "the capital of a country named too"))
        beside = district_vote(group.key, candidate.place, districts)
        if beside is not None:
            votes.append(beside)
        if _rules_over_namesake(candidate, group):
            votes.append((SEAT_OVER_UNIT_VOTE, "the capital, not the unit of its name"))
        votes += _borrowed(candidate, cities)
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


def _borrowed(candidate: Candidate, cities: Sequence[Place]) -> list[Vote]:
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


def _score(
    group: NameGroup,
    fixed: list[list[Vote]],
    vectors: list[Vector],
    scene: Scene,
    tops: Mapping[str, list[Place]],
    *,
    inner: Sequence[Place],
) -> list[Ranked]:
    containers = [
        place for key in sorted(group.containers) for place in tops.get(key, ())
    ]
    neighbours = [
        place for key in sorted(group.neighbours) for place in tops.get(key, ())
    ]
    entries = []
    for candidate, votes, vector in zip(group.candidates, fixed, vectors, strict=True):
        more = context_votes(group.key, candidate.place, vector, scene)
        if containers:
            more.append(container_vote(candidate.place, containers))
        if inner:
            more.append(holder_vote(candidate.place, inner))
        if neighbours:
            more.append(neighbour_vote(candidate.place, neighbours))
        every = [*votes, *more]
        entries.append(
            Ranked(candidate=candidate, score=sum(v for v, _ in every), votes=every)
        )
    return entries


def _top(group: NameGroup, beliefs: list[float]) -> list[Place]:
    """Places a name is still likely to mean: they may hold others."""
    return [
        candidate.place
        for candidate, belief in zip(group.candidates, beliefs, strict=True)
        if belief > 0.15  # noqa: PLR2004 - both Georgias stay in play
    ]


def _sorted(entries: list[Ranked]) -> list[Ranked]:
    return sorted(entries, key=lambda entry: (-entry.score, entry.place.id))


def choose(
    ranked: Sequence[Ranked], hint: PlaceKind | None
) -> tuple[Ranked, tuple[str, ...]]:
    """The best candidate for one mention, by its own hint, with the rule that chose."""
    best = ranked[0]
    if hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
        unit = _twin(ranked, best, towards_unit=True)
        return (unit, ("the unit, not the town",)) if unit else (best, ())
    if hint is PlaceKind.WATER and best.place.kind not in _WATERS:
        river = next((entry for entry in ranked if entry.place.kind in _WATERS), None)
        if river is not None:
            return river, ("'the' before the name: the water, not the land",)
    if best.place.kind is PlaceKind.WATER and hint is None:
        town = _town_of_river(ranked, best)
        return (town, ("a bare name: the town, not the river",)) if town else (best, ())
    seat = _twin(ranked, best, towards_unit=False)
    is_wanted = hint is PlaceKind.TOWN
    if seat is not None and not is_wanted and _holds(best) and not _holds(seat):
        return best, ()  # "Buffalo, New York"
    if seat is not None and (
        is_wanted or _is_seat(seat.place, best.place) or _is_named_so(seat, best)
    ):
        return seat, (f"a bare name: the town, not {best.place.name}",)
    return best, ()


def _holds(entry: Ranked) -> bool:
    """What the text says lies in it does."""
    return any(reason.startswith(HOLDS) for _, reason in entry.votes)


def _is_named_so(town: Ranked, unit: Ranked) -> bool:
    """The name is the town's own, and only another one of a unit that is called else."""
    return town.candidate.match == "name" and unit.candidate.match == "alternate"


def _town_of_river(ranked: Sequence[Ranked], river: Ranked) -> Ranked | None:
    """ "home from Dnipro" is the city; rivers have an article or a word for them."""
    return next(
        (
            entry
            for entry in ranked[1:]
            if entry.place.kind is PlaceKind.TOWN
            and entry.place.population >= RIVER_TOWN_PEOPLE
            and entry.place.country == river.place.country
        ),
        None,
    )


def _twin(
    ranked: Sequence[Ranked], best: Ranked, *, towards_unit: bool
) -> Ranked | None:
    """The same-named town of a unit, or the unit of a town."""
    wanted = {PlaceKind.ADMIN1, PlaceKind.ADMIN2} if towards_unit else {PlaceKind.TOWN}
    if best.place.kind in wanted or best.place.kind not in {
        PlaceKind.ADMIN1,
        PlaceKind.ADMIN2,
        PlaceKind.TOWN,
        PlaceKind.REGION,
    }:
        return None
    twins = [
        entry
        for entry in ranked[1:]
        if entry.place.kind in wanted and _is_beside(entry.place, best.place)
    ]
    # Its own name before another's: Karaj before Qods, which was called so once.
    return min(twins, key=lambda e: e.candidate.match != "name", default=None)


def _is_beside(place: Place, best: Place) -> bool:
    if place.country != best.country:
        # Jerusalem, and the district Al Quds that is called so too.
        is_city = place.population >= FAMOUS_PEOPLE
        return is_city and distance_km(place.point, best.point) <= TWIN_KM
    return (
        place.admin1_code == best.admin1_code
        or best.kind is PlaceKind.REGION
        or distance_km(place.point, best.point) <= TWIN_KM
    )


def _is_seat(town: Place, unit: Place) -> bool:
    if unit.kind is PlaceKind.TOWN:
        return False
    if town.population == 0 and unit.kind is PlaceKind.ADMIN2:
        return town.name.casefold() in unit.name.casefold()  # nobody counted it
    if town.population < SEAT_PEOPLE:
        return False
    own, whole = f" {normal(town.name)} ", f" {normal(unit.name)} "
    named_after = own in whole and own != whole
    share = NAMESAKE_SHARE if named_after else SEAT_SHARE
    return town.population >= share * max(unit.population, 1)
