"""Commands that read articles: extract, resolve, ingest."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import click

from geoevents.cli.options import (
    INPUTS,
    PUBLISHED,
    STORE,
    Refused,
    progress,
    read_inputs,
    services,
    write_lines,
)
from geoevents.settings import Settings


@click.command()
@INPUTS
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="JSONL [default: stdout]."
)
@click.option("--trace", is_flag=True, help="Every mention and decision, with offsets.")
@PUBLISHED
def extract(
    inputs: tuple[str, ...], output: str, published: date | None, *, trace: bool
) -> None:
    """Read articles and write what they tell, one line an article."""
    from geoevents.models.codec import to_plain
    from geoevents.pipeline import read_many
    from geoevents.render.trace import trace as trace_of

    refused = Refused()
    articles = read_inputs(inputs, published, refused)

    def rows() -> Iterator[object]:
        readings = read_many(articles, services()) if articles else ()
        for reading in progress(readings, "extract", len(articles)):
            if reading.note:
                click.echo(f"geoevents: {reading.note}", err=True)
            if trace:
                yield trace_of(
                    reading.article,
                    reading.mentions,
                    reading.resolutions,
                    reading.reports,
                )
            else:
                events = [to_plain(event) for event in reading.told()]
                yield {"article_id": reading.article.id, "events": events}

    write_lines(output, rows())
    refused.finish()


@click.command()
@click.argument("source", metavar="INPUT.jsonl")
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="JSONL [default: stdout]."
)
def resolve(source: str, output: str) -> None:
    """Resolve given spans, line by line, for comparison with published figures.

    Input lines: {"id", "text", "published"?, "toponyms": [{"start", "end"}, ...]}.
    """
    from geoevents.evaluate.run import read_gold, resolve_spans

    rows = read_gold(Path(source))
    lines = resolve_spans(rows, services())
    write_lines(output, progress(lines, "resolve", len(rows)))


@click.command()
@INPUTS
@STORE
@PUBLISHED
def ingest(
    inputs: tuple[str, ...], store_url: str | None, published: date | None
) -> None:
    """Read articles into the event store and merge what is told twice."""
    from geoevents.models.filters import EventFilter
    from geoevents.pipeline import ingest as ingest_into
    from geoevents.store import open_store

    refused = Refused()
    articles = read_inputs(inputs, published, refused)
    store = open_store(store_url or Settings.from_environment().store_url)
    reports = 0
    readings = ingest_into(articles, store, services()) if articles else ()
    for reading in progress(readings, "ingest", len(articles)):
        reports += len(reading.reports)
        if reading.note:
            click.echo(f"geoevents: {reading.note}", err=True)
    total = len(store.find(EventFilter()))
    click.echo(
        f"{len(articles)} articles read, {reports} reports found; "
        f"the store holds {total} events",
        err=True,
    )
    refused.finish()
