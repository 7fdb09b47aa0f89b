"""What the other places of the article say about a candidate."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import cos, exp, log, radians, sin

from geoevents.models.place import (
    EARTH_RADIUS_KM,
    Candidate,
    Place,
    PlaceKind,
    Point,
    distance_km,
    is_inside,
)

COUNTRY_WEIGHT, ADMIN1_WEIGHT, NEARNESS_WEIGHT = 1.8, 2.0, 1.6
# Units in which many of the names exist at all: "Paris" beside three small towns of
# Tennessee is no capital.
COVER_WEIGHT = 2.0
# More of the same says no more: a long page must not turn Peru into a village.
MOST_MASS = 4.0
NEAR_KM = 80.0  # e-folding distance of nearness
FAR_KM = 6 * NEAR_KM  # beyond this nearness is nothing
SPOT_BELIEF = 0.15  # a name less sure than this is near nothing
# A nationality word speaks for its country, less than a place there does.
NATIONALITY_MASS = 0.35
CONTAINER_VOTE, HOLDER_VOTE, HOLDS = 6.0, 2.5, "holds"
PARENT_MISS_VOTE, PARENT_MISS = -2.0, "not in the country the text puts it in"
PARENT_FAR = "far from what the text puts it in"
PARENT_ABROAD = "not in the country of what the text puts it in"
TOWN_ABROAD = "not in the country of the town that the text puts it in"
NEIGHBOUR_ABROAD = "not in the country of what the text puts it by"
PARENT_OTHER = "in another unit than the text puts it in"
# "Sadove, near Kherson": so near, and so far that it is another Sadove.
BY_KM, NOT_BY_KM = 80.0, 150.0
BY_VOTE, NOT_BY_VOTE = 4.0, -3.0
# So far beyond the edge of what it is said to lie in, it is another place.
PARENT_REACH_KM, DISTRICT_REACH_KM = 150.0, 60.0
NATIONALITY_VOTE = 4.0
# Of the world's Genevas, those in a country the article is hardly about are meant only
# where they are large.
FOREIGN_SHARE, FOREIGN_PEOPLE, FOREIGN_VOTE = 1 / 3, 50_000, -3.0
# Cities are named in articles about elsewhere, units of no country told of hardly ever:
# "Gaza" is no province of Mozambique.
LONE_UNIT_VOTE = -2.0
_LARGE_UNITS = frozenset({PlaceKind.ADMIN1, PlaceKind.ADMIN2})
_ABROAD_OF = {
    PlaceKind.ADMIN1: PARENT_ABROAD,
    PlaceKind.ADMIN2: PARENT_ABROAD,
    PlaceKind.TOWN: TOWN_ABROAD,
}
_SETTLED = frozenset({PlaceKind.TOWN, PlaceKind.ADMIN1, PlaceKind.ADMIN2})

Vote = tuple[float, str]
Vector = tuple[float, float, float]


def unit_vector(point: Point) -> Vector:
    """A point on the unit sphere, for cheap distances."""
    lat, lon = radians(point.lat), radians(point.lon)
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


_FAR_DOT = cos(FAR_KM / EARTH_RADIUS_KM)


def nearness(one: Vector, two: Vector) -> float:
    """1 at the same spot, 1/e at ``NEAR_KM``, 0 beyond ``FAR_KM``."""
    dot = one[0] * two[0] + one[1] * two[1] + one[2] * two[2]
    if dot < _FAR_DOT:
        return 0.0
    # For small angles the chord is the arc to 0.2 %.
    chord = (max(0.0, 2 - 2 * dot)) ** 0.5
    return exp(-chord * EARTH_RADIUS_KM / NEAR_KM)


@dataclass(slots=True)
class Scene:
    """Where the article seems to be, as beliefs in the groups' candidates add up."""

    countries: dict[str, float] = field(default_factory=lambda: defaultdict(float))
    units: dict[tuple[str, str], float] = field(
        default_factory=lambda: defaultdict(float)
    )
    spots: list[tuple[str, Vector, float]] = field(default_factory=list)
    cover: Mapping[tuple[str, str], float] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    own: dict[str, dict[str, float]] = field(default_factory=dict)
    others: dict[str, float] = field(default_factory=dict)  # what all but one say
    own_units: dict[str, dict[tuple[str, str], float]] = field(default_factory=dict)


