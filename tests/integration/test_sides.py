"""States that act without being named, and what of it may not be guessed."""

from datetime import date

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

SENTENCES = [
    ("The army captured Kupiansk on Monday.", ("Ukraine",)),
    ("Russian soldiers captured Kupiansk on Monday.", ("Russia",)),
    ("Rwanda's army captured Goma on Monday.", ("Rwanda",)),
    ("Soldiers were killed in Kupiansk on Monday.", ("Ukraine",)),
    ("Foreign soldiers captured Kupiansk on Monday.", ()),
    ("Kurdish soldiers captured Mosul on Monday.", ()),
    ("Kyiv denies that a military depot near Sumy was hit.", ()),
    ("According to the army a rocket killed two people in Goma.", ()),
    ("A rocket hit a market in Goma while soldiers slept.", ()),
    ("Goma fell to rebels on Monday.", ("rebels",)),
    ("Kenya, which sent 400 soldiers to Haiti on Monday, promised more.", ("Kenya",)),
    ("Kenya promised to send 400 soldiers to Haiti.", ("Kenya",)),
    ("Pyongyang sent 15,000 men to Kursk on Monday.", ("North Korea",)),
    ("Turkey's army command claims it bombed Mosul on Monday.", ("Turkey",)),
    ("The ministry in Moscow said its troops had taken Avdiivka.", ("Russia",)),
    ("Moscow said that rebels had attacked its troops in Kupiansk.", ("rebels",)),
]


@pytest.mark.parametrize(("text", "actors"), SENTENCES)
def test_the_sides_of_an_event(services, text, actors):
    article = text_article(text, published=date(2024, 5, 16))
    assert read_article(article, services).told()[0].actors == actors


def test_a_side_taken_from_the_place_says_so(services):
    article = text_article(SENTENCES[0][0], published=date(2024, 5, 16))
    (event,) = read_article(article, services).told()
    assert "'army': taken for Ukraine's, as nothing says whose" in event.reasons


def test_two_places_of_one_sentence_are_two_events(services):
    text = "Soldiers shot three youths in Bucha and Irpin on Monday."
    article = text_article(text, published=date(2024, 5, 16))
    assert len(merge_events(read_article(article, services).told())) == 2
