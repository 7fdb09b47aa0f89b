"""Scores figures: value, modifier, kind, and the fields around them."""

from collections.abc import Sequence

from geoevents.evaluate.timexes import Article, pair
from geoevents.models.mention import FigureMention

_FIELDS = ("unit", "of_text", "of_iso3", "scope")


def score_figures(
    gold_articles: Sequence[Article], predicted: Sequence[Sequence[FigureMention]]
) -> dict[str, float]:
    """F1 of spans, of value with modifier, and of value, modifier and kind together.

    ``predicted[i]`` belongs to ``gold_articles[i]``; spans match where they overlap.
    ``unit``, ``of_text``, ``of_iso3`` and ``scope`` are shares of the figures that are
    right in value, modifier and kind.
    """
    tally = dict.fromkeys(("relaxed", "strict", "value_mod", "all", *_FIELDS), 0)
    gold_total = system_total = 0
    for article, found in zip(gold_articles, predicted, strict=True):
        gold_total += len(article["figures"])
        system_total += len(found)
        for gold, match in pair(article["figures"], found):
            if match is not None:
                _count(tally, gold, match)
    both = gold_total + system_total or 1
    scores = {
        name: 2 * tally[name] / both
        for name in ("relaxed", "strict", "value_mod", "all")
    }
    scores["precision"] = tally["relaxed"] / (system_total or 1)
    scores["recall"] = tally["relaxed"] / (gold_total or 1)
    for name in _FIELDS:
        scores[name] = tally[name] / (tally["all"] or 1)
    return {**scores, "gold": float(gold_total), "system": float(system_total)}


def _count(tally: dict[str, int], gold: Article, found: FigureMention) -> None:
    tally["relaxed"] += 1
    tally["strict"] += (found.span.start, found.span.end) == (
        gold["start"],
        gold["end"],
    )
    mod = found.mod.value if found.mod else None
    amount = (found.value, found.low, found.high, mod)
    if amount != (gold["value"], gold["low"], gold["high"], gold["mod"]):
        return
    tally["value_mod"] += 1
    if found.kind.value != gold["kind"]:
        return
    tally["all"] += 1
    for name in _FIELDS:
        tally[name] += getattr(found, name) == gold[name]
