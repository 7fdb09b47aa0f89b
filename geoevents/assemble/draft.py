"""What assembling knows of one happening before it becomes a report."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from geoevents.assemble.pair_meanings import PairMeanings
from geoevents.models.article import Article
from geoevents.models.mention import Mentions, SourceMention, Trigger
from geoevents.models.parse_paths import Paths
from geoevents.models.place import Resolution
from geoevents.models.report import ClaimStatus, Guess, Movement, ReportStatus
from geoevents.models.when import DateBasis, DateRange

_GROUND = frozenset({"territory", "soil", "airspace", "water"})
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
    def country_at(self) -> Mapping[int, str]:
        """Token -> ISO alpha-2 of the nationality, else of the place, that it names."""
        syntax = self.mentions.syntax
        found: dict[int, str] = {}
        for actor in (*self.mentions.actors, *self.mentions.lands):
            if actor.country is not None:
                for token in syntax.tokens_in(actor.span):
                    found.setdefault(token.index, actor.country)
        for toponym, resolution in zip(
            self.mentions.toponyms, self.resolutions, strict=True
        ):
            if resolution.place is not None and resolution.place.country is not None:
                for token in syntax.tokens_in(toponym.span):
                    found.setdefault(token.index, resolution.place.country)
        return found

    @cached_property
    def grounds(self) -> Mapping[int, str]:
        """Token -> ISO alpha-2 of "Polish territory": whose ground it is."""
        syntax = self.mentions.syntax
        return {
            token.index: self.country_at[child]
            for token in syntax.tokens
            if token.lemma in _GROUND
            for child in syntax.children[token.index]
            if child in self.country_at
        }

    @cached_property
    def toponym_at(self) -> Mapping[int, int]:
        """Head token -> the toponym it heads."""
        heads = (self.mentions.syntax.head_of(t.span) for t in self.mentions.toponyms)
        return {h.index: i for i, h in enumerate(heads) if h is not None}

    @cached_property
    def sources_at(self) -> Mapping[int, tuple[SourceMention, ...]]:
        """Sentence -> the speakers on whose word something in it rests."""
        syntax = self.mentions.syntax
        found: dict[int, list[SourceMention]] = defaultdict(list)
        for source in self.mentions.sources:
            for number in {t.sentence for t in syntax.tokens_in(source.scope)}:
                found[number].append(source)
        return {number: tuple(sources) for number, sources in found.items()}

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
    guesses: tuple[Guess, ...] = ()
    doers: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
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

    @property
    def words(self) -> tuple[int, ...]:
        """The tokens of all words that tell of it."""
        return self.trigger.words or (self.trigger.token,)

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
