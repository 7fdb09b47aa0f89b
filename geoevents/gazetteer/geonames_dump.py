"""A bigger table from GeoNames' own dump files, for those with a network.

Reads ``allCountries.txt`` or one file a country, and where they are there
``alternateNamesV2.txt``, ``admin1CodesASCII.txt`` and ``countryInfo.txt``. Rows are
streamed into SQLite, so memory stays small however big the dump is.
"""

import csv
import sqlite3
import sys
import urllib.request
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from geoevents.errors import GazetteerError, GazetteerMissingError
from geoevents.gazetteer.build_outlines import equal_area_radius_km
from geoevents.gazetteer.names import normal
from geoevents.gazetteer.schema import (
    ALTERNATE,
    MAIN,
    SCHEMA,
    SCHEMA_VERSION,
    STRIPPED,
    PlaceRow,
)
from geoevents.gazetteer.spellings import add_spellings
from geoevents.gazetteer.supplement import read_abbreviations, read_supplements
from geoevents.gazetteer.unit_words import strip_unit_words, town_radius_m

DUMP_URL = "https://download.geonames.org/export/dump/"
TABLES = ("admin1CodesASCII.txt", "countryInfo.txt")
ALL_COUNTRIES, ALTERNATES = "allCountries.txt", "alternateNamesV2.txt"
LANGUAGES = frozenset({"", "en", "abbr"})
BATCH_ROWS = 50_000
SPREAD = 1.25
_RADII_M = {
    "country": 500_000,
    "admin1": 80_000,
    "admin2": 25_000,
    "region": 100_000,
    "continent": 3_000_000,
    "sea": 300_000,
    "water": 60_000,
    "island": 20_000,
    "site": 3_000,
}
_CODES = {
    "A": {"ADM1": "admin1", "ADM2": "admin2", "ADM3": "admin2"},
    "H": {
        **dict.fromkeys(("SEA", "STRT", "GULF", "BAY", "OCN"), "sea"),
        **dict.fromkeys(("LK", "LKS", "STM", "STMS", "CNL", "RSV"), "water"),
    },
    "T": {
        **dict.fromkeys(("ISL", "ISLS", "ATOL"), "island"),
        **dict.fromkeys(("MT", "MTS", "PASS", "PEN", "VAL", "DSRT", "PLAT"), "region"),
    },
    "L": {
        **dict.fromkeys(("RGN", "RGNH", "AREA"), "region"),
        "CONT": "continent",
        **dict.fromkeys(("MILB", "NVB"), "site"),
    },
    "S": dict.fromkeys(
        ("AIRP", "AIRB", "AIRF", "INSM", "PSTB", "PSN", "DAM", "CMPRF", "CMP"), "site"
    ),
}

_STAGE = """
CREATE TEMP TABLE heard(normal TEXT, place INTEGER, rank INTEGER);
"""
_SETTLE = """
INSERT INTO name SELECT h.normal, h.place, MIN(h.rank)
    FROM temp.heard h WHERE h.place IN (SELECT id FROM place)
    GROUP BY h.normal, h.place ORDER BY h.normal, h.place;
INSERT OR IGNORE INTO admin SELECT country, admin1, id FROM place
    WHERE kind = 'admin1' AND country IS NOT NULL AND admin1 IS NOT NULL ORDER BY id;
"""
Heard = tuple[str, int, int]


def build(
    directory: Path,
    out: Path,
    countries: tuple[str, ...] = (),
    *,
    tables_dir: Path | None = None,
) -> int:
    """Writes a plain SQLite table to ``out``; returns how many places it holds.

    ``countries`` are ISO alpha-2 codes; empty means all of ``allCountries.txt``.
    ``tables_dir`` holds our supplement and abbreviations, to be added.
    Raises ``GazetteerMissingError`` where a dump file is missing.
    """
    dumps = _dump_files(directory, countries)
    areas = _areas(directory / "countryInfo.txt")
    out.parent.mkdir(parents=True, exist_ok=True)
    scratch = out.with_suffix(".part")
    scratch.unlink(missing_ok=True)
    connection = sqlite3.connect(scratch)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF;")
        connection.executescript(SCHEMA + _STAGE)
        for dump in dumps:
            _insert(connection, _places(dump, countries, areas))
        _insert_heard(connection, _alternates(directory / ALTERNATES))
        if tables_dir is not None:
            _add_own(connection, tables_dir)
        connection.executescript(_SETTLE)
        add_spellings(connection)
        connection.commit()
        count = int(connection.execute("SELECT COUNT(*) FROM place").fetchone()[0])
        _write_meta(connection, count)
    finally:
        connection.close()
    scratch.replace(out)
    return count


