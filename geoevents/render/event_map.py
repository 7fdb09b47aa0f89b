"""The map as a folium map: for notebooks, and as the builder of the exported page."""

import base64
import gzip
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from html import escape
from typing import Any

import folium
from branca.element import Figure

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.place import Point
from geoevents.render.assemble_client import client_script, client_styles
from geoevents.render.basemap_file import basemap_near
from geoevents.render.inline import (
    InlineData,
    InlineMarkup,
    InlineScript,
    InlineStyle,
)
from geoevents.render.leaflet_assets import leaflet_script, leaflet_styles
from geoevents.render.method_note import METHOD_NOTES, data_credits
from geoevents.render.payload import build_payload, payload_json, shorten_ids
from geoevents.render.view import DEFAULT_OPTIONS, ExportOptions, View, redacted
from geoevents.render.word_code import code_quotes

# The page asks for nothing: even a mistake could not make it call home.
CONTENT_POLICY = (
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; "
    "img-src data: blob:; base-uri 'none'; form-action 'none'"
)
PAGE_STYLE = (
    "html,body{height:100%;margin:0}"
    "body{display:flex;flex-direction:column;background:#fff}"
    "[data-geoevents=view]{flex:1;min-height:0;font:13px system-ui,sans-serif}"
)


class EventMap(folium.Map):
    """A folium map drawn by our client: no address is loaded, no text is a template.

    folium's own layers cannot be added to it; its events are data of the client.
    """

    default_js: list[tuple[str, str]] = []  # noqa: RUF012 - folium's own shape
    default_css: list[tuple[str, str]] = []  # noqa: RUF012

    def __init__(self, *, title: str) -> None:
        super().__init__(location=(0, 0), tiles=None)
        self.title = title
        self._children.clear()

    def render(self, **kwargs: object) -> str:
        """Place every part in the figure; folium's own page parts are left out."""
        figure = self.get_root()
        if isinstance(figure, Figure):
            figure.title = escape(self.title)
        for child in self._children.values():
            child.render(**kwargs)
        return ""


def event_map(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    title: str = "",
    view: View | None = None,
    options: ExportOptions = DEFAULT_OPTIONS,
) -> EventMap:
    """The events as a folium map that shows itself in a notebook."""
    packed = pack_events(events, articles, options=options)
    return packed_map(packed, title=title, view=view)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackedEvents:
    """The data block of a page: what it holds, its digest, and where its events lie."""

    block: object  # base64 of gzip, or the payload itself
    digest: str  # SHA-256 of the block's JSON, before compression
    id_length: int
    spots: tuple[Point, ...]


def pack_events(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    options: ExportOptions = DEFAULT_OPTIONS,
) -> PackedEvents:
    """The events as a page carries them, less what the options leave out."""
    shown = [redacted(event, options) for event in events]
    payload = build_payload(shown, articles, decimals=options.decimals)
    id_length = shorten_ids(payload)
    if options.compress:
        code_quotes(payload)
    data = payload_json(payload)
    packed = base64.b64encode(gzip.compress(data, compresslevel=6, mtime=0)).decode()
    return PackedEvents(
        block=packed if options.compress else payload,
        digest=sha256(data).hexdigest(),
        id_length=id_length,
        spots=_spots(payload["places"]),
    )


def _spots(places: Mapping[str, Sequence[float]]) -> tuple[Point, ...]:
    """Where the events lie, to a tenth of a degree: enough to know the tile."""
    spots = {
        (round(lat, 1), round(lon, 1))
        for lat, lon in zip(places["lat"], places["lon"], strict=True)
    }
    return tuple(Point(lat=lat, lon=lon) for lat, lon in sorted(spots))


def packed_map(
    packed: PackedEvents,
    *,
    title: str = "",
    view: View | None = None,
    total: int | None = None,
    footer: str = "",
) -> EventMap:
    """A map of packed events.

    ``total`` is the number of events before filtering; ``footer`` is markup with
    every foreign text escaped.
    """
    config = _config(title=title, view=view, total=total)
    if config.get("selection"):
        config["selection"] = config["selection"][: packed.id_length]
    page = EventMap(title=title or "Events")
    for part in _parts(packed, config, footer=footer):
        page.add_child(part)
    return page


def _config(*, title: str, view: View | None, total: int | None) -> dict[str, Any]:
    config: dict[str, Any] = {
        "title": title,
        "theme": "auto",
        "notes": list(METHOD_NOTES),
        "credits": data_credits(),
    }
    if total is not None:
        config["total"] = total
    if view is not None:
        where = asdict(view)
        config["selection"] = where.pop("selection")
        config["view"] = where
    return config


def _parts(
    packed: PackedEvents, config: Mapping[str, Any], *, footer: str
) -> list[InlineData | InlineMarkup | InlineScript | InlineStyle]:
    """Everything of the page, in the order it stands there."""
    basemap = basemap_near(packed.spots)
    return [
        InlineMarkup("head", _head(), in_head=True),
        InlineStyle("leaflet_styles", leaflet_styles()),
        InlineStyle("client_styles", client_styles() + PAGE_STYLE),
        InlineMarkup("view", '<div data-geoevents="view"></div>' + footer),
        InlineData("config", config),
        InlineData("events", packed.block),
        InlineData("basemap", base64.b64encode(basemap).decode() if basemap else None),
        InlineScript("leaflet", leaflet_script()),
        InlineScript("client", client_script()),
    ]


def _head() -> str:
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{CONTENT_POLICY}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        '<link rel="icon" href="data:,">'
    )
