"""Learns the tables one after the other, each from what unseen weights made before it.

For every fold of articles there is a set of tables that has not seen them. A later
decision is learned from features that such unseen tables made, so that it trusts the
earlier ones as much as they deserve; and reading each article with the tables of its
own fold gives scores on unseen articles.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from geoevents.pipeline import Services
from geoevents.train.assembling import (
    carry_rows,
    claim_rows,
    happening_rows,
    home_rows,
    listed_rows,
    place_rows,
    status_rows,
    time_rows,
)
from geoevents.train.corpus import FOLDS, Example
from geoevents.train.fit import (
    Alternatives,
    Labelled,
    fit_choice,
    fit_labels,
    fit_yes_no,
)
from geoevents.train.net import Meant, fit_net
from geoevents.train.stages import figure_rows, meaning_rows, name_rows, role_rows
from geoevents.weights import Weights

Row = Labelled | Alternatives | Meant
Rows = Callable[
    [Sequence[Example], Sequence[Weights], Services], Iterator[tuple[int, Any]]
]


def each(rows: Callable[[Example, Weights, Services], Iterator[Any]]) -> Rows:
    """Rows made article by article, with the tables that have not seen it."""

    def of_all(
        examples: Sequence[Example], unseen: Sequence[Weights], services: Services
    ) -> Iterator[tuple[int, Any]]:
        for example in examples:
            for row in rows(example, unseen[example.fold], services):
                yield example.fold, row

    return of_all


@dataclass(frozen=True, slots=True)
class Stage:
    """One table: its name in ``Weights``, its rows, and how they are fitted.

    ``by_briefs``: learned from the briefs as well, of which only events are annotated.
    """

    name: str
    rows: Rows
    fit: Callable[..., Any]
    strength: float
    by_briefs: bool = False


STAGES = (
    Stage("names", each(name_rows), fit_yes_no, 0.03),
    Stage("roles", each(role_rows), fit_labels, 0.1),
    Stage("figures", each(figure_rows), fit_labels, 0.4),
    Stage("meanings", each(meaning_rows), fit_net, 1.4, by_briefs=True),
    Stage("happenings", each(happening_rows), fit_labels, 0.1, by_briefs=True),
    Stage("homes", each(home_rows), fit_choice, 0.3),
    Stage("places", each(place_rows), fit_choice, 0.3),
    Stage("listed", each(listed_rows), fit_yes_no, 0.3),
    Stage("times", each(time_rows), fit_choice, 0.3),
    Stage("carried", each(carry_rows), fit_choice, 0.3),
    Stage("claims", each(claim_rows), fit_labels, 0.05),
    Stage("statuses", each(status_rows), fit_labels, 0.1),
)


@dataclass(frozen=True, slots=True)
class Learned:
    """The tables learned from all articles, and those that have not seen a fold."""

    weights: Weights
    unseen: tuple[Weights, ...]


def learn(
    examples: Sequence[Example],
    services: Services,
    tell: Callable[[str], None],
    *,
    briefs: Sequence[Example] = (),
    stages: Sequence[Stage] = STAGES,
) -> Learned:
    """All tables, in the order in which the product decides."""
    unseen = [Weights()] * FOLDS
    weights = Weights()
    for stage in stages:
        read = [*examples, *briefs] if stage.by_briefs else examples
        rows: list[tuple[int, Row]] = list(stage.rows(read, unseen, services))
        for fold in range(FOLDS):
            others = [row for own, row in rows if own != fold]
            table = stage.fit(others, strength=stage.strength)
            unseen[fold] = replace(unseen[fold], **{stage.name: table})
        table = stage.fit([row for _, row in rows], strength=stage.strength)
        weights = replace(weights, **{stage.name: table})
        tell(f"{stage.name}: {len(rows)} rows")
    return Learned(weights, tuple(unseen))
