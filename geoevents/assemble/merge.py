"""Tellings -> events: joined when one and the same, every claim kept.

The order of the tellings never matters, and merging again changes nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from itertools import combinations

from geoevents.assemble.crossings import is_crossing
from geoevents.assemble.identity import stable_id
from geoevents.assemble.recalled import MOST_RECALLED_DAYS
from geoevents.assemble.same import is_passing_mention, is_same
from geoevents.assemble.same_tolls import (
    STOCK_DAYS,
    UNDATED_DAYS,
    is_great_toll,
    is_in_whole_country,
    losses_of,
)
from geoevents.assemble.syndication import find_copies
from geoevents.assemble.takings import TAKEN_DAYS, is_taking
from geoevents.models.event import Claim, Event, FigureClaim
from geoevents.models.figure import LASTING, FigureScope
from geoevents.models.place import Place, WherePrecision
from geoevents.models.report import ClaimStatus, Guess, ReportStatus
from geoevents.models.when import DateBasis, DatePrecision

# One degree of latitude: nothing that is one event is told further apart.
_CELL_DEGREES = 1.0
_SEVERAL = 2  # publishers, from which on copies are looked for
_BASIS_RANK = {
    DateBasis.EXPLICIT: 0,
    DateBasis.WEEKDAY: 1,
    DateBasis.RELATIVE: 2,
    DateBasis.INHERITED: 3,
    DateBasis.PUBLICATION: 4,
    DateBasis.NONE: 5,
}
_STATUS_RANK = {
    ReportStatus.OCCURRED: 0,
    ReportStatus.ONGOING: 1,
    ReportStatus.HISTORICAL: 2,
    ReportStatus.PLANNED: 3,
    ReportStatus.HYPOTHETICAL: 4,
    ReportStatus.DENIED: 5,
}


def merge_events(
    told: Iterable[Event], *, text_of: Callable[[str], str] | None = None
) -> tuple[Event, ...]:
    """Merged events, sorted by date (undated last), then id.

    Args:
        told: tellings, in any order.
        text_of: gives an article's text by its id; with it, syndicated copies count
            as one publisher.
    """
    tellings = sorted(told, key=lambda e: e.report_ids)
    groups = _Groups(len(tellings))
    passing: dict[int, list[int]] = defaultdict(list)
    for one, two in _pairs(tellings):
        if not is_same(tellings[one], tellings[two]):
            continue
        if is_passing_mention(tellings[one], tellings[two]):
            bare, full = sorted((one, two), key=lambda i: bool(tellings[i].figures))
            passing[bare].append(full)
        else:
            groups.join(one, two)
    for bare, others in sorted(passing.items()):
        # Joined with the nearest alone, else two strikes become one through it.
        nearest = min(others, key=lambda i: _apart(tellings[bare], tellings[i]))
        groups.join(bare, nearest)
    members: dict[int, list[Event]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        members[groups.root(index)].append(telling)
    merged = (_merge(group, text_of) for group in members.values())
    return tuple(sorted(merged, key=_by_date))


def _apart(one: Event, two: Event) -> tuple[object, ...]:
    """How far apart in the text the two are told; the report's id breaks ties."""
    first, second = _told_at(one), _told_at(two)
    return (abs(first - second), two.report_ids)


def _told_at(event: Event) -> int:
    return min((claim.quote.span.start for claim in event.claims), default=0)


def _by_date(event: Event) -> tuple[bool, str, str]:
    return (event.date_start is None, str(event.date_start), event.event_id)


class _Groups:
    """Disjoint sets; the smallest index of a set stands for it."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, one: int, two: int) -> None:
        low, high = sorted((self.root(one), self.root(two)))
        self._parent[high] = low


def _pairs(tellings: list[Event]) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing: same article, or same or next cell and month.

    Blocks keep the work near linear: 100,000 tellings are never compared all to all.
    """
    blocks: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for index, telling in enumerate(tellings):
        for key in _block_keys(telling):
            blocks[key].append(index)
    seen: set[tuple[int, int]] = set()
    for _, indices in sorted(blocks.items(), key=lambda item: str(item[0])):
        for pair in combinations(indices, 2):
            if pair not in seen:
                seen.add(pair)
                yield pair


