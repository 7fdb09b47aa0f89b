"""Values of what is counted from an anchor: units, offsets, durations, hours."""

import re
from dataclasses import replace
from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import days_of, shift_days, shift_months
from geoevents.extract.timex_discourse import Anchor, Discourse
from geoevents.extract.timex_meaning import (
    DAYS_A_WEEK,
    Meaning,
    grain,
    night_into,
    on,
    timed,
)
from geoevents.extract.timex_said import period
from geoevents.extract.timex_tense import Tense, governing_verb
from geoevents.models.when import DateBasis, DateRange, Modifier, TimexType

# "recent weeks" and the like are vague: so many units back, the shown days reach.
_RECENT = {"D": 7.0, "W": 4.0, "M": 3.0}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX"}
_DAYS = {"D": 1, "N": 1, "W": DAYS_A_WEEK, "F": 2 * DAYS_A_WEEK, "WE": DAYS_A_WEEK}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "DE": 120, "CE": 1200}
_HOURS = {"TH": 1.0, "TM": 1 / 60, "TS": 1 / 3600}
HOURS_A_DAY = 24
_RATE = re.compile(
    r"(?:\b(?:once|twice|thrice|times)|\d[\d,.]{0,12}"
    r"(?:\s(?!(?:in|over|for|of|after|within|to|and|than|took|lasts?|lasted)\b)[a-z]{1,12}){0,2})\s\Z",
    re.IGNORECASE,
)
LONGEST_RATE = 40  # characters before "a day" that may make it one
MOST_MONTHS, MOST_DAYS = 12_000, 400_000  # no calendar reaches further back
# Longer anchors name no one day to count days from.
LONGEST_ANCHOR_OF_DAYS = 2
_NAMED_PARTS = ("dawn", "dusk", "daybreak", "sunrise", "sunset", "nightfall")
# "in the afternoon", "during the night"; "by evening".
_IN_THE = re.compile(r"\b(?:in|during|through|throughout)\s{1,4}\Z", re.IGNORECASE)
_BY = re.compile(r"\bby\s{1,4}\Z", re.IGNORECASE)
LONGEST_CUE = 16
_PAST_TAGS = {"VBD", "VBN"}
_POINTING = {"that", "this", "same", "next", "previous", "following", "mid"}


