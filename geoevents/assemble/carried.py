"""A report without a date takes that of the same thing told before it, or just after."""

from collections.abc import Sequence

from geoevents.assemble.amounts import counts_so_far
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.parties import same_sides
from geoevents.models.place import distance_km
from geoevents.models.report import EventType
from geoevents.models.when import DateBasis, DateRange

_VIOLENT = {EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE}
_SENTENCES_BACK = 8
_SENTENCES_ON = 3
# Districts of one city, villages of one fight.
_NEAR_KM = 8.0
# "this year" is no day to hand on.
_MOST_DAYS = 31


def carry_forward(scene: Scene, draft: Draft, before: Sequence[Draft]) -> None:
    """The date of an earlier telling: same kind, same place, same sides."""
    for other in reversed(before):
        is_far = draft.sentence - other.sentence > _SENTENCES_BACK
        if is_far and not set(draft.actors) & set(other.actors):
            continue
        if other.time is None or not _same_thing(scene, draft, other):
            continue
        _take(scene, draft, other, "before")
        return


def carry_back(scene: Scene, draft: Draft, after: Sequence[Draft]) -> None:
    """The date of a later telling: news opens with what, and says when further on."""
    for other in after:
        if other.sentence - draft.sentence > _SENTENCES_ON:
            return
        is_dated = other.time is not None and _is_short(other.dates)
        if is_dated and _same_thing(scene, draft, other):
            _take(scene, draft, other, "after")
            return


def _is_short(dates: DateRange | None) -> bool:
    return dates is not None and dates.days <= _MOST_DAYS


def _take(scene: Scene, draft: Draft, other: Draft, where: str) -> None:
    draft.dates, draft.partial_date = other.dates, other.partial_date
    if other.dates is not None:
        draft.date_basis = DateBasis.INHERITED
    if where == "before" and not draft.figures and _same_words(draft, other):
        draft.same_as.append(other)
    text = scene.mentions.timexes[other.time].text if other.time is not None else ""
    draft.reasons.append(f"no date of its own: '{text}' of the same event {where}")


def _same_words(draft: Draft, other: Draft) -> bool:
    """Two movements between the same days are two movements."""
    is_violent = draft.trigger.event_type is not EventType.STRATEGIC
    return is_violent and draft.trigger.sub_event_type == other.trigger.sub_event_type


def _same_thing(scene: Scene, draft: Draft, other: Draft) -> bool:
    kinds = {draft.trigger.event_type, other.trigger.event_type}
    if len(kinds) > 1 and not kinds <= _VIOLENT:
        return False
    if draft.status is not other.status or counts_so_far(scene, draft):
        return False
    return _same_place(scene, draft, other) and same_sides(draft.actors, other.actors)


def _same_place(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.place is None or other.place is None:
        return False
    if draft.place == other.place:
        return True
    one, two = scene.resolutions[draft.place], scene.resolutions[other.place]
    if one.place is None or two.place is None:
        return False
    if one.place.id == two.place.id:
        return True
    near = one.point is not None and two.point is not None
    return (
        near
        and max(one.place.radius_m, two.place.radius_m) <= _NEAR_KM * 1000
        and distance_km(one.place.point, two.place.point) <= _NEAR_KM
    )
