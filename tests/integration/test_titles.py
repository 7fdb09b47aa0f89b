"""What an event is called in the list: a noun, and its own words where they say more."""

import tomllib
from collections import Counter
from datetime import date
from importlib import resources

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

SENTENCES = [
    ("Some 4,000 people fled Kherson on Monday.", "Fleeing"),
    ("Ukraine pulled out of Avdiivka on Monday.", "Ukraine: Withdrawal"),
    ("Kenya sent 400 soldiers to Haiti on Monday.", "Kenya: sent 400 soldiers"),
    ("About 200 families fled their homes in Kherson on Monday.", "Fled their homes"),
    ("Police arrested 40 people in Minsk on Monday.", "Police: Arrests"),
    (
        "A missile hit a school in Kherson on Monday, killing two.",
        "Shelling or missile attack",
    ),
]


@pytest.mark.parametrize(("text", "title"), SENTENCES, ids=[s[1] for s in SENTENCES])
def test_the_title_of_an_event(services, text, title):
    article = text_article(text, published=date(2024, 5, 10))
    assert title in [event.title for event in read_article(article, services).told()]


def test_a_verb_stands_under_one_noun():
    path = resources.files("geoevents.assemble") / "titles.toml"
    nouns = tomllib.loads(path.read_text(encoding="utf-8"))["nouns"]
    counted = Counter(verb for verbs in nouns.values() for verb in verbs)
    assert [verb for verb, count in counted.items() if count > 1] == []
