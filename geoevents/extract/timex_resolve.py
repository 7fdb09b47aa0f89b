"""Gives an atom its TIMEX3 value, its days, and the reason in words."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_build import period
from geoevents.extract.timex_calendar import (
    days_of,
    quarter_of,
    safe_date,
    shift_days,
    shift_months,
    week_value,
)
from geoevents.extract.timex_discourse import Discourse
from geoevents.extract.timex_pick import pick_day, pick_month, pick_weekday
from geoevents.extract.timex_tense import Tense
from geoevents.models.when import DateBasis, DateRange, Modifier, TimexType

_SEASON_OF_MONTH = (
    "WI",
    "WI",
    "SP",
    "SP",
    "SP",
    "SU",
    "SU",
    "SU",
    "FA",
    "FA",
    "FA",
    "WI",
)
# "recent weeks" and the like are vague: how far back the shown interval reaches.
_RECENT_DAYS = {"D": 7, "W": 28, "M": 90}


@dataclass(frozen=True, slots=True)
class Meaning:
    """A resolved atom: TIMEX3 type, value and mod, days, basis, why."""

    type: TimexType
    value: str
    days: DateRange | None = None
    basis: DateBasis = DateBasis.NONE
    mod: Modifier | None = None
    anchor: str = ""  # what it was counted from, in words


def resolve(atom: Atom, told: Discourse) -> Meaning | None:
    """The meaning of an atom in its article; None when it is no time after all."""
    return _RULES[atom.kind](atom, told) if atom.kind in _RULES else None


def _on(day: date) -> DateRange:
    return DateRange(start=day, end=day)


def _published(told: Discourse) -> str:
    if told.published is None:
        return ""
    source = "dateline" if told.from_dateline else "published"
    return f"{source} {told.published.isoformat()}"


def _timed(
    atom: Atom, value: str, days: DateRange | None
) -> tuple[TimexType, str, DateRange | None]:
    """Adds a clock time or part of the day to a day's value."""
    if not atom.time:
        return TimexType.DATE, value, days
    if days and atom.time.endswith("+"):  # "the night of 22 September" ends on the 23rd
        days = DateRange(start=days.start, end=shift_days(days.end, 1))
    if days and atom.time.endswith("-"):  # "overnight into Saturday" began on Friday
        before = shift_days(days.start, -1)
        return (
            TimexType.TIME,
            f"{before.isoformat()}TNI",
            DateRange(start=before, end=days.end),
        )
    return TimexType.TIME, value + atom.time.rstrip("+-"), days


def _date(atom: Atom, told: Discourse) -> Meaning | None:
    if atom.last is not None:
        return _range(atom, told)
    if atom.era == "BC" and atom.year is not None:
        tail = f"-{atom.month:02d}" if atom.month else ""
        tail += f"-{atom.day:02d}" if atom.day and atom.month else ""
        return Meaning(
            TimexType.DATE,
            f"BC{atom.year:04d}{tail}",
            None,
            DateBasis.EXPLICIT,
            atom.mod,
        )
    year, basis, anchor = _year_of(atom, told)
    value = _value(year, atom.month, atom.day)
    if (
        year is not None
        and atom.month
        and atom.day
        and safe_date(year, atom.month, atom.day) is None
    ):
        return None
    days = days_of(value, atom.mod)
    if atom.week_of and days is not None:
        value = week_value(days.start)
        days = days_of(value)
    if atom.fiscal and atom.mod is None:
        days = days_of(value)
    kind, value, days = _timed(atom, value, days)
    return Meaning(
        kind, value, days, basis if days else DateBasis.NONE, atom.mod, anchor
    )


def _value(year: int | None, month: int | None, day: int | None) -> str:
    value = "XXXX" if year is None else f"{year:04d}"
    if month is not None:
        value += f"-{month:02d}"
        value += f"-{day:02d}" if day is not None else ""
    return value


