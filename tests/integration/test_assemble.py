"""What an article tells, put together: one report a thing, its day, its toll."""

from datetime import date

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

KINDS = [
    (
        "another verb for one battle",
        "Rebels drew nearer to Bunia on Sunday, fighting government troops near Bunia.",
        [("Battles", "2024-11-03")],
    ),
    (
        "the raid took place says when",
        (
            "Gunmen abducted 40 girls from a school in Tegina this year."
            " The attack took place on Sunday."
        ),
        [("Violence against civilians", "2024-11-03")],
    ),
    (
        "a second strike stays a second",
        (
            "A missile hit Kherson on Monday, killing four people."
            " Another missile hit Kherson on Tuesday, killing nine people."
        ),
        [
            ("Explosions/Remote violence", "2024-11-04"),
            ("Explosions/Remote violence", "2024-11-05"),
        ],
    ),
    (
        "the day of the answer is not that of the attack",
        (
            "Soldiers attacked rebels in Goma, killing 12 of them."
            " The rebels shelled the army in Goma on Saturday."
        ),
        [("Battles", "None"), ("Explosions/Remote violence", "2024-11-02")],
    ),
    (
        "killed and driven out are one toll",
        "The war in Sudan has killed 20,000 people and uprooted 300,000 since 2023.",
        [("Battles", "2023-01-01")],
    ),
]


@pytest.mark.parametrize(
    ("text", "expected"), [k[1:] for k in KINDS], ids=[k[0] for k in KINDS]
)
def test_reports_of_a_text(services, text, expected):
    reading = read_article(make_article(text), services)
    found = [(r.event_type.value, str(r.date_start)) for r in reading.reports]
    assert found == expected


def test_where_gunmen_came_from_is_no_second_place_of_what_they_did(services):
    text = (
        "Gunmen crossed into Niger from Borno on Saturday, killing about 120 people"
        " and seizing some 40 hostages."
    )
    reading = read_article(make_article(text), services)
    toponyms = reading.mentions.toponyms
    places = [toponyms[report.place].text for report in reading.reports]
    assert places == ["Niger"]


def test_a_toll_since_years_takes_no_place_from_the_strike_beside_it(services):
    text = (
        "A missile hit Kherson on Monday, killing four people."
        " Some 9,000 people have been killed since 2022."
    )
    strike, toll = read_article(make_article(text), services).reports
    assert strike.place is not None
    assert toll.place is None
    assert toll.event_type.value == "Battles"


def test_what_is_only_planned_inherits_no_place(services):
    text = "A drone hit Kherson on Monday. Rebels may attack the army."
    reports = read_article(make_article(text), services).reports
    assert reports[-1].status.value == "hypothetical"
    assert reports[-1].place is None


def test_the_day_of_the_search_is_not_that_of_the_quake(services):
    text = (
        "Rescuers ended their search on Sunday for survivors of an earthquake that killed"
        " 157 people in Jajarkot."
    )
    (report,) = read_article(make_article(text), services).reports
    assert report.date_start is None


def test_the_past_is_not_where_the_article_is(services):
    text = (
        "Floods killed nine people in Gwadar on Monday. The road to Turbat was blocked by"
        " a landslide in Panjgur. In the summer of 2022 floods killed more than 1,700"
        " people."
    )
    last = read_article(make_article(text), services).reports[-1]
    assert (last.place, last.status.value) == (None, "historical")


def test_the_first_blast_went_off_where_the_blasts_did(services):
    text = (
        "KERMAN, Iran - Two explosions killed at least 84 people on Monday near a tomb in"
        " the southeastern Iranian city of Kerman, state media reported, as crowds marked"
        " the fourth anniversary of the commander's death in a U.S. drone strike in"
        " Baghdad. The first blast went off 700"
        " metres from the grave and the second, ten minutes later, hit people who were"
        " fleeing, the emergency services said."
    )
    reading = read_article(make_article(text), services)
    names = reading.mentions.toponyms
    told = [(r.trigger_text, names[r.place].text) for r in reading.reports]
    assert told == [("killed", "Kerman"), ("drone strike", "Baghdad")]


def test_a_clause_after_while_keeps_its_place(services):
    text = (
        "ALEPPO - Syrian rebels who seized Aleppo on Friday and Saturday pushed south"
        " towards Hama on Sunday, capturing Khan Sheikhoun and Maarat al-Numan, the Syrian"
        " Observatory for Human Rights said, while Russian and Syrian jets bombed Idlib,"
        " killing 25 people, according to the White Helmets."
    )
    reading = read_article(make_article(text), services)
    taken = {
        reading.mentions.toponyms[r.place].text
        for r in reading.reports
        if r.place is not None and r.event_type.value == "Battles"
    }
    assert "Idlib" not in taken
    assert "Khan Sheikhoun" in taken


