"""How the parts of one article stand to each other, asked by every decision here."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Draft, Scene
from geoevents.models.figure import LASTING
from geoevents.models.parse_paths import Paths
from geoevents.models.place import PlaceKind, PlaceRole, is_inside
from geoevents.models.report import EventType

_UNITS = frozenset({
    PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION,
})  # fmt: skip
_SAID = frozenset({PlaceRole.DATELINE, PlaceRole.SPEAKER})
HERE = frozenset({PlaceRole.EVENT, PlaceRole.DESTINATION, PlaceRole.ORIGIN})


@dataclass(slots=True)
class Standing:
    """One article's drafts, places and times by sentence, with the parse's distances."""

    scene: Scene
    drafts: Sequence[Draft]
    ruled: RuleReading
    paths: Paths
    toponyms: dict[int, list[int]] = field(default_factory=dict)
    timexes: dict[int, list[int]] = field(default_factory=dict)
    by_sentence: dict[int, list[int]] = field(default_factory=dict)
    heads: list[int | None] = field(default_factory=list)  # of the toponyms
    sentences: list[int] = field(default_factory=list)  # of the toponyms
    mentions: Counter[str] = field(default_factory=Counter)  # of each place
    holders: frozenset[int] = frozenset()  # toponyms in which another lies
    only_said: frozenset[str] = frozenset()  # places told as datelines and seats alone

    @classmethod
    def of(
        cls, scene: Scene, drafts: Sequence[Draft], ruled: RuleReading
    ) -> "Standing":
        """Everything looked up once."""
        syntax = scene.mentions.syntax
        standing = cls(scene, drafts, ruled, scene.paths)
        for index, toponym in enumerate(scene.mentions.toponyms):
            head = syntax.head_of(toponym.span)
            at = syntax.sentence_at(toponym.span.start)
            standing.heads.append(head.index if head else None)
            standing.sentences.append(at.index if at else 0)
            standing.toponyms.setdefault(standing.sentences[-1], []).append(index)
            standing.mentions[standing.key(index)] += 1
        for index, timex in enumerate(scene.mentions.timexes):
            at = syntax.sentence_at(timex.span.start)
            standing.timexes.setdefault(at.index if at else 0, []).append(index)
        for index, draft in enumerate(drafts):
            standing.by_sentence.setdefault(draft.sentence, []).append(index)
        standing.holders = frozenset(
            t.container for t in scene.mentions.toponyms if t.container is not None
        )
        happening = {
            standing.key(index)
            for index, toponym in enumerate(scene.mentions.toponyms)
            if toponym.role not in _SAID
        }
        standing.only_said = frozenset(standing.mentions) - happening
        return standing

    def key(self, toponym: int) -> str:
        """See ``Scene.place_key``."""
        return self.scene.place_key(toponym)

    def kind(self, toponym: int) -> str:
        """The kind of place, "unknown" where no table has it."""
        place = self.scene.resolutions[toponym].place
        return place.kind.value if place else "unknown"

    def lies_in(self, toponym: int, unit: int) -> bool:
        """An event's place, in the unit or country that another name means."""
        inner, outer = (self.scene.resolutions[i].place for i in (toponym, unit))
        if inner is None or outer is None or outer.kind not in _UNITS:
            return False
        role = self.scene.mentions.toponyms[toponym].role
        return role is PlaceRole.EVENT and is_inside(inner, outer)

    def holders_of(self, toponym: int) -> tuple[int, ...]:
        """What the wording says it lies in, the nearest first: "A, B State, C"."""
        toponyms, found = self.scene.mentions.toponyms, []
        holder = toponyms[toponym].container
        while holder is not None and holder not in found:
            found.append(holder)
            holder = toponyms[holder].container
        return tuple(found)

    def is_here(self, toponym: int) -> bool:
        """Its wording puts something at it, and at no place within it that is named."""
        role = self.scene.mentions.toponyms[toponym].role
        return role in HERE and toponym not in self.holders

    def lasts(self, draft: Draft) -> bool:
        """It counts what is there, or all so far."""
        figures = self.scene.mentions.figures
        return any(figures[i].scope in LASTING for i in draft.figures)

    def is_said(self, draft: Draft) -> bool:
        """Somebody is said to say it."""
        span = draft.trigger.span
        return any(s.scope.contains(span) for s in self.scene.mentions.sources)


def family(draft: Draft) -> str:
    """Movements and deals, disasters, crowds, or violence."""
    event_type = draft.trigger.event_type
    if event_type is EventType.STRATEGIC:
        return "moves"
    if event_type is EventType.DISASTER:
        return "disaster"
    if event_type in {EventType.PROTESTS, EventType.RIOTS}:
        return "crowd"
    return "violence"


def capped(number: int, most: int) -> str:
    """A small count as a word; all from ``most`` on are one."""
    return str(max(-most, min(number, most)))
