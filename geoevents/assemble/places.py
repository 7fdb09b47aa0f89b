"""Which place belongs to which trigger: the clause first, then the discourse.

In news 43 of 100 event verbs have no place in their sentence (reference study,
extraction anchors): those take the nearest report's place, say so, and lose
confidence; or stay unplaced.
"""

from collections import Counter

from geoevents.assemble.amounts import counts_so_far
from geoevents.assemble.anaphora import pointed_place
from geoevents.assemble.clauses import (
    FAR,
    clause_distance,
    is_only_talked_of,
    path_length,
)
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.place_lists import (
    HERE,
    copies_for_list,
    is_container,
    toponyms_in,
)
from geoevents.models.figure import LASTING
from geoevents.models.place import PlaceKind, PlaceRole
from geoevents.models.report import NOT_YET, EventType, Movement

# How much further, in parse edges, a place may be and still be preferred by role.
_ROLE_COST = {
    PlaceRole.EVENT: 0,
    PlaceRole.DESTINATION: 0,
    PlaceRole.ORIGIN: 4,
}
_TOO_BROAD = {PlaceKind.COUNTRY, PlaceKind.CONTINENT}
# Others count only in the trigger's own clause.
_NEAR_CLAUSES = {PlaceRole.EVENT, PlaceRole.DESTINATION}
_AGREED_EDGES = 2
_BROAD_COST = 5  # a country in the clause gives way to a town in it
_CLAUSE_COST = 4
_STRIKING = {EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE}
_IN = {"in", "at", "near", "outside"}
_MOST_COST = 16
# An earlier report's place is believed over this many sentences, no more.
_CARRY_SENTENCES = 4
# Drones reach a whole country; who fights or kills stands somewhere in it.
_ON_THE_GROUND = {EventType.BATTLES, EventType.VIOLENCE, EventType.RIOTS}


