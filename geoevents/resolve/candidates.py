"""Which places each name of an article could mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from geoevents.models.mention import SEAT, Toponym
from geoevents.models.place import Candidate, Place, PlaceKind

# More than this only costs time: candidates come most populous first.
MOST_CANDIDATES = 40
_UNIT_TAIL = re.compile(
    r"\s+(?:county|parish|district|township|borough|municipality|island|islands|city|"
    r"town|village|valley|area|metropolitan area|peninsula|heights|camp|lga|"
    r"local government(?: area| council)?|local council(?: area)?)$",
    re.IGNORECASE,
)
_PART_HEAD = re.compile(
    r"^(?:north|south|east|west|upper|lower|northern|southern|eastern|western|central|"
    r"greater|inner|outer|old|downtown|metropolitan|city of|town of|village of|"
    r"port of|county|lake|mount)\s+",
    re.IGNORECASE,
)
_SIDES = frozenset({"north", "south", "east", "west", "central", "upper", "lower"})


class CandidateSource(Protocol):
    """What resolution asks of a table of places."""

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Every place of this name, the most populous first."""
        ...

    def find_variants(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Places of a country (ISO alpha-2) spelled nearly like this."""
        ...

    def country(self, iso2: str) -> Place | None:
        """A country."""
        ...

    def capital(self, iso2: str) -> Place | None:
        """A country's seat of government."""
        ...

    def nationality(self, word: str) -> str | None:
        """ISO alpha-2 of a demonym, or None."""
        ...


@dataclass(slots=True)
class NameGroup:
    """All mentions of one name in one article: one sense for them all."""

    key: str
    name: str
    members: list[int] = field(default_factory=list)  # indices of toponyms
    candidates: tuple[Candidate, ...] = ()
    hints: frozenset[PlaceKind] = frozenset()
    containers: frozenset[str] = frozenset()  # keys of groups it is said to lie in
    neighbours: frozenset[str] = frozenset()  # keys of groups it is said to lie by
    is_seat: bool = False  # "the Iraqi capital", which no table has by that name
    nationalities: frozenset[str] = frozenset()  # "the Lebanese city of Tripoli"


def group_names(toponyms: Sequence[Toponym]) -> dict[str, NameGroup]:
    """Groups by name; hints and containers of all mentions together."""
    groups: dict[str, NameGroup] = {}
    for index, toponym in enumerate(toponyms):
        key = group_key(toponym)
        group = groups.setdefault(key, NameGroup(key=key, name=toponym.name))
        group.members.append(index)
        group.is_seat = toponym.standing == SEAT
        if toponym.hint is not None:
            group.hints |= {toponym.hint}
        if toponym.container is not None:
            group.containers |= {group_key(toponyms[toponym.container])}
    return groups


def group_key(toponym: Toponym) -> str:
    """What makes two mentions the same name."""
    return toponym.name.casefold().replace(".", "")


def fill_candidates(groups: dict[str, NameGroup], source: CandidateSource) -> None:
    """Looks every name up; strips unit and part words where the whole is unknown."""
    for group in groups.values():
        if group.is_seat:
            _fill_described(group, source)
        else:
            group.candidates = find_candidates(group.name, source)


def _fill_described(group: NameGroup, source: CandidateSource) -> None:
    """ "Iraqi capital" is that country's; "capital" waits for the article's country."""
    owner = group.name.rpartition(" ")[0]
    country = source.nationality(owner) or _country_called(owner, source)
    if country is not None:
        group.candidates = seat_of(country, source)


def _country_called(name: str, source: CandidateSource) -> str | None:
    found = source.find(name) if name else ()
    kinds = (c.place for c in found if c.match == "name")
    return next((p.country for p in kinds if p.kind is PlaceKind.COUNTRY), None)


def seat_of(country: str, source: CandidateSource) -> tuple[Candidate, ...]:
    """The capital of a country (ISO alpha-2) as the one candidate of a description."""
    place = source.capital(country)
    if place is None:
        return ()
    return (Candidate(place=place, score=0.0, matched=place.name, match="name"),)


def find_candidates(name: str, source: CandidateSource) -> tuple[Candidate, ...]:
    """Exact matches, else matches of the name without its unit or part word."""
    found = source.find(name)
    home = source.nationality(name)
    if home is not None and (country := source.country(home)) is not None:
        # Only where a caller gives the span: our own recogniser keeps nationalities.
        return (Candidate(place=country, score=0.0, matched=name, match="name"),)
    if not found:
        for pattern in (_UNIT_TAIL, _PART_HEAD):
            bare = pattern.sub("", name)
            if bare.casefold() in _SIDES:  # "North County" is no North
                continue
            if bare != name and (found := source.find(bare)):
                found = tuple(
                    Candidate(
                        place=candidate.place,
                        score=candidate.score,
                        matched=candidate.matched,
                        match="affix",
                    )
                    for candidate in found
                    if candidate.match != "postal" and not _is_foreign_name(candidate)
                )
                break
    return found[:MOST_CANDIDATES]


def _is_foreign_name(candidate: Candidate) -> bool:
    """What another language calls a country: "South Pole" is no south of Poland."""
    return candidate.place.kind is PlaceKind.COUNTRY and candidate.match != "name"


def add_variants(
    group: NameGroup, countries: Sequence[str], source: CandidateSource
) -> None:
    """Spelling variants in the countries the article is about, where nothing fits."""
    found: list[Candidate] = []
    for country in countries:
        found.extend(source.find_variants(group.name, country))
    group.candidates = (*group.candidates, *found)[:MOST_CANDIDATES]
