"""The meaning of a word that may tell of an event, and of what it goes with, in numbers.

Lexicon and features know words one by one; vectors place "pounded" beside "shelled"
though no list has it. ``weights.Net`` says what they speak for.
"""

from collections.abc import Sequence

import numpy as np

from geoevents.extract.word_company import PARTS, beside, places_of, related
from geoevents.models.syntax import Syntax, Token
from geoevents.weights.word_means import (
    Vectors,
    known_meanings,
    means_of,
    means_of_text,
)

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
    at = places_of(tokens)
    above = np.array([token.head for token in tokens])
    is_root = (at == above)[:, None]
    words, in_place = meanings.words, meanings.in_place
    going_with = related(syntax, tokens)
    of_sentences, of_places, of_text = means_of_text(syntax, meanings)
    sentence = [token.sentence for token in tokens]
    there = [[i in going_with[part] for part in PARTS] for i in range(len(tokens))]
    return np.concatenate(
        [
            in_place[at],
            words[at],
            np.where(is_root, 0, words[above]),
            in_place[above],
            *(means_of(words, going_with[part], len(tokens)) for part in PARTS),
            of_sentences[sentence],
            of_places[sentence],
            *beside(syntax, in_place, at, _WINDOW),
            np.tile(of_text, (len(tokens), 1)),
            np.array(there, np.float32),
            is_root,
        ],
        axis=1,
        dtype=np.float32,
    )