def give_places(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Each draft with its place; a list of places makes one draft for each."""
    placed: list[Draft] = []
    for draft in drafts:
        placed.extend(_with_own_place(scene, draft))
    for position, draft in enumerate(placed):
        if draft.place is None:
            _inherit_place(scene, draft, placed, position)
    for draft in placed:
        _narrow(scene, draft, placed)
    return placed


def _narrow(scene: Scene, draft: Draft, drafts: list[Draft]) -> None:
    """ "crossed into Russia" in an article about Kursk: the place within the country."""
    place = scene.resolutions[draft.place].place if draft.place is not None else None
    if place is None or place.kind is not PlaceKind.COUNTRY or draft.place_inherited:
        return
    scopes = {scene.mentions.figures[i].scope for i in draft.figures}
    if draft.trigger.event_type not in _ON_THE_GROUND or scopes & LASTING:
        return
    inside = [
        d
        for d in drafts
        if d.place is not None
        and not d.place_inherited
        and (p := scene.resolutions[d.place].place) is not None
        and p.country == place.country
        and p.kind not in _TOO_BROAD
    ]
    counts = Counter(_place_key(scene, d) for d in inside)
    if not counts:
        return
    best = max(inside, key=lambda d: (counts[_place_key(scene, d)], -d.sentence))
    if counts[_place_key(scene, best)] * 2 < counts.total():
        return  # many places in that country: which one is not said
    draft.place, draft.place_inherited = best.place, True
    name = scene.mentions.toponyms[best.place or 0].text
    draft.reasons.append(f"within {place.name}, the article tells of '{name}'")


def _with_own_place(scene: Scene, draft: Draft) -> list[Draft]:
    best = _best_place(scene, draft)
    if best is None:
        return [draft]
    draft.place = best
    draft.movements = _movements(scene, draft)
    name = scene.mentions.toponyms[best].text
    draft.reasons.append(f"placed by '{name}' in the same sentence")
    return [draft, *copies_for_list(scene, draft)]


def _best_place(scene: Scene, draft: Draft) -> int | None:
    ranked = [
        (cost, index)
        for index in toponyms_in(scene, draft.sentence)
        if (cost := _cost(scene, draft, index)) <= _MOST_COST
    ]
    return min(ranked)[1] if ranked else None


def _cost(scene: Scene, draft: Draft, index: int) -> int:
    toponym = scene.mentions.toponyms[index]
    if not _may_hold(scene, index) and not _holds_what_is_struck(scene, draft, index):
        return FAR
    syntax = scene.mentions.syntax
    head = syntax.head_of(toponym.span)
    if head is None:
        return FAR
    if is_only_talked_of(syntax, draft.trigger.token, head.index):
        return FAR
    words = draft.words
    near = min(path_length(syntax, head.index, word) for word in words)
    clauses = min(clause_distance(syntax, head.index, word) for word in words)
    if toponym.role not in _NEAR_CLAUSES and clauses:
        return FAR
    is_agreed = draft.trigger.sub_event_type == "Agreement"
    if is_agreed and near > _AGREED_EDGES:
        return FAR  # where it was negotiated is not where it holds
    cost = near + _CLAUSE_COST * clauses + _ROLE_COST.get(toponym.role, 0)
    place = scene.resolutions[index].place
    if place is not None and place.kind in _TOO_BROAD:
        cost += _BROAD_COST
    return cost


def _may_hold(scene: Scene, index: int) -> bool:
    """Only where the wording puts something: no venue, government or background."""
    role = scene.mentions.toponyms[index].role
    return role in HERE and not is_container(scene, index)


def _holds_what_is_struck(scene: Scene, draft: Draft, index: int) -> bool:
    """ "bombed a gathering in X", "attacked the airport in X": it happened there too."""
    if draft.trigger.event_type not in _STRIKING or is_container(scene, index):
        return False
    syntax = scene.mentions.syntax
    head = syntax.head_of(scene.mentions.toponyms[index].span)
    if head is None or head.dep != "pobj" or syntax.tokens[head.head].lemma not in _IN:
        return False
    struck = syntax.tokens[syntax.tokens[head.head].head]
    while struck.dep == "conj":
        struck = syntax.tokens[struck.head]
    return struck.dep in {"dobj", "nsubjpass"} and struck.head in draft.trigger.words


def _movements(scene: Scene, draft: Draft) -> tuple[Movement, ...]:
    """Origin and destination in the clause of something that moves."""
    if draft.trigger.event_type is not EventType.STRATEGIC:
        return ()
    ends = []
    for index in toponyms_in(scene, draft.sentence):
        role = scene.mentions.toponyms[index].role
        if role in {PlaceRole.ORIGIN, PlaceRole.DESTINATION} and (
            _cost(scene, draft, index) <= _MOST_COST
        ):
            ends.append(Movement(toponym=index, role=role))
    return tuple(ends)


def _inherit_place(
    scene: Scene, draft: Draft, drafts: list[Draft], position: int
) -> None:
    """The place the article tells most of, else that of the same thing told later."""
    pointed = pointed_place(scene, draft)
    if pointed is not None:
        word, draft.place = pointed
        draft.place_inherited = True
        name = scene.mentions.toponyms[draft.place].text
        draft.reasons.append(f"'{word}' points back to '{name}'")
        return
    source = None
    if draft.trigger.status not in NOT_YET and not (
        _moves(draft) or counts_so_far(scene, draft)
    ):
        source = _main_place(scene, draft, drafts, position)
        source = source or _same_thing(draft, drafts)
    if source is None or source.place is None:
        draft.reasons.append("no place is said for it, here or just before")
        return
    draft.place = source.place
    draft.place_inherited = True
    name = scene.mentions.toponyms[source.place].text
    draft.reasons.append(f"no place in its sentence: '{name}' carried over")


def _moves(draft: Draft) -> bool:
    """What moves or is agreed somewhere else than where the fighting is."""
    return draft.trigger.event_type is EventType.STRATEGIC


def _main_place(
    scene: Scene, draft: Draft, drafts: list[Draft], position: int
) -> Draft | None:
    """Of own places told so far the most frequent one, the nearest of equals."""
    before = [d for d in drafts[:position] if d.place is not None]
    near = [d for d in before if draft.sentence - d.sentence <= _CARRY_SENTENCES]
    if not near:
        return None
    counts = Counter(_place_key(scene, d) for d in drafts if d.place is not None)
    return max(near, key=lambda d: (counts[_place_key(scene, d)], d.trigger.span.start))


def _place_key(scene: Scene, draft: Draft) -> str | None:
    return None if draft.place is None else scene.place_key(draft.place)


def _same_thing(draft: Draft, drafts: list[Draft]) -> Draft | None:
    """The nearest report of the same type and a shared actor that has its own place."""
    alike = [
        other
        for other in drafts
        if other.place is not None
        and not other.place_inherited
        and other.trigger.event_type is draft.trigger.event_type
        and set(other.actors) & set(draft.actors)
    ]
    return min(
        alike,
        key=lambda other: (abs(other.sentence - draft.sentence), other.sentence),
        default=None,
    )
