"""Who does and suffers what a word tells: its subjects, objects and their kin."""

from collections.abc import Iterator

from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.models.syntax import Syntax, Token

# Movement words are common; they count only with an armed or fleeing crowd.
_CROWD_DEPS = {"nsubj", "nsubjpass", "dobj", "agent", "pobj", "conj", "attr", "appos"}


# "50 fell", "40 were left": those numbers are of the dead and of what remains.
_FALLING = {"fall", "leave", "reach", "lose", "keep", "hold", "take"}
_ROUND = {"thousand", "hundred", "dozen", "score"}
CROWDS = {
    "refugee", "hostage", "prisoner", "captive", "tank", "man", "contingent", "convoy",
    "detainee", "migrant", "evacuee", "column", "warship", "vessel", "crew", "reservist",
}  # fmt: skip


def arguments_of(syntax: Syntax, token: Token) -> Iterator[Token]:
    """Subjects, objects and objects of prepositions, those shared with a conjunct too."""
    for child in syntax.children[token.index]:
        below = syntax.tokens[child]
        if below.dep in _CROWD_DEPS:
            yield below
            yield from (t for t in conjuncts_of(syntax, below))
        elif below.dep in {"prep", "agent"}:
            yield from (
                syntax.tokens[c]
                for c in syntax.children[child]
                if syntax.tokens[c].dep == "pobj"
            )
    if token.dep in {"relcl", "acl"}:
        yield syntax.tokens[token.head]
    if token.dep in {"conj", "xcomp", "advcl"} and token.head != token.index:
        above = syntax.tokens[token.head]
        yield from (
            syntax.tokens[c]
            for c in syntax.children[above.index]
            if syntax.tokens[c].dep in {"nsubj", "nsubjpass", "dobj"}
        )


def conjuncts_of(syntax: Syntax, token: Token) -> Iterator[Token]:
    """ "rebels and soldiers": what is joined to the token by "and"."""
    for child in syntax.children[token.index]:
        if syntax.tokens[child].dep == "conj":
            yield syntax.tokens[child]


def has_armed_argument(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """True when soldiers, prisoners or a counted crowd do or suffer it."""
    return any(
        argument.lemma in lexicon.soldiers
        or argument.lemma in CROWDS
        or (token.lemma not in _FALLING and is_bare_number(argument))
        or (argument.lemma in lexicon.civilians and has_number(syntax, argument))
        for argument in arguments_of(syntax, token)
    )


def is_bare_number(token: Token) -> bool:
    """ "11,000 were based there": a number that stands for people."""
    if token.entity in {"DATE", "TIME", "MONEY", "PERCENT", "ORDINAL", "QUANTITY"}:
        return False
    is_told = token.dep in {"nsubj", "nsubjpass"}
    return is_told and (token.pos == "NUM" or token.lemma in _ROUND)


def has_number(syntax: Syntax, token: Token) -> bool:
    """True when the noun is counted: "11,000 soldiers"."""
    return any(
        syntax.tokens[c].dep in {"nummod", "quantmod"}
        or syntax.tokens[c].entity == "CARDINAL"
        for c in syntax.children[token.index]
    )


def is_where_clause(syntax: Syntax, token: Token) -> bool:
    """ "fell on Gao, where a shell killed 12 in July": told of the place alone."""
    return token.dep == "relcl" and any(
        syntax.tokens[child].lemma == "where" for child in syntax.children[token.index]
    )
