"""Atoms counted in units: "last week", "two days ago", "three hours", "daily"."""

import re
from collections.abc import Callable

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_said import (
    FROM_TEXT,
    SHIFTS,
    count_of,
    mod_of,
    period,
    squeeze,
    unit_code,
)
from geoevents.extract.timex_words import words

_MILITARY = re.compile(r"0\d{3}\Z")


def _many(match: re.Match[str]) -> Atom:
    count, vague = count_of(match["n"])
    rel = match["rel"].lower()
    shift = {"last": -1, "past": -1, "recent": -1, "next": 1, "coming": 1}.get(rel)
    return Atom(
        start=match.start(), end=match.end(), kind="duration", vague=vague,
        count=count, unit=unit_code(match["u"]), shift=shift,
    )  # fmt: skip


def _one(match: re.Match[str]) -> Atom | None:
    rel = squeeze(match["rel"])
    rel = rel.removeprefix("the ") if rel not in SHIFTS else rel
    unit = unit_code(match["u"])
    if unit in {"TS", "TM", "TH", "DE", "CE", "WE", "F", "N"} and rel not in {
        "last", "next", "past", "previous", "this",
    }:  # fmt: skip
        return None
    if unit in {"TS", "TM"} or (unit == "WE"):
        return None
    if unit == "Q" and rel == "latest":
        return None  # a period of accounts
    start = match.start()
    if rel == "past" or (rel == "last" and unit in {"TH", "DE", "CE"}):
        return Atom(start=start, end=match.end(), kind="duration", count=1.0,
                    unit=unit, shift=-1)  # fmt: skip
    if unit in {"TH", "N"}:
        return None
    text = rel in FROM_TEXT or (rel in {"next", "coming"} and unit == "D")
    return Atom(
        start=start, end=match.end(), kind="unit", unit=unit, fiscal=bool(match["fy"]),
        shift=SHIFTS.get(rel, 0), anchor="text" if text else "pub",
        code="the" if rel == "the" else rel,
    )  # fmt: skip


def _vague(match: re.Match[str]) -> Atom:
    rel = match["rel"].lower()
    shift = -1 if rel in {"recent", "past", "last", "previous"} else 1
    return Atom(
        start=match.start(), end=match.end(), kind="duration", vague=True,
        unit=unit_code(match["u"]), shift=shift, code=rel,
    )  # fmt: skip


def _offset(match: re.Match[str]) -> Atom | None:
    count, vague = count_of(match["n"])
    direction = squeeze(match["dir"])
    sign = (
        1
        if direction in {"later", "after", "hence", "afterwards", "from now", "on"}
        else -1
    )
    return Atom(
        start=match.start(), end=match.end(), kind="offset", unit=unit_code(match["u"]),
        count=count, vague=vague, shift=sign, mod=mod_of(match["about"]),
        anchor="pub" if direction in {"ago", "from now", "hence"} else "text",
        code=direction,
    )  # fmt: skip


def _year_ago(match: re.Match[str]) -> Atom:
    unit = "Y" if "year" in match[0].lower() else "M"
    return Atom(start=match.start(), end=match.end(), kind="offset", unit=unit,
                count=1.0, shift=-1, code="ago", anchor="text")  # fmt: skip


def _period(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="period",
                year=int(match["year"]) if match["year"] else None)  # fmt: skip


def _near_day(match: re.Match[str]) -> Atom:
    said, unit = squeeze(match["dir"]), match["u"].lower()
    time = {"night": "TNI", "morning": "TMO", "evening": "TEV"}.get(unit, "")
    shift = {"before": -1, "earlier": -1, "that followed": 0}.get(said, 1)
    start = match.start() + (3 if match[0].lower().startswith("on") else 0)
    return Atom(
        start=start, end=match.end(), kind="offset", count=float(abs(shift)),
        unit="D" if time else unit_code(unit), shift=shift or 1, time=time,
        anchor="text", code=said,
    )  # fmt: skip


def _duration(match: re.Match[str]) -> Atom | None:
    count, vague = count_of(match["n"])
    unit = unit_code(match["u"])
    said = squeeze(match["n"])
    if _MILITARY.match(said):  # "0530 hours" is a time of day
        return None
    if match["old"] or (unit == "TS" and said in {"a", "an", "another"}):
        return None
    start = match.start("n") if said_hyphen(match) else match.start()
    if match["half"] and count is not None:
        count += 0.5
    return Atom(
        start=start, end=match.end(), kind="duration", count=count,
        unit=unit, vague=vague, code=said, mod=mod_of(match["about"]),
    )  # fmt: skip


def said_hyphen(match: re.Match[str]) -> bool:
    """True for "the four-day siege": the article belongs to the siege."""
    return not match["hy"].strip(" \n\t-\u2010\u2011\u2012\u2013\u2014\u2015") and (
        match["hy"].strip() != ""
    )


def _long(match: re.Match[str]) -> Atom:
    return Atom(
        start=match.start(), end=match.end(), kind="duration", code="long",
        unit=unit_code(match["u"]), vague=bool(match["many"]),
        count=None if match["many"] else 1.0,
    )  # fmt: skip


def _plural(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="duration", vague=True,
                unit=unit_code(match["u"]), code="bare")  # fmt: skip


def _every(match: re.Match[str]) -> Atom | None:
    if match["part"]:
        code = f"XXXX-XX-XXT{words()['dayparts'][match['part'].lower()]}"
    else:
        count = count_of(match["n"])[0] if match["n"] else 1.0
        if count is None:
            return None
        code = period(count, unit_code(match["u"]))
    return Atom(start=match.start(), end=match.end(), kind="set", code=code)


def _per(match: re.Match[str]) -> Atom:
    return Atom(
        start=match.start(), end=match.end(), kind="per" if match["q"] != "per" else "set",
        count=1.0, unit=unit_code(match["u"]),
        code=period(1.0, unit_code(match["u"])),
    )  # fmt: skip


def _set(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="set",
                code=words()["sets"][match["set"].lower()])  # fmt: skip


def _ref(match: re.Match[str]) -> Atom:
    said = squeeze(match["ref"])
    start = match.start() + (3 if said.startswith("in the") else 0)
    return Atom(start=start, end=match.end(), kind="ref",
                code=words()["references"][said])  # fmt: skip


UNITS: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "many": _many, "one": _one, "vague": _vague, "offset": _offset,
    "year_ago": _year_ago, "period": _period, "near_day": _near_day,
    "duration": _duration, "plural": _plural,
    "long": _long, "every": _every, "per": _per,
    "set": _set, "ref": _ref,
}  # fmt: skip
