"""Atoms of calendar dates: days, months, weekdays, years, decades."""

import re
from collections.abc import Callable

from geoevents.extract.numerals import parse_number
from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_said import (
    FROM_TEXT,
    PIVOT_YEAR,
    SHIFTS,
    month_number,
    ordinal_of,
    spelled_year,
    squeeze,
    weekday_number,
    year_of,
)
from geoevents.extract.timex_words import words
from geoevents.models.when import Modifier

MONTHS_A_YEAR = 12
LONGEST_MONTH = 31
TWO_DIGITS = 100
NEWEST_CENTURY = 21

_DECADES = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196,
    "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip


def _iso(match: re.Match[str]) -> Atom:
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=int(match["year"]),
        month=int(match["m"]), day=int(match["d"]),
        time=f"T{match['t']}" if match["t"] else "",
    )  # fmt: skip


def _day_first(match: re.Match[str]) -> Atom | None:
    return _numeric(match, int(match["a"]), int(match["b"]))


def _month_first(match: re.Match[str]) -> Atom | None:
    return _numeric(match, int(match["b"]), int(match["a"]))


def _numeric(match: re.Match[str], day: int, month: int) -> Atom | None:
    year = int(match["year"])
    if month > MONTHS_A_YEAR >= day:  # the setting cannot hold: 25 is no month
        day, month = month, day
    if not (1 <= month <= MONTHS_A_YEAR and 1 <= day <= LONGEST_MONTH):
        return None
    if year < TWO_DIGITS:
        year += 2000 if year < PIVOT_YEAR else 1900
    return Atom(
        start=match.start(), end=match.end(), kind="date",
        year=year, month=month, day=day,
    )  # fmt: skip


def _dated(match: re.Match[str]) -> Atom | None:
    groups = match.groupdict()
    day = int(match["d"]) if match["d"] else ordinal_of(groups["od"])
    year, era = year_of(match)
    start, last = match.start(), None
    if match["d2"]:
        second, joint = int(match["d2"]), squeeze(match["to"])
        if joint in {"and", "or", "and the", "or the"} and (
            squeeze(match["lead"]) != "between"
        ):
            return _listed(match, day, second, year)
        last = Atom(
            start=match.start("d2"), end=match.end(), kind="date", year=year,
            month=month_number(match["mon"]), day=second,
        )  # fmt: skip
    elif match["lead"]:
        start += len(match["lead"]) + 1
        start = match.start() + match[0].index(match[0][len(match["lead"]) :].lstrip())
    return Atom(
        start=start, end=match.end(), kind="date", year=year, era=era, day=day,
        month=month_number(match["mon"]), last=last, lead=squeeze(match["lead"]),
        shift=SHIFTS[groups["rel"].lower()] if groups.get("rel") else None,
    )  # fmt: skip


def _listed(
    match: re.Match[str], day: int | None, second: int, year: int | None
) -> Atom:
    # "13 and 14 October" names two days: the later one here; neighbours make a range.
    month = month_number(match["mon"])
    if day is not None and second == day + 1:
        last = Atom(start=match.start("d2"), end=match.end(), kind="date", year=year,
                    month=month, day=second)  # fmt: skip
        start = min(match.start("mon"), match.start("d"))  # fmt: skip
        return Atom(start=start, end=match.end(), kind="date", year=year, month=month,
                    day=day, last=last)  # fmt: skip
    if match.start("d2") > match.start("mon"):
        return Atom(start=match.start("mon"), end=match.end("d"), kind="date",
                    year=year, month=month, day=day)  # fmt: skip
    return Atom(start=match.start("d2"), end=match.end(), kind="date", year=year,
                month=month, day=second)  # fmt: skip


def _month(match: re.Match[str]) -> Atom | None:
    rel = squeeze(match["rel"])
    year, era = year_of(match)
    month = month_number(match["mon"])
    if rel in {"every", "each"}:
        return Atom(start=match.start(), end=match.end(), kind="set",
                    code=f"XXXX-{month:02d}")  # fmt: skip
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=year, era=era,
        month=month, shift=SHIFTS.get(rel) if rel else None,
        anchor="text" if rel in FROM_TEXT else "pub",
    )  # fmt: skip


def _weekday(match: re.Match[str]) -> Atom:
    rel, name = squeeze(match["rel"]), match["wd"]
    number = weekday_number(name)
    if rel in {"every", "each"} or name.lower().endswith("days"):
        return Atom(start=match.start(), end=match.end(), kind="set",
                    code=f"XXXX-WXX-{number}")  # fmt: skip
    return Atom(
        start=match.start(), end=match.end(), kind="weekday", weekday=number,
        shift=SHIFTS.get(rel) if rel else None,
        anchor="text" if rel in FROM_TEXT else "pub",
    )  # fmt: skip


