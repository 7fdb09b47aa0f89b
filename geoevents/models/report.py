"""A report: one event as one article tells it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from geoevents.models.place import PlaceRole
from geoevents.models.span import Span
from geoevents.models.when import DateBasis, DatePrecision


class EventType(StrEnum):
    """ACLED's six event types, and Disaster for natural or accidental ones."""

    BATTLES = "Battles"
    EXPLOSIONS = "Explosions/Remote violence"
    VIOLENCE = "Violence against civilians"
    PROTESTS = "Protests"
    RIOTS = "Riots"
    STRATEGIC = "Strategic developments"
    DISASTER = "Disaster"


# Of ground that changes hands: by the state it belongs to, or by anybody else.
GOVERNMENT_REGAINS = "Government regains territory"
OTHERS_TAKE = "Non-state actor overtakes territory"
TAKEN = frozenset({GOVERNMENT_REGAINS, OTHERS_TAKE})

# The sub-type of a type of which no word tells more.
COMMONEST_SUB_TYPE = {
    EventType.EXPLOSIONS: "Shelling/artillery/missile attack",
    EventType.BATTLES: "Armed clash",
    EventType.VIOLENCE: "Attack",
    EventType.PROTESTS: "Peaceful protest",
    EventType.RIOTS: "Mob violence",
    EventType.DISASTER: "Other",
    EventType.STRATEGIC: "Other",
}


class ClaimStatus(StrEnum):
    """What the text says of who stands behind a claim; wording, not truth."""

    STATED = "stated"
    CLAIMED = "claimed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    DENIED = "denied"
    UNVERIFIED = "unverified"


class ReportStatus(StrEnum):
    """PLOVER's auxiliary modes: did it happen at all?"""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    HYPOTHETICAL = "hypothetical"
    DENIED = "denied"
    HISTORICAL = "historical"


# It took place, or is taking place.
HAPPENED = frozenset({ReportStatus.OCCURRED, ReportStatus.ONGOING})
# It may yet take place.
NOT_YET = frozenset({ReportStatus.PLANNED, ReportStatus.HYPOTHETICAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportConfidence:
    """0-1 for each decision, and for the whole (their product's readable stand-in)."""

    place: float = 0.0
    date: float = 0.0
    figure: float = 0.0
    event: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Movement:
    """A place something moves from or to; ``toponym`` indexes ``Mentions``."""

    toponym: int
    role: PlaceRole  # origin | destination


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """An actor by the place alone: the text has a bare ``word`` ("the army")."""

    name: str
    word: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One event as one article tells it; indices point into its ``Mentions``."""

    report_id: str
    article_id: str
    event_type: EventType
    sub_event_type: str
    trigger: Span
    trigger_text: str
    place: int | None = None
    time: int | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_prec: DatePrecision = DatePrecision.NONE
    date_basis: DateBasis = DateBasis.NONE
    partial_date: str | None = None  # "XXXX-11-04": said, but without a year
    figures: tuple[int, ...] = ()
    actors: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()  # which of those are but guesses
    doers: tuple[str, ...] = ()  # which of those do it, as far as the words say so
    targets: tuple[str, ...] = ()  # which of those it is done to
    attribution: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    claim_status: ClaimStatus = ClaimStatus.STATED
    status: ReportStatus = ReportStatus.OCCURRED
    movements: tuple[Movement, ...] = ()
    same_as: tuple[str, ...] = ()  # reports of this article that tell the same thing
    evidence: Span = Span(start=0, end=0)
    confidence: ReportConfidence = ReportConfidence()
    reasons: tuple[str, ...] = ()

    @property
    def known_actors(self) -> tuple[str, ...]:
        """Those that the words name."""
        guessed = {guess.name for guess in self.guesses}
        return tuple(name for name in self.actors if name not in guessed)
