"""Scores dates the way TempEval-3 does, and their day intervals.

``published`` of an article, or ``dct`` in corpora of newswire, is the publication date.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from geoevents.models.mention import Timex

Article = Mapping[str, Any]
ISO_DATE_LENGTH = 10


def score_timexes(
    gold_articles: Sequence[Article], predicted: Sequence[Sequence[Timex]]
) -> dict[str, float]:
    """F1 of spans (relaxed: overlapping, strict: equal), values, types, intervals.

    ``predicted[i]`` belongs to ``gold_articles[i]``. A value counts where its span
    overlaps and the strings are equal. ``interval`` is the share of gold times whose
    ``date_start`` and ``date_end`` are met exactly (both null included); -1 where the
    gold file has none.
    """
    tally = dict.fromkeys(("relaxed", "strict", "value", "type", "interval", "days"), 0)
    gold_total = system_total = 0
    for article, found in zip(gold_articles, predicted, strict=True):
        gold_total += len(article["timexes"])
        system_total += len(found)
        for gold, match in pair(article["timexes"], found):
            tally["days"] += "date_start" in gold
            if match is not None:
                _count(tally, gold, match)
    both = gold_total + system_total or 1
    scores = {
        name: 2 * tally[name] / both for name in ("relaxed", "strict", "value", "type")
    }
    scores["precision"] = tally["relaxed"] / (system_total or 1)
    scores["recall"] = tally["relaxed"] / (gold_total or 1)
    scores["interval"] = tally["interval"] / tally["days"] if tally["days"] else -1.0
    return {**scores, "gold": float(gold_total), "system": float(system_total)}


def pair(
    gold: Iterable[Article], found: Sequence[Any]
) -> list[tuple[Article, Any | None]]:
    """Each gold span with the first unused found span that overlaps it, or None."""
    used: set[int] = set()
    pairs: list[tuple[Article, Any | None]] = []
    for item in gold:
        at = next(
            (
                i
                for i, mention in enumerate(found)
                if i not in used
                and mention.span.start < item["end"]
                and item["start"] < mention.span.end
            ),
            None,
        )
        if at is not None:
            used.add(at)
        pairs.append((item, None if at is None else found[at]))
    return pairs


def _count(tally: dict[str, int], gold: Article, found: Timex) -> None:
    tally["relaxed"] += 1
    tally["strict"] += (found.span.start, found.span.end) == (
        gold["start"],
        gold["end"],
    )
    tally["value"] += found.value == gold["value"]
    tally["type"] += found.type.value == gold["type"]
    if "date_start" in gold:
        days = (_iso(found.date_start), _iso(found.date_end))
        tally["interval"] += days == (gold["date_start"], gold["date_end"])


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def publication_date(article: Article) -> date | None:
    """``published``, or ``dct`` where a corpus has that; clock times are cut off."""
    said = article.get("published") or article.get("dct")
    return date.fromisoformat(said[:ISO_DATE_LENGTH]) if said else None
