"""Days told without their year, and known by what happened on them."""

from datetime import date

import pytest

from geoevents.extract.timexes import find_timexes

# Sentence, day of publication, the value of its time.
KNOWN = [
    ("The September 11 attacks changed the law.", date(2024, 11, 6), "2001-09-11"),
    ("Since the October 7 attack few have crossed.", date(2024, 10, 9), "2023-10-07"),
    ("The 7 October Hamas-led attacks stunned them.", date(2024, 11, 6), "2023-10-07"),
    ("Hamas's October 7 massacre stunned them.", date(2024, 11, 6), "2023-10-07"),
    ("The attacks of September 11 stunned them.", date(2024, 11, 6), "2001-09-11"),
    ("The Boxing Day tsunami reached Galle.", date(2024, 11, 6), "2004-12-26"),
    ("The November 13 attacks stunned Paris.", date(2024, 11, 6), "2015-11-13"),
    # The year's own day is nearer, or is the one that is told of.
    ("The November 13 attacks stunned Lima.", date(2024, 11, 20), "2024-11-13"),
    ("The September 11, 2012 attacks stunned Benghazi.", date(2024, 11, 6), "2012-09-11"),
    ("On October 7 attacks went on in Sake.", date(2024, 11, 6), "2024-10-07"),
    ("The October 7 vote was peaceful.", date(2024, 11, 6), "2024-10-07"),
    ("The October 7 vote went on; attacks did not.", date(2024, 11, 6), "2024-10-07"),
    ("The September 11 attacks stunned Bogota.", date(1998, 10, 6), "1998-09-11"),
    ("The February 1 coup stunned Lima.", date(2020, 12, 1), "2020-02-01"),
    ("The February 6 earthquake shook Antakya.", None, "2023-02-06"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "published", "value"), KNOWN)
def test_the_year_of_a_known_day(engine, text, published, value):
    (found,) = find_timexes(engine.parse(text), published=published)
    assert found.value == value


def test_why_it_is_that_year_is_told(engine):
    text = "The September 11 attacks changed the law."
    (found,) = find_timexes(engine.parse(text), published=date(2024, 11, 6))
    assert found.reasons == ("'September 11' + what happened on it -> 2001-09-11",)
