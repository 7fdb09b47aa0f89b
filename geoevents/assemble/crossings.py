"""Troops going over a border: told of the country, or of the first town on their way."""

import re
import tomllib
from functools import cache
from importlib import resources

from geoevents.assemble.tellings import of_same_sides, told_in
from geoevents.models.event import Event
from geoevents.models.place import WherePrecision
from geoevents.models.report import EventType


def same_crossing(one: Event, two: Event) -> bool:
    """On one day: "crossed into Russia", "the incursion at Sudzha"."""
    if not (is_crossing(one) and is_crossing(two)):
        return False
    if one.place is None or two.place is None or one.dates != two.dates:
        return False
    return (
        one.place.place.country == two.place.place.country
        and WherePrecision.COUNTRY in {one.place.where_prec, two.place.where_prec}
        and of_same_sides(one, two)
    )


def is_crossing(event: Event) -> bool:
    """Fighting of one day, told in words of going over a border or as an incursion."""
    days = event.dates
    is_on_a_day = days is not None and days.days == 1
    return (
        event.event_type is EventType.BATTLES
        and is_on_a_day
        and any(_words().search(words) for words in told_in(event))
    )


@cache
def _words() -> re.Pattern[str]:
    source = resources.files("geoevents.assemble") / "crossings.toml"
    told = tomllib.loads(source.read_text("utf-8"))
    nouns, going, over = (
        "|".join(map(re.escape, told[key])) for key in ("nouns", "going", "over")
    )
    invading = "|".join(map(re.escape, told["invading"]))
    return re.compile(
        rf"\b(?:(?:{nouns})s?|{invading}|(?:{going})\b.*\b(?:{over}))\b", re.IGNORECASE
    )
