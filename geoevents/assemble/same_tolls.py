"""Counts of one and the same thing: a great toll, a stock of troops, a campaign."""

from geoevents.assemble.parties import same_sides
from geoevents.models.event import Event, FigureClaim
from geoevents.models.figure import HARMED, FigureKind, FigureScope
from geoevents.models.place import WherePrecision
from geoevents.models.when import DateRange

_MOST_DEATHS_RATIO = 2.0
_FEWEST_DEAD = 10
# Told without its day, a toll must be more nearly the same, and told in one week.
_MOST_UNDATED_RATIO = 1.25
_UNDATED_DAYS = 7
# No country has two such calamities of a kind on a day, but for a war's worst.
_MANY_DEAD = 50
# A campaign's toll grows from week to week.
_MOST_CAMPAIGN_RATIO = 12.0
_MOST_UNNAMED_RATIO = 1.5
_STOCK_DAYS = 45


def dates_of(event: Event) -> DateRange | None:
    """The event's days; None where it has none."""
    if event.date_start is None or event.date_end is None:
        return None
    return DateRange(start=event.date_start, end=event.date_end)


def dead_of(event: Event) -> int:
    """The largest count of the dead that is no part of another; 0 where there is none."""
    return max(
        (
            figure.size
            for figure in event.figures
            if figure.kind is FigureKind.KILLED
            and figure.scope is not FigureScope.SUBSET
        ),
        default=0,
    )


def is_great_toll(event: Event) -> bool:
    """So many dead that whoever is named with them, it is one event."""
    return dead_of(event) >= _FEWEST_DEAD


def same_deaths(one: Event, two: Event) -> bool:
    """About as many dead, and not few, in one town on one day: whoever is named with it.

    The number of the wounded grows faster than the papers are printed.
    """
    day = dates_of(one)
    if day is None or day != dates_of(two) or day.days > 1:
        return False
    return _is_fine(one) and _is_fine(two) and _as_many(one, two, _MOST_DEATHS_RATIO)


def same_great_toll(one: Event, two: Event) -> bool:
    """By different papers: one does not say the day, or only the country.

    "At least 123 died in central Syria on Thursday" is told of what cost 89 in Homs.
    """
    if set(one.article_ids) & set(two.article_ids):
        return False
    if one.place is None or two.place is None:
        return False
    day, other = dates_of(one), dates_of(two)
    if day is None or other is None:
        is_one_place = one.place.place.id == two.place.place.id
        return (
            is_one_place
            and _is_fine(one)
            and said_within(one, two, _UNDATED_DAYS)
            and _as_many(one, two, _MOST_UNDATED_RATIO)
        )
    return (
        day == other
        and day.days == 1
        and min(dead_of(one), dead_of(two)) >= _MANY_DEAD
        and one.place.place.country == two.place.place.country
        and WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}
        and one.event_type is two.event_type
        and _as_many(one, two, _MOST_DEATHS_RATIO)
    )


def is_in_whole_country(event: Event) -> bool:
    """Many dead on one day: the places of two tellings may be a town and its country."""
    day = dates_of(event)
    return day is not None and day.days == 1 and dead_of(event) >= _MANY_DEAD


def _as_many(one: Event, two: Event, most: float) -> bool:
    low, high = sorted((dead_of(one), dead_of(two)))
    return low >= _FEWEST_DEAD and high <= most * low


def _is_fine(event: Event) -> bool:
    return event.place is None or event.place.where_prec <= WherePrecision.NEAR


def same_stock(one: Event, two: Event) -> bool:
    """Counts of the same troops in the same place, said within weeks of each other."""
    if one.place is None or two.place is None:
        return False
    if one.place.place.id != two.place.place.id or not _said_together(one, two):
        return False
    return any(
        f.scope is g.scope is FigureScope.STOCK
        and f.kind is g.kind
        and (f.of_iso3 == g.of_iso3 or _may_be_same_men(one, f, two, g))
        for f in one.figures
        for g in two.figures
    )


def _may_be_same_men(one: Event, f: FigureClaim, two: Event, g: FigureClaim) -> bool:
    """Of one count whose men they are is not said: then it must be about as many."""
    return (
        None in {f.of_iso3, g.of_iso3}
        and ratio(f, g) <= _MOST_UNNAMED_RATIO
        and same_sides(one.actors, two.actors)
    )


def same_campaign(one: Event, two: Event) -> bool:
    """Running tolls of one side in one place: each sums up what went before."""
    if one.place is None or two.place is None or one.event_type is not two.event_type:
        return False
    if one.place.place.id != two.place.place.id or not _said_together(one, two):
        return False
    ratios = [
        ratio(f, g)
        for f in one.figures
        for g in two.figures
        if f.scope is g.scope is FigureScope.CUMULATIVE
        and {f.kind, g.kind} <= HARMED
        and same_counted(f, g)
    ]
    return bool(ratios) and (
        max(ratios) <= _MOST_CAMPAIGN_RATIO and same_sides(one.actors, two.actors)
    )


def same_counted(one: FigureClaim, two: FigureClaim) -> bool:
    """The same nationality, or none said of one of them."""
    return None in {one.of_iso3, two.of_iso3} or one.of_iso3 == two.of_iso3


def ratio(one: FigureClaim, two: FigureClaim) -> float:
    """How many times the smaller the larger is; 1 where one says nothing."""
    low, high = sorted((one.size, two.size))
    return high / low if low else 1.0


def _said_together(one: Event, two: Event) -> bool:
    return said_within(one, two, _STOCK_DAYS)


def said_within(one: Event, two: Event, days: int) -> bool:
    """Published so few days apart; without a day, in one article."""
    if one.published is None or two.published is None:
        return bool(set(one.article_ids) & set(two.article_ids))
    return abs((one.published - two.published).days) <= days
