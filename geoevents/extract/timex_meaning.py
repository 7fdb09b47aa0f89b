"""What a resolved time means, and the small steps every resolver shares."""

from dataclasses import dataclass
from datetime import date

from geoevents.extract.timex_atoms import Atom
from geoevents.extract.timex_calendar import (
    quarter_of,
    shift_days,
    shift_months,
    week_value,
)
from geoevents.models.when import DateBasis, DateRange, Modifier, TimexType

DAYS_A_WEEK = 7
MONTHS_A_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Meaning:
    """A resolved atom: TIMEX3 type, value and mod, days, basis, why."""

    type: TimexType
    value: str
    days: DateRange | None = None
    basis: DateBasis = DateBasis.NONE
    mod: Modifier | None = None
    anchor: str = ""  # what it was counted from, in words


def on(day: date) -> DateRange:
    """The one-day range of a day."""
    return DateRange(start=day, end=day)


def night_into(
    day: date, basis: DateBasis, mod: Modifier | None, anchor: str
) -> Meaning:
    """ "Overnight": the night that ends on a day, two days of the calendar."""
    before = shift_days(day, -1)
    return Meaning(
        TimexType.TIME,
        f"{before.isoformat()}TNI",
        DateRange(start=before, end=day),
        basis,
        mod,
        anchor,
    )


def timed(
    atom: Atom, value: str, days: DateRange | None
) -> tuple[TimexType, str, DateRange | None]:
    """Adds an atom's clock time or part of the day to the value of its day.

    A trailing ``+`` of ``atom.time`` adds the day after ("the night of 22 September"
    ends on the 23rd), a trailing ``-`` the day before ("overnight into Saturday").
    """
    if not atom.time:
        return TimexType.DATE, value, days
    if days and atom.time.endswith("+"):
        days = DateRange(start=days.start, end=shift_days(days.end, 1))
    if days and atom.time.endswith("-"):
        before = shift_days(days.start, -1)
        both = DateRange(start=before, end=days.end)
        return TimexType.TIME, f"{before.isoformat()}TNI", both
    return TimexType.TIME, value + atom.time.rstrip("+-"), days


def grain(unit: str, anchor: date, shift: int) -> str:
    """The value ``shift`` units from an anchor, as coarse as the unit."""
    if unit == "W":
        return week_value(shift_days(anchor, DAYS_A_WEEK * shift))
    if unit in {"M", "Q"}:
        size = MONTHS_A_QUARTER if unit == "Q" else 1
        day = shift_months(anchor.replace(day=1), size * shift)
        tail = f"Q{quarter_of(day)}" if unit == "Q" else f"{day.month:02d}"
        return f"{day.year:04d}-{tail}"
    if unit in {"Y", "DE", "CE"}:
        size, width = {"Y": (1, 4), "DE": (10, 3), "CE": (100, 2)}[unit]
        return f"{anchor.year // size + shift:0{width}d}"
    return shift_days(anchor, shift if unit == "D" else 0).isoformat()
