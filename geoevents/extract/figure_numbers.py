"""Numbers as news writes them: modifiers, ranges, words, and vague amounts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from geoevents.extract.numerals import (
    THOUSAND,
    alternation,
    load_lexicon,
    number_lexicon,
    parse_number,
)
from geoevents.extract.timex_words import DASH, GAP, SPELLED
from geoevents.models.when import Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number with its modifier: ``[start, end)``; its digits or words: ``core``."""

    start: int
    end: int
    core_start: int
    core_end: int
    value: int | None = None
    low: int | None = None
    high: int | None = None
    mod: Modifier | None = None
    word: str = ""  # the core, lower case


_MODIFIERS: tuple[tuple[str, Modifier], ...] = tuple(
    ("|".join(forms), Modifier(mod))
    for mod, forms in load_lexicon("numbers.toml")["modifiers"].items()
)
_NO_MODIFIER = {"perhaps", "probably", "possibly", "reportedly", "an average of"}
_SUFFIXES: tuple[tuple[str, Modifier], ...] = (
    (rf"{GAP}or{GAP}(?:more|above)|\+|{DASH}plus\b|{GAP}plus\b", Modifier.EQUAL_OR_MORE),
    (rf"{GAP}or{GAP}(?:fewer|less)", Modifier.EQUAL_OR_LESS),
    (rf"{GAP}or{GAP}so|{DASH}odd|{GAP}or{GAP}thereabouts", Modifier.APPROX),
)  # fmt: skip
_EXCEEDED = re.compile(
    r"\b(?:pass|passed|passes|top|topped|tops|exceed|exceeded|exceeds|surpass|surpassed|surpasses)\s{1,4}\Z"
)
# "handed over 303 prisoners": the verb's particle, not a modifier.
_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2015")
_PARTICLE = re.compile(
    r"\b(?:hand|hands|handed|handing|turn|turned|took|take|taken|taking|sign|signed|control|fell|spread|scattered|flew|all|passed)\s{1,4}\Z"
)
_CHANGE = re.compile(
    r"\b(?:rose|risen|rises?|rising|fell|fallen|increased?|dropped|grew|grown|climbed|up|down|reduced|cut|went|jumped|changed|revised|raised|lowered|strengthened?)\b[^.;]{0,20}\Z",
    re.IGNORECASE,
)


def _core() -> str:
    tables = number_lexicon()
    scales = "hundred|thousand|million|billion|lakh|crore|dozen|mln|bn|mn"
    digits = (
        r"(?:\d{1,3}(?:[,\u202f\u00a0]\d{3}){1,4}|\d{1,12})(?:\.\d{1,3})?"
        rf"(?:(?:{GAP}|-)?(?:{scales})\b|m(?={GAP}(?:people|refugees|children|civilians)))?"
    )
    vague = alternation(tables["vague"])
    few = (
        rf"(?:several|a{GAP}few|a{GAP}couple{GAP}of|few|many|a{GAP}couple)"
        rf"{GAP}(?:dozen|hundred|thousand|million|score)s?"
    )
    half = rf"(?:half{GAP}an?|one{GAP}and{GAP}a{GAP}half|two{GAP}and{GAP}a{GAP}half){GAP}(?:dozen|hundred|thousand|million)"
    one_scale = rf"an?{GAP}(?:dozen|hundred|thousand|million|billion)"
    return (
        rf"(?:{few}|{half}|{one_scale}|(?:{vague})(?:{GAP}of{GAP}(?:thousands|hundreds|millions|dozens))?"
        rf"|{SPELLED}(?:{GAP}(?:million|billion))?|{digits})"
    )


@cache
def _pattern() -> re.Pattern[str]:
    core = _core()
    modifiers = "|".join(p for p, _ in _MODIFIERS).replace(" ", GAP)
    suffixes = "|".join(p for p, _ in _SUFFIXES)
    return re.compile(
        rf"(?<![\w$\u20ac\u00a3#.,/+=&?_])(?<![\w][\-\u2010-\u2015])"
        rf"(?P<mod>(?:(?:{modifiers}){GAP}){{0,2}})"
        rf"(?:(?P<between>between|from){GAP}(?P<a>{core}){GAP}(?P<to>and|to){GAP}(?P<b>{core})"
        rf"|(?P<x>{core})(?:(?P<join>{GAP}to{GAP}|{GAP}or{GAP}|\s?{DASH}\s?)(?P<y>{core}))?)"
        rf"(?P<suffix>{suffixes})?(?P<more>{GAP}more\b)?"
        rf"(?![\w%]|[.,:]\d|{DASH}?(?:st|nd|rd|th)\b|/\d)",
        re.IGNORECASE,
    )


# A word or the first digit of a number.
_START = re.compile(r"(?<!\w)(?:[A-Za-z]+|\d)")
# "(?:well |far )?more than" may begin with any of its first three words.
_FORM_START = re.compile(r"(?:^|[:|?])([a-z]+)")


@cache
def _starts() -> frozenset[str]:
    """First words of the pattern: most words are none, and cost one look."""
    tables = number_lexicon()
    return frozenset(
        [
            *(first for forms, _ in _MODIFIERS for first in _FORM_START.findall(forms)),
            *tables["ones"], *tables["tens"], *tables["vague"], *tables["few"],
            "a", "an", "half", "between", "from",
        ]
    )  # fmt: skip


def find_numbers(text: str) -> Iterator[Number]:
    """All numbers of a text in order, whatever they count."""
    end = 0
    for word in _START.finditer(text):
        start, said = word.start(), word[0]
        if start < end or not (said.isdecimal() or said.lower() in _starts()):
            continue
        match = _pattern().match(text, start)
        if match is None:
            continue
        end = match.end()
        number = _number(match, text)
        if number is not None:
            yield number


