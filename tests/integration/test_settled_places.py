"""Places that the wording alone settles: listed, included, from one to the other."""

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

# Text; the word; the places it happened at, in text order.
LISTED = [
    (
        (
            "Donbas, annexed by Moscow two years ago along with Crimea, remains a"
            " battlefield."
        ),
        "annexed",
        ["Donbas", "Crimea"],
    ),
    (
        (
            "Rockets struck towns from Lviv to Odesa on Tuesday night and left seven people"
            " dead."
        ),
        "struck",
        ["Lviv", "Odesa"],
    ),
    (
        (
            "Insurgents have held a strip of land around Tokmak since May, but soldiers won"
            " back a third of what was lost, including Robotyne last month."
        ),
        "held",
        ["Tokmak"],
    ),
    (
        "From Tokmak rebels have taken six hamlets since Monday, among them Robotyne.",
        "taken",
        ["Robotyne"],
    ),
    (
        (
            "The guards arrested nine men up and down the country, among them three who had"
            " kept a workshop in Shiraz."
        ),
        "arrested",
        [],
    ),
    ("Gunmen shot 12 men in Gao on Monday, including Menaka's mayor.", "shot", ["Gao"]),
]


@pytest.mark.parametrize(("text", "word", "places"), LISTED)
def test_places_as_the_wording_has_them(services, text, word, places):
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    told = [r for r in reading.reports if word in r.trigger_text]
    assert told
    placed = [toponyms[r.place].text for r in told if r.place is not None]
    assert placed == places


# Text; (word, type, its numbers) of each report.
TOLD_APART = [
    (
        (
            "Rebels fired rockets at Gao and the Menaka hills, where a shell in July killed"
            " nine shepherds near Tin Hama."
        ),
        [("fired rockets at", "Explosions", []), ("killed", "Explosions", [9])],
    ),
    (
        (
            "A relief group says 90 people were killed around Hama in May: 40 rebels, 30"
            " soldiers and 20 farmers."
        ),
        [("killed", "Battles", [90, 40, 30, 20])],
    ),
    ("France has 1,500 soldiers in Niger.", [("has", "Strategic", [1_500])]),
]


@pytest.mark.parametrize(("text", "reports"), TOLD_APART)
def test_what_is_told_with_what_it_counts(services, text, reports):
    reading = read_article(make_article(text), services)
    figures = reading.mentions.figures
    assert [
        (
            report.trigger_text,
            report.event_type.value.split()[0].split("/")[0],
            [figures[i].value for i in report.figures],
        )
        for report in reading.reports
    ] == reports


def test_what_is_told_of_who_denies_is_not_denied(services):
    text = "Rwanda, which keeps 800 men in Mozambique, denied the charge."
    (report,) = read_article(make_article(text), services).reports
    assert (report.status.value, report.deniers) == ("ongoing", ())
