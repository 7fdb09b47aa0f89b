"""Learns the tables one after the other, each from what unseen weights made before it.

For every fold of articles there is a set of tables that has not seen them. A later
decision is learned from features that such unseen tables made, so that it trusts the
earlier ones as much as they deserve; and reading each article with the tables of its
own fold gives scores on unseen articles.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
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
    retold_rows,
    rival_rows,
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
    in_brief,
)
from geoevents.train.net import Meant, fit_net
from geoevents.train.pair_net import fit_both
from geoevents.train.stages import (
    figure_rows,
    meaning_rows,
    name_rows,
    role_meaning_rows,
    role_rows,
)
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

    ``briefs``: the kinds of briefs it is learned from as well; ``is_alike``: in which it
    is decided as in articles, so that rows of both are taken alike.
    """

    name: str
    rows: Rows
    fit: Callable[..., Any]
    strength: float
    briefs: tuple[str, ...] = ()
    is_alike: bool = False


# What tells of an event is learned without the dense ones: with them F1 won half a point
# on unseen articles and lost three where the rules were made (gold_dev .76 to .73).
SHORT, ALL = ("short",), ("short", "dense")
STAGES = (
    Stage("names", each(name_rows), fit_yes_no, 0.03),
    Stage("roles", each(role_rows), fit_labels, 0.1),
    Stage("role_meanings", each(role_meaning_rows), fit_net, 1.4),
    Stage("figures", each(figure_rows), fit_labels, 0.2, briefs=ALL),
    Stage("meanings", each(meaning_rows), fit_net, 1.4, briefs=SHORT, is_alike=True),
    Stage(
        "happenings",
        each(happening_rows),
        fit_labels,
        0.1,
        briefs=SHORT,
        is_alike=True,
    ),
    Stage("homes", each(home_rows), fit_both, 0.3, briefs=ALL),
    Stage("rivals", each(rival_rows), fit_yes_no, 0.1),
    Stage("places", each(place_rows), fit_both, 0.3, briefs=ALL),
    Stage("listed", each(listed_rows), fit_yes_no, 0.3, briefs=ALL),
    Stage("times", each(time_rows), fit_both, 0.3, briefs=ALL),
    Stage("carried", each(carry_rows), fit_both, 0.3, briefs=ALL),
    Stage("retold", each(retold_rows), fit_choice, 0.1),
    Stage("claims", each(claim_rows), fit_labels, 0.05),
    Stage("statuses", each(status_rows), fit_labels, 0.1, briefs=ALL),
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
    briefs: Mapping[str, Sequence[Example]],
    stages: Sequence[Stage] = STAGES,
) -> Learned:
    """All tables, in the order in which the product decides."""
    unseen = [Weights()] * FOLDS
    weights = Weights()
    for stage in stages:
        rows: list[tuple[int, Row]] = list(stage.rows(examples, unseen, services))
        rows += [
            (fold, row if stage.is_alike else in_brief(row))
            for kind in stage.briefs
            for fold, row in stage.rows(briefs.get(kind, ()), unseen, services)
        ]
        for fold in range(FOLDS):
            others = [row for own, row in rows if own != fold]
            table = stage.fit(others, strength=stage.strength)
            unseen[fold] = replace(unseen[fold], **{stage.name: table})
        table = stage.fit([row for _, row in rows], strength=stage.strength)
        weights = replace(weights, **{stage.name: table})
        tell(f"{stage.name}: {len(rows)} rows")
    return Learned(weights, tuple(unseen))
