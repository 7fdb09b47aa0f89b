"""Counted quantities: how many of what, as stated."""

from enum import StrEnum


class FigureKind(StrEnum):
    """What is counted (GOLD.md). ``casualties`` is killed and wounded together."""

    TROOPS = "troops"
    KILLED = "killed"
    WOUNDED = "wounded"
    CASUALTIES = "casualties"
    CAPTURED = "captured"
    MISSING = "missing"
    SURRENDERED = "surrendered"
    DISPLACED = "displaced"
    EVACUATED = "evacuated"
    ARRESTED = "arrested"
    ABDUCTED = "abducted"
    PARTICIPANTS = "participants"
    AFFECTED = "affected"
    EQUIPMENT = "equipment"
    MUNITIONS = "munitions"


# What counts people who were killed or hurt.
HARMED = frozenset({FigureKind.KILLED, FigureKind.WOUNDED, FigureKind.CASUALTIES})


class FigureScope(StrEnum):
    """Over what a figure counts; only ``incident`` and ``flow`` may ever be summed."""

    INCIDENT = "incident"
    CUMULATIVE = "cumulative"
    STOCK = "stock"
    FLOW = "flow"
    SUBSET = "subset"


# What counts what is there, or all so far: it outlasts one happening.
LASTING = frozenset({FigureScope.STOCK, FigureScope.CUMULATIVE})
