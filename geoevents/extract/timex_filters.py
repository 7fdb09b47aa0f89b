"""Which atoms are no times at all: Mrs May, a march, 2000 soldiers, aged 62 years."""

import re

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_words import words
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_NAMES = frozenset(
    {"PERSON", "ORG", "GPE", "LOC", "FAC", "PRODUCT", "WORK_OF_ART", "LAW", "NORP"}
)
_COUNTED = frozenset({"CARDINAL", "QUANTITY", "MONEY", "PERCENT"})
_LOOK_BACK = 28
YEAR_LENGTH = 4
ABBREVIATION = 3
_CURRENCY = ("$", "\u00a3", "\u20ac", "#")
_LAST_WORD = re.compile(r"([\w.'\u2019]+)[\s(\[\"\u201c]{0,3}\Z")
_TITLE = re.compile(
    r"\b(?:Mrs?|Ms|Dr|Miss|Theresa|Lady|Lord|Sir|Prof|Gen|Col|Capt)\.?\s\Z"
)
_AGED = re.compile(r"(?:\baged?|\bages|,)\s{0,3}(?:of\s)?\Z", re.IGNORECASE)
_OLD = re.compile(r"\s?[-\u2010-\u2015]?\s?olds?\b|\s{1,4}of\s{1,4}age", re.IGNORECASE)
_HOLY = re.compile(r"\b(?:Black|Bloody|Good|Palm|Ash|Maundy|Holy|Super|Cyber)\s\Z")
_MARCHED = re.compile(
    r"\s(?:to(?!\s(?:the\s)?(?:[A-Z][a-z]{2,8}\b|\d))|on|for|of\sthe|against|through)\b"
)
_A_MARCH = re.compile(
    r"(?:\b(?:the|a|annual|Long|['\u2019]s|their|his)|['\u2019]s)\s\Z"
)
_EARLY_HOURS = re.compile(
    r"\b(?:early|small|wee|late|morning|evening|daylight|peak|rush|working|office)\s\Z",
    re.IGNORECASE,
)
_LETTERS = re.compile(r"[A-Za-z]{3,9}")
_PARENS = re.compile(r"[(\[]\s?\Z")
# Bare plurals count as durations only where they say how long or how far apart.
_SPAN_CUE = re.compile(
    r"(?:\b(?:for|in|within|after|over|takes?|took|taken|lasts?|lasted|lasting|spent"
    r"|spend|spending|by|of|than|and|or|just|only|mere|many))\s{1,4}\Z",
    re.IGNORECASE,
)
_AFTERWARDS = re.compile(
    r"\s{1,4}(?:before|after|of|later|ago|earlier|to\b)", re.IGNORECASE
)


def is_time(atom: Atom, syntax: Syntax) -> bool:
    """False for words and numbers that only look like a time."""
    check = _CHECKS.get(atom.kind)
    return check is None or check(atom, syntax)


def _last_word(atom: Atom, syntax: Syntax) -> str:
    before = syntax.text[max(atom.start - _LOOK_BACK, 0) : atom.start]
    found = _LAST_WORD.search(before)
    return found[1].lower() if found else ""


def _date(atom: Atom, syntax: Syntax) -> bool:
    if atom.code == "year":
        return _year(atom, syntax)
    if atom.code == "holiday":
        return not _is_of_season(atom, syntax)
    if atom.month is None:
        return True
    return _month(atom, syntax)


def _is_of_season(atom: Atom, syntax: Syntax) -> bool:
    """ "A Christmas market": open for weeks before the day."""
    token = _token(atom, syntax)
    after = syntax.tokens[token.index + 1 : token.index + 2] if token else ()
    return any(word.lemma.lower() in words()["seasonal"] for word in after)


def _month(atom: Atom, syntax: Syntax) -> bool:
    said = syntax.text[atom.start : atom.end]
    named = [word for word in _LETTERS.findall(said) if _is_month(word)]
    word = named[0] if named else said
    doubtful = word.lower() in words()["ambiguous_names"]
    if word.islower() and (doubtful or atom.day is None):
        return False
    if atom.day is not None or atom.year is not None or atom.shift is not None:
        return True
    before = syntax.text[max(atom.start - _LOOK_BACK, 0) : atom.start]
    if _TITLE.search(before):
        return False
    label = _label(atom, syntax)
    cued = _last_word(atom, syntax) in words()["date_prepositions"]
    if not doubtful:
        short = len(word) <= ABBREVIATION and not said.endswith(".")
        # Jan Kavan is a man, Zenda Jan a district.
        no_name = label not in _NAMES
        return (no_name and (cued or label == "DATE")) if short else (cued or no_name)
    is_walk = word.lower() == "march" and (
        _MARCHED.match(syntax.text, atom.end) or _A_MARCH.search(before)
    )
    if is_walk:
        return False
    token = _token(atom, syntax)
    # "since May against": the parse takes the month for the verb.
    sure = _last_word(atom, syntax) in {"since", "until", "till", "during"}
    noun = token is None or token.pos in {"PROPN", "NOUN"} or sure
    return noun and (cued or label == "DATE") and label not in _NAMES


def _is_month(word: str) -> bool:
    start = word.lower()[:3]
    return any(month.startswith(start) for month in words()["months"])


