"""What a name is said to lie in: "Bangor, Maine"; "Sudzha in Russia's Kursk region"."""

import re
from dataclasses import replace

from geoevents.extract.toponym_gaps import (
    LOOK_BACK_CHARACTERS,
    are_listed,
    gap_between,
    words_before,
)
from geoevents.extract.toponym_runs import NameSource
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceKind
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

_HOLDERS = frozenset({"country", "admin1", "admin2", "region", "island", "continent"})
# "Maiduguri, Borno State, Nigeria" is one place told in full, no list of three.
_WIDTHS = {"unit": 1, "country": 2}
_COMMA = re.compile(
    r"\(|,(?: the)?|(?: ?(?:village|town|community|area|settlement|ward|locality|"
    r"state|province|region|governorate|district|county|oblast|department|prefecture)),",
    re.IGNORECASE,
)
_IN_GAP = re.compile(
    r"(?:,?(?: [–—-])? (?:an?|the) (?:[\w-]+ ){0,4}|, (?:part|all|both|headquarters|seat)\b)?"
    r"(?:(?:local )?(?:government )?\w+)?,? ?"
    r"(?:under|(?:in|of|on|inside|within)(?: the)?(?: (?!\d{4}\b)[\w'’-]+){0,6})",
    re.IGNORECASE,
)


# "shelled Goris, the defence ministry in Yerevan said"
_BODY = re.compile(
    r", the (?:[\w-]+ ){0,2}(?:ministry|police|army|military|officials?|authorities|media|"
    r"agency|office|spokes\w+|minister|governor|government) in\b"
)
# "the West Bank city of Jericho"
_TOWN_OF = re.compile(
    r"(?:['’]s)? (?:(?!(?:the|and|or|an?|in|at|of|to|from|near|on|by|for|with)\b)[\w-]+ )"
    r"{0,2}(?:city|cities|town|village|port|capital) of (?:the )?"
)
_OWNING = re.compile(r"['’]s (?:[a-z-]+ ){1,2}")
# "Lebanon's second city Tripoli"
_OWN_TOWN = re.compile(r"['’]s (?:[a-z-]+ ){0,2}(?:city|town|capital|port|village) ")
_SEVERAL = re.compile(
    r"\b(?:villages|towns|settlements|hamlets|cities|districts|communities|camps)"
    r"(?: of)? $",
    re.IGNORECASE,
)
_QUARTER = re.compile(r" (?:neighbou?rhood|quarter|suburb|ward)\b", re.IGNORECASE)
_QUARTER_OF = re.compile(_QUARTER.pattern + r" of (?:the )?$", re.IGNORECASE)
_LYING = frozenset({"locate", "situate", "lie"})


def with_containers(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym]
) -> list[Toponym]:
    """ "Bangor, Maine"; "Sudzha in Russia's Kursk region"; "Tripoli (Lebanon)"."""
    found = list(toponyms)
    for index, toponym in enumerate(found[:-1]):
        after = found[index + 1]
        if _TOWN_OF.fullmatch(gap_between(syntax, toponym, after)):
            if _may_own_a_town(names, toponym, after):
                continue
            found[index] = replace(toponym, container=index + 1)
        elif _is_held(syntax, names, found, index):
            found[index] = replace(toponym, container=index + 1)
    for index in range(1, len(found)):
        gap = gap_between(syntax, found[index - 1], found[index])
        owned = _owns(gap, found[index]) or _TOWN_OF.fullmatch(gap) is not None
        is_held_back = found[index - 1].container == index
        if not owned or is_held_back or found[index].container is not None:
            continue
        found[index] = replace(found[index], container=index - 1)
        if index > 1 and found[index - 2].container == index - 1:
            # "Sudzha in Russia's Kursk region": in the region first of all.
            found[index - 2] = replace(found[index - 2], container=index)
    return _share_containers(syntax, found)


def _owns(gap: str, right: Toponym) -> bool:
    """ "Russia's Kursk region"; "Mali's arid Gao region"."""
    is_unit = right.hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}
    if gap in {"'s ", "’s "} or _OWN_TOWN.fullmatch(gap):
        return True
    return is_unit and _OWNING.fullmatch(gap) is not None


