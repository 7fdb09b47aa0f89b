"""Finds atoms of time in text: one pattern, one kind of expression."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_build_clock import CLOCK
from geoevents.extract.timex_build_dates import DATES
from geoevents.extract.timex_build_units import UNITS
from geoevents.extract.timex_grammar import PATTERNS, STARTS

Build = Callable[[re.Match[str]], Atom | None]
_BUILDERS: dict[str, Build] = {**DATES, **UNITS, **CLOCK}
_WORD_START = re.compile(r"(?<!\w)(?:\w|['\u2019](?=\d))")


@cache
def _tries(numeric: str) -> dict[str, list[tuple[re.Pattern[str], Build]]]:
    """For each first character, the patterns worth trying there."""
    tries: dict[str, list[tuple[re.Pattern[str], Build]]] = {}
    for name, body in PATTERNS.items():
        pattern = re.compile(r"(?<!\w)(?:" + body + ")", re.IGNORECASE)
        build = _BUILDERS[numeric if name == "numeric" else name]
        for letter in STARTS[name]:
            tries.setdefault(letter, []).append((pattern, build))
    return tries


def scan(text: str, *, day_first: bool) -> list[Atom]:
    """All atoms in text order, longest first where they overlap."""
    found = list(_scan_all(text, day_first=day_first))
    found.sort(key=lambda atom: (atom.start - atom.end, atom.start))
    taken = bytearray(len(text))
    kept = []
    for atom in found:
        if not any(taken[atom.start : atom.end]):
            taken[atom.start : atom.end] = b"\x01" * (atom.end - atom.start)
            kept.append(atom)
    return sorted(kept, key=lambda atom: atom.start)


def _scan_all(text: str, *, day_first: bool) -> Iterator[Atom]:
    tries = _tries("day_first" if day_first else "month_first")
    for word in _WORD_START.finditer(text):
        for pattern, build in tries.get(word[0][0].lower(), ()):
            match = pattern.match(text, word.start())
            atom = build(match) if match else None
            if atom is not None:
                yield atom
