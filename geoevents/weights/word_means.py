"""Means of what the language model makes of words: of groups, of sentences, of a text."""

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geoevents.models.syntax import Meanings, Syntax

Vectors = NDArray[np.float32]

_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})


def known_meanings(syntax: Syntax) -> Meanings | None:
    """None of a text in capitals either.

    Its words lie elsewhere in the model, and hardly any practice text is written so.
    """
    return None if syntax.is_in_capitals else syntax.meanings


def means_of(words: Vectors, groups: Mapping[int, Sequence[int]], rows: int) -> Vectors:
    """The mean of each group of words, zeros in the rows without one."""
    means = np.zeros((rows, words.shape[1]), np.float32)
    if groups:
        sizes = [len(group) for group in groups.values()]
        starts = np.cumsum([0, *sizes[:-1]])
        every = words[[index for group in groups.values() for index in group]]
        sums = np.add.reduceat(every, starts)
        means[list(groups)] = sums / np.array(sizes)[:, None]
    return means


def means_of_text(
    syntax: Syntax, meanings: Meanings
) -> tuple[Vectors, Vectors, Vectors]:
    """Of each sentence: content words, and all in their place; of all content words."""
    content = np.array([t.pos in _CONTENT for t in syntax.tokens], np.float32)[:, None]
    starts = [sentence.first for sentence in syntax.sentences]
    sizes = np.diff([*starts, len(syntax.tokens)]).astype(np.float32)[:, None]
    told: Vectors = np.add.reduceat(content, starts)
    sums: Vectors = np.add.reduceat(content * meanings.words, starts)
    places: Vectors = np.add.reduceat(meanings.in_place, starts)
    of_text = sums.sum(axis=0) / max(float(told.sum()), 1.0)
    means: Vectors = np.divide(sums, np.maximum(told, 1), dtype=np.float32)
    return means, places / sizes, of_text
