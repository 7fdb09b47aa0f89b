"""The prepared basemap in ``data/basemap``: read once, cut down for exports.

One gzip blob: four bytes length (little endian), a JSON index, then the tiles. The
client's `basemap.js` reads the same.
"""

import gzip
import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from geoevents.models.place import Point
from geoevents.settings import Settings

BASEMAP_FILE = Path("basemap") / "world.bin.gz"
NEAR_SHARE = 0.3  # of a tile: events this near an edge need the neighbour too
DETAIL_LABEL_ZOOM = 8  # names from this zoom on are only kept where detail is
MERCATOR_LIMIT = 85.0511


@dataclass(frozen=True, slots=True, kw_only=True)
class _Basemap:
    levels: list[dict[str, int]]
    tiles: list[dict[str, bytes]]
    solid: list[list[str]]
    labels: list[list[Any]]


@cache
def basemap_gzip() -> bytes | None:
    """The packed basemap, or None where the prepared data is not there."""
    path = Settings.from_environment().data_dir / BASEMAP_FILE
    return path.read_bytes() if path.is_file() else None


def basemap_near(points: Iterable[Point]) -> bytes | None:
    """The basemap with its finest tiles only around these points, packed.

    Elsewhere the next coarser level is drawn, so an exported page stays small and
    still shows the whole world.
    """
    basemap = _read()
    if basemap is None:
        return None
    finest = basemap.levels[-1]["zoom"]
    near = {key for point in points for key in _tiles_around(point, finest)}
    tiles = [*basemap.tiles[:-1], _only(basemap.tiles[-1], near)]
    solid = [*basemap.solid[:-1], [key for key in basemap.solid[-1] if key in near]]
    labels = [
        label
        for label in basemap.labels
        if label[3] < DETAIL_LABEL_ZOOM
        or _key(label[1] / 1e6, label[2] / 1e6, finest) in near
    ]
    blob = pack_basemap(levels=basemap.levels, tiles=tiles, solid=solid, labels=labels)
    return gzip.compress(blob, compresslevel=9, mtime=0)


def pack_basemap(
    *,
    levels: Sequence[Mapping[str, int]],
    tiles: Sequence[Mapping[str, bytes]],
    solid: Sequence[Sequence[str]],
    labels: Sequence[Sequence[Any]],
) -> bytes:
    """Index and tiles as one blob, not yet compressed."""
    body = bytearray()
    places: list[dict[str, list[int]]] = []
    for level_tiles in tiles:
        places.append({})
        for key, tile in level_tiles.items():
            places[-1][key] = [len(body), len(tile)]
            body += tile
    index = {"levels": levels, "tiles": places, "solid": solid, "labels": labels}
    head = json.dumps(index, ensure_ascii=False, separators=(",", ":")).encode()
    return len(head).to_bytes(4, "little") + head + bytes(body)


@cache
def _read() -> _Basemap | None:
    packed = basemap_gzip()
    if packed is None:
        return None
    blob = gzip.decompress(packed)
    length = int.from_bytes(blob[:4], "little")
    index = json.loads(blob[4 : 4 + length])
    body = blob[4 + length :]
    tiles = [
        {key: body[start : start + size] for key, (start, size) in level.items()}
        for level in index["tiles"]
    ]
    return _Basemap(
        levels=index["levels"],
        tiles=tiles,
        solid=index["solid"],
        labels=index["labels"],
    )


def _only(tiles: Mapping[str, bytes], keys: set[str]) -> dict[str, bytes]:
    return {key: tile for key, tile in tiles.items() if key in keys}


def _world(point: Point) -> tuple[float, float]:
    lat = max(-MERCATOR_LIMIT, min(MERCATOR_LIMIT, point.lat))
    sine = math.sin(math.radians(lat))
    y = 0.5 - math.log((1 + sine) / (1 - sine)) / (4 * math.pi)
    return point.lon / 360 + 0.5, y


def _key(x: float, y: float, zoom: int) -> str:
    side = 2**zoom
    return f"{int(x * side) % side}/{min(side - 1, max(0, int(y * side)))}"


def _tiles_around(point: Point, zoom: int) -> set[str]:
    x, y = _world(point)
    step = NEAR_SHARE / 2**zoom
    return {
        _key(x + dx * step, y + dy * step, zoom)
        for dx in (-1, 0, 1)
        for dy in (-1, 0, 1)
    }
