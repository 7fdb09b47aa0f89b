"""A small net over named features and over what two words mean: of an event and a place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from geoevents.weights.linear import Features
from geoevents.weights.net import Array, halved, log_chances, widened


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Vectors of pairs of words; what either word has by itself stands there once.

    ``first`` and ``second``: a row a word; ``at_first`` and ``at_second``: the rows of
    each pair's words; ``between``: a row a pair.
    """

    first: Array
    second: Array
    between: Array
    at_first: NDArray[np.intp]
    at_second: NDArray[np.intp]

    def rows(self) -> Array:
        """All of each pair side by side, as nets are fitted to it."""
        return np.concatenate(
            [self.first[self.at_first], self.second[self.at_second], self.between],
            axis=1,
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PairNet:
    """Two layers that score options.

    ``rows``: feature -> its row of ``named``, which is (features + 1) x (units + 1): the
    last row is all zeros, the last column speaks for the option itself. ``hidden``: inputs x units; ``bias`` of the
    units; ``output``: a number a unit.
    """

    rows: Mapping[str, int]
    named: Array
    hidden: Array
    bias: Array
    output: Array

    def meant(self, pairs: Pairs | None) -> Array:
        """A row a pair: what its words tell the units; no rows where nothing is known."""
        if pairs is None or not len(self.output):
            return np.zeros((0, 0), np.float32)
        one = pairs.first.shape[1]
        two = one + pairs.second.shape[1]
        first: Array = pairs.first @ self.hidden[:one] + self.bias
        second: Array = pairs.second @ self.hidden[one:two]
        between: Array = pairs.between @ self.hidden[two:]
        between += first[pairs.at_first]
        between += second[pairs.at_second]
        return between

    def scores(self, options: Sequence[Features], meant: Array) -> list[float]:
        """The logarithm of each option's chance, of ``meant`` rows in the same order."""
        known = [[self.rows[f] for f in option if f in self.rows] for option in options]
        flat = [row for rows in known for row in (*rows, len(self.rows))]
        starts = np.cumsum([0, *(len(rows) + 1 for rows in known[:-1])])
        named = np.add.reduceat(self.named[flat], starts)
        units = np.maximum(meant + named[:, :-1], 0)
        chances: list[float] = log_chances(units @ self.output + named[:, -1]).tolist()
        return chances


NO_PAIR_NET = PairNet(
    rows={},
    named=np.zeros((1, 1), np.float32),
    hidden=np.zeros((0, 0), np.float32),
    bias=np.zeros(0, np.float32),
    output=np.zeros(0, np.float32),
)
_LAYERS = ("named", "hidden", "bias", "output")


def pair_layers_of(net: PairNet) -> dict[str, Any]:
    """All of a net by name."""
    rows = np.array(sorted(net.rows, key=net.rows.__getitem__))
    return {"rows": rows, **halved(net, _LAYERS)}


def pair_net_of(layers: Mapping[str, NDArray[Any]]) -> PairNet:
    """The inverse of ``pair_layers_of``."""
    rows = {str(name): number for number, name in enumerate(layers["rows"])}
    return PairNet(rows=rows, **widened(layers, _LAYERS))
