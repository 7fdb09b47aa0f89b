"""The offline table of places: built once, shipped in ``data/``, read by SQLite."""

from pathlib import Path

from geoevents.gazetteer.search import Gazetteer
from geoevents.gazetteer.supplement import read_nationalities
from geoevents.gazetteer.unpack import unpacked_table
from geoevents.settings import Settings

__all__ = [
    "Gazetteer",
    "build_from_geonames",
    "download_geonames",
    "open_gazetteer",
    "rebuild",
]


def open_gazetteer(settings: Settings) -> Gazetteer:
    """The table of these settings; unpacks it on first use (about 2 s).

    Raises ``GazetteerMissingError`` where there is none, ``GazetteerError`` where it
    cannot be used.
    """
    return Gazetteer(
        unpacked_table(settings.data_dir, settings.cache_dir),
        read_nationalities(settings.data_dir / "demonyms.csv"),
    )


def rebuild(data_dir: Path) -> str:
    """Builds the shipped table from the pinned packages; returns its SHA-256."""
    from geoevents.gazetteer import build  # noqa: PLC0415 - needs the build packages

    return build.rebuild(data_dir)


def build_from_geonames(
    directory: Path,
    out: Path,
    countries: tuple[str, ...] = (),
    *,
    tables_dir: Path | None = None,
) -> int:
    """Builds a bigger table from GeoNames dump files; returns how many places.

    ``tables_dir`` holds supplement.csv and abbreviations.csv, to be added. A table
    written to ``gazetteer.sqlite`` in the data folder is used instead of the shipped.
    """
    from geoevents.gazetteer import geonames_dump  # noqa: PLC0415 - rarely used

    return geonames_dump.build(directory, out, countries, tables_dir=tables_dir)


def download_geonames(directory: Path, countries: tuple[str, ...] = ()) -> list[Path]:
    """Fetches the GeoNames dump files a build needs; returns their paths."""
    from geoevents.gazetteer import geonames_dump  # noqa: PLC0415 - rarely used

    return geonames_dump.download(directory, countries)
