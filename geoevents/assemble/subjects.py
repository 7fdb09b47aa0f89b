"""Who does what a word tells: subjects and agents, as the parse has them."""

from collections.abc import Iterator

from geoevents.models.syntax import Syntax, Token

_RELATIVES = {"who", "which", "that"}
_OWN = {"nsubj", "nsubjpass"}
# A verb with one of these roles has the subject of the verb above it.
_CARRIED_ON = {"xcomp", "conj", "pcomp", "advcl"}


def sharing_subject(syntax: Syntax, word: int) -> Iterator[Token]:
    """The word and those above it, up to the first that has a subject of its own."""
    token = syntax.tokens[word]
    while True:
        yield token
        has_own = any(
            syntax.tokens[i].dep in _OWN for i in syntax.children[token.index]
        )
        if has_own or token.dep not in _CARRIED_ON:
            return
        token = syntax.tokens[token.head]


def subjects_at(syntax: Syntax, verb: Token) -> Iterator[Token]:
    """Its subjects; for "who" and "which" what they stand for."""
    for child in syntax.children[verb.index]:
        token = syntax.tokens[child]
        if token.dep == "nsubj":
            yield syntax.tokens[verb.head] if token.lemma in _RELATIVES else token


def objects_at(syntax: Syntax, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Prepositions that hang on it, each with its noun: ("by", "rebels")."""
    for child in syntax.children[verb.index]:
        link = syntax.tokens[child]
        if link.dep in {"agent", "prep"}:
            for below in syntax.children[link.index]:
                if syntax.tokens[below].dep == "pobj":
                    yield link, syntax.tokens[below]