def _may_own_a_town(names: NameSource, left: Toponym, right: Toponym) -> bool:
    """ "the West Bank city of Jericho"; "Gudu village of Toro district" lies there."""
    if right.hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
        return False
    glance = names.glance(left.name)
    return glance is not None and bool(glance.kinds & _HOLDERS)


def _share_containers(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "the villages of A, B and C in the Kursk region": all three lie there.

    Where no table has them, "in A and B, in the Kursk region" says so too.
    """
    found = list(toponyms)
    for index in range(len(found) - 1, 0, -1):
        holder, first = found[index].container, index
        while first > 0 and are_listed(syntax, found[first - 1], found[first]):
            first -= 1
        if holder is None or holder <= index or first == index:
            continue
        is_told = _SEVERAL.search(words_before(syntax, found[first])) is not None
        for other in range(first, index):
            is_unknown = not found[other].standing
            if found[other].container is None and (is_told or is_unknown):
                found[other] = replace(found[other], container=holder)
    return found


def _is_held(
    syntax: Syntax, names: NameSource, toponyms: list[Toponym], index: int
) -> bool:
    inner, outer = toponyms[index], toponyms[index + 1]
    if outer.relation is not None and outer.relation.kind not in {"part", "at"}:
        return False
    if inner.standing == "country":
        return False
    gap = " ".join(gap_between(syntax, inner, outer).split())
    glance = names.glance(outer.name)
    may_hold = glance is not None and bool(glance.kinds & _holders(syntax, inner, gap))
    if _COMMA.fullmatch(gap):  # "Utrecht, the Netherlands"
        is_postal = glance is not None and glance.is_postal
        if not (is_postal or may_hold or outer.hint is PlaceKind.ADMIN2):
            return False
        is_wider = _WIDTHS.get(outer.standing, 0) > _WIDTHS.get(inner.standing, 0)
        return not _in_list(syntax, toponyms, index) or (
            is_wider and not _list_goes_on(syntax, toponyms, index)
        )
    if _has_verb(syntax, inner, outer) or _BODY.search(gap):
        return False
    is_unit = outer.hint is not None or outer.standing in {"country", "unit"}
    return (is_unit or may_hold) and _IN_GAP.fullmatch(gap) is not None


def _holders(syntax: Syntax, inner: Toponym, gap: str) -> frozenset[str]:
    """Kinds of places it may lie in: what no table knows, or a quarter, in a town too."""
    is_spot = not inner.standing or _is_at(syntax, inner, gap)
    if is_spot or _is_quarter(syntax, inner):  # "Collins Avenue, Miami"
        return _HOLDERS | {"town"}
    return _HOLDERS


def _is_at(syntax: Syntax, inner: Toponym, gap: str) -> bool:
    """ "at Brooklyn in upper Ndola": a spot in the town, whatever else is called so."""
    is_in = re.fullmatch(r"in(?: [a-z]+)?", gap) is not None
    return is_in and syntax.text.endswith(" at ", 0, inner.span.start)


def _is_quarter(syntax: Syntax, inner: Toponym) -> bool:
    """ "the suburb of Toronto in Ndola"."""
    start, end = inner.span.start, inner.span.end
    before = syntax.text[max(start - LOOK_BACK_CHARACTERS, 0) : start]
    return (
        _QUARTER_OF.search(before) is not None
        or _QUARTER.match(syntax.text, end) is not None
    )


def _in_list(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    """True where more than two names stand in a row."""
    before = index > 0 and are_listed(syntax, toponyms[index - 1], toponyms[index])
    return before or _list_goes_on(syntax, toponyms, index)


def _list_goes_on(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    after = index + 2
    return after < len(toponyms) and are_listed(
        syntax, toponyms[index + 1], toponyms[after]
    )


def _only_describes(token: Token) -> bool:
    """ "Oil-producing", "a camp located in Yola"."""
    return token.dep == "amod" or (token.dep == "acl" and token.lemma in _LYING)


def _has_verb(syntax: Syntax, left: Toponym, right: Toponym) -> bool:
    between = Span(start=left.span.end, end=right.span.start)
    return any(
        (token.pos in {"VERB", "AUX"} and not _only_describes(token))
        or token.text in {";", "."}
        for token in syntax.tokens_in(between)
        if token.start >= between.start
    )
