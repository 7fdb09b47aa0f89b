"""Where a wording puts a place, and how exactly."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geoevents.models.mention import Relation
from geoevents.models.place import (
    Place,
    PlaceKind,
    Point,
    WherePrecision,
    distance_km,
)
from geoevents.resolve.geometry import middle, moved, whereabouts

TOWN = Place(
    id="t:1",
    name="Kupiansk",
    point=Point(lat=49.71, lon=37.61),
    kind=PlaceKind.TOWN,
    radius_m=3_000,
)
UNIT = Place(
    id="t:2",
    name="Kharkiv Oblast",
    point=Point(lat=49.5, lon=36.5),
    kind=PlaceKind.ADMIN1,
    radius_m=130_000,
)


def test_a_bare_town_is_exact_with_its_own_radius():
    point, radius, precision, label = whereabouts(TOWN, None, None)
    assert (point, radius, label) == (TOWN.point, 3_000, None)
    assert precision is WherePrecision.EXACT


def test_ten_kilometres_south_lies_ten_kilometres_south():
    relation = Relation(
        kind="offset", text="10 km south of", distance_km=10, bearing_deg=180
    )
    point, radius, precision, label = whereabouts(TOWN, relation, None)
    assert distance_km(point, TOWN.point) == pytest.approx(10, abs=0.1)
    assert point.lat < TOWN.point.lat
    assert precision is WherePrecision.NEAR
    assert 3_000 <= radius <= 5_000
    assert label == "10 km south of Kupiansk"


def test_near_a_town_is_wider_than_in_it():
    _, radius, precision, label = whereabouts(
        TOWN, Relation(kind="near", text="near"), None
    )
    assert radius >= 15_000
    assert precision is WherePrecision.NEAR
    assert label == "near Kupiansk"


def test_between_two_towns_reaches_both():
    other = Place(
        id="t:3", name="Izium", point=Point(lat=49.2, lon=37.27), kind=PlaceKind.TOWN
    )
    relation = Relation(kind="between", text="between", other=1)
    point, radius, precision, _ = whereabouts(TOWN, relation, other)
    assert precision is WherePrecision.REGION
    assert distance_km(point, TOWN.point) * 1_000 <= radius + 1
    assert distance_km(point, other.point) * 1_000 <= radius + 1


def test_the_north_of_a_unit_stays_inside_it():
    relation = Relation(kind="part", text="northern", bearing_deg=0)
    point, radius, precision, label = whereabouts(UNIT, relation, None)
    assert point.lat > UNIT.point.lat
    assert distance_km(point, UNIT.point) * 1_000 + radius <= UNIT.radius_m * 1.15
    assert precision is WherePrecision.ADMIN1
    assert label == "northern Kharkiv Oblast"


def test_off_a_coast_is_at_sea():
    relation = Relation(kind="off", text="off", distance_km=50)
    _, radius, precision, _ = whereabouts(TOWN, relation, None)
    assert precision is WherePrecision.SEA
    assert radius == 53_000


def test_a_direction_is_an_area():
    relation = Relation(kind="direction", text="direction")
    _, radius, precision, label = whereabouts(TOWN, relation, None)
    assert precision is WherePrecision.REGION
    assert radius >= 25_000
    assert label == "Kupiansk direction"


places = st.builds(
    lambda lat, lon: Point(lat=lat, lon=lon),
    st.floats(-80, 80),
    st.floats(-180, 179.9),
)


@given(places, st.floats(0.1, 500), st.floats(0, 360))
def test_a_moved_point_lies_as_far_away_as_said(point, away, bearing):
    assert distance_km(point, moved(point, away, bearing)) == pytest.approx(
        away, rel=0.01, abs=0.05
    )


@given(places, st.floats(1, 500), st.floats(0, 360))
def test_the_middle_is_as_far_from_both(point, away, bearing):
    other = moved(point, away, bearing)
    half = middle(point, other)
    assert distance_km(point, half) == pytest.approx(
        distance_km(half, other), rel=0.02, abs=0.1
    )


def test_a_tie_between_far_cities_or_countries_is_no_place_half_way():
    relation = Relation(kind="between", text="between", other=1)
    far = replace(TOWN, id="t:3", name="Beijing", point=Point(lat=39.9, lon=116.4))
    land = replace(UNIT, id="t:4", name="Poland", kind=PlaceKind.COUNTRY)
    for other in (far, land):
        point, radius, _, label = whereabouts(TOWN, relation, other)
        assert (point, radius, label) == (TOWN.point, TOWN.radius_m, None)


def test_a_road_of_one_country_may_be_long():
    relation = Relation(kind="between", text="between", other=1)
    lviv = Place(
        id="t:5",
        name="Lviv",
        point=Point(lat=49.84, lon=30.0),
        kind=PlaceKind.TOWN,
        country="UA",
    )
    kupiansk = replace(TOWN, country="UA")
    assert 400 < distance_km(lviv.point, kupiansk.point) < 800
    _, _, precision, label = whereabouts(kupiansk, relation, lviv)
    assert (precision, label) == (WherePrecision.REGION, "between Kupiansk and Lviv")
    for abroad in (replace(lviv, country="PL"), replace(lviv, kind=PlaceKind.ADMIN1)):
        assert whereabouts(kupiansk, relation, abroad)[3] is None