def unit_cover(
    options: Mapping[str, Iterable[Candidate]],
) -> tuple[dict[tuple[str, str], float], dict[str, float]]:
    """For each first-order unit how many names it could hold; rare names count more.

    The second mapping says what each name itself has added to each of its units.
    """
    cover: dict[tuple[str, str], float] = defaultdict(float)
    shares: dict[str, float] = {}
    for key, candidates in options.items():
        units = {
            (c.place.country, c.place.admin1_code)
            for c in candidates
            if c.place.country and c.place.admin1_code
        }
        shares[key] = 1 / len(units) ** 0.5 if units else 0.0
        for country, code in units:
            cover[str(country), str(code)] += shares[key]
    return cover, shares


def build_scene(
    beliefs: Mapping[str, Iterable[tuple[Place, Vector, float]]],
    weights: Mapping[str, float],
    nationalities: Mapping[str, int],
    cover: tuple[Mapping[tuple[str, str], float], Mapping[str, float]],
) -> Scene:
    """Adds up the beliefs of all groups; ``weights`` grow with mentions."""
    scene = Scene(cover=cover[0], shares=cover[1])
    for country, count in nationalities.items():
        scene.countries[country] += NATIONALITY_MASS * min(count, 4)
    for key, options in beliefs.items():
        mine: dict[str, float] = defaultdict(float)
        mine_units: dict[tuple[str, str], float] = defaultdict(float)
        weight = weights[key]
        for place, vector, belief in options:
            mass = belief * weight
            if place.country is None:
                continue
            mine[place.country] += mass
            if place.admin1_code is not None:
                mine_units[place.country, place.admin1_code] += mass
            if place.kind is not PlaceKind.COUNTRY and belief >= SPOT_BELIEF:
                scene.spots.append((key, vector, mass))
        for country, mass in mine.items():
            scene.countries[country] += mass
        for unit, mass in mine_units.items():
            scene.units[unit] += mass
        scene.own[key], scene.own_units[key] = mine, mine_units
    total = sum(scene.countries.values())
    scene.others = {key: total - sum(own.values()) for key, own in scene.own.items()}
    return scene


class Beside:
    """What the other names of an article say about the candidates of one.

    ``containers``: what the text says it lies in; ``inner``: what the text says lies in
    it; ``neighbours``: what it is said to lie by. Candidates of one name share their
    countries and units: what is said of those is added up once.
    """

    __slots__ = ("_key", "_of_country", "_of_unit", "_said", "_scene", "_spots")

    def __init__(
        self,
        key: str,
        scene: Scene,
        *,
        containers: Sequence[Place] = (),
        inner: Sequence[Place] = (),
        neighbours: Sequence[Place] = (),
    ) -> None:
        self._key, self._scene = key, scene
        said = (
            (container_vote, containers),
            (holder_vote, inner),
            (neighbour_vote, neighbours),
        )
        self._said = [(vote, places) for vote, places in said if places]
        self._spots = [
            (spot, mass) for other, spot, mass in scene.spots if other != key
        ]
        self._of_country: dict[str, tuple[float, float, list[Vote]]] = {}
        self._of_unit: dict[tuple[str, str], tuple[float, list[Vote]]] = {}

    def score(self, place: Place, vector: Vector) -> float:
        """The sum of ``votes``, without their words: most candidates are never told."""
        score, country = 0.0, place.country
        if country is not None:
            mass, score, _ = self._country_votes(country)
            abroad = _abroad(place, mass, self._scene.others[self._key])
            if abroad is not None:
                score += abroad[0]
            if place.admin1_code is not None:
                score += self._unit_votes(country, place.admin1_code, place.admin1)[0]
        if self._spots and place.kind is not PlaceKind.COUNTRY:
            near = self._nearness(vector)
            if near > 0:
                score += NEARNESS_WEIGHT * _grown(near)
        for vote, places in self._said:
            score += vote(place, places)[0]
        return score

    def votes(self, place: Place, vector: Vector) -> list[Vote]:
        """The votes for one candidate, whose point is ``vector``."""
        votes: list[Vote] = []
        country = place.country
        if country is not None:
            mass, _, told = self._country_votes(country)
            votes += told
            abroad = _abroad(place, mass, self._scene.others[self._key])
            if abroad is not None:
                votes.append(abroad)
            if place.admin1_code is not None:
                votes += self._unit_votes(country, place.admin1_code, place.admin1)[1]
        if place.kind is not PlaceKind.COUNTRY:
            near = self._nearness(vector)
            if near > 0:
                votes.append((NEARNESS_WEIGHT * _grown(near), "near other places"))
        votes += [vote(place, places) for vote, places in self._said]
        return votes

    def _country_votes(self, country: str) -> tuple[float, float, list[Vote]]:
        """How much the others say for a country; their vote for what lies in it."""
        told = self._of_country.get(country)
        if told is None:
            mass = self._scene.countries.get(country, 0.0)
            mass -= self._scene.own[self._key].get(country, 0.0)
            vote = COUNTRY_WEIGHT * _grown(mass) if mass > 0 else 0.0
            votes = [(vote, country_reason(country))] if mass > 0 else []
            told = self._of_country[country] = mass, vote, votes
        return told

    def _unit_votes(
        self, country: str, code: str, name: str | None
    ) -> tuple[float, list[Vote]]:
        """Votes of the names that lie in a first-order unit, and of those that could."""
        unit = country, code
        told = self._of_unit.get(unit)
        if told is None:
            scene, votes = self._scene, []
            mass = scene.units.get(unit, 0.0)
            mass -= scene.own_units[self._key].get(unit, 0.0)
            if mass > 0:
                votes.append(
                    (ADMIN1_WEIGHT * _grown(mass), f"other places in {name or code}")
                )
            held = scene.cover.get(unit, 0.0) - scene.shares.get(self._key, 0.0)
            if held > 0:
                votes.append((COVER_WEIGHT * _grown(held), ""))
            told = self._of_unit[unit] = sum(vote for vote, _ in votes), votes
        return told

    def _nearness(self, vector: Vector) -> float:
        """How much of the others is near, each by how surely it is where it is."""
        x, y, z = vector
        near = 0.0
        for spot, mass in self._spots:
            if x * spot[0] + y * spot[1] + z * spot[2] >= _FAR_DOT:
                near += mass * nearness(vector, spot)
        return near


