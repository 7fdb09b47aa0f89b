"""Answers kept on disk with their date and provider: nothing is asked twice."""

import json
import sqlite3
from collections.abc import Callable
from dataclasses import asdict, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from geoevents.errors import GeocoderError
from geoevents.models.place import Place, PlaceKind, Point

_SCHEMA = """
CREATE TABLE IF NOT EXISTS answer(
    provider TEXT NOT NULL, name TEXT NOT NULL, country TEXT NOT NULL,
    asked_on TEXT NOT NULL, places TEXT NOT NULL,
    PRIMARY KEY(provider, name, country)) WITHOUT ROWID;
"""
Clock = Callable[[], float]


class AnswerCache:
    """A small SQLite file; ``clock`` gives seconds since 1970."""

    def __init__(self, path: Path, clock: Clock) -> None:
        self._clock = clock
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, check_same_thread=False)
            self._db.executescript(_SCHEMA)
        except (OSError, sqlite3.Error) as error:
            message = f"The geocoder's cache {path} cannot be used: {error}"
            raise GeocoderError(message) from error

    def close(self) -> None:
        """Closes the file."""
        self._db.close()

    def get(self, provider: str, name: str, country: str) -> tuple[Place, ...] | None:
        """What was answered before; None where nothing was asked yet."""
        row = self._db.execute(
            "SELECT places FROM answer WHERE provider=? AND name=? AND country=?",
            (provider, name, country),
        ).fetchone()
        return None if row is None else tuple(map(_place, json.loads(row[0])))

    def put(
        self, provider: str, name: str, country: str, places: tuple[Place, ...]
    ) -> None:
        """Keeps an answer, the empty one too, under today's date (UTC)."""
        day = datetime.fromtimestamp(self._clock(), tz=UTC).date().isoformat()
        text = json.dumps([asdict(place) for place in places], ensure_ascii=False)
        self._db.execute(
            "INSERT OR REPLACE INTO answer VALUES(?, ?, ?, ?, ?)",
            (provider, name, country, day, text),
        )
        self._db.commit()

    def asked_on(self, provider: str, name: str, country: str) -> str | None:
        """The day an answer is from, ISO 8601."""
        row = self._db.execute(
            "SELECT asked_on FROM answer WHERE provider=? AND name=? AND country=?",
            (provider, name, country),
        ).fetchone()
        return None if row is None else str(row[0])


def _place(row: dict[str, Any]) -> Place:
    point = Point(**row.pop("point"))
    kind = PlaceKind(row.pop("kind"))
    return replace(Place(point=point, kind=kind, id="", name=""), **row)
