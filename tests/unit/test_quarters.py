"""Parts of a town stand in the town named last; everything else stays as it is."""

import pytest

from geoevents.models.mention import Toponym
from geoevents.models.place import Place, PlaceKind, PlaceRole, Point, Resolution
from geoevents.models.span import Span
from geoevents.resolve.quarters import place_quarters

CITY = Place(
    id="t:1",
    name="Ostrava",
    point=Point(lat=49.83, lon=18.28),
    kind=PlaceKind.TOWN,
    country="CZ",
    population=280_000,
)
HAMLET = Place(
    id="t:2",
    name="Lhota",
    point=Point(lat=49.5, lon=14.0),
    kind=PlaceKind.TOWN,
    country="CZ",
    population=300,
)


def read(text, *names, roles=None, far=None):
    """Ostrava and Lhota are known, every other name is not, or is ``far`` off."""
    known = {"Ostrava": CITY, "Lhota": HAMLET}
    toponyms, found = [], []
    for index, name in enumerate(names):
        start = text.index(name)
        span = Span(start=start, end=start + len(name))
        role = (roles or {}).get(name, PlaceRole.EVENT)
        toponyms.append(Toponym(span=span, text=name, name=name, role=role))
        place = known.get(name) or far
        found.append(
            Resolution(
                toponym=index,
                place=place,
                point=place.point if place else None,
                radius_m=3_000 if place else None,
                confidence=0.9 if name in known else 0.3,
                reasons=() if place else ("not in the gazetteer",),
            )
        )
    return place_quarters(text, toponyms, found)


WORDINGS = [
    "Ostrava woke to shots in the Zarubek quarter.",
    "Ostrava woke to shots in Zarubek, a suburb.",
    "Ostrava woke to shots in the neighbourhood of Zarubek.",
    "Ostrava woke to shots in Zarubek district.",
]


@pytest.mark.parametrize("text", WORDINGS)
def test_an_unknown_part_stands_in_the_town_named_before(text):
    _, part = read(text, "Ostrava", "Zarubek")
    assert part.place == CITY
    assert part.label == "Zarubek, Ostrava"
    assert part.radius_m >= 15_000
    assert part.confidence <= 0.7
    assert any("part of a town" in reason for reason in part.reasons)


def test_without_such_wording_an_unknown_name_stays_unknown():
    _, name = read("Ostrava woke to shots in Zarubek.", "Ostrava", "Zarubek")
    assert name.place is None


def test_a_village_has_no_quarters():
    _, part = read("Lhota woke to shots in the Zarubek quarter.", "Lhota", "Zarubek")
    assert part.place is None


def test_a_city_that_only_speaks_holds_nothing():
    text = "Ostrava said that shots rang out in the Zarubek quarter."
    roles = {"Ostrava": PlaceRole.SPEAKER}
    _, part = read(text, "Ostrava", "Zarubek", roles=roles)
    assert part.place is None


def test_a_doubtful_namesake_far_off_gives_way():
    text = "Ostrava woke to shots in the Zarubek quarter."
    _, part = read(text, "Ostrava", "Zarubek", far=HAMLET)
    assert part.place == CITY
