"""The prepared basemap in ``data/basemap``: gzip bytes, read once."""

from functools import cache
from pathlib import Path

from geoevents.settings import Settings

BASEMAP_FILE = Path("basemap") / "world.bin.gz"


@cache
def basemap_gzip() -> bytes | None:
    """The packed basemap, or None where the prepared data is not there."""
    path = Settings.from_environment().data_dir / BASEMAP_FILE
    return path.read_bytes() if path.is_file() else None