def _block_keys(telling: Event) -> Iterator[tuple[object, ...]]:
    for article_id in telling.article_ids:
        yield ("article", article_id)
    losses = losses_of(telling)
    if losses is not None:
        yield from _near_days({telling.published}, losses[0], STOCK_DAYS)
    if telling.place is None:
        return
    yield from _counted_keys(telling, telling.place.place)
    point = telling.place.point
    row, column = round(point.lat / _CELL_DEGREES), round(point.lon / _CELL_DEGREES)
    for lat in (row - 1, row, row + 1):
        for lon in (column - 1, column, column + 1):
            for month in _months(telling):
                yield ("cell", lat, lon, month)


def _months(telling: Event) -> set[int]:
    """Of its first and its last day; looked back on, of all between: counted from 0."""
    dates = telling.dates
    if dates is None:
        return set()
    first, last = (day.year * 12 + day.month for day in (dates.start, dates.end))
    if telling.status is ReportStatus.HISTORICAL and dates.days <= MOST_RECALLED_DAYS:
        return set(range(first, last + 1))
    return {first, last}


def _counted_keys(telling: Event, place: Place) -> Iterator[tuple[object, ...]]:
    """For what is known by its count or its ground, though one tells no day of it."""
    said = {telling.published}
    if any(f.scope in LASTING for f in telling.figures):
        yield from _near_days(said, place.id, STOCK_DAYS)
    if is_taking(telling):
        days = said | {telling.date_start, telling.date_end}
        yield from _near_days(days, place.id, TAKEN_DAYS)
    if is_great_toll(telling):
        yield from _near_days(said, place.id, UNDATED_DAYS)
    if is_in_whole_country(telling) or is_crossing(telling):
        yield ("country", place.country, telling.date_start)


def _near_days(
    days: set[date | None], place: str, apart: int
) -> Iterator[tuple[object, ...]]:
    """In one place, days so far apart at most: two such share a key."""
    for day in days:
        if day is not None:
            number = day.toordinal() // apart
            yield ("days", place, apart, number)
            yield ("days", place, apart, number + 1)


def _merge(group: list[Event], text_of: Callable[[str], str] | None) -> Event:
    if len(group) == 1:
        return group[0]
    lead = _lead(group)
    placed = min((e for e in group if e.place), key=_place_rank, default=lead)
    dated = min(group, key=_date_rank)
    figures = _figures(group)
    disputed = _is_disputed(group, figures)
    actors = tuple(dict.fromkeys(a for e in [lead, *group] for a in e.actors))
    known = {name for event in group for name in event.known_actors}
    doers = {name for event in group for name in event.doers}
    targets = {name for event in group for name in event.targets}
    merged_claims = _claims(group)
    return replace(
        lead,
        event_id=stable_id("event", min(e.report_ids[0] for e in group)),
        place=placed.place,
        date_start=dated.date_start,
        date_end=dated.date_end,
        date_prec=dated.date_prec,
        date_basis=dated.date_basis,
        date_text=dated.date_text,
        partial_date=dated.partial_date,
        figures=figures,
        actors=actors,
        guesses=_guesses(group, known),
        doers=tuple(a for a in actors if a in doers),
        targets=tuple(a for a in actors if a in targets - doers),
        claims=merged_claims,
        movements=tuple(dict.fromkeys(m for e in group for m in e.movements)),
        claim_status=_claim_status(group, disputed=disputed),
        status=min((e.status for e in group), key=_STATUS_RANK.__getitem__),
        disputed=disputed,
        report_ids=tuple(sorted(r for e in group for r in e.report_ids)),
        same_as=tuple(sorted({r for e in group for r in e.same_as})),
        published=min((e.published for e in group if e.published), default=None),
        article_ids=tuple(sorted({a for e in group for a in e.article_ids})),
        publishers=_publishers(group, text_of),
        confidence=lead.confidence,
        reasons=tuple(
            dict.fromkeys(r for e in [lead, dated, placed] for r in e.reasons)
        ),
    )


def _guesses(group: list[Event], known: AbstractSet[str]) -> tuple[Guess, ...]:
    """Those that no telling names, once each."""
    guesses = {g.name: g for e in group for g in e.guesses if g.name not in known}
    return tuple(guess for _, guess in sorted(guesses.items()))


