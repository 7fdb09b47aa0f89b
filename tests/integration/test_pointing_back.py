"""A place told before and pointed to: "there", "the town", "the county's people"."""

import pytest

from geoevents.assemble.anaphora import pointed_place
from geoevents.assemble.reports import draft_of, read_scene
from geoevents.pipeline import read_article
from tests.factories import make_article

# Text; the event's word; where it happened. Each names another place nearer by.
POINTED = [
    (
        (
            "Militiamen roam Sumy region. Regulars entered the region by lorry in the first"
            " week of May, most of them bound for Belgorod."
        ),
        "entered",
        "Sumy",
    ),
    (
        (
            "Boats crossed the Dnipro at dawn and Kherson was shelled. Some 9,000 soldiers are"
            " deployed on the right bank, the general told reporters."
        ),
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


def _places(text, services, word=""):
    """Where the reports with that word happened, in text order."""
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    told = [r for r in reading.reports if word in r.trigger_text]
    return [toponyms[r.place].text for r in told if r.place is not None]


def test_the_town_retaken_with_two_villages_is_three_places(services):
    text = (
        "Streets in Soledar lie empty. The ministry claimed on Friday that marines had"
        " recaptured the town and two hamlets, Yakovlivka and Vesele."
    )
    assert _places(text, services, "recaptured") == [
        "Soledar",
        "Yakovlivka",
        "Vesele",
    ]


def test_a_town_left_for_another_is_not_where_they_went(services):
    text = (
        "Mortars fell on Jowhar on Friday. Some 2,000 people left the town at dawn for"
        " Balcad, the agency said."
    )
    assert _places(text, services) == ["Jowhar", "Balcad"]


# Text; the lemma of the event's word; the word that points and what it points to.
WORDS = [
    (
        (
            "Shells fell on Kreminna on Sunday. Some 3,000 people were sheltering in the town,"
            " and 40 were evacuated."
        ),
        "evacuate",
        ("town", "Kreminna"),
    ),
    (
        (
            "Fighting goes on in Tigray region, in the north of Ethiopia. He named a larger"
            " number for the region, saying 8,500 were stationed there."
        ),
        "station",
        ("there", "Tigray"),
    ),
    (
        "Akobo lies in Jonglei state. Some 30,000 people fled in the county.",
        "flee",
        ("county", "Akobo"),
    ),
]


@pytest.mark.parametrize(("text", "lemma", "pointed"), WORDS)
def test_a_word_points_to_the_last_place_of_its_kind(services, text, lemma, pointed):
    article = make_article(text)
    reading = read_article(article, services)
    scene = read_scene(article, reading.mentions, reading.resolutions)
    (trigger,) = [t for t in reading.mentions.triggers if t.lemma == lemma]
    found = pointed_place(scene, draft_of(scene, trigger))
    assert found is not None
    assert (found[0], reading.mentions.toponyms[found[1]].text) == pointed
