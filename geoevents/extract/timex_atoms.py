"""Stretches of text that name a time, before anything is resolved.

An atom is what one pattern sees ("Friday", "3 a.m.", "the start", "two days ago").
``timex_patterns`` finds them, ``timex_joins`` puts neighbours together,
``timex_resolve`` gives them a value.
"""

from dataclasses import dataclass

from geoevents.models.when import Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Atom:
    """One found stretch ``[start, end)`` and what its words say.

    ``kind``: date, weekday, deictic, unit, offset, duration, set, ref, clock, daypart,
    season, quarter, half, decade, century, holiday, part, ordinal_day, overnight,
    weekend, within, feast. ``shift`` counts units from the anchor (last: -1, next: +1);
    ``anchor`` is "pub" or "text". ``last`` holds the far end of a range.
    """

    start: int
    end: int
    kind: str
    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None  # 1 Monday .. 7 Sunday
    unit: str = ""
    count: float | None = None
    vague: bool = False
    shift: int | None = None
    anchor: str = "pub"
    code: str = ""  # season, daypart, clock, reference, set value
    time: str = ""  # clock or part of the day joined to a date: "T17:30", "TNI"
    mod: Modifier | None = None
    last: "Atom | None" = None
    era: str = ""  # "BC"
    fiscal: bool = False
    open_month: bool = False  # the year was said relative: "Aug. 6 last year"
    week_of: bool = False
    until_anchor: bool = False  # "earlier in the month": up to the day spoken of
    lead: str = ""  # "between", "from"
