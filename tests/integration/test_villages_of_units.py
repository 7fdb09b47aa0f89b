"""Villages no table has, worded with the unit or town that they lie in or near."""

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

LIE = [
    ("Gunmen killed nine people in Barkaru village of Konduga district, Borno State.",
     "Barkaru", "Konduga"),
    ("A chief was shot in Kado village of Keffi Local Government Area in Nasarawa.",
     "Kado", "Keffi"),
    ("Eight farmers died in Dansa village of the Anka Local government Area of Zamfara.",
     "Zamfara", "Zamfara State"),
    ("Nine people were shot in Barkuna village of Konduga.", "Barkuna", "Konduga"),
    ("Fifteen died in an attack on Gindoro village of Tungurma in Wukari district, Taraba.",
     "Gindoro", "Wukari"),
    ("Six farmers died in a raid on Mallaro village in Nigeria's restive Borno state.",
     "Mallaro", "Borno State"),
    ("A blast in the Nigerian town of Okriku, in oil-producing Rivers state, hurt nine.",
     "Okriku", "Rivers State"),
    ("Four men were shot at Rukuba Tula, Heipang District of Barkin Ladi, on Tuesday.",
     "Rukuba Tula", "Heipang"),
    ("A mine killed three in Tora Mandu locality of Daman District of Kandahar Province.",
     "Tora Mandu", "Daman"),
    ("Shells fell on the Donetsk region village of Novotroitske on Sunday.",
     "Novotroitske", "Donetska Oblast"),
    ("A car bomb went off in Tabrava, a village near Mosul, on Friday.",
     "Tabrava", "Mosul"),
    ("Two blasts killed nine in Kangulera village, about 30 km from the town of Mora.",
     "Kangulera", "Mora"),
    ("Fighters raided Awonura, a herding village near the market town of Damasak.",
     "Awonura", "Damasak"),
    ("Fighters attacked Kayalma and Dungura villages near Maiduguri, killing nine.",
     "Kayalma", "Maiduguri"),
]  # fmt: skip


def _resolved(services, text):
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    return {
        toponym.text: resolution
        for toponym, resolution in zip(toponyms, reading.resolutions, strict=True)
    }


@pytest.mark.parametrize(("text", "name", "ground"), LIE, ids=[row[1] for row in LIE])
def test_a_village_no_table_has_lies_where_its_wording_puts_it(
    services, text, name, ground
):
    found = _resolved(services, text)[name]
    assert found.place.name == ground
    assert not found.stands_in


def test_a_republic_of_is_all_its_name(services):
    found = _resolved(services, "Brazzaville, in the Republic of Congo, was calm.")
    assert found["Republic of Congo"].place.country == "CG"


def test_the_town_of_a_territory_is_no_territory_of_a_town(services):
    found = _resolved(services, "Two men were shot in the West Bank city of Jericho.")
    assert found["Jericho"].place.name == "Jericho"
    assert found["West Bank"].place.name == "West Bank"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The port city of Wahiju on the Red Sea was bombed.", "Wahiju"),
        ("Five were killed at Machongu, a village on the road to Mambasa.", "Machongu"),
    ],
)
def test_neither_a_sea_nor_the_end_of_a_road_is_where_it_lies(services, text, name):
    found = _resolved(services, text)[name]
    assert found.place is None or found.stands_in


def test_beside_a_name_no_table_has_the_known_one_is_pinned(services):
    text = (
        "An air strike killed 40 guests in the village of Wahiju, near the Red Sea"
        " port town of Mokha."
    )
    reading = read_article(make_article(text), services)
    (report,) = reading.reports
    assert reading.mentions.toponyms[report.place].text == "Mokha"


def test_news_spell_it_their_way(services):
    places = _resolved(services, "Bombs went off in Baqouba, Fallouja and Beiji.")
    spelled = {name: found.place.country for name, found in places.items()}
    assert spelled == {"Baqouba": "IQ", "Fallouja": "IQ", "Beiji": "IQ"}


def test_it_happened_in_the_village_not_in_the_town_it_is_of(services):
    text = "Nine people were shot dead in Barkuna village of Konduga on Sunday."
    reading = read_article(make_article(text), services)
    (report,) = reading.reports
    assert reading.mentions.toponyms[report.place].text == "Barkuna"
