"""The command line: each command parses, calls one function, prints.

Data goes to the output, talk to stderr. Exit codes: 0 done; 2 a wrong option; 3 done,
with some inputs refused; others as ``geoevents.errors`` says.
"""

from typing import Any

import click

from geoevents import __version__
from geoevents.cli.articles import extract, ingest, resolve
from geoevents.cli.places import gazetteer
from geoevents.cli.scores import evaluate
from geoevents.cli.views import export, serve
from geoevents.errors import GeoeventsError

__all__ = ["main"]


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


for _command in (extract, resolve, ingest, export, serve, evaluate, gazetteer):
    main.add_command(_command)
