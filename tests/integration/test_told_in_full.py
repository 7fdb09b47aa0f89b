"""What a lead sums up and the next sentence tells in full is one event."""

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

LEAD = "Twelve people were killed in northern Nigeria, officials said on Monday."


def _told(services, text):
    """(place, first day, numbers) of each report of an article of 6 November 2024."""
    reading = read_article(make_article(text), services)
    return [
        (
            None if r.place is None else reading.resolutions[r.place].place.name,
            r.date_start and r.date_start.isoformat(),
            [reading.mentions.figures[i].value for i in r.figures],
        )
        for r in reading.reports
    ]


ONE = [
    # The next sentence says only where and when it was.
    ("The raid took place on Saturday at the town of Bama.", "Bama", "2024-11-02"),
    ("The raid on the village happened on Sunday near Biu.", "Biu", "2024-11-03"),
    ("The blast hit a market in Potiskum.", "Potiskum", None),
    ("This took place in the Potiskum area on Saturday.", "Potiskum", "2024-11-02"),
    # It tells the same deed again.
    ("The militants stormed a mosque in Bama on Saturday.", "Bama", "2024-11-02"),
    ("The victims were shot on Sunday at Gwoza.", "Gwoza", "2024-11-03"),
    ("The clash erupted on Saturday evening in Bama.", "Bama", "2024-11-02"),
    (
        "The militants drove up on Saturday and shot a guard in Bama.",
        "Bama",
        "2024-11-02",
    ),
]


@pytest.mark.parametrize(("further", "place", "day"), ONE)
def test_it_is_told_once_with_its_own_place_and_day(services, further, place, day):
    assert _told(services, f"{LEAD} {further}") == [(place, day, [12])]


def test_of_a_day_of_speaking_and_a_day_of_happening_the_second(services):
    text = (
        "Suspected rebels have killed nine people in Borno, burning homes and stealing"
        " cars, police and residents said Monday. The attack happened on Saturday."
    )
    assert [day for _, day, _ in _told(services, text)] == ["2024-11-02"]


def test_she_is_who_was_shot(services):
    text = (
        "Gunmen shot dead a teacher on Sunday, police said."
        " She was shot near her flat in the city of Mosul."
    )
    assert _told(services, text) == [("Mosul", "2024-11-03", [])]


def test_a_town_of_which_more_is_told_is_one_place(services):
    text = (
        "Twelve people were killed in Bama, officials said on Monday."
        " The militants stormed the town on Saturday."
    )
    assert _told(services, text) == [("Bama", "2024-11-02", [12])]


def test_a_province_named_twice_is_one_place(services):
    text = (
        "Twelve people were killed in Borno State, officials said on Monday."
        " The militants stormed a school in Borno State on Saturday."
    )
    assert _told(services, text) == [("Borno State", "2024-11-02", [12])]


def test_a_quarter_of_the_town_is_in_it(services):
    text = (
        "A bomb killed eleven shoppers in Baghdad, officials said."
        " The blast on Sunday evening wounded 20 others in Sadr City."
    )
    assert _told(services, text) == [("Baghdad", "2024-11-03", [11, 20])]


TWO = [
    "Gunmen stormed a mosque in Bama on Saturday.",
    "The militants wounded nine more in Bama on Saturday.",
    "The militants attacked Bama and Biu on Saturday.",
    "The governor asked for calm. The militants stormed a mosque in Bama on Saturday.",
    "The attack took place in Niamey on Saturday, across the border.",
    "The militants fled to Bama on Saturday.",
    "Another raid took place on Saturday at the village of Bama.",
    "Gunmen stormed a mosque in Bama on Saturday and killed 31 people.",
    "The militants stormed a mosque in Bama on Saturday and killed 31 people.",
    "The militants stormed a mosque in Goma on Saturday.",
]


@pytest.mark.parametrize("further", TWO)
def test_what_is_said_to_be_another_stays_another(services, further):
    assert _told(services, f"{LEAD} {further}")[0] == ("Nigeria", None, [12])


def test_where_two_were_told_of_neither_is_meant(services):
    text = (
        "Nine people were killed in Nigeria and four were shot dead in Chad."
        " The attack happened on Saturday in Bama."
    )
    assert {place for place, _, _ in _told(services, text)} <= {"Nigeria", "Chad"}


def test_a_closer_place_is_not_moved(services):
    text = (
        "Nine people were shot dead in Maiduguri on Sunday."
        " The raid took place at the town of Bama."
    )
    assert _told(services, text)[0][:2] == ("Maiduguri", "2024-11-03")


DATED = "Twelve people were killed in northern Nigeria on Sunday."


@pytest.mark.parametrize(
    "further",
    [
        "The militants stormed a mosque in Bama on Saturday.",
        "The raid took place on Saturday.",
        "The attack in Bama on Saturday hit a school, killing 31 children.",
    ],
)
def test_what_has_its_day_keeps_it(services, further):
    assert _told(services, f"{DATED} {further}")[0] == ("Nigeria", "2024-11-03", [12])


def test_of_two_events_in_the_lead_none_takes_in_the_next(services):
    text = (
        "Nine people were killed in Nigeria and four were shot dead in Chad."
        " The militants stormed a mosque in Bama on Saturday."
    )
    assert ("Nigeria", None, [9]) in _told(services, text)


def test_who_left_was_not_attacked_where_others_were(services):
    text = (
        "Some 200 soldiers have left northern Nigeria, officials said on Monday."
        " The raid took place on Saturday near Bama."
    )
    assert all(place != "Bama" for place, _, _ in _told(services, text))
