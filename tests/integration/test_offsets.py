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


@pytest.mark.parametrize(("text", "word", "day"), TOLD)
def test_the_other_event_has_its_day_counted(services, text, word, day):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.date_start, report.date_end) == (day, day)
    assert any("counted from what the sentence tells" in r for r in report.reasons)
