"""Stretches of capitalised words, and the gazetteer names inside them."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Protocol

from geoevents.extract.lexicon import read_lexicon
from geoevents.extract.toponym_bounds import (
    ARTICLES,
    HYPHENS,
    POSSESSIVES,
    has_article,
    is_name_like,
    joined_end,
    trim,
    wider_entity,
    with_articled,
    words,
)
from geoevents.gazetteer.search import NameGlance
from geoevents.models.span import Span
from geoevents.models.syntax import Entity, Syntax, Token

LONGEST_NAME_TOKENS = 8
_MISTAKEN_LABELS = frozenset({"PERSON", "ORG", "PRODUCT", "NORP"})
PLACE_LABELS = frozenset({"GPE", "LOC", "FAC"})
# A person or a body stands after these seldom, a place most of the time.
_JOINERS = HYPHENS | {"/"}  # "Opobo/Nkoro"
_CLOSE = frozenset({"near", "at", "outside", "around", "in"})


class NameSource(Protocol):
    """What recognition asks of the gazetteer."""

    def glance(self, name: str) -> NameGlance | None:
        """What ``name`` could be; None where no place has it."""
        ...

    def nationality(self, word: str) -> str | None:
        """ISO alpha-2 where ``word`` is a demonym, else None."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class NameMatch:
    """Tokens ``[first, last)`` that may name a place."""

    first: int
    last: int
    span: Span
    text: str
    glance: NameGlance | None
    entity: Entity | None  # the engine's entity over it, if any
    run: tuple[int, int]  # the capitalised stretch it stands in, in tokens


def find_matches(syntax: Syntax, names: NameSource) -> list[NameMatch]:
    """Every stretch that could be a place name, in text order, without overlaps."""
    cover = _entity_cover(syntax)
    found: list[NameMatch] = []
    taken = 0
    runs = list(_runs(syntax))
    for run in runs:
        index = max(run[0], taken)
        while index < run[1]:
            match = _longest(syntax, names, cover, index, run)
            if match is None or match.first < taken:
                index += 1
            else:
                found.append(match)
                index = taken = match.last
    found = [
        match
        for match in found
        if not (_is_torn(syntax, match) or _is_cut_short(syntax, match))
    ]
    found.extend(_unlisted(syntax, names, found))
    found.extend(_worded(syntax, names, found, runs))
    return sorted(found, key=lambda match: match.first)


def _is_torn(syntax: Syntax, match: NameMatch) -> bool:
    """ "Bab" of "Bab al-Toub", "Alamdar" of "Alamdar Road": no place by itself.

    What the engine took for one name is one, where it stands as a place's name does
    and no table has the whole.
    """
    if match.text.lower() in _particles():
        return True
    entity = match.entity
    if entity is not None and _follows_hyphen(syntax, match, entity):
        return True
    if entity is None or entity.label not in {"FAC", "PERSON", "ORG", "PRODUCT"}:
        return False
    first, last = trim(syntax, entity.first, entity.last)
    if (first, last) == (match.first, match.last) or not _is_plain_name(
        syntax, first, last
    ):
        return False
    if entity.label == "FAC":
        return True
    return _is_worded_place(syntax, first) and match.first == first


def _is_worded_place(syntax: Syntax, first: int) -> bool:
    """Reads "near X", "the village of X"."""
    before = [t.text.lower() for t in syntax.tokens[max(first - 2, 0) : first]]
    is_of_village = before[1:] == ["of"] and before[0] in words("units", "town")
    return is_of_village or bool(_CLOSE & set(before[-1:]))


def _is_cut_short(syntax: Syntax, match: NameMatch) -> bool:
    """ "Bandar" of "the Bandar Golrukh area": the whole name is another's."""
    last = match.run[1]
    rest = syntax.tokens[match.last : last]
    after = syntax.tokens[last].text if last < len(syntax.tokens) else ""
    if not rest or after not in _areas():
        return False
    return _is_plain_name(syntax, match.last, last)


@cache
def _particles() -> frozenset[str]:
    """Never a name alone: "al" of al-Fashir, "Los" of the Los Choneros gang."""
    return ARTICLES | words("connectors", "between") | {"los", "las", "la"}


