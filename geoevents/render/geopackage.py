"""Events as a GeoPackage 1.3 file (OGC 12-128r17), written with SQLite alone."""

import sqlite3
import struct
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.render.rows import event_row

_APPLICATION_ID = 0x47504B47  # "GPKG"
_USER_VERSION = 10300  # 1.3.0
_WGS84 = (
    'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],'
    'PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433],AUTHORITY["EPSG","4326"]]'
)
# The standard wants a change time; a fixed one keeps the file reproducible.
_LAST_CHANGE = "2000-01-01T00:00:00.000Z"
_TABLES = """
CREATE TABLE gpkg_spatial_ref_sys (srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY,
  organization TEXT NOT NULL, organization_coordsys_id INTEGER NOT NULL,
  definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (table_name TEXT PRIMARY KEY, data_type TEXT NOT NULL,
  identifier TEXT UNIQUE, description TEXT DEFAULT '', last_change DATETIME NOT NULL,
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
  srs_id INTEGER REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL,
  geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
  m TINYINT NOT NULL, PRIMARY KEY (table_name, column_name));
"""


def write_geopackage(
    path: Path, events: Sequence[Event], articles: Mapping[str, Article]
) -> None:
    """Write layer ``events``; geometry is null where an event has no place."""
    path.unlink(missing_ok=True)
    connection = sqlite3.connect(path)
    try:
        with connection:
            _write_frame(connection)
            _write_events(connection, events, articles)
    finally:
        connection.close()


def _write_frame(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {_USER_VERSION}")
    connection.executescript(_TABLES)
    connection.executemany(
        "INSERT INTO gpkg_spatial_ref_sys VALUES (?, ?, ?, ?, ?, NULL)",
        [
            ("Undefined cartesian", -1, "NONE", -1, "undefined"),
            ("Undefined geographic", 0, "NONE", 0, "undefined"),
            ("WGS 84", 4326, "EPSG", 4326, _WGS84),
        ],
    )


def _write_events(
    connection: sqlite3.Connection,
    events: Sequence[Event],
    articles: Mapping[str, Article],
) -> None:
    rows = [event_row(event, articles) for event in events]
    columns = list(rows[0]) if rows else ["event_id"]
    typed = ", ".join(f'"{name}" {_sql_type(rows, name)}' for name in columns)
    connection.execute(
        f"CREATE TABLE events (fid INTEGER PRIMARY KEY AUTOINCREMENT, geom POINT, {typed})"
    )
    connection.execute(
        "INSERT INTO gpkg_contents VALUES ('events', 'features', 'events', '', ?, "
        "-180, -90, 180, 90, 4326)",
        (_LAST_CHANGE,),
    )
    connection.execute(
        "INSERT INTO gpkg_geometry_columns VALUES "
        "('events', 'geom', 'POINT', 4326, 0, 0)"
    )
    holes = ", ".join("?" for _ in range(len(columns) + 1))
    names = ", ".join(f'"{name}"' for name in columns)
    connection.executemany(
        f"INSERT INTO events (geom, {names}) VALUES ({holes})",  # noqa: S608
        [
            (_point(event), *(row[name] for name in columns))
            for event, row in zip(events, rows, strict=True)
        ],
    )


def _sql_type(rows: list[dict[str, Any]], name: str) -> str:
    kinds = {type(row[name]) for row in rows if row[name] is not None}
    if kinds <= {int}:
        return "INTEGER"
    if kinds <= {int, float}:
        return "REAL"
    return "BOOLEAN" if kinds == {bool} else "TEXT"


def _point(event: Event) -> bytes | None:
    """GeoPackage binary: header without envelope, then little-endian WKB."""
    if event.place is None:
        return None
    header = b"GP" + bytes([0, 1]) + struct.pack("<i", 4326)
    lon, lat = event.place.point.lon, event.place.point.lat
    return header + struct.pack("<BIdd", 1, 1, lon, lat)