def _publishers(
    group: list[Event], text_of: Callable[[str], str] | None
) -> tuple[str, ...]:
    """Independent ones: of an agency's story and its copies, the first to print it."""
    names = {p for e in group for p in e.publishers}
    if len(names) < _SEVERAL or text_of is None:
        return tuple(sorted(names))
    copies = find_copies({a: text_of(a) for e in group for a in e.article_ids})
    first: dict[str, Event] = {}
    for event in sorted(group, key=_printed):
        if event.publishers:
            first.setdefault(copies[event.article_ids[0]], event)
    return tuple(sorted({p for e in first.values() for p in e.publishers}))


def _printed(event: Event) -> tuple[bool, str, tuple[str, ...]]:
    return (event.published is None, str(event.published), event.article_ids)


def _lead(group: list[Event]) -> Event:
    """The fullest of those that name the commonest kind.

    One "blast" beside two "suicide bombings" is a suicide bombing.
    """
    told = Counter((event.event_type, event.sub_event_type) for event in group)
    most = max(told.values())
    kinds = {kind for kind, count in told.items() if count == most}
    return min(
        (e for e in group if (e.event_type, e.sub_event_type) in kinds), key=_lead_rank
    )


def _lead_rank(event: Event) -> tuple[object, ...]:
    return (
        _STATUS_RANK[event.status],
        -len(event.actors),
        -len(event.figures),
        _BASIS_RANK[event.date_basis],
        event.report_ids,
    )


def _place_rank(event: Event) -> tuple[object, ...]:
    """Surest first; a whole country only where no teller says more."""
    place = event.place
    is_country = place is not None and place.where_prec is WherePrecision.COUNTRY
    return (is_country, -event.confidence.place, event.report_ids)


def _date_rank(event: Event) -> tuple[object, ...]:
    """Days before months and years, whatever they rest on."""
    return (
        event.date_start is None,
        event.date_prec >= DatePrecision.MONTH,
        _BASIS_RANK[event.date_basis],
        event.date_prec,
        event.partial_date is None,
        event.report_ids,
    )


def _figures(group: list[Event]) -> tuple[FigureClaim, ...]:
    """Every claimed figure once; the same number said again adds its claimants."""
    kept: dict[tuple[object, ...], FigureClaim] = {}
    for event in group:
        for figure in event.figures:
            key = (
                figure.kind, figure.value, figure.low, figure.high, figure.scope,
                figure.of_iso3,
            )  # fmt: skip
            known = kept.get(key)
            if known is None:
                kept[key] = figure
                continue
            names = tuple(dict.fromkeys((*known.claimants, *figure.claimants)))
            kept[key] = replace(known, claimants=names)
    return tuple(sorted(kept.values(), key=_figure_order))


def _figure_order(figure: FigureClaim) -> tuple[object, ...]:
    size = figure.value or figure.high or figure.low or 0
    return (figure.scope is FigureScope.SUBSET, figure.kind.value, -size, figure.text)


def _claims(group: list[Event]) -> tuple[Claim, ...]:
    claims = {c.report_id: c for e in group for c in e.claims}
    return tuple(
        sorted(
            claims.values(),
            key=lambda c: (c.quote.article_id, c.quote.span, c.report_id),
        )
    )


def _is_disputed(group: list[Event], figures: tuple[FigureClaim, ...]) -> bool:
    statuses = {e.claim_status for e in group}
    if statuses & {ClaimStatus.DENIED, ClaimStatus.DISPUTED}:
        return True
    return any(
        _contradicts(one, two) for one in figures for two in figures if one is not two
    )


def _contradicts(one: FigureClaim, two: FigureClaim) -> bool:
    """Rival numbers of named claimants for one and the same count."""
    if one.kind is not two.kind or one.scope is not two.scope:
        return False
    if FigureScope.SUBSET in {one.scope, two.scope} or one.of_iso3 != two.of_iso3:
        return False
    if (
        not one.claimants
        or not two.claimants
        or set(one.claimants) & set(two.claimants)
    ):
        return False
    return one.value is not None and two.value is not None and one.value != two.value


_CLAIM_RANK = (
    ClaimStatus.UNVERIFIED,
    ClaimStatus.CONFIRMED,
    ClaimStatus.CLAIMED,
    ClaimStatus.STATED,
)


def _claim_status(group: list[Event], *, disputed: bool) -> ClaimStatus:
    statuses = {e.claim_status for e in group}
    if statuses == {ClaimStatus.DENIED}:
        return ClaimStatus.DENIED
    if disputed:
        return ClaimStatus.DISPUTED
    return next((s for s in _CLAIM_RANK if s in statuses), ClaimStatus.STATED)
