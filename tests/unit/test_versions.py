"""Which gold reports tell one event, and which figures rival each other in them."""

import pytest

from geoevents.models.span import Span
from geoevents.train.versions import Versions

FIGURES = [
    {"start": 0, "end": 2, "scope": "incident"},
    {"start": 10, "end": 12, "scope": "incident"},
    {"start": 20, "end": 22, "scope": "subset"},
    {"start": 30, "end": 32, "scope": "incident"},
    {"start": 40, "end": 42, "scope": "incident"},
]
GOLD = {
    "id": "x1",
    "figures": FIGURES,
    "reports": [
        {"figures": [0, 2]},
        {"figures": [1], "same_as": ["x1:2", "y9:4"]},
        {"figures": [3], "same_as": ["x1:0"]},
        {"figures": [4], "same_as": ["y9:0"]},
    ],
}


def _span(figure: int) -> Span:
    return Span(start=FIGURES[figure]["start"], end=FIGURES[figure]["end"])


def test_links_are_followed_over_several_steps_and_not_out_of_the_article():
    assert Versions.of(GOLD).first == (0, 0, 0, 3)


@pytest.mark.parametrize(
    ("one", "two", "rivals"),
    [(0, 1, True), (0, 3, True), (1, 2, False), (0, 4, False), (0, 0, False)],
    ids=["linked", "over a third", "a part", "another event", "itself"],
)
def test_rivals_count_one_event_in_reports_of_their_own(one, two, rivals):
    assert Versions.of(GOLD).are_rivals(_span(one), _span(two)) is rivals


def test_a_number_the_gold_has_not_rivals_nothing():
    assert not Versions.of(GOLD).are_rivals(Span(start=50, end=52), _span(0))
