"""What a word keeps company with, in numbers: its clause, its neighbours, its relation.

A name says little by itself; the verb above it and what stands beside it say what it
does there. ``weights.Net`` says what the vectors speak for.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from geoevents.models.span import Span
from geoevents.models.syntax import Meanings, Syntax, Token
from geoevents.weights.word_means import Vectors, means_of

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
PARTS = ("subjects", "objects", "prepositional", "modifiers", "clauses")
_ARGUMENTS = PARTS[:3]
_RELATIONS = (
    {"nsubj", "nsubjpass"},
    {"dobj", "attr", "dative"},
    {"pobj"},
    {"conj"},
    {"compound"},
    {"poss"},
)
_BEFORE, _AFTER = (-3, -2, -1), (1, 2, 3)
# Further up the tree stands another clause.
_MOST_EDGES = 12

Places = NDArray[np.int_]  # indices of tokens


def clause_of(
    syntax: Syntax, meanings: Meanings, spans: Sequence[Span], heads: Sequence[Token]
) -> Vectors:
    """One row a span, each with its head: what its clause and its neighbours mean.

    Side by side: the verb above, means of that verb's subjects, objects and
    prepositional objects; three words before and after and the head, in their place;
    which of the arguments there are, and what the head is to its governor.
    """
    verbs = [_verb_above(syntax, head) for head in heads]
    at = places_of(verbs)
    arguments = related(syntax, verbs)
    known = [
        [
            *(row in arguments[part] for part in _ARGUMENTS),
            *(head.dep in deps for deps in _RELATIONS),
        ]
        for row, head in enumerate(heads)
    ]
    words, in_place = meanings.words, meanings.in_place
    inside = [syntax.tokens_in(span) for span in spans]
    return np.concatenate(
        [
            words[at],
            in_place[at],
            *(means_of(words, arguments[part], len(heads)) for part in _ARGUMENTS),
            *beside(syntax, in_place, places_of([row[0] for row in inside]), _BEFORE),
            in_place[places_of(heads)],
            *beside(syntax, in_place, places_of([row[-1] for row in inside]), _AFTER),
            np.array(known, np.float32),
        ],
        axis=1,
        dtype=np.float32,
    )


def _verb_above(syntax: Syntax, token: Token) -> Token:
    """The first verb over a token; without one, the last token on the way up."""
    above = syntax.ancestors(token.index)[:_MOST_EDGES]
    last = above[-1] if above else token
    return next((t for t in above if t.pos in {"VERB", "AUX"}), last)


def places_of(tokens: Sequence[Token]) -> Places:
    """Where the tokens stand in their article."""
    return np.array([token.index for token in tokens])


def related(
    syntax: Syntax, tokens: Sequence[Token]
) -> Mapping[str, Mapping[int, list[int]]]:
    """Of ``PARTS``, row -> the tokens that are it; rows without are left out."""
    found: dict[str, dict[int, list[int]]] = {part: defaultdict(list) for part in PARTS}
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


def beside(
    syntax: Syntax, in_place: Vectors, at: Places, steps: Sequence[int]
) -> Iterator[Vectors]:
    """Each neighbour so many tokens on, zeros past the ends of the sentence."""
    around = [syntax.sentences[syntax.tokens[index].sentence] for index in at]
    first = np.array([sentence.first for sentence in around])
    last = np.array([sentence.last for sentence in around])
    for step in steps:
        there = at + step
        inside = (first <= there) & (there < last)
        yield np.where(inside[:, None], in_place[np.where(inside, there, at)], 0)
