"""Stretches of text that name something, before anything is decided about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.place import PlaceKind, PlaceRole
from geoevents.models.report import EventType, ReportStatus
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateBasis, DateRange, Modifier, TimexType


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """How the text places something relative to a toponym.

    ``kind``: at, near, offset ("10 km south of"), between, off ("off the coast
    of"), along, direction ("the Pokrovsk direction"), outside, part ("northern").
    ``bearing_deg`` counts clockwise from north. ``other`` is the second toponym of
    "between A and B" (index into ``Mentions.toponyms``).
    """

    kind: str
    text: str
    distance_km: float | None = None
    bearing_deg: float | None = None
    other: int | None = None


# The standing of a toponym that describes a capital and does not name it.
SEAT = "seat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Toponym:
    """A place name. ``name`` is what is looked up ("DRC" -> as written)."""

    span: Span
    text: str
    name: str
    role: PlaceRole = PlaceRole.MENTION
    hint: PlaceKind | None = None  # "Kursk region" -> admin1, "the city of" -> town
    container: int | None = None  # toponym this one is said to lie in
    relation: Relation | None = None
    label: str = ""  # the engine's entity label, "" when rules found it
    # What the name is first of all: country, capital, unit, town; or ``SEAT``.
    standing: str = ""
    confidence: float = 1.0  # that it is a toponym at all
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Timex:
    """A mention of a time: TIMEX3 value plus the inclusive days it denotes."""

    span: Span
    text: str
    type: TimexType
    value: str
    mod: Modifier | None = None
    date_start: date | None = None
    date_end: date | None = None
    date_basis: DateBasis = DateBasis.NONE
    reasons: tuple[str, ...] = ()

    @property
    def dates(self) -> DateRange | None:
        """The interval, or None where it denotes none (or lacks a year)."""
        if self.date_start is None or self.date_end is None:
            return None
        return DateRange(start=self.date_start, end=self.date_end)


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureMention:
    """A counted quantity as written.

    Ranges have ``low`` and ``high`` and no ``value``; vague words a ``low`` only.
    ``head`` is the token index of the counted noun (or of the number when the noun
    is left out), ``governor`` that of the verb or noun that gave it its kind.
    """

    span: Span
    text: str
    kind: FigureKind
    value: int | None = None
    low: int | None = None
    high: int | None = None
    mod: Modifier | None = None
    unit: str | None = None
    of_text: str | None = None
    of_iso3: str | None = None
    scope: FigureScope = FigureScope.INCIDENT
    head: int | None = None
    governor: int | None = None
    confidence: float = 1.0
    reasons: tuple[str, ...] = ()

    @property
    def size(self) -> int:
        """What it comes to, at the most it says; 0 where it says nothing."""
        return self.value or self.high or self.low or 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ActorMention:
    """Who does or suffers; a nationality is an actor's and never a place."""

    span: Span
    text: str
    name: str  # shortest clear form: "North Korea", "RSF"
    iso3: str | None = None
    country: str | None = None  # ISO 3166-1 alpha-2, of a state
    kind: str = "group"  # state | group | owner: no actor, whose something is
    head: int = 0  # token index


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceMention:
    """Who says so: name, the verb of saying, and the stretch it covers."""

    span: Span
    text: str
    name: str
    verb: Span | None
    scope: Span
    manner: str = "say"  # say | deny | confirm | doubt


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """The word that evokes an event type."""

    span: Span
    text: str
    lemma: str
    token: int
    event_type: EventType
    sub_event_type: str
    status: ReportStatus = ReportStatus.OCCURRED
    words: tuple[int, ...] = ()  # tokens of all its words: "strike", "killed"
    chance: float | None = None  # that it tells of an event; None where rules said so
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TellingWord:
    """A word, or several for one thing, that may tell of an event.

    ``role``: event, harm, attack, move as the lexicon has it; "other" for words it
    lacks. ``told``: the rules take it for an event. ``event_type``: the type they give
    it. ``features``: what speaks for it; ``meant``: what its meaning does, by event type,
    see ``geoevents.weights``. ``sub_types``: by event type, what the weapons and disasters
    of its sentence say.
    """

    span: Span
    token: int
    words: tuple[int, ...]
    role: str
    told: bool
    event_type: EventType | None
    sub_event_type: str
    status: ReportStatus
    features: Mapping[str, float]
    meant: Mapping[str, float] = field(default_factory=dict)
    sub_types: Mapping[str, str] = field(default_factory=dict)
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Mentions:
    """Everything named in one article, each tuple in text order."""

    article_id: str
    syntax: Syntax
    toponyms: tuple[Toponym, ...] = ()
    timexes: tuple[Timex, ...] = ()
    figures: tuple[FigureMention, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    lands: tuple[ActorMention, ...] = ()  # whose something is: "the Indian ministry"
    sources: tuple[SourceMention, ...] = ()
    triggers: tuple[Trigger, ...] = ()  # as the rules read them
    telling: tuple[TellingWord, ...] = ()  # those, and all that may tell of more
    subject: Mapping[str, float] = field(default_factory=dict)  # what it is about
