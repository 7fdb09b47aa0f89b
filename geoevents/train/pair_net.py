"""Fits the net of ``geoevents.weights.pair_net``, two layers over features and vectors.

Of the scores of one decision's options a softmax is made; what is raised is the chance
of the right ones together. As in ``train.net``, half is left out at random in each step
and weights decay: it shall learn regions and not rows. Same rows, same net.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geoevents.train.fit import Alternatives, FeatureIndex, fit_choice, is_of_briefs
from geoevents.train.steps import Steps
from geoevents.weights import NO_PAIR_NET, Choice, PairNet

_UNITS, _ROUNDS, _BATCH, _RATE, _DECAY = 64, 6, 128, 2e-3, 0.3
_LEFT_OUT_OF_ROWS, _LEFT_OUT_OF_UNITS = 0.3, 0.5
_NAMED_AT_FIRST = 0.02
_SEED = 0
Floats = NDArray[np.float32]


def fit_both(groups: Sequence[Alternatives], *, strength: float) -> Choice:
    """The table and the net of a decision, each fitted by itself."""
    table = fit_choice(groups, strength=strength)
    known = [g for g in groups if any(g.right) and g.vectors.shape[1]]
    return Choice(table=table, net=_fit(known) if known else NO_PAIR_NET)


def _fit(groups: Sequence[Alternatives]) -> PairNet:
    index = FeatureIndex.of([(g.article, o) for g in groups for o in g.options])
    named = index.matrix([option for group in groups for option in group.options])
    vectors = np.concatenate([group.vectors for group in groups])
    mean, spread = _mean_and_spread(vectors)
    right = np.array([r for group in groups for r in group.right], np.float32)
    ends = np.cumsum([len(group.options) for group in groups])
    steps = Steps(_RATE, _DECAY, total=_ROUNDS * -(-len(groups) // _BATCH))
    learner = _Learner.at_first(vectors.shape[1], named.shape[1], steps)
    order = np.random.default_rng(_SEED)
    for _ in range(_ROUNDS):
        shuffled = order.permutation(len(groups))
        for first in range(0, len(groups), _BATCH):
            batch = shuffled[first : first + _BATCH]
            sizes = [len(groups[g].options) for g in batch]
            rows = np.concatenate(
                [
                    np.arange(ends[g] - n, ends[g])
                    for g, n in zip(batch, sizes, strict=True)
                ]
            )
            inputs = (vectors[rows].astype(np.float32) - mean) / spread
            learner.learn(inputs, named[rows], right[rows], sizes)
    return learner.net(index, mean, spread)


def _mean_and_spread(vectors: NDArray[np.float16]) -> tuple[Floats, Floats]:
    """Of each column, a thousand rows at a time: all at full width would not fit."""
    parts = np.array_split(vectors, max(1, len(vectors) // 1_000))
    total = sum(part.sum(axis=0, dtype=np.float64) for part in parts)
    squares = sum((part.astype(np.float64) ** 2).sum(axis=0) for part in parts)
    mean = total / len(vectors)
    spread = np.sqrt(np.maximum(squares / len(vectors) - mean**2, 0)) + 1e-3
    return mean.astype(np.float32), spread.astype(np.float32)


@dataclass(slots=True)
class _Learner:
    """The layers while they are learned; ``named`` is a column wider than the units."""

    hidden: Floats
    named: Floats
    bias: Floats
    output: Floats
    steps: Steps
    order: np.random.Generator

    @classmethod
    def at_first(cls, inputs: int, features: int, steps: Steps) -> "_Learner":
        """Small random numbers; features by themselves begin at nothing."""
        order = np.random.default_rng(_SEED)
        reach = 1 / np.sqrt(inputs)
        named = order.normal(0, _NAMED_AT_FIRST, (features, _UNITS + 1))
        named[:, -1] = 0
        return cls(
            hidden=order.uniform(-reach, reach, (inputs, _UNITS)).astype(np.float32),
            named=named.astype(np.float32),
            bias=np.zeros(_UNITS, np.float32),
            output=order.uniform(-1, 1, _UNITS).astype(np.float32) / _UNITS**0.5,
            steps=steps,
            order=order,
        )

    def learn(
        self,
        inputs: Floats,
        named: Any,  # noqa: ANN401 - a scipy matrix
        right: Floats,
        sizes: Sequence[int],
    ) -> None:
        """One step down the slope of the loss of these options."""
        inputs = inputs * self._kept(inputs.shape, _LEFT_OUT_OF_ROWS)
        told = named @ self.named
        sums = inputs @ self.hidden + told[:, :-1] + self.bias
        kept = self._kept(sums.shape, _LEFT_OUT_OF_UNITS) * (sums > 0)
        units = sums * kept
        slope = _slope(units @ self.output + told[:, -1], right, sizes)
        below = np.outer(slope, self.output) * kept
        self.steps.take(
            self,
            {
                "hidden": inputs.T @ below,
                "named": named.T @ np.column_stack([below, slope]),
                "bias": below.sum(axis=0),
                "output": units.T @ slope,
            },
        )

    def _kept(self, shape: tuple[int, ...], left_out: float) -> Floats:
        """Noughts at random; the rest so much larger that the sum stays."""
        there = self.order.random(shape, np.float32) >= left_out
        return there.astype(np.float32) / np.float32(1 - left_out)

    def net(self, index: FeatureIndex, mean: Floats, spread: Floats) -> PairNet:
        """As it is applied: to vectors as they come, without what is of briefs alone."""
        hidden = self.hidden / spread[:, None]
        names = [name for name in index.numbers if not is_of_briefs(name)]
        named = self.named[[index.numbers[name] for name in names]]
        return PairNet(
            rows={name: number for number, name in enumerate(names)},
            named=np.concatenate([named, np.zeros((1, _UNITS + 1), np.float32)]),
            hidden=hidden,
            bias=self.bias - mean @ hidden,
            output=self.output,
        )


def _slope(scores: Floats, right: Floats, sizes: Sequence[int]) -> Floats:
    """Of the mean loss, by option: its chance less its share of the right ones."""
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(int)
    of_group = np.repeat(np.arange(len(sizes)), sizes)
    grown = np.exp(scores - np.maximum.reduceat(scores, starts)[of_group])
    every = np.add.reduceat(grown, starts)[of_group]
    wanted = np.maximum(np.add.reduceat(grown * right, starts), 1e-30)[of_group]
    slope = (grown / every - grown * right / wanted) / len(sizes)
    told: Floats = slope.astype(np.float32)
    return told
