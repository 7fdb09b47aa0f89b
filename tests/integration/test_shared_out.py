"""One word, several places, each with its number: an event a place."""

from dataclasses import replace

import pytest

from geoevents.assemble.by_rule import read_by_rule
from geoevents.assemble.reports import counted_drafts, read_scene
from geoevents.assemble.shared_out import share_out
from geoevents.pipeline import find_mentions, read_article
from geoevents.resolve import resolve_toponyms
from geoevents.weights import read_weights
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
    (
        (
            "On Friday 13 people were killed in a strike on a crowded tent camp in Khan"
            " Younis and nine in the Jabalia refugee camp."
        ),
        [("Khan Younis", [13], 1), ("Jabalia", [9], 1)],
    ),
    (
        "On Sunday 14 miners died in Kabwe and 30 were killed in Ndola.",
        [("Kabwe", [14], 3), ("Ndola", [30], 3)],
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


def test_a_place_right_behind_its_number_is_no_place_told_of_it(services):
    text = "Shelling on Sunday killed 12 Kherson residents and two in Nikopol."
    figures = [
        f for r in read_article(make_article(text), services).reports for f in r.figures
    ]
    assert len(figures) == 2


def test_numbers_without_places_of_their_own_stay_together(services):
    text = "Rockets hit Kharkiv and Poltava on Monday, killing 12 people and four dogs."
    first, second = read_article(make_article(text), services).reports
    assert first.figures
    assert not second.figures


@pytest.mark.parametrize("at", [[0], [1], [1, 0], [None]])
def test_whichever_places_it_was_given_each_is_told_once(services, at):
    text = "Shelling killed four people in Kherson and two in Nikopol on Sunday."
    article = make_article(text)
    (syntax,) = services.engine.parse_many([text])
    mentions = find_mentions(article, syntax, services)
    places = resolve_toponyms(article, mentions, services.gazetteer)
    scene = read_scene(article, mentions, places)
    (draft,) = counted_drafts(scene, read_by_rule(scene), read_weights())
    first, *copies = (replace(draft, place=place, reasons=[]) for place in at)
    for copy in copies:
        copy.figures = []
    told = share_out(scene, [first, *copies])
    counts = {d.place: [mentions.figures[i].value for i in d.figures] for d in told}
    assert len(told) == 2
    assert counts == {0: [4], 1: [2]}
