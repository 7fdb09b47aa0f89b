"""Fits the net of ``geoevents.weights.net``, with thinc.

Words it has not met lie near words it has; so that it learns regions and not rows, half
of it is left out at random in each step (dropout), and weights decay towards nothing.
Same rows, same net: the seed is fixed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geoevents.train.steps import Steps
from geoevents.weights import Net

# Of several tried on unseen folds: 64 units lose, all else differed by a hundredth.
_UNITS, _ROUNDS, _BATCH, _RATE = 128, 10, 128, 3e-3
_LEFT_OUT_OF_ROWS, _LEFT_OUT_OF_UNITS = 0.3, 0.5
_SEED = 0


@dataclass(frozen=True, slots=True, eq=False)
class Meant:
    """One decision as it should have been made, by the vectors of its word."""

    vectors: NDArray[np.float32]
    label: str


def fit_net(rows: Sequence[Meant], *, strength: float) -> Net:
    """A net that tells labels apart; ``strength`` is the inverse decay of weights."""
    labels = tuple(sorted({row.label for row in rows}))
    inputs = np.array([row.vectors for row in rows], np.float32)
    wanted = np.eye(len(labels), dtype=np.float32)[
        [labels.index(row.label) for row in rows]
    ]
    mean, spread = inputs.mean(axis=0), inputs.std(axis=0) + 1e-6
    hidden, output = _fitted((inputs - mean) / spread, wanted, decay=1 / strength)
    # Rows come as they are: their mean and spread are taken into the first layer.
    scaled = hidden.get_param("W").T / spread[:, None]
    return Net(
        labels=labels,
        hidden=scaled,
        hidden_bias=hidden.get_param("b") - mean @ scaled,
        output=output.get_param("W").T,
        output_bias=output.get_param("b"),
    )


def _fitted(
    inputs: NDArray[np.float32], wanted: NDArray[np.float32], *, decay: float
) -> tuple[Any, Any]:
    """The two layers, after so many rounds over all rows in random order."""
    from thinc.api import (  # noqa: PLC0415 - build packages
        Dropout,
        Relu,
        Softmax,
        chain,
        fix_random_seed,
    )

    fix_random_seed(_SEED)
    order = np.random.default_rng(_SEED)
    hidden = Relu(nO=_UNITS, nI=inputs.shape[1], dropout=_LEFT_OUT_OF_UNITS)
    output = Softmax(nO=wanted.shape[1], nI=_UNITS)
    layers: list[Any] = [Dropout(_LEFT_OUT_OF_ROWS), hidden, output]
    model: Any = chain(*layers)
    model.initialize()
    steps = Steps(_RATE, decay, total=_ROUNDS * -(-len(inputs) // _BATCH))
    for _ in range(_ROUNDS):
        shuffled = order.permutation(len(inputs))
        for first in range(0, len(inputs), _BATCH):
            batch = shuffled[first : first + _BATCH]
            steps.begin()
            chances, learn = model.begin_update(inputs[batch])
            learn((chances - wanted[batch]) / len(batch))
            model.finish_update(steps.optimizer)
    return next(node for node in model.walk() if node.name == "relu"), output
