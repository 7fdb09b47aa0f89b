"""One article's reading as the JSON object that outside checks read."""

from collections.abc import Sequence
from typing import Any

from geoevents.models.article import Article
from geoevents.models.codec import to_plain
from geoevents.models.mention import FigureMention, Mentions, Timex, Toponym
from geoevents.models.place import Resolution
from geoevents.models.report import Report
from geoevents.models.span import Span


def trace(
    article: Article,
    mentions: Mentions,
    resolutions: Sequence[Resolution],
    reports: Sequence[Report],
) -> dict[str, Any]:
    """Offsets are half-open, in code points of ``article.text``."""
    pairs = zip(mentions.toponyms, resolutions, strict=True)
    return {
        "article_id": article.id,
        "text_sha256": article.text_sha256,
        "toponyms": [toponym_row(toponym, found) for toponym, found in pairs],
        "timexes": [_timex_row(timex) for timex in mentions.timexes],
        "figures": [_figure_row(figure) for figure in mentions.figures],
        "reports": [_report_row(report) for report in reports],
    }


def toponym_row(toponym: Toponym, found: Resolution) -> dict[str, Any]:
    """A toponym with what it was taken to mean; nulls where unresolved."""
    place = found.place
    return {
        **_span(toponym.span),
        "text": toponym.text,
        "role": toponym.role.value,
        "geonameid": place.geonameid if place else None,
        "name": (found.label or place.name) if place else None,
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "lat": found.point.lat if found.point else None,
        "lon": found.point.lon if found.point else None,
        "where_prec": found.where_prec.value if place else None,
        "radius_m": found.radius_m,
        "confidence": round(found.confidence, 3),
        "alternatives": [
            {
                "name": other.place.name,
                "country": other.place.country,
                "lat": other.place.point.lat,
                "lon": other.place.point.lon,
                "score": round(other.score, 3),
            }
            for other in found.alternatives
        ],
        "reasons": list(found.reasons),
    }


def _span(span: Span) -> dict[str, int]:
    return {"start": span.start, "end": span.end}


def _timex_row(timex: Timex) -> dict[str, Any]:
    row: dict[str, Any] = to_plain(timex)
    del row["span"], row["reasons"]
    return {**_span(timex.span), **row, "reasons": list(timex.reasons)}


def _figure_row(figure: FigureMention) -> dict[str, Any]:
    row: dict[str, Any] = to_plain(figure)
    for inner in ("span", "head", "governor", "confidence", "reasons"):
        del row[inner]
    return {**_span(figure.span), **row, "reasons": list(figure.reasons)}


def _report_row(report: Report) -> dict[str, Any]:
    row: dict[str, Any] = to_plain(report)
    for inner in ("article_id", "trigger_text", "movements"):
        del row[inner]
    row["trigger"] = {**_span(report.trigger), "text": report.trigger_text}
    row["evidence"] = _span(report.evidence)
    return row
