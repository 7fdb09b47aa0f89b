"""The same thing told again in one article: another word for it, no second event.

"M23 rebels closed in on Goma on Sunday, fighting troops near the city": one battle,
two verbs. What is said to be another one, has a day or a place of its own, or was
only planned stays a report of its own.
"""

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.report import EventType, ReportStatus

_REAL = {ReportStatus.OCCURRED, ReportStatus.ONGOING}
_OTHER = {
    "another", "second", "third", "separate", "separately", "other", "later", "also",
    "further", "again", "new", "more", "meanwhile", "elsewhere", "earlier", "previous",
}  # fmt: skip
_REACH_SENTENCES = 6


def retold(scene: Scene, draft: Draft, kept: list[Draft]) -> Draft | None:
    """The draft before it that tells the same thing, if any."""
    if draft.status not in _REAL or _is_another(scene, draft):
        return None
    for other in reversed(kept):
        if draft.sentence - other.sentence > _REACH_SENTENCES:
            return None
        if other.trigger.token == draft.trigger.token or other.status not in _REAL:
            continue
        if _is_same(scene, draft, other):
            return other
    return None


def is_other_voice(draft: Draft, home: Draft) -> bool:
    """Somebody else tells it, in a sentence of their own: a version, kept apart."""
    is_apart = draft.sentence != home.sentence
    return is_apart and bool(set(draft.attribution) - set(home.attribution))


def _is_another(scene: Scene, draft: Draft) -> bool:
    syntax = scene.mentions.syntax
    below = (syntax.tokens[c] for c in syntax.children[draft.trigger.token])
    return any(t.lemma.lower() in _OTHER for t in below)


def _is_same(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.trigger.event_type is not other.trigger.event_type:
        return False
    if draft.trigger.event_type is EventType.STRATEGIC and (
        draft.trigger.sub_event_type != other.trigger.sub_event_type
        or draft.sentence != other.sentence
    ):
        return False
    if not _same_place(scene, draft, other):
        return False
    if draft.sentence != other.sentence and (draft.figures or draft.time is not None):
        return False
    if draft.dates is not None and draft.dates != other.dates:
        return False
    return (
        not draft.actors
        or not other.actors
        or bool(set(draft.actors) & set(other.actors))
    )


def _same_place(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.place is None or other.place is None:
        return draft.place == other.place and draft.sentence == other.sentence
    one = scene.resolutions[draft.place].place
    two = scene.resolutions[other.place].place
    return draft.place == other.place or (
        one is not None and two is not None and one.id == two.id
    )
