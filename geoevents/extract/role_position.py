"""Where a place name hangs in the parse, and what the article tells around it."""

from dataclasses import dataclass
from functools import cache

from geoevents.extract.lexicon import read_lexicon
from geoevents.models.mention import Toponym
from geoevents.models.syntax import Syntax, Token

_NOUN_LINKS = frozenset({"compound", "nmod", "amod", "nn", "appos", "npadvmod"})


@dataclass(frozen=True, slots=True)
class Position:
    """Where a name hangs in the parse."""

    token: Token  # the name's head, over list members and unit nouns
    preposition: Token | None
    governor: Token  # the verb or noun that governs the phrase
    owner: bool  # it is a possessive


@dataclass(frozen=True, slots=True)
class Scene:
    """What the whole article tells of its places."""

    containers: frozenset[int]  # toponyms in which another lies
    happening: frozenset[int]  # tokens that evoke an event
    sentences: frozenset[int]  # sentences that hold one

    def happens_in(self, sentence: int) -> bool:
        """True where the sentence tells of an event, or nobody looked for one."""
        return not self.happening or sentence in self.sentences


@cache
def role_words(section: str, key: str) -> frozenset[str]:
    """A word list of lexicons/places_roles.toml."""
    return frozenset(read_lexicon("places_roles")[section][key])


@cache
def saying() -> frozenset[str]:
    """Verbs that report words or beliefs."""
    speech = read_lexicon("speech")
    return frozenset(
        verb for manner in ("say", "confirm", "deny") for verb in speech[manner]
    )


def find_position(syntax: Syntax, toponym: Toponym) -> Position | None:
    """What governs a name, over list members and nouns that stand for the place."""
    token = syntax.head_of(toponym.span)
    if token is None:
        return None
    for _ in range(10):
        head = syntax.tokens[token.head]
        if token.dep == "poss":
            return Position(token=token, preposition=None, governor=head, owner=True)
        if token.dep == "conj" or _climbs(token, head):
            token = head
            continue
        if token.dep == "pobj" and head.text.lower() == "of":
            whole = syntax.tokens[head.head]
            if whole.lemma in role_words("nouns", "quantity"):
                token = whole
                continue
        break
    head = syntax.tokens[token.head]
    if token.dep == "pobj" or head.pos == "ADP":
        governor = _over_dates(syntax, syntax.tokens[head.head])
        return Position(token=token, preposition=head, governor=governor, owner=False)
    return Position(token=token, preposition=None, governor=head, owner=False)


def _over_dates(syntax: Syntax, governor: Token) -> Token:
    """ "registered by Wednesday in X": the verb governs it, not the day."""
    while governor.head != governor.index and (
        governor.pos == "ADP"
        or (governor.entity in {"DATE", "TIME"} and governor.pos in {"NOUN", "PROPN"})
    ):
        governor = syntax.tokens[governor.head]
    return governor


def token_before(syntax: Syntax, token: Token) -> Token:
    """The token before this one, or the first itself."""
    return syntax.tokens[max(token.index - 1, 0)]


def children_lemmas(syntax: Syntax, token: Token) -> frozenset[str]:
    """Lemmas of what hangs on a token."""
    return frozenset(syntax.tokens[c].lemma for c in syntax.children[token.index])


def _climbs(token: Token, head: Token) -> bool:
    """True where the noun above stands for the place: "Kursk region"."""
    if token.dep not in _NOUN_LINKS or head.pos not in {"NOUN", "PROPN"}:
        return False
    if token.dep == "appos":
        return True
    return head.pos == "PROPN" or head.lemma in role_words(
        "nouns", "quantity"
    ) | role_words("nouns", "parts")


def clause_verb(syntax: Syntax, token: Token) -> Token | None:
    """The nearest verb at or above a token."""
    if token.pos in {"VERB", "AUX"}:
        return token
    for above in syntax.ancestors(token.index):
        if above.pos in {"VERB", "AUX"}:
            return above
    return None


def governing_word(position: Position) -> str:
    """The preposition above the name in lower case, or ""."""
    return position.preposition.text.lower() if position.preposition else ""


def tokens_after(syntax: Syntax, toponym: Toponym) -> list[Token]:
    """The three tokens after the name."""
    last = syntax.tokens_in(toponym.span)[-1].index
    return list(syntax.tokens[last + 1 : last + 4])
