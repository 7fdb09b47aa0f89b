"""Joins neighbouring atoms: "about 3 a.m." + "on" + "Friday", "28 Oct" + "to" + ..."""

import re
from collections.abc import Callable
from dataclasses import replace

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import DAYS_A_WEEK

# More text than this between two atoms never joins them.
LONGEST_LINK = 24
_SHORTEST_MONTH = 28
_BETWEEN = re.compile(r"between\s{1,6}(?:the\s{1,6})?\Z", re.IGNORECASE)
_LOOK_BACK = 24
_DAYISH = frozenset({"date", "weekday", "deictic", "offset", "ordinal_day", "feast"})
_DATEISH = _DAYISH | {
    "unit", "season", "quarter", "half", "weekend", "decade", "century", "overnight",
}  # fmt: skip
_CLOCKISH = frozenset({"clock", "daypart"})

Joiner = Callable[[Atom, Atom, str], Atom | None]


def _links(*forms: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(forms)})\Z", re.IGNORECASE)


_PART_LINK = _links(
    r"[\s\-]{1,3}(?:(?:on|in|of)\s{1,4})?(?:the\s{1,4})?",
    r"\s{1,4}(?:half|part)\s{1,4}of",
)
_TIME_FIRST = _links(r"\)?,?\s{1,6}(?:(?:on|of|in)\s{1,6})?(?:the\s{1,6})?")
_DATE_FIRST = _links(
    r"\s{1,6}(?:at\s{1,6})?", r",\s{1,6}at\s{1,6}", r"\s{1,6}in\s{1,6}"
)
_DATE_CLOCK = _links(r",\s{1,6}")
_NAMED_DAY = _links(r",?\s{1,6}(?:the\s{1,6})?")
_OF = _links(r",?\s{1,6}(?:of\s{1,6})?(?:in\s{1,6})?")
_TO = _links(
    r"\s?[-\u2010-\u2015]\s?",
    r"\s{1,6}(?:to|into|through|until|till)\s{1,6}(?:the\s{1,6})?",
)
_LISTED = _links(
    r",?\s{1,6}(?:and|or|to|until|through|till)\s{1,6}(?:(?:in|on|early|late|mid)\s{1,6})?(?:the\s{1,6})?"
)
_PARENTHESIS = _links(r"\s{1,3}\(")
_FROM = _links(r"\s{1,6}from\s{1,6}(?:the\s{1,6})?")
_AND = _links(r"\s{1,6}and\s{1,6}(?:the\s{1,6})?")


def join(atoms: list[Atom], text: str) -> list[Atom]:
    """Atoms in text order, those that make one expression put together."""
    joined: list[Atom] = []
    for atom in atoms:
        current = atom
        while joined:
            merged = _merge(joined[-1], current, text)
            if merged is None:
                break
            joined.pop()
            current = merged
        joined.append(_closed(current, text))
    return _share_years(joined, text)


def _closed(atom: Atom, text: str) -> Atom:
    """Takes in the bracket that closes "10:35 a.m. (0735 GMT)"."""
    opened = "(" in text[atom.start : atom.end] and atom.kind == "clock"
    if opened and text[atom.end : atom.end + 1] == ")":
        return replace(atom, end=atom.end + 1)
    return atom


def _share_years(atoms: list[Atom], text: str) -> list[Atom]:
    """Reads "In March and July 2023": the year belongs to both."""
    shared = list(atoms)
    for at in range(len(shared) - 2, -1, -1):
        left, right = shared[at], shared[at + 1]
        bare = left.kind == right.kind == "date" and left.month and not left.last
        if not bare or left.year is not None or left.shift is not None:
            continue
        gap = text[left.end : right.start]
        if right.year and right.month and not right.era and _LISTED.match(gap):
            turned = (left.month or 0) > right.month
            shared[at] = replace(left, year=right.year - (1 if turned else 0))
    return shared


