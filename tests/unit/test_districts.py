"""Towns beside their districts, and capitals beside their countries."""

from geoevents.models.article import Article
from geoevents.models.mention import Mentions, Toponym
from geoevents.models.place import Candidate, Place, PlaceKind, Point
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.resolve import resolve_toponyms

ROWS = [
    # name, country, unit, district, kind, lat, lon, people, feature
    ("Verona", "IT", "20", None, "town", 45.4, 11.0, 250_000, "PPLA2"),
    ("Verona", "US", "MS", "Lee County", "town", 34.2, -88.7, 3_000, None),
    ("Lee County", "US", "MS", None, "admin2", 34.3, -88.7, 85_000, None),
    ("Lee County", "US", "FL", None, "admin2", 26.6, -81.9, 760_000, None),
    ("Lima", "PE", "15", None, "town", -12.0, -77.0, 9_000_000, "PPLC"),
    ("Lima", "US", "OH", None, "town", 40.7, -84.1, 37_000, None),
    ("Toledo", "US", "OH", None, "town", 41.7, -83.6, 270_000, None),
    ("Meru", "KE", "35", None, "admin1", 0.0, 37.5, 1_500_000, None),
    ("Meru", "KE", "35", None, "town", 0.05, 37.66, 80_000, None),
    ("Eldoret", "KE", "52", None, "town", 0.5, 35.3, 280_000, None),
    ("Dnipro", "UA", None, None, "water", 47.5, 34.5, 0, None),
    ("Dnipro", "UA", "04", None, "town", 48.5, 35.0, 970_000, None),
    ("Peru", "PE", None, None, "country", -10.0, -76.0, 32_000_000, None),
]


class Table:
    """A candidate source in memory."""

    def find(self, name: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(
                place=Place(
                    id=f"t:{i}", name=row[0], country=row[1], admin1_code=row[2],
                    admin2=row[3], kind=PlaceKind(row[4]),
                    point=Point(lat=row[5], lon=row[6]), population=row[7],
                    feature_code=row[8], radius_m=5_000,
                ),
                score=0.0, matched=name, match="name",
            )
            for i, row in enumerate(ROWS)
            if row[0] == name
        )  # fmt: skip

    def find_variants(self, _name: str, _country: str) -> tuple[Candidate, ...]:
        return ()

    def capital(self, iso2: str) -> Place | None:
        return None

    def country(self, _iso2: str) -> Place | None:
        return None

    def nationality(self, _word: str) -> str | None:
        return None


def resolve(text: str, *names: str, district: str | None = None):
    toponyms = tuple(
        Toponym(
            span=Span(start=text.index(name), end=text.index(name) + len(name)),
            text=name,
            name=name,
            hint=PlaceKind.ADMIN2 if name == district else None,
        )
        for name in names
    )
    mentions = Mentions(article_id="a", syntax=Syntax(text=text), toponyms=toponyms)
    return resolve_toponyms(Article(id="a", text=text), mentions, Table())


def test_a_town_and_its_county_name_each_other():
    town, county = resolve(
        "Verona will pay; Lee County will not.", "Verona", "Lee County",
        district="Lee County",
    )  # fmt: skip
    assert (town.place.country, town.place.admin1_code) == ("US", "MS")
    assert county.place.admin1_code == "MS"
    assert any("Lee County is named too" in reason for reason in town.reasons)


def test_a_county_alone_is_the_most_populous():
    (county,) = resolve("Lee County", "Lee County", district="Lee County")
    assert county.place.admin1_code == "FL"


def test_a_capital_stays_one_beside_its_country():
    lima, _, _ = resolve("To Lima, from Toledo, about Peru", "Lima", "Toledo", "Peru")
    assert lima.place.country == "PE"
    assert any("capital of a country named too" in reason for reason in lima.reasons)


def test_a_name_listed_with_towns_is_one():
    _, meru = resolve("Marches in Eldoret and Meru", "Eldoret", "Meru")
    assert meru.place.kind is PlaceKind.TOWN
    (alone,) = resolve("Marches in Meru", "Meru")
    assert alone.place.kind is PlaceKind.ADMIN1


def test_a_river_has_an_article_and_its_town_has_none():
    (town,) = resolve("He came home from Dnipro.", "Dnipro")
    assert town.place.kind is PlaceKind.TOWN
    (river,) = resolve("They crossed the Dnipro.", "Dnipro")
    assert river.place.kind is PlaceKind.WATER
