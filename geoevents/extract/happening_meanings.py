"""The meaning of a word that may tell of an event, and of what it goes with, in numbers.

Lexicon and features know words one by one; vectors place "pounded" beside "shelled"
though no list has it. ``weights.Net`` says what they speak for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geoevents.models.syntax import Syntax, Token
from geoevents.weights.word_means import (
    Vectors,
    known_meanings,
    means_of,
    means_of_text,
)

# What a word goes with, by the label of the edge down to it.
_WITH = {
    "nsubj": "subjects",
    "nsubjpass": "subjects",
    "dobj": "objects",
    "attr": "objects",
    "dative": "objects",
    "compound": "modifiers",
    "amod": "modifiers",
    "poss": "modifiers",
    "advcl": "clauses",
    "ccomp": "clauses",
    "xcomp": "clauses",
    "conj": "clauses",
    "acl": "clauses",
    "relcl": "clauses",
}
_PARTS = ("subjects", "objects", "prepositional", "modifiers", "clauses")
_WINDOW = (-2, -1, 1, 2)


def happening_meanings(syntax: Syntax, tokens: Sequence[Token]) -> Vectors:
    """One row a token that may tell of an event, all of one width: none without meanings.

    Side by side: the word, its governor, means of its subjects, objects, prepositional
    objects, modifiers and clauses, of the sentence and the text; the word, its governor
    and neighbours in their place; and which of the parts there are.
    """
    meanings = known_meanings(syntax)
    if meanings is None or not tokens:
        return np.zeros((len(tokens), 0), np.float32)
    at = np.array([token.index for token in tokens])
    above = np.array([token.head for token in tokens])
    is_root = (at == above)[:, None]
    words, in_place = meanings.words, meanings.in_place
    related = _related(syntax, tokens)
    of_sentences, of_places, of_text = means_of_text(syntax, meanings)
    sentence = [token.sentence for token in tokens]
    there = [[i in related[part] for part in _PARTS] for i in range(len(tokens))]
    return np.concatenate(
        [
            in_place[at],
            words[at],
            np.where(is_root, 0, words[above]),
            in_place[above],
            *(means_of(words, related[part], len(tokens)) for part in _PARTS),
            of_sentences[sentence],
            of_places[sentence],
            *_beside(syntax, in_place, at),
            np.tile(of_text, (len(tokens), 1)),
            np.array(there, np.float32),
            is_root,
        ],
        axis=1,
        dtype=np.float32,
    )


def _related(
    syntax: Syntax, tokens: Sequence[Token]
) -> Mapping[str, Mapping[int, list[int]]]:
    """Part -> row -> the tokens that are it; rows without are left out."""
    found: dict[str, dict[int, list[int]]] = {
        part: defaultdict(list) for part in _PARTS
    }
    for number, token in enumerate(tokens):
        for index in syntax.children[token.index]:
            dep = syntax.tokens[index].dep
            if dep in _WITH:
                found[_WITH[dep]][number].append(index)
            elif dep in {"prep", "agent"}:
                below = syntax.children[index]
                objects = [i for i in below if syntax.tokens[i].dep == "pobj"]
                if objects:
                    found["prepositional"][number] += objects
    return found


def _beside(
    syntax: Syntax, in_place: Vectors, at: NDArray[np.int_]
) -> Iterator[Vectors]:
    """Each neighbour of ``_WINDOW``, zeros past the ends of the sentence."""
    around = [syntax.sentences[syntax.tokens[index].sentence] for index in at]
    first = np.array([sentence.first for sentence in around])
    last = np.array([sentence.last for sentence in around])
    for step in _WINDOW:
        there = at + step
        inside = (first <= there) & (there < last)
        yield np.where(inside[:, None], in_place[np.where(inside, there, at)], 0)
