"""What the words beside a name say that it lies in, and which place it then is."""

import pytest

from geoevents.gazetteer.names import normal
from geoevents.models.place import PlaceKind, PlaceRole
from geoevents.pipeline import read_article
from tests.factories import make_article


def _resolved(services, text):
    reading = read_article(make_article(text), services)
    return {
        toponym.text: resolution
        for toponym, resolution in zip(
            reading.mentions.toponyms, reading.resolutions, strict=True
        )
    }


LIE = [
    # A quarter lies in its town, whatever capital is called so.
    ("A car bomb went off in Aleppo's Baghdad neighbourhood.", "Baghdad", "Aleppo"),
    ("In the suburb of Toronto, in the western part of Ndola, a shop burned down.",
     "Toronto", "Ndola"),
    ("Thieves shot a guard at Brooklyn in upper Ndola.", "Brooklyn", "Ndola"),
    # A village is no great city far away, nor one of another district.
    ("A mine hurt two boys in the hamlet of Sabon Gari, in Bama district.",
     "Sabon Gari", "Bama"),
    ("Two goats were stolen in Kirawa village of Damboa district, Borno.",
     "Kirawa", "Damboa"),
    ("A well was dug in Nagano village of Kaduna north Local government area.",
     "Nagano", "Kaduna State"),
    # Wordings of what lies in what.
    ("Guards fled from Halwa Camp, a shelter for migrants situated in Agadez.",
     "Halwa Camp", "Agadez"),
    ("Fighters burned the hamlet of Torkhelo, part of the Kurram district.",
     "Torkhelo", "Kurram District"),
    ("Men raided the villages of Falko and Misaru, both under Damboa local government area.",
     "Falko", "Damboa"),
    ("Nine traders were robbed in Ogbaku, headquarters of Gboko LGA.",
     "Ogbaku", "Gboko"),
    ("The rocket fell in a place called Tebbi, Kurmuk District.", "Tebbi", "Kurmuk"),
    ("A wedding was hit in Joraba village in the Shin Kalo area in Musa Qala District of Helmand.",
     "Joraba", "Musa Qalah"),
    ("Fighting flared in Kelduro and Danbaso, in Gubio district.", "Kelduro", "Gubio"),
    ("A tanker burned in Kelduro, on the outskirts of Kano.", "Kelduro", "Kano"),
    ("A raid on Rukang village between Mangu and Pankshin cost nine lives.",
     "Rukang", "Mangu"),
    ("Two men drowned at Elimbo community in Opobo/Nkoro local government area.",
     "Elimbo", "Opobo/Nkoro"),
    ("Rockets hit a house in Halidi district, north of Baquba.", "Halidi", "Baqubah"),
    # A name is found by other spellings, other tags.
    ("In the town of Shatrah, in Iraq, a bus overturned.", "Shatrah", "Ash Shatrah"),
    ("A judge retired in Ghani Khel District.",
     "Ghani Khel", "Shinwar"),
    ("Herders died along the border with Somalia in Garissa County.",
     "Garissa County", "Garissa"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "place"), LIE)
def test_it_lies_where_its_wording_puts_it(services, text, name, place):
    found = _resolved(services, text)[name]
    assert normal(found.place.name) == normal(place)
    assert not found.stands_in


IN = [
    # Neither a year, nor fire, nor who speaks, nor a way says what a name lies in.
    ("The coast was seized by Riyadh in 2015 along with Aden.", "Riyadh", "SA"),
    ("They left Kiryat Shmona, under fire from Lebanon.", "Kiryat Shmona", "IL"),
    ("Grain went to Egypt from the port of Latakia all summer.", "Latakia", "SY"),
    ("A mine in Tal Rifaat killed three, a hospital in Turkey said.", "Tal Rifaat", "SY"),
    ("Pemba, the capital of Cabo Delgado, was calm.", "Cabo Delgado", "MZ"),
    ("Fishermen from Lebanon's second city Tripoli were on strike.", "Tripoli", "LB"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "name", "country"), IN)
def test_what_says_nothing_of_where_it_lies_moves_nothing(
    services, text, name, country
):
    assert _resolved(services, text)[name].place.country == country


def test_a_ministry_after_a_list_of_towns_holds_none_of_them(services):
    text = (
        "Guns shelled the towns of Goris, Kapan and Jermuk, the defence ministry in"
        " Yerevan said."
    )
    found = _resolved(services, text)
    assert found["Goris"].place.name == "Goris"


def test_a_town_has_its_home_in_the_unit_of_its_governor(services):
    text = "A nurse was robbed in Umuaro, the proud home of the governor in Etche district."
    found = _resolved(services, text)["Umuaro"]
    assert (found.place.name, found.stands_in) == ("Etche", False)


PEOPLES = [
    ("Nine men died in strife between Marakwet and Pokot communities in Baringo County.",
     {"Baringo County"}),
    ("Men said to be Samburu cattle raiders were seen in Laikipia County.",
     {"Laikipia County"}),
    ("Car thefts in Syria rose last year.", {"Syria"}),
    ("A bus fell into a river by the village of Jan Hussain in Pakistan's north.",
     {"Jan Hussain", "Pakistan"}),
    ("Dogs bark all night in the Bandar Golrukh area of Herat city.", {"Herat"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), PEOPLES)
def test_these_and_no_others_are_places(services, text, names):
    assert set(_resolved(services, text)) == names


def test_beside_a_countrys_headquarters_is_not_near_the_country(services):
    text = "A kiosk burned down close to Egypt's navy headquarters."
    reading = read_article(make_article(text), services)
    assert [toponym.relation for toponym in reading.mentions.toponyms] == [None]


def test_what_took_place_in_a_village_took_no_village(services):
    text = "The feast took place in the village hall at Robotyne, and six people died."
    reading = read_article(make_article(text), services)
    assert "took place in the village" not in {r.trigger_text for r in reading.reports}


def test_soldiers_who_took_the_village_did(services):
    reading = read_article(
        make_article("Soldiers took the small village of Robotyne on Monday."), services
    )
    assert [r.trigger_text for r in reading.reports] == ["took the small village"]


def test_in_the_seat_of_a_state_is_in_the_seat(services):
    text = "Four blasts hurt nine people in the Odisha state capital of Bhubaneswar."
    reading = read_article(make_article(text), services)
    places = [reading.resolutions[report.place].place for report in reading.reports]
    assert [place.name for place in places] == ["Bhubaneswar"]


def test_what_a_capital_is_of_is_no_town(services):
    found = _resolved(services, "Panama City, the capital of Panama, was calm.")
    assert found["Panama"].place.kind is PlaceKind.COUNTRY


def test_a_village_between_two_towns_is_drawn_between_them(services):
    found = _resolved(
        services,
        "A raid on Rukang village between Mangu and Pankshin cost nine lives.",
    )
    assert found["Rukang"].label == "Rukang, between Mangu and Pankshin"


def test_a_city_that_something_is_south_of_only_says_where_that_is(services):
    text = "A truck exploded in the quiet town of Latifiya south of Baghdad."
    roles = [
        t.role for t in read_article(make_article(text), services).mentions.toponyms
    ]
    assert roles == [PlaceRole.EVENT, PlaceRole.MENTION]


def test_a_countrys_city_lies_in_it(services):
    text = "Ten died in Libya's eastern city of Benghazi, an envoy said."
    libya, benghazi = read_article(make_article(text), services).mentions.toponyms
    assert (libya.container, benghazi.container) == (None, 0)
