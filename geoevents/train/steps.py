"""The steps by which nets are learned: Adam, at a rate that rises and falls."""

from collections.abc import Mapping
from math import cos, pi
from typing import Any

import numpy as np
from numpy.typing import NDArray

_WARM_UP = 0.3  # the share of all steps in which the rate rises


class Steps:
    """Takes ``total`` steps; weights decay by the rate times ``decay`` in each."""

    def __init__(self, rate: float, decay: float, *, total: int) -> None:
        from thinc.api import Adam  # noqa: PLC0415 - build packages

        self.optimizer: Any = Adam(rate, L2=decay, L2_is_weight_decay=True, grad_clip=0)
        self._rate, self._total, self._done = rate, total, 0

    def begin(self) -> None:
        """The rate of the next step: half a wave up to its peak, half a wave down."""
        done = self._done / self._total
        if done < _WARM_UP:
            share = (1 - cos(pi * done / _WARM_UP)) / 2
        else:
            share = (1 + cos(pi * (done - _WARM_UP) / (1 - _WARM_UP))) / 2
        self.optimizer.learn_rate = self._rate * share + 1e-6
        self._done += 1

    def take(
        self,
        layers: object,
        slopes: Mapping[str, NDArray[np.float32]],
    ) -> None:
        """One step of each layer, an attribute, down its slope."""
        self.begin()
        for number, (name, slope) in enumerate(slopes.items()):
            weights = getattr(layers, name)
            down = np.ascontiguousarray(slope, np.float32)
            moved, _ = self.optimizer((number, name), weights, down)
            setattr(layers, name, moved)
