"""What the words around a toponym say of it: kind, container, relative position."""

import re
from dataclasses import replace
from functools import cache

from geoevents.extract.toponym_bounds import words
from geoevents.extract.toponym_containers import with_containers
from geoevents.extract.toponym_gaps import (
    are_listed,
    gap_between,
    words_before,
)
from geoevents.extract.toponym_relations import (
    ENDING,
    LONGEST_ENDING,
    LONGEST_PART,
    PART,
    bearing_of,
    build_relation,
    relation_patterns,
)
from geoevents.extract.toponym_runs import NameSource
from geoevents.models.mention import Relation, Toponym
from geoevents.models.place import PlaceKind
from geoevents.models.syntax import Syntax

_HINTS = (
    ("admin1", PlaceKind.ADMIN1),
    ("admin2", PlaceKind.ADMIN2),
    ("town", PlaceKind.TOWN),
    ("island", PlaceKind.ISLAND),
    ("water", PlaceKind.WATER),
    ("sea", PlaceKind.SEA),
)
_QUARTERS = frozenset({"north", "south", "east", "west", "central"})


def add_wording(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym]
) -> list[Toponym]:
    """Adds hints, relations and containers."""
    found = [_with_hint(syntax, toponym) for toponym in toponyms]
    found = _share_plural_units(syntax, found)
    found = [_with_relation(syntax, toponym) for toponym in found]
    found = _pair_between(syntax, found)
    return with_containers(syntax, names, found)


def _with_hint(syntax: Syntax, toponym: Toponym) -> Toponym:
    after = _words_after(syntax, toponym)
    hint, reason = _long_unit(" ".join(after))
    for word in after if hint is None else ():
        for key, kind in _HINTS:
            if word in words("units", key) and _fits_after(word, after, key):
                hint, reason = kind, f"'{word}' follows the name"
                break
        if hint is not None or word not in words("units", "between"):
            break
    if hint is None:
        hint, reason = _hint_before(syntax, toponym)
    if hint is None:
        hint, reason = _own_hint(toponym)
    if hint is None:
        return toponym
    return replace(toponym, hint=hint, reasons=(*toponym.reasons, reason))


@cache
def _long_units() -> tuple[str, ...]:
    return tuple(sorted(words("units", "long_admin2"), key=len, reverse=True))


def _long_unit(after: str) -> tuple[PlaceKind | None, str]:
    first, _, rest = after.partition(" ")
    after = (
        rest if first in _QUARTERS else after
    )  # "Kaduna north local government area"
    for unit in _long_units():
        if after == unit or after.startswith(f"{unit} "):
            return PlaceKind.ADMIN2, f"'{unit}' follows the name"
    return None, ""


def _fits_after(word: str, after: list[str], key: str) -> bool:
    """Town words only count right after the name: "Kursk city"."""
    return key in {"admin1", "admin2"} or after[0] == word


def _own_hint(toponym: Toponym) -> tuple[PlaceKind | None, str]:
    name = " ".join(toponym.text.lower().split())
    for unit in _long_units():
        if name.endswith(f" {unit}"):
            return PlaceKind.ADMIN2, f"the name ends in '{unit}'"
    last = name.split()[-1]
    for key in ("admin2", "island", "water"):
        if last in words("units", key) and " " in toponym.text:
            return dict(_HINTS)[key], f"the name ends in '{last}'"
    return None, ""


def _words_after(syntax: Syntax, toponym: Toponym) -> list[str]:
    tail = syntax.text[toponym.span.end : toponym.span.end + 40]
    match = re.match(r"(?:['’]s)?((?: [\w-]+){1,3})", tail)
    if match is None or tail[:2] in {"'s", "’s"}:
        return []
    return match[1].lower().split()


