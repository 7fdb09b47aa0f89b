"""The reports as the rules alone tell them: what every later decision is weighed against.

Rules can be read and checked one by one; the weights may overrule them, and must be
sure to (``geoevents.weights``).
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta

from geoevents.assemble.amounts import drafts_for_triggers
from geoevents.assemble.claims import give_claims, give_rebuttals, link_denials
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.parties import give_actors
from geoevents.assemble.places import give_places
from geoevents.assemble.times import give_times
from geoevents.assemble.tolls import fold_tolls
from geoevents.models.figure import LASTING, FigureKind
from geoevents.models.report import ReportStatus

# GOLD.md: what happened more than a month before publication is background.
HISTORICAL_AFTER = timedelta(days=31)
# The last of the sentences that sum up what is told further on.
_LEAD = 1
# What is counted "so far" or "now" goes on.


@dataclass(frozen=True, slots=True)
class RuleReading:
    """The rules' drafts of one article, found by their words and figures."""

    drafts: Sequence[Draft] = ()
    by_word: Mapping[int, Sequence[Draft]] = field(default_factory=dict)
    by_figure: Mapping[int, Draft] = field(default_factory=dict)
    folded: frozenset[int] = frozenset()  # words of tellings folded into another's
    driven_out: frozenset[int] = frozenset()  # those of flights told with a toll

    def of(self, draft: Draft) -> Sequence[Draft]:
        """The rules' drafts that share a word with one of ours, in text order."""
        return self.at((draft.trigger.token, *draft.trigger.words))

    def at(self, words: Sequence[int]) -> Sequence[Draft]:
        """The rules' drafts that any of these words tells."""
        found: list[Draft] = []
        for word in words:
            for draft in self.by_word.get(word, ()):
                if not any(draft is known for known in found):
                    found.append(draft)
        return found

    def link(self, drafts: Sequence[Draft]) -> None:
        """What the rules hold for another's event and is placed nowhere becomes the same.

        "Soldiers have clashed for the first time, officials say": the lead tells what
        is told further on, with its place and day.
        """
        ruled = [self.of(draft) for draft in drafts]
        for before, other in enumerate(drafts):
            # The next one alone: two events do not become one by their common lead.
            again = next(
                (
                    draft
                    for draft, known in zip(drafts, ruled, strict=True)
                    if draft.trigger.span.start > other.trigger.span.start
                    and _is_lead(other, draft)
                    and _are_one(known, ruled[before])
                ),
                None,
            )
            if again is not None:
                again.same_as.append(other)


def _is_lead(other: Draft, draft: Draft) -> bool:
    """Of one kind and of a named side, without numbers to contradict, and nowhere."""
    one, two = other.trigger, draft.trigger
    sides = set(other.actors) & set(draft.actors)
    return any(side != side.lower() for side in sides) and (
        other.place is None
        and other.sentence <= _LEAD
        and one.event_type is two.event_type
        and one.sub_event_type == two.sub_event_type
        and not (other.figures and draft.figures)
    )


def _are_one(one: Sequence[Draft], two: Sequence[Draft]) -> bool:
    return any(
        any(first is known for known in second.same_as)
        or any(second is known for known in first.same_as)
        for first in one
        for second in two
    )


def read_by_rule(scene: Scene) -> RuleReading:
    """What the rules make of an article."""
    told = _assembled(scene)
    drafts = _folded(scene, told)
    by_word: dict[int, list[Draft]] = defaultdict(list)
    by_figure: dict[int, Draft] = {}
    for draft in drafts:
        for word in sorted({draft.trigger.token, *draft.trigger.words}):
            by_word[word].append(draft)
        for figure in draft.figures:
            by_figure.setdefault(figure, draft)
    gone = [d for d in told if not any(d is kept for kept in drafts)]
    return RuleReading(
        drafts,
        dict(by_word),
        by_figure,
        folded=_words(gone) - by_word.keys(),
        driven_out=_words(d for d in gone if _is_flight(scene, d)),
    )


def _words(drafts: Iterable[Draft]) -> frozenset[int]:
    return frozenset(
        word for d in drafts for word in (d.trigger.token, *d.trigger.words)
    )


def _is_flight(scene: Scene, draft: Draft) -> bool:
    kinds = {scene.mentions.figures[i].kind for i in draft.figures}
    return kinds == {FigureKind.DISPLACED}


def _assembled(scene: Scene) -> list[Draft]:
    drafts = drafts_for_triggers(scene)
    for draft in drafts:
        give_actors(scene, draft)
    drafts = give_places(scene, drafts)
    for draft in drafts:
        if not draft.actors:
            give_actors(scene, draft)
        give_claims(scene, draft)
    give_rebuttals(scene, drafts)
    give_times(scene, drafts)
    return drafts


def _folded(scene: Scene, told: Sequence[Draft]) -> list[Draft]:
    drafts = fold_tolls(scene, list(told))
    link_denials(drafts)
    for draft in drafts:
        draft.status = _status(scene, draft)
    return drafts


def _status(scene: Scene, draft: Draft) -> ReportStatus:
    published = scene.article.published
    is_old = (
        draft.status is ReportStatus.OCCURRED
        and published is not None
        and draft.dates is not None
        and published - draft.dates.end > HISTORICAL_AFTER
    )
    if is_old:
        return ReportStatus.HISTORICAL
    scopes = {scene.mentions.figures[i].scope for i in draft.figures}
    if draft.status is ReportStatus.OCCURRED and scopes & LASTING:
        return ReportStatus.ONGOING
    return draft.status