def _merge(left: Atom, right: Atom, text: str) -> Atom | None:
    if right.start - left.end > LONGEST_LINK:
        return None
    gap = text[left.end : right.start]
    ranged = _range(left, right, gap, text)
    if ranged is not None:
        return ranged
    for joiner in _JOINERS:
        merged = joiner(left, right, gap)
        if merged is not None:
            return merged
    return None


def _part(left: Atom, right: Atom, gap: str) -> Atom | None:
    if left.kind == "week_of" and right.kind in {"date", "weekday"}:
        return replace(right, start=left.start, week_of=True) if not gap else None
    if left.kind != "part" or right.kind not in _DATEISH or right.mod:
        return None
    if right.kind in {"offset", "overnight"} or not _PART_LINK.match(gap):
        return None
    if left.code in {"earlier", "later"}:
        if right.kind not in {"unit", "weekday", "deictic"}:
            return None
        until = right.kind == "unit" and right.unit != "D"
        # "earlier in the day" is told of the day told before, not of the news's.
        near = right.kind == "unit" and right.unit == "D" and right.code == "the"
        return replace(
            right,
            start=left.start,
            mod=left.mod,
            until_anchor=until,
            anchor="text" if near else right.anchor,
        )
    return replace(right, start=left.start, mod=left.mod)


def _time_then_date(left: Atom, right: Atom, gap: str) -> Atom | None:
    if left.kind not in _CLOCKISH or right.kind not in _DAYISH or right.time:
        return None
    if right.kind == "date" and (right.day is None or right.last):
        return None
    if right.kind == "offset" and right.unit != "D":
        return None
    if left.kind == "daypart" and "," in gap:
        return None
    if not _TIME_FIRST.match(gap):
        return None
    span_night = left.kind == "daypart" and left.code == "TNI" and "of" in gap
    return replace(
        right, start=left.start, time=left.code + ("+" if span_night else ""),
        mod=left.mod or right.mod,
    )  # fmt: skip


def _same_elsewhere(left: Atom, right: Atom, gap: str) -> Atom | None:
    """Reads "10:35 a.m. (0735 GMT)": the second clock only tells the zone."""
    if left.kind == right.kind == "clock" and _PARENTHESIS.match(gap):
        return replace(left, end=right.end)
    return None


def _date_then_time(left: Atom, right: Atom, gap: str) -> Atom | None:
    if right.kind not in _CLOCKISH or left.kind not in _DAYISH or left.time:
        return None
    if left.kind == "date" and (left.day is None or left.last):
        return None
    if left.kind == "offset" and left.unit != "D":
        return None
    clock = right.kind == "clock" and _DATE_CLOCK.match(gap)
    if not (clock or _DATE_FIRST.match(gap)):
        return None
    return replace(left, end=right.end, time=right.code, mod=right.mod or left.mod)


def _weekday_then_date(left: Atom, right: Atom, gap: str) -> Atom | None:
    named = left.kind == "weekday" and right.kind == "date" and right.day is not None
    if not named or not _NAMED_DAY.match(gap):
        return None
    time, mod = left.time or right.time, left.mod or right.mod
    return replace(right, start=left.start, time=time, mod=mod, weekday=left.weekday)


def _year_after(left: Atom, right: Atom, gap: str) -> Atom | None:
    if left.kind not in {"date", "season", "quarter", "half"} or left.year is not None:
        return None
    if left.last or left.shift is not None or not _OF.match(gap):
        return None
    if right.kind == "date" and right.month is None and right.day is None:
        if left.kind == "date" and "," not in gap and "of" not in gap:
            return None
        return replace(left, end=right.end, year=right.year, era=right.era)
    if right.kind == "unit" and right.unit == "Y" and not right.mod:
        return replace(left, end=right.end, shift=right.shift, anchor=right.anchor,
                       open_month=True)  # fmt: skip
    return None


def _week_after(left: Atom, right: Atom, gap: str) -> Atom | None:
    if left.kind not in {"weekday", "weekend"} or left.shift is not None:
        return None
    if right.kind != "unit" or right.unit != "W" or not _OF.match(gap):
        return None
    if right.code == "the":
        return None
    return replace(left, end=right.end, shift=right.shift, anchor=right.anchor,
                   open_month=True)  # fmt: skip


