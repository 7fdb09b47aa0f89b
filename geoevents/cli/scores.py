"""The command that scores this program."""

import json
from pathlib import Path

import click

from geoevents.cli.options import services
from geoevents.errors import ConfigurationError

TASKS = ("toponyms", "resolution", "timexes", "figures", "reports", "coded")


@click.command()
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
    from geoevents.evaluate import gate as gates
    from geoevents.evaluate.run import score, table

    if gate:
        for line in gates.run(corpora, services()):
            click.echo(line)
        return
    if task is None or gold is None:
        message = (
            f"evaluate needs a task ({', '.join(TASKS)}) and a gold file, or --gate"
        )
        raise ConfigurationError(message)
    scores = score(task, Path(gold), services())
    if as_json:
        click.echo(json.dumps(scores, indent=1))
    else:
        for line in table(scores):
            click.echo(line)
