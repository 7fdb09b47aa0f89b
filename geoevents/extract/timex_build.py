"""From a regex match to an atom: what the words say, not yet which day it is."""

import re
from collections.abc import Callable

from geoevents.extract.numerals import number_lexicon, parse_number
from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_words import words
from geoevents.models.when import Modifier

_SHIFTS = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "the previous": -1,
    "yesterday": -1, "next": 1, "coming": 1, "following": 1, "the next": 1,
    "the following": 1, "this coming": 1, "tomorrow": 1, "this": 0, "that": 0,
    "same": 0, "current": 0, "this past": -1, "latest": 0, "very same": 0,
    "that same": 0, "this same": 0, "the": 0,
}  # fmt: skip
_FROM_TEXT = {
    "that", "same", "previous", "preceding", "following", "the following",
    "the previous", "the next", "very same", "that same", "this same", "the",
}  # fmt: skip
_PIVOT_YEAR = 70  # '69 is 2069, '70 is 1970
_NOON = 12
_MODS = (
    (r"at least|no fewer|no less", Modifier.EQUAL_OR_MORE),
    (r"at most|no more|up to|as (?:many|much|long) as", Modifier.EQUAL_OR_LESS),
    (r"more than|^over|just over|well over|little more", Modifier.MORE_THAN),
    (r"less than|fewer than|^under|just under|nearly|almost", Modifier.LESS_THAN),
    (r"about|around|approx|roughly|some|close|estimated", Modifier.APPROX),
)
_DECADES = {
    "twenties": 192, "thirties": 193, "forties": 194, "fifties": 195, "sixties": 196,
    "seventies": 197, "eighties": 198, "nineties": 199,
}  # fmt: skip
_ORDINALS = {"first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3}


def _squeeze(text: str | None) -> str:
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
    said = _squeeze(about)
    if not said:
        return None
    return next((mod for pattern, mod in _MODS if re.search(pattern, said)), None)


def _year(match: re.Match[str]) -> tuple[int | None, str]:
    groups = match.groupdict()
    if groups.get("bc"):
        return int(groups["bc"]), "BC"
    if groups.get("yy"):
        short = int(groups["yy"])
        return (2000 if short < _PIVOT_YEAR else 1900) + short, ""
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


def _iso(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=int(match["year"]),
        month=int(match["m"]), day=int(match["d"]),
        time=f"T{match['t']}" if match["t"] else "",
    )  # fmt: skip


def _numeric(match: re.Match[str], day_first: bool) -> Atom | None:  # noqa: FBT001
    first, second, year = int(match["a"]), int(match["b"]), int(match["year"])
    day, month = (first, second) if day_first else (second, first)
    if month > 12 >= day:  # noqa: PLR2004 - the setting cannot hold: 25 is no month
        day, month = month, day
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004
        return None
    if year < 100:  # noqa: PLR2004 - two digits
        year += 2000 if year < _PIVOT_YEAR else 1900
    return Atom(
        start=match.start(), end=match.end(), kind="date",
        year=year, month=month, day=day,
    )  # fmt: skip


def _dated(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    groups = match.groupdict()
    day = int(match["d"]) if match["d"] else _ordinal(groups["od"])
    year, era = _year(match)
    start, last = match.start(), None
    if match["d2"]:
        second, joint = int(match["d2"]), _squeeze(match["to"])
        if joint in {"and", "or", "and the", "or the"} and (
            _squeeze(match["lead"]) != "between"
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
        month=month_number(match["mon"]), last=last, lead=_squeeze(match["lead"]),
        shift=_SHIFTS[groups["rel"].lower()] if groups.get("rel") else None,
    )  # fmt: skip


def _listed(
    match: re.Match[str], day: int | None, second: int, year: int | None
) -> Atom:
    # "13 and 14 October" names two days: the later one here; neighbours make a range.
    month = month_number(match["mon"])
    if day is not None and second == day + 1:
        last = Atom(start=match.start("d2"), end=match.end(), kind="date", year=year,
                    month=month, day=second)  # fmt: skip
        start = match.start("d") if match.start("d") < match.start("mon") else (
            match.start("mon"))  # fmt: skip
        return Atom(start=start, end=match.end(), kind="date", year=year, month=month,
                    day=day, last=last)  # fmt: skip
    if match.start("d2") > match.start("mon"):
        return Atom(start=match.start("mon"), end=match.end("d"), kind="date",
                    year=year, month=month, day=day)  # fmt: skip
    return Atom(start=match.start("d2"), end=match.end(), kind="date", year=year,
                month=month, day=second)  # fmt: skip


def _ordinal(word: str | None) -> int | None:
    return number_lexicon()["ordinals"][word.lower()] if word else None


def _month(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    rel = _squeeze(match["rel"])
    year, era = _year(match)
    month = month_number(match["mon"])
    if rel in {"every", "each"}:
        return Atom(start=match.start(), end=match.end(), kind="set",
                    code=f"XXXX-{month:02d}")  # fmt: skip
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=year, era=era,
        month=month, shift=_SHIFTS.get(rel) if rel else None,
        anchor="text" if rel in _FROM_TEXT else "pub",
    )  # fmt: skip


def _weekday(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    rel, name = _squeeze(match["rel"]), match["wd"]
    number = weekday_number(name)
    if rel in {"every", "each"} or name.lower().endswith("days"):
        return Atom(start=match.start(), end=match.end(), kind="set",
                    code=f"XXXX-WXX-{number}")  # fmt: skip
    return Atom(
        start=match.start(), end=match.end(), kind="weekday", weekday=number,
        shift=_SHIFTS.get(rel) if rel else None,
        anchor="text" if rel in _FROM_TEXT else "pub",
    )  # fmt: skip


def _deictic(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said = _squeeze(match["day"])
    start, end = match.span()
    if said == "overnight":
        return Atom(start=match.start("day"), end=end, kind="overnight")
    shift = {"day before yesterday": -2, "yesterday": -1, "last night": -1,
             "tomorrow": 1, "day after tomorrow": 2}.get(said, 0)  # fmt: skip
    time = "TNI" if said.endswith("night") else ""
    if not said.startswith("day"):
        start = match.start("day")
    return Atom(start=start, end=end, kind="deictic", shift=shift, time=time)


def _this_part(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(
        start=match.start(), end=match.end(), kind="deictic",
        shift=_SHIFTS[match["rel"].lower()],
        time="T" + words()["dayparts"][match["part"].lower()],
    )  # fmt: skip


def unit_code(word: str) -> str:
    """TIMEX3 unit of "days", "century" ...; units under a day start with T."""
    name = word.lower()
    code: str = words()["units"]["century" if name.startswith("centur") else name]
    return code


def _count(text: str) -> tuple[float | None, bool]:
    said = _squeeze(text)
    if said.startswith("half a"):
        return 0.5, False
    if said in {"another"}:
        return 1.0, False
    if "couple" in said:
        return 2.0, True
    number = parse_number(said)
    return number, number is None


def _many(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    count, vague = _count(match["n"])
    rel = match["rel"].lower()
    shift = {"last": -1, "past": -1, "recent": -1, "next": 1, "coming": 1}.get(rel)
    return Atom(
        start=match.start(), end=match.end(), kind="duration", vague=vague,
        count=count, unit=unit_code(match["u"]), shift=shift,
    )  # fmt: skip


def _one(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    rel = _squeeze(match["rel"])
    rel = rel.removeprefix("the ") if rel not in _SHIFTS else rel
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
    text = rel in _FROM_TEXT or (rel in {"next", "coming"} and unit == "D")
    return Atom(
        start=start, end=match.end(), kind="unit", unit=unit, fiscal=bool(match["fy"]),
        shift=_SHIFTS.get(rel, 0), anchor="text" if text else "pub",
        code="the" if rel == "the" else rel,
    )  # fmt: skip


def _vague(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    rel = match["rel"].lower()
    shift = -1 if rel in {"recent", "past", "last", "previous"} else 1
    return Atom(
        start=match.start(), end=match.end(), kind="duration", vague=True,
        unit=unit_code(match["u"]), shift=shift, code=rel,
    )  # fmt: skip


def _offset(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    count, vague = _count(match["n"])
    direction = _squeeze(match["dir"])
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


def _year_ago(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    unit = "Y" if "year" in match[0].lower() else "M"
    return Atom(start=match.start(), end=match.end(), kind="offset", unit=unit,
                count=1.0, shift=-1, code="ago", anchor="text")  # fmt: skip


def _period(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="period",
                year=int(match["year"]) if match["year"] else None)  # fmt: skip


def _near_day(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said, unit = _squeeze(match["dir"]), match["u"].lower()
    time = {"night": "TNI", "morning": "TMO", "evening": "TEV"}.get(unit, "")
    shift = {"before": -1, "earlier": -1, "that followed": 0}.get(said, 1)
    start = match.start() + (3 if match[0].lower().startswith("on") else 0)
    return Atom(
        start=start, end=match.end(), kind="offset", count=float(abs(shift)),
        unit="D" if time else unit_code(unit), shift=shift or 1, time=time,
        anchor="text", code=said,
    )  # fmt: skip


def _duration(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    count, vague = _count(match["n"])
    unit = unit_code(match["u"])
    said = _squeeze(match["n"])
    if match["old"] or (unit == "TS" and said in {"a", "an", "another"}):
        return None
    if match["half"] and count is not None:
        count += 0.5
    return Atom(
        start=match.start(), end=match.end(), kind="duration", count=count,
        unit=unit, vague=vague, code=said, mod=mod_of(match["about"]),
    )  # fmt: skip


def _plural(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="duration", vague=True,
                unit=unit_code(match["u"]), code="bare")  # fmt: skip


def _every(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    if match["part"]:
        code = f"XXXX-XX-XXT{words()['dayparts'][match['part'].lower()]}"
    else:
        count = _count(match["n"])[0] if match["n"] else 1.0
        if count is None:
            return None
        code = period(count, unit_code(match["u"]))
    return Atom(start=match.start(), end=match.end(), kind="set", code=code)


def _per(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(
        start=match.start(), end=match.end(), kind="per" if match["q"] != "per" else "set",
        count=1.0, unit=unit_code(match["u"]),
        code=period(1.0, unit_code(match["u"])),
    )  # fmt: skip


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
    if (head, unit) in finer and part == 0.5:  # noqa: PLR2004
        size, name = finer[head, unit]
        return f"{head}{f'{whole}{unit}' if whole else ''}{int(part * size)}{name}"
    return f"{head}{count:g}{unit}"


def _set(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="set",
                code=words()["sets"][match["set"].lower()])  # fmt: skip


def _ref(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said = _squeeze(match["ref"])
    start = match.start() + (3 if said.startswith("in the") else 0)
    return Atom(start=start, end=match.end(), kind="ref",
                code=words()["references"][said])  # fmt: skip


def _clock(match: re.Match[str], hour: int, minute: int) -> Atom | None:
    if not (0 <= hour <= 24 and 0 <= minute < 60):  # noqa: PLR2004
        return None
    end = match.end()
    if match[0].endswith(".") and match.string[end : end + 1] in {"", "\n"}:
        end -= 1  # the sentence's full stop, most likely
    return Atom(
        start=match.start(), end=end, kind="clock", mod=mod_of(match["about"]),
        code=f"T{hour:02d}:{minute:02d}",
    )  # fmt: skip


def _clock12(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    hour = int(match["h"]) % _NOON + (_NOON if match["ap"].lower() == "p" else 0)
    return _clock(match, hour, int(match["mi"] or 0))


def _clock24(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    return _clock(match, int(match["h"]), int(match["mi"]))


def _oclock(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    number = parse_number(match["hw"])
    if number is None or not 1 <= number <= 24:  # noqa: PLR2004
        return None
    tail = match[0].lower()
    late = tail.endswith(("afternoon", "evening")) and number < _NOON
    return _clock(match, int(number) + (_NOON if late else 0), 0)


def _clock_word(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    code = "T" + words()["clock_words"][match["cw"].lower()]
    return Atom(start=match.start(), end=match.end(), kind="clock",
                mod=mod_of(match["about"]), code=code)  # fmt: skip


def _daypart(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said = _squeeze(match["rel"].replace("-", " "))
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


def _season(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    rel = _squeeze(match["rel"])
    return Atom(
        start=match.start(), end=match.end(), kind="season", unit=rel,
        year=int(match["year"]) if match["year"] else None,
        shift=_SHIFTS.get(rel) if rel and rel != "the" else None,
        anchor="text" if rel in _FROM_TEXT else "pub",
        code=words()["seasons"][match["season"].lower()],
    )  # fmt: skip


def _quarter(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    ordinal = match["o"].lower()
    number = int(ordinal) if ordinal.isdigit() else _ORDINALS.get(ordinal, 4)
    groups = match.groupdict()
    year = groups.get("year") or groups.get("y2")
    letter = match["w"][0].upper()
    kind = "half" if letter == "H" else "quarter"
    return Atom(
        start=match.start(), end=match.end(), kind=kind, count=float(number),
        year=int(year) if year else None,
        shift=_SHIFTS.get(_squeeze(groups.get("rel"))) if groups.get("rel") else None,
    )  # fmt: skip


def _decade(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    digits = re.sub(r"\D", "", match["dec"])
    value = int(digits) if len(digits) > 1 else 190 + int(digits)
    if len(digits) == 2:  # noqa: PLR2004 - "198", from "1980s": already without the 0
        value = int(digits)
    return Atom(start=match.start(), end=match.end(), kind="decade", count=float(value))


def _decade_word(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="decade",
                count=float(_DECADES[match["dw"].lower()]))  # fmt: skip


def _century(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    number = int(match["c"]) if match["c"] else _ordinal(match["od"])
    if number is None or not 1 <= number <= 21:  # noqa: PLR2004
        return None
    return Atom(start=match.start(), end=match.end(), kind="century",
                count=float(number - 1), era="BC" if match["era"] else "")  # fmt: skip


def _bc(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    mod = Modifier.APPROX if match[0].lower().startswith("c") else None
    return Atom(start=match.start(), end=match.end(), kind="date",
                year=int(match["bc"]), era="BC", mod=mod)  # fmt: skip


def _years(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    first, tail = int(match["year"]), match["y2"]
    second = int(tail) if len(tail) == 4 else first // 100 * 100 + int(tail)  # noqa: PLR2004
    if not first < second <= first + 100:
        return None
    last = Atom(start=match.start("y2"), end=match.end(), kind="date", year=second)
    return Atom(
        start=match.start(), end=match.end(), kind="date", year=first, last=last
    )


def _plain_year(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="date", code="year",
                year=int(match["year"]), fiscal=bool(match["fy"]))  # fmt: skip


def _year_word(match: re.Match[str], _: bool) -> Atom | None:  # noqa: FBT001
    year = spelled_year(match["yw"])
    if year is None or " hundred" in match["yw"].lower():
        return None
    return Atom(start=match.start(), end=match.end(), kind="date", year=year)


def _year_2000(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    tail = parse_number(match["n"]) if match["n"] else 0.0
    return Atom(start=match.start(), end=match.end(), kind="date",
                year=2000 + int(tail or 0))  # fmt: skip


def _holiday(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said = _squeeze(match["hol"]).replace("\u2019", "'")
    month, day = (int(part) for part in words()["holidays"][said].split("-"))
    return Atom(
        start=match.start(), end=match.end(), kind="date", month=month, day=day,
        year=int(match["year"]) if match["year"] else None, code="holiday",
    )  # fmt: skip


def _nth(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="ordinal_day",
                day=int(match["d"]))  # fmt: skip


def _weekend(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    rel = _squeeze(match["rel"]).removeprefix("the ")
    return Atom(
        start=match.start(), end=match.end(), kind="weekend", code=rel,
        shift=_SHIFTS.get(rel) if rel and rel != "the" else None,
        anchor="text" if rel in {"following", "previous", "that"} else "pub",
    )  # fmt: skip


def _year_end(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="unit", mod=Modifier.END,
                unit=unit_code(match["u"]), shift=0, code="this")  # fmt: skip


def _week_of(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    return Atom(start=match.start(), end=match.end(), kind="week_of")


def _part(match: re.Match[str], _: bool) -> Atom:  # noqa: FBT001
    said = _squeeze(match["wk"] or match["p"] or match["adv"] or "midway")
    return Atom(start=match.start(), end=match.end(), kind="part", code=said,
                mod=Modifier(words()["parts"][said]))  # fmt: skip


BUILDERS: dict[str, Callable[[re.Match[str], bool], Atom | None]] = {
    "iso": _iso, "numeric": _numeric, "dmy": _dated, "mdy": _dated, "month": _month,
    "weekday": _weekday, "deictic": _deictic, "this_part": _this_part, "many": _many,
    "one": _one, "vague": _vague, "offset": _offset, "year_ago": _year_ago,
    "period": _period, "near_day": _near_day, "duration": _duration, "plural": _plural, "every": _every,
    "per": _per, "set": _set, "ref": _ref, "clock12": _clock12, "clock24": _clock24,
    "clock_mil": _clock24, "oclock": _oclock, "clock_word": _clock_word,
    "daypart": _daypart, "season": _season, "quarter": _quarter, "q_code": _quarter,
    "decade": _decade, "decade_word": _decade_word, "century": _century, "bc": _bc,
    "years": _years, "year": _plain_year, "year_word": _year_word,
    "year_2000": _year_2000, "holiday": _holiday, "nth": _nth, "weekend": _weekend,
    "year_end": _year_end, "week_of": _week_of, "part": _part,
}  # fmt: skip