def _number(match: re.Match[str], text: str) -> Number | None:
    mod = _modifier(match, text)
    start = match.start() if mod is not None else _bare_start(match)
    if match["between"]:
        return _between(match, text, mod)
    if match["y"] is None:
        return _single(match, match.start("x"), match["x"], mod, start)
    joined = match["join"].strip().lower()
    dashed = joined in _DASHES
    if dashed and match["x"][0].isdigit() != match["y"][0].isdigit():
        return _single(match, match.start("y"), match["y"], None, match.start("y"))
    ranged = _range(match, "x", "y", start, mod)
    if ranged is None and dashed and match["x"][-1].isdigit():
        return None  # "747-400", a score
    if ranged is not None and (joined != "or" or _close(ranged)):
        return ranged
    return _single(match, match.start("y"), match["y"], None, match.start("y"))


def _between(match: re.Match[str], text: str, mod: Modifier | None) -> Number | None:
    """A range; "rose from 12 to 14" is none, and counts 14."""
    if match["between"].lower() == "between":
        return _range(match, "a", "b", match.start(), mod)
    changed = _CHANGE.search(text[max(match.start() - 40, 0) : match.start()])
    if changed or match["to"].lower() != "to":
        return _single(match, match.start("b"), match["b"], mod, match.start("b"))
    ranged = _range(match, "a", "b", match.start("a"), mod)
    # "revised its count downwards, from 155 to 82": no range falls.
    return ranged or _single(match, match.start("b"), match["b"], mod, match.start("b"))


def _bare_start(match: re.Match[str]) -> int:
    name = "a" if match["between"] else "x"
    return match.start("between") if match["between"] else match.start(name)


def _close(ranged: Number) -> bool:
    low, high = ranged.low or 0, ranged.high or 0
    return high <= 2 * low + 2


def _is_particle(match: re.Match[str], text: str) -> bool:
    said = match["mod"].strip().lower()
    before = text[max(match.start() - 12, 0) : match.start()]
    return said == "over" and bool(_PARTICLE.search(before))


def _modifier(match: re.Match[str], text: str) -> Modifier | None:
    said = " ".join(match["mod"].lower().split())
    if _is_particle(match, text):
        said = ""
    if match["suffix"]:
        for pattern, mod in _SUFFIXES:
            if re.fullmatch(pattern, match["suffix"], re.IGNORECASE):
                return mod
    if said:
        for pattern, mod in _MODIFIERS:
            if said not in _NO_MODIFIER and re.search(rf"(?:{pattern})$", said):
                return mod
        return Modifier.APPROX if said not in _NO_MODIFIER else None
    if _EXCEEDED.search(text[max(match.start() - 16, 0) : match.start()].lower()):
        return Modifier.MORE_THAN
    return None


def _single(
    match: re.Match[str], core: int, said: str, mod: Modifier | None, start: int
) -> Number | None:
    value, low = amount(said)
    if value is None and low is None:
        return None
    end = match.end()
    return Number(start=start, end=end, core_start=core, core_end=core + len(said),
                  value=value, low=low, mod=mod, word=" ".join(said.lower().split()))  # fmt: skip


def _range(
    match: re.Match[str], first: str, second: str, start: int, mod: Modifier | None
) -> Number | None:
    low, high = amount(match[first])[0], amount(match[second])[0]
    if low is None or high is None:
        vague = amount(match[first])[1]
        if vague is None:
            return None
        return Number(start=start, end=match.end(), core_start=match.start(first),
                      core_end=match.end(second), low=vague, mod=mod, word="vague")  # fmt: skip
    if (
        low < high
        and low < THOUSAND <= high
        and re.search(r"[a-z]", match[second], re.IGNORECASE)
    ):
        scale = _scale(match[second])
        if scale and low * scale < high:  # "17 and 20 million"
            low *= scale
    if not low < high:
        return None
    keep = None if mod is Modifier.APPROX else mod
    return Number(start=start, end=match.end(), core_start=match.start(first), core_end=match.end(second),
                  low=low, high=high, mod=keep, word="range")  # fmt: skip


def _scale(said: str) -> int:
    words = re.findall(r"[a-z]+", said.lower())
    return number_lexicon()["scales"].get(words[-1], 0) if words else 0


def amount(said: str) -> tuple[int | None, int | None]:
    """(value, None) of a number, (None, low) of a vague amount, (None, None) else.

    >>> amount("2.5 million"), amount("dozens"), amount("several hundred")
    ((2500000, None), (None, 24), (None, 300))
    """
    tables = number_lexicon()
    words = said.lower().split()
    if words[0] in tables["vague"]:
        low = tables["vague"][words[0]]
        if len(words) == 3:  # noqa: PLR2004 - "tens of thousands"
            ten = {
                "tens": 20,
                "dozens": 24,
                "hundreds": 200,
                "thousands": 2000,
                "scores": 40,
                "millions": 2_000_000,
            }
            unit = {
                "thousands": 1000,
                "hundreds": 100,
                "millions": 1_000_000,
                "dozens": 12,
            }[words[2]]
            low = ten.get(words[0], low) * unit
        return None, low
    if words[0] in {"several", "few", "many"} or said.lower().startswith(
        ("a few", "a couple")
    ):
        count = next(tables["few"][w] for w in words if w in tables["few"])
        return None, count * tables["scales"].get(words[-1].rstrip("s"), 20)
    number = parse_number(said)
    if number is None or number > 9e12 or (number != int(number)):  # noqa: PLR2004
        return None, None
    return int(number), None
