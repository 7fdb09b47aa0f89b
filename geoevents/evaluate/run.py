"""Run this program on gold articles: the other half of every score."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from geoevents.assemble.merge import merge_events
from geoevents.errors import BadArticleError, UnreadableSourceError
from geoevents.evaluate.coded import coded_rows, score_coded
from geoevents.evaluate.figures import score_figures
from geoevents.evaluate.reports import score_reports
from geoevents.evaluate.resolution import score_resolution, with_captions
from geoevents.evaluate.timexes import publication_date, score_timexes
from geoevents.evaluate.toponyms import score_toponyms
from geoevents.extract.given_toponyms import given_toponyms
from geoevents.extract.roles import assign_roles
from geoevents.ingest.record import article_from_record
from geoevents.models.article import Article
from geoevents.models.mention import Mentions
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.pipeline import Reading, Services, read_many
from geoevents.render.trace import toponym_row, trace
from geoevents.resolve import resolve_toponyms


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Articles of a gold file, one JSON object a line.

    Raises:
        UnreadableSourceError: names the line that is none.
    """
    rows = []
    try:
        with path.open(encoding="utf-8") as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    rows.append(_gold_row(line, f"{path}:{number}"))
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise UnreadableSourceError(message) from error
    return rows


def _gold_row(line: str, name: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        message = f"{name}: not JSON; a gold file has one article a line"
        raise UnreadableSourceError(message) from error
    if not isinstance(row, dict) or "text" not in row:
        message = f"{name}: no article with a text"
        raise UnreadableSourceError(message)
    return row


def gold_article(row: Mapping[str, Any]) -> Article:
    """The article of a gold row; ``dct`` is TIMEX corpora's publication date."""
    record = {
        "id": str(row.get("id", row.get("docid", "gold"))),
        "text": row["text"],
        "title": row.get("title"),
        "published": publication_date(dict(row)),
    }
    article = article_from_record(record, record["id"])
    return replace(article, language="en")


def predict(
    gold: Sequence[Mapping[str, Any]], services: Services
) -> Iterator[dict[str, Any]]:
    """Trace lines, each report with the ``event_id`` it was merged into."""
    readings = list(read_many([gold_article(row) for row in gold], services))
    events = merge_events(event for r in readings for event in r.told())
    event_of = {r: event.event_id for event in events for r in event.report_ids}
    for reading in readings:
        yield trace_line(reading, event_of)


def trace_line(reading: Reading, event_of: Mapping[str, str]) -> dict[str, Any]:
    """The trace of one reading, its reports with the event they were merged into."""
    line = trace(
        reading.article, reading.mentions, reading.resolutions, reading.reports
    )
    for report in line["reports"]:
        report["event_id"] = event_of.get(report["report_id"])
    return line


def score(task: str, path: Path, services: Services) -> dict[str, Any]:
    """Scores of this program on a gold file; tasks are those of the command line."""
    return score_rows(task, read_gold(path), services)


def score_rows(
    task: str, gold: Sequence[dict[str, Any]], services: Services
) -> dict[str, Any]:
    """The same on gold rows already read."""
    if task == "reports":
        return dict(score_reports(gold, list(predict(gold, services))))
    if task == "coded":
        coded = coded_rows(gold)
        read = read_many([gold_article(row) for row in coded], services)
        return dict(score_coded(coded, [merge_events(r.told()) for r in read]))
    if task == "resolution":
        rows = with_captions(gold)
        return dict(score_resolution(rows, list(_with_baseline(rows, services))))
    readings = list(read_many([gold_article(row) for row in gold], services))
    if task == "timexes":
        return dict(score_timexes(gold, [r.mentions.timexes for r in readings]))
    if task == "figures":
        return dict(score_figures(gold, [r.mentions.figures for r in readings]))
    return dict(score_toponyms(gold, [trace_line(r, {}) for r in readings]))


def resolve_spans(
    gold: Sequence[Mapping[str, Any]], services: Services
) -> Iterator[dict[str, Any]]:
    """Resolve the spans of each row; one line a row, same order and number.

    Raises:
        BadArticleError: a span lies outside its text, or is none.
    """
    articles = [gold_article(row) for row in gold]
    parsed = services.engine.parse_many(article.text for article in articles)
    for row, article, syntax in zip(gold, articles, parsed, strict=True):
        yield _resolved(row, article, syntax, services)


def _with_baseline(
    gold: Sequence[Mapping[str, Any]], services: Services
) -> Iterator[dict[str, Any]]:
    """The same lines; each name also with the most populous place that has it."""
    for line in resolve_spans(gold, services):
        for row in line["toponyms"]:
            found = services.gazetteer.find(" ".join(row["text"].split()))
            places = [c.place for c in found if c.match != "postal"]
            place = max(places, key=lambda p: p.population, default=None)
            row["most_populous"] = place and {
                "lat": place.point.lat,
                "lon": place.point.lon,
            }
        yield line


def _resolved(
    row: Mapping[str, Any], article: Article, syntax: Syntax, services: Services
) -> dict[str, Any]:
    spans = [_span(article, toponym) for toponym in row.get("toponyms", ())]
    order = sorted(range(len(spans)), key=lambda i: spans[i])
    names = services.gazetteer
    toponyms = given_toponyms(syntax, [spans[i] for i in order], names)
    mentions = Mentions(
        article_id=article.id,
        syntax=syntax,
        toponyms=assign_roles(syntax, toponyms),
    )
    found = resolve_toponyms(article, mentions, names)
    rows = {
        i: toponym_row(toponym, resolution)
        for i, toponym, resolution in zip(order, mentions.toponyms, found, strict=True)
    }
    return {
        "article_id": article.id,
        "toponyms": [rows[i] for i in range(len(spans))],
    }


def _span(article: Article, toponym: Mapping[str, Any]) -> Span:
    start, end = toponym.get("start"), toponym.get("end")
    if (
        isinstance(start, int)
        and isinstance(end, int)
        and 0 <= start < end <= len(article.text)
    ):
        return Span(start=start, end=end)
    message = f"article {article.id}: span {start}..{end} lies outside its text"
    raise BadArticleError(message)


def table(scores: Mapping[str, Any]) -> Iterable[str]:
    """Lines of a plain two-column table."""
    width = max(len(name) for name in scores)
    return (f"{name:<{width}}  {value}" for name, value in scores.items())
