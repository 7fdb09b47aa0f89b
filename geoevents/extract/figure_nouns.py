"""Which noun a number counts, by the parse and, where it fails, by the next words."""

import re
from dataclasses import dataclass

from geoevents.extract.figure_lexicon import is_person, is_uncounted, noun_kind
from geoevents.extract.figure_numbers import Number
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

# Words between a number and its noun that may be skipped: "12 heavily armed men".
FARTHEST_NOUN = 5
_WHOLE = re.compile(
    r"\b(?:\d+|\w+) of (?:the|its|their|his|those|these) (?:other |remaining )?\Z"
)
_TIMES = frozenset(
    {
        "day",
        "week",
        "month",
        "year",
        "hour",
        "minute",
        "decade",
        "night",
        "next",
        "last",
    }
)
_SKIPPED_POS = {"ADJ", "ADV", "PROPN", "NOUN", "VERB", "PUNCT", "CCONJ", "NUM", "PART"}


@dataclass(frozen=True, slots=True)
class Counted:
    """What a number counts.

    ``number``: its own token; ``noun``: the counted noun or None where it is left
    out; ``node``: the token whose place in the parse the whole has; ``partitive``:
    "two of the dead", "eight of whom".
    """

    number: Token
    noun: Token | None
    node: Token
    partitive: bool = False
    whole: bool = False  # the 12 of "three of the 12": only their noun speaks of them
    first: int = 0  # index of the phrase's first token
    after: int = 0  # index of the first token after the counted phrase


def counted_by(number: Number, syntax: Syntax) -> Counted | None:
    """The counted noun of a number; None where the parse has no token for it."""
    inside = syntax.tokens_in(Span(start=number.core_start, end=number.core_end))
    if not inside:
        return None
    head = _head(inside)
    said = syntax.tokens_in(Span(start=number.start, end=number.end))
    first, last = said[0].index, said[-1]
    whole = bool(_WHOLE.search(syntax.text[max(number.start - 24, 0) : number.start]))
    of = _partitive(last, syntax)
    if of is not None:
        noun = of if of.pos not in {"PRON", "DET"} else None
        return Counted(
            head,
            noun,
            _top(head, syntax),
            partitive=True,
            after=of.index + 1,
            first=first,
        )
    noun = _governing_noun(head, inside, syntax) or _next_noun(last, syntax)
    if noun is None:
        return Counted(
            head,
            None,
            _top(head, syntax),
            after=last.index + 1,
            whole=whole,
            first=first,
        )
    return Counted(
        head,
        noun,
        noun,
        after=max(noun.index, last.index) + 1,
        whole=whole,
        first=first,
    )


def _head(inside: tuple[Token, ...]) -> Token:
    indices = {token.index for token in inside}
    outside = [t for t in inside if t.head not in indices or t.head == t.index]
    return outside[-1] if outside else inside[-1]


def _top(head: Token, syntax: Syntax) -> Token:
    # "at least 100" hangs on its number; the number itself has the role.
    above = syntax.tokens[head.head]
    if (
        head.dep in {"nummod", "quantmod"}
        and above.index > head.index
        and above.pos == "NUM"
    ):
        return above
    return head


def _partitive(last: Token, syntax: Syntax) -> Token | None:
    """The noun of "20 of the dead", "eight of whom", "14 out of 17 missiles"."""
    tokens = syntax.tokens
    at = last.index + 1
    if at < len(tokens) and tokens[at].lemma in {"other", "more"}:
        at += 1
    if at < len(tokens) and tokens[at].text.lower() == "out":
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lemma != "of":
        return None
    for index in range(at + 1, min(at + 1 + FARTHEST_NOUN, len(tokens))):
        token = tokens[index]
        if token.text.lower() in {"them", "whom", "those", "these", "which"}:
            return token
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        ends = following is None or following.pos not in {
            "NOUN",
            "PROPN",
            "ADJ",
            "PART",
        }
        if token.pos in {"NOUN", "PROPN"} and (ends or is_person(token)):
            return token
        if token.pos in {"ADJ", "VERB"} and ends and noun_kind(token) is not None:
            return token  # "the dead", "the uprooted"
    return None


def _governing_noun(
    head: Token, inside: tuple[Token, ...], syntax: Syntax
) -> Token | None:
    token, indices = head, {t.index for t in inside}
    for _ in range(4):
        above = syntax.tokens[token.head]
        if above.index == token.index or token.dep not in {
            "nummod",
            "quantmod",
            "amod",
            "compound",
            "nmod",
            "npadvmod",
            "det",
            "advmod",
        }:
            return None
        token = above
        if token.index in indices:
            continue
        if any(
            t.tag in {"VBD", "VBN"} and t.dep != "amod"
            for t in syntax.tokens[head.index + 1 : token.index]
        ):
            return None
        if token.pos in {"NOUN", "PROPN"} and token.index > head.index:
            return token
        if (
            token.pos in {"ADJ", "VERB"}
            and token.index > head.index
            and noun_kind(token) is not None
        ):
            return token
    return None


def _next_noun(last: Token, syntax: Syntax) -> Token | None:
    """A counted noun the parse missed: the next few words, up to a verb or stop."""
    tokens = syntax.tokens
    sentence = last.sentence
    for index in range(
        last.index + 1, min(last.index + 1 + FARTHEST_NOUN, len(tokens))
    ):
        token = tokens[index]
        if token.sentence != sentence or token.pos not in _SKIPPED_POS:
            return None
        if token.text in {",", ";", ":", "(", ")"} or token.tag in {
            "VBD",
            "VBZ",
            "VBP",
        }:
            return None
        if token.pos == "VERB" and token.dep not in {"amod", "compound"}:
            return None
        if token.lemma in _TIMES:
            return None
        if token.pos in {"NOUN", "PROPN"}:
            following = tokens[index + 1] if index + 1 < len(tokens) else None
            compound = (
                following is not None
                and following.pos in {"NOUN", "PROPN"}
                and token.dep == "compound"
            )
            if not compound and (
                is_person(token) or is_uncounted(token) or noun_kind(token) is not None
            ):
                return token
    return None
