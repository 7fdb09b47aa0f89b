"""Finds atoms of time in text: one pattern, one kind of expression."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_build_clock import CLOCK
from geoevents.extract.timex_build_dates import DATES
from geoevents.extract.timex_build_units import UNITS
from geoevents.extract.timex_grammar import PATTERNS
from geoevents.extract.timex_starts import STARTS, starts_in

Build = Callable[[re.Match[str]], Atom | None]
_BUILDERS: dict[str, Build] = {**DATES, **UNITS, **CLOCK}
_NAMED = re.compile(r"\(\?P<\w+>")
_NAMED_AGAIN = re.compile(r"\(\?P=\w+\)")


@dataclass(frozen=True, slots=True)
class _Tries:
    """Patterns worth trying at one start, behind one that says if any fits."""

    gate: re.Pattern[str]
    patterns: tuple[tuple[re.Pattern[str], Build], ...]


@cache
def _tries(numeric: str) -> dict[str, _Tries]:
    """For each start of ``STARTS``; most words are none and cost one look."""
    names: dict[str, tuple[str, ...]] = {}
    for name in PATTERNS:
        for start in STARTS[name]:
            names[start] = (*names.get(start, ()), name)
    compiled = {
        name: re.compile(rf"(?<!\w)(?:{body})", re.IGNORECASE)
        for name, body in PATTERNS.items()
    }
    tries = {
        found: _Tries(
            _gate([PATTERNS[name] for name in found]),
            tuple(
                (compiled[name], _BUILDERS[numeric if name == "numeric" else name])
                for name in found
            ),
        )
        for found in dict.fromkeys(names.values())  # "at", "as", "up" share one
    }
    return {start: tries[found] for start, found in names.items()}


def _gate(bodies: Sequence[str]) -> re.Pattern[str]:
    """Matches where any of them does; groups lose their names, which may repeat.

    Where a pattern wants the same sign again, the gate takes any.
    """
    plain = "|".join(_NAMED_AGAIN.sub(".", _NAMED.sub("(?:", b)) for b in bodies)
    return re.compile(rf"(?<!\w)(?:{plain})", re.IGNORECASE)


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
    for start, at in starts_in(text):
        here = tries.get(start)
        if here is None or here.gate.match(text, at) is None:
            continue
        for pattern, build in here.patterns:
            match = pattern.match(text, at)
            atom = build(match) if match else None
            if atom is not None:
                yield atom
