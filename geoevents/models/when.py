"""Dates as news tells them: civil days, intervals, and how they were got."""

from dataclasses import dataclass
from datetime import date
from enum import IntEnum, StrEnum


class DateBasis(StrEnum):
    """How an interval was found; ``publication`` is a labelled fallback."""

    EXPLICIT = "explicit"
    RELATIVE = "relative"
    WEEKDAY = "weekday"
    INHERITED = "inherited"
    PUBLICATION = "publication"
    NONE = "none"


class DatePrecision(IntEnum):
    """UCDP ``date_prec``: how exact the interval is."""

    NONE = 0
    DAY = 1
    FEW_DAYS = 2  # two to six days
    WEEK = 3
    MONTH = 4
    LONGER = 5


class TimexType(StrEnum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class Modifier(StrEnum):
    """TIMEX3 ``mod``, used for dates and for figures alike."""

    BEFORE = "BEFORE"
    AFTER = "AFTER"
    ON_OR_BEFORE = "ON_OR_BEFORE"
    ON_OR_AFTER = "ON_OR_AFTER"
    LESS_THAN = "LESS_THAN"
    MORE_THAN = "MORE_THAN"
    EQUAL_OR_LESS = "EQUAL_OR_LESS"
    EQUAL_OR_MORE = "EQUAL_OR_MORE"
    START = "START"
    MID = "MID"
    END = "END"
    APPROX = "APPROX"


_LAST_DAY_OF_CLASS = (
    (1, DatePrecision.DAY),
    (6, DatePrecision.FEW_DAYS),
    (7, DatePrecision.WEEK),
    (31, DatePrecision.MONTH),
)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class DateRange:
    """Inclusive civil days. No time zone ever shifts one."""

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start > self.end:
            message = f"a date range needs start <= end, got {self.start}..{self.end}"
            raise ValueError(message)

    @property
    def days(self) -> int:
        """Number of days, both ends counted."""
        return (self.end - self.start).days + 1

    @property
    def precision(self) -> DatePrecision:
        """UCDP class of the interval's length."""
        for most_days, precision in _LAST_DAY_OF_CLASS:
            if self.days <= most_days:
                return precision
        return DatePrecision.LONGER

    def overlaps(self, other: "DateRange") -> bool:
        """True when the two share a day."""
        return self.start <= other.end and other.start <= self.end
