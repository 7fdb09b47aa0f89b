"""Choosing among places of one name, with a table of places made for the test."""

import pytest

from geoevents.models.article import Article
from geoevents.models.mention import Mentions, Relation, Toponym
from geoevents.models.place import Candidate, Place, PlaceKind, Point, WherePrecision
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.resolve import resolve_toponyms
from geoevents.resolve.candidates import fill_candidates, group_names
from geoevents.resolve.rank import rank_groups

TABLE = [
    ("Springfield", "US", "IL", "town", 39.8, -89.6, 116_000),
    ("Springfield", "US", "MA", "town", 42.1, -72.6, 155_000),
    ("Springfield", "AU", "04", "town", -27.6, 152.9, 20_000),
    ("Illinois", "US", "IL", "admin1", 40.0, -89.2, 12_700_000),
    ("Massachusetts", "US", "MA", "admin1", 42.4, -71.1, 6_900_000),
    ("Peoria", "US", "IL", "town", 40.7, -89.6, 113_000),
    ("Aleppo", "SY", "09", "town", 36.2, 37.2, 2_000_000),
    ("Aleppo", "SY", "09", "admin1", 36.2, 37.6, 3_900_000),
    ("Tripoli", "LY", "61", "town", 32.9, 13.2, 1_150_000),
    ("Tripoli", "LB", "03", "town", 34.4, 35.8, 229_000),
    ("Lebanon", "LB", None, "country", 33.8, 35.8, 6_800_000),
    ("Syria", "SY", None, "country", 35.0, 38.5, 20_000_000),
    ("Tinyham", "NZ", "E1", "town", -40.0, 175.0, 900),
    ("Sarvale", "XY", "01", "town", 10.0, 10.0, 20_000),
    ("Highmark", "XY", "01", "admin1", 10.2, 10.3, 310_000),
    ("Korvan", "XY", "04", "admin1", 30.0, 10.0, 9_000_000),
    ("Korvan Oblast", "XY", "05", "admin1", 30.3, 10.2, 3_000_000),
    ("Port Sable", "XY", "07", "town", 20.0, 10.0, 4_000_000),
    ("Rimland", "XY", "08", "admin1", 21.0, 11.0, 2_000_000),
    ("Ostrel", "XY", "08", "town", 20.9, 11.1, 40_000),
    ("Varne", "XY", "08", "town", 20.8, 11.2, 40_000),
]
# What a place is also called: the province of Highmark after its seat.
ALSO = {
    "Highmark": "Sarvale",
    "Rimland": "Port Sable",
    "Korvan Oblast": "Korvan",
}
WIDE = {"Korvan Oblast": 120_000}  # metres


class Table:
    """A candidate source in memory."""

    def __init__(self) -> None:
        self.places = [
            Place(
                id=f"t:{i}", name=name, country=country, admin1_code=unit,
                kind=PlaceKind(kind), point=Point(lat=lat, lon=lon), population=people,
                radius_m=WIDE.get(name, 5_000),
            )
            for i, (name, country, unit, kind, lat, lon, people) in enumerate(TABLE)
        ]  # fmt: skip

    def find(self, name: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(
                place=p,
                score=0.0,
                matched=name,
                match="name" if p.name == name else "alternate",
            )
            for p in self.places
            if name in {p.name, ALSO.get(p.name)}
        )

    def find_variants(self, name: str, country: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(place=p, score=0.95, matched=p.name, match="fuzzy")
            for p in self.places
            if p.country == country and p.name[:5] == name[:5] and p.name != name
        )

    def capital(self, iso2: str) -> Place | None:
        return None

    def country(self, iso2: str) -> Place | None:
        return next(
            (p for p in self.places if p.kind == "country" and p.country == iso2), None
        )

    def nationality(self, word: str) -> str | None:
        return {"Lebanese": "LB", "Syrian": "SY"}.get(word)


def resolve(text: str, *names: str, geocoder=None, **extra):
    """Resolves the first occurrence of each name; ``extra`` sets fields by position."""
    toponyms = []
    for index, name in enumerate(names):
        start = text.index(name)
        toponyms.append(
            Toponym(
                span=Span(start=start, end=start + len(name)), text=name, name=name,
                **extra.get(f"n{index}", {}),
            )
        )  # fmt: skip
    mentions = Mentions(
        article_id="a", syntax=Syntax(text=text), toponyms=tuple(toponyms)
    )
    article = Article(id="a", text=text)
    return resolve_toponyms(article, mentions, Table(), geocoder=geocoder)


def test_the_more_populous_namesake_wins_without_context():
    (found,) = resolve("Fire in Springfield.", "Springfield")
    assert found.place.admin1_code == "MA"
    assert {c.place.admin1_code for c in found.alternatives} == {"IL", "04"}


def test_the_unit_named_after_a_comma_decides():
    found = resolve(
        "Fire in Springfield, Illinois.", "Springfield", "Illinois",
        n0={"container": 1},
    )  # fmt: skip
    assert found[0].place.admin1_code == "IL"
    assert any("as the text says" in reason for reason in found[0].reasons)


def test_neighbours_in_the_article_decide():
    found = resolve("From Peoria to Springfield.", "Peoria", "Springfield")
    assert found[1].place.admin1_code == "IL"


def test_a_nationality_beside_the_name_decides():
    (found,) = resolve("Clashes in the Lebanese city of Tripoli.", "Tripoli")
    assert found.place.country == "LB"


