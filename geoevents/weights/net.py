"""A small net: what the meanings of words speak for, where no feature has a name.

Two layers over vectors, applied with plain matrix products. Nothing here learns:
``geoevents.train`` writes the layers.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float32]
# Sums differ in their last bits from one processor to the next; decisions must not.
_DECIMALS = 4
# Logarithm of a chance that is none: less is not worth telling apart.
_LOST = -12.0


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Net:
    """Scores by label of rows of vectors.

    ``hidden``: inputs x units; ``output``: units x labels; a bias for each.
    """

    labels: tuple[str, ...]
    hidden: Array
    hidden_bias: Array
    output: Array
    output_bias: Array

    def scores_in(self, labels: Sequence[str], rows: Array) -> list[list[float]]:
        """``scores`` in the order of a table's labels; all 0 of a row without vectors."""
        return [
            [
                max(scores.get(label, _LOST), _LOST) if scores else 0.0
                for label in labels
            ]
            for scores in self.scores(rows)
        ]

    def scores(self, rows: Array) -> list[dict[str, float]]:
        """By row, the logarithm of each label's chance; none without vectors."""
        if not self.labels or rows.shape[1] != len(self.hidden):
            return [{} for _ in rows]
        units = np.maximum(rows @ self.hidden + self.hidden_bias, 0)
        sums = units @ self.output + self.output_bias
        chances = log_chances(sums).tolist()
        return [dict(zip(self.labels, row, strict=True)) for row in chances]


NO_NET = Net(
    labels=(),
    hidden=np.zeros((0, 0), np.float32),
    hidden_bias=np.zeros(0, np.float32),
    output=np.zeros((0, 0), np.float32),
    output_bias=np.zeros(0, np.float32),
)
_LAYERS = ("hidden", "hidden_bias", "output", "output_bias")


def layers_of(net: Net) -> dict[str, Any]:
    """All of a net by name."""
    return {"labels": np.array(net.labels), **halved(net, _LAYERS)}


def net_of(layers: Mapping[str, NDArray[Any]]) -> Net:
    """The inverse of ``layers_of``."""
    labels = tuple(str(label) for label in layers["labels"])
    return Net(labels=labels, **widened(layers, _LAYERS))


def log_chances(sums: Array) -> NDArray[np.float64]:
    """Logarithms of the chances along the last axis, to so many places as are sure."""
    sums = sums - sums.max(axis=-1, keepdims=True)
    sums -= np.log(np.exp(sums).sum(axis=-1, keepdims=True))
    return np.round(sums.astype(float), _DECIMALS)


def halved(net: object, names: Sequence[str]) -> dict[str, Any]:
    """Layers in half precision, to be kept: half the bytes, the same decisions."""
    return {name: getattr(net, name).astype(np.float16) for name in names}


def widened(
    layers: Mapping[str, NDArray[Any]], names: Sequence[str]
) -> dict[str, Array]:
    """The inverse of ``halved``."""
    return {name: layers[name].astype(np.float32) for name in names}
