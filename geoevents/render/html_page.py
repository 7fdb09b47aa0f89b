"""One HTML file with everything in it: opens from disk, asks for nothing."""

from collections.abc import Mapping, Sequence
from html import escape

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.filters import EventFilter
from geoevents.render.collector import without_collector
from geoevents.render.event_map import pack_events, packed_map
from geoevents.render.view import DEFAULT_OPTIONS, ExportOptions, View

DEFAULT_TITLE = "Events"
FOOT_NOTES = (
    "Read from news articles by a program; every event carries its sentence.",
    "Basemap: Natural Earth (public domain). Names: GeoNames (CC BY 4.0).",
    "Leaflet (BSD-2-Clause).",
)
SHOWN_DIGITS = 16  # of the content hash; the whole stands in its title attribute


def html_page(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    filter: EventFilter | None = None,  # noqa: A002 - the domain's word for it
    view: View | None = None,
    title: str | None = None,
    options: ExportOptions = DEFAULT_OPTIONS,
) -> str:
    """The events that pass ``filter`` as one self-contained page.

    Same input, same text out. The footer names the filter, the counts and the hash of
    the data, so that a printed or forwarded copy can be checked.
    """
    with without_collector():
        return _page(
            events,
            articles,
            filter or EventFilter(),
            view=view,
            title=title or DEFAULT_TITLE,
            options=options,
        )


def _page(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    wanted: EventFilter,
    *,
    view: View | None,
    title: str,
    options: ExportOptions,
) -> str:
    passing = [event for event in events if wanted.admits(event)]
    packed = pack_events(passing, articles, options=options)
    page = packed_map(
        packed,
        title=title,
        view=view,
        total=len(events),
        footer=_footer(passing, len(events), wanted, options, packed.digest),
    )
    return str(page.get_root().render())


def filter_words(wanted: EventFilter) -> str:
    """The filter in one line, for the footer and for people."""
    bounds = wanted.bbox
    parts = [
        f"from {wanted.date_from}" if wanted.date_from else "",
        f"to {wanted.date_to}" if wanted.date_to else "",
        "certain dates only" if wanted.certain else "",
        "types " + ", ".join(sorted(wanted.types)) if wanted.types else "",
        "countries " + ", ".join(sorted(wanted.countries)) if wanted.countries else "",
        f"inside {bounds.south}, {bounds.west}, {bounds.north}, {bounds.east}"
        if bounds
        else "",
        "figures " + ", ".join(sorted(wanted.kinds)) if wanted.kinds else "",
        f"at least {wanted.min_figure}" if wanted.min_figure is not None else "",
        f"text “{wanted.text}”" if wanted.text else "",
    ]
    return "; ".join(part for part in parts if part) or "none"


def _footer(
    shown: Sequence[Event],
    total: int,
    wanted: EventFilter,
    options: ExportOptions,
    digest: str,
) -> str:
    unplaced = sum(event.place is None for event in shown)
    undated = sum(event.date_start is None for event in shown)
    left_out = [
        name
        for name, is_on in (
            ("Coordinates are rounded to 0.1°.", options.round_coordinates),
            ("Names are left out.", options.drop_names),
            ("Quotes are left out.", options.drop_quotes),
        )
        if is_on
    ]
    counts = (
        f"{len(shown):,} of {total:,} events · {unplaced:,} without a place · "
        f"{undated:,} without a date"
    )
    mark = f'<span title="SHA-256 of the data">{digest[:SHOWN_DIGITS]}</span>'
    summary = escape(f"Filter: {filter_words(wanted)} · {counts} · data ")
    rest = " ".join(escape(sentence) for sentence in (*left_out, *FOOT_NOTES))
    return (
        f'<details class="ge-foot"><summary>{summary}{mark}</summary>'
        f"<p>{rest} SHA-256 of the data: {digest}</p></details>"
    )
