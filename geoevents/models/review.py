"""What a person decided: appended, never overwritten, never lost to a re-run."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ReviewState(StrEnum):
    """Where an event stands in review."""

    AUTO = "auto"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One change to one field of one target; the newest of a field wins.

    ``target`` is ``event:<id>`` or ``article:<id>``; ``value`` is the new value as
    JSON text. ``at`` is passed in: nothing below the edge reads a clock.
    """

    target: str
    field: str
    value: str
    by: str
    at: datetime
    note: str = ""
