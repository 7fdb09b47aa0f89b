"""A linear table: how much each feature speaks for each label, readable and exact.

Features are named in words ("after=near", "role by rule=event"), so the strongest of
them can be told as reasons. Nothing here learns: ``geoevents.train`` writes the tables.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import exp

Features = dict[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """Weights by feature, one number a label, in the order of ``labels``.

    With one label the table scores alternatives against each other, or says yes or no.
    """

    labels: tuple[str, ...]
    weights: Mapping[str, tuple[float, ...]]
    phrases: Mapping[str, str] = field(default_factory=dict)  # to tell reasons with

    def scores(self, features: Features, before: Sequence[float] = ()) -> list[float]:
        """One sum a label, on top of ``before``; unknown features weigh nothing."""
        # Nearly all amounts are 1, and this is asked for every word: whole columns are
        # added up at once, those of each other amount apart.
        ones = [tuple(before) or (0.0,) * len(self.labels)]
        others: dict[float, list[tuple[float, ...]]] = {}
        for name, amount in features.items():
            row = self.weights.get(name)
            if row is None:
                continue
            if amount == 1:
                ones.append(row)
            else:
                others.setdefault(amount, []).append(row)
        totals: list[float] = list(map(sum, zip(*ones, strict=True)))
        for amount, rows in others.items():
            columns = map(sum, zip(*rows, strict=True))
            totals = [t + amount * c for t, c in zip(totals, columns, strict=True)]
        return totals

    def score(self, features: Features) -> float:
        """The sum of a table of one label."""
        weights = self.weights
        return sum(
            weights[name][0] * amount
            for name, amount in features.items()
            if name in weights
        )

    def chance(self, features: Features) -> float:
        """That the answer is yes, 0 to 1, of a table of one label."""
        return as_chance(self.score(features))

    def decide(
        self,
        features: Features,
        said: str,
        margin: float,
        before: Sequence[float] = (),
    ) -> str:
        """The label that scores most, if by ``margin`` more than what the rules said.

        A word of the rules can be checked in one place; the weights must be sure to
        overrule it. ``said`` may be no label at all: then the weights decide alone.
        """
        scores = dict(zip(self.labels, self.scores(features, before), strict=True))
        best = max(sorted(scores), key=lambda label: scores[label])
        stands = said in scores and scores[best] - scores[said] < margin
        return said if stands else best

    def why(self, features: Features, label: int = 0, most: int = 3) -> tuple[str, ...]:
        """What speaks loudest for a label, strongest first, as far as it has words."""
        told = [
            (self.weights[name][label] * amount, name)
            for name, amount in features.items()
            if name in self.weights
        ]
        told.sort(key=lambda row: (-row[0], row[1]))
        phrases = (self._phrase(name) for weight, name in told if weight > 0)
        return tuple(dict.fromkeys(p for p in phrases if p))[:most]

    def _phrase(self, name: str) -> str:
        known = [start for start in self.phrases if name.startswith(start)]
        if not known:
            return ""
        start = max(known, key=len)
        rest = name.removeprefix(start).strip()
        return self.phrases[start].format(rest=rest, word=(rest.split() or [""])[0])


# A decision that was never learned: everything weighs nothing.
EMPTY = Linear(labels=(), weights={})


def as_chance(score: float) -> float:
    """A sum of weights as the chance, 0 to 1, that the answer is yes."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


def softmax(scores: Sequence[float]) -> list[float]:
    """Positive shares that add up to 1; empty for none."""
    if not scores:
        return []
    peak = max(scores)
    grown = [exp(score - peak) for score in scores]
    total = sum(grown)
    return [value / total for value in grown]
