"""Calendar dates, weekdays and parts of days: value and inclusive days."""

from datetime import date

import pytest

from geoevents.extract.timexes import find_timexes

WEDNESDAY = date(2024, 11, 6)

# sentence -> the one time in it: (text, value, first day, last day)
EXPLICIT = [
    ("The bridge fell on 4 November 2024.", "4 November 2024", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The bridge fell on November 4, 2024.", "November 4, 2024", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The bridge fell on the 4th of November 2024.", "the 4th of November 2024", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The bridge fell on Nov. 4, 2024.", "Nov. 4, 2024", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The log is dated 2024-11-04.", "2024-11-04", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The depot burned in February 2023.", "February 2023", "2023-02", "2023-02-01", "2023-02-28"),
    ("The depot burned in February 2024.", "February 2024", "2024-02", "2024-02-01", "2024-02-29"),
    ("The depot burned in early February 2023.", "early February 2023", "2023-02", "2023-02-01", "2023-02-10"),
    ("The depot burned in mid-February 2023.", "mid-February 2023", "2023-02", "2023-02-11", "2023-02-20"),
    ("The depot burned in late February 2023.", "late February 2023", "2023-02", "2023-02-21", "2023-02-28"),
    ("The depot burned at the end of May 2023.", "the end of May 2023", "2023-05", "2023-05-21", "2023-05-31"),
    ("The war ended in 1995.", "1995", "1995", "1995-01-01", "1995-12-31"),
    ("The war ended in late 1995.", "late 1995", "1995", "1995-09-01", "1995-12-31"),
    ("The war ended in early 1995.", "early 1995", "1995", "1995-01-01", "1995-04-30"),
    ("They met in the summer of 2022.", "the summer of 2022", "2022-SU", "2022-06-01", "2022-08-31"),
    ("They met in the winter of 2022.", "the winter of 2022", "2022-WI", "2022-12-01", "2023-02-28"),
    ("Output fell in the third quarter of 2023.", "the third quarter of 2023", "2023-Q3", "2023-07-01", "2023-09-30"),
    ("Output fell in Q2 2023.", "Q2 2023", "2023-Q2", "2023-04-01", "2023-06-30"),
    ("Output fell in the first half of 2023.", "the first half of 2023", "2023-H1", "2023-01-01", "2023-06-30"),
    ("The feud began in the 1990s.", "the 1990s", "199", "1990-01-01", "1999-12-31"),
    ("The fort dates from the 19th century.", "the 19th century", "18", "1800-01-01", "1899-12-31"),
    ("Fighters entered on the night of 22 September 2023.", "the night of 22 September 2023", "2023-09-22TNI", "2023-09-22", "2023-09-23"),
    ("The siege lasted from 2013-14.", "2013-14", "2013/2014", "2013-01-01", "2014-12-31"),
    ("Shells fell between 3 and 5 May 2023.", "between 3 and 5 May 2023", "2023-05-03/2023-05-05", "2023-05-03", "2023-05-05"),
    ("Shells fell on 14-15 December 2022.", "14-15 December 2022", "2022-12-14/2022-12-15", "2022-12-14", "2022-12-15"),
    ("Shells fell from 28 Oct to 2 Nov 2022.", "28 Oct to 2 Nov 2022", "2022-10-28/2022-11-02", "2022-10-28", "2022-11-02"),
    ("Shells fell from 28 December 2022 to 3 January 2023.", "28 December 2022 to 3 January 2023", "2022-12-28/2023-01-03", "2022-12-28", "2023-01-03"),
    ("Shells fell between January and March 2023.", "between January and March 2023", "2023-01/2023-03", "2023-01-01", "2023-03-31"),
    ("It was in the second week of April 2018.", "April 2018", "2018-04", "2018-04-01", "2018-04-30"),
    ("It was the week of 4 November 2024.", "the week of 4 November 2024", "2024-W45", "2024-11-04", "2024-11-10"),
    ("The vote took place on Sunday, 27 October 2024.", "Sunday, 27 October 2024", "2024-10-27", "2024-10-27", "2024-10-27"),
    ("Bombs went off on Easter Sunday 2019.", "Easter Sunday 2019", "2019-04-21", "2019-04-21", "2019-04-21"),
    ("The truce began on Good Friday 1998.", "Good Friday 1998", "1998-04-10", "1998-04-10", "1998-04-10"),
    ("The vote took place on Christmas Day 2022.", "Christmas Day 2022", "2022-12-25", "2022-12-25", "2022-12-25"),
]  # fmt: skip

# Read on Wednesday 6 November 2024.
FROM_PUBLICATION = [
    ("Mortars hit the port on 4 November.", "4 November", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("Mortars hit the port on Oct. 7.", "Oct. 7", "2024-10-07", "2024-10-07", "2024-10-07"),
    ("Mortars hit the port on 20 December.", "20 December", "2023-12-20", "2023-12-20", "2023-12-20"),
    ("The talks will open on 20 December.", "20 December", "2024-12-20", "2024-12-20", "2024-12-20"),
    ("The talks are to open on 11 November.", "11 November", "2024-11-11", "2024-11-11", "2024-11-11"),
    ("The lull ended on 2 January.", "2 January", "2024-01-02", "2024-01-02", "2024-01-02"),
    ("The deadline was extended to 15 November.", "15 November", "2024-11-15", "2024-11-15", "2024-11-15"),
    ("Rebels took the town in September.", "September", "2024-09", "2024-09-01", "2024-09-30"),
    ("Rebels took the town in December.", "December", "2023-12", "2023-12-01", "2023-12-31"),
    ("Troops will leave the base in March.", "March", "2025-03", "2025-03-01", "2025-03-31"),
    ("Troops will leave the base by May.", "May", "2025-05", "2025-05-01", "2025-05-31"),
    ("Rebels took the town last August.", "last August", "2024-08", "2024-08-01", "2024-08-31"),
    ("Rebels took the town last November.", "last November", "2023-11", "2023-11-01", "2023-11-30"),
    ("The truce starts next January.", "next January", "2025-01", "2025-01-01", "2025-01-31"),
    ("Rebels took the town on Aug. 6 last year.", "Aug. 6 last year", "2023-08-06", "2023-08-06", "2023-08-06"),
    ("Rebels took the town in July this year.", "July this year", "2024-07", "2024-07-01", "2024-07-31"),
    ("Rockets hit the town on Monday.", "Monday", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("Rockets hit the town on Wednesday.", "Wednesday", "2024-11-06", "2024-11-06", "2024-11-06"),
    ("Rockets hit the town on Thursday.", "Thursday", "2024-10-31", "2024-10-31", "2024-10-31"),
    ("Envoys will meet on Thursday.", "Thursday", "2024-11-07", "2024-11-07", "2024-11-07"),
    ("The summit opens in Cairo on Friday.", "Friday", "2024-11-08", "2024-11-08", "2024-11-08"),
    ("The two are expected to meet on Friday.", "Friday", "2024-11-08", "2024-11-08", "2024-11-08"),
    ("Rockets hit the town last Thursday.", "last Thursday", "2024-10-31", "2024-10-31", "2024-10-31"),
    ("Rockets hit the town last Wednesday.", "last Wednesday", "2024-10-30", "2024-10-30", "2024-10-30"),
    ("The envoys meet next Monday.", "next Monday", "2024-11-11", "2024-11-11", "2024-11-11"),
    ("Rockets hit the town on Monday night.", "Monday night", "2024-11-04TNI", "2024-11-04", "2024-11-04"),
    ("Rockets hit the town on Tuesday morning.", "Tuesday morning", "2024-11-05TMO", "2024-11-05", "2024-11-05"),
    ("Rockets hit the town early on Tuesday.", "early on Tuesday", "2024-11-05", "2024-11-05", "2024-11-05"),
    ("Rockets hit the town late on Monday.", "late on Monday", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("Monday's attack cut the road.", "Monday", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("Shops have been shut since Sunday.", "Sunday", "2024-11-03", "2024-11-03", "2024-11-03"),
    ("Rockets hit the town on Tuesday last week.", "Tuesday last week", "2024-10-29", "2024-10-29", "2024-10-29"),
    ("Rockets hit the town yesterday.", "yesterday", "2024-11-05", "2024-11-05", "2024-11-05"),
    ("Rockets hit the town the day before yesterday.", "the day before yesterday", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The port is quiet today.", "today", "2024-11-06", "2024-11-06", "2024-11-06"),
    ("The envoy leaves tomorrow.", "tomorrow", "2024-11-07", "2024-11-07", "2024-11-07"),
    ("Rallies are expected tonight.", "tonight", "2024-11-06TNI", "2024-11-06", "2024-11-06"),
    ("The bakery was set on fire late on Friday.", "late on Friday", "2024-11-01", "2024-11-01", "2024-11-01"),
    ("The riots, set off on Friday, left ten dead.", "Friday", "2024-11-01", "2024-11-01", "2024-11-01"),
    ("The summit was called off in April.", "April", "2024-04", "2024-04-01", "2024-04-30"),
    ("The vote is set for Friday.", "Friday", "2024-11-08", "2024-11-08", "2024-11-08"),
    ("They had held the hill since May against the army.", "May", "2024-05", "2024-05-01", "2024-05-31"),
    ("Rockets have hit the north since December 8.", "December 8", "2023-12-08", "2023-12-08", "2023-12-08"),
    ("Rain washed the bridge away in the afternoon.", "the afternoon", "2024-11-06TAF", "2024-11-06", "2024-11-06"),
    ("Rockets hit the town last night.", "last night", "2024-11-05TNI", "2024-11-05", "2024-11-05"),
    ("Rockets hit the town this morning.", "this morning", "2024-11-06TMO", "2024-11-06", "2024-11-06"),
    ("Drones hit the refinery overnight.", "overnight", "2024-11-05TNI", "2024-11-05", "2024-11-06"),
    ("Gunmen came in the night from Saturday to Sunday.", "the night from Saturday to Sunday", "2024-11-02TNI", "2024-11-02", "2024-11-03"),
    ("In the night to Sunday the dam broke.", "the night to Sunday", "2024-11-02TNI", "2024-11-02", "2024-11-03"),
    ("Gunmen left on Friday. Three days before, on Tuesday, they had come.", "Tuesday", "2024-10-29", "2024-10-29", "2024-10-29"),
    ("A week earlier, on 26 October, the dam broke.", "A week earlier", "2024-W44", "2024-10-26", "2024-10-26"),
    ("Last week, on Tuesday, the dam broke.", "Last week", "2024-W44", "2024-10-29", "2024-10-29"),
    ("Last week, on Tuesday, the bridge fell.", "Tuesday", "2024-10-29", "2024-10-29", "2024-10-29"),
    ("Three days before, on Thursday, the dam broke.", "Three days before", "2024-11-03", "2024-10-31", "2024-10-31"),
    ("Three days before, on Wednesday, the dam broke.", "Three days before", "2024-11-03", "2024-10-30", "2024-10-30"),
    ("Three days later, on Friday, the dam broke.", "Three days later", "2024-11-09", "2024-11-01", "2024-11-01"),
    ("Two years earlier, May 2019, the dam broke.", "Two years earlier", "2022", "2022-01-01", "2022-12-31"),
    ("Last week rebels came and on Tuesday they left.", "Last week", "2024-W44", "2024-10-28", "2024-11-03"),
    ("He spoke on Monday, on Tuesday he left.", "Monday", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The report finds the town emptied before September.", "September", "2024-09", "2024-09-01", "2024-09-30"),
    ("The mayor wanted the town emptied before September.", "September", "2024-09", "2024-09-01", "2024-09-30"),
    ("They may not honour the truce of 12 April.", "12 April", "2024-04-12", "2024-04-12", "2024-04-12"),
    ("They may not take part in the vote of 12 April.", "12 April", "2025-04-12", "2025-04-12", "2025-04-12"),
    ("They might leave on Friday.", "Friday", "2024-11-08", "2024-11-08", "2024-11-08"),
    ("They might have left on Friday.", "Friday", "2024-11-01", "2024-11-01", "2024-11-01"),
    ("The mayor wants the town emptied before September.", "September", "2025-09", "2025-09-01", "2025-09-30"),
    ("The town was emptied before September.", "September", "2024-09", "2024-09-01", "2024-09-30"),
    ("On the night of Sunday into Monday the dam broke.", "the night of Sunday into Monday", "2024-11-03TNI", "2024-11-03", "2024-11-04"),
    ("Overnight Friday to Saturday a barge sank.", "Overnight Friday to Saturday", "2024-11-01TNI", "2024-11-01", "2024-11-02"),
    ("In the night of 2-3 November the bridge fell.", "the night of 2-3 November", "2024-11-02TNI", "2024-11-02", "2024-11-03"),
    ("On the night of October 31 to November 1 it snowed.", "the night of October 31 to November 1", "2024-10-31TNI", "2024-10-31", "2024-11-01"),
    ("The base fell last week.", "last week", "2024-W44", "2024-10-28", "2024-11-03"),
    ("The base fell this week.", "this week", "2024-W45", "2024-11-04", "2024-11-10"),
    ("The envoys return next week.", "next week", "2024-W46", "2024-11-11", "2024-11-17"),
    ("The base fell earlier this week.", "earlier this week", "2024-W45", "2024-11-04", "2024-11-06"),
    ("The base fell last month.", "last month", "2024-10", "2024-10-01", "2024-10-31"),
    ("The base fell earlier this month.", "earlier this month", "2024-11", "2024-11-01", "2024-11-06"),
    ("The base fell last year.", "last year", "2023", "2023-01-01", "2023-12-31"),
    ("The base fell earlier this year.", "earlier this year", "2024", "2024-01-01", "2024-11-06"),
    ("Talks resume later this year.", "later this year", "2024", "2024-11-06", "2024-12-31"),
    ("The base fell at the weekend.", "the weekend", "2024-W44-WE", "2024-11-02", "2024-11-03"),
    ("The march is planned for this weekend.", "this weekend", "2024-W45-WE", "2024-11-09", "2024-11-10"),
    ("The base fell two days ago.", "two days ago", "2024-11-04", "2024-11-04", "2024-11-04"),
    ("The base fell three weeks ago.", "three weeks ago", "2024-W42", "2024-10-14", "2024-10-20"),
    ("The base fell six months ago.", "six months ago", "2024-05", "2024-05-01", "2024-05-31"),
    ("The base fell a year ago.", "a year ago", "2023", "2023-01-01", "2023-12-31"),
    ("Drones hit the refinery over the past 24 hours.", "the past 24 hours", "PT24H", "2024-11-05", "2024-11-06"),
    ("Drones hit the refinery in the past three days.", "the past three days", "P3D", "2024-11-03", "2024-11-06"),
    ("Drones hit the refinery over the past week.", "the past week", "P1W", "2024-10-30", "2024-11-06"),
    ("Attacks rose over the last two months.", "the last two months", "P2M", "2024-09-06", "2024-11-06"),
    ("Attacks rose in recent weeks.", "recent weeks", "PXW", "2024-10-09", "2024-11-06"),
    ("The unit is now in the city.", "now", "PRESENT_REF", "2024-11-06", "2024-11-06"),
    ("Shells have fallen daily since spring.", "spring", "2024-SP", "2024-03-01", "2024-05-31"),
    ("The base fell last summer.", "last summer", "2024-SU", "2024-06-01", "2024-08-31"),
    ("Rockets hit the town at noon on Monday.", "noon on Monday", "2024-11-04T12:00", "2024-11-04", "2024-11-04"),
    ("Rockets hit the town at about 3 a.m. on Monday.", "about 3 a.m. on Monday", "2024-11-04T03:00", "2024-11-04", "2024-11-04"),
    ("Rockets hit the town on Monday at 17:40.", "Monday at 17:40", "2024-11-04T17:40", "2024-11-04", "2024-11-04"),
    ("The truce runs until the end of the month.", "the end of the month", "2024-11", "2024-11-21", "2024-11-30"),
    ("The truce runs until the end of next month.", "the end of next month", "2024-12", "2024-12-21", "2024-12-31"),
    ("The road was cut on the first weekend of October.", "the first weekend of October", "2024-10", "2024-10-01", "2024-10-10"),
]  # fmt: skip


def _days(timex):
    if timex.date_start is None or timex.date_end is None:
        return (None, None)
    return (timex.date_start.isoformat(), timex.date_end.isoformat())


@pytest.mark.parametrize("row", EXPLICIT + FROM_PUBLICATION, ids=lambda row: row[0])
def test_a_time_has_its_value_and_its_days(engine, row):
    sentence, text, *expected = row
    found = find_timexes(engine.parse(sentence), published=WEDNESDAY)
    by_text = {timex.text: timex for timex in found}
    assert text in by_text, [timex.text for timex in found]
    assert [by_text[text].value, *_days(by_text[text])] == expected


UNDATED = [
    ("Rockets hit the town on 4 November.", "XXXX-11-04"),
    ("Rockets hit the town on Monday.", "XXXX-WXX-1"),
    ("Rockets hit the town on Friday night.", "XXXX-WXX-5TNI"),
    ("Rockets hit the town last week.", "XXXX-WXX"),
    ("The base fell this year.", "XXXX"),
    ("The base fell last month.", "XXXX-XX"),
    ("Rockets hit the town yesterday.", "XXXX-XX-XX"),
    ("Drones hit the refinery overnight.", "XXXX-XX-XXTNI"),
    ("The base fell in early March.", "XXXX-03"),
    ("The base fell last spring.", "XXXX-SP"),
    ("The base fell two days ago.", "XXXX-XX-XX"),
    ("The base fell at the weekend.", "XXXX-WXX-WE"),
    ("Rockets hit the town at 5 p.m.", "XXXX-XX-XXT17:00"),
]


@pytest.mark.parametrize(("sentence", "value"), UNDATED)
def test_without_a_publication_date_nothing_is_guessed(engine, sentence, value):
    (timex,) = find_timexes(engine.parse(sentence), published=None)
    assert (timex.value, *_days(timex)) == (value, None, None)


TOLD_BEFORE = [
    ("Rebels took the town on 3 May 2023. Two days later they left.", "Two days later", "2023-05-05"),
    ("Rebels took the town on 3 May 2023. A day earlier the mayor fled.", "A day earlier", "2023-05-02"),
    ("Rebels took the town on 3 May 2023. The next day they left.", "The next day", "2023-05-04"),
    ("Rebels took the town on 3 May 2023. The same day the mayor fled.", "The same day", "2023-05-03"),
    ("Rebels took the town on 3 May 2023 and left on the 12th.", "the 12th", "2023-05-12"),
    ("Rebels took the town on 3 May 2023. That night the mayor fled.", "That night", "2023-05-03"),
    ("Rebels came on the evening of 3 May 2023, he said on 5 May 2023. The same evening the mayor fled.", "The same evening", "2023-05-03"),
    ("Rebels took the town on 3 May 2023. In the evening the mayor fled.", "the evening", "2023-05-03"),
    ("Rebels took the town on 3 May 2023. The roads were shut by evening.", "evening", "2023-05-03"),
    ("Rebels took the town on 3 May 2023. During the night shots were heard.", "the night", "2023-05-02"),
    ("Rebels took the town on 3 May 2023. Two guards were stabbed the evening before at Kilo.", "the evening before", "2023-05-02"),
    ("Rebels took the town on 3 May 2023. The night before the raid the mayor fled.", "The night before", "2023-05-02"),
    ("Rebels took the town on 3 May 2023. Earlier in the day the mayor fled.", "Earlier in the day", "2023-05-03"),
    ("Rebels took the town on 3 May 2023, at dawn.", "3 May 2023", "2023-05-03"),
    ("Rebels took the town on 3 May 2023. At 5 p.m. the mayor fled.", "5 p.m", "2023-05-03"),
    ("Rebels took the town on 3 May 2023. Three weeks later they left.", "Three weeks later", "2023-05-22"),
    ("Rebels took the town in May 2023. The following month they left.", "The following month", "2023-06-01"),
    ("Rebels took the town in 2019. The following year they left.", "The following year", "2020-01-01"),
    ("The uprising began on 17 July 2018. Unrest spread on 20 July.", "20 July", "2018-07-20"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "said", "first"), TOLD_BEFORE)
def test_relative_times_hang_on_the_time_told_before(engine, text, said, first):
    found = find_timexes(engine.parse(text), published=None)
    timex = next(t for t in found if t.text.startswith(said))
    assert timex.date_start is not None
    assert timex.date_start.isoformat() == first


def test_a_dateline_with_its_year_anchors_an_undated_article(engine):
    text = "GOMA, Congo, Oct 6, 2023 - Rebels shelled the airport on Thursday."
    dateline, thursday = find_timexes(engine.parse(text), published=None)
    assert dateline.value == "2023-10-06"
    assert thursday.value == "2023-10-05"
    assert "dateline 2023-10-06" in thursday.reasons[0]


def test_a_dateline_without_a_year_anchors_nothing(engine):
    text = "PEMBA, April 1 - Rebels shelled the airport on Thursday."
    values = [t.value for t in find_timexes(engine.parse(text), published=None)]
    assert values == ["XXXX-04-01", "XXXX-WXX-4"]


def test_day_and_month_order_is_a_setting(engine):
    parse = engine.parse("The log is dated 04/11/2024.")
    (day_first,) = find_timexes(parse, published=None)
    (month_first,) = find_timexes(parse, published=None, day_first=False)
    assert (day_first.value, month_first.value) == ("2024-11-04", "2024-04-11")


def test_a_month_above_twelve_overrules_the_setting(engine):
    parse = engine.parse("The log is dated 11/25/2024.")
    (timex,) = find_timexes(parse, published=None)
    assert timex.value == "2024-11-25"


def test_reasons_name_the_words_the_anchor_and_the_days(engine):
    parse = engine.parse("Rockets hit the town on Monday.")
    (timex,) = find_timexes(parse, published=WEDNESDAY)
    assert timex.reasons == ("'Monday' + published 2024-11-06 -> 2024-11-04",)
    assert timex.date_basis == "weekday"


BASES = [
    ("Rockets hit the town on 4 November 2024.", "explicit"),
    ("Rockets hit the town on 4 November.", "relative"),
    ("Rockets hit the town on Monday.", "weekday"),
    ("Rockets hit the town last week.", "relative"),
    ("Rockets are now in the town.", "publication"),
    ("Rockets hit the town for three days.", "none"),
]


@pytest.mark.parametrize(("sentence", "basis"), BASES)
def test_each_time_says_how_its_days_were_found(engine, sentence, basis):
    (timex,) = find_timexes(engine.parse(sentence), published=WEDNESDAY)
    assert timex.date_basis == basis


def test_a_history_inherits_its_years_from_the_text(engine):
    text = (
        "The war began in March 1936. In July 1936 the north rose. On 21 July the port "
        "fell. By 1937 the front was still, and in 1938 it broke. It ended in 1939."
    )
    found = find_timexes(engine.parse(text), published=date(2020, 5, 1))
    assert next(t for t in found if t.text == "21 July").value == "1936-07-21"