def _overnight(left: Atom, right: Atom, gap: str) -> Atom | None:
    if left.kind != "overnight" or right.kind not in {"weekday", "date", "deictic"}:
        return None
    if right.kind == "date" and right.day is None:
        return None
    if not re.match(r"\s{1,4}(?:(?:on|into|to)\s{1,4})?\Z", gap):
        return None
    return replace(right, start=left.start, time="TNI-")


def _night_from(left: Atom, right: Atom, gap: str) -> Atom | None:
    """Reads "the night from Saturday" (to Sunday), "overnight from Friday"."""
    is_night = left.kind == "overnight" or left.code == "TNI"
    is_day = right.kind == "weekday" or (right.kind == "date" and right.day is not None)
    if not is_night or not is_day or right.time or not _FROM.match(gap):
        return None
    return None if right.last else replace(right, start=left.start, time="TNI+")


def _night_to(left: Atom, right: Atom, gap: str) -> Atom | None:
    """Reads "the night to Wednesday": the one that ends on that day."""
    is_day = right.kind == "weekday" or (right.kind == "date" and right.day is not None)
    is_night = left.kind == "daypart" and left.code == "TNI"
    if not is_night or not is_day or right.time or not _TO.match(gap):
        return None
    return replace(right, start=left.start, time="TNI-")


def _night_of_both(left: Atom, right: Atom, gap: str) -> Atom | None:
    """Reads "the night of 9-10 June": a range of two days after a night is one night."""
    is_told_so = _TIME_FIRST.match(gap) or _FROM.match(gap)
    if left.code != "TNI" or right.last is None or not is_told_so:
        return None
    if not _is_next_day(right, right.last):
        return None
    return replace(right, start=left.start, last=None, time="TNI+")


def _night_into(left: Atom, right: Atom, gap: str) -> Atom | None:
    """Reads "the night of Friday" + "to Saturday": one night, on two days."""
    if left.time not in {"TNI+", "TNI-"} or left.kind != right.kind or right.time:
        return None
    if not _TO.match(gap) or not _is_next_day(left, right):
        return None
    return replace(left, end=right.end, time="TNI+")


def _is_next_day(one: Atom, two: Atom) -> bool:
    """The day after by name or number; the first follows on any month's end."""
    if one.kind == "weekday" and one.weekday is not None and two.weekday is not None:
        return one.weekday % DAYS_A_WEEK + 1 == two.weekday
    if one.day is None or two.day is None:
        return False
    return two.day == one.day + 1 or (two.day == 1 and one.day >= _SHORTEST_MONTH)


_JOINERS: tuple[Joiner, ...] = (
    _part, _same_elsewhere, _time_then_date, _date_then_time, _weekday_then_date, _year_after,
    _week_after, _overnight, _night_from, _night_to, _night_of_both, _night_into,
)  # fmt: skip


def _range(left: Atom, right: Atom, gap: str, text: str) -> Atom | None:
    same = left.kind == right.kind and left.kind in {"date", "weekday"}
    if not same or left.last or right.last or left.era or right.era:
        return None
    if left.week_of or left.open_month or left.time or right.time:
        return None
    before = text[max(left.start - _LOOK_BACK, 0) : left.start]
    between = _BETWEEN.search(before)
    if between and _AND.match(gap):
        start = left.start - len(between[0])
    elif _ranges_without_between(left, right, gap):
        start = left.start
    else:
        return None
    if left.kind == "date" and (left.day is None) != (right.day is None):
        return None
    return replace(left, start=start, end=right.end, last=right, mod=left.mod)


def _ranges_without_between(left: Atom, right: Atom, gap: str) -> bool:
    if not _TO.match(gap):
        return False
    if left.kind == "weekday":
        return len(gap.strip()) <= 1  # "Friday-Sunday"; "from Friday to Sunday" is two
    if left.day is not None and right.day is not None:
        return True
    months = left.month is not None and right.month is not None
    return months and len(gap.strip()) <= 1 and not left.mod and not right.mod
