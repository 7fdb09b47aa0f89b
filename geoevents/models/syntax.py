"""The parse of one article, free of the library that made it.

Rules for figures, triggers and roles read these plain values, so they can be
tested on hand-written parses and do not care which engine runs.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from geoevents.models.span import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


# The one value that is not frozen, though nobody writes to one: a frozen one takes
# four times as long to make, and every word of every text is one.
@dataclass(slots=True, kw_only=True, eq=False)
class Token:
    """One word. ``head`` is the index of its governor (itself at a root).

    Tokens compare by identity: there is one object for each word of a parse.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str  # Universal POS: NOUN, PROPN, VERB, NUM ...
    tag: str  # Penn Treebank: VBD, NNS ...
    dep: str  # ClearNLP label: nsubj, dobj, prep, pobj ...
    head: int
    entity: str  # OntoNotes label (GPE, DATE, CARDINAL ...) or ""
    sentence: int  # index of its sentence
    kin: int = 0  # words used alike share a number; 0 where the word is unknown

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(start=self.start, end=self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Tokens ``[first, last)`` and the text they cover.

    ``begins``: the offset of its first word, after a dateline ("KYIV, Nov 5 - ").
    """

    index: int
    first: int
    last: int
    span: Span
    begins: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A span the engine named; labels are OntoNotes' (GPE, LOC, PERSON, ORG ...)."""

    span: Span
    text: str
    label: str
    first: int  # token indices [first, last)
    last: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Meanings:
    """What the language model makes of each word, one row a token in text order.

    ``words``: as it is used anywhere, zeros where the model does not know it;
    ``in_place``: as it stands here, among its neighbours. Widths are the model's.
    """

    words: "NDArray[np.float32]"
    in_place: "NDArray[np.float32]"


@dataclass(frozen=True, kw_only=True)
class Syntax:
    """Tokens, sentences and entities of one text, in text order.

    ``meanings`` is None where the engine has none, as in hand-written parses.
    """

    text: str
    tokens: tuple[Token, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    entities: tuple[Entity, ...] = ()
    engine: str = "none"
    meanings: Meanings | None = None

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the indices it governs, in text order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for token in self.tokens:
            if token.head != token.index:
                below[token.head].append(token.index)
        return tuple(tuple(row) for row in below)

    @cached_property
    def is_in_capitals(self) -> bool:
        """Whether more than half of the words are written so, as old wires send them."""
        return 2 * sum([t.text.isupper() for t in self.tokens]) > len(self.tokens)

    @cached_property
    def _token_starts(self) -> tuple[int, ...]:
        return tuple(token.start for token in self.tokens)

    def tokens_in(self, span: Span) -> tuple[Token, ...]:
        """The tokens that overlap ``span``."""
        low = max(bisect_right(self._token_starts, span.start) - 1, 0)
        high = bisect_left(self._token_starts, span.end)
        start = span.start
        return tuple([t for t in self.tokens[low:high] if t.end > start])

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds code point ``offset``; the last one past the end."""
        if not self.sentences:
            return None
        starts = self._sentence_starts
        return self.sentences[max(bisect_right(starts, offset) - 1, 0)]

    @cached_property
    def _sentence_starts(self) -> tuple[int, ...]:
        return tuple(sentence.span.start for sentence in self.sentences)

    def head_of(self, span: Span) -> Token | None:
        """The token in ``span`` whose governor lies outside it."""
        inside = self.tokens_in(span)
        indices = {token.index for token in inside}
        for token in inside:
            if token.head == token.index or token.head not in indices:
                return token
        return None

    def ancestors(self, index: int) -> tuple[Token, ...]:
        """Governors from the nearest up to the root."""
        path: list[Token] = []
        token = self.tokens[index]
        while token.head != token.index:
            token = self.tokens[token.head]
            path.append(token)
        return tuple(path)

    def subtree(self, index: int) -> tuple[int, ...]:
        """Indices of the token and all it governs, sorted."""
        found = [index]
        for current in found:
            found.extend(self.children[current])
        return tuple(sorted(found))
