"""A site in a town puts the event in the town; a venue of talk does not."""

from datetime import date

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

PLACED = [
    ("Shells killed two farmers on the border with the Kherson region.", "Kherson"),
    (
        "At dusk a man set off a bomb among pilgrims who were leaving a shrine in eastern Basra, killing eight pilgrims and wounding 16 others.",
        "Basra",
    ),
    ("According to a newspaper in Lagos, 30 people were killed in Bama.", "Bama"),
    ("Gunmen attacked a newspaper in Kabul, killing 12.", "Kabul"),
    ("A television station in Tripoli was shelled.", "Tripoli"),
    ("Two men were shot by a television station in Tripoli.", "Tripoli"),
    ("Fighters attacked a school and the airport in Bamako on Tuesday.", "Bamako"),
    ("A jet bombed a gathering in Kramatorsk on Tuesday.", "Kramatorsk"),
    ("A missile struck a cafe in Hroza on Thursday.", "Hroza"),
    (
        "In Darfur, 30 people were killed on Monday as militia fought in Kabkabiya.",
        "Kabkabiya",
    ),
    (
        "Men stormed a hostel in Akosombo, north of Accra. A bomb hit the heart of the capital.",
        "capital",
    ),
    ("A bomb went off at a rally in Mitrovica on Thursday, killing nine.", "Mitrovica"),
    (
        "The push has stuck in the streets of Vovchansk, the army said, and an attack on Lyptsi was beaten off on Saturday.",
        "Lyptsi",
    ),
    (
        "Soldiers hoisted their flag over Ngozi on Thursday after the general ordered a retreat from Gitega, the only city they had captured in March.",
        "Gitega",
    ),
    (
        "London condemned the attack, as did Brussels, where 32 people were killed in March.",
        "Brussels",
    ),
    (
        "A bomb killed four people in Sarajevo, and police in Tuzla shot two men dead.",
        "Tuzla",
    ),
    (
        "KHARKIV, Ukraine - Drones struck a building in Ukraine's second largest city, killing three people.",
        "city",
    ),
    ("Police fired on a crowd in Kenya's capital on Tuesday.", "capital"),
    ("Air strikes killed 12 people, according to the Health Ministry in Gaza.", "Gaza"),
    ("A man was shot dead in the West Bank city of Jericho.", "Jericho"),
    ("The army shot dead nine protesters in the Andean city of Ayacucho.", "Ayacucho"),
    (
        "KHARKIV: The number of dead in Saturday's strike on the store rose to 16, the mayor said.\n\nSUMY: Shells fell on Bilopillia.",
        "KHARKIV",
    ),
    (
        "Bombs that fell on flats in Gori on Thursday killed about 60 people, and a second raid wrecked barracks there; the navy reported sinking a boat in the Black Sea.",
        "Gori",
    ),
    (
        "Two weeks ago fighters overran the larger Zamzam camp, killing 400 people and sending many towards Tawila.",
        "Zamzam",
    ),
    (
        "Another attack damaged a port in the Odesa region, where a sailor was killed, while in the southern city of Kherson two women died when artillery hit their house.",
        "Kherson",
    ),
    (
        "Twenty bodies were pulled from mud in the town of Talisay, in Batangas province, police said, and 28 others died in the Bicol region, where water trapped thousands in Naga City.",
        "Talisay",
    ),
]
NOT_PLACED = [
    "Four workers were shot dead near the border with Liberia.",
    "Gunmen killed 12 passengers of a bus travelling from the city of Quetta to Karachi.",
    "Gunmen killed 12 passengers of a coach heading for Karachi.",
    "A radio station in Prague reported that 30 people were killed in the riots.",
    "According to a newspaper in Lagos, 30 people were killed.",
    "Of the civilians, 19 were dead by a count of the Red Cross in Pokhara.",
    "Strikers reached by a radio station in Prague talked of dozens killed.",
    "LAHORE: Heavy rain has cost 52 lives since last week, the authorities said.",
    (
        "OSAKA, Japan, May 9 - The minister said on Thursday that the fort had fallen."
        " His army had lost 40 soldiers, he told a summit in Osaka, and the enemy was"
        " advancing."
    ),
    "Diplomats condemned the attack at a meeting in Geneva on Tuesday.",
    "The vice president said in Bandung that the toll of the landslide had passed 40.",
    "The minister spoke of an air strike in an interview in Vienna.",
    "More than 300 wounded people were taken to hospitals in Jos and Lafia.",
    (
        "The commissioner told a radio station in Juba on Friday that raiders had"
        " carried off 300 children."
    ),
    (
        "Members of the gang set fire to at least 45 houses, said spokesman Tamir Halil"
        " in Geneva."
    ),
    "An air strike accounted for 30 of the assailants, Africa Command said in Stuttgart.",
    (
        "A charity that has its seat in Prague counts 70 dead since the fighting began,"
        " and the state owns to 12."
    ),
    (
        "Soldiers burned 40 huts and killed nine villagers, according to Human Rights"
        " Watch in Nairobi."
    ),
    (
        "The doctors' union, which has its seat in Prague, counts 70 dead since the"
        " fighting began, and the state owns to 12."
    ),
]


