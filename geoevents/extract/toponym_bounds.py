"""How far a name reaches: what belongs to it, and what only stands beside it."""

from functools import cache

from geoevents.extract.lexicon import read_lexicon
from geoevents.models.syntax import Entity, Syntax, Token

ARTICLES = frozenset({"al", "el", "ash", "ad", "ar", "as", "at", "an", "az"})
HYPHENS = frozenset({"-", "‐", "‑", "–"})
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})
_NO_NAMES = frozenset({"DET", "PRON", "CCONJ", "SCONJ", "AUX", "PART", "INTJ"})


@cache
def words(section: str, key: str) -> frozenset[str]:
    """A word list of lexicons/places_words.toml."""
    return frozenset(read_lexicon("places_words")[section][key])


def is_name_like(token: Token) -> bool:
    """True for a capitalised word, as names are written."""
    first = token.text.lstrip("'’\"“(")[:1]
    return first.isupper() and token.pos not in _NO_NAMES


@cache
def _unit_words() -> frozenset[str]:
    kept = words("units", "kept")
    keys = ("admin1", "admin2", "town")
    return frozenset(w for key in keys for w in words("units", key) if w not in kept)


def trim(syntax: Syntax, first: int, last: int) -> tuple[int, int]:
    """Token bounds without "the", "'s", part words and words for a unit."""
    tokens, units = syntax.tokens, _unit_words()
    if last - first > 1 and has_article(tokens[first], tokens[first + 1]):
        return first, last
    while first < last and (
        tokens[first].text.lower() in {"the", "a", "an", "around", "near", "outside"}
        or tokens[first].text in words("parts", "words")
        or tokens[first].text.isspace()
    ):
        first += 1
    if is_unit_of(syntax, first, last):
        first += 2  # the engine's "Area of Sokoto"
    while last > first and (
        tokens[last - 1].text in POSSESSIVES
        or tokens[last - 1].text.isspace()
        or tokens[last - 1].text == "of"
        or (last - first > 1 and tokens[last - 1].text.lower() in units)
        or (
            not tokens[last - 1].text[-1:].isalnum()
            and tokens[last - 1].text[-1:] != "."
        )
    ):
        last -= 1
    return first, last


def is_unit_of(syntax: Syntax, first: int, last: int) -> bool:
    """ "District of Kandahar": a word for a unit, "of", and the name of a larger one."""
    if last - first <= 2:  # noqa: PLR2004 - the word, "of", and a name at least
        return False
    unit, link = syntax.tokens[first : first + 2]
    return link.text == "of" and unit.text.lower() in words("units", "divisions")


def has_article(article: Token, name: Token) -> bool:
    """ "The Hague"."""
    return article.text in {"The", "THE"} and name.text.lower() in words(
        "connectors", "with_article"
    )


def wider_entity(
    syntax: Syntax, entity: Entity | None, index: int, end: int
) -> tuple[int, int] | None:
    """ "Good Hope" inside the engine's "the Cape of Good Hope": the whole name counts."""
    if entity is None or entity.label not in {"GPE", "LOC"}:
        return None
    first, last = trim(syntax, entity.first, entity.last)
    if first > index or last < end or (first, last) == (index, end):
        return None
    rest = [*syntax.tokens[first:index], *syntax.tokens[end:last]]
    allowed = words("connectors", "inner") | {"of", "the"} | HYPHENS
    units = words("units", "long_admin2")
    codes = [
        t
        for t in rest
        if t.text.isupper() and "." not in t.text and t.text.lower() not in units
    ]
    if codes and not syntax.tokens[index].text.isupper():
        return None  # "Bosnia UN"
    if any(is_unit_of(syntax, at, last) for at in range(first + 1, last)):
        return None  # the engine's "Daman District of Kandahar"
    if all(is_name_like(t) or t.text.lower() in allowed for t in rest):
        return first, last
    return None


def with_articled(
    tokens: tuple[Token, ...], first: int, end: int, most: int
) -> tuple[int, int] | None:
    """ "Wad an-Noura" is one name, though tables have a Wad and a Noura."""
    last = end
    while (
        last + 2 < most
        and tokens[last].text in ARTICLES
        and tokens[last + 1].text in HYPHENS
        and is_name_like(tokens[last + 2])
    ):
        last += 3
    return (first, last) if last > end else None


def joined_end(syntax: Syntax, end: int) -> int:
    """Where "Corrego do Feijao" ends, of which the engine has the first word."""
    tokens = syntax.tokens
    while (
        end + 1 < len(tokens)
        and tokens[end].text in words("connectors", "between")
        and is_name_like(tokens[end + 1])
    ):
        end += 2
    return end
