"""One word, several places, each with its number: an event a place."""

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

# Text; (place, numbers, day of November) of each report.
SHARED = [
    (
        (
            "Sixteen villagers were shot dead in Kajuru on Monday and nine in Zaria on"
            " Tuesday, the police said."
        ),
        [("Kajuru", [16], 4), ("Zaria", [9], 5)],
    ),
    (
        (
            "Shelling killed four people in Kherson and two in Nikopol on Sunday, and"
            " wounded ten, officials said."
        ),
        [("Kherson", [4, 10], 3), ("Nikopol", [2], 3)],
    ),
    (
        (
            "Gunmen killed 12 people at Gao on Friday, five of them children, and three"
            " soldiers near Kidal."
        ),
        [("Gao", [12, 5], 1), ("Kidal", [3], 1)],
    ),
]


@pytest.mark.parametrize(("text", "told"), SHARED)
def test_each_number_goes_with_its_place_and_day(services, text, told):
    reading = read_article(make_article(text), services)
    names, figures = reading.mentions.toponyms, reading.mentions.figures
    assert [
        (names[r.place].text, [figures[i].value for i in r.figures], r.date_start.day)
        for r in reading.reports
    ] == told


def test_numbers_without_places_of_their_own_stay_together(services):
    text = "Rockets hit Kharkiv and Poltava on Monday, killing 12 people and four dogs."
    first, second = read_article(make_article(text), services).reports
    assert first.figures
    assert not second.figures
