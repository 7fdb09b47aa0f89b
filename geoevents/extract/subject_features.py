"""What an article and its sentences are about, by the classes of their words.

"Attack", "shot" and "beaten" tell of violence in one article and of a match in another.
"""

from collections import Counter
from collections.abc import Iterable

from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features

_CONTENT = frozenset({"NOUN", "VERB", "ADJ"})
# A class that makes up this share of an article is as much its subject as any can be.
_FULL_SHARE = 0.04


def article_subject(syntax: Syntax) -> Features:
    """How much of an article each class of words is, 0 to 1."""
    counts = _classes(syntax.tokens)
    total = max(sum(counts.values()), 1)
    return {
        f"article about={kin}": round(min(count / total / _FULL_SHARE, 1.0), 2)
        for kin, count in sorted(counts.items())
    }


def sentence_subject(syntax: Syntax, sentence: int) -> Features:
    """The classes of words one sentence has."""
    bounds = syntax.sentences[sentence]
    tokens = syntax.tokens[bounds.first : bounds.last]
    classes = {t.kin for t in tokens if t.kin and t.pos in _CONTENT}
    return {f"sentence about={kin}": 0.5 for kin in sorted(classes)}


def _classes(tokens: Iterable[Token]) -> Counter[int]:
    return Counter(token.kin for token in tokens if token.pos in _CONTENT and token.kin)
