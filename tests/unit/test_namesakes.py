"""Which of many places of one name is meant, and when none of them is."""

import pytest

from geoevents.models.article import Article
from geoevents.pipeline import find_mentions
from geoevents.resolve import resolve_toponyms

BALKANS = (
    "Shells hit Bihac, Cazin and Velika Kladusa on Monday. "
    "Bosnian troops left Sanski Most."
)
KASHMIR = (
    "Gunmen killed two men in Srinagar, Sopore and Pulwama, police in Kashmir said. "
)
BORNO = "Soldiers left Maiduguri, Bama and Gwoza in Borno State on Monday. "

MEANT = [
    # (text, name, country and name of what is meant)
    (BALKANS + " Envoys met in Paris.", "Paris", ("FR", "Paris")),
    (BALKANS + " Talks go on in Geneva.", "Geneva", ("CH", "Geneva")),
    (BALKANS + " A deal was signed in Lausanne.", "Lausanne", ("CH", "Lausanne")),
    (BALKANS + " The wounded were flown to Stockholm.", "Stockholm", ("SE", "Stockholm")),
    (BALKANS + " A cargo for them left Beirut.", "Beirut", ("LB", "Beirut")),
    (BORNO + "China said a miner came from Guangxi.", "Guangxi", ("CN", None)),
    (KASHMIR + "Islamabad denied it, and so did Pakistan's army.", "Islamabad",
     ("PK", "Islamabad")),
    ("Drones hit Pokrovsk, Toretsk and Mykolaiv in Ukraine.", "Mykolaiv",
     ("UA", "Mykolayiv")),
    ("Hezbollah fired at Haifa from Tyre and Sidon, in support of Hamas in Gaza.", "Gaza",
     ("PS", None)),
    ("Pilgrims left Cairo; ten of them died in Medina, Saudi Arabia said.", "Medina",
     ("SA", None)),
    ("A river boat sank in the Sava near Zagreb.", "Sava", (None, "Sava")),
    ("A ferry sank on the Limpopo in heavy rain.", "Limpopo", (None, "Limpopo River")),
    ("Rain ruined the Limpopo harvest.", "Limpopo", ("ZA", "Limpopo")),
    ("Rain fell on Oswego, New York.", "New York", ("US", "New York")),
    ("Raiders killed seven people in Beni territory.", "Beni", ("CD", None)),
    ("Rioters tore down a shrine at Ayodhya.", "Ayodhya", ("IN", "Ayodhya")),
    ("Snow closed the school at Batken on Monday.", "Batken", ("KG", "Batken")),
    ("Fighters hold Rutshuru, Kiwanja, Rumangabo and Bunagana, on Uganda's border.",
     "Bunagana", ("CD", "Bunagana")),
    ("Shells hit Kazan, Perm and Ufa in Russia. Kyiv said its men held Robotyne.",
     "Robotyne", ("UA", "Robotyne")),
    (BALKANS + " A driver from Hockenheim was hurt.", "Hockenheim", ("DE", "Hockenheim")),
    (BORNO + "In Algeria others stormed a gas plant near In Amenas.", "In Amenas",
     ("DZ", "In Amenas")),
    ("Jets bombed Khartoum, Omdurman and Bahri. Washington and Riyadh arranged a truce.",
     "Riyadh", ("SA", "Riyadh")),
    ("Perth and Adelaide were dry, and so was Newcastle. A flight to Toronto was late.", "Toronto",
     ("CA", "Toronto")),
    ("Darwin, Katherine and Alice Springs mourned a man shot near Arnhem.", "Arnhem",
     ("NL", "Arnhem")),
    ("Missiles hit Israel. A man died in the West Bank city of Jericho, two in Jerusalem.",
     "Jerusalem", ("IL", "Jerusalem")),
    (BALKANS + " A driver from Maranello was hurt.", "Maranello", ("IT", "Maranello")),
    (BORNO + "A ship rounded the Cape of Good Hope.", "Cape of Good Hope",
     ("ZA", "Cape of Good Hope")),
]  # fmt: skip


def _resolved(engine, services, text, name):
    article = Article(id="a", text=text)
    mentions = find_mentions(article, engine.parse(text), services)
    found = resolve_toponyms(article, mentions, services.gazetteer)
    return next(
        r for t, r in zip(mentions.toponyms, found, strict=True) if t.name == name
    )


@pytest.mark.parametrize(("text", "name", "wanted"), MEANT, ids=[m[0] for m in MEANT])
def test_a_famous_place_is_meant_wherever_the_article_is(
    engine, services, text, name, wanted
):
    place = _resolved(engine, services, text, name).place
    country, called = wanted
    assert place.country == country
    assert called in {None, place.name}


