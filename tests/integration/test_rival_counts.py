"""Who else counted, and came to another number: a report of its own, tied to the first."""

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.pipeline import read_article
from tests.factories import make_article

# Text; the dead of each report; who says the second number; its event type is the first's.
COUNTED_TWICE = [
    (
        (
            "A lorry bomb went off at the grain market of Maiduguri on Saturday, killing 58"
            " people, the governor of Borno said. The Red Cross spoke of 83 dead. Schools"
            " in the city will stay closed this week."
        ),
        [58, 83],
        (),
    ),
    (
        (
            "At least 40 miners died when a shaft collapsed near Kolwezi on Friday, the"
            " provincial government said, but the miners' union put the number of dead at"
            " 65."
        ),
        [40, 65],
        ("the miners' union",),
    ),
    (
        (
            "Rebels attacked the barracks of Bouar on Tuesday. The army said that seven of"
            " its soldiers had been killed, while the rebels claimed to have killed 31."
        ),
        [7, 31],
        ("rebels",),
    ),
    (
        (
            "Two buses fell into a ravine near Cusco on Monday, and 33 passengers were"
            " killed. The dead include nine children. The police counted 36 bodies."
        ),
        [33, 36],
        ("police",),
    ),
    (
        (
            "A flood in Derna killed 4,000 people on Sunday, according to the Red Crescent;"
            " the mayor estimated the number of dead at 9,000."
        ),
        [4_000, 9_000],
        ("mayor",),
    ),
]


@pytest.mark.parametrize(("text", "dead", "speakers"), COUNTED_TWICE)
def test_another_count_is_told_apart_and_tied_to_the_first(
    services, text, dead, speakers
):
    reading = read_article(make_article(text), services)
    first, second = reading.reports
    figures = reading.mentions.figures
    assert [max(figures[i].value for i in r.figures) for r in (first, second)] == dead
    assert second.same_as == (first.report_id,)
    assert second.attribution == speakers
    same = [(r.event_type, r.place, r.date_start, r.date_end) for r in (first, second)]
    assert same[0] == same[1]
    (event,) = merge_events(reading.told())
    assert {figure.value for figure in event.figures} >= set(dead)


COUNTED_APART = [
    (
        "Nine people were killed by a landmine near Kidal on Monday. In Gao, soldiers shot"
        " dead four thieves on Thursday."
    ),
    (
        "Gunmen killed eleven villagers in Kajuru on Sunday. A flood in Derna killed 40"
        " people on Tuesday."
    ),
    (
        "Thirty rebels were killed on Sunday when they attacked Bouar, the army said. A"
        " foreign envoy later told of some 300 rebels killed since the war with them"
        " started."
    ),
]


@pytest.mark.parametrize("text", COUNTED_APART)
def test_counts_of_two_events_are_no_rivals(services, text):
    first, second = read_article(make_article(text), services).reports
    assert not first.same_as
    assert not second.same_as


def test_a_count_called_another_one_rivals_the_first(services):
    text = (
        "The ministry said 70 people were arrested in Lima on Sunday. A higher number, 118,"
        " was given by lawyers."
    )
    first, second = read_article(make_article(text), services).reports
    assert second.same_as == (first.report_id,)


def test_who_denies_a_town_taken_does_not_deny_it_reached(services):
    text = (
        "Residents said rebels had reached Tokmak, but the ministry in Kyiv denied that the"
        " rebels had taken it."
    )
    reached, taken = read_article(make_article(text), services).reports
    assert (taken.status.value, taken.same_as) == ("denied", ())
    assert reached.status.value == "occurred"


# Text; the numbers of its one event.
TOLD_IN_TWO_WORDS = [
    (
        (
            "Ninety-one people were killed and 140 wounded when a shell hit a wedding"
            " party in Taiz on Sunday, doctors said."
        ),
        [91, 140],
    ),
    (
        (
            "Militiamen raided the hamlet of Mbau on Friday night. They burned huts and"
            " hacked 14 farmers to death, elders said."
        ),
        [14],
    ),
    (
        "Hundreds of nurses marched through Lima on Monday to protest against their pay.",
        [None],
    ),
]


@pytest.mark.parametrize(("text", "numbers"), TOLD_IN_TWO_WORDS)
def test_what_is_told_in_two_words_is_one_event(services, text, numbers):
    reading = read_article(make_article(text), services)
    (report,) = reading.reports
    assert [reading.mentions.figures[i].value for i in report.figures] == numbers
