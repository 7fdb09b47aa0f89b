"""Look-ups in the table of places: read-only, about 10 microseconds each."""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from rapidfuzz.distance import JaroWinkler

from geoevents.errors import GazetteerError
from geoevents.gazetteer.names import normal, skeleton, without_article
from geoevents.gazetteer.schema import MAIN, POSTAL, SCHEMA_VERSION
from geoevents.gazetteer.spellings import PLAINLY_SPELLED, TABLE
from geoevents.models.place import Candidate, Place, PlaceKind, Point

_MATCHES = ("name", "alternate", "affix", "postal")
_COLUMNS = (
    "p.id, p.name, p.lat, p.lon, p.radius_m, p.population, p.country, p.kind,"
    " p.feature, p.admin1, d.name, p.slug"
)
_BY_NAME = f"""
SELECT {_COLUMNS}, n.rank FROM name n JOIN place p ON p.id = n.place
LEFT JOIN place d ON d.id = p.admin2
WHERE n.normal = ? ORDER BY p.population DESC, p.id LIMIT 400
"""  # noqa: S608 - no value is ever formatted in
_GLANCE = """
SELECT p.kind, p.population, p.country, n.rank, p.feature
FROM name n JOIN place p ON p.id = n.place WHERE n.normal = ?
"""
_BY_ID = f"""
SELECT {_COLUMNS} FROM place p LEFT JOIN place d ON d.id = p.admin2 WHERE p.id = ?
"""  # noqa: S608
_BY_SKELETON = f"SELECT normal, place FROM {TABLE} WHERE country = ? AND skeleton = ?"  # noqa: S608
# The columns above, as the table declares them.
_Row = tuple[
    int, str, float, float, int, int, str | None, str,
    str | None, str | None, str | None, str | None, *tuple[int, ...],
]  # fmt: skip
_KINDS = {kind.value: kind for kind in PlaceKind}
# Below this two spellings are more often two places: precision within 25 km is
# 66 % at .97, 57 % at .94, 49 % at .90 (reference study, gazetteer section 2).
VARIANT_SIMILARITY = 0.94


@dataclass(frozen=True, slots=True, kw_only=True)
class NameGlance:
    """What a name could be, without the places themselves."""

    population: int  # of the most populous place
    kinds: frozenset[str]  # PlaceKind values
    countries: frozenset[str]  # ISO alpha-2
    is_main: bool  # some place has it as its main name
    is_postal: bool  # it is only a postal code ("ME")
    main_population: int  # of the most populous place with it as main name
    is_capital: bool = False  # a country's seat of government has it

    @property
    def standing(self) -> str:
        """What the name is first of all: country, capital, continent, unit, town."""
        if "country" in self.kinds and (self.is_main or len(self.kinds) == 1):
            return "country"
        if self.is_capital:
            return "capital"
        if "continent" in self.kinds:
            return "continent"
        if "admin1" in self.kinds:
            return "unit"
        return "town" if self.kinds & {"town", "admin2"} else "place"


