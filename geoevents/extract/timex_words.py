"""Regex fragments for dates, made from ``lexicons/timexes.toml``.

Every repetition is bounded and every pattern starts at a word, so a scan is linear in
the text, whatever the text is.
"""

from functools import cache
from typing import Any

from geoevents.extract.numerals import alternation, load_lexicon, number_lexicon

# White space inside an expression: a line break and an indent, not a blank page.
GAP = r"\s{1,6}"
# The same where it may be missing.
OPT = r"\s{0,6}"
DASH = r"[\-\u2010-\u2015]"
_MONTH_FORMS = (
    r"jan(?:uary|\.)?|feb(?:ruary|\.)?|mar(?:ch|\.)?|apr(?:il|\.)?|may|june?|jun\."
    r"|july?|jul\.|aug(?:ust|\.)?|sept?(?:ember|\.)?|oct(?:ober|\.)?"
    r"|nov(?:ember|\.)?|dec(?:ember|\.)?"
)
MONTH = rf"(?P<mon>{_MONTH_FORMS})(?![a-z])"
YEAR = r"(?P<year>1\d{3}|20\d{2})(?![\d%]|[,.]\d)"
SHORT_YEAR = r"['\u2019](?P<yy>\d\d)(?!\d)"
_TENTH_DAYS = r"(?:0?[1-9]|[12]\d|3[01])"
DAY_END = r"(?:st|nd|rd|th)?(?![\w%]|[,.:]\d)"
DAY = rf"(?P<d>{_TENTH_DAYS}){DAY_END}"
DAY2 = rf"(?P<d2>{_TENTH_DAYS}){DAY_END}"
WEEKDAY = (
    r"(?P<wd>(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
    r"|(?:mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun)(?:\.|(?=,)))(?![a-z])"
)


@cache
def words() -> dict[str, Any]:
    """The date lexicon as parsed TOML."""
    return load_lexicon("timexes.toml")


def _spelled() -> str:
    tables = number_lexicon()
    ones = alternation(w for w in tables["ones"] if w != "zero")
    tens = alternation(tables["tens"])
    below_hundred = rf"(?:(?:{tens})(?:[\s\-](?:{ones}))?|(?:{ones}))"
    scale = r"(?:hundred|thousand|million|dozen)"
    return (
        rf"(?:{below_hundred}(?:{GAP}{scale})?"
        rf"(?:{GAP}(?:and{GAP})?{below_hundred})?(?:{GAP}thousand)?)"
    )


SPELLED = _spelled()
DIGITS = r"\d{1,4}(?:,\d{3})?(?:\.\d{1,2})?(?:\s\d/\d)?"
# "half a dozen years" is rare; "a couple of", "several" are not.
VAGUE = (
    rf"(?:several|many|(?:a{GAP}|the{GAP})?few|(?:a{GAP})?couple{GAP}of"
    rf"|a{GAP}number{GAP}of|some|dozens{GAP}of|hundreds{GAP}of|thousands{GAP}of)"
)
COUNT = (
    rf"(?P<n>(?<![\d.,$])(?:{DIGITS})(?![\d%])|half{GAP}an?|an?{GAP}hundred|{VAGUE}"
    rf"|{SPELLED}(?:{GAP}and{GAP}(?:a|one){GAP}half)?|an?|another)"
)
UNIT = (
    r"(?P<u>second|minute|hour|day|night|weekend|week|fortnight|month|quarter|year"
    r"|decade|centur(?:y|ie))"
)
ABOUT = (
    rf"(?P<about>(?:at{GAP}least|at{GAP}most|more{GAP}than|less{GAP}than"
    rf"|fewer{GAP}than|no{GAP}more{GAP}than|up{GAP}to|as{GAP}(?:many|much|long){GAP}as"
    rf"|nearly|almost|over|under|about|around|approximately|roughly|some|close{GAP}to"
    rf"|just{GAP}over|just{GAP}under|well{GAP}over|little{GAP}more{GAP}than"
    rf"|an{GAP}estimated){GAP})?"
)
DAYPART = rf"(?P<part>{alternation(words()['dayparts'])})"
SEASON = rf"(?P<season>{alternation(words()['seasons'])})"
