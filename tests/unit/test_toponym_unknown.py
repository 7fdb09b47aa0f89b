"""Names no table has, recognised by how they are worded."""

import pytest

from geoevents.extract.toponyms import find_toponyms

WORDED = [
    ("Four shells landed near Krasnovetka on Sunday.", "Krasnovetka"),
    ("The column turned back at Zumbarra before dawn.", "Zumbarra"),
    ("Rebels buried ten men in the village of Hollonga.", "Hollonga"),
    ("A raid on Mukwandi left four soldiers dead.", "Mukwandi"),
    ("The convoy set out for Kandrivka at dawn.", "Kandrivka"),
    ("Trennick, where two men drowned, has no doctor.", "Trennick"),
    ("Guns were turned on Zhepka, a smaller enclave to the south.", "Zhepka"),
    ("Marines drove out of Camp Holloway at noon.", "Camp Holloway"),
]


@pytest.mark.parametrize(("text", "name"), WORDED, ids=[w[1] for w in WORDED])
def test_wording_makes_an_unknown_name_a_place(engine, services, text, name):
    assert name in [
        t.text for t in find_toponyms(engine.parse(text), services.gazetteer)
    ]


NO_PLACES = [
    "She works at Reuters in the newsroom.",
    "Ministers met Vladimir Putin on Monday.",
    "The film is based on Hamlet.",
    "He turned on Sony for a refund.",
    "A mine sank the freighter Limburg.",
    "The town was calm, police spokesman Abdifatah Aden Hassan said on Saturday.",
    "The fighting between Bodo tribesmen and settlers went on.",
    "A mine sank the fleet's flagship, the Petrozavodsk, in March.",
    "Thirteen Gedaref followed the raiders and were shot.",
    "Herders of the Samburu tribe had gone in before dawn.",
    "Men were kept back at the gate.",
    "Six men died at the Sentosa clinic on Monday.",
    "Fourteen bodies lay there, said a doctor at the Erawan medical centre.",
    "The toll is 148. Jamil Karim, a spokesman for the hospital, said most were pupils.",
    "Alassane Ouattara asked for calm. Ouattara's government denied any massacre.",
    "Most of the dead were Hazaras.",
    "The head of the Los Choneros gang vanished.",
    "Two bombs killed 84 people on Wednesday near the tomb of Qassem Soleimani.",
]


@pytest.mark.parametrize("text", NO_PLACES)
def test_bodies_and_people_stay_none(engine, services, text):
    assert not find_toponyms(engine.parse(text), services.gazetteer)


def test_a_town_inside_a_date_is_still_a_town(engine, services):
    text = "Fighters who seized the oil town of Bentiu last week hunted civilians down."
    assert [t.text for t in find_toponyms(engine.parse(text), services.gazetteer)] == [
        "Bentiu"
    ]


WHOLE = [
    ("Two men were shot in Cape Town.", ["Cape Town"]),
    ("Two men were shot in Mopti town.", ["Mopti"]),
    ("Two men were shot in Cox's Bazar.", ["Cox's Bazar"]),
    ("Two men were shot in Kharkiv's Saltivka district.", ["Kharkiv", "Saltivka"]),
    ("The Elbe flooded Dresden.", ["Elbe", "Dresden"]),
    ("The United States sold missiles to Taiwan.", ["United States", "Taiwan"]),
    ("Drones crossed into Kursk Region from Sumy.", ["Kursk", "Sumy"]),
    ("A rocket fell in the Green Zone.", ["Green Zone"]),
    ("The dam burst at Corrego do Meio in the night.", ["Corrego do Meio"]),
    ("A clinic in San Cristobal de las Casas took them in.",
     ["San Cristobal de las Casas"]),
    ("Nairobi and Dar es Salaam sent doctors.", ["Nairobi", "Dar es Salaam"]),
    ("A court in The Hague freed him.", ["The Hague"]),
    ("Armed men were stopped at Kye-Ossi on Monday.", ["Kye-Ossi"]),
    ("Shells fell on Oleshky and Hola Prystan.", ["Oleshky", "Hola Prystan"]),
    ("Drones hit flats in the Holosiivskyi district of Kyiv before dawn.",
     ["Holosiivskyi", "Kyiv"]),
    ("Fighters were seen near Debaa and Trebbock.", ["Debaa", "Trebbock"]),
    ("KATHMANDU, April 24 - Tens of thousands marched on Monday.", ["KATHMANDU"]),
    ("Most left Somalia. In Falluja women celebrated.", ["Somalia", "Falluja"]),
    ("Raiders broke out towards Sovetskoye in the early hours.", ["Sovetskoye"]),
    ("They are many, whose strength in Bosnia UN observers reckon to be higher.",
     ["Bosnia"]),
    ("Fighters of the Islamic State of Iraq and Syria left Mosul.", ["Mosul"]),
    ("Fighters of the Luhansk battalion entered Kreminna.", ["Kreminna"]),
    ("Rivers of mud swept away two bridges in Angeles.", ["Angeles"]),
    ("The US-led coalition hit a convoy near Hajin.", ["Hajin"]),
    ("North-east of there, shells fell on Sumy.", ["Sumy"]),
    ("Francois Hollande met envoys in Lyon. Hollande had sent men to Bangui.",
     ["Lyon", "Bangui"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), WHOLE, ids=[w[1][0] for w in WHOLE])
def test_a_word_for_a_unit_stays_where_it_is_part_of_the_name(
    engine, services, text, names
):
    found = find_toponyms(engine.parse(text), services.gazetteer)
    assert [t.text for t in found] == names