class Gazetteer:
    """The offline table of places; safe to share between threads that only read.

    ``nationalities`` maps a casefolded demonym to ISO alpha-2.
    """

    def __init__(
        self, path: Path, nationalities: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self._nationalities = nationalities
        try:
            self._db = sqlite3.connect(
                f"{path.absolute().as_uri()}?mode=ro&immutable=1",
                uri=True,
                check_same_thread=False,
            )
            self._db.execute("PRAGMA mmap_size=134217728")
            self.meta: dict[str, str] = dict(self._db.execute("SELECT * FROM meta"))
        except sqlite3.Error as error:
            message = (
                f"{path} is no gazetteer ({error}); run `geoevents gazetteer build`"
            )
            raise GazetteerError(message) from error
        if self.meta.get("schema") != str(SCHEMA_VERSION) or not self._has_spellings():
            message = f"{path} has another format; run `geoevents gazetteer build`"
            raise GazetteerError(message)
        self._admin1 = self._unit_names()
        self._countries = {
            row[0]: row[1]
            for row in self._db.execute(
                "SELECT country, id FROM place WHERE kind = 'country'"
            )
            if row[0]
        }
        self._capitals: dict[str, int] | None = None
        self._find = lru_cache(maxsize=20_000)(self._find_normal)
        self._get = lru_cache(maxsize=20_000)(self._get_row)
        self._glance = lru_cache(maxsize=100_000)(self._glance_normal)
        self._nationality = lru_cache(maxsize=100_000)(self._nationality_of)

    def close(self) -> None:
        """Closes the file; look-ups raise afterwards."""
        self._db.close()

    def find(self, name: str) -> tuple[Candidate, ...]:
        """Every place of this name, the most populous first; scores are 0.

        ``match`` says how: name, alternate, affix ("Kursk" for Kursk Oblast) or
        postal ("ME", which only counts after a comma).
        """
        folded = normal(name)
        return self._find(folded) if folded else ()

    def glance(self, name: str) -> NameGlance | None:
        """What ``name`` could be; None where no place has it. Cheaper than find."""
        folded = normal(name)
        return self._glance(folded) if folded else None

    def nationality(self, word: str) -> str | None:
        """ISO alpha-2 of a demonym ("Lebanese", "North Koreans"), or None."""
        return self._nationality(word)

    def _nationality_of(self, word: str) -> str | None:
        return self._nationalities.get(
            " ".join(word.replace(".", "").casefold().split())
        )

    def find_variants(self, name: str, country: str) -> tuple[Candidate, ...]:
        """Places of ``country`` (ISO alpha-2) spelled nearly like this, best first."""
        folded = normal(name)
        key = skeleton(folded)
        if country in PLAINLY_SPELLED or len(key) < 2:  # noqa: PLR2004 - one consonant matches half a country
            return ()
        bare = without_article(folded)  # "Shatrah" is "Ash Shatrah"
        scored: dict[int, tuple[float, str]] = {}
        for spelling, place_id in self._db.execute(_BY_SKELETON, (country, key)):
            likeness = max(
                JaroWinkler.similarity(folded, spelling),
                JaroWinkler.similarity(bare, without_article(spelling)),
            )
            if likeness >= VARIANT_SIMILARITY:
                before = scored.get(place_id, (0.0, ""))
                scored[place_id] = max(before, (likeness, spelling))
        best = sorted(scored.items(), key=lambda entry: (-entry[1][0], entry[0]))
        return tuple(
            Candidate(place=place, score=likeness, matched=spelling, match="fuzzy")
            for place_id, (likeness, spelling) in best[:10]
            if (place := self.get_place(place_id)) is not None
        )

    def get_place(self, place_id: int) -> Place | None:
        """The place with this number (a geonameid, or negative for our own)."""
        return self._get(place_id)

    def country(self, iso2: str) -> Place | None:
        """A country by ISO alpha-2."""
        place_id = self._countries.get(iso2)
        return None if place_id is None else self.get_place(place_id)

    def capital(self, iso2: str) -> Place | None:
        """A country's seat of government, by ISO alpha-2; the largest of several."""
        if self._capitals is None:
            self._capitals = dict(
                self._db.execute(
                    "SELECT country, id FROM place WHERE feature = 'PPLC'"
                    " ORDER BY population, id"
                )
            )
        place_id = self._capitals.get(iso2)
        return None if place_id is None else self.get_place(place_id)

    def admin1(self, country: str, code: str) -> Place | None:
        """A first-order unit by country and GeoNames code ("RU", "41")."""
        found = self._admin1.get((country, code))
        return None if found is None else self.get_place(found[0])

    def _has_spellings(self) -> bool:
        tables = self._db.execute(
            "SELECT 1 FROM sqlite_master WHERE name = ?", (TABLE,)
        )
        return tables.fetchone() is not None

    def _unit_names(self) -> dict[tuple[str, str], tuple[int, str]]:
        return {
            (country, code): (place_id, name)
            for country, code, place_id, name in self._db.execute(
                "SELECT a.country, a.code, p.id, p.name"
                " FROM admin a JOIN place p ON p.id = a.place"
            )
        }

    def _find_normal(self, folded: str) -> tuple[Candidate, ...]:
        return tuple(
            Candidate(
                place=self._place(row),
                score=0.0,
                matched=folded,
                match=_MATCHES[row[-1]],
            )
            for row in self._db.execute(_BY_NAME, (folded,))
        )

    def _glance_normal(self, folded: str) -> NameGlance | None:
        rows = self._db.execute(_GLANCE, (folded,)).fetchall()
        if not rows:
            return None
        full = [row for row in rows if row[3] != POSTAL]
        return NameGlance(
            population=max((row[1] for row in full), default=0),
            kinds=frozenset(row[0] for row in full),
            countries=frozenset(row[2] for row in full if row[2]),
            is_main=any(row[3] == MAIN for row in full),
            is_postal=not full,
            is_capital=any(row[4] == "PPLC" for row in full),
            main_population=max((row[1] for row in full if row[3] == MAIN), default=0),
        )

    def _get_row(self, place_id: int) -> Place | None:
        row = self._db.execute(_BY_ID, (place_id,)).fetchone()
        return None if row is None else self._place(row)

    def _place(self, row: _Row) -> Place:
        place_id, name, lat, lon, radius, people, country, kind = row[:8]
        feature, code, district, slug = row[8:12]
        unit = self._admin1.get((country or "", code or ""))
        is_own = slug is not None
        return Place(
            id=f"sup:{slug}" if is_own else f"gn:{place_id}",
            name=name,
            point=Point(lat=lat, lon=lon),
            kind=_KINDS[kind],
            country=country,
            admin1=None if unit is None else unit[1],
            admin1_code=code,
            admin2=district,
            geonameid=None if is_own else place_id,
            feature_code=feature,
            population=people,
            radius_m=radius,
            source="supplement" if is_own else "geonames",
        )
