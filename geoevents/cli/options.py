"""Options and small habits that several commands share."""

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import click

from geoevents.errors import ConfigurationError
from geoevents.settings import Settings

if TYPE_CHECKING:
    from geoevents.models.article import Article
    from geoevents.models.filters import EventFilter
    from geoevents.pipeline import Services

REFUSED_EXIT_CODE = 3
T = TypeVar("T")
E = TypeVar("E", bound=Enum)


class Refused:
    """Counts and reports inputs that were not read."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, refusal: object) -> None:
        """Say it on stderr and remember that there was one."""
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


def progress(steps: Iterable[T], label: str, length: int | None = None) -> Iterator[T]:
    """A bar on stderr, only on a terminal."""
    if not sys.stderr.isatty():
        yield from steps
        return
    with click.progressbar(steps, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


def read_inputs(
    inputs: tuple[str, ...], published: date | None, refused: Refused
) -> "list[Article]":
    """Articles of all inputs, in order."""
    from geoevents.ingest import read_articles

    return list(read_articles(inputs, published=published, refused=refused))


def services() -> "Services":
    """The model and the gazetteer of these settings."""
    from geoevents.pipeline import open_services

    return open_services(Settings.from_environment())


def write_lines(out: str, rows: Iterable[object]) -> None:
    """One JSON object a line; ``-`` is standard output."""
    with click.open_file(out, "w", encoding="utf-8") as lines:
        for row in rows:
            lines.write(json.dumps(row, ensure_ascii=False) + "\n")


def filters(command: "click.decorators.FC") -> "click.decorators.FC":
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


def read_filter(options: dict[str, Any]) -> "EventFilter":
    """The filter that the options of ``filters`` say.

    Raises:
        ConfigurationError: names the option and what it may be.
    """
    from geoevents.models.figure import FigureKind
    from geoevents.models.filters import EventFilter, parse_bbox
    from geoevents.models.report import EventType

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
