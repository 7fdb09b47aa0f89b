"""Our own rows: seas, straits, fronts, camps, bases, crossings, missing towns.

They lie in ``data/supplement.csv``, one place a line, each with its source and the
radius in which it lies. ``data/abbreviations.csv`` adds short names ("DRC") to places
that the other sources know only in full.
"""

import csv
from pathlib import Path
from zlib import crc32

from geoevents.gazetteer.names import normal
from geoevents.gazetteer.schema import ALTERNATE, MAIN, POSTAL, PlaceRow

RANKS = {"main": MAIN, "alternate": ALTERNATE, "postal": POSTAL}


def read_supplement(path: Path) -> list[PlaceRow]:
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
                row.add_name(normal(name), ALTERNATE)
            rows.append(row)
    return rows


def add_abbreviations(path: Path, rows: dict[int, PlaceRow]) -> None:
    """Gives countries and first-order units their short names."""
    units = {
        (row.country, row.admin1 if row.kind == "admin1" else ""): row
        for row in rows.values()
        if row.kind in {"country", "admin1"}
    }
    with path.open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            row = units[line["country"], line["admin1"]]
            row.add_name(normal(line["abbreviation"]), RANKS[line["rank"]])


def read_nationalities(path: Path) -> dict[str, str]:
    """Demonym, casefolded, to ISO alpha-2; empty where the file is missing."""
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            line["demonym"].replace(".", "").casefold(): line["iso2"]
            for line in csv.DictReader(lines)
        }
