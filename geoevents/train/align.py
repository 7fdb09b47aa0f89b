"""Which of our candidate words stands for which event of the gold."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from geoevents.models.mention import FigureMention, TellingWord, Trigger
from geoevents.models.parse_paths import Paths
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax

Row = Mapping[str, Any]
# How much it takes for a candidate to be the one meant.
_OVERLAP, _SHARED_WORD, _NEAR, _SAME_TYPE, _A_TYPE = 12.0, 9.0, 0.7, 2.5, 0.5
_TOLD, _SHARED_FIGURE = 0.7, 1.5
_FAR = 4


@dataclass(frozen=True, slots=True)
class Happening:
    """Gold reports with one trigger and type: one thing, at one place or several."""

    trigger: Span
    event_type: str
    reports: tuple[int, ...]


def happenings_of(gold: Row) -> list[Happening]:
    """Those of a gold article, in text order."""
    groups: dict[tuple[int, int, str], list[int]] = {}
    for index, report in enumerate(gold["reports"]):
        trigger = report["trigger"]
        key = (trigger["start"], trigger["end"], report["event_type"])
        groups.setdefault(key, []).append(index)
    return [
        Happening(Span(start=start, end=end), event_type, tuple(reports))
        for (start, end, event_type), reports in sorted(groups.items())
    ]


def gold_figure(gold: Row, span: Span) -> int | None:
    """The first figure of a gold article that overlaps a span."""
    for number, row in enumerate(gold["figures"]):
        if row["start"] < span.end and span.start < row["end"]:
            return number
    return None


def reports_counting(gold: Row, span: Span) -> set[int]:
    """The gold reports that count the figure at a span."""
    figure = gold_figure(gold, span)
    reports = enumerate(gold["reports"])
    return {number for number, report in reports if figure in report["figures"]}


def align(
    gold: Row,
    syntax: Syntax,
    candidates: Sequence[TellingWord],
    figures: Sequence[FigureMention],
) -> dict[int, Happening]:
    """Candidate index -> the gold happening it stands for, one to one, best together."""
    from scipy.optimize import linear_sum_assignment  # noqa: PLC0415 - build packages

    wanted = happenings_of(gold)
    if not wanted or not candidates:
        return {}
    paths = Paths(syntax)
    worth = [
        [_worth(gold, paths, candidate, happening, figures) for happening in wanted]
        for candidate in candidates
    ]
    rows, columns = linear_sum_assignment(worth, maximize=True)
    return {
        int(row): wanted[column]
        for row, column in zip(rows, columns, strict=True)
        if worth[row][column] > 0
    }


def align_triggers(
    gold: Row,
    syntax: Syntax,
    triggers: Sequence[Trigger],
    figures: Sequence[FigureMention],
) -> dict[int, Happening]:
    """The same for the triggers that were found."""
    candidates = [
        TellingWord(
            span=trigger.span,
            token=trigger.token,
            words=trigger.words,
            role="event",
            told=True,
            event_type=trigger.event_type,
            sub_event_type=trigger.sub_event_type,
            status=trigger.status,
            features={},
        )
        for trigger in triggers
    ]
    return align(gold, syntax, candidates, figures)


def _worth(
    gold: Row,
    paths: Paths,
    candidate: TellingWord,
    happening: Happening,
    figures: Sequence[FigureMention],
) -> float:
    syntax = paths.syntax
    tokens = [t.index for t in syntax.tokens_in(happening.trigger)]
    if (
        not tokens
        or syntax.tokens[tokens[0]].sentence != syntax.tokens[candidate.token].sentence
    ):
        return 0.0
    worth = 1.0
    if candidate.span.overlaps(happening.trigger):
        worth += _OVERLAP
    elif set(candidate.words) & set(tokens):
        worth += _SHARED_WORD
    else:
        edges = min(paths.nearest(t, candidate.words) for t in tokens)
        worth += _NEAR * max(0, _FAR - edges)
    if candidate.event_type is not None:
        same = candidate.event_type.value == happening.event_type
        worth += _SAME_TYPE if same else _A_TYPE
    worth += _TOLD * candidate.told
    starts = {
        gold["figures"][f]["start"]
        for r in happening.reports
        for f in gold["reports"][r]["figures"]
    }
    if any(f.span.start in starts and f.governor in candidate.words for f in figures):
        worth += _SHARED_FIGURE
    return worth
