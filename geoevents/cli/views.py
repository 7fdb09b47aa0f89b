"""Commands that show the store: export and serve."""

from pathlib import Path
from typing import Any

import click

from geoevents.cli.options import STORE, filters, read_filter
from geoevents.settings import Settings

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
@click.option("--title", default=None, help="Title of the HTML page.")
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
    store = open_store(store_url or Settings.from_environment().store_url)
    events = store.find(query)
    write_events(
        Path(output), file_format, events, store.articles(), query=query, title=title
    )
    unplaced = sum(event.place is None for event in events)
    undated = sum(event.date_start is None for event in events)
    click.echo(
        f"{len(events)} events written to {output}; "
        f"{unplaced} without a place, {undated} without a date",
        err=True,
    )


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