NOT_MEANT = [
    # (text, name, the place of that name or spelling that is not meant)
    (
        "NAIROBI - Gunmen held Oakwood for a day. Washington and Ottawa said so.",
        "Oakwood",
        "Oakwood",
    ),
    (BORNO + "Bodies lay in the bush around Koro.", "Koro", "Koro"),  # in Fiji
    (BORNO + "Ten farmers died at Rim village.", "Rim", "Rome"),
    (BORNO + "Ten farmers died at Nandu village in Borno State.", "Nandu", "Nandu"),
    (BORNO + "Ten farmers died at Adu.", "Adu", "Ardabīl"),
    ("A plane flew to the South Pole from Sydney.", "South Pole", "Poland"),
    (
        "A bus from Gaborone to Moria crashed near Mokopane in Limpopo, South Africa.",
        "Moria",
        "Moria",
    ),
    (
        "NAIROBI - Kenya's police left Kisumu, Mombasa and Nakuru. Protesters met at Namanga.",
        "Namanga",
        "Namangan",
    ),
    ("Two men were shot in Tanay, a village in Khost, Afghanistan.", "Tanay", "Tanay"),
]


@pytest.mark.parametrize(
    ("text", "name", "other"), NOT_MEANT, ids=[n[1] for n in NOT_MEANT]
)
def test_a_village_is_not_its_namesake_on_another_continent(
    engine, services, text, name, other
):
    place = _resolved(engine, services, text, name).place
    assert place is None or place.name != other


def test_what_is_told_once_of_an_unknown_village_holds_wherever_it_is_named(
    engine, services
):
    text = (
        "Trebbock, a village in Gezira, was raided. Fourteen people died in Trebbock."
    )
    article = Article(id="a", text=text)
    mentions = find_mentions(article, engine.parse(text), services)
    found = resolve_toponyms(article, mentions, services.gazetteer)
    labels = [
        r.label
        for t, r in zip(mentions.toponyms, found, strict=True)
        if t.name == "Trebbock"
    ]
    assert labels == ["Trebbock, Al Jazirah State"] * 2


LYING_BY = [
    # (text, name, degrees north and east): of many so called the one that lies there
    ("Hail ruined the harvest of Sadove, near Kherson. Drones hit Kyiv.", "Sadove", (46.8, 32.8)),
    ("Rockets fell on Kyiv and on Serhiivka, a quiet port near Odesa.", "Serhiivka", (46.0, 30.4)),
    ("Rockets fell on Oleksandrivka, 20 km west of Donetsk, and on Kyiv.",
     "Oleksandrivka", (47.9, 37.5)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "name", "spot"), LYING_BY, ids=[r[1] for r in LYING_BY]
)
def test_of_places_called_alike_that_which_lies_by_the_named_one_is_meant(
    engine, services, text, name, spot
):
    point = _resolved(engine, services, text, name).place.point
    assert (point.lat, point.lon) == pytest.approx(spot, abs=1)


def test_villages_in_a_row_lie_in_what_the_last_one_is_said_to_lie_in(engine, services):
    text = (
        "Drones hit Kyiv, Sumy, Kharkiv and Poltava in Ukraine. Floods cut off the "
        "villages of Korenevo, Vorozhba and Tyotkino in the Kursk region."
    )
    found = _resolved(engine, services, text, "Vorozhba")
    assert found.label == "Vorozhba, Kursk Oblast"


def test_a_village_of_a_named_region_is_none_of_the_next_region(engine, services):
    text = "Troops took the village of Pervomaiskoye in Dagestan after a week."
    found = _resolved(engine, services, text, "Pervomaiskoye")
    assert found.label == "Pervomaiskoye, Dagestan"


def test_the_old_city_is_that_of_the_town_named(engine, services):
    text = "Eight people were killed in the Old City on Friday, a doctor in Mosul said."
    assert _resolved(engine, services, text, "Old City").label == "Old City, Mosul"


CONTAINED = [
    ("Five men died at Zonga village in Wase LGA of Plateau State.", "Wase LGA",
     "Plateau"),
    ("Five men died in Bali local government area of Taraba State.", "Bali", "Taraba"),
    ("Five men died in Wase Local Government Area of Plateau State.", "Wase", "Plateau"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "inner", "outer"), CONTAINED, ids=[c[1] for c in CONTAINED]
)
def test_units_of_several_words_lie_in_what_follows(
    engine, services, text, inner, outer
):
    mentions = find_mentions(Article(id="a", text=text), engine.parse(text), services)
    by_name = {t.name: t for t in mentions.toponyms}
    assert mentions.toponyms[by_name[inner].container].name == outer


LAID = [
    ("Ten men died in the village of Zabbaru near Maiduguri.", "Zabbaru, near Maiduguri"),
    ("Ten men died in Ogubbe community, Ndokwa West, in Nigeria.",
     "Ogubbe, Ndokwa West"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "label"), LAID, ids=[x[1] for x in LAID])
def test_an_unknown_village_lies_where_the_text_lays_it(engine, services, text, label):
    name = label.partition(",")[0]
    found = _resolved(engine, services, text, name)
    assert found.label == label
    assert not found.stands_in


def test_a_namesake_far_from_what_it_is_said_to_lie_in_is_not_meant(engine, services):
    text = "Raiders burned Sabon Gari village in Gwoza, in Nigeria."
    place = _resolved(engine, services, text, "Sabon Gari").place
    assert place is None or place.name != "Sabon Gari (Kano)"


def test_a_name_with_an_article_inside_is_one_name(engine, services):
    text = "Gunmen raided Wad an-Nafla, a village in Gezira."
    mentions = find_mentions(Article(id="a", text=text), engine.parse(text), services)
    assert [t.text for t in mentions.toponyms] == ["Wad an-Nafla", "Gezira"]
