"""Who does and who suffers: states by demonym or name, armed groups, bare crowds.

A nationality names an actor and never a place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache

from geoevents.extract.lexicon import Nationality, read_lexicon
from geoevents.models.mention import ActorMention
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token


def find_actors(
    syntax: Syntax, nationalities: Mapping[str, Nationality]
) -> tuple[tuple[ActorMention, ...], tuple[ActorMention, ...]]:
    """Every actor named, without overlaps (longest first); and lands beside them.

    Lands tell whose something is: a nationality that is no actor's ("the Indian
    ministry"), and a country by its letters ("US troops"). Both in text order.
    """
    nationals = list(_nationals(syntax, nationalities))
    found = [
        *_groups(syntax),
        *(national for national, acts in nationals if acts),
        *_generic(syntax),
    ]
    found.sort(key=lambda a: (a.span.start, -len(a.span)))
    kept: list[ActorMention] = []
    for actor in found:
        if not kept or actor.span.start >= kept[-1].span.end:
            kept.append(actor)
    lands = [replace(land, kind="owner") for land, acts in nationals if not acts]
    for land, acts in _by_letters(syntax, nationalities):
        lands.append(land if acts else replace(land, kind="owner"))
    return tuple(kept), tuple(sorted(lands, key=lambda land: land.span))


@cache
def group_names() -> re.Pattern[str]:
    """Armed groups, alliances and armies, as they are written in English."""
    names = sorted(read_lexicon("groups")["groups"], key=len, reverse=True)
    # Where none can begin, hundreds of names need not be tried.
    opening = re.escape("".join(sorted({name[0] for name in names})))
    every = "|".join(map(re.escape, names))
    return re.compile(rf"\b(?=[{opening}])(?:{every})\b")


def _groups(syntax: Syntax) -> Iterator[ActorMention]:
    names = read_lexicon("groups")["groups"]
    for match in group_names().finditer(syntax.text):
        span = Span(start=match.start(), end=match.end())
        head = syntax.head_of(span)
        if head is None:
            continue
        yield ActorMention(
            span=span,
            text=match.group(),
            name=names[match.group()],
            kind="group",
            head=head.index,
        )


def _nationals(
    syntax: Syntax, nationalities: Mapping[str, Nationality]
) -> Iterator[tuple[ActorMention, bool]]:
    """Demonyms of one to three words ("N Korean"), and whether each is an actor."""
    tokens = syntax.tokens
    after = 0  # the last demonym
    for index, token in enumerate(tokens):
        if index < after or not token.text[:1].isupper():
            continue
        for last in _last_words(tokens, index):
            span = Span(start=token.start, end=last.end)
            known = nationalities.get(_demonym_key(span.of(syntax.text)))
            if known:
                actor = _national(syntax, last, span, known)
                yield actor, _may_act(tokens, actor, last)
                after = last.index + 1
                break


def _may_act(tokens: Sequence[Token], actor: ActorMention, last: Token) -> bool:
    """It describes no speaker and no place: "the Libyan city of", "Russian officials"."""
    described = {tokens[actor.head].lemma}
    described |= {token.lemma for token in tokens[last.index + 1 : last.index + 2]}
    return not described & _no_actors_nouns()


def _by_letters(
    syntax: Syntax, nationalities: Mapping[str, Nationality]
) -> Iterator[tuple[ActorMention, bool]]:
    """ "US troops", "a U.K. frigate": before what is theirs; alone it is a place."""
    letters = read_lexicon("groups")["letters"]
    for token in syntax.tokens:
        demonym = letters.get(token.text)
        known = nationalities.get(demonym) if demonym else None
        if known and token.dep in _DESCRIBING:
            land = _national(syntax, token, token.span, known)
            yield land, _may_act(syntax.tokens, land, token)


_DESCRIBING = frozenset({"amod", "compound", "nmod"})


def _last_words(tokens: Sequence[Token], index: int) -> Sequence[Token]:
    """Where a demonym from here may end: "Sri Lankan", "Bissau-Guinean"; the far first."""
    following = tokens[index + 1].text[:1] if index + 1 < len(tokens) else ""
    is_longer = following.isupper() or following in _HYPHENS
    return tokens[index : index + (3 if is_longer else 1)][::-1]


_HYPHENS = frozenset("-\u2010\u2011")


@cache
def _no_actors_nouns() -> frozenset[str]:
    speaking = read_lexicon("speech")["speaking_nouns"]
    return frozenset((*speaking, *read_lexicon("groups")["places"]["nouns"]))


def _demonym_key(text: str) -> str:
    return " ".join(text.replace(".", "").casefold().split())


def _national(
    syntax: Syntax, last: Token, span: Span, known: Nationality
) -> ActorMention:
    modified: Token = (
        syntax.tokens[last.head] if last.dep in {"amod", "compound"} else last
    )
    return ActorMention(
        span=span,
        text=span.of(syntax.text),
        name=known.country,
        iso3=known.iso3,
        country=known.iso2,
        kind="state",
        head=modified.index,
    )


@cache
def _generic_nouns() -> frozenset[str]:
    return frozenset(read_lexicon("groups")["generic"]["nouns"])


def _generic(syntax: Syntax) -> Iterator[ActorMention]:
    for token in syntax.tokens:
        if token.pos == "NOUN" and token.lemma in _generic_nouns():
            yield ActorMention(
                span=token.span,
                text=token.text,
                name=token.text.lower(),
                kind="group",
                head=token.index,
            )
