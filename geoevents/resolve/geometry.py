"""Where exactly, and how exactly: the point, radius and precision of a wording."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from geoevents.models.mention import Relation
from geoevents.models.place import (
    EARTH_RADIUS_KM,
    Place,
    PlaceKind,
    Point,
    WherePrecision,
    distance_km,
)

PRECISIONS = {
    PlaceKind.COUNTRY: WherePrecision.COUNTRY,
    PlaceKind.CONTINENT: WherePrecision.REGION,
    PlaceKind.ADMIN1: WherePrecision.ADMIN1,
    PlaceKind.ADMIN2: WherePrecision.ADMIN2,
    PlaceKind.TOWN: WherePrecision.EXACT,
    PlaceKind.REGION: WherePrecision.REGION,
    PlaceKind.SEA: WherePrecision.SEA,
    PlaceKind.WATER: WherePrecision.REGION,
    PlaceKind.ISLAND: WherePrecision.REGION,
    PlaceKind.SITE: WherePrecision.EXACT,
    PlaceKind.AREA: WherePrecision.REGION,
}
NEAR_RADIUS_M = 15_000  # "near X" without a distance; UCDP's 2 reaches 25 km
DIRECTION_RADIUS_M = 25_000  # "the Pokrovsk direction"
UNSAID_OFFSET_KM = 7.0  # "south of X" without a distance
UNSAID_OFFSHORE_KM = 20.0
# A stated distance is rounded and a bearing covers an eighth of the circle.
OFFSET_SPREAD = 0.35
# "A train between Moscow and Beijing", "ties between X and Y": no place half-way.
FARTHEST_BETWEEN_KM = 400.0
# Of one country the road from one to the other is meant: Herat and Kandahar.
FARTHEST_AT_HOME_KM = 800.0
# "Northern X": this share of the radius away, with this share of the radius left.
PART_SHIFT, PART_RADIUS = 0.45, 0.65
# A big unit's part may begin anywhere: its circle moves no more than this.
MOST_SHIFT_KM = 120.0
LARGE_KINDS = frozenset(
    {
        PlaceKind.COUNTRY,
        PlaceKind.CONTINENT,
        PlaceKind.ADMIN1,
        PlaceKind.ADMIN2,
        PlaceKind.REGION,
        PlaceKind.SEA,
        PlaceKind.WATER,
        PlaceKind.AREA,
    }
)

Where = tuple[Point, int, WherePrecision, str | None]


def whereabouts(  # noqa: PLR0911 - one line a kind of relation
    place: Place, relation: Relation | None, other: Place | None
) -> Where:
    """Point, radius in metres, precision and label of ``relation`` to ``place``.

    The label is None where the place's own name says it all.
    """
    precision = PRECISIONS[place.kind]
    if relation is None:
        return place.point, place.radius_m, precision, None
    if relation.kind == "between":
        return _between(place, other, precision)
    if relation.kind == "part":
        return _part(place, relation, precision)
    if relation.kind == "direction":
        radius = max(place.radius_m, DIRECTION_RADIUS_M)
        return (
            place.point,
            radius,
            WherePrecision.REGION,
            f"{place.name} {relation.text}",
        )
    if relation.kind == "along":
        return place.point, place.radius_m, WherePrecision.REGION, f"along {place.name}"
    if relation.kind == "off":
        return _offshore(place, relation)
    if relation.kind == "offset":
        return _offset(place, relation, precision)
    return _near(place, relation, precision)


def _near(place: Place, relation: Relation, precision: WherePrecision) -> Where:
    if place.kind in LARGE_KINDS:
        return place.point, place.radius_m, precision, f"{_word(relation)} {place.name}"
    reach = (relation.distance_km or 0) * 1_000
    radius = round(max(place.radius_m + reach, NEAR_RADIUS_M))
    return place.point, radius, WherePrecision.NEAR, f"{_word(relation)} {place.name}"


def _word(relation: Relation) -> str:
    return "outside" if relation.kind == "outside" else "near"


def _offset(place: Place, relation: Relation, precision: WherePrecision) -> Where:
    label = f"{relation.text} {place.name}"
    if place.kind in LARGE_KINDS and relation.distance_km is None:
        return place.point, place.radius_m, precision, label
    if relation.bearing_deg is None:
        return _near(place, relation, precision)
    away = relation.distance_km or UNSAID_OFFSET_KM
    point = moved(place.point, away, relation.bearing_deg)
    spread = max(OFFSET_SPREAD * away * 1_000, place.radius_m, 3_000)
    if relation.distance_km is None:
        spread = max(spread, NEAR_RADIUS_M)
    return point, round(spread), WherePrecision.NEAR, label


def _offshore(place: Place, relation: Relation) -> Where:
    """The coast is not known here: the circle reaches out to sea and back."""
    away = relation.distance_km or UNSAID_OFFSHORE_KM
    if place.kind is PlaceKind.COUNTRY:
        radius = place.radius_m
    else:
        radius = round(place.radius_m + away * 1_000)
    return place.point, radius, WherePrecision.SEA, f"{relation.text} {place.name}"


def _part(place: Place, relation: Relation, precision: WherePrecision) -> Where:
    label = f"{relation.text} {place.name}"
    if relation.bearing_deg is None or place.kind not in LARGE_KINDS | {PlaceKind.TOWN}:
        return place.point, place.radius_m, precision, label
    shift = min(place.radius_m / 1_000 * PART_SHIFT, MOST_SHIFT_KM)
    point = moved(place.point, shift, relation.bearing_deg)
    if place.kind is PlaceKind.COUNTRY:
        precision = WherePrecision.REGION
    radius = max(place.radius_m * PART_RADIUS, place.radius_m - shift * 1_000)
    return point, round(radius), precision, label


def _between(place: Place, other: Place | None, precision: WherePrecision) -> Where:
    countries = {place.kind, getattr(other, "kind", None)} & {PlaceKind.COUNTRY}
    if other is None or countries:
        return place.point, place.radius_m, precision, None
    are_towns = place.kind is other.kind is PlaceKind.TOWN
    is_home = are_towns and place.country == other.country
    apart = distance_km(place.point, other.point)
    if apart > (FARTHEST_AT_HOME_KM if is_home else FARTHEST_BETWEEN_KM):
        return place.point, place.radius_m, precision, None
    point = middle(place.point, other.point)
    radius = round(max(apart * 500, place.radius_m, other.radius_m))
    label = f"between {place.name} and {other.name}"
    return point, radius, WherePrecision.REGION, label


def moved(point: Point, away_km: float, bearing_deg: float) -> Point:
    """The point ``away_km`` from ``point`` towards a bearing from north."""
    angle, turn = away_km / EARTH_RADIUS_KM, radians(bearing_deg)
    lat1, lon1 = radians(point.lat), radians(point.lon)
    lat2 = asin(sin(lat1) * cos(angle) + cos(lat1) * sin(angle) * cos(turn))
    lon2 = lon1 + atan2(
        sin(turn) * sin(angle) * cos(lat1), cos(angle) - sin(lat1) * sin(lat2)
    )
    return Point(lat=round(degrees(lat2), 5), lon=round(_wrapped(degrees(lon2)), 5))


def middle(one: Point, two: Point) -> Point:
    """Half-way along the great circle."""
    lat1, lat2 = radians(one.lat), radians(two.lat)
    spread = radians(two.lon - one.lon)
    across, along = cos(lat2) * cos(spread), cos(lat2) * sin(spread)
    lat = atan2(sin(lat1) + sin(lat2), sqrt((cos(lat1) + across) ** 2 + along**2))
    lon = radians(one.lon) + atan2(along, cos(lat1) + across)
    return Point(lat=round(degrees(lat), 5), lon=round(_wrapped(degrees(lon)), 5))


def _wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180
