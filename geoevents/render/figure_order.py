"""Which of an event's figures says most: the order in which readers meet them.

Lives before people moved, people before things; what counts this event before running
totals and parts; what stands before what is denied.
"""

from collections.abc import Iterable

from geoevents.models.event import FigureClaim
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.report import ClaimStatus

KIND_ORDER = (
    FigureKind.KILLED,
    FigureKind.CASUALTIES,
    FigureKind.WOUNDED,
    FigureKind.MISSING,
    FigureKind.ABDUCTED,
    FigureKind.CAPTURED,
    FigureKind.SURRENDERED,
    FigureKind.ARRESTED,
    FigureKind.DISPLACED,
    FigureKind.EVACUATED,
    FigureKind.AFFECTED,
    FigureKind.TROOPS,
    FigureKind.PARTICIPANTS,
    FigureKind.EQUIPMENT,
    FigureKind.MUNITIONS,
)
_KIND_RANK = {kind: rank for rank, kind in enumerate(KIND_ORDER)}
_ASIDE = frozenset({FigureScope.CUMULATIVE, FigureScope.SUBSET})


def most_telling_first(figures: Iterable[FigureClaim]) -> list[FigureClaim]:
    """The figures, the most telling first; equal ones stay in their order."""
    return sorted(figures, key=_rank)


def _rank(figure: FigureClaim) -> tuple[bool, bool, bool, int, int]:
    size = _size(figure)
    return (
        figure.scope in _ASIDE,
        figure.claim_status is ClaimStatus.DENIED,
        not size,
        _KIND_RANK[figure.kind],
        -size,
    )


def _size(figure: FigureClaim) -> int:
    return max(figure.value or 0, figure.low or 0, figure.high or 0)
