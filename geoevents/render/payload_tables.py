"""Texts and places that many events share: each once, named by its row."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from geoevents.models.event import EventPlace

PLACE_COLUMNS = (
    "name", "lat", "lon", "radius", "prec", "kind", "country", "admin1", "id",
)  # fmt: skip


@dataclass(slots=True)
class StringTable:
    """Each text once; columns hold its index. -1 is "none"."""

    texts: list[str] = field(default_factory=list)
    _index: dict[str, int] = field(default_factory=dict)

    def add(self, text: str | None) -> int:
        """Row of the text; -1 for None."""
        if text is None:
            return -1
        if text not in self._index:
            self._index[text] = len(self.texts)
            self.texts.append(text)
        return self._index[text]

    def add_all(self, texts: Iterable[str]) -> Sequence[int]:
        """Rows of the texts, in order."""
        return [self.add(text) for text in texts] if texts else ()


@dataclass(slots=True)
class PlaceTable:
    """Each pin once, with how exact it is."""

    strings: StringTable
    decimals: int
    rows: list[list[Any]] = field(default_factory=list)
    _index: dict[tuple[Any, ...], int] = field(default_factory=dict)

    def add(self, place: EventPlace | None) -> int:
        """Row of the pin; -1 for None."""
        if place is None:
            return -1
        lat = round(place.point.lat, self.decimals)
        lon = round(place.point.lon, self.decimals)
        key = (place.name, lat, lon, place.radius_m, place.where_prec, place.place.id)
        if key not in self._index:
            self._index[key] = len(self.rows)
            row = [*key[:4], int(place.where_prec), place.place.kind.value]
            chain = (place.place.country, place.place.admin1, place.place.id)
            self.rows.append(
                [*row, *self.strings.add_all(text or "" for text in chain)]
            )
        return self._index[key]

    def columns(self) -> dict[str, list[Any]]:
        """The rows as named columns."""
        return {
            name: [row[column] for row in self.rows]
            for column, name in enumerate(PLACE_COLUMNS)
        }
