"""Counts of one and the same thing: a great toll, a stock of troops, a campaign."""

from geoevents.assemble.tellings import (
    at_one_place,
    in_one_article,
    of_same_sides,
    said_within,
)
from geoevents.models.event import Event, FigureClaim
from geoevents.models.figure import HARMED, FigureKind, FigureScope
from geoevents.models.place import WherePrecision
from geoevents.models.report import EventType

_MOST_DEATHS_RATIO = 2.0
_FEWEST_DEAD = 10
# Told without its day, a toll must be more nearly the same, and told in one week.
_MOST_UNDATED_RATIO = 1.25
UNDATED_DAYS = 7
# No country has two such calamities of a kind on a day, but for a war's worst.
_MANY_DEAD = 50
# A campaign's toll grows from week to week.
_MOST_CAMPAIGN_RATIO = 12.0
_MOST_UNNAMED_RATIO = 1.5
_MANY_LOST = 500
STOCK_DAYS = 45


def largest_of(event: Event) -> dict[FigureKind, int]:
    """By kind the largest count that is no part of another."""
    largest: dict[FigureKind, int] = {}
    for figure in event.figures:
        if figure.scope is not FigureScope.SUBSET and figure.size:
            largest[figure.kind] = max(figure.size, largest.get(figure.kind, 0))
    return largest


def _dead(event: Event) -> int:
    return largest_of(event).get(FigureKind.KILLED, 0)


def is_great_toll(event: Event) -> bool:
    """So many dead that whoever is named with them, it is one event."""
    return _dead(event) >= _FEWEST_DEAD


def same_deaths(one: Event, two: Event) -> bool:
    """About as many dead, and not few, in one town on one day: whoever is named with it.

    The number of the wounded grows faster than the papers are printed.
    """
    day = one.dates
    if day is None or day != two.dates or day.days > 1:
        return False
    return is_fine(one) and is_fine(two) and as_many_dead(one, two, _MOST_DEATHS_RATIO)


def same_great_toll(one: Event, two: Event) -> bool:
    """By different papers: one does not say the day, or only the country.

    "At least 90 died on Thursday in the north of Mali" may be told of one town there.
    """
    if in_one_article(one, two) or one.place is None or two.place is None:
        return False
    if one.dates is None or two.dates is None:
        return (
            at_one_place(one, two)
            and is_fine(one)
            and said_within(one, two, UNDATED_DAYS)
            and as_many_dead(one, two, _MOST_UNDATED_RATIO)
        )
    return (
        one.dates == two.dates
        and is_in_whole_country(one)
        and is_in_whole_country(two)
        and one.place.place.country == two.place.place.country
        and WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}
        and one.event_type is two.event_type
        and as_many_dead(one, two, _MOST_DEATHS_RATIO)
    )


def is_in_whole_country(event: Event) -> bool:
    """Many dead on one day: the places of two tellings may be a town and its country."""
    day = event.dates
    return day is not None and day.days == 1 and _dead(event) >= _MANY_DEAD


def as_many_dead(one: Event, two: Event, most: float) -> bool:
    """Not few, and of one at most so many times as of the other."""
    low, high = sorted((_dead(one), _dead(two)))
    return low >= _FEWEST_DEAD and high <= most * low


def within_ratio(one: Event, two: Event, most: float) -> bool:
    """The largest of each kind no further apart; nothing to compare agrees."""
    ours, theirs = largest_of(one), largest_of(two)
    return all(
        max(ours[kind], theirs[kind]) <= most * min(ours[kind], theirs[kind])
        for kind in ours.keys() & theirs.keys()
    )


def is_fine(event: Event) -> bool:
    """Placed no more widely than near a town, if at all."""
    return event.place is None or event.place.where_prec <= WherePrecision.NEAR


def same_stock(one: Event, two: Event) -> bool:
    """Counts of the same troops in the same place, said within weeks of each other."""
    if not at_one_place(one, two) or not said_within(one, two, STOCK_DAYS):
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
        and of_same_sides(one, two)
    )


def same_campaign(one: Event, two: Event) -> bool:
    """Running tolls of one side in one place: each sums up what went before."""
    if one.event_type is not two.event_type or not at_one_place(one, two):
        return False
    if not said_within(one, two, STOCK_DAYS):
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
        max(ratios) <= _MOST_CAMPAIGN_RATIO and of_same_sides(one, two)
    )


def same_losses(one: Event, two: Event) -> bool:
    """Of one nation's troops, told without a day, and once without a place as well.

    "More than 3,000 killed or wounded in Kursk region", "300 killed and 2,700 wounded".
    """
    if one.place is not None and two.place is not None:
        return False
    ours, theirs = losses_of(one), losses_of(two)
    if ours is None or theirs is None or ours[0] != theirs[0]:
        return False
    low, high = sorted((ours[1], theirs[1]))
    return high <= _MOST_UNDATED_RATIO * low and said_within(one, two, STOCK_DAYS)


def losses_of(event: Event) -> tuple[str, int] | None:
    """(nation, how many killed and wounded) of many troops; None with a day, or of few."""
    if event.event_type is not EventType.BATTLES or event.dates or event.partial_date:
        return None
    nations = {f.of_iso3 for f in event.figures if f.kind in HARMED} - {None}
    largest = largest_of(event)
    total = max(
        largest.get(FigureKind.CASUALTIES, 0),
        largest.get(FigureKind.KILLED, 0) + largest.get(FigureKind.WOUNDED, 0),
    )
    if len(nations) != 1 or total < _MANY_LOST:
        return None
    return str(*nations), total


def same_counted(one: FigureClaim, two: FigureClaim) -> bool:
    """The same nationality, or none said of one of them."""
    return None in {one.of_iso3, two.of_iso3} or one.of_iso3 == two.of_iso3


def ratio(one: FigureClaim, two: FigureClaim) -> float:
    """How many times the smaller the larger is; 1 where one says nothing."""
    low, high = sorted((one.size, two.size))
    return high / low if low else 1.0