def _hint_before(syntax: Syntax, toponym: Toponym) -> tuple[PlaceKind | None, str]:
    before = words_before(syntax, toponym)
    match = re.search(r"([\w-]+)s? of (?:the )?$", before, re.IGNORECASE)
    noun = match[1].lower() if match else ""
    if not noun:
        near = re.search(
            r"\b(?:the|in|,) (?:[\w-]+ )?([\w-]+) $", before, re.IGNORECASE
        )
        noun = near[1].lower() if near else ""
        if noun not in {"city", "town", "village", "capital", "settlement", "port"}:
            return None, ""
    for key, kind in _HINTS:
        if noun in words("units", key) and not _SEAT_OF.search(before):
            return kind, f"'{noun}' precedes the name"
    return None, ""


# "Pemba, the capital of Cabo Delgado": of a unit.
_SEAT_OF = re.compile(r", (?:the|a) (?:[\w-]+ )?capital of (?:the )?$")


def _share_plural_units(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "Kharkiv, Sumy and Chernihiv regions": each of them is a unit."""
    shared = list(toponyms)
    for index in range(len(shared) - 1, 0, -1):
        hint = shared[index].hint
        if hint not in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
            continue
        after = _words_after(syntax, shared[index])
        is_plural = any(w.endswith("s") and w in _plural_units() for w in after)
        if is_plural and are_listed(syntax, shared[index - 1], shared[index]):
            shared[index - 1] = replace(
                shared[index - 1],
                hint=hint,
                reasons=(
                    *shared[index - 1].reasons,
                    "a plural unit word ends the list",
                ),
            )
            shared[index - 1 : index] = [shared[index - 1]]
            _carry_left(syntax, shared, index - 1, hint)
    return shared


def _carry_left(
    syntax: Syntax, shared: list[Toponym], index: int, hint: PlaceKind | None
) -> None:
    while index > 0 and are_listed(syntax, shared[index - 1], shared[index]):
        index -= 1
        shared[index] = replace(
            shared[index],
            hint=hint,
            reasons=(*shared[index].reasons, "a plural unit word ends the list"),
        )


@cache
def _plural_units() -> frozenset[str]:
    return frozenset(
        word
        for key in ("admin1", "admin2", "town")
        for word in words("units", key)
        if word.endswith("s")
    )


def _with_relation(syntax: Syntax, toponym: Toponym) -> Toponym:
    before = words_before(syntax, toponym)
    after = _words_after(syntax, toponym)
    if after and after[0] in words("units", "directions"):
        return _relate(toponym, Relation(kind="direction", text=after[0]))
    if toponym.standing == "country" and _owns_rest(syntax, toponym):
        return toponym  # "close to Pakistan's army headquarters"
    last = max(len(before) - LONGEST_ENDING - 1, 0)
    for kind, pattern in relation_patterns() if ENDING.search(before, last) else ():
        match = pattern.search(before)
        if match is not None:
            return _relate(toponym, build_relation(kind, match))
    part = PART.search(before, max(len(before) - LONGEST_PART - 1, 0))
    if part is not None:
        return _relate(
            toponym,
            Relation(kind="part", text=part[1], bearing_deg=bearing_of(part[1])),
        )
    return toponym


def _owns_rest(syntax: Syntax, toponym: Toponym) -> bool:
    return syntax.text.startswith(("'s ", "’s "), toponym.span.end)


def _relate(toponym: Toponym, relation: Relation) -> Toponym:
    return replace(
        toponym,
        relation=relation,
        reasons=(*toponym.reasons, f"'{relation.text.strip()}' places it"),
    )


def _pair_between(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    paired = list(toponyms)
    for index in range(len(paired) - 1):
        before = words_before(syntax, paired[index])
        gap = " ".join(gap_between(syntax, paired[index], paired[index + 1]).split())
        opened = re.search(
            r"\bbetween (?:the )?(?:\w+ of )?(?:\w+ )?$", before, re.IGNORECASE
        )
        if opened and re.fullmatch(r"and(?: the)?(?: \w+ of)?", gap):
            paired[index] = _relate(
                paired[index],
                Relation(kind="between", text="between", other=index + 1),
            )
    return paired