def test_what_people_were_forced_to_do_they_did(services):
    text = (
        "Members of the gang set fire to 45 houses, forcing about 6,200 people to flee to"
        " Sake and other towns."
    )
    statuses = {
        r.status.value for r in read_article(make_article(text), services).reports
    }
    assert "planned" not in statuses


def test_since_a_day_when_something_happened_dates_it_by_that_day(services):
    text = (
        "It was the worst flood in Valencia since October 1973,"
        " when 300 people died in Valencia."
    )
    last = read_article(make_article(text), services).reports[-1]
    assert (last.date_start, last.date_end) == (date(1973, 10, 1), date(1973, 10, 31))


def test_since_the_start_of_something_dates_it_until_now(services):
    text = (
        "Floods have killed at least 80 people in Gwadar since the start of the monsoon on"
        " October 25, officials said."
    )
    (report,) = read_article(make_article(text), services).reports
    assert report.date_start == date(2024, 10, 25)
    assert report.date_end == make_article(text).published


def test_a_day_that_ends_it_is_not_the_day_it_began(services):
    text = (
        "The governor has declared a curfew in Jos until November 30. The market at Bukuru"
        " was shelled on Monday and stays shut until Christmas."
    )
    curfew, shelled, *_ = read_article(make_article(text), services).reports
    assert curfew.date_start is None
    assert shelled.date_start == date(2024, 11, 4)


SINCE = [
    (
        "Monitors put at 640 the people killed by the army since the coup of March 1.",
        [("2024-03-01", "2024-11-06")],
    ),
    (
        "It is the worst flood in Chad since the storm of May 1988, which killed 90 people.",
        [("1988-05-01", "1988-05-31")],
    ),
    (
        "Since the ceasefire of 10 October, 40 people have been killed in Aleppo.",
        [("2024-10-10", "2024-10-10"), ("2024-10-10", "2024-11-06")],
    ),
]


@pytest.mark.parametrize(("text", "days"), SINCE)
def test_since_counts_from_what_happened_then(services, text, days):
    reports = read_article(make_article(text), services).reports
    assert [(str(r.date_start), str(r.date_end)) for r in reports] == days


def test_a_day_inside_the_passive_hides_no_toll(services):
    text = "No fewer than nine persons were on Friday killed in an attack on a bus."
    (report,) = read_article(make_article(text), services).reports
    assert len(report.figures) == 1


def test_a_denial_that_names_a_place_denies_what_was_told_of_it(services):
    reading = read_article(
        make_article(
            "Rebels took the town of Masisi on Sunday, residents said. The governor of"
            " Goma said 9,000 people had fled to Goma. The army denied that Masisi had"
            " fallen."
        ),
        services,
    )
    deniers = {r.trigger_text: r.deniers for r in reading.reports}
    assert deniers == {"took the town": ("army",), "fled": ()}


def test_a_verb_that_no_list_has_is_told_by_its_meaning(services):
    text = "Gunmen butchered nine villagers in Plateau state on Monday."
    (report,) = read_article(make_article(text), services).reports
    assert report.event_type == "Violence against civilians"
    assert any("the meaning of its words" in reason for reason in report.reasons)


BRIEFS = [
    ("A grenade thrown into a bar left four dead in Bujumbura.", [4]),
    ("Four herders lost their lives when a quarrel in Gusau turned bloody.", [4]),
    ("A tribal elder was strangled in Kandahar.", [None]),
    ("Gunmen killed a judge.", [None]),
    ("A boy aged nine died in the strike on Kharkiv.", [None]),
]


@pytest.mark.parametrize(
    ("text", "killed"),
    BRIEFS,
    ids=["left dead", "lost lives", "strangled", "killed", "by arms"],
)
def test_a_sentence_that_tells_of_deaths_alone_is_not_passed_over(
    services, text, killed
):
    reading = read_article(make_article(text), services)
    counts = [
        [reading.mentions.figures[i].value for i in r.figures] or [None]
        for r in reading.reports
    ]
    assert counts == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "The company cut 300 jobs in Leeds.",
        "The striker attacked from the left and shot wide on Sunday.",
        "Reserves fell to 7.15 billion dollars in January.",
        "The actor died at his home in Paris on Monday, aged 88.",
        "The singer died of cancer in Rome on Sunday.",
    ],
)
def test_a_sentence_that_tells_of_no_harm_stays_without_an_event(services, text):
    assert not read_article(make_article(text), services).reports
