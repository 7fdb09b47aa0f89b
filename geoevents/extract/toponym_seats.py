"""Towns that are told of and not named: "in the Iraqi capital", "Iraq's second city".

Short news often leaves the name out: the reader knows it. Where the article names the
capital too, its name says more, and the description is left alone, unless something
happens "in the capital" in a sentence that does not name it. "The second largest city"
is the town the report is sent from.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geoevents.extract.datelines import dateline_end
from geoevents.extract.toponym_runs import NameSource
from geoevents.models.mention import SEAT, Toponym
from geoevents.models.place import PlaceKind
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_WHOSE = frozenset({"the", "its", "their"})
# "the country's capital" is as good as "the capital".
_OWNERS = frozenset({"country", "nation"})
_PLACED = frozenset({"pobj", "dobj", "nsubjpass", "nsubj", "poss", "conj"})
_LONGEST_DEMONYM = 2
_RANKED = re.compile(
    r"(?:['’]s|\bthe country['’]s) (?:second|third|fourth|second-|third-)?[ -]?"
    r"(?:largest|biggest|most populous) \Z"
)
_REACH = 50
_WITHIN = frozenset({"in", "inside", "across", "through", "throughout", "around"})
_PARTS = frozenset(
    {"centre", "center", "heart", "street", "outskirt", "suburb", "part"}
)


def described_seats(
    syntax: Syntax, names: NameSource, toponyms: Sequence[Toponym]
) -> list[Toponym]:
    """One toponym for each described capital whose name the article does not give."""
    named = [t for t in toponyms if t.standing == "capital"]
    found = _described_cities(syntax, toponyms)
    for token in syntax.tokens:
        described = _described(syntax, names, token)
        if described is None or _is_named_after(syntax, token):
            continue
        start, country = described
        told = [other for other in named if _may_be(names, other, country)]
        if told and not _stands_alone(syntax, token, told):
            continue
        seat = _seat(syntax, start, token)
        owner = syntax.tokens[token.index - 2] if token.index > 1 else token
        if country is not None and start == token.index:
            seat = replace(seat, name=f"{owner.text} {token.text}")  # "Kenya's capital"
        if not any(seat.span.overlaps(other.span) for other in toponyms):
            found.append(seat)
    return found


def _seat(syntax: Syntax, start: int, token: Token) -> Toponym:
    span = Span(start=syntax.tokens[start].start, end=token.end)
    text = span.of(syntax.text)
    return Toponym(
        span=span,
        text=text,
        name=" ".join(text.split()),
        hint=PlaceKind.TOWN,
        standing=SEAT,
        reasons=("a capital is told of, not named",),
    )


def _described(
    syntax: Syntax, names: NameSource, token: Token
) -> tuple[int, str | None] | None:
    """The first word, the article left out, and the country where one is told.

    None where the word describes no capital.
    """
    if token.text != "capital" or token.dep not in _PLACED or token.index == 0:
        return None
    before = syntax.tokens[token.index - 1]
    if before.text.lower() in _WHOSE:
        return token.index, None
    if before.text in {"'s", "’s"} and token.index > 1:
        return _owned(names, syntax.tokens[token.index - 2], token)
    for first in range(max(0, token.index - _LONGEST_DEMONYM), token.index):
        words = Span(start=syntax.tokens[first].start, end=before.end)
        country = names.nationality(words.of(syntax.text))
        if country is not None:
            return first, country
    return None


def _owned(
    names: NameSource, owner: Token, token: Token
) -> tuple[int, str | None] | None:
    """ "the country's capital", "Kenya's capital"."""
    if owner.text.lower() in _OWNERS:
        return token.index, None
    glance = names.glance(owner.text)
    if glance is None or glance.standing != "country":
        return None
    return token.index, min(glance.countries)


def _described_cities(syntax: Syntax, toponyms: Sequence[Toponym]) -> list[Toponym]:
    """ "Ukraine's second largest city" in a report from Kharkiv is Kharkiv."""
    first = toponyms[0] if toponyms else None
    if first is None or dateline_end(syntax.text, first.span.start) < first.span.end:
        return []
    return [
        replace(
            _seat(syntax, token.index, token),
            name=first.name,
            standing=first.standing,
            reasons=("the town of the dateline is told of",),
        )
        for token in syntax.tokens
        if token.text == "city"
        and token.dep in _PLACED
        and not _is_named_after(syntax, token)
        and _RANKED.search(syntax.text, max(0, token.start - _REACH), token.start)
    ]


def _is_named_after(syntax: Syntax, token: Token) -> bool:
    """ "the capital Juba", "the capital, Juba", "the capital of X", "capital flows"."""
    rest = syntax.tokens[token.index + 1 : token.index + 4]
    if not rest:
        return False
    if rest[0].text == "of" or rest[0].pos in {"PROPN", "NOUN"}:
        return True
    is_owner = rest[-1].text in {"'s", "’s"}  # "in the capital, Sudan's media say"
    is_name = len(rest) > 1 and rest[1].pos == "PROPN"
    return rest[0].text == "," and is_name and not is_owner


def _stands_alone(syntax: Syntax, token: Token, named: Sequence[Toponym]) -> bool:
    """ "in the centre of the capital", said of it in a sentence that does not name it."""
    sentence = syntax.sentences[token.sentence].span
    if any(sentence.overlaps(other.span) for other in named):
        return False
    link = syntax.tokens[token.head]
    inner = syntax.tokens[link.head].lemma if link.text == "of" else ""
    return token.dep == "pobj" and (link.text.lower() in _WITHIN or inner in _PARTS)


def _may_be(names: NameSource, named: Toponym, country: str | None) -> bool:
    """Whether the capital that is named may be the one that is described."""
    glance = names.glance(named.name)
    return country is None or glance is None or country in glance.countries
