"""Durations, sets, references; and the words and numbers that are no times."""

from datetime import date

import pytest

from geoevents.extract.timexes import find_timexes

WEDNESDAY = date(2024, 11, 6)

# sentence, text, type, value, mod; none of them denotes days
OTHERS = [
    ("They gave up after a week of shelling.", "a week", "DURATION", "P1W", None),
    ("The siege lasted three days.", "three days", "DURATION", "P3D", None),
    ("The siege lasted about three days.", "about three days", "DURATION", "P3D", "APPROX"),
    ("The siege lasted more than three days.", "more than three days", "DURATION", "P3D", "MORE_THAN"),
    ("The siege lasted at least two weeks.", "at least two weeks", "DURATION", "P2W", "EQUAL_OR_MORE"),
    ("The siege lasted less than an hour.", "less than an hour", "DURATION", "PT1H", "LESS_THAN"),
    ("The siege lasted up to 40 minutes.", "up to 40 minutes", "DURATION", "PT40M", "EQUAL_OR_LESS"),
    ("The siege lasted two and a half years.", "two and a half years", "DURATION", "P2Y6M", None),
    ("The siege lasted half an hour.", "half an hour", "DURATION", "PT30M", None),
    ("The siege lasted several weeks.", "several weeks", "DURATION", "PXW", None),
    ("The siege lasted for months.", "months", "DURATION", "PXM", None),
    ("It was the worst raid in two decades.", "two decades", "DURATION", "P2DE", None),
    ("They broke the four-day siege.", "four-day", "DURATION", "P4D", None),
    ("They broke the 10-month siege.", "10-month", "DURATION", "P10M", None),
    ("The army gave them 48 hours.", "48 hours", "DURATION", "PT48H", None),
    ("Two weeks after the raid they left.", "Two weeks", "DURATION", "P2W", None),
    ("Shells fall on the town daily.", "daily", "SET", "P1D", None),
    ("Shells fall on the town every day.", "every day", "SET", "P1D", None),
    ("Shells fall on the town each week.", "each week", "SET", "P1W", None),
    ("Shells fall on the town every three days.", "every three days", "SET", "P3D", None),
    ("The wells fill twice a day.", "a day", "SET", "P1D", None),
    ("Crowds gather on Fridays.", "Fridays", "SET", "XXXX-WXX-5", None),
    ("Crowds gather every Friday.", "every Friday", "SET", "XXXX-WXX-5", None),
    ("The lines have recently moved.", "recently", "DATE", "PAST_REF", None),
    ("The lines may move in the coming days.", "the coming days", "DATE", "FUTURE_REF", None),
    ("Nobody knows the future.", "the future", "DATE", "FUTURE_REF", None),
    ("The city fell in 146 BC.", "146 BC", "DATE", "BC0146", None),
]  # fmt: skip


@pytest.mark.parametrize("row", OTHERS, ids=lambda row: row[0])
def test_durations_sets_and_references_denote_no_days(engine, row):
    sentence, *expected = row
    (timex,) = find_timexes(engine.parse(sentence), published=WEDNESDAY)
    assert [timex.text, timex.type, timex.value, timex.mod] == expected
    assert (timex.date_start, timex.date_end) == (None, None)


NOT_TIMES = [
    "Walls fell in several Khuja Jan hamlets.",
    "The bishop prays in the morning.",
    "They had hoped to leave in the morning.",
    "Mrs May spoke to reporters.",
    "Theresa May spoke to reporters.",
    "The rebels may advance on the town.",
    "They march to the square and march back.",
    "The Sun reported the raid.",
    "The sun rose over the town.",
    "A 62-year-old man was hurt.",
    "A man aged 62 was hurt.",
    "A baby of six weeks survived.",
    "The team won 3-2.",
    "The index rose 2.36 per cent.",
    "Shares fell to 11.05 from 12.30.",
    "The road is 2.5 km long.",
    "Some 2000 soldiers crossed the river.",
    "The house cost $1984.",
    "The dam is 1,995 metres long.",
    "The second convoy arrived.",
    "He seconded the motion.",
    "The fall of the city shocked them.",
    "Prices may spring up again.",
    "The Long March began there.",
    "Operation Dawn failed.",
    "Route 2010 was closed.",
    "The F-16 crashed.",
    "Bloody Sunday is remembered.",
    "They read the Sunday Times.",
    "A quarter of the town burned.",
    "Three quarters of the town burned.",
    "Brigade 2020 held the line.",
    "The Christmas market was full.",
]


@pytest.mark.parametrize("sentence", NOT_TIMES)
def test_words_and_numbers_that_only_look_like_times(engine, sentence):
    found = find_timexes(engine.parse(sentence), published=WEDNESDAY)
    assert [timex.text for timex in found] == []


PAIRS = [
    ("They dug from dawn to Monday.", ["2024-11-06TMO", "2024-11-04"]),
    (
        "From the night of Thursday to Saturday nothing moved.",
        ["2024-10-31TNI", "2024-11-02"],
    ),
    ("He spoke on Monday and left on Tuesday.", ["2024-11-04", "2024-11-05"]),
    ("In 2019 and 2020 nothing moved.", ["2019", "2020"]),
    ("Raids took place in March and in July.", ["2024-03", "2024-07"]),
    ("From Monday to Wednesday nothing moved.", ["2024-11-04", "2024-11-06"]),
    ("Raids took place in March and July 2023.", ["2023-03", "2023-07"]),
    ("They held it from March to May 2022.", ["2022-03", "2022-05"]),
    ("They held it from December to May 2022.", ["2021-12", "2022-05"]),
    ("The truce began at 4 a.m. (0100 GMT) on Tuesday.", ["2024-11-05T04:00"]),
    ("They left at 0530 hours on Tuesday.", ["2024-11-05T05:30"]),
    ("He was shot in the early hours of Tuesday.", ["2024-11-05"]),
    ("The 2016 deal failed in 2018.", ["2016", "2018"]),
]


@pytest.mark.parametrize(("sentence", "values"), PAIRS)
def test_neighbouring_times_stay_apart(engine, sentence, values):
    found = find_timexes(engine.parse(sentence), published=WEDNESDAY)
    assert [timex.value for timex in found] == values
