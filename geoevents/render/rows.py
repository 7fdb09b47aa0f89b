"""One flat row an event, for tables, CSV and the properties of GeoJSON."""

from collections.abc import Mapping, Sequence
from typing import Any

from geoevents.models.article import Article
from geoevents.models.event import Event, FigureClaim
from geoevents.models.figure import FigureKind, FigureScope

# Kinds that get low/best/high columns of their own.
COLUMN_KINDS = (
    FigureKind.TROOPS,
    FigureKind.KILLED,
    FigureKind.WOUNDED,
    FigureKind.CAPTURED,
    FigureKind.DISPLACED,
)


def event_row(event: Event, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Field names as UCDP and ACLED use them; None where nothing is known."""
    place = event.place
    return {
        "event_id": event.event_id,
        "event_type": event.event_type.value,
        "sub_event_type": event.sub_event_type,
        "title": event.title,
        "date_start": _iso(event.date_start),
        "date_end": _iso(event.date_end),
        "date_prec": event.date_prec.value,
        "date_basis": event.date_basis.value,
        "date_text": event.date_text,
        "location": place.name if place else None,
        "admin1": place.place.admin1 if place else None,
        "country": place.place.country if place else None,
        "latitude": round(place.point.lat, 5) if place else None,
        "longitude": round(place.point.lon, 5) if place else None,
        "where_prec": place.where_prec.value if place else 0,
        "uncertainty_m": place.radius_m if place else None,
        "geonameid": place.place.geonameid if place else None,
        "actors": "; ".join(actor_texts(event)),
        "doers": "; ".join(event.doers),
        "targets": "; ".join(event.targets),
        **_figure_columns(event.figures),
        "figures": "; ".join(figure_text(f) for f in event.figures),
        "status": event.status.value,
        "claim_status": event.claim_status.value,
        "disputed": event.disputed,
        "claimants": "; ".join(_claimants(event)),
        "number_of_reports": len(event.report_ids),
        "number_of_publishers": len(event.publishers),
        "sources": "; ".join(_sources(event, articles)),
        "quotes": " | ".join(dict.fromkeys(c.quote.text for c in event.claims)),
        "confidence_place": event.confidence.place,
        "confidence_date": event.confidence.date,
    }


def actor_texts(event: Event) -> list[str]:
    """Actors by name; of those that are but a guess, what the text says of them."""
    guessed = {guess.name: guess.word for guess in event.guesses}
    return [
        f"{name} (by the place; the text says '{guessed[name]}')"
        if name in guessed
        else name
        for name in event.actors
    ]


def figure_text(figure: FigureClaim) -> str:
    """ "killed at least 54 (health ministry)": kind, words as written, who says so."""
    who = f" ({', '.join(figure.claimants)})" if figure.claimants else ""
    return f"{figure.kind.value} {figure.text}{who}"


def _iso(day: object) -> str | None:
    return str(day) if day is not None else None


def _claimants(event: Event) -> list[str]:
    return list(dict.fromkeys(name for c in event.claims for name in c.claimants))


def _sources(event: Event, articles: Mapping[str, Article]) -> list[str]:
    found = (articles.get(article_id) for article_id in event.article_ids)
    return [a.url or a.title or a.id for a in found if a is not None]


def _figure_columns(figures: Sequence[FigureClaim]) -> dict[str, int | None]:
    """Spread of the claims: lowest, first listed and highest; nothing is averaged.

    Subsets ("including nine children") and running totals are left out: they do not
    count this event.
    """
    columns: dict[str, int | None] = {}
    for kind in COLUMN_KINDS:
        counted = [
            f
            for f in figures
            if f.kind is kind
            and f.scope not in {FigureScope.SUBSET, FigureScope.CUMULATIVE}
        ]
        lows = [n for f in counted if (n := f.low if f.low is not None else f.value)]
        highs = [n for f in counted if (n := f.high if f.high is not None else f.value)]
        best = next((f.value for f in counted if f.value is not None), None)
        columns[f"{kind.value}_low"] = min(lows, default=None)
        columns[f"{kind.value}_best"] = best
        columns[f"{kind.value}_high"] = max(highs, default=None)
    return columns
