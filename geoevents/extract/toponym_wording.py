"""What the words around a toponym say of it: kind, container, relative position."""

import re
from dataclasses import replace
from functools import cache

from geoevents.extract.toponym_bounds import words
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
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax

_HINTS = (
    ("admin1", PlaceKind.ADMIN1),
    ("admin2", PlaceKind.ADMIN2),
    ("town", PlaceKind.TOWN),
    ("island", PlaceKind.ISLAND),
    ("water", PlaceKind.WATER),
    ("sea", PlaceKind.SEA),
)
LOOK_BACK_CHARACTERS = 90


def add_wording(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym]
) -> list[Toponym]:
    """Adds hints, relations and containers."""
    found = [_with_hint(syntax, toponym) for toponym in toponyms]
    found = _share_plural_units(syntax, found)
    found = [_with_relation(syntax, toponym) for toponym in found]
    found = _pair_between(syntax, found)
    return _with_containers(syntax, names, found)


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
    before = _words_before(syntax, toponym)
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
        if noun in words("units", key):
            return kind, f"'{noun}' precedes the name"
    return None, ""


def _words_before(syntax: Syntax, toponym: Toponym) -> str:
    start = max(0, toponym.span.start - LOOK_BACK_CHARACTERS)
    sentence = syntax.sentence_at(toponym.span.start)
    if sentence is not None:
        start = max(start, sentence.span.start)
    return " ".join(syntax.text[start : toponym.span.start].split(" "))


