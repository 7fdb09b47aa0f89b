"""Commands that show the store: export and serve."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from geoevents.cli.options import STORE, filters, read_filter
from geoevents.errors import ConfigurationError
from geoevents.settings import Settings

if TYPE_CHECKING:
    from geoevents.render.view import ExportOptions

FORMATS = ("html", "geojson", "csv", "jsonl", "kml", "gpkg")


@click.command()
@STORE
@click.option(
    "--format",
    "file_format",
    type=click.Choice(FORMATS),
    default="html",
    show_default=True,
)
@click.option("-o", "--output", required=True, metavar="FILE", help="File to write.")
@click.option("--title", default=None, help="HTML: title of the page.")
@click.option(
    "--round-coordinates", is_flag=True, help="HTML: points to a tenth of a degree."
)
@click.option("--drop-names", is_flag=True, help="HTML: no actors and claimants.")
@click.option("--drop-quotes", is_flag=True, help="HTML: no sentences.")
@filters
def export(
    store_url: str | None,
    file_format: str,
    output: str,
    title: str | None,
    **options: Any,  # noqa: ANN401
) -> None:
    """Write the events of a store that pass the filters, to one file."""
    from geoevents.render.files import write_events
    from geoevents.store import open_store

    query = read_filter(options)
    redaction = _redaction(options, file_format)
    store = open_store(store_url or Settings.from_environment().store_url)
    events = store.find(query)
    write_events(
        Path(output),
        file_format,
        events,
        store.articles(),
        query=query,
        title=title,
        options=redaction,
    )
    unplaced = sum(event.place is None for event in events)
    undated = sum(event.date_start is None for event in events)
    click.echo(
        f"{len(events)} events written to {output}; "
        f"{unplaced} without a place, {undated} without a date",
        err=True,
    )


_REDACTIONS = ("round_coordinates", "drop_names", "drop_quotes")


def _redaction(options: dict[str, Any], file_format: str) -> "ExportOptions":
    """What the page leaves out; refused where a format would tell it all the same."""
    from geoevents.render.view import ExportOptions

    asked = [name for name in _REDACTIONS if options[name]]
    if asked and file_format != "html":
        flags = ", ".join("--" + name.replace("_", "-") for name in asked)
        message = f"{flags}: only for --format html; {file_format} would tell it all"
        raise ConfigurationError(message)
    return ExportOptions(**dict.fromkeys(asked, True))


@click.command()
@click.option("--store", "store_url", metavar="URL", help="Event store to show.")
@click.option("--port", default=8501, show_default=True, help="Port to listen on.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on."
)
def serve(store_url: str | None, port: int, host: str) -> None:
    """Open the dashboard on a store; the bundled sample where that is empty."""
    from geoevents.dashboard.serve import run

    run(store_url=store_url, port=port, host=host)
