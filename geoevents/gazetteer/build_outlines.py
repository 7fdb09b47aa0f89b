"""Outlines of first-order units, simplified for shading a map. Build step only."""

import gzip
import json
from collections.abc import Callable
from itertools import pairwise
from math import asin, cos, pi, radians, sin, sqrt
from pathlib import Path
from typing import Any

EARTH_RADIUS_KM = 6371.0
# 0.03 degrees is about 3 km: invisible at the zoom where a whole region is drawn.
TOLERANCE_DEG = 0.03
# Islets below this share of a unit's area only cost bytes.
SMALLEST_SHARE = 0.004

Ring = list[list[float]]


def unit_country(outline: dict[str, Any]) -> str:
    """ISO alpha-2 by the unit's ISO 3166-2 code: Crimea and Sevastopol are UA.

    Natural Earth's own ``iso_a2`` follows whoever holds the ground.
    """
    code = str(outline["iso_3166_2"] or "")
    if len(code) > 2 and code[2] == "-" and code[:2].isalpha():  # noqa: PLR2004
        return code[:2]
    return str(outline["iso_a2"] or "")


def ring_area_km2(ring: Ring) -> float:
    """Spherical area inside a ring of [lon, lat], positive."""
    total = 0.0
    for (lon1, lat1), (lon2, lat2) in pairwise(ring):
        total += radians(lon2 - lon1) * (2 + sin(radians(lat1)) + sin(radians(lat2)))
    return abs(total) * EARTH_RADIUS_KM**2 / 2


def area_km2(polygons: list[list[Ring]]) -> float:
    """Area of a multipolygon's outer rings less its holes."""
    return sum(
        ring_area_km2(rings[0]) - sum(ring_area_km2(hole) for hole in rings[1:])
        for rings in polygons
    )


def distance_km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance (haversine)."""
    dlat, dlon = radians(lat2 - lat1), radians(lon2 - lon1)
    inner = (
        sin(dlat / 2) ** 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(dlon / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(inner)))


def equal_area_radius_km(square_km: float) -> float:
    """Radius of the circle with this area."""
    return sqrt(max(square_km, 0.0) / pi)


def read_polygons(
    wkb: bytes, *, simplify: float | None = None
) -> tuple[list[list[Ring]], tuple[float, float]]:
    """Rings of a WKB (multi)polygon, and a (lat, lon) that lies inside it."""
    import shapely  # noqa: PLC0415 - build step only

    shape = shapely.from_wkb(wkb)
    inside = shape.representative_point()
    if simplify is not None:
        shape = shapely.make_valid(shape.simplify(simplify))
    parts = [part for part in _polygons(shape) if not part.is_empty]
    rings = [
        [
            [[round(x, 2), round(y, 2)] for x, y in ring.coords]
            for ring in (part.exterior, *part.interiors)
        ]
        for part in parts
    ]
    return rings, (inside.y, inside.x)


def _polygons(shape: Any) -> list[Any]:  # noqa: ANN401 - shapely has no types
    if shape.geom_type == "Polygon":
        return [shape]
    return [
        part
        for piece in getattr(shape, "geoms", ())
        for part in _polygons(piece)
        if part.geom_type == "Polygon"
    ]


def write_outlines(
    path: Path,
    outlines: list[dict[str, Any]],
    place_of: Callable[[dict[str, Any]], int | None],
    names: dict[int, str],
) -> int:
    """A gzipped GeoJSON of one feature a unit, ``id`` as ``Place.id``."""
    features = {}
    for outline in outlines:
        place = place_of(outline)
        if place is None:
            continue
        polygons, _ = read_polygons(outline["geometry"], simplify=TOLERANCE_DEG)
        kept = _without_islets(polygons)
        if not kept:
            continue
        features[f"gn:{place}"] = {
            "type": "Feature",
            "id": f"gn:{place}",
            "properties": {"name": names[place], "country": unit_country(outline)},
            "geometry": {"type": "MultiPolygon", "coordinates": kept},
        }
    collection = {
        "type": "FeatureCollection",
        "features": [features[key] for key in sorted(features)],
    }
    text = json.dumps(collection, ensure_ascii=False, separators=(",", ":"))
    path.write_bytes(gzip.compress(text.encode(), compresslevel=9, mtime=0))
    return len(features)


def _without_islets(polygons: list[list[Ring]]) -> list[list[Ring]]:
    sizes = [ring_area_km2(rings[0]) for rings in polygons]
    floor = sum(sizes) * SMALLEST_SHARE
    return [rings for rings, size in zip(polygons, sizes, strict=True) if size >= floor]
