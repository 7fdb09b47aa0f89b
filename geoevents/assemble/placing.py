"""Where each event happened: options weighed, the likeliest taken, lists unfolded."""

from collections.abc import Sequence
from dataclasses import replace

from geoevents.assemble.anaphora import tells_again
from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.pair_meanings import each_meant
from geoevents.assemble.place_features import (
    is_place_by_rule,
    listed_features,
    place_features,
    place_options,
    place_pairs,
)
from geoevents.assemble.settled_places import Settled, settled_places
from geoevents.assemble.standing import Standing
from geoevents.models.place import PlaceRole
from geoevents.models.report import EventType, Movement
from geoevents.weights import Weights

_EVEN = 0.5
# So likely a place is the event's where only what it lies in is likelier.
_AS_LIKELY = 0.2
# So near after a name that no table has, another says where it is.
_BESIDE_CHARACTERS = 40
# How much more the weights must speak for another place than for the rules' own.
TRUST_IN_RULES = 0.2
# The same where the weights would leave an event without the place the rules say.
TRUST_IN_A_PLACE = 1.0
# How often such a place is right: on our own articles 4 of 5 times.
_BY_WORDING = 0.8
_MOVING = {PlaceRole.ORIGIN, PlaceRole.DESTINATION}
_FARTHEST_END = 6  # edges from a movement's word to where it goes


def give_places(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, weights: Weights
) -> list[Draft]:
    """Each draft with its place, or none; a list of places makes one draft for each."""
    standing = Standing.of(scene, drafts, ruled)
    told: list[str] = []
    placed: list[Draft] = []
    settled = [settled_places(standing, draft) for draft in drafts]
    every = [
        [] if known else place_options(standing, draft)
        for draft, known in zip(drafts, settled, strict=True)
    ]
    pairs = [place_pairs(standing, d, o) for d, o in zip(drafts, every, strict=True)]
    meant = each_meant(weights.places, scene.meanings, pairs)
    for draft, known, options, rows in zip(drafts, settled, every, meant, strict=True):
        if known is not None:
            told.append(standing.key(known.places[0]))
            placed += _settle(standing, draft, known)
            continue
        features = [place_features(standing, draft, o, told) for o in options]
        said = [is_place_by_rule(standing, draft, o) for o in options]
        nowhere = any(s and o is None for s, o in zip(said, options, strict=True))
        trust = TRUST_IN_RULES if nowhere else TRUST_IN_A_PLACE
        chances = weights.places.chances(features, rows, said, trust)
        best = _narrowed(standing, draft, options, chances)
        best = _told_before(standing, draft, options, placed, best)
        chosen, chance = _opening(standing, options[best]), chances[best]
        if chosen is None:
            draft.reasons.append("no place is said for it, here or just before")
            placed.append(draft)
            continue
        draft.place, draft.place_chance = chosen, chance
        told.append(standing.key(chosen))
        draft.place_inherited = standing.sentences[chosen] != draft.sentence
        name = scene.mentions.toponyms[chosen].text
        why = ", ".join(weights.places.why(features[best]))
        reason = f"placed by '{name}'"
        draft.reasons.append(f"{reason}: {why}" if why else reason)
        draft.movements = _movements(standing, draft)
        placed += _unfolded(standing, draft, options, weights)
    return placed


def _settle(standing: Standing, draft: Draft, settled: Settled) -> list[Draft]:
    """Placed by its wording alone; further places make further drafts."""
    first, *others = settled.places
    draft.place, draft.place_chance = first, _BY_WORDING
    draft.place_inherited = standing.sentences[first] != draft.sentence
    name = standing.scene.mentions.toponyms[first].text
    draft.reasons.append(f"placed by '{name}': {settled.why}")
    draft.movements = _movements(standing, draft)
    return [draft, *(_copy_at(standing.scene, draft, place) for place in others)]


def _narrowed(
    standing: Standing,
    draft: Draft,
    options: Sequence[int | None],
    chances: Sequence[float],
) -> int:
    """The likeliest option; of a unit and a place in it, told of together, the place.

    "In Darfur, 30 people were killed as militia fought in Kabkabiya": both are right, and
    Kabkabiya says more.
    """
    best = max(range(len(options)), key=lambda i: (chances[i], -i))
    unit = options[best]
    if unit is None or standing.sentences[unit] != draft.sentence:
        return best
    if not standing.scene.is_placed(unit):
        return _known_beside(standing, draft, options, chances, best)
    inner = [
        index
        for index in _likely_here(standing, draft, options, chances)
        if (option := options[index]) is not None and standing.lies_in(option, unit)
    ]
    return max(inner, key=lambda i: (chances[i], -i), default=best)


