"""What assembling knows of one happening before it becomes a report."""

from dataclasses import dataclass, field
from functools import cached_property

from geoevents.assemble.pair_meanings import PairMeanings
from geoevents.models.article import Article
from geoevents.models.mention import Mentions, Trigger
from geoevents.models.parse_paths import Paths
from geoevents.models.place import Resolution
from geoevents.models.report import ClaimStatus, Movement, ReportStatus
from geoevents.models.when import DateBasis, DateRange

_CLAUSES_ON = frozenset({"relcl", "acl"})


@dataclass(frozen=True, kw_only=True)
class Scene:
    """One article with all that was found in it."""

    article: Article
    mentions: Mentions
    resolutions: tuple[Resolution, ...]

    @cached_property
    def saying(self) -> frozenset[int]:
        """Tokens of the verbs that report words."""
        syntax = self.mentions.syntax
        return frozenset(
            token.index
            for source in self.mentions.sources
            if source.verb is not None
            for token in syntax.tokens_in(source.verb)
        )

    @cached_property
    def of_speakers(self) -> frozenset[int]:
        """Tokens of clauses on a speaker: "a monitor whose office is in Bern said"."""
        syntax = self.mentions.syntax
        heads = [syntax.head_of(source.span) for source in self.mentions.sources]
        return frozenset(
            word
            for head in heads
            if head is not None
            for child in syntax.children[head.index]
            if syntax.tokens[child].dep in _CLAUSES_ON
            for word in syntax.subtree(child)
        )

    @cached_property
    def paths(self) -> Paths:
        """Distances in its parse, walked once for all decisions."""
        return Paths(self.mentions.syntax)

    @cached_property
    def meanings(self) -> PairMeanings:
        """Vectors of its pairs of words; its sentences are averaged once."""
        return PairMeanings(self.mentions.syntax, self.paths)

    def place_key(self, toponym: int) -> str:
        """What makes two mentions one place: its id, else its name."""
        place = self.resolutions[toponym].place
        return place.id if place else self.mentions.toponyms[toponym].name

    def is_placed(self, toponym: int) -> bool:
        """True when the toponym was resolved to a place."""
        return self.resolutions[toponym].place is not None


@dataclass(kw_only=True)
class Draft:
    """One report in the making; only this package sees it change."""

    trigger: Trigger
    sentence: int
    place: int | None = None
    place_inherited: bool = False
    place_chance: float | None = None  # as weighed; None where rules alone decided
    time: int | None = None
    dates: DateRange | None = None
    date_basis: DateBasis = DateBasis.NONE
    date_chance: float | None = None
    partial_date: str | None = None
    figures: list[int] = field(default_factory=list)
    actors: tuple[str, ...] = ()
    attribution: tuple[str, ...] = ()
    deniers: tuple[str, ...] = ()
    claim_status: ClaimStatus = ClaimStatus.STATED
    status: ReportStatus = ReportStatus.OCCURRED
    movements: tuple[Movement, ...] = ()
    evidence: list[int] = field(default_factory=list)  # further sentences
    retold_by: set[int] = field(default_factory=set)  # words of what was folded in
    same_as: "list[Draft]" = field(default_factory=list)
    rival_of: "Draft | None" = None  # what it gives another count of
    reasons: list[str] = field(default_factory=list)

    def take_in(self, other: "Draft") -> None:
        """What another telling of it says: its words, numbers, speakers, sentences."""
        self.retold_by |= {
            other.trigger.token,
            *other.trigger.words,
            *other.retold_by,
        }
        self.figures = sorted({*self.figures, *other.figures})
        both = (*self.attribution, *other.attribution)
        self.attribution = tuple(dict.fromkeys(both))
        self.evidence = sorted({*self.evidence, other.sentence, *other.evidence})
