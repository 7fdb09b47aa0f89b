"""Places: what a name may mean, what it was taken to mean, and how surely."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from math import asin, cos, radians, sin, sqrt

EARTH_RADIUS_KM = 6371.0088  # IUGG mean radius


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """WGS84, degrees."""

    lat: float
    lon: float


def distance_km(one: Point, two: Point) -> float:
    """Great-circle distance on the mean sphere (error below 0.5 %)."""
    lat1, lat2 = radians(one.lat), radians(two.lat)
    half_lat = (lat2 - lat1) / 2
    half_lon = radians(two.lon - one.lon) / 2
    chord = sin(half_lat) ** 2 + cos(lat1) * cos(lat2) * sin(half_lon) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(chord)))


class PlaceKind(StrEnum):
    """What sort of feature a place is; coarse on purpose (GeoNames codes refine)."""

    COUNTRY = "country"
    ADMIN1 = "admin1"
    ADMIN2 = "admin2"
    TOWN = "town"
    REGION = "region"  # informal or historic: Donbas, Sahel, Darfur
    CONTINENT = "continent"
    SEA = "sea"  # seas, straits, gulfs
    WATER = "water"  # rivers, lakes
    ISLAND = "island"
    SITE = "site"  # base, crossing, camp, plant, airport
    AREA = "area"  # front, corridor, line of control


class WherePrecision(IntEnum):
    """UCDP ``where_prec``; 0 where no place is known."""

    NONE = 0
    EXACT = 1
    NEAR = 2
    ADMIN2 = 3
    ADMIN1 = 4
    REGION = 5  # larger, linear or fuzzy feature; between two places
    COUNTRY = 6
    SEA = 7  # sea or airspace


class PlaceRole(StrEnum):
    """What a named place does in its sentence (GOLD.md)."""

    EVENT = "event"
    ORIGIN = "origin"
    DESTINATION = "destination"
    SPEAKER = "speaker"
    DATELINE = "dateline"
    ACTOR_HOME = "actor_home"
    MENTION = "mention"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A real-world place as the gazetteer (or a geocoder) knows it.

    ``country`` is ISO 3166-1 alpha-2, the internationally recognised one, and None
    for seas and contested ground without one. ``radius_m`` is the uncertainty of
    "somewhere in it": Darwin Core ``coordinateUncertaintyInMeters``.
    """

    id: str  # "gn:703448", "sup:red-sea", "osm:..."
    name: str
    point: Point
    kind: PlaceKind
    country: str | None = None
    admin1: str | None = None  # name
    admin1_code: str | None = None  # GeoNames code, country-less
    admin2: str | None = None
    geonameid: int | None = None
    feature_code: str | None = None
    population: int = 0
    radius_m: int = 5_000
    source: str = "geonames"

    def __hash__(self) -> int:
        """By its id alone: places are looked up by the thousand."""
        return hash(self.id)


# A unit reaches so many times its radius, and some kilometres over its border.
_REACH, _UNIT_REACH, _BORDER_KM = 1.2, 1.5, 20.0


def is_inside(place: Place, container: Place) -> bool:
    """By codes where both have them, else by distance and radius."""
    if place.id == container.id or place.kind is PlaceKind.COUNTRY:
        return False
    same = place.country == container.country
    if container.kind is PlaceKind.COUNTRY:
        return place.country is not None and same
    in_unit = same and place.admin1_code == container.admin1_code
    if container.kind is PlaceKind.ADMIN1:
        return in_unit
    is_second = container.kind is PlaceKind.ADMIN2
    reach = _UNIT_REACH if is_second else _REACH
    most_km = reach * container.radius_m / 1_000 + _BORDER_KM
    is_near = distance_km(place.point, container.point) < most_km
    return is_near and (in_unit or not is_second)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One place a toponym might mean. ``score`` ranks; it is no probability."""

    place: Place
    score: float
    matched: str = ""  # the name that matched
    match: str = "name"  # name | alternate | affix | fuzzy | online
    reasons: tuple[str, ...] = ()

    def __hash__(self) -> int:
        """By place and name alone, as they too are looked up by the thousand."""
        return hash((self.place.id, self.matched))


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """What one toponym was taken to mean; ``place`` None with reasons when unsure.

    ``point`` and ``radius_m`` are of what the wording says ("10 km south of X"), so
    they may differ from the place's own. ``where_prec`` likewise.
    """

    toponym: int  # index into Mentions.toponyms
    place: Place | None
    point: Point | None = None
    radius_m: int | None = None
    where_prec: WherePrecision = WherePrecision.NONE
    confidence: float = 0.0
    alternatives: tuple[Candidate, ...] = ()
    reasons: tuple[str, ...] = ()
    label: str | None = None  # "10 km south of Kupiansk"; None: the place's name
    stands_in: bool = False  # the name is unknown: ``place`` is only told near it

    @property
    def is_unresolved(self) -> bool:
        """True when no place was chosen."""
        return self.place is None
