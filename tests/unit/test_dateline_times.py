"""The day in a dateline is the paper's, not the event's."""

import pytest

from geoevents.assemble.since import dateline_end
from geoevents.models.span import Span

LINES = [
    ("KYIV, Nov 5 - ", "Shells fell on Monday."),
    ("NIAMEY (Friday) - ", "Riders came on Thursday."),
    ("PARIS/ROME -- ", "Trains stood still on Monday."),
    ("", "Kyiv (Friday) - the day of the raid - lay dark."),
]


@pytest.mark.parametrize(("dateline", "rest"), LINES, ids=[line[0] for line in LINES])
def test_where_a_dateline_ends(dateline, rest):
    text = dateline + rest
    assert dateline_end(text, Span(start=0, end=len(text))) == len(dateline)
