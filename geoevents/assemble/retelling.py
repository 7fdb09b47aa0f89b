"""Events of one article that are one, told in two words: the second word's is folded.

The rules of ``retold`` know the plain cases; here all that is known of both is weighed.
"""

from collections.abc import Mapping, Sequence

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.retold import is_finer_place
from geoevents.assemble.retold_features import retold_features, retold_options
from geoevents.assemble.standing import Standing
from geoevents.models.place import distance_km
from geoevents.models.when import DateBasis
from geoevents.weights import Linear

# How much less may speak for its being another's event than for its being one of its
# own: an event shown twice has its figures torn apart.
DOUBT_IN_THE_WORD = 0.4
_NEAR_KM = 30.0


def fold_retold(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, table: Linear
) -> list[Draft]:
    """The drafts without those that only tell another's event again, in order."""
    if len(drafts) < 2 or not table.labels:  # noqa: PLR2004 - nothing to fold
        return list(drafts)
    standing = Standing.of(scene, drafts, ruled)
    found = []
    for index in range(len(drafts)):
        options = retold_options(standing, index)
        scores = [table.score(retold_features(standing, index, o)) for o in options]
        scores[0] -= DOUBT_IN_THE_WORD
        best = max(range(len(options)), key=lambda i: (scores[i], -i))
        other = options[best]
        if other is not None:
            other = _at_same_place(standing, index, other)
            if _may_fold(standing, index, other):
                found.append((scores[0] - scores[best], index, other))
    homes: dict[int, int] = {}
    for _, index, other in sorted(found):
        if _root(homes, other) != index:
            homes[index] = other
    for index in sorted(homes):
        fold(scene, drafts[index], drafts[_root(homes, index)])
    kept = [draft for index, draft in enumerate(drafts) if index not in homes]
    tie_to_homes(kept, {id(drafts[i]): drafts[_root(homes, i)] for i in homes})
    return kept


def _at_same_place(standing: Standing, index: int, other: int) -> int:
    """Of a list ("a curfew in Gitega and Ngozi") the one at the draft's own place."""
    drafts, place = standing.drafts, standing.drafts[index].place
    if place is None:
        return other
    token, key = drafts[other].trigger.token, standing.key(place)
    return next(
        (
            i
            for i, draft in enumerate(drafts)
            if i != index
            and draft.trigger.token == token
            and draft.place is not None
            and standing.key(draft.place) == key
        ),
        other,
    )


def _may_fold(standing: Standing, index: int, other: int) -> bool:
    """ "fled to Rwanda and Congo": what is one of a list stays there, or goes nowhere."""
    drafts = standing.drafts
    one, two = drafts[index], drafts[other]
    if _are_apart(standing, one, two):
        return False
    alike = [d for d in drafts if d.trigger.token == one.trigger.token]
    if len(alike) == 1 or one.place is None:
        return True
    return two.place is not None and standing.key(one.place) == standing.key(two.place)


def _are_apart(standing: Standing, one: Draft, two: Draft) -> bool:
    """Each is told with a place of its own, in another country or far from the other's."""
    if one.place is None or two.place is None or one.place == two.place:
        return False
    first, second = (standing.scene.resolutions[i] for i in (one.place, two.place))
    countries = {r.place.country for r in (first, second) if r.place is not None}
    if len(countries - {None}) > 1:
        return True
    if first.point is None or second.point is None:
        return False
    reach = max(first.radius_m or 0, second.radius_m or 0) / 1_000
    return distance_km(first.point, second.point) > max(reach, _NEAR_KM)


def _root(homes: Mapping[int, int], index: int) -> int:
    while index in homes:
        index = homes[index]
    return index


def tie_to_homes(kept: Sequence[Draft], homes: Mapping[int, Draft]) -> None:
    """What was the same as a folded draft is the same as the one it was folded into.

    ``homes`` has the latter for the identity of the former.
    """
    for draft in kept:
        now = (homes.get(id(other), other) for other in draft.same_as)
        draft.same_as = [other for other in now if other is not draft]


def fold(scene: Scene, draft: Draft, home: Draft) -> None:
    """What it counts, the place where it says more, the day where the other has none."""
    home.take_in(draft)
    home.same_as += draft.same_as
    is_own = draft.place is not None and not draft.place_inherited
    if draft.place is not None and (
        home.place is None or (is_own and is_finer_place(scene, draft, home))
    ):
        home.place, home.place_chance = draft.place, draft.place_chance
        home.place_inherited = True
    if home.dates is None and draft.dates is not None:
        home.time, home.dates = draft.time, draft.dates
        home.date_basis, home.partial_date = DateBasis.INHERITED, draft.partial_date
        home.date_chance = draft.date_chance
    home.reasons.append(f"'{draft.trigger.text}' tells of it too")
