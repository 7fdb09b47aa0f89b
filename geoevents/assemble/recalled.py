"""Told when it happened, and recalled later: by its day, its month or its year alone."""

from geoevents.assemble.same_tolls import (
    as_many_dead,
    is_fine,
    within_ratio,
)
from geoevents.assemble.takings import is_taking
from geoevents.assemble.tellings import (
    at_one_place,
    in_one_article,
    of_same_sides,
    within_reach,
)
from geoevents.models.event import Event
from geoevents.models.place import WherePrecision
from geoevents.models.report import HAPPENED, EventType, ReportStatus

# "In April last year a missile killed more than 50": no toll of the day itself.
_MOST_RATIO = 1.5
MOST_RECALLED_DAYS = 366
_RECALLED = ReportStatus.HISTORICAL


def same_recalled(one: Event, two: Event) -> bool:
    """By two papers of which one looks back, the days of one within those of the other."""
    if in_one_article(one, two) or one.event_type is not two.event_type:
        return False
    if not (_one_looks_back(one, two) and _one_holds_the_other(one, two)):
        return False
    return _is_one_place(one, two) and (
        as_many_dead(one, two, _MOST_RATIO)
        or _is_one_taking(one, two)
        or _is_all_it_is_known_for(one, two)
    )


def _is_one_taking(one: Event, two: Event) -> bool:
    """In a year a town may be lost and won back, but seldom twice."""
    if not (is_taking(one) and is_taking(two)):
        return False
    is_one_way = one.sub_event_type == two.sub_event_type
    return is_one_way and of_same_sides(one, two)


def _is_all_it_is_known_for(one: Event, two: Event) -> bool:
    """Both look back on violence or disaster, and nothing they say tells them apart."""
    return (
        _both_look_back(one, two)
        and one.event_type is not EventType.STRATEGIC
        and of_same_sides(one, two)
        and within_ratio(one, two, _MOST_RATIO)
    )


def _one_looks_back(one: Event, two: Event) -> bool:
    statuses = {one.status, two.status}
    return _RECALLED in statuses and statuses <= HAPPENED | {_RECALLED}


def _both_look_back(one: Event, two: Event) -> bool:
    return one.status is two.status is _RECALLED


def _one_holds_the_other(one: Event, two: Event) -> bool:
    if one.dates is None or two.dates is None:
        return False
    inner, outer = sorted((one.dates, two.dates), key=lambda dates: dates.days)
    is_within = outer.start <= inner.start and inner.end <= outer.end
    return is_within and outer.days <= MOST_RECALLED_DAYS


def _is_one_place(one: Event, two: Event) -> bool:
    """One town; looked back at by both, one region too, or two names as near as said."""
    if at_one_place(one, two) and is_fine(one):
        return True
    if one.place is None or two.place is None or not _both_look_back(one, two):
        return False
    if WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}:
        return False
    is_known = as_many_dead(one, two, _MOST_RATIO) or _on_one_day(one, two)
    return at_one_place(one, two) or (is_known and within_reach(one, two))


def _on_one_day(one: Event, two: Event) -> bool:
    return one.dates is not None and one.dates == two.dates and one.dates.days == 1