def _year_of(atom: Atom, told: Discourse) -> tuple[int | None, DateBasis, str]:
    if atom.year is not None:
        return atom.year, DateBasis.EXPLICIT, ""
    anchor = told.published
    if atom.open_month or atom.shift is not None:
        textual = atom.anchor == "text" or told.history
        if textual and told.last is not None:
            anchor = told.last.start
        if anchor is None:
            return None, DateBasis.NONE, ""
        year = (
            anchor.year + (atom.shift or 0)
            if atom.open_month
            else _shifted(atom, anchor)
        )
        basis = DateBasis.INHERITED if textual and told.last else DateBasis.RELATIVE
        return (
            year,
            basis,
            _published(told)
            if anchor == told.published
            else f"the {anchor.year} before it",
        )
    if told.history and told.story_year is not None and atom.month is not None:
        return (
            _inherited(atom, told),
            DateBasis.INHERITED,
            f"the year of {told.last_value} before it",
        )
    if told.published is None or atom.month is None:
        return None, DateBasis.NONE, ""
    tense = told.tense(atom)
    if atom.day is None:
        picked = pick_month(atom.month, told.published, tense)
    else:
        picked = pick_day(atom.month, atom.day, told.published, tense)
    return picked, DateBasis.RELATIVE, _published(told)


def _shifted(atom: Atom, anchor: date) -> int:
    """Year of "last August", "next March", "this May"."""
    month = atom.month or 1
    if atom.shift == -1:
        return anchor.year - (0 if month < anchor.month else 1)
    if atom.shift == 1:
        return anchor.year + (0 if month > anchor.month else 1)
    return anchor.year


def _inherited(atom: Atom, told: Discourse) -> int:
    """A history goes on: "In January" after a November is the next year's."""
    month = atom.month or told.story_month
    turned = told.story_month >= 10 and month <= 3  # noqa: PLR2004 - winter crosses the year
    return (told.story_year or 1) + (1 if turned else 0)


def _range(atom: Atom, told: Discourse) -> Meaning | None:
    far = atom.last
    if far is None:
        return None
    if atom.kind == "weekday":
        second = _weekday(far, told)
        first = _weekday(_alone(atom), told)
        if (
            first
            and second
            and first.days
            and second.days
            and first.days.start > second.days.start
        ):
            start = shift_days(first.days.start, -7)
            first = Meaning(
                first.type,
                start.isoformat(),
                _on(start),
                first.basis,
                None,
                first.anchor,
            )
    else:
        second = _date(far, told)
        first = _date(_with_year(_alone(atom), far, second), told)
    if first is None or second is None:
        return None
    days = None
    if first.days and second.days and first.days.start <= second.days.end:
        days = DateRange(start=first.days.start, end=second.days.end)
    basis = second.basis if days else DateBasis.NONE
    return Meaning(
        TimexType.DATE,
        f"{first.value}/{second.value}",
        days,
        basis,
        None,
        second.anchor,
    )


def _alone(atom: Atom) -> Atom:
    from dataclasses import replace  # noqa: PLC0415

    return replace(atom, last=None)


def _with_year(first: Atom, far: Atom, second: Meaning | None) -> Atom:
    from dataclasses import replace  # noqa: PLC0415

    if first.year is not None or second is None or second.value.startswith("XXXX"):
        return first
    year = int(second.value[:4])
    if first.month and far.month and first.month > far.month:
        year -= 1  # 28 December to 3 January
    return replace(first, year=year)


def _weekday(atom: Atom, told: Discourse) -> Meaning | None:
    if atom.last is not None:
        return _range(atom, told)
    number = atom.weekday or 1
    anchor, basis = told.published, DateBasis.WEEKDAY
    if (
        told.history
        and told.last is not None
        and told.published is not None
        and not told.from_dateline
    ):
        anchor, basis = told.last.end, DateBasis.INHERITED
    if anchor is None:
        kind, value, _ = _timed(atom, f"XXXX-WXX-{number}", None)
        return Meaning(kind, value, None, DateBasis.NONE, atom.mod)
    if atom.open_month and atom.shift is not None:  # "Monday last week"
        monday = shift_days(anchor, -(anchor.isoweekday() - 1) + 7 * atom.shift)
        day = shift_days(monday, number - 1)
    else:
        tense = Tense.UNKNOWN if atom.shift is not None else told.tense(atom)
        day = pick_weekday(number, anchor, tense, shift=atom.shift)
    kind, value, days = _timed(atom, day.isoformat(), _on(day))
    if atom.week_of:
        kind, value = TimexType.DATE, week_value(day)
        days = days_of(value)
    return Meaning(kind, value, days, basis, atom.mod, _published(told))


