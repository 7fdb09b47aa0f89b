"""Places out of what each service answers: a table of readers, one per service."""

from collections.abc import Callable, Mapping
from math import cos, radians
from typing import Any

from geoevents.models.place import Place, PlaceKind, Point

KM_PER_DEGREE = 111.2
DEFAULT_RADIUS_M = 5_000
LEAST_RADIUS_M = 500
_OSM_KINDS = {
    "country": PlaceKind.COUNTRY,
    "state": PlaceKind.ADMIN1,
    "province": PlaceKind.ADMIN1,
    "region": PlaceKind.ADMIN1,
    "county": PlaceKind.ADMIN2,
    "district": PlaceKind.ADMIN2,
    "municipality": PlaceKind.ADMIN2,
    "city": PlaceKind.TOWN,
    "town": PlaceKind.TOWN,
    "village": PlaceKind.TOWN,
    "hamlet": PlaceKind.TOWN,
    "suburb": PlaceKind.TOWN,
    "quarter": PlaceKind.TOWN,
    "neighbourhood": PlaceKind.TOWN,
    "locality": PlaceKind.TOWN,
    "island": PlaceKind.ISLAND,
    "islet": PlaceKind.ISLAND,
    "archipelago": PlaceKind.ISLAND,
    "river": PlaceKind.WATER,
    "lake": PlaceKind.WATER,
    "water": PlaceKind.WATER,
    "sea": PlaceKind.SEA,
    "strait": PlaceKind.SEA,
    "bay": PlaceKind.SEA,
    "continent": PlaceKind.CONTINENT,
}
_GEONAMES_KINDS = {
    "P": PlaceKind.TOWN,
    "H": PlaceKind.WATER,
    "S": PlaceKind.SITE,
    "L": PlaceKind.REGION,
    "T": PlaceKind.REGION,
}

Reader = Callable[[Mapping[str, Any]], Place]


def from_nominatim(raw: Mapping[str, Any]) -> Place:
    """Nominatim's jsonv1/jsonv2 record (``addressdetails=1``)."""
    address = raw.get("address") or {}
    country = address.get("country_code")
    lat, lon = float(raw["lat"]), float(raw["lon"])
    box = [float(side) for side in raw.get("boundingbox") or ()]
    kind = raw.get("addresstype") or raw.get("type") or ""
    return Place(
        id=f"osm:{raw.get('osm_type', 'x')[:1]}{raw.get('osm_id', 0)}",
        name=raw.get("name") or str(raw.get("display_name", "")).split(",")[0],
        point=Point(lat=lat, lon=lon),
        kind=_OSM_KINDS.get(kind, PlaceKind.SITE),
        country=country.upper() if country else None,
        admin1=address.get("state"),
        admin2=address.get("county"),
        radius_m=_box_radius_m(box[0], box[2], box[1], box[3])
        if box
        else DEFAULT_RADIUS_M,
        source="nominatim",
    )


def from_photon(raw: Mapping[str, Any]) -> Place:
    """A Photon feature; ``extent`` is west, north, east, south."""
    properties = raw["properties"]
    lon, lat = raw["geometry"]["coordinates"]
    extent = properties.get("extent")
    kind = properties.get("type") or properties.get("osm_value") or ""
    if kind in {"house", "other", "street"}:
        kind = properties.get("osm_value") or kind
    radius = DEFAULT_RADIUS_M
    if extent:
        west, north, east, south = (float(side) for side in extent)
        radius = _box_radius_m(south, west, north, east)
    return Place(
        id=f"osm:{str(properties.get('osm_type', 'x')).lower()}"
        f"{properties.get('osm_id', 0)}",
        name=properties.get("name", ""),
        point=Point(lat=float(lat), lon=float(lon)),
        kind=_OSM_KINDS.get(kind, PlaceKind.SITE),
        country=properties.get("countrycode"),
        admin1=properties.get("state"),
        admin2=properties.get("county"),
        radius_m=radius,
        source="photon",
    )


def from_geonames(raw: Mapping[str, Any]) -> Place:
    """A record of the GeoNames search service."""
    code = str(raw.get("fcode") or "")
    levels = {"ADM1": PlaceKind.ADMIN1, "ADM2": PlaceKind.ADMIN2}
    kind = levels.get(code) or _GEONAMES_KINDS.get(str(raw.get("fcl")), PlaceKind.SITE)
    if code.startswith("PCL"):
        kind = PlaceKind.COUNTRY
    return Place(
        id=f"gn:{raw['geonameId']}",
        name=raw.get("name", ""),
        point=Point(lat=float(raw["lat"]), lon=float(raw["lng"])),
        kind=kind,
        country=raw.get("countryCode") or None,
        admin1=raw.get("adminName1") or None,
        geonameid=int(raw["geonameId"]),
        feature_code=code or None,
        population=int(raw.get("population") or 0),
        radius_m=DEFAULT_RADIUS_M,
        source="geonames-online",
    )


def from_arcgis(raw: Mapping[str, Any]) -> Place:
    """An ArcGIS World Geocoding candidate."""
    lat, lon = float(raw["location"]["y"]), float(raw["location"]["x"])
    box = raw.get("extent") or {}
    radius = DEFAULT_RADIUS_M
    if box:
        radius = _box_radius_m(box["ymin"], box["xmin"], box["ymax"], box["xmax"])
    attributes = raw.get("attributes") or {}
    return Place(
        id=f"arcgis:{lat:.5f},{lon:.5f}",
        name=str(raw.get("address", "")).split(",")[0],
        point=Point(lat=lat, lon=lon),
        kind=PlaceKind.TOWN,
        country=attributes.get("CntryCode2") or None,
        admin1=attributes.get("Region") or None,
        radius_m=radius,
        source="arcgis",
    )


READERS: dict[str, Reader] = {
    "nominatim": from_nominatim,
    "photon": from_photon,
    "geonames": from_geonames,
    "arcgis": from_arcgis,
}


def from_location(name: str, lat: float, lon: float, provider: str) -> Place:
    """For any other geopy service: a point and a name, nothing more is known."""
    return Place(
        id=f"{provider}:{lat:.5f},{lon:.5f}",
        name=name.split(",", maxsplit=1)[0],
        point=Point(lat=lat, lon=lon),
        kind=PlaceKind.TOWN,
        radius_m=DEFAULT_RADIUS_M,
        source=provider,
    )


def _box_radius_m(south: float, west: float, north: float, east: float) -> int:
    """Half the diagonal of a box in degrees (south, west, north, east)."""
    height = abs(north - south) * KM_PER_DEGREE
    width = abs(east - west) * KM_PER_DEGREE * cos(radians((north + south) / 2))
    diagonal_m = float((height**2 + width**2) ** 0.5) * 1_000
    return max(round(diagonal_m / 2), LEAST_RADIUS_M)
