"""A sentence by itself that says no more than that there is fighting tells of it.

One that only warns of it, or has the word in another sense, does not.
"""

from datetime import date

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

TOLD = [
    ("Fighting is going on around Bakhmut this week.", "Battles"),
    ("There is fighting around Bakhmut.", "Battles"),
    ("Clashes are going on in Khartoum this week.", "Battles"),
    ("An ambush took place near Tillaberi on Friday.", "Battles"),
    ("Clashes in Goma delayed the vote.", "Battles"),
    ("Shelling is going on in Kherson.", "Explosions/Remote violence"),
    ("Hundreds of protesters broke into the council of Baquba on Thursday.", "Riots"),
    (
        "Men who staged an attack on Bama stood trial in Abuja on Monday.",
        "Violence against civilians",
    ),
    # What harmed, and not who was harmed, says of which kind it is.
    ("Fighting between clans left 20 dead in Las Anod.", "Battles"),
    ("Clashes between clans left 20 dead in Las Anod.", "Battles"),
]
NOT_TOLD = [
    "There was no fighting in Bakhmut on Monday.",
    "Fighting did not break out in Goma on Monday.",
    "Talks about the fighting in Darfur opened in Geneva on Monday.",
    "A battle for the leadership of the party in London goes on.",
    "The attack on tax cuts in London continued.",
    "Clashes over taxes shaped the budget in London.",
    "A strike at the port of Durban goes on.",
    "Air raid sirens sounded in Kyiv.",
    "Turkey plans to carry out an offensive in Syria.",
    "The army carried out an attack on Friday.",
    "Drone attack warnings sounded in Haifa.",
]


def events(services, text):
    article = text_article(text, published=date(2024, 5, 16))
    return [e for e in read_article(article, services).told() if e.status != "denied"]


@pytest.mark.parametrize(("text", "kind"), TOLD, ids=[s[0][:30] for s in TOLD])
def test_fighting_that_goes_on_is_told(services, text, kind):
    assert [event.event_type for event in events(services, text)] == [kind]


@pytest.mark.parametrize("text", NOT_TOLD)
def test_what_only_names_fighting_is_not(services, text):
    assert events(services, text) == []


def test_fighting_elsewhere_makes_no_battle_of_a_shooting(services):
    text = (
        "Fighters of the front took Bor on Monday and fought soldiers near Juba. In Yei"
        " snipers killed three people on Friday, the health ministry said."
    )
    assert events(services, text)[-1].event_type == "Violence against civilians"


def test_a_prison_break_is_no_battle(services):
    text = (
        "More than 1,500 inmates broke out of a prison in Maputo on Monday and 33 died when"
        " guards opened fire. Police said that about 150 had been recaptured and blamed"
        " protesters outside."
    )
    assert "Battles" not in {event.event_type for event in events(services, text)}
