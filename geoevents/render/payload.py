"""Events as columns: the one document both shells of the map client read.

Columnar JSON compresses well (similar values lie side by side) and becomes typed
arrays in the browser. Days are integers since 1970-01-01, so that no time zone can
ever shift one; highlight offsets are code points inside the quote.
"""

import gzip
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from geoevents.models.article import Article
from geoevents.models.event import Claim, Event, FigureClaim, Quote
from geoevents.models.report import ClaimStatus, EventType, ReportStatus
from geoevents.models.when import DateBasis
from geoevents.render.collector import without_collector
from geoevents.render.figure_order import most_telling_first
from geoevents.render.payload_tables import PlaceTable, StringTable
from geoevents.render.regions import region_outlines

EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
NO_DAY = 10**9  # sorts undated events last; never written
DECIMALS = 5  # about one metre, more than any wording supports
MOST_ALTERNATIVES = 3
SHORTEST_ID = 8

TYPES = tuple(EventType)
STATUSES = tuple(ReportStatus)
CLAIM_STATUSES = tuple(ClaimStatus)
BASES = tuple(DateBasis)


def day_number(day: date | None) -> int | None:
    """Days since 1970-01-01; None stays None."""
    return None if day is None else day.toordinal() - EPOCH_ORDINAL


def _sort_key(event: Event) -> tuple[int, int, str]:
    start, end = day_number(event.date_start), day_number(event.date_end)
    return (
        NO_DAY if start is None else start,
        NO_DAY if end is None else end,
        event.event_id,
    )


def _percent(share: float) -> int:
    return round(100 * share)


def _quote(
    quote: Quote, article_rows: Mapping[str, int], strings: StringTable
) -> list[Any]:
    """``[article row, text, highlights]``; highlights relative to the quote."""
    marks = [
        [span.start - quote.span.start, span.end - quote.span.start, strings.add(kind)]
        for span, kind in sorted(quote.highlights)
    ]
    return [article_rows.get(quote.article_id, -1), quote.text, marks]


def _claim(
    claim: Claim, article_rows: Mapping[str, int], strings: StringTable
) -> list[Any]:
    return [
        CLAIM_STATUSES.index(claim.claim_status),
        strings.add_all(claim.claimants),
        *_quote(claim.quote, article_rows, strings),
    ]


def _figure(
    figure: FigureClaim, article_rows: Mapping[str, int], strings: StringTable
) -> list[Any]:
    return [
        strings.add(figure.kind.value),
        strings.add(figure.text),
        figure.value,
        figure.low,
        figure.high,
        strings.add(figure.mod.value if figure.mod else None),
        strings.add(figure.unit),
        strings.add(figure.of_text),
        strings.add(figure.scope.value),
        strings.add_all(figure.claimants),
        CLAIM_STATUSES.index(figure.claim_status),
        article_rows.get(figure.article_id, -1),
    ]


def _moves(event: Event, decimals: int) -> Sequence[list[Any]]:
    if not event.movements:
        return ()
    return [
        [
            end.role,
            end.name,
            round(end.point.lat, decimals),
            round(end.point.lon, decimals),
        ]
        for end in event.movements
    ]


def _parts(event: Event) -> Sequence[int]:
    """By actor: 0 nothing is said, 1 does it, 2 has it done to them."""
    return [
        1 if name in event.doers else 2 if name in event.targets else 0
        for name in event.actors
    ]


def _guesses(event: Event, strings: StringTable) -> Sequence[list[int]]:
    """Which actors are but guesses, by place in the list, each with the bare word."""
    return [
        [event.actors.index(guess.name), strings.add(guess.word)]
        for guess in event.guesses
        if guess.name in event.actors
    ]


def _alternatives(event: Event, decimals: int) -> Sequence[list[Any]]:
    if event.place is None or not event.place.alternatives:
        return ()
    return [
        [other.name, round(other.point.lat, decimals), round(other.point.lon, decimals)]
        for other in event.place.alternatives[:MOST_ALTERNATIVES]
    ]


def _core_columns(
    events: Sequence[Event], strings: StringTable
) -> dict[str, list[Any]]:
    """What every event has: one value each."""
    return {
        "id": [event.event_id for event in events],
        "type": [TYPES.index(event.event_type) for event in events],
        "sub": [strings.add(event.sub_event_type) for event in events],
        "title": [event.title for event in events],
        "start": [day_number(event.date_start) for event in events],
        "end": [day_number(event.date_end) for event in events],
        "datePrec": [int(event.date_prec) for event in events],
        "dateBasis": [BASES.index(event.date_basis) for event in events],
        "dateText": [strings.add(event.date_text) for event in events],
        "partial": [strings.add(event.partial_date) for event in events],
        "status": [STATUSES.index(event.status) for event in events],
        "claimStatus": [CLAIM_STATUSES.index(event.claim_status) for event in events],
        "disputed": [int(event.disputed) for event in events],
        "confPlace": [_percent(event.confidence.place) for event in events],
        "confDate": [_percent(event.confidence.date) for event in events],
        "confFigure": [_percent(event.confidence.figure) for event in events],
        "confEvent": [_percent(event.confidence.event) for event in events],
        "placeText": [
            strings.add(event.place.text if event.place else None) for event in events
        ],
    }


