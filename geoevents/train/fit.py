"""Fits linear tables: the only module that knows the fitting libraries.

A feature counts only when several articles have it, so that no single article is
learned by heart; what is left is regularised, rounded and sorted: same rows, same table.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from geoevents.weights import Features, Linear

# Articles that must have a feature before it may weigh anything.
FEWEST_ARTICLES = 3
# Weights below this change no decision; leaving them out keeps the tables readable.
LEAST_WEIGHT = 0.02
_DECIMALS = 3


# Before the names of what a brief's row has a second time; no table keeps them.
_OF_BRIEFS = "brief "


@dataclass(frozen=True, slots=True)
class Labelled:
    """One decision as it should have been made; see ``in_brief``."""

    article: str
    features: Features
    label: str


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Options of one decision and which of them are right (at least one).

    ``vectors``: a row an option, of no width where the meanings are not known.
    """

    article: str
    options: Sequence[Features]
    right: Sequence[bool]
    vectors: Any = None


def in_brief(row: Labelled | Alternatives) -> Labelled | Alternatives:
    """The same with each feature a second time, as one of briefs alone.

    Briefs are shorter than articles and their places were noted by other habits. What
    differs is learned by the second features, which are then left out; what holds in
    both is learned by the first (Daume, Frustratingly easy domain adaptation, 2007).
    """
    if isinstance(row, Labelled):
        return replace(row, features=_twice(row.features))
    return replace(row, options=[_twice(option) for option in row.options])


def is_of_briefs(feature: str) -> bool:
    """A second feature, which is left out of all that is learned."""
    return feature.startswith(_OF_BRIEFS)


def _twice(features: Features) -> Features:
    return {**features, **{_OF_BRIEFS + name: n for name, n in features.items()}}


@dataclass(slots=True)
class FeatureIndex:
    """Numbers for the features that enough articles have."""

    numbers: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[tuple[str, Features]]) -> "FeatureIndex":
        """Of (article, its features) rows."""
        articles: dict[str, set[str]] = defaultdict(set)
        for article, features in rows:
            for name in features:
                articles[name].add(article)
        kept = sorted(n for n, a in articles.items() if len(a) >= FEWEST_ARTICLES)
        return cls({name: number for number, name in enumerate(kept)})

    def matrix(self, rows: Sequence[Features]) -> Any:  # noqa: ANN401 - a scipy matrix
        """Rows x features, sparse; unknown features are left out."""
        from scipy.sparse import csr_matrix  # noqa: PLC0415 - build packages

        data: list[float] = []
        columns: list[int] = []
        starts = [0]
        for features in rows:
            for name, amount in features.items():
                number = self.numbers.get(name)
                if number is not None:
                    columns.append(number)
                    data.append(amount)
            starts.append(len(data))
        return csr_matrix((data, columns, starts), (len(rows), len(self.numbers)))


def fit_labels(rows: Sequence[Labelled], *, strength: float) -> Linear:
    """A table that tells labels apart; ``strength`` is the inverse regularisation."""
    from sklearn.linear_model import LogisticRegression  # noqa: PLC0415

    index = FeatureIndex.of([(row.article, row.features) for row in rows])
    model = LogisticRegression(
        C=strength, max_iter=1_000, fit_intercept=False, tol=1e-4
    )
    model.fit(index.matrix([r.features for r in rows]), [r.label for r in rows])
    labels = tuple(map(str, model.classes_))
    return _table(index, labels, model.coef_.T)


def fit_yes_no(rows: Sequence[Labelled], *, strength: float) -> Linear:
    """A table of one label: the score of "yes" against "no"."""
    both = fit_labels(rows, strength=strength)
    # For two labels the library fits one column, of the second: "yes" after "no".
    return Linear(labels=("yes",), weights=both.weights)


def fit_choice(groups: Sequence[Alternatives], *, strength: float) -> Linear:
    """A table of one label that ranks the right option of each decision first."""
    import numpy as np  # noqa: PLC0415 - build packages
    from scipy.optimize import minimize  # noqa: PLC0415

    groups = [group for group in groups if any(group.right)]
    index = FeatureIndex.of([(g.article, o) for g in groups for o in g.options])
    matrix = index.matrix([option for group in groups for option in group.options])
    right = np.array([float(r) for group in groups for r in group.right])
    sizes = [len(group.options) for group in groups]
    of_group = np.repeat(np.arange(len(groups)), sizes)
    starts = np.concatenate(([0], np.cumsum(sizes)[:-1])).astype(int)

    def loss(weights: Any) -> tuple[float, Any]:  # noqa: ANN401 - arrays
        scores = matrix @ weights
        grown = np.exp(scores - np.maximum.reduceat(scores, starts)[of_group])
        every = np.add.reduceat(grown, starts)
        wanted = np.maximum(np.add.reduceat(grown * right, starts), 1e-300)
        slope = grown / every[of_group] - grown * right / wanted[of_group]
        value = float((np.log(every) - np.log(wanted)).sum())
        penalty = weights @ weights / (2 * strength)
        return value + penalty, matrix.T @ slope + weights / strength

    start = np.zeros(matrix.shape[1])
    fitted = minimize(
        loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}
    )
    return _table(index, ("score",), fitted.x.reshape(-1, 1))


def _table(index: FeatureIndex, labels: tuple[str, ...], rows: Any) -> Linear:  # noqa: ANN401
    weights = {}
    for name, number in index.numbers.items():
        if is_of_briefs(name):
            continue
        row = tuple(round(float(value), _DECIMALS) for value in rows[number])
        if any(abs(value) >= LEAST_WEIGHT for value in row):
            weights[name] = row
    return Linear(labels=labels, weights=weights)
