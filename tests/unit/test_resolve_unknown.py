"""Names no table has: the ground the text puts them on, and never more than that."""

import pytest

from geoevents.models.mention import Relation
from geoevents.models.place import WherePrecision, distance_km
from tests.unit.test_resolve import resolve

SOUTH = Relation(kind="offset", text="15 km south of", distance_km=15, bearing_deg=180)


def test_an_unknown_camp_lies_where_the_text_says():
    text = "They fled Zamzum, a camp 15 km south of Aleppo, on Sunday."
    camp, city = resolve(text, "Zamzum", "Aleppo", n1={"relation": SOUTH})
    assert distance_km(camp.point, city.place.point) == pytest.approx(15, abs=0.5)
    assert camp.label == "Zamzum, 15 km south of Aleppo"
    assert camp.where_prec is WherePrecision.NEAR


def test_a_name_that_only_locates_another_stays_where_it_is():
    text = "They fled Zamzum, a camp 15 km south of Aleppo, on Sunday."
    _, city = resolve(text, "Zamzum", "Aleppo", n1={"relation": SOUTH})
    assert city.point == city.place.point


@pytest.mark.parametrize(
    "text",
    [
        "Zamzum fell. They halted 15 km south of Aleppo.",
        "Zamzum fell while others halted 15 km south of Aleppo.",
    ],
)
def test_an_offset_of_its_own_places_the_event(text):
    _, city = resolve(text, "Zamzum", "Aleppo", n1={"relation": SOUTH})
    assert city.point != city.place.point


def test_an_unknown_name_is_drawn_around_the_place_nearest_in_the_text():
    text = "Rockets fell on Aleppo and then on Zamzum."
    _, unknown = resolve(text, "Aleppo", "Zamzum")
    assert unknown.place.name == "Aleppo"
    assert unknown.stands_in
    assert unknown.radius_m >= 160_000
    assert unknown.label == "Zamzum, around Aleppo"
    assert "no place called Zamzum is known" in unknown.reasons


def test_a_country_is_no_ground_for_an_unknown_name():
    _, unknown = resolve("Syria. Zamzum.", "Syria", "Zamzum")
    assert unknown.is_unresolved


def test_an_unknown_name_of_one_country_is_not_drawn_in_another():
    text = "From Aleppo. Zamzum, a village in Lebanon, burned."
    _, unknown, _ = resolve(text, "Aleppo", "Zamzum", "Lebanon", n1={"container": 2})
    assert unknown.is_unresolved


def test_names_far_apart_in_the_text_lend_each_other_nothing():
    text = f"Aleppo was calm. {'Nothing else was told. ' * 80} Zamzum burned."
    _, unknown = resolve(text, "Aleppo", "Zamzum")
    assert unknown.is_unresolved