def unit(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "last week", "this year", "the same day", "the end of the month"."""
    if atom.code == "the" and not atom.mod:
        return _the_quarter(atom, told)
    anchor = told.anchor_of(atom)
    if anchor is None:
        value = _UNKNOWN.get(atom.unit, "XXXX")
        return Meaning(TimexType.DATE, value, mod=atom.mod)
    inherited = anchor.basis is DateBasis.INHERITED
    if atom.unit == "D" and inherited and anchor.days.days > LONGEST_ANCHOR_OF_DAYS:
        return Meaning(TimexType.DATE, _UNKNOWN["D"])
    day = anchor.end if atom.unit == "D" else anchor.start
    value = grain(atom.unit, day, atom.shift or 0)
    days = days_of(value, atom.mod)
    if atom.until_anchor and days:
        days = _up_to(days_of(value) or days, anchor.end, atom.mod)
    return Meaning(TimexType.DATE, value, days, anchor.basis, atom.mod, anchor.why)


def _the_quarter(atom: Atom, told: Discourse) -> Meaning | None:
    quarter = told.last_quarter
    if atom.unit != "Q" or not quarter:
        return None
    why, days = "the quarter before it", days_of(quarter)
    return Meaning(TimexType.DATE, quarter, days, DateBasis.INHERITED, None, why)


def _up_to(days: DateRange, anchor: date, mod: Modifier | None) -> DateRange:
    """Reads "Earlier this month": from its first day to the day spoken of, and "later" on."""
    if not days.start <= anchor <= days.end:
        return days
    if mod is Modifier.START:
        return DateRange(start=days.start, end=anchor)
    return DateRange(start=anchor, end=days.end)


def offset(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "two days ago", "a year earlier", "three weeks later", "the next day"."""
    sign = atom.shift or 1
    if atom.count is None or atom.unit in {"TS", "TM", "N"}:
        value = "FUTURE_REF" if sign > 0 else "PAST_REF"
        return Meaning(TimexType.DATE, value, mod=atom.mod)
    near = replace(atom, anchor="text") if atom.anchor == "text" else atom
    anchor = told.anchor_of(near) if atom.anchor == "text" else told.by_publication()
    if anchor is None:
        value = _UNKNOWN["D"] if atom.unit == "D" else "XXXX"
        return Meaning(TimexType.DATE, value, mod=atom.mod)
    value = _moved(atom, anchor, told, sign)
    kind, value, days = timed(atom, value, days_of(value, atom.mod))
    return Meaning(kind, value, days, anchor.basis, atom.mod, anchor.why)


def _moved(atom: Atom, anchor: Anchor, told: Discourse, sign: int) -> str:
    steps, size = atom.count or 0.0, atom.unit
    if size == "TH":
        return shift_days(anchor.start, sign * int(steps // HOURS_A_DAY)).isoformat()
    if size in {"F", "WE"}:
        size, steps = "W", steps * (2 if size == "F" else 1)
    if size in {"DE", "CE"}:
        size, steps = "Y", steps * (10 if size == "DE" else 100)
    quarter = told.quarter_near(atom)
    if size == "Y" and quarter and steps == 1 and sign < 0:
        return f"{int(quarter[:4]) - 1:04d}{quarter[4:]}"
    if size == "Y" and steps != int(steps):
        size, steps = "M", steps * 12
    return grain(size, anchor.start, sign * int(steps))


def duration(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "three days", "the past 24 hours", "recent weeks"; only the last two have days."""
    if atom.vague and atom.unit == "Y" and atom.code == "recent":
        return Meaning(TimexType.DATE, "PAST_REF")
    if atom.code == "coming":
        return Meaning(TimexType.DATE, "FUTURE_REF")
    value = period(atom.count, atom.unit)
    if atom.code in {"a", "an"} and not atom.mod and _is_rate(atom, told.syntax.text):
        return Meaning(TimexType.SET, value)
    count = atom.count if atom.count is not None else _RECENT.get(atom.unit)
    told_back = atom.shift == -1 and told.published is not None and not told.history
    if not told_back or count is None or told.published is None:
        return Meaning(TimexType.DURATION, value, mod=atom.mod)
    start = back_from(told.published, atom.unit, count)
    return Meaning(
        TimexType.DURATION,
        value,
        DateRange(start=start, end=told.published),
        DateBasis.RELATIVE,
        atom.mod,
        told.published_words,
    )


def _is_rate(atom: Atom, text: str) -> bool:
    """True for the day of "twice a day", "500 barrels a day"."""
    return bool(_RATE.search(text[max(atom.start - LONGEST_RATE, 0) : atom.start]))


def back_from(day: date, size: str, count: float) -> date:
    """The first day of "the past N units" that end on ``day``."""
    if size in _HOURS:
        return shift_days(day, -max(1, -int(-count * _HOURS[size] // HOURS_A_DAY)))
    if size in _MONTHS:
        return shift_months(day, -int(min(count * _MONTHS[size], MOST_MONTHS)))
    return shift_days(day, -int(min(count * _DAYS[size], MOST_DAYS)))


def repeated(atom: Atom, _told: Discourse) -> Meaning | None:
    """Reads "daily", "every Friday"."""
    return Meaning(TimexType.SET, atom.code)


def reference(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "now" is the day of publication; "recently" and "the future" are no days."""
    if atom.code != "PRESENT_REF" or told.published is None or told.history:
        return Meaning(TimexType.DATE, atom.code)
    days, basis = on(told.published), DateBasis.PUBLICATION
    return Meaning(TimexType.DATE, atom.code, days, basis, None, told.published_words)


def clock(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "5:30 p.m." alone: of the day of the last event told."""
    return _of_day(atom, told.event_day)


def daypart(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "at dawn", "that night", "the same evening"; a bare "night" names none."""
    said = set(atom.unit.split())
    word = told.syntax.text[atom.start : atom.end].lower()
    named = any(part in word for part in _NAMED_PARTS) or "followed" in word
    if not named and not said & _POINTING:
        return _part_of_the_day(atom, told)
    day = told.event_day
    if "same" in said:  # "said on Tuesday. The same evening": the evening told before
        day = told.parts.get(atom.code) or (told.last.end if told.last else day)
    if "this" in said:
        day = told.published
    return _of_day(atom, shift_days(day, atom.shift or 0) if day else None)


def _part_of_the_day(atom: Atom, told: Discourse) -> Meaning | None:
    """Reads "a bomb went off in the afternoon": of the day of the last event told.

    Only of what happened: who prays "in the evening" may do so every day.
    """
    text, day = told.syntax.text, told.event_day
    before = text[max(atom.start - LONGEST_CUE, 0) : atom.start]
    whole = (_IN_THE if atom.unit else _BY).search(before)
    verb = governing_verb(told.syntax, atom.start, atom.end)
    if not whole or day is None or verb is None or verb.tag not in _PAST_TAGS:
        return None
    if told.tense(atom) is not Tense.PAST:
        return None
    if atom.code == "TNI":
        why = f"{day.isoformat()} before it"
        return night_into(day, DateBasis.INHERITED, atom.mod, why)
    return _of_day(atom, day)


def _of_day(atom: Atom, day: date | None) -> Meaning:
    if day is None:
        return Meaning(TimexType.TIME, f"XXXX-XX-XX{atom.code}", mod=atom.mod)
    value, why = day.isoformat() + atom.code, f"{day.isoformat()} before it"
    basis = DateBasis.INHERITED
    return Meaning(TimexType.TIME, value, on(day), basis, atom.mod, why)