def _deictic(atom: Atom, told: Discourse) -> Meaning | None:
    if told.published is None:
        kind, value, _ = _timed(atom, "XXXX-XX-XX", None)
        return Meaning(kind, value)
    day = shift_days(told.published, atom.shift or 0)
    kind, value, days = _timed(atom, day.isoformat(), _on(day))
    return Meaning(kind, value, days, DateBasis.RELATIVE, atom.mod, _published(told))


def _overnight(atom: Atom, told: Discourse) -> Meaning | None:
    if told.published is None:
        return Meaning(TimexType.TIME, "XXXX-XX-XXTNI", None, DateBasis.NONE, atom.mod)
    before = shift_days(told.published, -1)
    days = DateRange(start=before, end=told.published)
    return Meaning(
        TimexType.TIME,
        f"{before.isoformat()}TNI",
        days,
        DateBasis.RELATIVE,
        atom.mod,
        _published(told),
    )


def _unit(atom: Atom, told: Discourse) -> Meaning | None:
    if (
        atom.code == "the"
        and not atom.mod
        and not (atom.unit == "Q" and told.last_quarter)
    ):
        return None
    textual = atom.anchor == "text" or told.history
    anchor = told.last.start if textual and told.last else told.published
    if atom.code == "the" and atom.unit == "Q" and not atom.mod:
        return Meaning(
            TimexType.DATE,
            told.last_quarter,
            days_of(told.last_quarter),
            DateBasis.INHERITED,
            None,
            "the quarter before it",
        )
    if anchor is None:
        shape = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
        return Meaning(
            TimexType.DATE, shape.get(atom.unit, "XXXX"), None, DateBasis.NONE, atom.mod
        )
    if atom.unit == "D" and textual and told.last and told.last.days > 2:  # noqa: PLR2004
        return Meaning(TimexType.DATE, "XXXX-XX-XX")
    if atom.unit == "D" and textual and told.last:
        anchor = told.last.end
    value = grain(atom.unit, anchor, atom.shift or 0)
    days = days_of(value, atom.mod)
    basis = DateBasis.INHERITED if textual and told.last else DateBasis.RELATIVE
    why = f"{told.last_value} before it" if textual and told.last else _published(told)
    if atom.until_anchor and days:
        days = _up_to(days, anchor if not textual else _latest(told), atom.mod)
    return Meaning(TimexType.DATE, value, days, basis, atom.mod, why)


def _latest(told: Discourse) -> date:
    return told.last.end if told.last else (told.published or date.min)


def _up_to(days: DateRange, anchor: date, mod: Modifier | None) -> DateRange:
    """ "Earlier this month": from its first day to the day spoken of, and "later" on."""
    if not days.start <= anchor <= days.end:
        whole = days_of(f"{days.start.year:04d}-{days.start.month:02d}") or days
        days = whole if whole.start <= anchor <= whole.end else days
    if mod is Modifier.START:
        return DateRange(
            start=days.start.replace(day=1) if days.days < 28 else days.start,
            end=max(anchor, days.start),
        )  # noqa: PLR2004
    return DateRange(start=min(anchor, days.end), end=days.end)


