"""Number words and digits as values: what "two and a half million" counts."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import Any

_DIGITS = re.compile(r"(\d{1,15}(?:[,\u202f\u00a0 ]\d{3}){0,5})(\.\d{1,9})?$")
THOUSAND = 1000
_SPLIT = re.compile(r"[\s\-\u2010-\u2015]+")
_FRACTION = re.compile(r"(\d{1,6})\s(\d)/(\d)$")


@cache
def number_lexicon() -> dict[str, dict[str, int]]:
    """The value tables of ``lexicons/numbers.toml``, by table name."""
    tables = load_lexicon("numbers.toml")
    return {name: table for name, table in tables.items() if name != "modifiers"}


def load_lexicon(name: str) -> dict[str, Any]:
    """One TOML file of ``geoevents/extract/lexicons``, parsed."""
    text = files("geoevents.extract").joinpath("lexicons", name).read_text("utf-8")
    return tomllib.loads(text)


def alternation(words: Iterable[str]) -> str:
    """A regex alternation of words, longest first; a space matches any white space."""
    listed = sorted(words, key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s{1,6}") for word in listed)


def parse_number(text: str) -> float | None:
    """The value of digits or number words; None when the text is no number.

    >>> parse_number("2.5 million"), parse_number("one hundred and five")
    (2500000.0, 105.0)
    >>> parse_number("two and a half"), parse_number("half a dozen")
    (2.5, 6.0)
    """
    cleaned = text.strip().lower().replace("\u2019", "'")
    fraction = _FRACTION.match(cleaned)
    if fraction:
        whole, above, below = (int(part) for part in fraction.groups())
        return whole + above / below if below else None
    return _add_up([word for word in _SPLIT.split(cleaned) if word])


def _add_up(words: list[str]) -> float | None:
    total, current, seen = 0.0, 0.0, False
    for word in words:
        size = scale_of(word, after_digits=seen)
        value = _simple_value(word)
        if word in {"and", "of"}:
            continue
        if word in {"a", "an"}:
            current, seen = (current, True) if current else (1.0, True)
        elif word == "half":
            current = current + 0.5 if seen and current != 1 else _half(current)
            seen = True
        elif size is not None:
            current = (current or 1.0) * size
            if size >= THOUSAND:  # closes a group; hundreds do not
                total, current = total + current, 0.0
            seen = True
        elif value is not None:
            current += value
            seen = True
        else:
            return None
    return total + current if seen else None


def _half(current: float) -> float:
    # "half a million": the half waits for its scale; "one and a half" adds.
    return 1.5 if current == 1 else 0.5


def _simple_value(word: str) -> float | None:
    tables = number_lexicon()
    if word in tables["ones"]:
        return tables["ones"][word]
    if word in tables["tens"]:
        return tables["tens"][word]
    match = _DIGITS.match(word)
    if match is None:
        return None
    whole = re.sub(r"\D", "", match[1])
    return float(whole + (match[2] or ""))


def scale_of(word: str, *, after_digits: bool = True) -> int | None:
    """What a scale word multiplies by: "million", or "m" after digits."""
    tables = number_lexicon()
    if word in tables["scales"]:
        return tables["scales"][word]
    return tables["short_scales"].get(word) if after_digits else None
