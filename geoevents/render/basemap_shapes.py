"""Natural Earth's provinces as land, country borders and inner borders.

Read only by `make data`. One source gives all three, so they always agree: the union
of all provinces is the land, an edge between provinces of two countries is a border,
one inside a country an inner border. Coordinates are Web Mercator, 0..1, y down.
"""

from dataclasses import dataclass
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow.parquet as pq
import shapely

PROVINCES = "data/ne_10m_admin_1_states_provinces.parquet"
MERCATOR_LIMIT = 85.05112877980659  # where the map is square
SEAM = 0.02  # how far land is drawn past the 180th meridian and the pole
SEAM_TOLERANCE = 1e-8

# Natural Earth's units without a code of their own, by its three-letter key: the
# country whose internationally recognised ground they are.
RECOGNISED = {
    "CYN": "CY", "SOL": "SO", "KAB": "KZ", "USG": "CU", "WSB": "GB", "ESB": "GB",
    "CLP": "FR", "CSI": "AU", "IOA": "AU", "KAS": "KAS", "PGA": "PGA",
}  # fmt: skip
# Dashed between countries: recognition is disputed, or the line is one of control.
DISPUTED_PAIRS = {
    frozenset(pair)
    for pair in (
        ("EH", "MA"), ("RS", "XK"), ("IL", "PS"), ("IL", "SY"), ("KP", "KR"),
        ("KAS", "IN"), ("KAS", "PK"), ("KAS", "CN"), ("AE", "OM-DISPUTED"),
    )
}  # fmt: skip
# Dashed because of the province on one side, whichever country lies on the other.
DISPUTED_PROVINCES = {
    ("IN-JK", "PK"): "Kashmir, line of control",
    ("IN-JK", "CN"): "Aksai Chin, line of actual control",
    ("IN-LA", "PK"): "Kashmir, line of control",
    ("IN-LA", "CN"): "Aksai Chin, line of actual control",
    ("IN-AR", "CN"): "Arunachal Pradesh",
}
# Dashed inside a recognised country: lines held by unrecognised authorities.
HELD_APART = {"CYN": "CY", "SOL": "SO"}
HELD_PROVINCES = {"GE-AB", "MD-SN"}

Array = np.ndarray[Any, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shapes:
    """What is drawn: polygons of land, lines by class, and countries for labels."""

    land: Array
    borders: Array
    disputed: Array
    inner: Array
    countries: dict[str, Any]


def mercator(lonlat: Array) -> Array:
    """Longitude and latitude to world units."""
    lat = np.clip(lonlat[:, 1], -MERCATOR_LIMIT, MERCATOR_LIMIT)
    sine = np.sin(np.radians(lat))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.column_stack([lonlat[:, 0] / 360 + 0.5, y])


def read_shapes() -> Shapes:
    """All shapes from the installed package giso (Natural Earth 10m, provinces)."""
    table = pq.read_table(
        _provinces_file(), columns=["geometry", "iso_3166_2", "adm0_a3"]
    )
    wkb = table["geometry"].to_numpy(zero_copy_only=False)
    provinces = shapely.transform(shapely.from_wkb(wkb), mercator)
    codes = table["iso_3166_2"].to_pylist()
    keys = table["adm0_a3"].to_pylist()
    countries = [_country(code, key) for code, key in zip(codes, keys, strict=True)]
    edges, first, second = _shared_edges(provinces)
    kinds = np.array(
        [
            _edge_class(
                (codes[a], keys[a], countries[a]), (codes[b], keys[b], countries[b])
            )
            for a, b in zip(first, second, strict=True)
        ]
    )
    land = shapely.get_parts(shapely.coverage_union_all(provinces))
    return Shapes(
        land=land,
        borders=_merged(edges[kinds == "border"]),
        disputed=_merged(edges[kinds == "disputed"]),
        inner=_merged(edges[kinds == "inner"]),
        countries=_by_country(provinces, countries),
    )


def _provinces_file() -> Path:
    found = find_spec("giso")
    if found is None or found.origin is None:
        message = "giso is not installed; run `make data`"
        raise ModuleNotFoundError(message)
    return Path(found.origin).parent / PROVINCES


def _country(code: str, key: str) -> str:
    """ISO 3166-1 alpha-2 from ISO 3166-2: so Crimea (UA-43) is Ukraine's."""
    return RECOGNISED.get(key) or code.split("-", maxsplit=1)[0]


def _shared_edges(provinces: Array) -> tuple[Array, Array, Array]:
    """Segments with a province on both sides, and those provinces."""
    parts, province = shapely.get_parts(provinces, return_index=True)
    rings, part = shapely.get_rings(parts, return_index=True)  # of parts only
    points, ring = shapely.get_coordinates(rings, return_index=True)
    is_segment = ring[1:] == ring[:-1]
    start, end = points[:-1][is_segment], points[1:][is_segment]
    owner = province[part[ring[:-1][is_segment]]]
    is_turned = (start[:, 0] > end[:, 0]) | (
        (start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1])
    )
    low = np.where(is_turned[:, None], end, start)
    high = np.where(is_turned[:, None], start, end)
    edges, which, times = np.unique(
        np.column_stack([low, high]), axis=0, return_inverse=True, return_counts=True
    )
    first = np.full(len(edges), -1)
    second = np.full(len(edges), -1)
    first[which] = owner
    second[which[::-1]] = owner[::-1]
    is_shared = (times == 2) & (first != second)  # noqa: PLR2004 - two sides
    return edges[is_shared], first[is_shared], second[is_shared]


def _edge_class(one: tuple[str, str, str], other: tuple[str, str, str]) -> str:
    countries = {one[2], other[2]}
    if len(countries) == 1:
        is_held = HELD_PROVINCES & {one[0], other[0]}
        is_apart = one[1] != other[1] and {one[1], other[1]} & HELD_APART.keys()
        return "disputed" if is_held or is_apart else "inner"
    if frozenset(countries) in DISPUTED_PAIRS:
        return "disputed"
    for here, there in ((one, other), (other, one)):
        if (here[0], there[2]) in DISPUTED_PROVINCES:
            return "disputed"
    return "border"


def _merged(edges: Array) -> Array:
    segments = shapely.linestrings(edges.reshape(-1, 2, 2))
    merged = shapely.line_merge(shapely.multilinestrings(segments))
    return np.asarray(shapely.get_parts(merged))


def _by_country(provinces: Array, countries: list[str]) -> dict[str, Any]:
    members: dict[str, list[int]] = {}
    for row, country in enumerate(countries):
        members.setdefault(country, []).append(row)
    return {
        country: shapely.coverage_union_all(provinces[rows])
        for country, rows in sorted(members.items())
    }


def past_the_seam(ring: Array) -> Array:
    """Edges along the 180th meridian or the pole, led outside the world.

    There the tiles' cut hides them; stroked as coast they would draw a line that no
    coast has.
    """
    points: list[tuple[float, float]] = []
    for start, end in pairwise(ring):
        points.append((start[0], start[1]))
        outside = _outside(start, end)
        if outside is not None:
            points.extend(outside)
    points.append((ring[-1][0], ring[-1][1]))
    return np.array(points)


def _outside(start: Array, end: Array) -> list[tuple[float, float]] | None:
    for axis in (0, 1):
        for edge, beyond in ((0.0, -SEAM), (1.0, 1 + SEAM)):
            both = abs(start[axis] - edge), abs(end[axis] - edge)
            if max(both) > SEAM_TOLERANCE:
                continue
            if axis == 0:
                return [(beyond, start[1]), (beyond, end[1])]
            return [(start[0], beyond), (end[0], beyond)]
    return None
