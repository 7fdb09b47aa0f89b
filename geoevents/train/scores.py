"""How the tables do on articles they have not seen."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from geoevents.assemble.merge import merge_events
from geoevents.evaluate.figures import score_figures
from geoevents.evaluate.reports import score_reports
from geoevents.evaluate.run import trace_line
from geoevents.evaluate.toponyms import score_toponyms
from geoevents.pipeline import Reading, Services, read_parsed
from geoevents.train.corpus import FOLDS, Example
from geoevents.train.learn import Learned
from geoevents.weights import Weights

Scores = Mapping[str, float]
_TOPONYMS = ("f1", "role_accuracy", "within_tolerance")
_REPORTS = (
    "f1", "all_right", "place_right", "date_right", "figures_right", "status_right",
    "claim_status_right", "false_pins_per_100", "same_as_precision", "same_as_recall",
)  # fmt: skip


def score_unseen(
    examples: Sequence[Example], learned: Learned, services: Services
) -> Scores:
    """Every article read with the tables of its fold, which have not seen it."""
    read = [
        _read(
            [example for example in examples if example.fold == fold],
            learned.unseen[fold],
            services,
        )
        for fold in range(FOLDS)
    ]
    return _scores([row for rows in read for row in rows])


def score_with(
    examples: Sequence[Example], weights: Weights, services: Services
) -> Scores:
    """All of them read with the same tables."""
    return _scores(_read(examples, weights, services))


def told(scores: Scores) -> str:
    """One line a score."""
    return "\n".join(f"  {name}: {value}" for name, value in scores.items())


_Row = tuple[Mapping[str, Any], Reading, Mapping[str, Any]]


def _read(
    examples: Sequence[Example], weights: Weights, services: Services
) -> list[_Row]:
    weighed = replace(services, weights=weights)
    readings = [read_parsed(e.article, e.syntax, weighed) for e in examples]
    told_of = (event for reading in readings for event in reading.told())
    events = merge_events(told_of)
    event_of = {r: event.event_id for event in events for r in event.report_ids}
    return [
        (example.gold, reading, trace_line(reading, event_of))
        for example, reading in zip(examples, readings, strict=True)
    ]


def _scores(rows: Sequence[_Row]) -> Scores:
    gold = [row for row, _, _ in rows]
    lines = [line for _, _, line in rows]
    toponyms = score_toponyms(gold, lines)
    reports = score_reports(gold, lines)
    figures = score_figures(gold, [r.mentions.figures for _, r, _ in rows])
    return {
        **{f"toponyms {name}": toponyms[name] for name in _TOPONYMS},
        "figures all": figures["all"],
        **{f"reports {name}": reports[name] for name in _REPORTS},
    }
