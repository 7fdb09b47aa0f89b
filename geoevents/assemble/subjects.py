"""Who does what a word tells: subjects and agents, as the parse has them."""

from collections.abc import Container, Iterator

from geoevents.models.syntax import Syntax, Token

_RELATIVES = {"who", "which", "that"}
_OWN = {"nsubj", "nsubjpass"}
# A verb with one of these roles has the subject of the verb above it.
_CARRIED_ON = {"xcomp", "conj", "pcomp", "advcl"}

# Verbs that say no more than that somebody did what their object names.
_CARRYING_OUT = frozenset({
    "carry", "conduct", "stage", "launch", "mount", "make", "wage", "commit", "perpetrate",
    "execute", "undertake", "unleash", "begin", "start", "lead",
})  # fmt: skip
_CARRIED_OUT = {"dobj", "nsubjpass"}

# "Russian missiles", "fighters of the SDF", "Azerbaijani and Turkish guns".
_BELONGING = {"poss", "amod", "compound", "nmod", "conj", "appos"}


def sharing_subject(syntax: Syntax, word: int) -> Iterator[Token]:
    """The word and those above it, up to the first that has a subject of its own.

    Of a deed that is carried out, the verb that says so: "staged an attack".
    """
    token = syntax.tokens[word]
    while True:
        yield token
        if is_carried_out(syntax, token):
            token = syntax.tokens[token.head]
            continue
        has_own = any(
            syntax.tokens[i].dep in _OWN for i in syntax.children[token.index]
        )
        if has_own or token.dep not in _CARRIED_ON:
            return
        token = syntax.tokens[token.head]


def is_carried_out(syntax: Syntax, deed: Token) -> bool:
    """ "Carried out air strikes", "the attack was carried out"."""
    verb = syntax.tokens[deed.head]
    return deed.dep in _CARRIED_OUT and verb.lemma in _CARRYING_OUT


def subjects_at(syntax: Syntax, verb: Token) -> Iterator[Token]:
    """Its subjects; for "who" and "which" what they stand for."""
    for child in syntax.children[verb.index]:
        token = syntax.tokens[child]
        if token.dep == "nsubj":
            yield standing_for(syntax, token)


def standing_for(syntax: Syntax, token: Token) -> Token:
    """What "who" or "which" stands for; any other word itself."""
    verb = syntax.tokens[token.head]
    return syntax.tokens[verb.head] if token.lemma in _RELATIVES else token


def objects_at(syntax: Syntax, verb: Token) -> Iterator[tuple[Token, Token]]:
    """Prepositions that hang on it, each with its noun: ("by", "rebels")."""
    for child in syntax.children[verb.index]:
        link = syntax.tokens[child]
        if link.dep in {"agent", "prep"}:
            for below in syntax.children[link.index]:
                if syntax.tokens[below].dep == "pobj":
                    yield link, syntax.tokens[below]


def doing_at(syntax: Syntax, verb: Token) -> Iterator[Token]:
    """Subjects, and agents of a passive, each with those joined to it by "and"."""
    for token in subjects_at(syntax, verb):
        yield from _with_conjuncts(syntax, token)
    for link, noun in objects_at(syntax, verb):
        if link.lemma == "by":
            yield from _with_conjuncts(syntax, noun)


def _with_conjuncts(syntax: Syntax, token: Token) -> Iterator[Token]:
    """The word and those joined to it: "gendarmes and tribesmen"."""
    yield token
    for child in syntax.children[token.index]:
        if syntax.tokens[child].dep == "conj":
            yield from _with_conjuncts(syntax, syntax.tokens[child])


def belongs_to(syntax: Syntax, token: Token, words: Container[int]) -> bool:
    """It is one of these words, or owns or describes one."""
    while token.index not in words:
        above = syntax.tokens[token.head]
        is_owner = token.dep == "pobj" and above.lemma == "of"
        if token.dep not in _BELONGING and not is_owner and token.lemma != "of":
            return False
        if token.head == token.index:
            return False
        token = above
    return True