def _likely_here(
    standing: Standing,
    draft: Draft,
    options: Sequence[int | None],
    chances: Sequence[float],
) -> list[int]:
    """Options that its own sentence names, and that are not unlikely."""
    return [
        index
        for index, option in enumerate(options)
        if option is not None
        and chances[index] >= _AS_LIKELY
        and standing.sentences[option] == draft.sentence
    ]


def _known_beside(
    standing: Standing,
    draft: Draft,
    options: Sequence[int | None],
    chances: Sequence[float],
    best: int,
) -> int:
    """ "In Wahija, near the port of Mokha": where no table has the first, the second."""
    toponyms, unknown = standing.scene.mentions.toponyms, options[best]
    end = 0 if unknown is None else toponyms[unknown].span.end
    known = [
        index
        for index in _likely_here(standing, draft, options, chances)
        if (option := options[index]) is not None
        and standing.scene.is_placed(option)
        and standing.is_here(option)
        and 0 < toponyms[option].span.start - end <= _BESIDE_CHARACTERS
    ]
    return max(known, key=lambda i: (chances[i], -i), default=best)


def _told_before(
    standing: Standing,
    draft: Draft,
    options: Sequence[int | None],
    placed: Sequence[Draft],
    best: int,
) -> int:
    """ "The first blast went off at noon" where the blasts told before did.

    The place named last may be that of something else altogether.
    """
    scene, chosen = standing.scene, options[best]
    is_own = chosen is not None and standing.sentences[chosen] == draft.sentence
    if chosen is None or is_own or not tells_again(scene, draft):
        return best
    alike = [
        other
        for other in reversed(placed)
        if other.trigger.event_type is draft.trigger.event_type
        and not other.place_inherited
        and other.place is not None
    ]
    # "an anniversary of the strike in Baghdad" is hardly what is told on; a toll is.
    before = next((other for other in alike if other.figures), None)
    if before is None or before.place is None or before.sentence == draft.sentence:
        return best
    return options.index(before.place) if before.place in options else best


def _unfolded(
    standing: Standing,
    draft: Draft,
    options: Sequence[int | None],
    weights: Weights,
) -> list[Draft]:
    """ "strikes hit Sumy and Kharkiv": one draft each, figures stay with the first."""
    first = draft.place
    if first is None or draft.place_inherited:
        return [draft]
    keys = {standing.key(first)}
    places = [first]
    for other in options:
        if other is None or standing.sentences[other] != draft.sentence:
            continue
        if standing.key(other) in keys or _is_way(standing, first, other):
            continue
        if _opening(standing, other) != other:
            continue  # "between Kidal and Gao": one place, drawn between them
        if other in standing.holders_of(first):
            continue  # "in Maiduguri, Borno State, Nigeria": one place told in full
        features = listed_features(standing, draft, first, other)
        if weights.listed.labels and weights.listed.chance(features) >= _EVEN:
            keys.add(standing.key(other))
            places.append(other)
    places.sort()
    draft.place = places[0]
    return [draft, *(_copy_at(standing.scene, draft, index) for index in places[1:])]


def _opening(standing: Standing, place: int | None) -> int | None:
    """Of "between Kidal and Gao" the first, which stands for both; else the same."""
    toponyms = standing.scene.mentions.toponyms
    if not place:
        return place
    relation = toponyms[place - 1].relation
    is_second = relation is not None and relation.other == place
    return place - 1 if is_second else place


def _is_way(standing: Standing, first: int, other: int) -> bool:
    """ "crossed into Israel from Gaza": where it set out and where it happened."""
    toponyms = standing.scene.mentions.toponyms
    roles = {toponyms[first].role, toponyms[other].role}
    return len(roles) > 1 and PlaceRole.ORIGIN in roles


def _copy_at(scene: Scene, draft: Draft, index: int) -> Draft:
    name = scene.mentions.toponyms[index].text
    return replace(
        draft,
        place=index,
        figures=[],
        movements=(),
        evidence=[],
        same_as=[],
        reasons=[f"placed by '{name}', listed with the first place"],
    )


def _movements(standing: Standing, draft: Draft) -> tuple[Movement, ...]:
    """Origin and destination in the clause of something that moves."""
    if draft.trigger.event_type is not EventType.STRATEGIC:
        return ()
    ends = []
    for index in standing.toponyms.get(draft.sentence, ()):
        role, head = standing.scene.mentions.toponyms[index].role, standing.heads[index]
        if role not in _MOVING or head is None:
            continue
        if standing.paths.nearest(head, draft.words) <= _FARTHEST_END:
            ends.append(Movement(toponym=index, role=role))
    return tuple(ends)
