"""Values of calendar dates, weekdays, and ranges of them."""

from dataclasses import replace
from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import days_of, safe_date, shift_days, week_value
from geoevents.extract.timex_discourse import Discourse
from geoevents.extract.timex_meaning import DAYS_A_WEEK, Meaning, night_into, on, timed
from geoevents.extract.timex_pick import pick_day, pick_month, pick_weekday
from geoevents.extract.timex_tense import Tense
from geoevents.models.when import DateBasis, DateRange, TimexType

SATURDAY = 6
# A history goes on: "In January" after one of these months is the next year's.
FIRST_LATE_MONTH = 12
LAST_EARLY_MONTH = 2
_Year = tuple[int | None, DateBasis, str]


def calendar_date(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "4 November", "September 2022", "218 BC"; None for days no calendar has."""
    if atom.last is not None:
        return _range(atom, told)
    if atom.era == "BC" and atom.year is not None:
        return _before_christ(atom)
    if told.history and told.story_bc and atom.year is None and atom.shift is None:
        return _before_christ(replace(atom, year=told.story_bc))
    year, basis, anchor = _year_of(atom, told)
    if year and atom.month and atom.day and not safe_date(year, atom.month, atom.day):
        return None
    value = _value(year, atom.month, atom.day)
    days = days_of(value, atom.mod)
    if atom.week_of and days is not None:
        value = week_value(days.start)
        days = days_of(value)
    kind, value, days = timed(atom, value, days)
    basis = basis if days else DateBasis.NONE
    return Meaning(kind, value, days, basis, atom.mod, anchor)


def _before_christ(atom: Atom) -> Meaning:
    parts = [f"BC{atom.year:04d}"]
    parts += [f"{part:02d}" for part in (atom.month, atom.day) if part is not None]
    value = "-".join(parts)
    return Meaning(TimexType.DATE, value, None, DateBasis.EXPLICIT, atom.mod)


def _value(year: int | None, month: int | None, day: int | None) -> str:
    value = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        value += f"-{month:02d}"
        value += f"-{day:02d}" if day is not None else ""
    return value


def _year_of(atom: Atom, told: Discourse) -> _Year:
    if atom.year is not None:
        return atom.year, DateBasis.EXPLICIT, ""
    if atom.open_month or atom.shift is not None:
        return _year_by_words(atom, told)
    if told.history and told.story_year is not None and atom.month is not None:
        why = f"the year of {told.last_value} before it"
        return _year_of_story(atom, told), DateBasis.INHERITED, why
    if told.published is None or atom.month is None:
        return None, DateBasis.NONE, ""
    tense = told.tense(atom)
    if atom.day is None:
        picked = pick_month(atom.month, told.published, tense)
    else:
        picked = pick_day(atom.month, atom.day, told.published, tense)
    return picked, DateBasis.RELATIVE, told.published_words


def _year_by_words(atom: Atom, told: Discourse) -> _Year:
    """The year of "Aug. 6 last year", "last August", "next March", "this May"."""
    anchor = told.anchor_of(atom)
    if anchor is None:
        return None, DateBasis.NONE, ""
    shift, month, day = atom.shift or 0, atom.month or 1, anchor.start
    if atom.open_month:
        return day.year + shift, anchor.basis, anchor.why
    if shift < 0:
        shift = 0 if month < day.month else -1
    elif shift > 0:
        shift = 0 if month > day.month else 1
    return day.year + shift, anchor.basis, anchor.why


def _year_of_story(atom: Atom, told: Discourse) -> int:
    month = atom.month or told.story_month
    turned = told.story_month >= FIRST_LATE_MONTH and month <= LAST_EARLY_MONTH
    return (told.story_year or 1) + (1 if turned else 0)


def _range(atom: Atom, told: Discourse) -> Meaning | None:
    ends = _weekday_ends if atom.kind == "weekday" else _date_ends
    first, second = ends(atom, told)
    if first is None or second is None:
        return None
    days = None
    if first.days and second.days and first.days.start <= second.days.end:
        days = DateRange(start=first.days.start, end=second.days.end)
    basis = second.basis if days else DateBasis.NONE
    value = f"{first.value}/{second.value}"
    return Meaning(TimexType.DATE, value, days, basis, None, second.anchor)


def _weekday_ends(atom: Atom, told: Discourse) -> tuple[Meaning | None, Meaning | None]:
    second = weekday(atom.last, told) if atom.last else None
    first = weekday(replace(atom, last=None), told)
    if first and second and first.days and second.days:
        late = first.days.start > second.days.start
        if late:  # "Friday-Sunday" told on a Saturday: the Friday before
            start = shift_days(first.days.start, -DAYS_A_WEEK)
            first = replace(first, value=start.isoformat(), days=on(start))
    return first, second


def _date_ends(atom: Atom, told: Discourse) -> tuple[Meaning | None, Meaning | None]:
    far = atom.last
    second = calendar_date(far, told) if far else None
    first = replace(atom, last=None)
    dated = second is not None and second.value[:4].isdigit()
    if far and second and dated and first.year is None:
        turned = bool(first.month and far.month and first.month > far.month)
        year = int(second.value[:4]) - (1 if turned else 0)  # 28 December to 3 January
        first = replace(first, year=year)
    return calendar_date(first, told), second


def weekday(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "Monday", "last Friday", "Tuesday last week", by tense and publication day."""
    if atom.last is not None:
        return _range(atom, told)
    number = atom.weekday or 1
    anchor, basis = told.published, DateBasis.WEEKDAY
    if told.history and told.last and anchor is not None and not told.from_dateline:
        anchor, basis = told.last.end, DateBasis.INHERITED
    if anchor is None:
        kind, value, _ = timed(atom, f"XXXX-WXX-{number}", None)
        return Meaning(kind, value, None, DateBasis.NONE, atom.mod)
    day = _weekday_day(atom, number, anchor, told)
    kind, value, days = timed(atom, day.isoformat(), on(day))
    if atom.week_of:
        kind, value = TimexType.DATE, week_value(day)
        days = days_of(value)
    return Meaning(kind, value, days, basis, atom.mod, told.published_words)


def _weekday_day(atom: Atom, number: int, anchor: date, told: Discourse) -> date:
    if atom.open_month and atom.shift is not None:  # "Monday last week"
        back = anchor.isoweekday() - 1
        monday = shift_days(anchor, DAYS_A_WEEK * atom.shift - back)
        return shift_days(monday, number - 1)
    tense = Tense.UNKNOWN if atom.shift is not None else told.tense(atom)
    return pick_weekday(number, anchor, tense, shift=atom.shift)


def deictic(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "today", "last night", "this morning", "the day before yesterday"."""
    if told.published is None:
        kind, value, _ = timed(atom, "XXXX-XX-XX", None)
        return Meaning(kind, value)
    day = shift_days(told.published, atom.shift or 0)
    kind, value, days = timed(atom, day.isoformat(), on(day))
    basis = DateBasis.RELATIVE
    return Meaning(kind, value, days, basis, atom.mod, told.published_words)


def overnight(atom: Atom, told: Discourse) -> Meaning | None:
    """The night into the day of publication: two days."""
    if told.published is None:
        return Meaning(TimexType.TIME, "XXXX-XX-XXTNI", mod=atom.mod)
    return night_into(
        told.published, DateBasis.RELATIVE, atom.mod, told.published_words
    )


def ordinal_day(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "on the 12th": of the month told before."""
    anchor = told.anchor_of(replace(atom, anchor="text"))
    if anchor is None or atom.day is None:
        return None
    day = safe_date(anchor.end.year, anchor.end.month, atom.day)
    if day is None:
        return None
    kind, value, days = timed(atom, day.isoformat(), on(day))
    why = f"the month of {anchor.why}"
    return Meaning(kind, value, days, DateBasis.INHERITED, atom.mod, why)


def weekend(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "the weekend", "last weekend"; a bare "weekend attack" names none."""
    if not atom.code and not atom.mod and not atom.open_month:
        return None
    anchor = told.anchor_of(atom) if atom.anchor == "text" else told.by_publication()
    if anchor is None:
        return Meaning(TimexType.DATE, "XXXX-WXX-WE", mod=atom.mod)
    weeks = atom.shift or 0
    begun = anchor.end.isoweekday() >= SATURDAY
    if atom.shift is None and not begun and told.tense(atom) is not Tense.FUTURE:
        weeks = -1
    if atom.code == "this past" and begun:
        weeks = 0
    value = week_value(shift_days(anchor.end, DAYS_A_WEEK * weeks)) + "-WE"
    days = days_of(value)
    return Meaning(TimexType.DATE, value, days, anchor.basis, atom.mod, anchor.why)
