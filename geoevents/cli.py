"""The command line: each command parses, calls one function, prints.

Data goes to the output, talk to stderr. Exit codes: 0 done; 2 a wrong option; 3 done,
with some inputs refused; others as ``geoevents.errors`` says.
"""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geoevents import __version__
from geoevents.errors import ConfigurationError, GeoeventsError
from geoevents.settings import Settings

if TYPE_CHECKING:
    from geoevents.models.article import Article
    from geoevents.models.filters import EventFilter
    from geoevents.pipeline import Services

REFUSED_EXIT_CODE = 3
T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class _Commands(click.Group):
    """Turns our errors into one clear line and their exit code."""

    def invoke(self, ctx: click.Context) -> Any:  # noqa: ANN401
        try:
            return super().invoke(ctx)
        except GeoeventsError as error:
            click.echo(f"geoevents: {error}", err=True)
            ctx.exit(error.exit_code)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="geoevents")
def main() -> None:
    """News articles in; an honest map of what happened, where, when and how many."""


class _Refused:
    """Counts and reports inputs that were not read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, refusal: object) -> None:
        self.count += 1
        click.echo(f"geoevents: {refusal}", err=True)

    def finish(self) -> None:
        """Leave with the exit code that says some inputs were refused."""
        if self.count:
            sys.exit(REFUSED_EXIT_CODE)


def _day(_ctx: object, _option: object, value: datetime | None) -> date | None:
    return value.date() if value else None


DAY = click.DateTime(formats=["%Y-%m-%d"])
INPUTS = click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
PUBLISHED = click.option(
    "--published", type=DAY, callback=_day, metavar="YYYY-MM-DD",
    help="Publication date of articles that bring none of their own.",
)  # fmt: skip
STORE = click.option(
    "--store", "store_url", metavar="URL",
    help="Event store, e.g. sqlite:///events.db [default: the user's data folder].",
)  # fmt: skip


def _progress(steps: Iterable[T], label: str, length: int | None = None) -> Iterator[T]:
    """A bar on stderr, only on a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


def _read(
    inputs: tuple[str, ...], published: date | None, refused: _Refused
) -> "list[Article]":
    from geoevents.ingest import read_articles  # noqa: PLC0415

    return list(read_articles(inputs, published=published, refused=refused))


def _services() -> "Services":
    from geoevents.pipeline import open_services  # noqa: PLC0415

    return open_services(Settings.from_environment())


def _write_lines(out: str, rows: Iterable[object]) -> None:
    with click.open_file(out, "w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


@main.command()
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
    from geoevents.models.codec import to_plain  # noqa: PLC0415
    from geoevents.pipeline import read_many  # noqa: PLC0415
    from geoevents.render.trace import trace as trace_of  # noqa: PLC0415

    refused = _Refused()
    articles = _read(inputs, published, refused)

    def rows() -> Iterator[object]:
        readings = read_many(articles, _services()) if articles else ()
        for reading in _progress(readings, "extract", len(articles)):
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

    _write_lines(output, rows())
    refused.finish()


@main.command()
@INPUTS
@STORE
@PUBLISHED
def ingest(
    inputs: tuple[str, ...], store_url: str | None, published: date | None
) -> None:
    """Read articles into the event store and merge what is told twice."""
    from geoevents.models.filters import EventFilter  # noqa: PLC0415
    from geoevents.pipeline import ingest as ingest_into  # noqa: PLC0415
    from geoevents.store import open_store  # noqa: PLC0415

    refused = _Refused()
    articles = _read(inputs, published, refused)
    store = open_store(store_url or Settings.from_environment().store_url)
    reports = 0
    readings = ingest_into(articles, store, _services()) if articles else ()
    for reading in _progress(readings, "ingest", len(articles)):
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


def _filters(command: "click.decorators.FC") -> "click.decorators.FC":
    """The same filter options on every command that reads the store."""
    options = (
        click.option(
            "--from",
            "date_from",
            type=DAY,
            callback=_day,
            metavar="YYYY-MM-DD",
            help="First day.",
        ),
        click.option(
            "--to",
            "date_to",
            type=DAY,
            callback=_day,
            metavar="YYYY-MM-DD",
            help="Last day.",
        ),
        click.option(
            "--certain",
            is_flag=True,
            help="Only events whose whole date interval lies inside.",
        ),
        click.option(
            "--type",
            "types",
            multiple=True,
            metavar="TYPE",
            help="Event type, e.g. Battles (repeatable).",
        ),
        click.option(
            "--country",
            "countries",
            multiple=True,
            metavar="CC",
            help="ISO 3166-1 alpha-2 (repeatable).",
        ),
        click.option(
            "--bbox", metavar="S,W,N,E", help="Degrees: south,west,north,east."
        ),
        click.option(
            "--kind",
            "kinds",
            multiple=True,
            metavar="KIND",
            help="Figure kind, e.g. killed (repeatable).",
        ),
        click.option(
            "--min-figure",
            type=click.IntRange(min=0),
            metavar="N",
            help="A figure of at least N.",
        ),
        click.option(
            "--text", metavar="WORDS", help="Words in title, place, actors or quotes."
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def _filter(options: dict[str, Any]) -> "EventFilter":
    from geoevents.models.figure import FigureKind  # noqa: PLC0415
    from geoevents.models.filters import EventFilter, parse_bbox  # noqa: PLC0415
    from geoevents.models.report import EventType  # noqa: PLC0415

    bbox = options["bbox"]
    return EventFilter(
        date_from=options["date_from"],
        date_to=options["date_to"],
        certain=options["certain"],
        types=frozenset(_member(EventType, t, "--type") for t in options["types"]),
        countries=frozenset(c.upper() for c in options["countries"]),
        bbox=parse_bbox(bbox) if bbox else None,
        kinds=frozenset(_member(FigureKind, k, "--kind") for k in options["kinds"]),
        min_figure=options["min_figure"],
        text=options["text"],
    )


def _member(kind: type[E], name: str, option: str) -> E:
    for member in kind:
        if member.value.casefold() == name.casefold():
            return member
    names = ", ".join(str(member.value) for member in kind)
    message = f"{option} {name!r} is none of: {names}"
    raise ConfigurationError(message)


FORMATS = ("html", "geojson", "csv", "jsonl", "kml", "gpkg")


@main.command()
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
@_filters
def export(
    store_url: str | None,
    file_format: str,
    output: str,
    title: str | None,
    **options: Any,  # noqa: ANN401
) -> None:
    """Write the events of a store that pass the filters, to one file."""
    from geoevents.render.files import write_events  # noqa: PLC0415
    from geoevents.store import open_store  # noqa: PLC0415

    query = _filter(options)
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


@main.command()
@click.option("--store", "store_url", metavar="URL", help="Event store to show.")
@click.option("--port", default=8501, show_default=True, help="Port to listen on.")
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on."
)
def serve(store_url: str | None, port: int, host: str) -> None:
    """Open the dashboard on a store; the bundled sample where that is empty."""
    from geoevents.dashboard.serve import run  # noqa: PLC0415

    run(store_url=store_url, port=port, host=host)


if __name__ == "__main__":
    main()
