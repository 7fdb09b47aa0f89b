"""Builds ``data/gazetteer.sqlite.xz`` and the outlines from the pinned packages.

``geoevents gazetteer rebuild`` (or ``python -m geoevents.gazetteer.build``) in an
environment with requirements-data.lock. The same packages and the same hand-written
tables give the same bytes.
"""

import lzma
import sys
import tempfile
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from geoevents.gazetteer.build_outlines import write_outlines
from geoevents.gazetteer.build_rows import collect_places, outline_place, unit_codes
from geoevents.gazetteer.build_sources import PINNED, read_outlines
from geoevents.gazetteer.schema import write_table
from geoevents.gazetteer.supplement import (
    add_abbreviations,
    merge_supplement,
    read_supplements,
)

TABLE_NAME = "gazetteer.sqlite.xz"
OUTLINES_NAME = "admin1.geojson.gz"
LICENCE = (
    "GeoNames CC BY 4.0, modified; Natural Earth public domain; supplement CC BY 4.0"
)


def rebuild(data_dir: Path) -> str:
    """Writes both files into ``data_dir``; returns the table's SHA-256.

    Raises ``GazetteerError`` where a pinned package is missing.
    """
    outlines = read_outlines()
    rows = collect_places(outlines)
    add_abbreviations(data_dir / "abbreviations.csv", rows)
    codes = unit_codes(rows)
    write_outlines(
        data_dir / OUTLINES_NAME,
        outlines,
        lambda outline: outline_place(outline, rows, codes),
        {row.id: row.name for row in rows.values()},
    )
    merge_supplement(rows, read_supplements(data_dir))
    meta = {f"source:{name}": version for name, version in PINNED.items()}
    return write_compressed(
        data_dir / TABLE_NAME,
        lambda path: write_table(path, rows.values(), {**meta, "licence": LICENCE}),
    )


def write_compressed(target: Path, write: Callable[[Path], object]) -> str:
    """Runs ``write`` on a scratch file and keeps it xz-compressed at ``target``."""
    with tempfile.TemporaryDirectory() as scratch:
        plain = Path(scratch) / "gazetteer.sqlite"
        write(plain)
        packed = lzma.compress(
            plain.read_bytes(),
            check=lzma.CHECK_SHA256,
            preset=9 | lzma.PRESET_EXTREME,
        )
    target.write_bytes(packed)
    return sha256(packed).hexdigest()


def main() -> None:
    """Rebuilds into the data folder given as the first argument."""
    data_dir = Path(sys.argv[1] if len(sys.argv) > 1 else "data")
    sys.stderr.write(f"{rebuild(data_dir)}  {TABLE_NAME}\n")


if __name__ == "__main__":
    main()
