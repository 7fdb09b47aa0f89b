"""Names meet however they are spelled."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geoevents.gazetteer.names import normal, skeleton
from geoevents.gazetteer.unit_words import strip_unit_words, town_radius_m


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sa'ada", "SAADA"),
        ("U.S.", "US"),
        ("the Nagorno-Karabakh", "Nagorno Karabakh"),
        ("Kahramanmaraş", "Kahramanmaras"),
        ("St. Louis", "Saint Louis"),
        ("N. Korea", "N Korea"),
        ("Łódź", "Lodz"),
        ("New\nYork", "New York"),
    ],
)
def test_spellings_of_one_name_have_one_form(one, other):
    assert normal(one) == normal(other)


@pytest.mark.parametrize("name", ["Київ", "القاهرة", "北京"])
def test_names_in_other_scripts_have_no_form(name):
    assert normal(name) == ""


@given(st.text(max_size=60))
@example("𝕬")
def test_the_normal_form_is_its_own_normal_form(text):
    once = normal(text)
    assert normal(once) == once or once.startswith(
        ("the ", "st ", "ste ", "mt ", "ft ")
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [("hodeidah", "al hudaydah"), ("chasiv yar", "tchasiv iar"), ("kharkiv", "harkiv")],
)
def test_transliterations_share_a_skeleton(one, other):
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("kursk oblast", "kursk"),
        ("province of barcelona", "barcelona"),
        ("kursk", None),
        ("la state", None),
    ],
)
def test_words_for_a_unit_are_stripped(name, bare):
    assert strip_unit_words(name) == bare


def test_a_bigger_town_is_less_exact():
    radii = [town_radius_m(people) for people in (500, 20_000, 1_000_000, 20_000_000)]
    assert radii == sorted(radii)
    assert radii[0] < 2_000
    assert radii[-1] == 35_000
    assert town_radius_m(0) == 2_500
