"""Atoms of the clock and of parts: hours, seasons, quarters, "the start of"."""

import re
from collections.abc import Callable

from geoevents.extract.numerals import parse_number
from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_said import (
    FROM_TEXT,
    NOON,
    SHIFTS,
    mod_of,
    squeeze,
    unit_code,
)
from geoevents.extract.timex_words import words
from geoevents.models.when import Modifier

LAST_HOUR = 24
MINUTES_AN_HOUR = 60

_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}


def _clock(match: re.Match[str], hour: int, minute: int) -> Atom | None:
    if not (0 <= hour <= LAST_HOUR and 0 <= minute < MINUTES_AN_HOUR):
        return None
    end = match.end()
    if match[0].endswith(".") and match.string[end : end + 1] in {"", "\n"}:
        end -= 1  # the sentence's full stop, most likely
    return Atom(
        start=match.start(), end=end, kind="clock", mod=mod_of(match["about"]),
        code=f"T{hour:02d}:{minute:02d}",
    )  # fmt: skip


def _clock12(match: re.Match[str]) -> Atom | None:
    hour = int(match["h"]) % NOON + (NOON if match["ap"].lower() == "p" else 0)
    return _clock(match, hour, int(match["mi"] or 0))


def _clock24(match: re.Match[str]) -> Atom | None:
    return _clock(match, int(match["h"]), int(match["mi"]))


def _oclock(match: re.Match[str]) -> Atom | None:
    number = parse_number(match["hw"])
    if number is None or not 1 <= number <= LAST_HOUR:
        return None
    tail = match[0].lower()
    late = tail.endswith(("afternoon", "evening")) and number < NOON
    return _clock(match, int(number) + (NOON if late else 0), 0)


def _clock_word(match: re.Match[str]) -> Atom:
    code = "T" + words()["clock_words"][match["cw"].lower()]
    return Atom(start=match.start(), end=match.end(), kind="clock",
                mod=mod_of(match["about"]), code=code)  # fmt: skip


def _daypart(match: re.Match[str]) -> Atom:
    said = squeeze(match["rel"].replace("-", " "))
    mod = {"early": Modifier.START, "late": Modifier.END, "mid": Modifier.MID}
    found = next((m for word, m in mod.items() if word in said.split()), None)
    shift = (
        1 if "next" in said or "following" in said else -1 if "previous" in said else 0
    )
    return Atom(
        start=match.start() if said else match.start("part"), end=match.end(),
        kind="daypart", mod=found, shift=shift, unit=said,
        code="T" + words()["dayparts"][match["part"].lower()],
    )  # fmt: skip


def _season(match: re.Match[str]) -> Atom:
    rel = squeeze(match["rel"])
    year = match["year"] or match["bc"]
    return Atom(
        start=match.start(), end=match.end(), kind="season", unit=rel,
        year=int(year) if year else None,
        era="BC" if match["bc"] else "",
        shift=SHIFTS.get(rel) if rel and rel != "the" else None,
        anchor="text" if rel in FROM_TEXT else "pub",
        code=words()["seasons"][match["season"].lower()],
    )  # fmt: skip


def _quarter(match: re.Match[str]) -> Atom:
    ordinal = match["o"].lower()
    number = int(ordinal) if ordinal.isdigit() else _ORDINALS.get(ordinal, 4)
    groups = match.groupdict()
    year = groups.get("year") or groups.get("y2")
    letter = match["w"][0].upper()
    kind = "half" if letter == "H" else "quarter"
    return Atom(
        start=match.start(), end=match.end(), kind=kind, count=float(number),
        year=int(year) if year else None,
        shift=SHIFTS.get(squeeze(groups.get("rel"))) if groups.get("rel") else None,
    )  # fmt: skip


def _weekend(match: re.Match[str]) -> Atom:
    rel = squeeze(match["rel"]).removeprefix("the ")
    return Atom(
        start=match.start(), end=match.end(), kind="weekend", code=rel,
        shift=SHIFTS.get(rel) if rel and rel != "the" else None,
        anchor="text" if rel in {"following", "previous", "that"} else "pub",
    )  # fmt: skip


def _year_end(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="unit", mod=Modifier.END,
                unit=unit_code(match["u"]), shift=0, code="this")  # fmt: skip


def _week_of(match: re.Match[str]) -> Atom:
    return Atom(start=match.start(), end=match.end(), kind="week_of")


def _part(match: re.Match[str]) -> Atom:
    said = squeeze(match["wk"] or match["p"] or match["adv"] or "midway")
    return Atom(start=match.start(), end=match.end(), kind="part", code=said,
                mod=Modifier(words()["parts"][said]))  # fmt: skip


CLOCK: dict[str, Callable[[re.Match[str]], Atom | None]] = {
    "clock12": _clock12, "clock24": _clock24, "clock_mil": _clock24,
    "oclock": _oclock, "clock_word": _clock_word, "daypart": _daypart,
    "season": _season, "quarter": _quarter, "q_code": _quarter, "weekend": _weekend,
    "year_end": _year_end, "week_of": _week_of, "part": _part,
}  # fmt: skip
