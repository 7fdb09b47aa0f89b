"""The table of places as SQLite: one schema for every way it is built.

``name.rank`` says how a name belongs to its place: 0 its main name, 1 another name,
2 its name without the word for the kind of unit ("Kursk" of "Kursk Oblast"), 3 a
postal code that counts only after a comma ("Portland, OR").
"""

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

SCHEMA_VERSION = 1
MAIN, ALTERNATE, STRIPPED, POSTAL = 0, 1, 2, 3

SCHEMA = """
CREATE TABLE meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE place(
    id INTEGER PRIMARY KEY, name TEXT NOT NULL, lat REAL NOT NULL, lon REAL NOT NULL,
    radius_m INTEGER NOT NULL, population INTEGER NOT NULL, country TEXT,
    kind TEXT NOT NULL, feature TEXT, admin1 TEXT, admin2 INTEGER, slug TEXT);
CREATE TABLE name(
    normal TEXT NOT NULL, place INTEGER NOT NULL, rank INTEGER NOT NULL,
    PRIMARY KEY(normal, place)) WITHOUT ROWID;
CREATE TABLE admin(
    country TEXT NOT NULL, code TEXT NOT NULL, place INTEGER NOT NULL,
    PRIMARY KEY(country, code)) WITHOUT ROWID;
"""


@dataclass(slots=True)
class PlaceRow:
    """One place on its way into the table; coordinates in degrees."""

    id: int  # geonameid, or negative for our own rows
    name: str
    lat: float
    lon: float
    kind: str  # PlaceKind value
    country: str | None = None
    population: int = 0
    radius_m: int = 0
    feature: str | None = None
    admin1: str | None = None  # GeoNames code, country-less
    admin2: int | None = None  # id of the second-order unit
    slug: str | None = None  # of our own rows
    names: dict[str, int] = field(default_factory=dict)  # normal form -> rank

    def add_name(self, normal_name: str, rank: int) -> None:
        """Keeps the best rank of a normal form; empty forms are left out."""
        if normal_name and rank < self.names.get(normal_name, rank + 1):
            self.names[normal_name] = rank


def write_table(path: Path, rows: Iterable[PlaceRow], meta: dict[str, str]) -> int:
    """A new file at ``path``; same rows, same bytes. Returns how many places."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        connection.executescript("PRAGMA journal_mode=OFF; PRAGMA page_size=4096;")
        connection.executescript(SCHEMA)
        count = _insert(connection, sorted(rows, key=lambda row: row.id))
        meta = {**meta, "schema": str(SCHEMA_VERSION), "places": str(count)}
        connection.executemany("INSERT INTO meta VALUES(?, ?)", sorted(meta.items()))
        connection.commit()
        connection.execute("VACUUM")
    finally:
        connection.close()
    return count


def _insert(connection: sqlite3.Connection, rows: list[PlaceRow]) -> int:
    connection.executemany(
        "INSERT INTO place VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            (
                row.id,
                row.name,
                round(row.lat, 5),
                round(row.lon, 5),
                row.radius_m,
                row.population,
                row.country,
                row.kind,
                row.feature,
                row.admin1,
                row.admin2,
                row.slug,
            )
            for row in rows
        ),
    )
    connection.executemany(
        "INSERT INTO name VALUES(?, ?, ?)",
        sorted((n, row.id, rank) for row in rows for n, rank in row.names.items()),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO admin VALUES(?, ?, ?)",
        sorted(
            (row.country, row.admin1, row.id)
            for row in rows
            if row.kind == "admin1" and row.country and row.admin1
        ),
    )
    return len(rows)
