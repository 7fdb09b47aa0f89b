"""The prepared basemap: its size, its shape, and the view of borders it takes."""

import gzip
import json

import pytest

from geoevents.models.place import Point
from geoevents.render.basemap_file import basemap_gzip, basemap_near

MOST_BYTES = 1_500_000
BORDER, DISPUTED, INNER = 4, 5, 6
FINEST = 2


def _read(packed: bytes):
    blob = gzip.decompress(packed)
    length = int.from_bytes(blob[:4], "little")
    return json.loads(blob[4 : 4 + length]), blob[4 + length :]


def _paths(tile: bytes):
    numbers, value, shift = [], 0, 0
    for byte in tile:
        value |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            numbers.append(value)
            value = shift = 0
    at = 0
    while at < len(numbers):
        kind, _, points = numbers[at : at + 3]
        at += 3
        x = y = 0
        path = []
        for k in range(points):
            dx, dy = numbers[at + 2 * k], numbers[at + 2 * k + 1]
            x += (dx >> 1) ^ -(dx & 1)
            y += (dy >> 1) ^ -(dy & 1)
            path.append((x, y))
        at += 2 * points
        yield kind, path


@pytest.fixture(scope="module")
def basemap():
    packed = basemap_gzip()
    assert packed is not None, "data/basemap is missing: run `make data`"
    assert len(packed) <= MOST_BYTES
    return _read(packed)


def _points(basemap, kind, box):
    """World points of a kind of line inside a box of degrees, from the finest tiles."""
    from math import atan, degrees, pi, sinh

    south, west, north, east = box
    index, body = basemap
    found = []
    for key, (start, size) in index["tiles"][FINEST].items():
        column, row = map(int, key.split("/"))
        for each, path in _paths(body[start : start + size]):
            if each != kind:
                continue
            for x, y in path:
                lon = ((x / 4096 + column) / 64 - 0.5) * 360
                lat = degrees(atan(sinh(pi * (1 - 2 * (y / 4096 + row) / 64))))
                if south <= lat <= north and west <= lon <= east:
                    found.append((lat, lon))
    return found


def test_line_north_of_crimea_is_no_country_border(basemap):
    assert _points(basemap, BORDER, (45.9, 33.4, 46.3, 34.9)) == []
    assert _points(basemap, INNER, (45.9, 33.4, 46.3, 34.9))


def test_ukraines_border_with_russia_is_a_country_border(basemap):
    assert len(_points(basemap, BORDER, (51.0, 34.0, 52.0, 36.0))) > 10


def test_line_of_control_in_kashmir_is_dashed(basemap):
    assert _points(basemap, DISPUTED, (33.0, 73.5, 35.0, 77.0))
    assert _points(basemap, BORDER, (33.5, 73.8, 34.8, 76.5)) == []


def test_names_that_matter_are_there_as_newspapers_spell_them(basemap):
    names = {label[0] for label in basemap[0]["labels"]}
    assert {
        "Kyiv",
        "Kharkiv",
        "Odesa",
        "Mariupol",
        "Gaza City",
        "Kursk",
        "Goma",
    } <= names
    assert "Pravyi Bereh" not in {
        label[0] for label in basemap[0]["labels"] if label[3] < 8
    }


def test_exports_carry_detail_only_around_their_events():
    whole, _ = _read(basemap_gzip())
    near, body = _read(basemap_near([Point(lat=51.2, lon=35.3)]))
    assert near["tiles"][:FINEST] != []
    assert 0 < len(near["tiles"][FINEST]) <= 4 < len(whole["tiles"][FINEST])
    start, size = near["tiles"][FINEST]["38/21"]
    assert any(kind == BORDER for kind, _ in _paths(body[start : start + size]))
    assert "38/21" in near["solid"][FINEST]


def test_points_at_the_edges_of_the_world_have_tiles():
    assert basemap_near([Point(lat=89.9, lon=180.0), Point(lat=-89.9, lon=-180.0)])
