"""Nothing has happened on a day after the paper's."""

from datetime import date

import pytest

from geoevents.pipeline import read_article
from tests.factories import make_article

# Published on Wednesday 6 November 2024: text, the event's word, its status and day.
TOLD = [
    ("A blast in Quetta on Sunday killed nine men, the worst ahead of polls next month.",
     "killed", "occurred", date(2024, 11, 3)),
    ("Gunmen killed a candidate in Kano in the run-up to elections early next month.",
     "killed", "occurred", None),
    ("Peace talks in Geneva were suspended on Thursday until Nov. 25.", "suspended",
     "occurred", date(2024, 10, 31)),
    ("Commandos are missing after an assault in Ajristan at the weekend.", "assault",
     "occurred", date(2024, 11, 2)),
    ("The vote is on 8 November. A bomb wounded six people in Larbaa the same morning.",
     "wounded", "occurred", None),
    ("The army must retake Sudzha by January, the general said.", "retake",
     "planned", date(2025, 1, 1)),
    ("Rebels killed 12 men in Gao on December 27, 2024.", "killed",
     "occurred", date(2024, 12, 27)),
    ("The rebels agreed a truce in Goma next month.", "truce",
     "planned", date(2024, 12, 1)),
    ("The army seized Goma this December.", "seized", "occurred", None),
    ("Troops may leave Kidal on Friday.", "leave", "hypothetical", date(2024, 11, 8)),
    ("The army seized Goma tomorrow.", "seized", "planned", date(2024, 11, 7)),
    ("Troops leave Kidal on Monday.", "leave", "planned", date(2024, 11, 11)),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "word", "status", "day"), TOLD, ids=[t[0][:40] for t in TOLD]
)
def test_past_and_to_come(services, text, word, status, day):
    reading = read_article(make_article(text), services)
    (report,) = [r for r in reading.reports if r.trigger_text == word]
    assert (report.status.value, report.date_start) == (status, day)


def test_why_it_has_no_day(services):
    text = "The vote is on 8 November. A bomb wounded six people in Larbaa the same morning."
    (report,) = read_article(make_article(text), services).reports
    assert any(r.startswith("told as past, yet") for r in report.reasons)


def test_a_history_goes_on_after_its_first_day(services):
    text = (
        "A brigade left Corinth on April 6, 1863. On April 9 rebels attacked Decatur."
    )
    article = make_article(text, published=date(1863, 4, 6))
    reports = read_article(article, services).reports
    (report,) = [r for r in reports if r.trigger_text == "attacked"]
    assert (report.status.value, report.date_start) == ("occurred", date(1863, 4, 9))