def _list_columns(
    events: Sequence[Event],
    article_rows: Mapping[str, int],
    strings: StringTable,
    decimals: int,
) -> dict[str, list[Any]]:
    """What an event has none, one or many of."""
    return {
        "figures": [
            [
                _figure(figure, article_rows, strings)
                for figure in most_telling_first(event.figures)
            ]
            if event.figures
            else ()
            for event in events
        ],
        "claims": [
            [_claim(claim, article_rows, strings) for claim in event.claims]
            for event in events
        ],
        "actors": [strings.add_all(event.actors) for event in events],
        "parts": [_parts(event) for event in events],
        "guesses": [_guesses(event, strings) for event in events],
        "publishers": [strings.add_all(event.publishers) for event in events],
        "reasons": [strings.add_all(event.reasons) for event in events],
        "placeReasons": [
            strings.add_all(event.place.reasons if event.place else ())
            for event in events
        ],
        "moves": [_moves(event, decimals) for event in events],
        "alternatives": [_alternatives(event, decimals) for event in events],
    }


def _article_columns(
    used: Sequence[str], articles: Mapping[str, Article]
) -> dict[str, list[Any]]:
    rows = [articles.get(article_id) for article_id in used]
    return {
        "id": [
            None if row and (row.title or row.publisher) else article_id
            for article_id, row in zip(used, rows, strict=True)
        ],
        "title": [row.title if row else None for row in rows],
        "url": [row.url if row else None for row in rows],
        "publisher": [row.publisher if row else None for row in rows],
        "published": [day_number(row.published) if row else None for row in rows],
    }


def _used_articles(events: Sequence[Event]) -> list[str]:
    used: dict[str, None] = {}
    for event in events:
        used.update(dict.fromkeys(event.article_ids))
        used.update(dict.fromkeys(claim.quote.article_id for claim in event.claims))
        used.update(dict.fromkeys(figure.article_id for figure in event.figures))
    used.pop("", None)
    return list(used)


def build_payload(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    decimals: int = DECIMALS,
) -> dict[str, Any]:
    """Columns of every event, sorted by first day, then last day, then id.

    Same events in any order, same bytes out. Undated events come last and unplaced
    ones have place -1: nothing is left out.
    """
    with without_collector():
        return _columns(sorted(events, key=_sort_key), articles, decimals)


def _columns(
    ordered: Sequence[Event], articles: Mapping[str, Article], decimals: int
) -> dict[str, Any]:
    used = _used_articles(ordered)
    article_rows = {article_id: row for row, article_id in enumerate(used)}
    strings = StringTable()
    places = PlaceTable(strings=strings, decimals=decimals)
    columns = _core_columns(ordered, strings)
    columns["place"] = [places.add(event.place) for event in ordered]
    columns |= _list_columns(ordered, article_rows, strings, decimals)
    return {
        "version": 1,
        "count": len(ordered),
        "types": [kind.value for kind in TYPES],
        "statuses": [status.value for status in STATUSES],
        "claimStatuses": [status.value for status in CLAIM_STATUSES],
        "bases": [basis.value for basis in BASES],
        "events": columns,
        "places": places.columns(),
        "articles": _article_columns(used, articles),
        "regions": region_outlines(event.place for event in ordered if event.place),
        "strings": strings.texts,
    }


def shorten_ids(payload: dict[str, Any]) -> int:
    """Cut event ids to the shortest length that keeps them apart; returns it.

    For exported pages: ids are digests, which do not compress.
    """
    ids: list[str] = payload["events"]["id"]
    longest = max(map(len, ids), default=0)
    length = next(
        (
            cut
            for cut in range(SHORTEST_ID, longest)
            if len({each[:cut] for each in ids}) == len(ids)
        ),
        longest,
    )
    payload["events"]["id"] = [each[:length] for each in ids]
    return length


def payload_json(payload: Mapping[str, Any]) -> bytes:
    """Compact UTF-8 JSON; lone surrogates of broken input are replaced."""
    text = json.dumps(payload, ensure_ascii=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")


def gzip_payload(payload: Mapping[str, Any], *, level: int = 6) -> bytes:
    """The payload as reproducible gzip bytes (no clock in the header)."""
    return gzip.compress(payload_json(payload), compresslevel=level, mtime=0)