def test_a_bare_name_is_the_town_and_a_region_the_unit():
    town, unit = resolve(
        "Rebels took Aleppo. In Syria.", "Aleppo", "Syria"
    )[0], resolve(
        "In Aleppo governorate.", "Aleppo", n0={"hint": PlaceKind.ADMIN1}
    )[0]  # fmt: skip
    assert town.place.kind is PlaceKind.TOWN
    assert town.where_prec is WherePrecision.EXACT
    assert unit.place.kind is PlaceKind.ADMIN1
    assert unit.where_prec is WherePrecision.ADMIN1


def test_an_unknown_name_is_unresolved_with_a_reason():
    (found,) = resolve("Shelling in Xyzzy.", "Xyzzy")
    assert found.is_unresolved
    assert found.point is None
    assert "Xyzzy" in found.reasons[0]


def test_an_unknown_village_falls_back_to_the_unit_it_lies_in():
    found = resolve(
        "Shelling in Xyzzy, Illinois.", "Xyzzy", "Illinois", n0={"container": 1}
    )
    assert found[0].place.name == "Illinois"
    assert found[0].where_prec is WherePrecision.ADMIN1
    assert found[0].confidence <= 0.4
    assert "Xyzzy" in found[0].label


def test_a_small_namesake_far_away_is_no_answer():
    found = resolve("Syria said Tinyham fell.", "Syria", "Tinyham")
    assert found[1].is_unresolved
    assert "small" in found[1].reasons[0]


def test_a_spelling_variant_in_the_right_country_is_found_and_less_sure():
    found = resolve("Aleppu in Syria fell.", "Aleppu", "Syria")
    assert found[0].place.name == "Aleppo"
    assert found[0].confidence < 0.9


class Online:
    """A geocoder that remembers what it was asked."""

    def __init__(self) -> None:
        self.asked = []

    def find(self, name: str, *, country: str | None = None) -> tuple[Candidate, ...]:
        self.asked.append((name, country))
        place = Place(
            id="osm:1", name=name, country="SY", kind=PlaceKind.TOWN,
            point=Point(lat=36.0, lon=37.0),
        )  # fmt: skip
        return (Candidate(place=place, score=0.0, matched=name, match="online"),)


def test_the_online_geocoder_is_asked_only_for_what_is_missing():
    online = Online()
    found = resolve("Xyzzy in Syria fell.", "Xyzzy", "Syria", geocoder=online)
    assert online.asked == [("Xyzzy", "SY")]
    assert found[0].place.id == "osm:1"


@pytest.mark.parametrize("names", [(), ("Syria",), ("Syria", "Aleppo")])
def test_one_resolution_a_toponym_in_order(names):
    found = resolve("Syria and Aleppo.", *names)
    assert [resolution.toponym for resolution in found] == list(range(len(names)))


def test_the_same_article_gives_the_same_answer():
    one = resolve("From Peoria to Springfield.", "Peoria", "Springfield")
    assert one == resolve("From Peoria to Springfield.", "Peoria", "Springfield")


def test_a_city_is_not_the_unit_around_it_that_is_also_called_so():
    text = "Fires in Port Sable, Ostrel and Varne."
    found = resolve(text, "Port Sable", "Ostrel", "Varne")
    assert found[0].place.name == "Port Sable"


def test_a_region_is_what_lies_around_a_city_that_is_a_unit_of_its_own():
    (region,) = resolve("in Korvan region", "Korvan", n0={"hint": PlaceKind.ADMIN1})
    assert region.place.name == "Korvan Oblast"
    (city,) = resolve("in Korvan", "Korvan")
    assert city.place.name == "Korvan"


def test_what_lies_by_a_town_is_no_namesake_abroad():
    text = "In Tripoli, a suburb south of Peoria, police shot a man."
    near = Relation(kind="offset", text="south of", bearing_deg=180.0)
    found = resolve(text, "Tripoli", "Peoria", n1={"relation": near})
    assert found[0].label == "Tripoli, south of Peoria"


def test_a_town_of_that_name_goes_before_a_unit_only_also_called_so():
    (named,) = resolve("Marches were held in Sarvale.", "Sarvale")
    assert (named.place.name, named.place.kind) == ("Sarvale", PlaceKind.TOWN)
    assert "a bare name: the town, not Highmark" in named.reasons


def ranked(*names: str):
    toponyms = [
        Toponym(span=Span(start=9 * i, end=9 * i + 1), text=name, name=name)
        for i, name in enumerate(names)
    ]
    groups = group_names(toponyms)
    fill_candidates(groups, Table())
    return rank_groups(groups, toponyms, {"US": 2, "SY": 1})


@pytest.mark.parametrize(
    "names",
    [
        ("Springfield",),
        ("Springfield", "Peoria", "Aleppo"),
        ("Springfield", "Tripoli", "Lebanon", "Sarvale", "Port Sable"),
    ],
)
def test_the_votes_told_add_up_to_the_score(names):
    entries = [entry for row in ranked(*names).values() for entry in row]
    assert len(entries) > len(names)
    for entry in entries:
        assert entry.score == pytest.approx(sum(vote for vote, _ in entry.votes))


def test_a_name_of_one_meaning_hears_what_the_doubtful_one_came_to_mean():
    (peoria,) = ranked("Peoria", "Springfield")["peoria"]
    (vote,) = [vote for vote, reason in peoria.votes if reason == "other places in IL"]
    assert vote > 1.2  # before it is asked, Springfield is likelier in Massachusetts