def grain(unit: str, anchor: date, shift: int) -> str:
    """The value ``shift`` units from an anchor, as coarse as the unit."""
    if unit == "D":
        return shift_days(anchor, shift).isoformat()
    if unit == "W":
        return week_value(shift_days(anchor, 7 * shift))
    if unit == "M":
        day = shift_months(anchor.replace(day=1), shift)
        return f"{day.year:04d}-{day.month:02d}"
    if unit == "Q":
        day = shift_months(anchor.replace(day=1), 3 * shift)
        return f"{day.year:04d}-Q{quarter_of(day)}"
    if unit == "Y":
        return f"{anchor.year + shift:04d}"
    if unit == "DE":
        return f"{anchor.year // 10 + shift:03d}"
    if unit == "CE":
        return f"{anchor.year // 100 + shift:02d}"
    return anchor.isoformat()


def _offset(atom: Atom, told: Discourse) -> Meaning | None:
    sign = atom.shift or 1
    if atom.count is None or atom.unit in {"TS", "TM", "N"}:
        value = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Meaning(TimexType.DATE, value, None, DateBasis.NONE, atom.mod)
    textual = atom.anchor == "text" and told.last is not None
    anchor = told.last.start if textual and told.last else told.published
    if anchor is None:
        return Meaning(
            TimexType.DATE,
            "XXXX-XX-XX" if atom.unit == "D" else "XXXX",
            None,
            DateBasis.NONE,
            atom.mod,
        )
    value = _moved(atom, anchor, told, sign)
    days = days_of(value, atom.mod)
    kind, value, days = _timed(atom, value, days)
    basis = DateBasis.INHERITED if textual else DateBasis.RELATIVE
    why = f"{told.last_value} before it" if textual else _published(told)
    return Meaning(kind, value, days, basis, atom.mod, why)