def _dump_files(directory: Path, countries: tuple[str, ...]) -> list[Path]:
    whole = directory / ALL_COUNTRIES
    if not countries or (
        whole.is_file() and not (directory / f"{countries[0]}.txt").is_file()
    ):
        files = [whole]
    else:
        files = [directory / f"{country}.txt" for country in countries]
    for path in files:
        if not path.is_file():
            message = (
                f"{path.name} is not in {directory}; fetch it with "
                "`geoevents gazetteer download`"
            )
            raise GazetteerMissingError(message)
    return files


def _lines(path: Path) -> Iterator[list[str]]:
    csv.field_size_limit(sys.maxsize)
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.reader(
            (line for line in lines if not line.startswith("#")),
            delimiter="\t",
            quoting=csv.QUOTE_NONE,
        )


def _areas(path: Path) -> dict[str, float]:
    """Square kilometres by ISO alpha-2; empty where the file is missing."""
    if not path.is_file():
        return {}
    return {row[0]: float(row[6] or 0) for row in _lines(path) if len(row) > 6}  # noqa: PLR2004


def _places(
    path: Path, countries: tuple[str, ...], areas: dict[str, float]
) -> Iterator[tuple[PlaceRow, str]]:
    """Rows of a dump file with its own list of other names."""
    for number, row in enumerate(_lines(path), start=1):
        try:
            kind = kind_of(row[6], row[7])
            if kind is None or (countries and row[8] not in countries):
                continue
            people = int(row[14] or 0)
            place = PlaceRow(
                id=int(row[0]),
                name=row[1],
                lat=float(row[4]),
                lon=float(row[5]),
                kind=kind,
                country=row[8] or None,
                population=people,
                radius_m=_radius_m(kind, people, areas.get(row[8], 0.0)),
                feature=row[7],
                admin1=row[10] or None,
            )
        except (IndexError, ValueError) as error:
            message = f"{path}:{number}: no GeoNames dump line ({error})"
            raise GazetteerError(message) from error
        yield place, row[3]


def kind_of(feature_class: str, code: str) -> str | None:
    """PlaceKind value of a GeoNames feature, None for what is left out."""
    if feature_class == "P":
        return None if code in {"PPLH", "PPLQ", "PPLW"} else "town"
    if feature_class == "A" and code.startswith("PCL"):
        return "country"
    return _CODES.get(feature_class, {}).get(code)


def _radius_m(kind: str, people: int, area: float) -> int:
    if kind == "town":
        return town_radius_m(people)
    if kind == "country" and area > 0:
        return round(equal_area_radius_km(area) * SPREAD * 1_000)
    return _RADII_M[kind]


def _insert(
    connection: sqlite3.Connection, places: Iterable[tuple[PlaceRow, str]]
) -> None:
    rows: list[tuple[object, ...]] = []
    heard: list[Heard] = []
    for place, others in places:
        rows.append(_columns(place))
        heard.extend(_heard(place.id, place.kind, [place.name], MAIN))
        heard.extend(_heard(place.id, place.kind, others.split(","), ALTERNATE))
        if len(rows) >= BATCH_ROWS:
            _flush(connection, rows, heard)
    _flush(connection, rows, heard)


def _columns(row: PlaceRow) -> tuple[object, ...]:
    return (
        *(row.id, row.name, row.lat, row.lon, row.radius_m, row.population),
        *(row.country, row.kind, row.feature, row.admin1, row.admin2, row.slug),
    )


