"""The map client as a Streamlit component: events once, then only small messages.

Two components share the work. ``event_blob`` carries bytes (events, basemap,
Leaflet) under a name made from their content; Streamlit sends unchanged bytes as a
reference. ``event_map`` gets a config of a few hundred bytes and draws. The timeline
inside the client owns the date range; writes carry a revision, the higher one wins.
"""

import gzip
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from hashlib import sha256
from typing import Any, cast

import streamlit as st

from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.models.report import EventType
from geoevents.render.assemble_client import client_styles
from geoevents.render.basemap_file import basemap_gzip
from geoevents.render.leaflet_assets import leaflet_script, leaflet_styles
from geoevents.render.method_note import METHOD_NOTES, data_credits
from geoevents.render.view import View

_NAME_DIGITS = 16
_RANGE_ENDS = 2
_BOX_SIDES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class MapState:
    """What the reader set in the map; defaults until the client first reports.

    ``revision`` counts writes. To write from Python, pass a config with ``revision``
    one higher and the fields to set, once; the client reports back when it took them.
    """

    date_from: date | None = None
    date_to: date | None = None
    certain: bool = False
    types: tuple[str, ...] | None = None
    text: str = ""
    view: View | None = None
    box: BoundingBox | None = None  # what the map shows, with some margin
    selection: str | None = None
    revision: int = 0
    shown: int | None = None

    @property
    def range(self) -> tuple[date, date] | None:
        """First and last day, or None when the whole time is shown."""
        if self.date_from is None or self.date_to is None:
            return None
        return self.date_from, self.date_to

    def as_filter(self) -> EventFilter:
        """The one filter for table and exports: they then agree with the map."""
        known = {kind.value: kind for kind in EventType}
        return EventFilter(
            date_from=self.date_from,
            date_to=self.date_to,
            certain=self.certain,
            types=frozenset(known[name] for name in self.types or () if name in known),
            text=self.text.strip() or None,
        )


def show(payload_gz: bytes, *, config: Mapping[str, Any], key: str) -> MapState:
    """Draw the map of a gzipped payload and return what the reader set in it.

    ``config`` has the fields of ``Config`` in ``client/messages.js``: ``range``,
    ``types``, ``text``, ``certain``, ``view``, ``selection`` with ``revision``;
    ``height`` (default: what the window leaves), ``total``, ``title``. It must stay
    small and JSON-able.
    """
    names = {
        "events": _carry("events", payload_gz, key=f"{key}-events"),
        "leaflet": _carry("leaflet", _leaflet_gzip(), key=f"{key}-leaflet"),
    }
    basemap = basemap_gzip()
    if basemap is not None:
        names["basemap"] = _carry("basemap", basemap, key=f"{key}-basemap")
    full_config = {
        "notes": list(METHOD_NOTES),
        "credits": data_credits(),
        **config,
    }
    outcome = _map_component()(
        data={**names, "config": full_config},
        key=key,
        on_report_change=_ignore,
    )
    return map_state(getattr(outcome, "report", None))


def last_state(key: str) -> MapState:
    """What the map of this key last reported; asked before it is drawn again."""
    outcome = st.session_state.get(key)
    if isinstance(outcome, Mapping):
        return map_state(outcome.get("report"))
    return map_state(getattr(outcome, "report", None))


def map_state(report: object) -> MapState:
    """A client's report, checked field by field; anything odd becomes the default."""
    if not isinstance(report, Mapping):
        return MapState()
    bounds = report.get("range")
    days = [_day(each) for each in bounds] if isinstance(bounds, list) else []
    has_range = len(days) == _RANGE_ENDS and None not in days
    types = report.get("types")
    selection, text = report.get("selection"), report.get("text")
    return MapState(
        date_from=days[0] if has_range else None,
        date_to=days[1] if has_range else None,
        certain=report.get("certain") is True,
        types=tuple(str(each) for each in types) if isinstance(types, list) else None,
        text=text if isinstance(text, str) else "",
        view=_view(report.get("view"), selection),
        box=_box(report.get("box")),
        selection=selection if isinstance(selection, str) else None,
        revision=_whole(report.get("revision")) or 0,
        shown=_whole(report.get("shown")),
    )


def _ignore() -> None:
    """Registers the state; the value is read from the component's result."""


@cache
def _map_component() -> Callable[..., Any]:
    return cast(
        "Callable[..., Any]",
        st.components.v2.component(
            "geoevents.event_map",
            js="index.js",
            css=leaflet_styles() + client_styles(),
            isolate_styles=False,
        ),
    )


@cache
def _blob_component() -> Callable[..., Any]:
    return cast(
        "Callable[..., Any]",
        st.components.v2.component(
            "geoevents.event_blob", js="blob_index.js", isolate_styles=False
        ),
    )


@cache
def _leaflet_gzip() -> bytes:
    return gzip.compress(leaflet_script().encode(), mtime=0)


def _carry(label: str, blob: bytes, *, key: str) -> str:
    """Mount the carrier of a blob; returns the name the map asks for."""
    name = f"{label}-{_digest(blob)}"
    head = name.encode()
    packed = len(head).to_bytes(4, "little") + head + blob
    _blob_component()(data=packed, key=key)
    return name


def _digest(blob: bytes) -> str:
    return sha256(blob).hexdigest()[:_NAME_DIGITS]


def _day(text: object) -> date | None:
    try:
        return date.fromisoformat(str(text))
    except ValueError:
        return None


def _whole(number: object) -> int | None:
    return number if isinstance(number, int) and not isinstance(number, bool) else None


def _box(value: object) -> BoundingBox | None:
    if not isinstance(value, list) or len(value) != _BOX_SIDES:
        return None
    if not all(isinstance(each, int | float) for each in value):
        return None
    south, west, north, east = map(float, value)
    return BoundingBox(south=south, west=west, north=north, east=east)


def _view(value: object, selection: object) -> View | None:
    if not isinstance(value, Mapping):
        return None
    lat, lon, zoom = (value.get(name) for name in ("lat", "lon", "zoom"))
    if not all(isinstance(each, int | float) for each in (lat, lon, zoom)):
        return None
    return View(
        lat=float(str(lat)),
        lon=float(str(lon)),
        zoom=float(str(zoom)),
        selection=selection if isinstance(selection, str) else None,
    )
