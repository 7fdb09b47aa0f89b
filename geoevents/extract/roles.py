"""What each place does in its sentence, from the parse and the words that govern it.

Only a place where something happens may become a pin. Governments named by their
capital, countries that speak or act, datelines, homes of actors and containers of
other places are not. ``assemble`` decides last, by which report lies where.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geoevents.extract.datelines import dateline_end
from geoevents.extract.role_cases import of_case
from geoevents.extract.role_position import Scene, find_position
from geoevents.extract.role_rules import of_argument, of_owner, of_preposition
from geoevents.extract.toponym_relations import bearing_of
from geoevents.models.mention import Toponym, Trigger
from geoevents.models.place import PlaceKind, PlaceRole
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

# "Nasir, a garrison town on the Sobat": what locates a place stands this near.
LONGEST_LOCATING_TOKENS = 14


def assign_roles(
    syntax: Syntax, toponyms: Sequence[Toponym], *, triggers: Sequence[Trigger] = ()
) -> tuple[Toponym, ...]:
    """The same toponyms with ``role`` set and the reason for it added."""
    scene = Scene(
        containers=frozenset(t.container for t in toponyms if t.container is not None),
        happening=frozenset(trigger.token for trigger in triggers),
        sentences=frozenset(syntax.tokens[t.token].sentence for t in triggers),
    )
    assigned = []
    for index, toponym in enumerate(toponyms):
        role, reason = _role(syntax, toponyms, index, scene)
        assigned.append(replace(toponym, role=role, reasons=(*toponym.reasons, reason)))
    return tuple(_shared_with_container(syntax, _shared_in_lists(syntax, assigned)))


def _shared_with_container(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "a monitor based in Leeds, England": its home is the country as well."""
    inner: dict[int, set[PlaceRole]] = {}
    for toponym in toponyms:
        if toponym.container is None:
            continue
        outer = toponyms[toponym.container]
        gap = syntax.text[toponym.span.end : outer.span.start].strip()
        if gap == ",":
            inner.setdefault(toponym.container, set()).add(toponym.role)
    return [
        replace(toponym, role=PlaceRole.ACTOR_HOME)
        if inner.get(index) == {PlaceRole.ACTOR_HOME}
        and toponym.role is PlaceRole.MENTION
        else toponym
        for index, toponym in enumerate(toponyms)
    ]


_AND = re.compile(
    r",? ?(?:and|or)(?: the (?:port|town|city|village|province|region|island)s? of)?"
)


def _shared_in_lists(syntax: Syntax, toponyms: list[Toponym]) -> list[Toponym]:
    """ "Pemba, Mueda and Nangade": what the first does, all do."""
    shared = list(toponyms)
    for index in range(1, len(shared)):
        left, right = shared[index - 1], shared[index]
        gap = " ".join(syntax.text[left.span.end : right.span.start].split())
        joined = _AND.fullmatch(gap) is not None or (
            gap == "," and _list_ends(syntax, shared, index)
        )
        if not joined or left.container == index or right.role is left.role:
            continue
        head = syntax.head_of(right.span)
        if head is not None and head.dep == "nsubj":
            continue  # ", and X said": a clause of its own
        if left.role in {PlaceRole.DATELINE, PlaceRole.MENTION}:
            continue
        shared[index] = replace(
            right,
            role=left.role,
            reasons=(*right.reasons, f"listed with {left.text}"),
        )
    return shared


def _list_ends(syntax: Syntax, toponyms: list[Toponym], index: int) -> bool:
    """True when an "and" still comes: a list, not "City, Country"."""
    for left, right in zip(toponyms[index:], toponyms[index + 1 :], strict=False):
        gap = " ".join(syntax.text[left.span.end : right.span.start].split())
        if _AND.fullmatch(gap):
            return True
        if gap != ",":
            return False
    return False


_REFINING = re.compile(
    r"(?: [\w-]+)? (?:region|oblast|province|governorate|state|district)s?,?"
    r" (?:around|near|at|in|outside)(?: the (?:town|city|village|towns|villages) of)? $"
)


