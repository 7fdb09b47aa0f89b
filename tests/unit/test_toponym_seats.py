"""Capitals that are told of and not named."""

import pytest

from geoevents.extract.toponyms import find_toponyms
from geoevents.models.article import Article
from geoevents.pipeline import find_mentions
from geoevents.resolve import resolve_toponyms

PLACED = [
    ("Nine men burned in a raid on the Libyan capital, Sudan's radio said.",
     "Libyan capital", "Tripoli"),
    ("Four men were shot in the Iraqi capital on Tuesday.", "Iraqi capital", "Baghdad"),
    ("Gunmen killed a Somali judge in the capital.", "capital", "Mogadishu"),
    ("Fighting went on in South Sudan and reached the country's capital.", "capital",
     "Juba"),
    ("Envoys left Kigali and Butare in Rwanda. Police met a crowd in Kenya's capital.",
     "capital", "Nairobi"),
    ("Nepal said that a bus had burned outside the capital.", "capital", "Kathmandu"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "name"), PLACED, ids=[p[2] for p in PLACED])
def test_a_capital_told_of_is_that_of_the_country_told_of(
    engine, services, text, words, name
):
    article = Article(id="a", text=text)
    mentions = find_mentions(article, engine.parse(text), services)
    found = resolve_toponyms(article, mentions, services.gazetteer)
    places = {
        t.text: r for t, r in zip(mentions.toponyms, found, strict=True) if r.place
    }
    assert places[words].place.name == name
    assert "the text tells of the capital and does not name it" in places[words].reasons


NONE = [
    "Four men were shot in Baghdad; the Iraqi capital was calm.",  # it is named
    "Rebels took the capital, Juba, and held it.",
    "Rebels took the capital Juba and held it.",
    "The bank raised capital from the sale.",
    "The murderer faces capital punishment in the state.",
    "Police in the provincial capital made ten arrests.",
]


@pytest.mark.parametrize("text", NONE)
def test_no_description_where_a_name_says_more_or_none_is_meant(engine, services, text):
    found = find_toponyms(engine.parse(text), services.gazetteer)
    assert not [t for t in found if "capital" in t.text.lower()]


def test_a_capital_of_no_country_told_of_is_nowhere(engine, services):
    text = "Ten people were hurt in the capital."
    article = Article(id="a", text=text)
    mentions = find_mentions(article, engine.parse(text), services)
    (found,) = resolve_toponyms(article, mentions, services.gazetteer)
    assert found.is_unresolved
