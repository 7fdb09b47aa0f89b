"""What two words mean that may belong together: of an event and a place, a day, a count."""

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from geoevents.models.parse_paths import Paths
from geoevents.models.syntax import Meanings, Syntax
from geoevents.weights import Choice, Pairs
from geoevents.weights.word_means import (
    Vectors,
    known_meanings,
    means_of,
    means_of_text,
)

# Tokens; the second is None where the option is that there is none.
Pair = tuple[int, int | None]


class PairMeanings:
    """Makes the vectors of pairs of words of one article; its sentences are read once."""

    def __init__(self, syntax: Syntax, paths: Paths) -> None:
        self._syntax, self._paths = syntax, paths
        self._meanings = known_meanings(syntax)
        self._sentences: Vectors | None = None

    def of(self, pairs: Sequence[Pair]) -> Pairs | None:
        """None where no meanings are known."""
        meanings = self._meanings
        if meanings is None or not pairs:
            return None
        firsts = _numbered(first for first, _ in pairs)
        seconds = _numbered(second for _, second in pairs if second is not None)
        nobody = len(seconds)  # the row after the last one is of no word
        return Pairs(
            first=self._of_first(meanings, list(firsts)),
            second=self._of_second(meanings, list(seconds)),
            between=self._between(meanings, pairs),
            at_first=np.array([firsts[first] for first, _ in pairs]),
            at_second=np.array(
                [nobody if second is None else seconds[second] for _, second in pairs]
            ),
        )

    def _of_sentences(self, meanings: Meanings, tokens: Sequence[int]) -> Vectors:
        """Means of the content words and of all words in place, by token."""
        if self._sentences is None:
            words, in_place, _ = means_of_text(self._syntax, meanings)
            self._sentences = np.concatenate([words, in_place], axis=1)
        return self._sentences[[self._syntax.tokens[i].sentence for i in tokens]]

    def _of_first(self, meanings: Meanings, tokens: Sequence[int]) -> Vectors:
        """The word in its place and at large, its governor at large, its sentence."""
        at, above, is_root = self._governors(tokens)
        return np.concatenate(
            [
                meanings.in_place[at],
                meanings.words[at],
                np.where(is_root, 0, meanings.words[above]),
                self._of_sentences(meanings, tokens),
            ],
            axis=1,
        )

    def _of_second(self, meanings: Meanings, tokens: Sequence[int]) -> Vectors:
        """The word, its governor and that one's, in place and at large; its sentence."""
        width = 4 * (meanings.words.shape[1] + meanings.in_place.shape[1])
        if not tokens:
            return np.zeros((1, width), np.float32)
        at, above, is_root = self._governors(tokens)
        _, higher, is_top = self._governors(above.tolist())
        parts = [
            meanings.in_place[at],
            meanings.words[at],
            np.where(is_root, 0, meanings.in_place[above]),
            np.where(is_root, 0, meanings.words[above]),
            np.where(is_top, 0, meanings.in_place[higher]),
            np.where(is_top, 0, meanings.words[higher]),
            self._of_sentences(meanings, tokens),
        ]
        rows = np.zeros((len(tokens) + 1, width), np.float32)
        rows[:-1] = np.concatenate(parts, axis=1)
        return rows

    def _governors(
        self, tokens: Sequence[int]
    ) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.bool_]]:
        """The tokens, their governors, and as a column whether there is none."""
        at = np.array(tokens)
        above = np.array([self._syntax.tokens[i].head for i in tokens])
        return at, above, (at == above)[:, None]

    def _between(self, meanings: Meanings, pairs: Sequence[Pair]) -> Vectors:
        """Means of the words on the way, at large and in place; the two multiplied."""
        both = [(row, a, b) for row, (a, b) in enumerate(pairs) if b is not None]
        ways = {row: way for row, a, b in both if (way := self._paths.between(a, b))}
        products = np.zeros((len(pairs), meanings.in_place.shape[1]), np.float32)
        if both:
            rows, firsts, seconds = (list(part) for part in zip(*both, strict=True))
            one: Vectors = meanings.in_place[firsts]
            products[rows] = one * meanings.in_place[seconds]
        return np.concatenate(
            [
                means_of(meanings.words, ways, len(pairs)),
                means_of(meanings.in_place, ways, len(pairs)),
                products,
            ],
            axis=1,
        )


def _numbered(tokens: Iterable[int]) -> dict[int, int]:
    """Each token once, in text order, with its number."""
    return {token: number for number, token in enumerate(sorted(set(tokens)))}


def each_meant(
    choice: Choice, meanings: PairMeanings, groups: Sequence[Sequence[Pair]]
) -> list[Vectors | None]:
    """For each decision of an article, what its pairs of words mean to the choice.

    All at once: one matrix product costs no more than a few rows of it.
    """
    meant = choice.meant(meanings.of([pair for group in groups for pair in group]))
    if not len(meant):
        return [None] * len(groups)
    ends = np.cumsum([len(group) for group in groups])
    return list(np.split(meant, ends[:-1]))