def _follows_hyphen(syntax: Syntax, match: NameMatch, entity: Entity) -> bool:
    """ "Ossi" of the engine's "Kye-Ossi"."""
    before = syntax.tokens[match.first - 1]
    return (
        entity.first < match.first
        and before.text in HYPHENS
        and before.end == match.span.start
        and "-" in entity.text
        and " " not in entity.text
    )


def _is_plain_name(syntax: Syntax, first: int, last: int) -> bool:
    """Proper nouns only, no body, paper or club among them."""
    tokens = syntax.tokens[first:last]
    bodies = words("context", "organisations") - {"street", "road", "square"}
    return all(
        token.pos == "PROPN" or token.text in HYPHENS for token in tokens
    ) and not any(token.text.lower() in bodies for token in tokens)


def _opens_name(tokens: tuple[Token, ...], index: int) -> bool:
    """A capitalised word, or the small article of "al-Fashir"."""
    if is_name_like(tokens[index]):
        return True
    return (
        tokens[index].text.lower() in ARTICLES
        and index + 2 < len(tokens)
        and tokens[index + 1].text in HYPHENS
        and is_name_like(tokens[index + 2])
    ) or (
        tokens[index].text[:3].lower() in {"al-", "el-", "ad-", "ar-", "as-", "at-"}
        and tokens[index].text[3:4].isupper()
    )


def _runs(syntax: Syntax) -> Iterator[tuple[int, int]]:
    tokens = syntax.tokens
    done = 0
    for index, token in enumerate(tokens):
        text = token.text
        if index < done or (text.islower() and text.isalpha() and text not in ARTICLES):
            continue  # most words, asked first
        if not _opens_name(tokens, index):
            continue
        end = index + 1 if is_name_like(token) else _after_article(tokens, index)
        while end < len(tokens):
            step = _joined(tokens, end)
            if step == 0:
                break
            end += step
        yield index, end
        done = end


def _after_article(tokens: tuple[Token, ...], index: int) -> int:
    return index + 3 if tokens[index + 1].text in HYPHENS else index + 1


def _joined(tokens: tuple[Token, ...], at: int) -> int:  # noqa: PLR0911 - a decision list
    """How many tokens from ``at`` continue the name before it; 0 ends the name."""
    token = tokens[at]
    if is_name_like(token):
        return 1
    follower = tokens[at + 1] if at + 1 < len(tokens) else None
    if follower is None:
        return 0
    if token.text.isspace():
        return 2 if "\n\n" not in token.text and is_name_like(follower) else 0
    lower = token.text.lower()
    tight = tokens[at - 1].end == token.start
    if token.text in _JOINERS and tight and follower.start == token.end:
        return 2
    if lower in words("connectors", "inner"):
        return _after_inner(tokens, at)
    if lower == "of" and tokens[at - 1].text.lower() in words("connectors", "of_heads"):
        if is_name_like(follower):
            return 2
        if follower.text.lower() == "the" and at + 2 < len(tokens):
            return 3 if is_name_like(tokens[at + 2]) else 0
    if (lower == "and" or lower in POSSESSIVES) and is_name_like(follower):
        return 2  # "Trinidad and Tobago", "Cox's Bazar": where the gazetteer has it
    return 0


def _after_inner(tokens: tuple[Token, ...], at: int) -> int:
    """The same after "de": a name, "de las Casas", "el-Obeid"."""
    follower = tokens[at + 1]
    if is_name_like(follower):
        return 2
    if follower.text in HYPHENS:
        return 1
    is_chain = follower.text.lower() in words("connectors", "inner")
    return 3 if is_chain and any(map(is_name_like, tokens[at + 2 : at + 3])) else 0


def _longest(
    syntax: Syntax,
    names: NameSource,
    cover: dict[int, Entity],
    index: int,
    run: tuple[int, int],
) -> NameMatch | None:
    tokens = syntax.tokens
    if not _opens_name(tokens, index):
        return None
    for end in range(min(run[1], index + LONGEST_NAME_TOKENS), index, -1):
        last = tokens[end - 1]
        if not (is_name_like(last) or last.text[:1].isalnum()):
            continue
        span = Span(start=tokens[index].start, end=last.end)
        text = span.of(syntax.text)
        glance = names.glance(text)
        if glance is None:
            continue
        if names.nationality(text) is not None or text.lower() in _peoples():
            return None  # "North Korean", "Somali": an actor's
        wider = wider_entity(syntax, cover.get(index), index, end) or with_articled(
            tokens, index, end, run[1]
        )
        if wider is not None:
            return _match(syntax, names, cover, wider, run)
        return _match(syntax, names, cover, (index, end), run)
    return None


