"""Days told as so long after or before another event's."""

from datetime import date

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

# Published on Wednesday 6 November 2024.
TOLD = [
    (
        "Troops captured Vuhledar on Saturday, six days after rebels attacked it.",
        "attacked",
        date(2024, 10, 27),
    ),
    (
        "Police cleared the camp on Monday, two weeks after gunmen attacked it.",
        "attacked",
        date(2024, 10, 21),
    ),
]


FROM_IT = [
    (
        (
            "Militiamen stormed the barracks in Goma on Monday. Two days before the raid, "
            "gunmen killed six guards in Sake."
        ),
        "killed",
        date(2024, 11, 2),
        "counted from the event it names",
    ),
    (
        (
            "Rebels shelled the port of Hodeidah on Monday. Hours later a drone hit a clinic "
            "in Taiz, killing four nurses."
        ),
        "drone hit",
        date(2024, 11, 4),
        "of what was told before",
    ),
    (
        (
            "Rebels shelled the port of Hodeidah on Monday. Within hours jets bombed a camp "
            "near Taiz."
        ),
        "bombed",
        date(2024, 11, 4),
        "of what was told before",
    ),
    (
        (
            "The bridge in Mopti collapsed on Monday, hours after gunmen attacked a convoy "
            "on it."
        ),
        "attacked",
        date(2024, 11, 4),
        "counted from what the sentence tells",
    ),
]


@pytest.mark.parametrize(("text", "word", "day", "why"), FROM_IT)
def test_the_day_is_counted_from_the_event_named_or_told_before(
    services, text, word, day, why
):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.date_start, report.date_end) == (day, day)
    assert any(why in r for r in report.reasons)


@pytest.mark.parametrize(("text", "word", "day"), TOLD)
def test_the_other_event_has_its_day_counted(services, text, word, day):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.date_start, report.date_end) == (day, day)
    assert any("counted from what the sentence tells" in r for r in report.reasons)