def _is_refined(syntax: Syntax, toponyms: Sequence[Toponym], index: int) -> bool:
    """ "Belgorod region around Demidovka": the unit only holds the smaller place."""
    if not 0 <= index < len(toponyms) - 1:
        return False
    left, right = toponyms[index], toponyms[index + 1]
    if left.hint not in {PlaceKind.ADMIN1, PlaceKind.ADMIN2} or right.hint is left.hint:
        return False
    gap = syntax.text[left.span.end : right.span.start]
    return _REFINING.fullmatch(gap) is not None


def _only_locates(syntax: Syntax, toponyms: Sequence[Toponym], index: int) -> bool:
    """ "Sake, 23 km west of Goma", "a village north of Vuhledar"."""
    if index == 0:
        return False
    left, right = toponyms[index - 1], toponyms[index]
    if left.standing in {"country", "capital"} and right.relation is None:
        return False
    if left.span.end > right.span.start:
        return False
    between = [
        token
        for token in syntax.tokens_in(Span(start=left.span.end, end=right.span.start))
        if token.start >= left.span.end
    ]
    return _is_locating(syntax, between, right)


def _is_locating(syntax: Syntax, between: list[Token], right: Toponym) -> bool:
    if not between or len(between) > LONGEST_LOCATING_TOKENS:
        return False
    first, last = between[0].text.lower(), between[-1].text.lower()
    opens = first in {",", "(", "in", "near", "on", "outside", "'s", "about", "some"}
    opens |= between[0].pos in {"NUM", "NOUN"} or bearing_of(first) is not None
    if not opens or (first == "," and len(between) == 1):
        return False
    if any(_breaks_off(syntax, token) for token in between):
        return False
    relation = right.relation
    if relation is not None and relation.kind in {"offset", "near", "outside"}:
        return True
    return first == "in" or last in {"in", "of", "near", "on", "the", "from", "’s"}


def _breaks_off(syntax: Syntax, token: Token) -> bool:
    """True where what follows the first place is no longer about where it lies."""
    if token.text in {".", ";", ":", "–"} or token.pos in {"AUX", "CCONJ"}:
        return True
    if token.pos == "ADP" and syntax.tokens[token.head].pos == "VERB":
        return token.text in {"from", "to", "into", "towards"}
    if token.text == "-":
        around = syntax.text[token.start - 1 : token.end + 1]
        return not around.replace("-", "").isalnum()  # "north-west" is one word
    return token.pos == "VERB" and token.dep != "amod"


def _role(  # noqa: PLR0911 - a decision list
    syntax: Syntax, toponyms: Sequence[Toponym], index: int, scene: Scene
) -> tuple[PlaceRole, str]:
    toponym = toponyms[index]
    if dateline_end(syntax.text, toponym.span.start) >= toponym.span.end:
        return PlaceRole.DATELINE, "stands in the dateline"
    position = find_position(syntax, toponym)
    if position is None:
        return PlaceRole.MENTION, "no parse"
    own = of_owner(syntax, position) if position.owner else None
    owns_place = own is not None and any(
        other.container == index
        and toponym.span.end <= other.span.start < position.governor.end
        for other in toponyms
    )
    if own is not None and own[0] is PlaceRole.ACTOR_HOME and not owns_place:
        return of_case(syntax, toponym, position, scene) or own
    if index in scene.containers:
        return PlaceRole.MENTION, "another place lies in it"
    if _is_refined(syntax, toponyms, index):
        return PlaceRole.MENTION, "a smaller place in it is named"
    is_inner = toponym.container is not None and toponym.container == index - 1
    if (
        not is_inner
        and not _is_refined(syntax, toponyms, index - 1)
        and _only_locates(syntax, toponyms, index)
    ):
        return PlaceRole.MENTION, "only says where another place lies"
    if own is not None:
        return own
    settled = of_case(syntax, toponym, position, scene)
    if settled is not None:
        return settled
    if position.preposition is not None:
        role, reason = of_preposition(syntax, toponym, position, scene)
    else:
        role, reason = of_argument(syntax, toponym, position, scene)
    return role, reason
