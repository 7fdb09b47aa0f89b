"""Ground that changes hands, told by two papers."""

from datetime import timedelta

from geoevents.assemble.same_tolls import is_fine
from geoevents.assemble.tellings import (
    at_one_place,
    in_one_article,
    of_same_sides,
    said_within,
    shared_sides,
)
from geoevents.models.event import Event
from geoevents.models.report import NOT_YET, TAKEN, ReportStatus
from geoevents.models.when import DateRange

# In a fortnight a town is taken once; told of a month, it is the day another paper says.
TAKEN_DAYS = 14
_MOST_MONTH_DAYS = 31


def is_taking(event: Event) -> bool:
    """Ground that changes hands."""
    return event.sub_event_type in TAKEN


def same_taking(one: Event, two: Event) -> bool:
    """One town taken, by different papers: one says no day, or only the month."""
    if in_one_article(one, two) or not (is_taking(one) and is_taking(two)):
        return False
    if {one.status, two.status} & NOT_YET or not of_same_sides(one, two):
        return False
    if not (at_one_place(one, two) and is_fine(one)):
        return False
    if one.dates is not None and two.dates is not None:
        longest = max(one.dates.days, two.dates.days)
        return longest <= _MOST_MONTH_DAYS and one.dates.overlaps(two.dates)
    # Taken or retaken: without a day it must be said who took it.
    return bool(shared_sides(one, two)) and _is_news_of(one, two)


def _is_news_of(one: Event, two: Event) -> bool:
    """What has no day is as old as its paper: a fortnight at the most."""
    if one.dates is None and two.dates is None:
        return said_within(one, two, TAKEN_DAYS)
    days, told = (two.dates, one) if one.dates is None else (one.dates, two)
    if days is None or told.published is None or told.status is ReportStatus.HISTORICAL:
        return False
    fresh = DateRange(start=told.published - timedelta(TAKEN_DAYS), end=told.published)
    return days.overlaps(fresh)
