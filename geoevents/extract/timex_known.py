"""Days known by what happened on them: "the September 11 attacks" need no year."""

import re
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_words import words

# "Before the October 7 attacks", "Hamas's October 7 attack".
_OWNED = re.compile(r"(?:\b[Tt]he|['\u2019]s|\b[Ii]ts|\b[Tt]heir)\s\Z")
_LOOK_BACK, _LOOK_AHEAD = 24, 48
# So soon after, the day may be this year's, but for those that all the world knows.
_FRESH_DAYS = 60


@dataclass(frozen=True, slots=True)
class _Known:
    """A day, the words for what happened on it, and whether no other comes to mind."""

    day: date
    behind: re.Pattern[str]
    ahead: re.Pattern[str]
    alone: bool


@cache
def _known() -> dict[tuple[int, int], tuple[_Known, ...]]:
    found: dict[tuple[int, int], tuple[_Known, ...]] = {}
    for row in words()["known_days"]:
        day, nouns = date.fromisoformat(row["day"]), "|".join(row["of"])
        known = _Known(
            day,
            re.compile(rf"\s(?:[\w-]+\s){{0,2}}?(?:{nouns})s?\b"),
            re.compile(rf"\b(?:{nouns})s?\sof\s(?:the\s)?\Z"),
            alone=row["alone"],
        )
        key = (day.month, day.day)
        found[key] = (*found.get(key, ()), known)
    return found


def with_known_year(atom: Atom, text: str, published: date | None) -> Atom:
    """The atom, with its year where the words around it say what happened on it."""
    if atom.month is None or atom.day is None or atom.year is not None:
        return atom
    for known in _known().get((atom.month, atom.day), ()):
        if _is_past(known, published) and _is_told(known, atom, text):
            return replace(atom, year=known.day.year)
    return atom


def _is_past(known: _Known, published: date | None) -> bool:
    if published is None or known.alone:
        return published is None or published >= known.day
    this_year = date(published.year, known.day.month, known.day.day)
    is_fresh = 0 <= (published - this_year).days <= _FRESH_DAYS
    return published >= known.day and not is_fresh


def _is_told(known: _Known, atom: Atom, text: str) -> bool:
    before = text[max(atom.start - _LOOK_BACK, 0) : atom.start]
    if known.ahead.search(before):
        return True
    is_behind = known.behind.match(text[atom.end : atom.end + _LOOK_AHEAD])
    is_owned = text[atom.start :].startswith(("the ", "The ")) or _OWNED.search(before)
    return is_behind is not None and bool(is_owned)
