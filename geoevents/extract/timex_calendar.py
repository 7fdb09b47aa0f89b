"""Calendar arithmetic on TIMEX3 values: which days ``2024-W45`` or ``2023-SU`` are."""

import re
from datetime import date, timedelta

from geoevents.models.when import DateRange, Modifier

MONTHS_A_YEAR = 12
DAYS_A_WEEK = 7
# GOLD.md: late, mid and early are thirds of the period.
THIRDS = 3
LAST_YEAR = 9999  # of Python's calendar
_SEASON_FIRST_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_PARTS = {Modifier.START: 0, Modifier.MID: 1, Modifier.END: 2}
_VALUE = re.compile(
    r"(?P<year>\d{4})(?:-(?:W(?P<week>\d\d)(?P<weekend>-WE)?|Q(?P<quarter>[1-4])"
    r"|H(?P<half>[12])|(?P<season>SP|SU|FA|WI)|(?P<month>\d\d)(?:-(?P<day>\d\d))?))?"
    r"(?:T.*)?$"
)
_DECADE = re.compile(r"(\d{3})X?$")
_CENTURY = re.compile(r"(\d{2})(?:XX)?$")


def days_in_month(year: int, month: int) -> int:
    """Number of days of one month, leap years counted."""
    after = date(year + month // MONTHS_A_YEAR, month % MONTHS_A_YEAR + 1, 1)
    return (after - date(year, month, 1)).days


def safe_date(year: int, month: int, day: int) -> date | None:
    """The date, or None where the calendar has none ("31 June")."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_months(day: date, months: int) -> date:
    """The same day ``months`` later, cut to the month's last day.

    Past the calendar Python knows, the day itself.
    """
    index = day.year * MONTHS_A_YEAR + day.month - 1 + months
    year, month = divmod(index, MONTHS_A_YEAR)
    if not 1 <= year < LAST_YEAR:
        return day
    return date(year, month + 1, min(day.day, days_in_month(year, month + 1)))


def shift_days(day: date, days: int) -> date:
    """``days`` later, held inside the calendar Python knows."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return day


def week_value(day: date) -> str:
    """ISO week of a day as TIMEX3 writes it: ``2024-W45``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month - 1) // 3 + 1


def days_of(value: str, mod: Modifier | None = None) -> DateRange | None:
    """The inclusive days a value denotes; None for references and unknown years.

    >>> days_of("2024-10", Modifier.MID)
    DateRange(start=datetime.date(2024, 10, 11), end=datetime.date(2024, 10, 20))
    """
    if "/" in value:
        return _days_between(*value.split("/", 1))
    whole = _whole(value)
    return _third(whole, mod) if whole and mod else whole


def _days_between(first: str, last: str) -> DateRange | None:
    start, end = days_of(first), days_of(last)
    if start is None or end is None or start.start > end.end:
        return None
    return DateRange(start=start.start, end=end.end)


def _whole(value: str) -> DateRange | None:
    match = _VALUE.match(value)
    try:
        if match is None:
            return _many_years(value)
        return _parts(match, int(match["year"]))
    except ValueError:  # week 53 of a short year, 31 June, year 0
        return None


def _many_years(value: str) -> DateRange | None:
    decade, century = _DECADE.match(value), _CENTURY.match(value)
    if decade:
        first = int(decade[1]) * 10
        return DateRange(start=date(first, 1, 1), end=date(first + 9, 12, 31))
    if century:
        first = int(century[1]) * 100
        return DateRange(start=date(first, 1, 1), end=date(first + 99, 12, 31))
    return None


def _parts(match: re.Match[str], year: int) -> DateRange:
    if match["week"]:
        monday = date.fromisocalendar(year, int(match["week"]), 1)
        start = shift_days(monday, 5) if match["weekend"] else monday
        return DateRange(start=start, end=shift_days(monday, 6))
    if match["day"]:
        day = date(year, int(match["month"]), int(match["day"]))
        return DateRange(start=day, end=day)
    first, count = _months_named(match)
    return _months(year, first, count)


def _months_named(match: re.Match[str]) -> tuple[int, int]:
    """(first month, number of months) of a quarter, half, season, month or year."""
    if match["quarter"]:
        return int(match["quarter"]) * 3 - 2, 3
    if match["half"]:
        return int(match["half"]) * 6 - 5, 6
    if match["season"]:
        return _SEASON_FIRST_MONTH[match["season"]], 3
    return (int(match["month"]), 1) if match["month"] else (1, MONTHS_A_YEAR)


def _months(year: int, first: int, count: int) -> DateRange:
    start = date(year, first, 1)
    last = shift_months(start, count - 1)
    return DateRange(
        start=start, end=last.replace(day=days_in_month(last.year, last.month))
    )


def _third(whole: DateRange, mod: Modifier) -> DateRange:
    part = _PARTS.get(mod)
    if part is None or whole.days < THIRDS:
        return whole
    months = _whole_months(whole)
    if months and months % THIRDS == 0:
        first = shift_months(whole.start, part * months // THIRDS)
        return _months(first.year, first.month, months // THIRDS)
    if months == 1:  # 1-10, 11-20, 21-end
        cuts = (1, 11, 21)
        start = whole.start.replace(day=cuts[part])
        end = whole.end if mod is Modifier.END else start + timedelta(days=9)
        return DateRange(start=start, end=end)
    step = whole.days / THIRDS
    return DateRange(
        start=shift_days(whole.start, round(step * part)),
        end=shift_days(whole.start, round(step * (part + 1)) - 1),
    )


def _whole_months(whole: DateRange) -> int | None:
    after = whole.end + timedelta(days=1) if whole.end < date.max else whole.end
    if whole.start.day != 1 or after.day != 1:
        return None
    years = after.year - whole.start.year
    return years * MONTHS_A_YEAR + after.month - whole.start.month
