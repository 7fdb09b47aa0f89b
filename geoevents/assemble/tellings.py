"""Two tellings side by side: by one article or two, at one place, said how far apart."""

from collections.abc import Iterator

from geoevents.assemble.parties import same_sides
from geoevents.models.event import Event
from geoevents.models.place import distance_km


def in_one_article(one: Event, two: Event) -> bool:
    """Some article tells both."""
    return bool(set(one.article_ids) & set(two.article_ids))


def in_one_sentence(one: Event, two: Event) -> bool:
    """Both rest on the same words of an article."""
    first, second = (
        {(claim.quote.article_id, claim.quote.span) for claim in event.claims}
        for event in (one, two)
    )
    return bool(first & second)


def at_one_place(one: Event, two: Event) -> bool:
    """Both are placed, and by the same place of the gazetteer."""
    if one.place is None or two.place is None:
        return False
    return one.place.place.id == two.place.place.id


def within_reach(one: Event, two: Event) -> bool:
    """One's point lies within the other's uncertainty: a market, the city around it."""
    if one.place is None or two.place is None:
        return False
    reach = max(one.place.radius_m, two.place.radius_m) / 1000
    return distance_km(one.place.point, two.place.point) <= reach


def of_same_sides(one: Event, two: Event) -> bool:
    """Nothing that their words name tells their sides apart; see ``same_sides``."""
    return same_sides(one.known_actors, two.known_actors)


def shared_sides(one: Event, two: Event) -> set[str]:
    """Whom the words of both name."""
    return set(one.known_actors) & set(two.known_actors)


def said_within(one: Event, two: Event, days: int) -> bool:
    """Published so few days apart; without a day, in one article."""
    if one.published is None or two.published is None:
        return in_one_article(one, two)
    return abs((one.published - two.published).days) <= days


def told_in(event: Event) -> Iterator[str]:
    """The words that tell it, of each telling: "crossed into"."""
    for claim in event.claims:
        quote = claim.quote
        for span, mark in quote.highlights:
            if mark == "trigger":
                first = span.start - quote.span.start
                yield quote.text[first : first + len(span)]