def _moved(atom: Atom, anchor: date, told: Discourse, sign: int) -> str:
    steps = atom.count or 0.0
    unit = atom.unit
    if unit in {"F", "WE"}:
        unit, steps = "W", steps * (2 if unit == "F" else 1)
    if unit == "TH":
        return shift_days(anchor, sign * int(steps // 24)).isoformat()
    if unit in {"DE", "CE"}:
        unit, steps = "Y", steps * (10 if unit == "DE" else 100)
    quarter = told.quarter_near(atom)
    if unit == "Y" and quarter and steps == 1 and sign < 0:
        return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"
    if unit == "Y" and steps != int(steps):
        unit, steps = "M", steps * 12
    return grain(unit, anchor, sign * int(steps))


def _duration(atom: Atom, told: Discourse) -> Meaning | None:
    value = period(None if atom.vague and atom.count is None else atom.count, atom.unit)
    if atom.vague and atom.unit == "Y" and atom.code == "recent":
        return Meaning(TimexType.DATE, "PAST_REF")
    if atom.code == "coming":
        return Meaning(TimexType.DATE, "FUTURE_REF")
    days = None
    if atom.shift == -1 and told.published is not None and not told.history:
        back = _reach(atom)
        if back is not None:
            days = DateRange(
                start=back_from(told.published, atom.unit, back), end=told.published
            )
    basis = DateBasis.RELATIVE if days else DateBasis.NONE
    return Meaning(
        TimexType.DURATION,
        value,
        days,
        basis,
        atom.mod,
        _published(told) if days else "",
    )


def _reach(atom: Atom) -> float | None:
    if atom.count is not None:
        return atom.count
    days = _RECENT_DAYS.get(atom.unit)
    if days is None:
        return None
    return {"D": days, "W": days / 7, "M": days / 30}[atom.unit]


def back_from(day: date, unit: str, count: float) -> date:
    """The first day of "the past N units" that end on ``day``."""
    if unit in {"TH", "TM", "TS"}:
        hours = count * {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}[unit]
        return shift_days(day, -max(1, -int(-hours // 24)))
    if unit in {"M", "Q", "Y", "DE", "CE"}:
        months = count * {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}[unit]
        return shift_months(day, -int(min(months, 12_000)))
    size = {"D": 1, "N": 1, "W": 7, "F": 14, "WE": 7}[unit]
    return shift_days(day, -int(min(count * size, 400_000)))


def _set(atom: Atom, told: Discourse) -> Meaning | None:
    return Meaning(TimexType.SET, atom.code)


def _ref(atom: Atom, told: Discourse) -> Meaning | None:
    if atom.code == "PRESENT_REF" and told.published is not None and not told.history:
        return Meaning(
            TimexType.DATE,
            atom.code,
            _on(told.published),
            DateBasis.PUBLICATION,
            None,
            _published(told),
        )
    return Meaning(TimexType.DATE, atom.code)


def _clock(atom: Atom, told: Discourse) -> Meaning | None:
    day = told.event_day
    if day is None:
        return Meaning(
            TimexType.TIME, f"XXXX-XX-XX{atom.code}", None, DateBasis.NONE, atom.mod
        )
    return Meaning(
        TimexType.TIME,
        day.isoformat() + atom.code,
        _on(day),
        DateBasis.INHERITED,
        atom.mod,
        f"{day.isoformat()} before it",
    )


def _daypart(atom: Atom, told: Discourse) -> Meaning | None:
    said = set(atom.unit.split())
    word = told.syntax.text[atom.start : atom.end].lower()
    named = any(
        w in word
        for w in ("dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall")
    )
    if not (
        named
        or said & {"that", "this", "same", "next", "previous", "following", "mid"}
        or "followed" in word
    ):
        return None
    day = told.event_day if "same" not in said or told.last is None else told.last.end
    if "this" in said:
        day = told.published
    if day is None:
        return Meaning(
            TimexType.TIME, f"XXXX-XX-XX{atom.code}", None, DateBasis.NONE, atom.mod
        )
    day = shift_days(day, atom.shift or 0)
    return Meaning(
        TimexType.TIME,
        day.isoformat() + atom.code,
        _on(day),
        DateBasis.INHERITED,
        atom.mod,
        "the date before it",
    )


def _season(atom: Atom, told: Discourse) -> Meaning | None:
    year = atom.year
    basis, why = DateBasis.EXPLICIT, ""
    if year is None:
        textual = (told.history or atom.anchor == "text") and told.last is not None
        anchor = told.last.start if textual and told.last else told.published
        if anchor is None:
            return Meaning(
                TimexType.DATE, f"XXXX-{atom.code}", None, DateBasis.NONE, atom.mod
            )
        basis = DateBasis.INHERITED if textual else DateBasis.RELATIVE
        why = f"{told.last_value} before it" if textual else _published(told)
        if atom.open_month or textual:
            year = anchor.year + (atom.shift or 0)
        else:
            tense = told.tense(atom) if atom.shift is None else Tense.UNKNOWN
            year = _season_year(atom, anchor, tense)
    value = f"{year:04d}-{atom.code}"
    return Meaning(
        TimexType.DATE, value, days_of(value, atom.mod), basis, atom.mod, why
    )


def _season_year(atom: Atom, anchor: date, tense: Tense) -> int:
    first = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}[atom.code]
    this = anchor.year - (1 if atom.code == "WI" and anchor.month < 3 else 0)  # noqa: PLR2004
    if atom.shift == 0:
        return this
    current = _SEASON_OF_MONTH[anchor.month - 1] == atom.code
    if atom.shift == 1 or (atom.shift is None and tense is Tense.FUTURE):
        return (
            this
            if anchor.month < first and not current
            else this + (0 if current and atom.shift is None else 1)
        )
    begun = anchor.month >= first or current
    if atom.shift == -1 and current:
        return this - 1
    return this if begun else this - 1


def _part_of_year(atom: Atom, told: Discourse) -> Meaning | None:
    letter = "Q" if atom.kind == "quarter" else "H"
    number = int(atom.count or 1)
    basis, year, why = DateBasis.EXPLICIT, atom.year, ""
    if year is None:
        textual = told.history and told.last is not None
        anchor = told.last.start if textual and told.last else told.published
        if letter == "H" and not atom.open_month and atom.shift is None:
            return None
        if anchor is None:
            return Meaning(
                TimexType.DATE, f"XXXX-{letter}{number}", None, DateBasis.NONE, atom.mod
            )
        basis, why = DateBasis.RELATIVE, _published(told)
        year = anchor.year + (atom.shift or 0 if atom.open_month else 0)
        first = number * 3 - 2 if letter == "Q" else number * 6 - 5
        if (
            not atom.open_month
            and anchor.month < first
            and told.tense(atom) is not Tense.FUTURE
        ):
            year -= 1
    value = f"{year:04d}-{letter}{number}"
    if letter == "Q":
        told.last_quarter, told.quarter_at = value, atom.start
    return Meaning(
        TimexType.DATE, value, days_of(value, atom.mod), basis, atom.mod, why
    )


def _period(atom: Atom, told: Discourse) -> Meaning | None:
    """ "The latest quarter", "the 1988 period": of the accounts being told."""
    quarter = told.quarter_near(atom)
    if not quarter:
        if told.published is None or atom.year is not None:
            return None
        quarter = grain("Q", told.published, -1)
    value = f"{atom.year:04d}{quarter[4:]}" if atom.year else quarter
    return Meaning(
        TimexType.DATE,
        value,
        days_of(value),
        DateBasis.RELATIVE,
        None,
        _published(told),
    )


def _decade(atom: Atom, told: Discourse) -> Meaning | None:
    value = f"{int(atom.count or 0):03d}"
    return Meaning(
        TimexType.DATE, value, days_of(value, atom.mod), DateBasis.EXPLICIT, atom.mod
    )


def _century(atom: Atom, told: Discourse) -> Meaning | None:
    value = f"{int(atom.count or 0):02d}"
    if atom.era:
        return Meaning(TimexType.DATE, f"BC{value}", None, DateBasis.EXPLICIT, atom.mod)
    return Meaning(
        TimexType.DATE, value, days_of(value, atom.mod), DateBasis.EXPLICIT, atom.mod
    )


def _ordinal_day(atom: Atom, told: Discourse) -> Meaning | None:
    anchor = told.last.end if told.last else told.published
    if anchor is None or atom.day is None:
        return None
    day = safe_date(anchor.year, anchor.month, atom.day)
    if day is None:
        return None
    kind, value, days = _timed(atom, day.isoformat(), _on(day))
    return Meaning(
        kind,
        value,
        days,
        DateBasis.INHERITED,
        atom.mod,
        f"the month of {told.last_value or anchor} before it",
    )


def _weekend(atom: Atom, told: Discourse) -> Meaning | None:
    if not atom.code and not atom.mod and not atom.open_month:
        return None
    anchor = told.published
    if atom.anchor == "text" and told.last:
        anchor = told.last.end
    if anchor is None:
        return Meaning(TimexType.DATE, "XXXX-WXX-WE", None, DateBasis.NONE, atom.mod)
    weeks = atom.shift or 0
    if (
        atom.shift is None
        and anchor.isoweekday() < 6
        and told.tense(atom) is not Tense.FUTURE
    ):  # noqa: PLR2004
        weeks = -1
    if atom.code == "this past" and anchor.isoweekday() >= 6:  # noqa: PLR2004
        weeks = 0
    value = week_value(shift_days(anchor, 7 * weeks)) + "-WE"
    return Meaning(
        TimexType.DATE,
        value,
        days_of(value),
        DateBasis.RELATIVE,
        atom.mod,
        _published(told),
    )


_RULES: dict[str, Callable[[Atom, Discourse], Meaning | None]] = {
    "date": _date, "weekday": _weekday, "deictic": _deictic, "overnight": _overnight,
    "unit": _unit, "offset": _offset, "duration": _duration, "set": _set, "ref": _ref,
    "clock": _clock, "daypart": _daypart, "season": _season, "quarter": _part_of_year,
    "half": _part_of_year, "period": _period, "decade": _decade, "century": _century,
    "ordinal_day": _ordinal_day, "weekend": _weekend,
}  # fmt: skip