def _heard(place: int, kind: str, names: Iterable[str], rank: int) -> Iterator[Heard]:
    for name in names:
        folded = normal(name)
        if not folded or (rank == ALTERNATE and (len(folded) < 3 or name[0].islower())):  # noqa: PLR2004
            continue
        yield folded, place, rank
        if kind in {"admin1", "admin2", "region"}:
            bare = strip_unit_words(folded)
            if bare:
                yield bare, place, STRIPPED


def _flush(
    connection: sqlite3.Connection, rows: list[tuple[object, ...]], heard: list[Heard]
) -> None:
    marks = ", ".join("?" * 12)
    connection.executemany(f"INSERT OR IGNORE INTO place VALUES({marks})", rows)
    connection.executemany("INSERT INTO temp.heard VALUES(?, ?, ?)", heard)
    rows.clear()
    heard.clear()


def _alternates(path: Path) -> Iterator[Heard]:
    """Names of alternateNamesV2.txt in English or without a language."""
    if not path.is_file():
        return
    for row in _lines(path):
        if len(row) > 3 and row[2] in LANGUAGES:  # noqa: PLR2004
            folded = normal(row[3])
            if folded:
                yield folded, int(row[1]), ALTERNATE


def _insert_heard(connection: sqlite3.Connection, heard: Iterable[Heard]) -> None:
    connection.executemany("INSERT INTO temp.heard VALUES(?, ?, ?)", heard)


def _add_own(connection: sqlite3.Connection, tables_dir: Path) -> None:
    rows = read_supplements(tables_dir)
    _flush(
        connection,
        [_columns(row) for row in rows],
        [(n, row.id, rank) for row in rows for n, rank in row.names.items()],
    )
    abbreviations = tables_dir / "abbreviations.csv"
    if not abbreviations.is_file():
        return
    units = {
        (country, code if kind == "admin1" else ""): place
        for place, country, code, kind in connection.execute(
            "SELECT id, country, admin1, kind FROM place"
            " WHERE kind IN ('country', 'admin1') ORDER BY population, id"
        )
    }
    _insert_heard(
        connection,
        [
            (normal(name), units[key], rank)
            for name, key, rank in read_abbreviations(abbreviations)
            if key in units
        ],
    )


def _write_meta(connection: sqlite3.Connection, count: int) -> None:
    meta = {
        "schema": str(SCHEMA_VERSION),
        "places": str(count),
        "source:geonames": "dump",
        "licence": "GeoNames CC BY 4.0, modified",
    }
    connection.executemany("INSERT INTO meta VALUES(?, ?)", sorted(meta.items()))
    connection.commit()


def _fetch(url: str, target: Path) -> None:
    with urllib.request.urlopen(url, timeout=60) as answer, target.open("wb") as file:  # noqa: S310 - fixed https address
        while chunk := answer.read(1 << 20):
            file.write(chunk)


def download(
    directory: Path,
    countries: tuple[str, ...] = (),
    *,
    fetch: Callable[[str, Path], None] = _fetch,
) -> list[Path]:
    """Fetches and unpacks the dump files; returns their paths.

    Raises ``GazetteerError`` where the service cannot be reached.
    """
    directory.mkdir(parents=True, exist_ok=True)
    zips = [f"{country}.zip" for country in countries] or ["allCountries.zip"]
    got = []
    for name in (*TABLES, *zips, "alternateNamesV2.zip"):
        target = directory / name
        try:
            fetch(DUMP_URL + name, target)
        except OSError as error:
            message = f"{DUMP_URL}{name} cannot be fetched: {error}"
            raise GazetteerError(message) from error
        got.append(_unzipped(target) if name.endswith(".zip") else target)
    return got


def _unzipped(archive: Path) -> Path:
    """The text file of the archive's own name; nothing else is unpacked."""
    member = f"{archive.stem}.txt"
    target = archive.with_suffix(".txt")
    try:
        with (
            zipfile.ZipFile(archive) as packed,
            packed.open(member) as source,
            target.open("wb") as file,
        ):
            while chunk := source.read(1 << 20):
                file.write(chunk)
    except (zipfile.BadZipFile, KeyError) as error:
        message = f"{archive} holds no {member}: {error}"
        raise GazetteerError(message) from error
    archive.unlink()
    return target
