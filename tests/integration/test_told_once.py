"""Short news with one plain event: the event is told, by one word, with its toll."""

import pytest

from geoevents.models.report import EventType
from geoevents.pipeline import read_article
from tests.factories import make_article

BRIEFS = [
    (
        "A volley of rockets killed 31 shoppers in Ashdod on Thursday.",
        EventType.EXPLOSIONS,
        31,
    ),
    (
        "Feuding clans in Warrap lost 90 men in clashes, elders said.",
        None,
        90,
    ),
    (
        "Gunmen killed eleven villagers in Kajuru on Sunday, the police said.",
        EventType.VIOLENCE,
        11,
    ),
]


@pytest.mark.parametrize(("text", "event_type", "dead"), BRIEFS)
def test_a_brief_tells_its_event_once(services, text, event_type, dead):
    reading = read_article(make_article(text), services)
    (report,) = reading.reports
    assert event_type in {None, report.event_type}
    assert [reading.mentions.figures[i].value for i in report.figures] == [dead]
    assert report.place is not None


def test_those_taken_to_hospital_are_of_the_same_event(services):
    text = (
        "At least nine people died when a tram left the rails outside Osijek on Monday "
        "evening. The tram from Vukovar to Osijek was carrying 61 passengers. More than "
        "30 were taken to hospital, 12 of them in serious condition."
    )
    reading = read_article(make_article(text), services)
    (report,) = reading.reports
    counted = [reading.mentions.figures[i] for i in report.figures]
    assert [(f.kind.value, f.value) for f in counted] == [
        ("killed", 9),
        ("wounded", 30),
        ("wounded", 12),
    ]


def test_a_drone_says_what_kind_of_strike_it_was(services):
    text = "A drone hit a bus near Kherson on Monday, killing three people."
    (report,) = read_article(make_article(text), services).reports
    assert report.sub_event_type == "Air/drone strike"


@pytest.mark.parametrize(
    "text",
    [
        "A curfew was imposed in Gitega and Ngozi on Monday.",
        "Floods and landslides in Gitega and Ngozi killed nine people on Monday.",
        "Protests were held in Gitega and Ngozi on Monday and crowds marched in both.",
    ],
)
def test_it_is_told_once_for_each_town_however_many_words_tell_it(services, text):
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    places = [toponyms[r.place].text for r in reading.reports if r.place is not None]
    assert sorted(places) == ["Gitega", "Ngozi"]


# Text, and the places of its events: what is told of two far places is two events.
APART = [
    (
        "Israel carried out 60 strikes on Gaza on Monday after Hamas shelled Ashkelon.",
        ["Gaza", "Ashkelon"],
    ),
    (
        "Crowds marched in Santiago on Monday, and dockers stopped work in Iquique.",
        ["Santiago", "Iquique"],
    ),
]


@pytest.mark.parametrize(("text", "places"), APART)
def test_two_places_are_two_events(services, text, places):
    reading = read_article(make_article(text), services)
    names = reading.mentions.toponyms
    assert [names[r.place].text for r in reading.reports] == places
