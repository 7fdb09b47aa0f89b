"""Parts of a town: "the Pettah quarter", "Independence Square", "districts of Penha".

Tables know few of them, and the same names again in other towns. The wording says
that they lie in a town, and the last one named is nearly always the one.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geoevents.models.mention import Toponym
from geoevents.models.place import (
    PlaceKind,
    PlaceRole,
    Resolution,
    WherePrecision,
    distance_km,
)

_PART = (
    r"(?:quarter|neighbou?rhood|suburb|favela|slum|ghetto|square|street|avenue|"
    r"boulevard|roundabout|ward|borough)"
)
_AFTER = re.compile(
    rf"(?: |['’]s |, (?:an?|the) )(?:[\w-]+ ){{0,2}}?(?:{_PART}|market|bridge)s?\b"
)
_UNIT_AFTER = re.compile(
    r"(?: |, (?:an?|the) (?:[\w-]+ ){0,2})districts?\b(?! of [A-Z])"
)
_NAMES = r"(?:[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*(?:, | and |, and ))*"
_BEFORE = re.compile(rf"\b(?:{_PART}|district)s? of {_NAMES}$")
_LAST_WORD = re.compile(
    r"\b(?:Square|Street|Avenue|Boulevard|Bridge|Market|Quarter|Roundabout|Chowk|"
    r"Plaza|Gate)$"
)
# Every second town has one.
_IN_MANY_TOWNS = re.compile(
    r"(?:Old City|Old Town|Old Quarter|Green Zone|City Cent(?:re|er)|Town Hall|"
    r"Casbah|Kasbah|Chinatown|Downtown|Grand Bazaar|Great Mosque|Central Market)$",
    re.IGNORECASE,
)
_BEFORE_CHARACTERS = 90
# So far back in the text a town still holds what is named without it.
_REACH_CHARACTERS = 700
# Where none is named before, the next one is it, so near in the text.
_NEXT_CHARACTERS = 120
# Of such a size, or the article's own, a town has parts with names.
_TOWN_PEOPLE = 30_000
# A namesake this far from the town is another place, if nothing else speaks for it.
_PART_KM = 60.0
_DOUBTFUL = 0.6
# Measured on our own articles: 15 of 17 within their tolerance.
_CONFIDENCE, _RADIUS_M = 0.7, 15_000


def place_quarters(
    text: str, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> list[Resolution]:
    """The same resolutions; parts of a town that are unknown stand in that town."""
    placed = list(resolutions)
    for index, resolution in enumerate(resolutions):
        wording = _wording(text, toponyms[index])
        if wording is None:
            continue
        holder = _town(index, toponyms, placed)
        if holder is None and wording == "any":
            holder = _next_town(index, toponyms, placed)
        if holder is not None and _is_needed(resolution, placed[holder], wording):
            placed[index] = _inside(index, toponyms[index], resolution, placed[holder])
    return placed


def _wording(text: str, toponym: Toponym) -> str | None:
    """ "part" where it is said to be part of a town, "unit" where that may be.

    "any" where its name is that of a part of many towns.
    """
    start, end = toponym.span.start, toponym.span.end
    if _IN_MANY_TOWNS.match(toponym.name):
        return "any"
    before = text[max(0, start - _BEFORE_CHARACTERS) : start]
    if (
        _AFTER.match(text, end)
        or _BEFORE.search(before)
        or _LAST_WORD.search(toponym.text)
    ):
        return "part"
    return "unit" if _UNIT_AFTER.match(text, end) else None


def _is_needed(resolution: Resolution, town: Resolution, wording: str) -> bool:
    if resolution.place is None:
        return True
    if wording == "unit" or town.point is None or resolution.point is None:
        return False
    is_elsewhere = distance_km(resolution.point, town.point) > _PART_KM
    return is_elsewhere and (wording == "any" or resolution.confidence < _DOUBTFUL)


def _town(
    index: int, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> int | None:
    """The town it is said to lie in, else the last one named before it."""
    container = toponyms[index].container
    if container is not None and _is_town(resolutions[container], PlaceRole.DATELINE):
        return container
    earliest = toponyms[index].span.start - _REACH_CHARACTERS
    for other in range(index - 1, -1, -1):
        if toponyms[other].span.end < earliest:
            return None
        if toponyms[other].role is PlaceRole.SPEAKER:
            continue
        if _is_town(resolutions[other], toponyms[other].role):
            return other
    return None


def _next_town(
    index: int, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> int | None:
    latest = toponyms[index].span.end + _NEXT_CHARACTERS
    for other in range(index + 1, len(toponyms)):
        if toponyms[other].span.start > latest:
            return None
        if _is_town(resolutions[other], toponyms[other].role):
            return other
    return None


def _is_town(resolution: Resolution, role: PlaceRole) -> bool:
    place = resolution.place
    if place is None or place.kind is not PlaceKind.TOWN or resolution.stands_in:
        return False
    return place.population >= _TOWN_PEOPLE or role is PlaceRole.DATELINE


def _inside(
    index: int, toponym: Toponym, unknown: Resolution, town: Resolution
) -> Resolution:
    place = town.place
    name = place.name if place else ""
    return replace(
        town,
        toponym=index,
        where_prec=WherePrecision.NEAR,
        radius_m=max(town.radius_m or 0, _RADIUS_M),
        confidence=min(_CONFIDENCE, town.confidence),
        alternatives=unknown.alternatives,
        reasons=(
            *(unknown.reasons if unknown.place is None else ()),
            f"a part of a town; {name} is the last one named",
        ),
        label=f"{toponym.name}, {name}",
    )