def _grown(mass: float) -> float:
    """More of the same says ever less more, and at last nothing."""
    return log(1 + min(mass, MOST_MASS))


def country_reason(country: str | None) -> str:
    """The words for the vote of the other places in a candidate's country."""
    return f"other places in {country}"


def _abroad(place: Place, mass: float, others: float) -> Vote | None:
    """Against what lies in a country that the other names say little or nothing of."""
    if place.kind in _SETTLED and place.population < FOREIGN_PEOPLE:
        return (FOREIGN_VOTE, "") if mass < FOREIGN_SHARE * others else None
    is_lone = place.kind in _LARGE_UNITS and mass <= 0 < others
    return (LONE_UNIT_VOTE, "") if is_lone else None


def container_vote(place: Place, containers: Iterable[Place]) -> Vote:
    """Whether the candidate lies in what the text says it lies in."""
    vote: Vote = (0.0, "")
    for container in containers:
        if is_inside(place, container):
            return CONTAINER_VOTE, f"lies in {container.name}, as the text says"
        if container.country is not None and container.country != place.country:
            why = _ABROAD_OF.get(container.kind, PARENT_MISS)
            vote = (PARENT_MISS_VOTE, why)
        elif vote[0] == 0 and _is_far(place, container):
            vote = (PARENT_MISS_VOTE, PARENT_FAR)
        elif vote[0] == 0 and _is_of_another(place, container):
            vote = (PARENT_MISS_VOTE, PARENT_OTHER)
    return vote


def holder_vote(place: Place, inner: Iterable[Place]) -> Vote:
    """ "Buffalo, New York": the state, in which a Buffalo lies, and not the city."""
    for other in inner:
        if is_inside(other, place):
            return HOLDER_VOTE, f"{HOLDS} {other.name}, as the text says"
    return 0.0, ""


def _is_of_another(place: Place, container: Place) -> bool:
    """Both have a code of a first-order unit, and it is not the same."""
    codes = place.admin1_code, container.admin1_code
    return container.kind is PlaceKind.ADMIN1 and all(codes) and codes[0] != codes[1]


def neighbour_vote(place: Place, neighbours: Sequence[Place]) -> Vote:
    """For what lies by the place that the text says it lies by; against what does not."""
    apart, name = min(
        (distance_km(place.point, other.point) - other.radius_m / 1_000, other.name)
        for other in neighbours
    )
    if apart <= BY_KM:
        return BY_VOTE, f"lies by {name}, as the text says"
    if apart <= NOT_BY_KM:
        return 0.0, ""
    if all(place.country != other.country for other in neighbours):
        return NOT_BY_VOTE, NEIGHBOUR_ABROAD
    return NOT_BY_VOTE, f"far from {name}, by which the text puts it"


def _is_far(place: Place, container: Place) -> bool:
    if container.kind not in _SETTLED:
        return False
    apart = distance_km(place.point, container.point)
    is_district = container.kind is PlaceKind.ADMIN2
    reach = DISTRICT_REACH_KM if is_district else PARENT_REACH_KM
    return apart > reach + container.radius_m / 1_000
