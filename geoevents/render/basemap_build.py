"""Prepare the basemap: ``python -m geoevents.render.basemap_build`` (part of `make data`).

Everything comes from pinned packages; same packages, same bytes. The file is one
gzip blob: four bytes length, a JSON index, then the tiles.
"""

import gzip
import sys
from collections.abc import Sequence

from geoevents.render.basemap_cut import LEVELS, CutLevel, cut_level
from geoevents.render.basemap_file import BASEMAP_FILE, pack_basemap
from geoevents.render.basemap_names import read_labels
from geoevents.render.basemap_shapes import read_shapes
from geoevents.render.basemap_water import read_water
from geoevents.settings import Settings

MOST_BYTES = 1_500_000


def main() -> int:
    """Build and write the file; the exit code says whether it kept to its size."""
    shapes = read_shapes()
    lakes, rivers = read_water()
    cuts = [cut_level(level, shapes, lakes, rivers) for level in LEVELS]
    packed = gzip.compress(_blob(cuts, read_labels(shapes)), compresslevel=9, mtime=0)
    path = Settings.from_environment().data_dir / BASEMAP_FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(packed)
    tiles = sum(len(cut.tiles) for cut in cuts)
    sys.stderr.write(f"{path.name}: {tiles} tiles, {len(packed):,} bytes\n")
    return 0 if len(packed) <= MOST_BYTES else 1


def _blob(cuts: Sequence[CutLevel], labels: Sequence[tuple[object, ...]]) -> bytes:
    levels = [
        {
            "zoom": level.zoom,
            "extent": level.extent,
            "buffer": level.buffer,
            "min": level.min,
        }
        for level in LEVELS
    ]
    return pack_basemap(
        levels=levels,
        tiles=[dict(sorted(cut.tiles.items())) for cut in cuts],
        solid=[sorted(set(cut.solid)) for cut in cuts],
        labels=[list(label) for label in labels],
    )


if __name__ == "__main__":
    raise SystemExit(main())
