"""Names said to lie so far from another: "Zamzam, a camp 15 km south of El Fasher".

The wording places the first name, not the second; where no table has the first, it
is drawn at the place so described.
"""

import re
from collections.abc import Mapping, Sequence

from geoevents.models.mention import Toponym
from geoevents.resolve.lists import listed_with

_PLACING = frozenset({"offset", "near", "outside", "between"})
# ", a garrison town of 4,000 people some" and the like; a verb or a stop ends it.
_LEAD = re.compile(
    r"(?: (?:village|town|area|camp|settlement|hamlet|district))? ?[,(–—-]? ?(?:(?:an?|the|another|now)(?: [\w,'’-]+){1,7}?)?,?"
    r"(?: (?:about|some|just|roughly|around|nearly|almost|over|only|barely|which is|which lies|lying|located)){0,2} ?"
)
# "the village of Zabamari near Biu", "Zabamari, a small village near Maiduguri":
# only an unknown name is placed by so little.
_BARE = re.compile(
    r"(?:(?:,? (?:an?|the)(?: [\w'’-]+){0,3})? "
    r"(?:villages?|towns?|community|area|settlements?|camp|district|suburb|hamlet))?,? ?",
    re.IGNORECASE,
)


_SEVERAL = re.compile(r" (?:villages|towns|settlements|communities)\b")


def located_by(text: str, toponyms: Sequence[Toponym], index: int) -> int | None:
    """The next toponym where its relation says where this one lies, else None."""
    if index + 1 >= len(toponyms):
        return None
    left, right = toponyms[index], toponyms[index + 1]
    relation = right.relation
    if relation is None or relation.kind not in _PLACING:
        return None
    is_bare = relation.distance_km is None and relation.bearing_deg is None
    if is_bare and (left.standing or relation.text.startswith("on the road")):
        return None  # of a road nobody says how far along
    gap = text[left.span.end : right.span.start]
    at = gap.find(relation.text)
    if at <= 0 or any(mark in gap for mark in ";.:\n"):
        return None
    lead = _BARE if is_bare else _LEAD
    return index + 1 if lead.fullmatch(gap[:at]) else None


def standing_by(text: str, toponyms: Sequence[Toponym]) -> dict[int, int]:
    """For each toponym said to be near, or so far from, the next one: that one's index.

    "Sadove, near Kherson"; "Serhiivka, a resort near Odesa": of the places called so
    the one that lies there.
    """
    found = {}
    for index, right in enumerate(toponyms[1:]):
        left, relation = toponyms[index], right.relation
        if relation is None or relation.kind not in _PLACING:
            continue
        gap = text[left.span.end : right.span.start]
        at = gap.find(relation.text)
        if at > 0 and gap[0] in ",(" and _LEAD.fullmatch(gap[:at]):
            found[index] = index + 1
    return found


def locating(text: str, toponyms: Sequence[Toponym]) -> dict[int, int]:
    """For each toponym that only says where another lies: that other one's index."""
    pairs = ((located_by(text, toponyms, i), i) for i in range(len(toponyms)))
    return {locator: placed for locator, placed in pairs if locator is not None}


def told_by(
    text: str, toponyms: Sequence[Toponym], locators: Mapping[int, int]
) -> dict[int, int]:
    """The other way round; "Balu and Dungura villages near Biu" both lie there."""
    found = {placed: locator for locator, placed in locators.items()}
    for placed, locator in list(found.items()):
        is_list = _SEVERAL.match(text, toponyms[placed].span.end)
        for other in listed_with(text, toponyms, placed) if is_list else ():
            found.setdefault(other, locator)
    return found
