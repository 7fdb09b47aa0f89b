"""Our own rows: seas, straits, fronts, camps, bases, crossings, missing towns.

They lie in ``data/supplement*.csv``, one place a line, each with its source and the
radius in which it lies. ``data/abbreviations.csv`` adds short names ("DRC") to places
that the other sources know only in full.
"""

import csv
from pathlib import Path
from zlib import crc32

from geoevents.gazetteer.build_outlines import distance_km
from geoevents.gazetteer.names import normal
from geoevents.gazetteer.schema import ALTERNATE, MAIN, POSTAL, PlaceRow

# Two sources put one town this far apart.
SAME_TOWN_KM = 15.0
RANKS = {"main": MAIN, "alternate": ALTERNATE, "postal": POSTAL}


def read_supplements(tables_dir: Path) -> list[PlaceRow]:
    """Rows of every ``supplement*.csv`` there, files in the order of their names."""
    files = sorted(tables_dir.glob("supplement*.csv"))
    return [row for path in files for row in _read(path)]


def _read(path: Path) -> list[PlaceRow]:
    """Rows in file order; ids are negative and follow from the slug alone."""
    rows = []
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            row = PlaceRow(
                id=-1 - crc32(line["id"].encode()),
                name=line["name"],
                lat=float(line["lat"]),
                lon=float(line["lon"]),
                kind=line["kind"],
                country=line["country"] or None,
                population=int(line["population"] or 0),
                radius_m=round(float(line["radius_km"]) * 1_000),
                feature=line["feature"] or None,
                admin1=line["admin1"] or None,
                slug=line["id"],
            )
            row.add_name(normal(row.name), MAIN)
            for name in filter(None, line["alternates"].split("|")):
                row.add_name(normal(name), MAIN)
            rows.append(row)
    return rows


def merge_supplement(rows: dict[int, PlaceRow], supplement: list[PlaceRow]) -> None:
    """Adds our rows; a place the table already has only gains our names for it."""
    by_name: dict[str, list[PlaceRow]] = {}
    for row in rows.values():
        for name in row.names:
            by_name.setdefault(name, []).append(row)
    for own in supplement:
        twins = {
            row.id: row
            for name in own.names
            for row in by_name.get(name, ())
            if _is_same(row, own)
        }
        if not twins:
            rows[own.id] = own
            continue
        twin = max(twins.values(), key=lambda row: (row.population, -row.id))
        for name, rank in own.names.items():
            twin.add_name(name, rank)
        twin.population = max(twin.population, own.population)
        if own.kind != "town":
            twin.radius_m = own.radius_m


def _is_same(row: PlaceRow, own: PlaceRow) -> bool:
    if row.kind != own.kind or row.country != own.country:
        return False
    if own.kind != "town" and row.names.get(normal(own.name)) != MAIN:
        return False
    reach = (
        SAME_TOWN_KM if own.kind == "town" else max(SAME_TOWN_KM, own.radius_m / 1e3)
    )
    return distance_km(row.lat, row.lon, own.lat, own.lon) <= reach


def add_abbreviations(path: Path, rows: dict[int, PlaceRow]) -> None:
    """Gives countries and first-order units their short names."""
    units = {
        (row.country, row.admin1 if row.kind == "admin1" else ""): row
        for row in rows.values()
        if row.kind in {"country", "admin1"}
    }
    for name, key, rank in read_abbreviations(path):
        units[key].add_name(normal(name), rank)


def read_abbreviations(path: Path) -> list[tuple[str, tuple[str, str], int]]:
    """Short name, (country, unit code or ""), rank; in file order."""
    with path.open(encoding="utf-8", newline="") as lines:
        return [
            (
                line["abbreviation"],
                (line["country"], line["admin1"]),
                RANKS[line["rank"]],
            )
            for line in csv.DictReader(lines)
        ]


def read_nationalities(path: Path) -> dict[str, str]:
    """Demonym, casefolded, to ISO alpha-2; empty where the file is missing."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            line["demonym"].replace(".", "").casefold(): line["iso2"]
            for line in csv.DictReader(lines)
        }