def _token(atom: Atom, syntax: Syntax) -> Token | None:
    inside = syntax.tokens_in(Span(start=atom.start, end=atom.end))
    return inside[-1] if inside else None


def _label(atom: Atom, syntax: Syntax) -> str:
    token = _token(atom, syntax)
    return token.entity if token else ""


def _year(atom: Atom, syntax: Syntax) -> bool:
    if atom.fiscal or atom.end - atom.start > YEAR_LENGTH:  # "the year 1984"
        return True
    token = _token(atom, syntax)
    before = syntax.text[max(atom.start - 2, 0) : atom.start]
    if token is None:
        return True
    coded = token.end - token.start > YEAR_LENGTH  # "A-2000", "2010s"
    coded = coded or _last_word(atom, syntax) in words()["numbered"]
    if coded or before.endswith(_CURRENCY) or _counts_things(token, syntax):
        return False
    if token.entity == "DATE" or _PARENS.search(before):
        return True
    cued = _last_word(atom, syntax) in words()["date_prepositions"]
    return cued and token.entity not in {"MONEY", "PERCENT", "QUANTITY"}


def _counts_things(token: Token, syntax: Syntax) -> bool:
    if token.dep != "nummod" or token.head <= token.index:
        return False
    noun = syntax.tokens[token.head]
    return noun.tag in {"NNS", "NNPS"} and token.entity != "DATE"


def _weekday(atom: Atom, syntax: Syntax) -> bool:
    said = syntax.text[atom.start : atom.end]
    word = re.findall(r"[A-Za-z]+", said)
    names = [w for w in word if w.lower()[:3] in {d[:3] for d in words()["weekdays"]}]
    name = names[0] if names else said
    before = syntax.text[max(atom.start - 12, 0) : atom.start]
    if _HOLY.search(before):
        return False
    label = _label(atom, syntax)
    if name.islower() and not name.endswith("day"):
        return False
    if not name.lower().endswith(("day", "days")):
        return label in {"DATE", "TIME"} or atom.day is not None
    return label not in {"WORK_OF_ART", "ORG", "PERSON", "LAW"}


def _duration(atom: Atom, syntax: Syntax) -> bool:
    before = syntax.text[max(atom.start - _LOOK_BACK, 0) : atom.start]
    after = syntax.text[atom.end : atom.end + 16]
    if _OLD.match(after):
        return False
    if atom.unit == "Q" and (
        after.startswith(" of")
        or atom.code in {"a", "some", "one"}
        or "-q" in syntax.text[atom.start : atom.end]
    ):
        return False
    if atom.code == "bare" and _EARLY_HOURS.search(before):
        return False
    if atom.code == "bare":
        return bool(_SPAN_CUE.search(before) or _AFTERWARDS.match(after))
    if atom.unit in {"Y", "M", "W", "D"} and re.search(
        r"\b(?:aged?|ages)\s{1,3}\Z", before
    ):
        return False
    return not _is_age(atom, syntax)


def _is_age(atom: Atom, syntax: Syntax) -> bool:
    before = syntax.text[max(atom.start - _LOOK_BACK, 0) : atom.start]
    of = re.search(r"(\w+)\s{1,3}of\s{1,3}\Z", before)
    return bool(of) and of is not None and of[1].lower() in words()["person_words"]


def _clock(atom: Atom, syntax: Syntax) -> bool:
    said = syntax.text[atom.start : atom.end]
    if said.isalpha() and said[:1].isupper():  # "High Noon" is a film
        return _daypart(atom, syntax)
    lettered = any(letter.isalpha() for letter in said)
    labelled = _label(atom, syntax) in {"TIME", "DATE"}
    return lettered or labelled or _last_word(atom, syntax) in words()["clock_cues"]


def _season(atom: Atom, syntax: Syntax) -> bool:
    if atom.year is not None or atom.open_month:
        return True
    said = syntax.text[atom.start : atom.end].lower()
    if "fall" in said and atom.unit in {"", "the"}:
        return False
    token = _token(atom, syntax)
    if token is not None and (
        token.pos not in {"NOUN", "PROPN"} or token.entity in _NAMES | {"EVENT"}
    ):
        return False
    if atom.unit and atom.unit != "the":
        return True
    following = (
        syntax.tokens[token.index + 1]
        if token and token.index + 1 < len(syntax.tokens)
        else None
    )
    if following is not None and following.pos in {"NOUN", "PROPN"}:
        return False
    return _last_word(atom, syntax) in words()["season_cues"] or bool(atom.mod)


def _set(atom: Atom, syntax: Syntax) -> bool:
    token = _token(atom, syntax)
    said = syntax.text[atom.start : atom.end]
    if said[:1].isupper() and token is not None and token.entity in _NAMES:
        return False
    return token is None or token.entity not in {"ORG", "WORK_OF_ART"}


def _daypart(atom: Atom, syntax: Syntax) -> bool:
    """False for names: Operation Dawn."""
    token = _token(atom, syntax)
    if token is None or not token.text[:1].isupper():
        return True
    return token.index == 0 or syntax.tokens[token.index - 1].sentence != token.sentence


_CHECKS = {
    "daypart": _daypart,
    "date": _date,
    "weekday": _weekday,
    "duration": _duration,
    "clock": _clock,
    "season": _season,
    "set": _set,
}
