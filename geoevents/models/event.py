"""An event: reports merged, every claim kept."""

from dataclasses import dataclass
from datetime import date

from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.place import Place, Point, WherePrecision
from geoevents.models.report import (
    ClaimStatus,
    EventType,
    Guess,
    ReportConfidence,
    ReportStatus,
)
from geoevents.models.span import Span
from geoevents.models.when import DateBasis, DatePrecision, DateRange, Modifier


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The sentence that says so, with what to mark in it.

    ``highlights`` are spans of the *article*, inside ``span``, each with what it
    marks: place, date, figure, trigger or source.
    """

    article_id: str
    span: Span
    text: str
    highlights: tuple[tuple[Span, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureClaim:
    """One figure as one source claims it; never averaged with another."""

    kind: FigureKind
    text: str
    value: int | None = None
    low: int | None = None
    high: int | None = None
    mod: Modifier | None = None
    unit: str | None = None
    of_text: str | None = None
    of_iso3: str | None = None
    scope: FigureScope = FigureScope.INCIDENT
    claimants: tuple[str, ...] = ()
    claim_status: ClaimStatus = ClaimStatus.STATED
    article_id: str = ""
    span: Span = Span(start=0, end=0)

    @property
    def size(self) -> int:
        """What it comes to, at the most it says; 0 where it says nothing."""
        return self.value or self.high or self.low or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says or denies that the event happened, and in which sentence."""

    claimants: tuple[str, ...]
    claim_status: ClaimStatus
    report_id: str
    quote: Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class MovementEnd:
    """Where something moves from or to, resolved."""

    role: str  # origin | destination
    name: str
    point: Point


@dataclass(frozen=True, slots=True, kw_only=True)
class EventPlace:
    """Where: the wording's own point and radius, and the place behind it."""

    name: str
    text: str  # as written
    point: Point
    radius_m: int
    where_prec: WherePrecision
    place: Place
    confidence: float
    alternatives: tuple[Place, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What happened, once, with every report of it.

    ``place`` None is an unplaced event, ``date_start`` None an undated one: both
    are kept, counted and shown in their own trays, with ``reasons``.
    """

    event_id: str
    event_type: EventType
    sub_event_type: str
    title: str
    place: EventPlace | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_prec: DatePrecision = DatePrecision.NONE
    date_basis: DateBasis = DateBasis.NONE
    date_text: str | None = None
    partial_date: str | None = None
    figures: tuple[FigureClaim, ...] = ()
    actors: tuple[str, ...] = ()
    guesses: tuple[Guess, ...] = ()  # which of those are but guesses
    doers: tuple[str, ...] = ()  # which of those do it, as far as the words say so
    targets: tuple[str, ...] = ()  # which of those it is done to
    claims: tuple[Claim, ...] = ()
    movements: tuple[MovementEnd, ...] = ()
    claim_status: ClaimStatus = ClaimStatus.STATED
    status: ReportStatus = ReportStatus.OCCURRED
    disputed: bool = False
    report_ids: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()  # report ids the text itself links to this telling
    published: date | None = None  # of the (first) article that tells it
    article_ids: tuple[str, ...] = ()
    publishers: tuple[str, ...] = ()  # independent ones: syndicated copies collapsed
    confidence: ReportConfidence = ReportConfidence()
    reasons: tuple[str, ...] = ()

    @property
    def known_actors(self) -> tuple[str, ...]:
        """Those that the words name."""
        guessed = {guess.name for guess in self.guesses}
        return tuple(name for name in self.actors if name not in guessed)

    @property
    def dates(self) -> DateRange | None:
        """Its days; None where it has none."""
        if self.date_start is None or self.date_end is None:
            return None
        return DateRange(start=self.date_start, end=self.date_end)
