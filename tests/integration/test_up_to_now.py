"""What goes on has not happened in days that were still to come when it was printed."""

from datetime import date

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import read_article

PUBLISHED = date(2024, 5, 16)
SENTENCES = [
    (
        "Rebels have killed about 50 people in Goma this year, according to the police.",
        date(2024, 1, 1),
        PUBLISHED,
    ),
    (
        "Floods in Pakistan have killed 310 people so far this month, officials said.",
        date(2024, 5, 1),
        PUBLISHED,
    ),
    (
        "Fighting is going on around Bakhmut this week.",
        date(2024, 5, 13),
        date(2024, 5, 19),
    ),
]


@pytest.mark.parametrize(
    ("text", "start", "end"), SENTENCES, ids=[s[0][:30] for s in SENTENCES]
)
def test_the_last_day_of_what_goes_on(services, text, start, end):
    reading = read_article(text_article(text, published=PUBLISHED), services)
    days = {(event.date_start, event.date_end) for event in reading.told()}
    assert days == {(start, end)}
