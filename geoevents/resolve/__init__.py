"""Toponyms to places: all candidates scored, the best kept with reasons, or none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from geoevents.models.article import Article
from geoevents.models.mention import Mentions, Toponym
from geoevents.models.place import (
    Candidate,
    Place,
    PlaceKind,
    PlaceRole,
    Resolution,
    WherePrecision,
)
from geoevents.resolve.apposed import locating, standing_by, told_by
from geoevents.resolve.candidates import (
    CandidateSource,
    NameGroup,
    add_variants,
    fill_candidates,
    group_key,
    group_names,
    seat_of,
)
from geoevents.resolve.choice import choose
from geoevents.resolve.confidence import acceptable, confidence_of
from geoevents.resolve.countries import About
from geoevents.resolve.geometry import whereabouts
from geoevents.resolve.lists import listed_with
from geoevents.resolve.nationalities import add_nationalities, nationalities_in
from geoevents.resolve.quarters import place_quarters
from geoevents.resolve.rank import ALTERNATIVES_KEPT, Ranked, rank_groups
from geoevents.resolve.unknown import fill_unknown

__all__ = ["CandidateSource", "OnlineSource", "resolve_toponyms"]

# Spelling variants are looked for in the countries the article is most about.
VARIANT_COUNTRIES = 2
# What one is at or near is a spot, where a unit and its seat share a name.
_AT = re.compile(
    r"\b(?:at|near|outside|(?:port|streets|outskirts|centre|center) of)\s\Z"
)
TOWN_REACH = 16


class OnlineSource(Protocol):
    """An online geocoder, asked only for what the gazetteer lacks."""

    def find(self, name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
        """Candidates, best first; empty where it has none or cannot be reached."""
        ...


_Taken = Sequence[Ranked] | str  # places that will do, the best first, or why none


@dataclass(frozen=True, slots=True)
class _Meanings:
    """What each name may mean, and what the article is about then."""

    ranked: Mapping[str, list[Ranked]]
    accepted: Mapping[str, _Taken]  # without the names that no place has
    about: About


@dataclass(frozen=True, slots=True)
class _Chosen:
    ranked: Ranked
    reasons: tuple[str, ...]
    confidence: float
    alternatives: tuple[Candidate, ...]


def resolve_toponyms(
    article: Article,
    mentions: Mentions,
    sources: CandidateSource,
    *,
    geocoder: OnlineSource | None = None,
) -> tuple[Resolution, ...]:
    """One resolution a toponym, in the same order; unresolved ones say why."""
    toponyms = mentions.toponyms
    if not toponyms:
        return ()
    groups = group_names(toponyms)
    fill_candidates(groups, sources)
    _add_rivers(mentions, groups, sources)
    for index, other in standing_by(article.text, toponyms).items():
        group = groups[group_key(toponyms[index])]
        group.neighbours |= {group_key(toponyms[other])}
    nationalities = nationalities_in(article.text, sources)
    add_nationalities(article.text, groups, toponyms, sources)
    meant = _meanings(groups, toponyms, nationalities)
    if _fill_gaps(groups, meant, sources, geocoder):
        meant = _meanings(groups, toponyms, nationalities)
    chosen = [
        _choose(
            index,
            groups[group_key(toponym)],
            meant.accepted,
            toponyms,
            bare_hint=_bare_hint(article.text, toponyms, index, meant.ranked),
        )
        for index, toponym in enumerate(toponyms)
    ]
    locators = locating(article.text, toponyms)
    found = [
        _resolution(index, toponym, toponyms, chosen, locators)
        for index, toponym in enumerate(toponyms)
    ]
    found = _told_once(toponyms, found)
    found = place_quarters(article.text, toponyms, found)
    return fill_unknown(toponyms, found, told_by(article.text, toponyms, locators))


def _add_rivers(
    mentions: Mentions, groups: Mapping[str, NameGroup], sources: CandidateSource
) -> None:
    """ "the Limpopo" is the river, which tables call Limpopo River."""
    for index, toponym in enumerate(mentions.toponyms):
        group = groups[group_key(toponym)]
        if " " in group.name or not _is_after_article(mentions, index):
            continue
        kinds = {candidate.place.kind for candidate in group.candidates}
        if PlaceKind.COUNTRY not in kinds and PlaceKind.WATER not in kinds:
            rivers = sources.find(f"{group.name} River")
            group.candidates += tuple(
                c for c in rivers if c.place.kind is PlaceKind.WATER
            )


def _is_after_article(mentions: Mentions, index: int) -> bool:
    """ "the Don", and not "the Don region"."""
    syntax, span = mentions.syntax, mentions.toponyms[index].span
    if not _has_article(syntax.text, mentions.toponyms, index):
        return False
    last = syntax.head_of(span)
    after = syntax.tokens[last.index + 1 : last.index + 2] if last else ()
    return all(token.pos not in {"NOUN", "PROPN", "ADJ"} for token in after)


def _has_article(text: str, toponyms: Sequence[Toponym], index: int) -> bool:
    return text.endswith(("the ", "The "), 0, toponyms[index].span.start)


def _meanings(
    groups: Mapping[str, NameGroup],
    toponyms: Sequence[Toponym],
    nationalities: Mapping[str, int],
) -> _Meanings:
    ranked = rank_groups(groups, toponyms, nationalities)
    about = About.of(ranked, nationalities)
    accepted = {
        key: acceptable(entries, about.beside(entries[0].place))
        for key, entries in ranked.items()
        if entries
    }
    return _Meanings(ranked, accepted, about)


def _fill_gaps(
    groups: Mapping[str, NameGroup],
    meant: _Meanings,
    sources: CandidateSource,
    geocoder: OnlineSource | None,
) -> bool:
    """Variants, then the online geocoder, for names nothing was found for."""
    countries = meant.about.countries()
    changed = False
    for key, group in groups.items():
        if not isinstance(meant.accepted.get(key, ""), str):
            continue
        if group.is_seat:
            country = meant.about.told_of()
            if country is not None and not group.candidates:
                group.candidates = seat_of(country, sources)
                changed |= bool(group.candidates)
            continue
        held = _held_in(group, meant.ranked)
        wanted = held or [*group.nationalities] or list(countries[:VARIANT_COUNTRIES])
        before = len(group.candidates)
        add_variants(group, wanted, sources)
        if len(group.candidates) == before and geocoder is not None:
            bias = wanted[0] if wanted else None
            group.candidates += geocoder.find(group.name, country=bias)
        changed |= len(group.candidates) > before
    return changed


def _held_in(group: NameGroup, ranked: Mapping[str, list[Ranked]]) -> list[str]:
    """Countries of what the text says the name lies in."""
    return [
        entries[0].place.country
        for key in sorted(group.containers)
        if (entries := ranked.get(key)) and entries[0].place.country
    ]


def _choose(
    index: int,
    group: NameGroup,
    accepted: Mapping[str, _Taken],
    toponyms: Sequence[Toponym],
    *,
    bare_hint: PlaceKind | None,
) -> _Chosen | str:
    """The choice for one mention, or why there is none."""
    toponym, entries = toponyms[index], accepted.get(group.key)
    if entries is None:
        return f"no place called {toponym.name} is known"
    if isinstance(entries, str):
        return entries
    hint = toponym.hint
    if hint is None and toponym.relation is None:
        hint = _shared_hint(group, toponyms, index)
    hint = hint or bare_hint
    best, reasons = choose(entries, hint)
    if group.is_seat:
        reasons = ("the text tells of the capital and does not name it",)
    others = [entry for entry in entries if entry is not best]
    return _Chosen(
        ranked=best,
        reasons=reasons,
        confidence=confidence_of(best, entries, toponym),
        alternatives=tuple(e.scored for e in others[:ALTERNATIVES_KEPT]),
    )


def _bare_hint(
    text: str,
    toponyms: Sequence[Toponym],
    index: int,
    ranked: Mapping[str, list[Ranked]],
) -> PlaceKind | None:
    """ "the Dnipro" is no town; "Eldoret, Nakuru and Meru" and "at Batken" all are."""
    if _has_article(text, toponyms, index):
        return PlaceKind.WATER
    start = toponyms[index].span.start
    if _AT.search(text, max(start - TOWN_REACH, 0), start):
        return PlaceKind.TOWN
    others = [toponyms[i] for i in listed_with(text, toponyms, index)]
    towns = [
        other
        for other in others
        if (entries := ranked[group_key(other)])
        and entries[0].place.kind is PlaceKind.TOWN
        and other.hint in {None, PlaceKind.TOWN}
    ]
    return PlaceKind.TOWN if len(towns) * 2 >= len(others) > 0 else None


def _shared_hint(
    group: NameGroup, toponyms: Sequence[Toponym], index: int
) -> PlaceKind | None:
    """ "Kursk" after "the Kursk region": the unit, unless the town is named too."""
    hints = {toponyms[i].hint for i in group.members} - {None}
    before = [i for i in group.members if toponyms[i].hint is not None and i < index]
    is_seat_named = any(
        toponyms[i].hint is None and toponyms[i].role is PlaceRole.DATELINE
        for i in group.members
    )
    if hints != {PlaceKind.ADMIN1} or not before or is_seat_named:
        return None
    return PlaceKind.ADMIN1


def _resolution(
    index: int,
    toponym: Toponym,
    toponyms: Sequence[Toponym],
    chosen: Sequence[_Chosen | str],
    locators: Mapping[int, int],
) -> Resolution:
    choice = chosen[index]
    if isinstance(choice, str):
        return _fallback(index, toponym, toponyms, chosen, choice)
    place = choice.ranked.place
    relation = None if index in locators else toponym.relation
    other = _place_of(chosen, relation.other) if relation else None
    point, radius_m, precision, label = whereabouts(place, relation, other)
    return Resolution(
        toponym=index,
        place=place,
        point=point,
        radius_m=radius_m,
        where_prec=precision,
        confidence=choice.confidence,
        alternatives=choice.alternatives,
        reasons=(*choice.reasons, *choice.ranked.reasons),
        label=label,
    )


def _told_once(
    toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> list[Resolution]:
    """What the text says once of an unknown village holds wherever it is named."""
    told = {
        group_key(toponyms[resolution.toponym]): resolution
        for resolution in reversed(resolutions)
        if resolution.place is not None
    }
    return [
        replace(other, toponym=index)
        if resolution.place is None
        and (other := told.get(group_key(toponyms[index]))) is not None
        else resolution
        for index, resolution in enumerate(resolutions)
    ]


def _place_of(chosen: Sequence[_Chosen | str], index: int | None) -> Place | None:
    if index is None or not 0 <= index < len(chosen):
        return None
    choice = chosen[index]
    return None if isinstance(choice, str) else choice.ranked.place


def _fallback(
    index: int,
    toponym: Toponym,
    toponyms: Sequence[Toponym],
    chosen: Sequence[_Chosen | str],
    reason: str,
) -> Resolution:
    """An unknown village is drawn as the unit it is said to lie in, and says so."""
    container = _known_container(toponym, toponyms, chosen)
    place = _place_of(chosen, container)
    if place is None or container is None or not _may_stand_for(place, toponym):
        return Resolution(toponym=index, place=None, reasons=(reason,))
    point, radius_m, precision, _ = whereabouts(
        place, toponyms[container].relation, None
    )
    return Resolution(
        toponym=index,
        place=place,
        point=point,
        radius_m=radius_m,
        where_prec=max(precision, WherePrecision.NEAR),
        confidence=0.4,
        reasons=(reason, f"placed as {place.name}, in which it is said to lie"),
        label=f"{toponym.name}, {place.name}",
    )


def _known_container(
    toponym: Toponym, toponyms: Sequence[Toponym], chosen: Sequence[_Chosen | str]
) -> int | None:
    """Of "Nurka village of Gidin in Wukari district" the district, if Gidin is unknown."""
    container, seen = toponym.container, set()
    while container is not None and container not in seen:
        if _place_of(chosen, container) is not None:
            return container
        seen.add(container)
        container = toponyms[container].container
    return None


def _may_stand_for(place: Place, toponym: Toponym) -> bool:
    """No country says where a village is, nor a sea: a port city lies on its shore."""
    if place.kind is PlaceKind.COUNTRY:
        return False
    return place.kind is not PlaceKind.SEA or toponym.hint is not PlaceKind.TOWN
