"""Towns and the districts they lie in, both named in one article.

"Paris" beside "Henry County" is the town in that county, whatever the size of its
namesakes: that both names meet by chance is rare.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from geoevents.models.place import Place, PlaceKind
from geoevents.resolve.candidates import NameGroup
from geoevents.resolve.context import Vote

TOWN_IN_DISTRICT_VOTE = 3.5
DISTRICT_OF_TOWN_VOTE = 2.5

District = tuple[str, str, str]  # country, first-order unit, name


@dataclass(frozen=True, slots=True)
class Districts:
    """For each district the groups that may name it, or a town in it."""

    named: Mapping[District, frozenset[str]]
    settled: Mapping[District, frozenset[str]]


_NONE = Districts(named={}, settled={})


def find_districts(groups: Iterable[NameGroup]) -> Districts:
    """Only names worded as a district ("Henry County") count as one."""
    groups = list(groups)
    if not any(PlaceKind.ADMIN2 in group.hints for group in groups):
        return _NONE  # few articles name any
    named: dict[District, set[str]] = defaultdict(set)
    for group in groups:
        for place in _places(group) if PlaceKind.ADMIN2 in group.hints else ():
            if place.kind is PlaceKind.ADMIN2:
                named[_of(place, place.name)].add(group.key)
    settled: dict[District, set[str]] = defaultdict(set)
    for group in groups:
        for place in _places(group):
            if place.kind is PlaceKind.TOWN and place.admin2 is not None:
                settled[_of(place, place.admin2)].add(group.key)
    return Districts(
        named={district: frozenset(keys) for district, keys in named.items()},
        settled={
            district: frozenset(keys)
            for district, keys in settled.items()
            if district in named
        },
    )


def _places(group: NameGroup) -> Iterator[Place]:
    return (candidate.place for candidate in group.candidates)


def district_votes(key: str, place: Place, districts: Districts) -> list[Vote]:
    """What the district, or a town in it, says for a candidate of group ``key``."""
    if place.kind is PlaceKind.TOWN and place.admin2 is not None:
        table, name = districts.named, place.admin2
        vote = TOWN_IN_DISTRICT_VOTE, f"{name} is named too"
    elif place.kind is PlaceKind.ADMIN2:
        table, name = districts.settled, place.name
        vote = DISTRICT_OF_TOWN_VOTE, "a town of that name lies in it"
    else:
        return []
    others = table.get(_of(place, name), frozenset()) - {key}
    return [vote] if others else []


def _of(place: Place, name: str) -> District:
    return place.country or "", place.admin1_code or "", name
