"""Shapes cut into tiles of delta-coded whole numbers; the client's `basemap.js` reads them.

Read only by `make data`. Three levels serve all zooms: the whole world, continents,
and provinces down to towns. Cutting beforehand keeps the browser's work to drawing.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import shapely

from geoevents.render.basemap_shapes import Array, Shapes, past_the_seam

LAND, LAKE, RIVER, BORDER, DISPUTED, INNER = 1, 2, 3, 4, 5, 6
LEAST_RING = 4
BUFFER_SHARE = 64  # tiles overlap by a 64th of their side, so strokes meet


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """One pyramid step; tolerances in world units (1 is the equator's length)."""

    zoom: int
    extent: int
    min: int  # first map zoom served
    land: float
    border: float
    inner: float | None
    river: float | None
    least_area: float

    @property
    def buffer(self) -> int:
        """Overlap in tile units."""
        return self.extent // BUFFER_SHARE


LEVELS = (
    Level(
        zoom=1, extent=4096, min=0, land=3e-4, border=3e-4, inner=None, river=None,
        least_area=4e-7,
    ),
    Level(
        zoom=3, extent=4096, min=3, land=8e-5, border=6e-5, inner=1.4e-4, river=1.4e-4,
        least_area=1.2e-8,
    ),
    Level(
        zoom=6, extent=4096, min=6, land=2.1e-5, border=7e-6, inner=3.2e-5, river=2e-5,
        least_area=0.0,
    ),
)  # fmt: skip


@dataclass(slots=True)
class CutLevel:
    """Encoded tiles of one level, and those that are land all over."""

    tiles: dict[str, bytes] = field(default_factory=dict)
    solid: list[str] = field(default_factory=list)


def cut_level(level: Level, shapes: Shapes, lakes: Array, rivers: Array) -> CutLevel:
    """Every tile of a level that holds anything."""
    layers = list(_layers(level, shapes, lakes, rivers))
    cut = CutLevel()
    for x, y, pieces in _quarter(layers, 0, 0, 0, level):
        _encode_tile(cut, level, x, y, pieces)
    return cut


def _layers(
    level: Level, shapes: Shapes, lakes: Array, rivers: Array
) -> Iterator[tuple[int, Array]]:
    for kind, polygons in ((LAND, shapes.land), (LAKE, lakes)):
        kept = polygons[shapely.area(polygons) >= level.least_area]
        simple = shapely.simplify(kept, level.land, preserve_topology=True)
        if kind == LAND:
            simple = np.array([_past_the_seam(polygon) for polygon in simple])
        yield kind, simple
    yield BORDER, _simple(shapes.borders, level.border)
    yield DISPUTED, _simple(shapes.disputed, level.border)
    if level.inner is not None:
        yield INNER, _simple(shapes.inner, level.inner)
    if level.river is not None:
        yield RIVER, _simple(rivers, level.river)


def _simple(lines: Array, tolerance: float) -> Array:
    return np.asarray(shapely.simplify(lines, tolerance, preserve_topology=False))


def _past_the_seam(polygon: Any) -> Any:  # noqa: ANN401 - a shapely geometry
    shell = past_the_seam(shapely.get_coordinates(polygon.exterior))
    holes = [shapely.get_coordinates(ring) for ring in polygon.interiors]
    # Two detours may meet in the corner below Antarctica.
    return shapely.make_valid(shapely.Polygon(shell, holes))


def _quarter(
    layers: list[tuple[int, Array]], zoom: int, x: int, y: int, level: Level
) -> Iterator[tuple[int, int, list[tuple[int, Array]]]]:
    """Cut in four again and again: each cut works on little."""
    inside = []
    for kind, geometries in layers:
        box = _box(zoom, x, y, level)
        # The fast cut is for lines: of a polygon it may make something invalid.
        clipped = (
            shapely.intersection(geometries, shapely.box(*box))
            if kind in (LAND, LAKE)
            else shapely.clip_by_rect(geometries, *box)
        )
        kept = clipped[~shapely.is_empty(clipped)]
        if len(kept):
            inside.append((kind, kept))
    if not inside:
        return
    if zoom == level.zoom:
        yield x, y, inside
        return
    for dx in (0, 1):
        for dy in (0, 1):
            yield from _quarter(inside, zoom + 1, 2 * x + dx, 2 * y + dy, level)


def _box(zoom: int, x: int, y: int, level: Level) -> tuple[float, float, float, float]:
    """The tile with the overlap of the finest cut around it."""
    side = 1 / 2**zoom
    margin = 1 / (BUFFER_SHARE * 2**level.zoom)
    west, north = x * side, y * side
    return west - margin, north - margin, west + side + margin, north + side + margin


def _encode_tile(
    cut: CutLevel, level: Level, x: int, y: int, pieces: list[tuple[int, Array]]
) -> None:
    key = f"{x}/{y}"
    scale = level.extent * 2**level.zoom
    origin = np.array([x * level.extent, y * level.extent])
    encoded = bytearray()
    for kind, geometries in pieces:
        for ring in _paths(kind, geometries):
            whole = np.rint(ring * scale - origin).astype(np.int64)
            if kind == LAND and _fills(whole, level):
                cut.solid.append(key)
                continue
            encoded += _encode_path(kind, whole)
    if encoded:
        cut.tiles[key] = bytes(encoded)


def _paths(kind: int, geometries: Array) -> Iterator[Array]:
    parts = shapely.get_parts(geometries)
    if kind in (LAND, LAKE):
        parts = parts[shapely.get_type_id(parts) == 3]  # noqa: PLR2004 - polygons
        for ring in shapely.get_rings(parts):
            yield shapely.get_coordinates(ring)
        return
    for line in parts:
        yield shapely.get_coordinates(line)


def _fills(ring: Array, level: Level) -> bool:
    """True when the ring is the tile's whole box."""
    low, high = -level.buffer, level.extent + level.buffer
    corners = {(low, low), (low, high), (high, low), (high, high)}
    return {(int(px), int(py)) for px, py in ring} == corners


def _encode_path(kind: int, points: Array) -> bytes:
    """Varints: kind, flags (none yet), number of points, zigzag deltas."""
    steps = np.diff(points, axis=0)
    moved = points[1:][np.any(steps != 0, axis=1)]
    path = np.vstack([points[:1], moved])
    if kind in (LAND, LAKE):
        path = path[:-1] if np.array_equal(path[0], path[-1]) else path
        if len(path) < LEAST_RING - 1:
            return b""
    elif len(path) < 2:  # noqa: PLR2004 - a line has two ends
        return b""
    deltas = np.diff(np.vstack([[[0, 0]], path]), axis=0).ravel()
    zigzag = (deltas << 1) ^ (deltas >> 63)
    head = _varint(kind) + _varint(0) + _varint(len(path))
    return head + b"".join(_varint(int(value)) for value in zigzag)


def _varint(value: int) -> bytes:
    encoded = bytearray()
    while value > 127:  # noqa: PLR2004 - seven bits a byte
        encoded.append((value & 127) | 128)
        value >>= 7
    encoded.append(value)
    return bytes(encoded)