def _match(
    syntax: Syntax,
    names: NameSource,
    cover: dict[int, Entity],
    bounds: tuple[int, int],
    run: tuple[int, int],
) -> NameMatch:
    first, last = bounds
    first -= first > 0 and has_article(*syntax.tokens[first - 1 : first + 1])
    span = Span(start=syntax.tokens[first].start, end=syntax.tokens[last - 1].end)
    return NameMatch(
        first=first,
        last=last,
        span=span,
        text=span.of(syntax.text),
        glance=names.glance(span.of(syntax.text)),
        entity=cover.get(bounds[0]),
        run=run,
    )


def _peoples() -> frozenset[str]:
    return _folded_peoples()


@cache
def _folded_peoples() -> frozenset[str]:
    return frozenset(word.lower() for word in words("peoples", "words"))


@cache
def _actors() -> frozenset[str]:
    """Armed groups, and crowds as an old wire in capitals names them: "GUERRILLAS"."""
    table = read_lexicon("groups")
    crowds = table["generic"]["nouns"]
    named = (*table["groups"], *crowds, *(f"{noun}s" for noun in crowds))
    return frozenset(name.lower() for name in named)


def _entity_cover(syntax: Syntax) -> dict[int, Entity]:
    return {
        index: entity
        for entity in syntax.entities
        for index in range(entity.first, entity.last)
    }


def _unlisted(
    syntax: Syntax, names: NameSource, found: list[NameMatch]
) -> Iterator[NameMatch]:
    """Places the engine names that no gazetteer name covers: villages, mostly."""
    covered = {i for match in found for i in range(match.first, match.last)}
    for entity in syntax.entities:
        if entity.label not in PLACE_LABELS and not (
            entity.label in _MISTAKEN_LABELS and _stands_locative(syntax, entity)
        ):
            continue
        first, last = trim(syntax, entity.first, joined_end(syntax, entity.last))
        if first >= last or any(i in covered for i in range(first, last)):
            continue
        span = Span(start=syntax.tokens[first].start, end=syntax.tokens[last - 1].end)
        text = span.of(syntax.text)
        if not _opens_name(syntax.tokens, first) or names.nationality(text):
            continue
        if text.lower() in _peoples() | _actors():
            continue
        covered.update(range(first, last))
        yield NameMatch(
            first=first,
            last=last,
            span=span,
            text=text,
            glance=None,
            entity=entity,
            run=(first, last),
        )


def _stands_locative(syntax: Syntax, entity: Entity) -> bool:
    """True after "in", "near" ... where the engine may have mistaken a village."""
    before = syntax.tokens[entity.first - 1].text.lower() if entity.first else ""
    after = syntax.tokens[entity.last].text if entity.last < len(syntax.tokens) else ""
    return before in words("locative", "strong") | {
        "of",
        "from",
        "to",
        ",",
        "and",
        "on",
    } or after in {"and", ","}


@cache
def _areas() -> frozenset[str]:
    return words("units", "town") | {"area", "district"}


def _worded(
    syntax: Syntax,
    names: NameSource,
    found: list[NameMatch],
    runs: list[tuple[int, int]],
) -> Iterator[NameMatch]:
    """Names neither the table nor the engine knows, worded as places: "near Žepa"."""
    covered = {i for match in found for i in range(match.first, match.last)}
    covered |= {i for e in syntax.entities for i in range(e.first, e.last)}
    for run in runs:
        first, last = trim(syntax, *run)
        if first >= last or not covered.isdisjoint(range(first, last)):
            continue
        before = syntax.tokens[first - 1] if first else None
        if before is None or before.sentence != syntax.tokens[first].sentence:
            continue
        span = Span(start=syntax.tokens[first].start, end=syntax.tokens[last - 1].end)
        text = span.of(syntax.text)
        is_known_people = names.nationality(text) or text.lower() in _peoples()
        if is_known_people or not _is_plain_name(syntax, first, last):
            continue
        if before.text.lower() in words("locative", "strong") | {"of", "on", "to"}:
            yield NameMatch(
                first=first,
                last=last,
                span=span,
                text=text,
                glance=None,
                entity=None,
                run=(first, last),
            )
