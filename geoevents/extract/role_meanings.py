"""What stands around a place's name, in numbers: the words that say what it does there."""

from collections.abc import Sequence

import numpy as np

from geoevents.extract.word_company import clause_of, places_of
from geoevents.models.mention import Toponym
from geoevents.models.syntax import Syntax
from geoevents.weights.word_means import Vectors, known_meanings


def role_meanings(syntax: Syntax, toponyms: Sequence[Toponym]) -> Vectors:
    """One row a toponym, all of one width: none without meanings.

    Side by side: its governor and the one above that, each by itself and in its place;
    then ``word_company.clause_of``. What the name itself means is left out: what
    Baghdad does in a sentence, Kyiv may do in another.
    """
    meanings = known_meanings(syntax)
    if meanings is None or not toponyms:
        return np.zeros((len(toponyms), 0), np.float32)
    spans = [toponym.span for toponym in toponyms]
    heads = [syntax.head_of(span) or syntax.tokens_in(span)[-1] for span in spans]
    governors = [syntax.tokens[head.head] for head in heads]
    above = [syntax.tokens[governor.head] for governor in governors]
    return np.concatenate(
        [
            *(
                vectors[places_of(tokens)]
                for tokens in (governors, above)
                for vectors in (meanings.words, meanings.in_place)
            ),
            clause_of(syntax, meanings, spans, heads),
        ],
        axis=1,
        dtype=np.float32,
    )
