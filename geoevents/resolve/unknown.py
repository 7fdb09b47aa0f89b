"""Names no table has: drawn as the ground the text puts them on, and said to be so.

Half of the villages that conflict reports name are in no table this size (reference
study, gazetteer section 2). What is told beside them still says where they roughly
lie: the place they are said to be in, else the nearest place named before or after.
Such an answer has a wide circle and a low confidence, and its reasons say why.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log

from geoevents.models.mention import Toponym
from geoevents.models.place import (
    PlaceKind,
    Resolution,
    WherePrecision,
)
from geoevents.resolve.geometry import LARGE_KINDS, whereabouts

# Within these something can lie; a country or sea says too little.
_GROUND = frozenset(
    {
        PlaceKind.TOWN,
        PlaceKind.ADMIN1,
        PlaceKind.ADMIN2,
        PlaceKind.ISLAND,
        PlaceKind.SITE,
        PlaceKind.REGION,
        PlaceKind.AREA,
    }
)
# One point for so many characters between the two names; what follows counts less.
CHARACTERS_APART = 300
AFTER_COST = 1.5
# Farther apart in the text two names have no more to do with each other.
MOST_CHARACTERS = 1_500
# Places told of often, in the country the article is most about, hold more.
OFTEN, AT_HOME, WHOLE_UNIT = 0.7, 2.0, -0.5
# Measured on 1,100 names of three corpora: so often does it lie so near.
AS_TOLD = 0.7
AROUND, AROUND_RADIUS_M = 0.55, 160_000


def fill_unknown(
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
    told_by: Mapping[int, int],
) -> tuple[Resolution, ...]:
    """The same resolutions; those without a place stand in what is near, if anything.

    ``told_by``: for a toponym the one that only says where it lies ("15 km south of
    El Fasher" tells where Zamzam is).
    """
    return tuple(
        resolution
        if resolution.place is not None
        else _described(index, told_by[index], toponyms, resolutions)
        if index in told_by and resolutions[told_by[index]].place is not None
        else _stand_in(index, toponyms, resolutions)
        for index, resolution in enumerate(resolutions)
    )


def _described(
    index: int,
    locator: int,
    toponyms: Sequence[Toponym],
    resolutions: Sequence[Resolution],
) -> Resolution:
    """Where the text itself says it is: so far, in that direction."""
    unknown, known = resolutions[index], resolutions[locator]
    place = known.place
    if place is None or place.kind in LARGE_KINDS:
        return _stand_in(index, toponyms, resolutions)
    relation = toponyms[locator].relation
    other = relation.other if relation is not None else None
    point, radius, precision, label = whereabouts(
        place, relation, None if other is None else resolutions[other].place
    )
    return Resolution(
        toponym=index,
        place=place,
        point=point,
        radius_m=radius,
        where_prec=max(precision, WherePrecision.NEAR),
        confidence=AS_TOLD,
        reasons=(*unknown.reasons, f"said to be {label or place.name}"),
        label=f"{toponyms[index].name}, {label or place.name}",
    )


def _stand_in(
    index: int, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> Resolution:
    unknown = resolutions[index]
    ground = _nearest(index, toponyms, resolutions)
    if ground is None:
        return unknown
    place = resolutions[ground].place
    if place is None:
        return unknown
    return Resolution(
        toponym=index,
        place=place,
        point=place.point,
        radius_m=max(place.radius_m, AROUND_RADIUS_M),
        where_prec=WherePrecision.REGION,
        confidence=AROUND,
        stands_in=True,
        reasons=(
            *unknown.reasons,
            f"somewhere around {place.name}, named nearest to it in the text",
        ),
        label=f"{toponyms[index].name}, around {place.name}",
    )


def _nearest(
    index: int, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> int | None:
    """The place near it in the text that something is likeliest to lie in."""
    span, country = toponyms[index].span, _country_of(index, toponyms, resolutions)
    told = Counter(r.place.id for r in resolutions if r.place is not None)
    countries = Counter(
        r.place.country for r in resolutions if r.place is not None and r.place.country
    )
    best: tuple[float, int] | None = None
    for other, toponym in enumerate(toponyms):
        place = resolutions[other].place
        if other == index or place is None or place.kind not in _GROUND:
            continue
        if country is not None and place.country != country:
            continue
        apart = (
            span.start - toponym.span.end
            if other < index
            else AFTER_COST * (toponym.span.start - span.end)
        )
        if apart > MOST_CHARACTERS:
            continue
        score = (
            OFTEN * log(told[place.id])
            + AT_HOME * countries[place.country or ""] / (countries.total() or 1)
            + WHOLE_UNIT * (place.kind is PlaceKind.ADMIN1)
            - apart / CHARACTERS_APART
        )
        if best is None or (score, -other) > (best[0], -best[1]):
            best = (score, other)
    return best[1] if best else None


def _country_of(
    index: int, toponyms: Sequence[Toponym], resolutions: Sequence[Resolution]
) -> str | None:
    """That of what the text says it lies in: "Mabisio in eastern Congo"."""
    container = toponyms[index].container
    place = resolutions[container].place if container is not None else None
    return place.country if place is not None else None
