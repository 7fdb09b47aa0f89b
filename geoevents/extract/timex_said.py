"""What the words of a time expression say: numbers of months, shifts, units."""

import re

from geoevents.extract.numerals import number_lexicon, parse_number
from geoevents.extract.timex_words import words
from geoevents.models.when import Modifier

SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "the previous": -1,
    "yesterday": -1, "next": 1, "coming": 1, "following": 1, "the next": 1,
    "the following": 1, "this coming": 1, "tomorrow": 1, "this": 0, "that": 0,
    "same": 0, "current": 0, "this past": -1, "latest": 0, "very same": 0,
    "that same": 0, "this same": 0, "the": 0,
}  # fmt: skip


FROM_TEXT = {
    "that", "same", "previous", "preceding", "following", "the following",
    "the previous", "the next", "very same", "that same", "this same", "the",
}  # fmt: skip


PIVOT_YEAR = 70  # '69 is 2069, '70 is 1970


NOON = 12
HALF = 0.5


_MODS = (
    (r"at least|no fewer|no less", Modifier.EQUAL_OR_MORE),
    (r"at most|no more|up to|as (?:many|much|long) as", Modifier.EQUAL_OR_LESS),
    (r"more than|^over|just over|well over|little more", Modifier.MORE_THAN),
    (r"less than|fewer than|^under|just under|nearly|almost", Modifier.LESS_THAN),
    (r"about|around|approx|roughly|some|close|estimated", Modifier.APPROX),
)


def squeeze(text: str | None) -> str:
    """Lower case, single spaces; "" for nothing."""
    return " ".join(text.lower().split()) if text else ""


def month_number(name: str) -> int:
    """1 to 12 from a month's name or its abbreviation."""
    start = name.lower()[:3]
    return next(i for i, month in enumerate(words()["months"], 1) if month[:3] == start)


def weekday_number(name: str) -> int:
    """1 (Monday) to 7 from a weekday's name or its abbreviation."""
    start = name.lower()[:3]
    return next(i for i, day in enumerate(words()["weekdays"], 1) if day[:3] == start)


def mod_of(about: str | None) -> Modifier | None:
    """TIMEX3 ``mod`` of "at least", "nearly", "about" ...; None for none."""
    said = squeeze(about)
    if not said:
        return None
    return next((mod for pattern, mod in _MODS if re.search(pattern, said)), None)


def year_of(match: re.Match[str]) -> tuple[int | None, str]:
    """(year, era) a match names; (None, "") where it names none."""
    groups = match.groupdict()
    if groups.get("bc"):
        return int(groups["bc"]), "BC"
    if groups.get("yy"):
        short = int(groups["yy"])
        return (2000 if short < PIVOT_YEAR else 1900) + short, ""
    if groups.get("year"):
        return int(groups["year"]), "BC" if groups.get("era") else ""
    spelled = groups.get("ywm") or groups.get("yw")
    return (spelled_year(spelled), "") if spelled else (None, "")


def spelled_year(text: str) -> int | None:
    """1996 from "nineteen ninety-six"; None when the tail is no number."""
    century, _, rest = text.lower().replace("-", " ").partition(" ")
    base = {"nineteen": 1900, "eighteen": 1800, "seventeen": 1700}[century]
    tail = 0.0 if rest == "hundred" else parse_number(rest)
    return None if tail is None else base + int(tail)


def ordinal_of(word: str | None) -> int | None:
    """4 for "fourth"; None for nothing."""
    return number_lexicon()["ordinals"][word.lower()] if word else None


def unit_code(word: str) -> str:
    """TIMEX3 unit of "days", "century" ...; units under a day start with T."""
    name = word.lower()
    code: str = words()["units"]["century" if name.startswith("centur") else name]
    return code


def count_of(text: str) -> tuple[float | None, bool]:
    """(count, vague): (2, True) for "a couple of", (None, True) for "several"."""
    said = squeeze(text)
    if said.startswith("half a"):
        return 0.5, False
    if said == "another":
        return 1.0, False
    if "couple" in said:
        return 2.0, True
    number = parse_number(said)
    return number, number is None


def period(count: float | None, unit: str) -> str:
    """TIMEX3 duration value: ``P3D``, ``PT30M``, ``P2DE``; ``PXW`` without a count."""
    if unit == "F":
        count, unit = (count or 1) * 2, "W"
    if unit == "Q":
        count, unit = (count * 3 if count else None), "M"
    if unit == "WE":
        count, unit = (count or 1), "WE"
    head, unit = ("PT", unit[1:]) if unit.startswith("T") else ("P", unit)
    if count is None:
        return f"{head}X{unit}"
    if count != int(count):
        return _fraction(count, head, unit)
    return f"{head}{int(count)}{unit}"


def _fraction(count: float, head: str, unit: str) -> str:
    whole, part = int(count), count - int(count)
    finer = {("PT", "H"): (60, "M"), ("P", "Y"): (12, "M"), ("PT", "M"): (60, "S")}
    if (head, unit) in finer and part == HALF:
        size, name = finer[head, unit]
        return f"{head}{f'{whole}{unit}' if whole else ''}{int(part * size)}{name}"
    return f"{head}{count:g}{unit}"
