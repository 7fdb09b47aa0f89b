"""The day in a dateline is the paper's, not the event's."""

import pytest

from geoevents.extract.datelines import opening_end

LINES = [
    ("KYIV, Nov 5 - ", "Shells fell on Monday."),
    ("NIAMEY (Friday) - ", "Riders came on Thursday."),
    ("PARIS/ROME -- ", "Trains stood still on Monday."),
    ("SUVA, Fiji, March 3 - ", "An army - the smallest - came."),
    ("", "NATO - the alliance - sent troops."),
    ("", "Kyiv (Friday) - the day of the raid - lay dark."),
]


@pytest.mark.parametrize(
    ("dateline", "rest"), LINES, ids=[line[0] + line[1] for line in LINES]
)
def test_where_a_dateline_ends(dateline, rest):
    text = dateline + rest
    assert opening_end(text, 0, len(text)) == len(dateline)