def _deictic(match: re.Match[str]) -> Atom:
    said = squeeze(match["day"])
    start, end = match.span()
    if said == "overnight":
        return Atom(start=match.start("day"), end=end, kind="overnight")
    shift = {"day before yesterday": -2, "yesterday": -1, "last night": -1,
             "tomorrow": 1, "day after tomorrow": 2}.get(said, 0)  # fmt: skip
    time = "TNI" if said.endswith("night") else ""
    if not said.startswith("day"):
        start = match.start("day")
    return Atom(start=start, end=end, kind="deictic", shift=shift, time=time)


def _this_part(match: re.Match[str]) -> Atom:
    return Atom(
        start=match.start(), end=match.end(), kind="deictic",
        shift=SHIFTS[match["rel"].lower()],
        time="T" + words()["dayparts"][match["part"].lower()],
    )  # fmt: skip


def _nth(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="ordinal_day",
                day=int(match["d"]))  # fmt: skip


def _holiday(match: re.Match[str]) -> Atom:
    said = squeeze(match["hol"]).replace("\u2019", "'")
    month, day = (int(part) for part in words()["holidays"][said].split("-"))
    return Atom(
        start=match.start(), end=match.end(), kind="date", month=month, day=day,
        year=int(match["year"]) if match["year"] else None, code="holiday",
    )  # fmt: skip


def _feast(match: re.Match[str]) -> Atom:
    return Atom(
        start=match.start(), end=match.end(), kind="feast",
        code=squeeze(match["feast"]),
        year=int(match["year"]) if match["year"] else None,
        shift=SHIFTS[match["rel"].lower()] if match["rel"] else None,
    )  # fmt: skip


def _decade(match: re.Match[str]) -> Atom:
    digits = re.sub(r"\D", "", match["dec"] or match["dec2"])
    # "198", from "1980s": already without its last digit; "8", from "'80s"
    value = int(digits) if len(digits) > 1 else 190 + int(digits)
    return Atom(start=match.start(), end=match.end(), kind="decade", count=float(value))


def _decade_word(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="decade",
                count=float(_DECADES[match["dw"].lower()]))  # fmt: skip


def _century(match: re.Match[str]) -> Atom | None:
    number = int(match["c"]) if match["c"] else ordinal_of(match["od"])
    if number is None or not 1 <= number <= NEWEST_CENTURY:
        return None
    return Atom(start=match.start(), end=match.end(), kind="century",
                count=float(number - 1), era="BC" if match["era"] else "")  # fmt: skip


def _bc(match: re.Match[str]) -> Atom:
    mod = Modifier.APPROX if match[0].lower().startswith("c") else None
    return Atom(start=match.start(), end=match.end(), kind="date",
                year=int(match["bc"]), era="BC", mod=mod)  # fmt: skip


def _years(match: re.Match[str]) -> Atom | None:
    first = int(match["year"])
    second = first // 100 * 100 + int(match["y2"])
    if second <= first:
        return None
    last = Atom(start=match.start("y2"), end=match.end(), kind="date", year=second)
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=first, last=last
    )


def _plain_year(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="date", code="year",
                year=int(match["year"]), fiscal=bool(match["fy"]))  # fmt: skip


def _year_word(match: re.Match[str]) -> Atom | None:
    year = spelled_year(match["yw"])
    if year is None or " hundred" in match["yw"].lower():
        return None
    return Atom(start=match.start(), end=match.end(), kind="date", year=year)


def _year_2000(match: re.Match[str]) -> Atom:
    tail = parse_number(match["n"]) if match["n"] else 0.0
    return Atom(start=match.start(), end=match.end(), kind="date",
                year=2000 + int(tail or 0))  # fmt: skip


DATES: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "iso": _iso, "day_first": _day_first, "month_first": _month_first, "dmy": _dated,
    "mdy": _dated, "month": _month, "weekday": _weekday, "deictic": _deictic,
    "this_part": _this_part, "nth": _nth,
    "feast": _feast, "holiday": _holiday, "decade": _decade,
    "decade_word": _decade_word, "century": _century, "bc": _bc, "years": _years,
    "year": _plain_year, "year_word": _year_word, "year_2000": _year_2000,
}  # fmt: skip
