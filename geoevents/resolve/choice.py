"""The best place for one mention of a name, by the wording of that mention.

A unit and its town, a river and its town share a name: which of them is meant, no other
name of the article can say.
"""

from collections.abc import Sequence

from geoevents.gazetteer.names import normal
from geoevents.models.place import Place, PlaceKind, distance_km
from geoevents.resolve.context import HOLDS
from geoevents.resolve.rank import FAMOUS_PEOPLE, Ranked

# The seat rule: "Aleppo" is the town, unless it is a small part of its unit
# (the towns called Georgia or California are no seats).
SEAT_SHARE, SEAT_PEOPLE = 0.10, 5_000
# "Kherson Oblast" is named after its town, however few have stayed there.
NAMESAKE_SHARE = 0.02
# The unit that a city is, and how much wider the one around it.
CITY_RADIUS_M, WIDER = 60_000, 2
# Unit and seat, where two sources hold them in different units.
TWIN_KM = 25.0
# A town this large is meant before the river that gave it its name.
RIVER_TOWN_PEOPLE = 50_000
_WATERS = frozenset({PlaceKind.WATER, PlaceKind.SEA})


def choose(
    ranked: Sequence[Ranked], hint: PlaceKind | None
) -> tuple[Ranked, tuple[str, ...]]:
    """The best candidate for one mention, by its own hint, with the rule that chose."""
    best = ranked[0]
    if hint in {PlaceKind.ADMIN1, PlaceKind.ADMIN2}:
        return _unit_of(ranked, best, hint)
    if hint is PlaceKind.WATER and best.place.kind not in _WATERS:
        river = next((entry for entry in ranked if entry.place.kind in _WATERS), None)
        if river is not None:
            return river, ("'the' before the name: the water, not the land",)
    if best.place.kind is PlaceKind.WATER and hint is None:
        town = _town_of_river(ranked, best)
        return (town, ("a bare name: the town, not the river",)) if town else (best, ())
    seat = _twin(ranked, best, towards_unit=False)
    is_wanted = hint is PlaceKind.TOWN
    if seat is not None and not is_wanted and _holds(best) and not _holds(seat):
        return best, ()  # "Buffalo, New York"
    if seat is not None and (
        is_wanted or _is_seat(seat.place, best.place) or _is_named_so(seat, best)
    ):
        return seat, (f"a bare name: the town, not {best.place.name}",)
    return best, ()


def _unit_of(
    ranked: Sequence[Ranked], best: Ranked, hint: PlaceKind
) -> tuple[Ranked, tuple[str, ...]]:
    around = _around_city(ranked, best) if hint is PlaceKind.ADMIN1 else None
    if around is not None:
        return around, ("the region around the city, not the city's own unit",)
    unit = _twin(ranked, best, towards_unit=True)
    return (unit, ("the unit, not the town",)) if unit else (best, ())


def _around_city(ranked: Sequence[Ranked], best: Ranked) -> Ranked | None:
    """ "Moscow region": the city is a unit of its own, and so is what lies around it."""
    place = best.place
    wide = (
        entry
        for entry in ranked
        if entry.place.kind is PlaceKind.ADMIN1
        and entry.place.country == place.country
        and entry.place.radius_m >= WIDER * place.radius_m
        and distance_km(entry.place.point, place.point) * 1_000 <= entry.place.radius_m
    )
    is_city = place.kind is PlaceKind.ADMIN1 and place.radius_m <= CITY_RADIUS_M
    return next(wide, None) if is_city else None


def _holds(entry: Ranked) -> bool:
    """What the text says lies in it does."""
    return any(reason.startswith(HOLDS) for _, reason in entry.votes)


def _is_named_so(town: Ranked, unit: Ranked) -> bool:
    """The name is the town's own, and only another one of a unit that is called else."""
    return town.candidate.match == "name" and unit.candidate.match == "alternate"


def _town_of_river(ranked: Sequence[Ranked], river: Ranked) -> Ranked | None:
    """ "home from Dnipro" is the city; rivers have an article or a word for them."""
    return next(
        (
            entry
            for entry in ranked[1:]
            if entry.place.kind is PlaceKind.TOWN
            and entry.place.population >= RIVER_TOWN_PEOPLE
            and entry.place.country == river.place.country
        ),
        None,
    )


def _twin(
    ranked: Sequence[Ranked], best: Ranked, *, towards_unit: bool
) -> Ranked | None:
    """The same-named town of a unit, or the unit of a town."""
    wanted = {PlaceKind.ADMIN1, PlaceKind.ADMIN2} if towards_unit else {PlaceKind.TOWN}
    if best.place.kind in wanted or best.place.kind not in {
        PlaceKind.ADMIN1,
        PlaceKind.ADMIN2,
        PlaceKind.TOWN,
        PlaceKind.REGION,
    }:
        return None
    twins = [
        entry
        for entry in ranked[1:]
        if entry.place.kind in wanted and _is_beside(entry.place, best.place)
    ]
    # Its own name before another's: Karaj before Qods, which was called so once.
    return min(twins, key=lambda e: e.candidate.match != "name", default=None)


def _is_beside(place: Place, best: Place) -> bool:
    if place.country != best.country:
        # Jerusalem, and the district Al Quds that is called so too.
        is_city = place.population >= FAMOUS_PEOPLE
        return is_city and distance_km(place.point, best.point) <= TWIN_KM
    return (
        place.admin1_code == best.admin1_code
        or best.kind is PlaceKind.REGION
        or distance_km(place.point, best.point) <= TWIN_KM
    )


def _is_seat(town: Place, unit: Place) -> bool:
    if unit.kind is PlaceKind.TOWN:
        return False
    if town.population == 0 and unit.kind is PlaceKind.ADMIN2:
        return town.name.casefold() in unit.name.casefold()  # nobody counted it
    if town.population < SEAT_PEOPLE:
        return False
    own, whole = f" {normal(town.name)} ", f" {normal(unit.name)} "
    named_after = own in whole and own != whole
    share = NAMESAKE_SHARE if named_after else SEAT_SHARE
    return town.population >= share * max(unit.population, 1)
