"""The sentence after a lead says more closely where its event was, and counts no dead."""

import pytest

from geoevents.gazetteer.names import normal
from geoevents.pipeline import read_article
from tests.factories import make_article


def _told(services, text):
    """(place, first day, numbers) of each report of an article of 6 November 2024."""
    reading = read_article(make_article(text), services)
    return [
        (
            None
            if r.place is None
            else normal(reading.resolutions[r.place].place.name),
            r.date_start and r.date_start.isoformat(),
            [reading.mentions.figures[i].value for i in r.figures],
        )
        for r in reading.reports
    ]


SUNDAY, MONDAY = "2024-11-03", "2024-11-04"
ONE = {
    "a bomber, after a bombing": (
        "A car bombing in Hasakah province killed at least 15 people on Monday.",
        "A suicide bomber rammed a barracks in the city of Qamishli, residents said.",
        ("al qamishli", MONDAY, [15]),
    ),
    "gunmen, of the same day": (
        "Six people including a nun were killed on Sunday in northern Colombia.",
        "Gunmen stormed a farm on Sunday in the department of Cordoba.",
        ("departamento de cordoba", SUNDAY, [6]),
    ),
    "where the lead names no place": (
        "Armed men killed an elder's nephew on Sunday, relatives said.",
        "Militants fired at him as he parked his car in Mocha.",
        ("mocha", SUNDAY, []),
    ),
    "the blast which": (
        "A suicide bomber killed 13 people at a bazaar in northern Afghanistan on Monday.",
        "Eighteen were hurt by the blast which tore through stalls in Kunduz.",
        ("kunduz", MONDAY, [13, 18]),
    ),
    "the gunmen who": (
        "A raid on a bar in southern Brazil killed seven people, firemen said.",
        "Officials say the gunmen who stormed the bar in Joinville on Sunday wore masks.",
        ("joinville", SUNDAY, [7]),
    ),
    "the latest in a series": (
        "A bomber killed 24 pilgrims in northern Syria, the latest of a series of blasts.",
        "The blast on Sunday tore through a shrine in Manbij.",
        ("manbij", SUNDAY, [24]),
    ),
    "hurt in the blast, no day": (
        "A bomber killed at least nine shoppers in northern Syria, medics said.",
        "Twenty customers were wounded in the blast, in the town of Manbij.",
        ("manbij", None, [9, 20]),
    ),
    "all of several": (
        "A string of explosions in Syria killed at least 32 people, medics said.",
        "The blasts hit markets in the city of Aleppo on Sunday.",
        ("aleppo", SUNDAY, [32]),
    ),
    "south of a town, nobody says how far": (
        "A bomber attacked guests at a wedding south of Kabul on Sunday, killing 21.",
        "The blast collapsed a roof in Pul-e Alam and wounded 27 people.",
        ("pul e alam", SUNDAY, [21, 27]),
    ),
    "the incident, when others did something": (
        "Malian soldiers opened fire on a crowd in Segou, killing 14 people.",
        "The incident occurred on Sunday, when the soldiers were guarding a bridge.",
        ("segou", SUNDAY, [14]),
    ),
    "the fighting centred on it": (
        "Some 30 people have died in a month of clashes in northern Chad.",
        "The fighting centred on the desert town of Faya.",
        ("faya largeau", None, [30]),
    ),
    "the violence in it": (
        "A feud between families in southern Ethiopia killed ten people on Sunday.",
        "The violence in the Moyale area of Oromia region pitted two clans.",
        ("moyale", SUNDAY, [10]),
    ),
}


@pytest.mark.parametrize(("lead", "further", "event"), ONE.values(), ids=ONE)
def test_it_is_one_event_where_the_next_sentence_puts_it(
    services, lead, further, event
):
    told = _told(services, f"{lead} {further}")
    assert event in told
    assert len([numbers for _, _, numbers in told if numbers]) <= 1


LEAD = "Six people were shot dead in northern Colombia on Sunday."
OTHER = [
    "Gunmen also stormed a farm in the department of Cordoba.",
    "Gunmen stormed a farm in the department of Cordoba, killing four people.",
    "Gunmen stormed a farm on Saturday in the department of Cordoba.",
    "Nobody else was there. Gunmen stormed a farm in the department of Cordoba.",
    "A bomb exploded in the department of Cordoba.",
]


@pytest.mark.parametrize("further", OTHER)
def test_what_may_be_another_event_moves_nothing(services, further):
    assert _told(services, f"{LEAD} {further}")[0] == ("colombia", SUNDAY, [6])


MANY = [
    ("A string of bombings across Syria on Sunday killed at least 32 people.",
     "A suicide bomber targeted a barracks in the town of Manbij."),
    ("Mortar attacks in Syria on Sunday killed at least 32 people.",
     "A suicide bomber targeted a barracks in the town of Manbij."),
    ("A wave of murders in Syria on Sunday killed at least 32 people.",
     "The attack hit a school in the town of Manbij."),
    ("Attacks in Syria on Sunday killed at least 32 people.",
     "The deadliest attack hit a school in the town of Manbij."),
    ("Blasts in Syria on Sunday killed at least 32 people.",
     "The second blast hit a school in the town of Manbij."),
    ("Attacks in Syria on Sunday killed at least 32 people.",
     "The deadliest attack occurred in the town of Manbij."),
    ("A wave of murders in Syria on Sunday killed at least 32 people.",
     "The attack occurred in the town of Manbij."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "further"), MANY)
def test_of_several_the_toll_is_not_put_where_one_was(services, lead, further):
    counted = [told for told in _told(services, f"{lead} {further}") if told[2]]
    assert counted == [("syria", SUNDAY, [32])]


def test_several_attacks_have_the_day_that_is_said_of_all(services):
    text = (
        "At least 63 people died in a series of raids on farms in Assam, officials said."
        " The raids by militants took place on Sunday."
    )
    assert _told(services, text)[0][1] == SUNDAY


def test_a_landmark_is_not_given_up_for_the_district(services):
    text = (
        "Six cooks were killed on Sunday in an explosion near Spin Boldak, officials said."
        " Several cooks were wounded in the explosion in Kandahar province."
    )
    assert ("spin boldak", SUNDAY, [6]) in _told(services, text)


def test_another_voice_on_the_same_day_tells_a_version_of_its_own(services):
    text = (
        "Two guided bombs struck a shop in Kharkiv on Sunday, killing nine, the mayor said."
        " According to a source quoted by TASS, the bombs hit a secret ammunition store."
    )
    assert len(_told(services, text)) == 2


OWN = [
    ("Six people were shot dead in northern Colombia over the weekend.",
     "Gunmen stormed a farm in the department of Cordoba."),
    ("Gunmen attacked a village in northern Colombia on Sunday.",
     "Armed men stormed a farm in the department of Cordoba, killing four."),
    ("Nine people were shot dead in Maiduguri on Sunday.",
     "Armed men stormed a school in Maiduguri, burning its books."),
    ("A bomb killed nine people on Sunday in a village 10 km south of Kabul.",
     "The blast in Pul-e Alam wounded four people."),
]  # fmt: skip


@pytest.mark.parametrize(("lead", "further"), OWN)
def test_what_only_may_be_the_same_stays_an_event_of_its_own(services, lead, further):
    assert len(_told(services, f"{lead} {further}")) == 2
