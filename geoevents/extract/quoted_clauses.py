"""What closes the words of a speaker named after them belongs to those words.

"A bomb killed five in a market, on Monday, the Red Cross said": parsers hang the Monday
on the saying. But what stands between the words and their speaker is no time or place
of the saying, which has its own behind it: "the Red Cross said on Tuesday".
"""

from collections.abc import Sequence

from geoevents.extract.sources import is_saying
from geoevents.models.syntax import Sentence, Token

_CLOSING = frozenset({"prep", "npadvmod"})
_WORDS, _SPEAKERS = frozenset({"ccomp", "parataxis"}), frozenset({"nsubj", "nsubjpass"})
_REACH = 250  # no sentence is parsed in longer pieces
_OTHER_CLAUSE = frozenset({";", ":", "–", "—"})


def close_quoted_clauses(
    tokens: Sequence[Token], sentences: Sequence[Sentence]
) -> None:
    """Hangs each such word on the verb of what is said; changes ``tokens``."""
    for verb in tokens:
        if is_saying(verb):
            first = max(sentences[verb.sentence].first, verb.index - _REACH)
            before = [
                token
                for token in tokens[first : verb.index]
                if token.head == verb.index
            ]
            _close(tokens, before)


def _close(tokens: Sequence[Token], before: Sequence[Token]) -> None:
    """``before``: what a verb of saying governs on its left, in order."""
    deps = [token.dep for token in before]
    said = next((i for i, dep in enumerate(deps) if dep in _WORDS), None)
    speaker = next((i for i, dep in enumerate(deps) if dep in _SPEAKERS), None)
    if said is None or speaker is None:
        return
    words = before[said]
    for token in before[said + 1 : speaker]:
        between = tokens[words.index : token.index]
        if token.dep in _CLOSING and not any(t.text in _OTHER_CLAUSE for t in between):
            token.head = words.index
