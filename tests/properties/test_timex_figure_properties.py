"""What holds for every text: spans quote it, days are ordered, nothing raises."""

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from geoevents.extract.figure_numbers import amount, find_numbers
from geoevents.extract.figures import find_figures
from geoevents.extract.timex_calendar import days_of
from geoevents.extract.timex_pick import pick_day, pick_weekday
from geoevents.extract.timex_tense import Tense
from geoevents.extract.timexes import find_timexes
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.models.when import Modifier

DAYS = st.dates(date(1900, 1, 1), date(2090, 12, 28))
WORDS = st.sampled_from(
    [
        "Monday",
        "May",
        "March",
        "4",
        "12",
        "2024",
        "3-5",
        "of",
        "the",
        "on",
        "last",
        "next",
        "week",
        "ago",
        "two",
        "days",
        "at",
        "least",
        "1,200",
        "killed",
        "people",
        "between",
        "and",
        "to",
        "early",
        "late",
        "-",
        ",",
        ".",
        "$5",
        "40%",
        "5",
        "p.m.",
        "night",
        "Nov.",
        "soldiers",
        "1990s",
        "dozens",
        "thousands",
        "more",
        "than",
        "half",
        "a",
        "million",
        "hundred",
        "31",
        "June",
        "2023-14",
        "0",
        "'98",
        "spring",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
)


@given(text=TEXTS, published=st.none() | DAYS)
def test_every_time_quotes_its_text_in_order_without_overlap(text, published):
    found = find_timexes(Syntax(text=text), published=published)
    end = 0
    for timex in found:
        assert timex.span.of(text) == timex.text
        assert end <= timex.span.start < timex.span.end
        end = timex.span.end


@given(text=TEXTS, published=st.none() | DAYS)
def test_every_interval_is_whole_and_ordered(text, published):
    for timex in find_timexes(Syntax(text=text), published=published):
        assert (timex.date_start is None) == (timex.date_end is None)
        assert (timex.date_start is None) == (timex.date_basis == "none")
        if timex.date_start and timex.date_end:
            assert timex.date_start <= timex.date_end


@given(text=TEXTS)
def test_figures_quote_their_text_and_stay_clear_of_times(text):
    syntax = Syntax(text=text)
    timexes = find_timexes(syntax, published=None)
    for figure in find_figures(syntax, timexes):
        assert figure.span.of(text) == figure.text
        assert not any(figure.span.overlaps(timex.span) for timex in timexes)


@given(text=TEXTS)
def test_numbers_stand_in_order_and_ranges_rise(text):
    end = 0
    for number in find_numbers(text):
        assert end <= number.start <= number.core_start < number.core_end <= number.end
        if number.low is not None and number.high is not None:
            assert number.low < number.high
        end = number.end


@given(day=DAYS, published=DAYS)
def test_a_full_date_is_itself_whatever_the_publication_date(day, published):
    months = "January February March April May June July August September October"
    month = [*months.split(), "November", "December"][day.month - 1]
    for said in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        day.isoformat(),
    ):
        (timex,) = find_timexes(Syntax(text=f"on {said}."), published=published)
        assert (timex.text, timex.value) == (said, day.isoformat())
        assert timex.date_start == timex.date_end == day


@given(published=DAYS, number=st.integers(1, 7))
def test_a_weekday_told_in_the_past_is_of_the_last_seven_days(published, number):
    day = pick_weekday(number, published, Tense.PAST)
    assert day.isoweekday() == number
    assert timedelta(0) <= published - day < timedelta(days=7)


@given(published=DAYS, number=st.integers(1, 7))
def test_a_weekday_told_ahead_is_of_the_next_seven_days(published, number):
    day = pick_weekday(number, published, Tense.FUTURE)
    assert day.isoweekday() == number
    assert timedelta(0) <= day - published < timedelta(days=7)


# "since 8 December" looks back, however near the next one is.
NOT_BEGUN = st.sampled_from([tense for tense in Tense if tense is not Tense.BEGUN])


@given(published=DAYS, days=st.integers(-10, 10), tense=NOT_BEGUN)
def test_a_day_within_ten_days_takes_the_nearest_year(published, days, tense):
    day = published + timedelta(days=days)
    assert pick_day(day.month, day.day, published, tense) == day.year or (
        (day.month, day.day) == (2, 29)
    )


@given(published=DAYS, days=st.integers(-10, 10))
def test_since_a_day_is_never_ahead(published, days):
    day = published + timedelta(days=days)
    year = pick_day(day.month, day.day, published, Tense.BEGUN)
    assert (year, day.month, day.day) <= (
        published.year,
        published.month,
        published.day,
    )


@given(day=DAYS)
def test_thirds_share_a_month_out_without_gap_or_overlap(day):
    value = f"{day.year:04d}-{day.month:02d}"
    whole = days_of(value)
    parts = [days_of(value, m) for m in (Modifier.START, Modifier.MID, Modifier.END)]
    assert whole is not None
    assert [part for part in parts if part is None] == []
    first, middle, last = (part for part in parts if part is not None)
    assert (first.start, last.end) == (whole.start, whole.end)
    assert middle.start - first.end == last.start - middle.end == timedelta(days=1)


@given(number=st.integers(1, 999_999_999))
def test_digits_with_and_without_commas_count_the_same(number):
    assert amount(str(number)) == amount(f"{number:,}") == (number, None)


@settings(max_examples=20, deadline=None)
@given(unit=WORDS | st.text(min_size=1, max_size=3))
def test_a_long_line_of_anything_passes(unit):
    text = (unit + " ") * (20_000 // (len(unit) + 1))
    syntax = Syntax(text=text)
    find_figures(syntax, find_timexes(syntax, published=date(2024, 11, 6)))


def test_a_span_of_a_time_is_the_span_type():
    (timex,) = find_timexes(Syntax(text="on 4 May 2024"), published=None)
    assert timex.span == Span(start=3, end=13)
