"""Who does and who suffers: states by demonym or name, armed groups, bare crowds.

A nationality names an actor and never a place.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from geoevents.extract.lexicon import Nationality, read_lexicon
from geoevents.models.mention import ActorMention
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token


def find_actors(
    syntax: Syntax, nationalities: Mapping[str, Nationality]
) -> tuple[ActorMention, ...]:
    """Every actor named, in text order, without overlaps (longest first)."""
    found = [
        *_groups(syntax),
        *_nationals(syntax, nationalities),
        *_generic(syntax),
    ]
    found.sort(key=lambda a: (a.span.start, -len(a.span)))
    kept: list[ActorMention] = []
    for actor in found:
        if not kept or actor.span.start >= kept[-1].span.end:
            kept.append(actor)
    return tuple(kept)


@cache
def group_names() -> re.Pattern[str]:
    """Armed groups, alliances and armies, as they are written in English."""
    names = sorted(read_lexicon("groups")["groups"], key=len, reverse=True)
    return re.compile(r"\b(?:" + "|".join(map(re.escape, names)) + r")\b")


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
) -> Iterator[ActorMention]:
    """Demonyms of one to three words: "Russian", "North Korean", "N Korean"."""
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
                following = tokens[last.index + 1 : last.index + 2]
                described = {tokens[actor.head].lemma}
                described |= {token.lemma for token in following}
                if not described & _no_actors_nouns():
                    yield actor
                after = last.index + 1
                break


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