def names(text, services):
    reading = read_article(text_article(text, published=date(2024, 5, 10)), services)
    places = [r.place for r in reading.reports if r.place is not None]
    return [reading.mentions.toponyms[place].text for place in places]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_what_is_struck_is_where_it_stands(text, place, services):
    assert place in names(text, services)


ONE_PLACE = [
    ("At least 12 people were shot dead and thousands fled to Rwanda.", {"Rwanda"}),
    (
        "On 4 March, in Damboa, Borno State, Nigeria, gunmen fired on a group of traders at a market, killing 11 and hurting six.",
        {"Damboa"},
    ),
    (
        "Raiders killed eight traders in the town of Bouar, 450 km north-west of Bangui.",
        {"Bouar"},
    ),
    ("A boat sank on Friday between Tunisia and Lampedusa.", {"Tunisia"}),
    (
        "The fighting has cost 3,250 lives, and some 270,000 people have fled their homes, many of them to camps at Ain Issa.",
        {"Ain Issa"},
    ),
    (
        "The revolt has cost 900 lives and driven 60,000 villagers from their farms, some five thousand of them into Burundi.",
        set(),
    ),
    (
        "Some 9,000 villagers have been uprooted in the valley since early March, 700 of whom fled into Kasulu in Tanzania.",
        set(),
    ),
    (
        "Grenades went off in Gitega, wounding 17 people. More than 30 people have been killed since 26 April, and 90,000 have fled to Rwanda, Tanzania and Congo.",
        {"Gitega", "Rwanda", "Tanzania", "Congo"},
    ),
]


@pytest.mark.parametrize(("text", "wanted"), ONE_PLACE)
def test_where_it_lies_and_where_others_went_is_no_second_place(text, wanted, services):
    reading = read_article(text_article(text, published=date(2024, 5, 10)), services)
    toponyms = reading.mentions.toponyms
    placed = {
        (r.event_type.value, toponyms[r.place].text)
        for r in reading.reports
        if r.place is not None
    }
    assert {name for _, name in placed} == wanted
    fled_to = {"Rwanda", "Tanzania", "Congo", "Ain Issa"}
    assert all(told == "Strategic developments" for told, n in placed if n in fled_to)


@pytest.mark.parametrize("text", NOT_PLACED)
def test_where_people_talk_of_it_is_no_pin(text, services):
    assert names(text, services) == []


def test_a_name_by_itself_is_the_place_that_news_tell_of(services):
    text = "Air strikes killed 12 people, according to the Health Ministry in Gaza."
    reading = read_article(text_article(text), services)
    (report,) = reading.reports
    assert report.place is not None
    assert reading.resolutions[report.place].place.country == "PS"


ABROAD = [
    ("Moscow denied that its missiles had hit Polish territory.", None),
    ("Shells fell on Polish soil on Sunday, killing two farmers.", None),
    ("Moscow denied that its missiles had hit Ukrainian territory.", "Kyiv"),
    ("Some hit Polish soil. On Monday missiles killed two people in Odesa.", "Odesa"),
]


@pytest.mark.parametrize(("text", "place"), ABROAD)
def test_what_hit_another_land_is_in_no_town_told_of_before(services, text, place):
    told = f"On Saturday missiles killed three people in Kyiv. {text}"
    reading = read_article(text_article(told, published=date(2024, 11, 6)), services)
    last = reading.reports[-1].place
    assert (None if last is None else reading.mentions.toponyms[last].text) == place


ROUTES = [
    ("A jet vanished with 239 people on its way from Kuala Lumpur to Beijing.", None),
    ("Troops on their way to Goma were ambushed on Monday.", None),
    ("Some 900 troops are on their way to Goma.", "Goma"),
    ("Police fought their way to Duma on Monday, losing five men.", "Duma"),
    ("A plane on a flight from Lagos to Abuja crashed near Lokoja.", "Lokoja"),
    ("Rebels on their way to Goma fled to Sake on Monday.", "Sake"),
]


@pytest.mark.parametrize(("text", "place"), ROUTES)
def test_at_the_end_of_a_way_nothing_has_happened(services, text, place):
    article = text_article(text, published=date(2024, 11, 6))
    reading = read_article(article, services)
    names = reading.mentions.toponyms
    placed = [None if r.place is None else names[r.place].text for r in reading.reports]
    assert placed == [place]
