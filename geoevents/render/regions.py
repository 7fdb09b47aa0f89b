"""Outlines of first-order regions, for events that name no finer place.

Read from the prepared ``data/admin1.geojson.gz`` (Natural Earth, keyed by place id)
only when an event needs one; without the file the client draws a radius ring.
"""

import gzip
import json
from collections.abc import Iterable
from functools import cache
from typing import Any

from geoevents.models.event import EventPlace
from geoevents.models.place import WherePrecision
from geoevents.settings import Settings

REGIONS_FILE = "admin1.geojson.gz"
UNITS_PER_DEGREE = 1000

Rings = list[list[int]]


def region_outlines(places: Iterable[EventPlace]) -> dict[str, Rings]:
    """Rings by place id, ``lon, lat, lon, lat …`` in thousandths of a degree."""
    wanted = {
        place.place.id for place in places if place.where_prec >= WherePrecision.ADMIN1
    }
    if not wanted:
        return {}
    outlines = _all_outlines()
    return {
        place_id: _rings(outlines[place_id])
        for place_id in sorted(wanted & outlines.keys())
    }


@cache
def _all_outlines() -> dict[str, dict[str, Any]]:
    path = Settings.from_environment().data_dir / REGIONS_FILE
    if not path.is_file():
        return {}
    collection = json.loads(gzip.decompress(path.read_bytes()))
    return {feature["id"]: feature["geometry"] for feature in collection["features"]}


def _rings(geometry: dict[str, Any]) -> Rings:
    polygons = geometry["coordinates"]
    if geometry["type"] == "Polygon":
        polygons = [polygons]
    return [
        [round(value * UNITS_PER_DEGREE) for point in ring for value in point]
        for polygon in polygons
        for ring in polygon
    ]
