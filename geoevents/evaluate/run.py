"""Run this program on gold articles: the other half of every score."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from geoevents.assemble.merge import merge_events
from geoevents.errors import UnreadableSourceError
from geoevents.ingest.record import article_from_record
from geoevents.models.article import Article
from geoevents.pipeline import Reading, Services, read_many
from geoevents.render.trace import trace


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
        "published": row.get("published") or row.get("dct"),
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
        yield _line(reading, event_of)


def _line(reading: Reading, event_of: Mapping[str, str]) -> dict[str, Any]:
    line = trace(
        reading.article, reading.mentions, reading.resolutions, reading.reports
    )
    for report in line["reports"]:
        report["event_id"] = event_of[report["report_id"]]
    return line


def table(scores: Mapping[str, Any]) -> Iterable[str]:
    """Lines of a plain two-column table."""
    width = max(len(name) for name in scores)
    return (f"{name:<{width}}  {value}" for name, value in scores.items())
