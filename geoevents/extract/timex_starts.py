"""How an expression of each pattern of ``timex_grammar`` may begin.

Most words of a text begin none, so most patterns are never tried: this is nine tenths
of the speed. A start is a first word in small letters, a first digit or quote; after
"the", which opens so many, the second word counts as well: "the week".
"""

import re

from geoevents.extract.numerals import number_lexicon
from geoevents.extract.timex_words import words

_WORD = re.compile(
    r"(?<!\w)(?:[Tt][Hh][Ee](?=\s+(?P<second>[A-Za-z]+|[0-9'\u2019]))"
    r"|[A-Za-z]+|[0-9]|['\u2019](?=[0-9]))"
)


def starts_in(text: str) -> list[tuple[str, int]]:
    """(start as in ``STARTS``, offset) at each word of a text that could be one."""
    return [
        (f"the {match[1].lower()}" if match[1] else match[0].lower(), match.start())
        for match in _WORD.finditer(text)
    ]


def _said(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _the(starts: frozenset[str]) -> frozenset[str]:
    return frozenset(f"the {start}" for start in starts)


def _or_the(starts: frozenset[str]) -> frozenset[str]:
    return starts | _the(starts)


def _first_words(phrases: str) -> frozenset[str]:
    """Of a table of the lexicon, whose keys may be several words."""
    return frozenset(phrase.split()[0] for phrase in words()[phrases])


_DIGITS = frozenset("0123456789")
_ONE_TO_NINETY = frozenset(number_lexicon()["ones"]) | frozenset(
    number_lexicon()["tens"]
)
_ORDINALS = frozenset(word.split("-")[0] for word in number_lexicon()["ordinals"])
_COUNT = (
    _DIGITS
    | _ONE_TO_NINETY
    | _said("half a an another several many few couple some dozens hundreds thousands")
    | _said("the")  # "the few"
)
_ABOUT = _said(
    "at more less fewer no up as nearly almost over under about around approximately"
    " roughly some close just well little an"
)
_UNITS = _said(
    "second minute hour day night weekend week fortnight month quarter year decade"
    " century centurie"
)
_MANY_UNITS = frozenset(f"{unit}s" for unit in _UNITS)
_MONTHS = (
    frozenset(words()["months"])
    | frozenset(month[:3] for month in words()["months"])
    | _said("sept sepember")
)
_WEEKDAYS = (
    frozenset(words()["weekdays"])
    | frozenset(f"{day}s" for day in words()["weekdays"])
    | _said("mon tue tues wed thu thur thurs fri sat sun")
)
_DAYPARTS = frozenset(words()["dayparts"])
_PART_OF_A_DAY = _said("same next previous following early late mid last")
_PARTS = _DAYPARTS | _PART_OF_A_DAY
# "midmorning"
_PARTS |= frozenset(f"{how}{part}" for how in _PART_OF_A_DAY for part in _DAYPARTS)
_LAST_OR_NEXT = _said("last next this")
_WHICH = (
    _LAST_OR_NEXT
    | _said("that every each coming")
    | _the(_said("following previous next"))
)
_BESIDE = _said("last next previous following coming past preceding current latest")

STARTS: dict[str, frozenset[str]] = {
    "iso": _said("1 2"),
    "numeric": _DIGITS,
    "dmy": _or_the(_DIGITS) | _said("between from"),
    "mdy": _MONTHS | _LAST_OR_NEXT | _said("between from"),
    "month": _MONTHS | _WHICH,
    "weekday": _WEEKDAYS | _WHICH,
    "deictic": _or_the(_said("today yesterday tomorrow tonight last overnight"))
    | _the(_said("day")),
    "this_part": _said("this yesterday tomorrow"),
    "many": _or_the(_BESIDE | _said("first final recent")),
    "one": _or_the(_BESIDE | _said("very"))
    | _the(_UNITS)
    | _said("this that same")
    | _the(_said("same fiscal")),
    "vague": _or_the(_BESIDE | _said("recent")) | _said("these those"),
    "offset": _or_the(_ABOUT | _COUNT),
    "duration": _or_the(_ABOUT | _COUNT),
    "oclock": _ABOUT | _DIGITS | _ONE_TO_NINETY,
    "clock12": _ABOUT | _DIGITS,
    "clock24": _ABOUT | _DIGITS,
    "clock_mil": _ABOUT | _said("0 1 2"),
    "clock_word": _ABOUT | frozenset(words()["clock_words"]),
    "year_ago": _or_the(_said("year month")),
    "period": _the(_said("latest 1 2")),
    "near_day": _the(_said("day night week month year morning evening")) | _said("on"),
    "long": _UNITS | _MANY_UNITS,
    "plural": _MANY_UNITS | _said("centuries"),
    "every": _said("every each"),
    "per": _said("per a an"),
    "set": _first_words("sets"),
    "ref": _first_words("references") | _the(_said("past future near")),
    "daypart": _or_the(_PARTS) | _said("that this one"),
    "season": _or_the(frozenset(words()["seasons"]))
    | _LAST_OR_NEXT
    | _said("that")
    | _the(_said("following previous next same")),
    "quarter": _or_the(_said("first second third fourth 1 2 3 4 fiscal latest current"))
    | _LAST_OR_NEXT,
    "q_code": _said("q h"),
    "decade": _said("1 2 ' \u2019") | _the(_DIGITS | _said("' \u2019")),
    "decade_word": _the(
        _said("twenties thirties forties fifties sixties seventies eighties nineties")
    ),
    "century": _or_the(_DIGITS | _ORDINALS),
    "bc": _DIGITS | _said("c ca"),
    "years": _said("1 2"),
    "year": _said("1 2 fiscal fy") | _the(_said("year years")),
    "year_word": _said("nineteen eighteen seventeen") | _the(_said("year")),
    "year_2000": _the(_said("year")),
    "holiday": frozenset(re.split(r"\W", name)[0] for name in words()["holidays"])
    | _LAST_OR_NEXT,
    "feast": _said("good palm easter thanksgiving") | _LAST_OR_NEXT,
    "nth": _the(_DIGITS),
    "weekend": _or_the(_said("last next previous following weekend"))
    | _said("this that"),
    "year_end": _or_the(_said("year month")),
    "week_of": _or_the(_said("week")),
    "part": _or_the(
        _said("very beginning start outset end close middle turn opening early first")
        | _said("latter last second final closing")
    )
    | _said("midway late mid earlier later"),
}
