"""A decided kind with its reason, and the groups of kinds the rules speak of."""

from dataclasses import dataclass

from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Token

THINGS = frozenset({FigureKind.EQUIPMENT, FigureKind.MUNITIONS})
HARM = frozenset({FigureKind.KILLED, FigureKind.WOUNDED})
TOLLS = frozenset({*HARM, FigureKind.CASUALTIES})
OUTCOMES = frozenset({
    *TOLLS, FigureKind.MISSING, FigureKind.CAPTURED, FigureKind.ARRESTED,
    FigureKind.ABDUCTED, FigureKind.DISPLACED,
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verdict:
    """A kind, the token that decided it, and the reason in words."""

    kind: FigureKind
    by: Token | None
    why: str


def by_noun(kind: FigureKind, noun: Token) -> Verdict:
    """The verdict of a noun that gives a kind by itself."""
    return Verdict(kind, noun, f"'{noun.text}' counts {kind.value}")
