"""Write a filtered set of events to one file, in the format asked for."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from geoevents.errors import StoreError
from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.filters import EventFilter
from geoevents.render import tabular
from geoevents.render.geopackage import write_geopackage
from geoevents.render.html_page import html_page
from geoevents.render.view import DEFAULT_OPTIONS, ExportOptions


def write_events(
    path: Path,
    file_format: str,
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    query: EventFilter,
    title: str | None = None,
    options: ExportOptions = DEFAULT_OPTIONS,
) -> None:
    """Formats: html, geojson, csv, jsonl, kml, gpkg.

    Raises:
        StoreError: the file cannot be written.
    """
    try:
        if file_format == "gpkg":
            write_geopackage(path, events, articles)
            return
        if file_format == "html":
            text = html_page(
                events, articles, filter=query, title=title, options=options
            )
        else:
            text = _text(file_format, events, articles)
        # newline="" keeps CSV's own line ends.
        path.write_text(text, encoding="utf-8", newline="")
    except OSError as error:
        message = f"{path} cannot be written: {error.strerror}"
        raise StoreError(message) from error


def _text(
    file_format: str,
    events: Sequence[Event],
    articles: Mapping[str, Article],
) -> str:
    if file_format == "geojson":
        return tabular.geojson_text(events, articles)
    if file_format == "csv":
        return tabular.csv_text(events, articles)
    if file_format == "jsonl":
        return tabular.jsonl_text(events)
    return tabular.kml_text(events, articles)
