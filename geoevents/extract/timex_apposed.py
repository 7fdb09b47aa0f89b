"""One time told twice: "three days before, on Thursday," is a Thursday."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

from geoevents.extract.timex_words import words
from geoevents.models.mention import Timex

_LOOSE = re.compile(
    r"(?:\b(?:before|earlier|later|after|ago)|(?:last|this|past|previous) (?:week|month))\Z",
    re.IGNORECASE,
)
_BACK = re.compile(r"\b(?:before|earlier|ago)\Z", re.IGNORECASE)
_BETWEEN = re.compile(r",? on (?:the )?\Z|, \Z")


def told_twice(times: Sequence[Timex], text: str) -> tuple[Timex, ...]:
    """The same times; of a loose one and the day beside it, both have the day.

    A weekday is the one that the loose time holds, where it holds one: "last week, on
    Tuesday". Else the day as named stands, for what the loose one counts from is a
    guess.
    """
    told = list(times)
    for index, (loose, day) in enumerate(pairwise(times)):
        between = text[loose.span.end : day.span.start]
        if not (_LOOSE.search(loose.text) and _BETWEEN.fullmatch(between)):
            continue
        named = _day_of(day)
        if named is None:
            continue
        within = _held(loose, day)
        told[index] = _on(loose, within or named, day.text)
        if within is not None:
            there = _on(day, within, loose.text)
            told[index + 1] = replace(there, value=within.isoformat())
    return tuple(told)


def _day_of(time: Timex) -> date | None:
    days = time.dates
    return days.start if days is not None and days.days == 1 else None


def _held(loose: Timex, day: Timex) -> date | None:
    """The weekday within the loose time, the last one; or before it, if it looks back."""
    name, days = day.text.lower(), loose.dates
    weekdays = words()["weekdays"]
    if name not in weekdays or days is None:
        return None
    back = (days.end.weekday() - weekdays.index(name)) % len(weekdays)
    held = days.end - timedelta(back)
    return held if held >= days.start or _BACK.search(loose.text) else None


def _on(time: Timex, day: date, beside: str) -> Timex:
    if time.date_start == time.date_end == day:
        return time
    why = f"'{time.text}' beside '{beside}' -> {day.isoformat()}"
    return replace(time, date_start=day, date_end=day, reasons=(why,))
