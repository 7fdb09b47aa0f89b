"""A place told before and pointed to: "there", "the town", "the county's people"."""

import pytest

from geoevents.assemble.anaphora import pointed_place
from geoevents.assemble.reports import draft_of, read_scene
from geoevents.pipeline import read_article
from tests.factories import make_article

# Text; the event's word; where it happened. Each names another place nearer by.
POINTED = [
    (
        "About 9,000 Egyptian soldiers are now deployed in Ethiopia's Tigray region, the"
        " Pentagon said. A spokesman said that 11,000 were stationed in Ethiopia as a"
        " whole. The president gave a higher count for the border region, saying 10,000"
        " were based there.",
        "based",
        "Tigray",
    ),
    (
        "The fighting in Akobo, a garrison town in Jonglei state, reached its peak on"
        " March 4. About 50,000 people have been uprooted in the county since late"
        " February, 10,000 of whom crossed into Ethiopia.",
        "uprooted",
        "Akobo",
    ),
    (
        "Fighting goes on in Sumy region. The soldiers reached the region by rail between"
        " 3 and 8 October, about half of them going to Belgorod as reserves.",
        "reached",
        "Sumy",
    ),
    (
        "Men crossed the Dnipro at dawn, and Kherson was shelled. The general said that"
        " 20,000 soldiers were deployed on the right bank and that getting them back would"
        " take weeks.",
        "deployed",
        "Dnipro",
    ),
]


@pytest.mark.parametrize(("text", "word", "place"), POINTED)
def test_what_points_back_is_where_it_happened(services, text, word, place):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if word in r.trigger_text]
    assert report.place is not None
    assert reading.mentions.toponyms[report.place].text == place


def test_the_town_retaken_with_two_villages_is_three_places(services):
    text = (
        "Soldiers walked the ruined centre of Soledar this week, and the ministry said"
        " that its troops had recaptured the town and two nearby villages, Yakovlivka and"
        " Vesele."
    )
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    places = [
        toponyms[r.place].text
        for r in reading.reports
        if r.trigger_text == "recaptured" and r.place is not None
    ]
    assert places == ["Soledar", "Yakovlivka", "Vesele"]


def test_a_town_left_for_another_is_not_where_they_went(services):
    text = (
        "Mortars fell on Jowhar on Friday. Some 2,000 people left the town at dawn for"
        " Balcad, the agency said."
    )
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    places = [toponyms[r.place].text for r in reading.reports if r.place is not None]
    assert places == ["Jowhar", "Balcad"]


def test_the_clause_before_points_for_what_is_told_with_it(services):
    text = (
        "Shells fell on Kreminna on Sunday. Some 3,000 people were living in the town,"
        " and about 150 were evacuated."
    )
    article = make_article(text)
    reading = read_article(article, services)
    scene = read_scene(article, reading.mentions, reading.resolutions)
    (trigger,) = [t for t in reading.mentions.triggers if t.lemma == "evacuate"]
    assert pointed_place(scene, draft_of(scene, trigger)) == ("town", 0)