def _share_plural_units(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "Kharkiv, Sumy and Chernihiv regions": each of them is a unit."""
    shared = list(toponyms)
    for index in range(len(shared) - 1, 0, -1):
        hint = shared[index].hint
        if hint not in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
            continue
        after = _words_after(syntax, shared[index])
        is_plural = any(w.endswith("s") and w in _plural_units() for w in after)
        if is_plural and _are_listed(syntax, shared[index - 1], shared[index]):
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
    while index > 0 and _are_listed(syntax, shared[index - 1], shared[index]):
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


def _gap(syntax: Syntax, left: Toponym, right: Toponym) -> str:
    return syntax.text[left.span.end : right.span.start]


def _are_listed(syntax: Syntax, left: Toponym, right: Toponym) -> bool:
    gap = " ".join(_gap(syntax, left, right).split())
    return gap in {",", "and", "or", ", and", "&", "/", ", or", "as well as"}


def _with_relation(syntax: Syntax, toponym: Toponym) -> Toponym:
    before = _words_before(syntax, toponym)
    after = _words_after(syntax, toponym)
    if after and after[0] in words("units", "directions"):
        return _relate(toponym, Relation(kind="direction", text=after[0]))
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


def _relate(toponym: Toponym, relation: Relation) -> Toponym:
    return replace(
        toponym,
        relation=relation,
        reasons=(*toponym.reasons, f"'{relation.text.strip()}' places it"),
    )


def _pair_between(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    paired = list(toponyms)
    for index in range(len(paired) - 1):
        before = _words_before(syntax, paired[index])
        gap = " ".join(_gap(syntax, paired[index], paired[index + 1]).split())
        opened = re.search(
            r"\bbetween (?:the )?(?:\w+ of )?(?:\w+ )?$", before, re.IGNORECASE
        )
        if opened and re.fullmatch(r"and(?: the)?(?: \w+ of)?", gap):
            paired[index] = _relate(
                paired[index],
                Relation(kind="between", text="between", other=index + 1),
            )
    return paired


_HOLDERS = frozenset({"country", "admin1", "admin2", "region", "island", "continent"})
# "Maiduguri, Borno State, Nigeria" is one place told in full, no list of three.
_WIDTHS = {"unit": 1, "country": 2}
_COMMA = re.compile(
    r"\(|,(?: the)?|(?: ?(?:village|town|community|area|settlement|ward|locality|"
    r"state|province|region|governorate|district|county|oblast|department|prefecture)),",
    re.IGNORECASE,
)
_IN_GAP = re.compile(
    r"(?:,? (?:an?|the) (?:[\w-]+ ){0,4})?(?:(?:local )?(?:government )?\w+)?,? ?"
    r"(?:in|of|on|inside|within)(?: the)?(?: [\w'’-]+){0,6}",
    re.IGNORECASE,
)


def _with_containers(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym]
) -> list[Toponym]:
    """ "Bangor, Maine"; "Sudzha in Russia's Kursk region"; "Tripoli (Lebanon)"."""
    found = list(toponyms)
    for index, toponym in enumerate(found[:-1]):
        after = found[index + 1]
        if _TOWN_OF.fullmatch(_gap(syntax, toponym, after)):
            if _may_own_a_town(names, toponym, after):
                continue
            found[index] = replace(toponym, container=index + 1)
        elif _is_held(syntax, names, found, index):
            found[index] = replace(toponym, container=index + 1)
    for index in range(1, len(found)):
        gap = _gap(syntax, found[index - 1], found[index])
        owned = _owns(gap, found[index]) or _TOWN_OF.fullmatch(gap) is not None
        is_held_back = found[index - 1].container == index
        if not owned or is_held_back or found[index].container is not None:
            continue
        found[index] = replace(found[index], container=index - 1)
        if index > 1 and found[index - 2].container == index - 1:
            # "Sudzha in Russia's Kursk region": in the region first of all.
            found[index - 2] = replace(found[index - 2], container=index)
    return _share_containers(syntax, found)


# "the West Bank city of Jericho"
_TOWN_OF = re.compile(r" (?:[\w-]+ )?(?:city|town|village|port) of ")


def _owns(gap: str, right: Toponym) -> bool:
    """ "Russia's Kursk region"; "Mali's arid Gao region"."""
    is_unit = right.hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
    return gap in {"'s ", "’s "} or (is_unit and _OWNING.fullmatch(gap) is not None)


def _may_own_a_town(names: NameSource, left: Toponym, right: Toponym) -> bool:
    """ "the West Bank city of Jericho"; "Gudu village of Toro district" lies there."""
    if right.hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
        return False
    glance = names.glance(left.name)
    return glance is not None and bool(glance.kinds & _HOLDERS)


_OWNING = re.compile(r"['’]s (?:[a-z-]+ ){1,2}")
_SEVERAL = re.compile(
    r"\b(?:villages|towns|settlements|hamlets|cities|districts|communities|camps)"
    r"(?: of)? $",
    re.IGNORECASE,
)


def _share_containers(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "the villages of A, B and C in the Kursk region": all three lie there."""
    found = list(toponyms)
    for index in range(len(found) - 1, 0, -1):
        holder, first = found[index].container, index
        while first > 0 and _are_listed(syntax, found[first - 1], found[first]):
            first -= 1
        if holder is None or holder <= index or first == index:
            continue
        if not _SEVERAL.search(_words_before(syntax, found[first])):
            continue
        for other in range(first, index):
            if found[other].container is None:
                found[other] = replace(found[other], container=holder)
    return found


def _is_held(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym], index: int
) -> bool:
    inner, outer = toponyms[index], toponyms[index + 1]
    gap = " ".join(_gap(syntax, inner, outer).split())
    if outer.relation is not None and outer.relation.kind not in {"part", "at"}:
        return False
    glance = names.glance(outer.name)
    if inner.standing == "country" or (
        inner.standing == outer.standing and inner.standing == "country"
    ):
        return False
    kinds = glance.kinds if glance else frozenset()
    postal = glance is not None and glance.is_postal
    # "Collins Avenue, Miami": what no table knows may lie in a town.
    holders = _HOLDERS if inner.standing else _HOLDERS | {"town"}
    if _COMMA.fullmatch(gap):  # "Utrecht, the Netherlands"
        if not (postal or kinds & holders or outer.hint is PlaceKind.ADMIN2):
            return False
        is_wider = _WIDTHS.get(outer.standing, 0) > _WIDTHS.get(inner.standing, 0)
        return not _in_list(syntax, toponyms, index) or (
            is_wider and not _list_goes_on(syntax, toponyms, index)
        )
    if _has_verb(syntax, inner, outer):
        return False
    return _IN_GAP.fullmatch(gap) is not None and (
        outer.hint is not None
        or outer.standing in {"country", "unit"}
        or bool(kinds & holders)
    )


def _in_list(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    """True where more than two names stand in a row."""
    before = index > 0 and _are_listed(syntax, toponyms[index - 1], toponyms[index])
    return before or _list_goes_on(syntax, toponyms, index)


def _list_goes_on(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    after = index + 2
    return after < len(toponyms) and _are_listed(
        syntax, toponyms[index + 1], toponyms[after]
    )


def _has_verb(syntax: Syntax, left: Toponym, right: Toponym) -> bool:
    between = Span(start=left.span.end, end=right.span.start)
    return any(
        (token.pos in {"VERB", "AUX"} and token.dep != "amod")  # "oil-producing"
        or token.text in {";", "."}
        for token in syntax.tokens_in(between)
        if token.start >= between.start
    )
