"""The shipped table: what it holds, how it is unpacked, what it says when missing."""

import csv
import gzip
import json
import sqlite3
from pathlib import Path

import pytest

from geoevents.errors import GazetteerError, GazetteerMissingError
from geoevents.gazetteer import Gazetteer, open_gazetteer
from geoevents.gazetteer.hierarchy import lies_in
from geoevents.gazetteer.schema import SCHEMA, SCHEMA_VERSION
from geoevents.gazetteer.unpack import unpacked_table
from geoevents.models.place import PlaceKind
from geoevents.settings import Settings

DATA = Path(__file__).parents[2] / "data"


@pytest.fixture(scope="module")
def gazetteer(tmp_path_factory) -> Gazetteer:
    settings = Settings(
        data_dir=DATA,
        cache_dir=tmp_path_factory.mktemp("cache"),
        store_url="sqlite://",
    )
    opened = open_gazetteer(settings)
    yield opened
    opened.close()


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("Kursk", "RU", PlaceKind.TOWN),
        ("Kursk", "RU", PlaceKind.ADMIN1),
        ("Kiev", "UA", PlaceKind.TOWN),
        ("DRC", "CD", PlaceKind.COUNTRY),
        ("N. Korea", "KP", PlaceKind.COUNTRY),
        ("Hodeidah", "YE", PlaceKind.TOWN),
        ("Red Sea", None, PlaceKind.SEA),
        ("Zamzam camp", "SD", PlaceKind.SITE),
        ("Donbas", "UA", PlaceKind.REGION),
    ],
)
def test_the_places_of_the_news_are_there(gazetteer, name, country, kind):
    found = {(c.place.country, c.place.kind) for c in gazetteer.find(name)}
    assert (country, kind) in found


@pytest.mark.parametrize("name", ["Crimea", "Sevastopol", "Simferopol"])
def test_crimea_is_in_ukraine(gazetteer, name):
    best = gazetteer.find(name)[0].place
    assert best.country == "UA"


def test_towns_know_their_unit(gazetteer):
    kursk = next(c.place for c in gazetteer.find("Kursk") if c.place.kind == "town")
    assert kursk.admin1 == "Kursk Oblast"
    unit = gazetteer.admin1("RU", kursk.admin1_code)
    assert unit is not None
    assert lies_in(kursk, unit)
    assert lies_in(unit, gazetteer.country("RU"))
    assert not lies_in(unit, kursk)


def test_a_postal_code_is_marked_as_one(gazetteer):
    assert gazetteer.glance("ME").kinds == {"town"}
    assert "postal" in {candidate.match for candidate in gazetteer.find("ME")}


def test_the_glance_knows_capitals_and_countries(gazetteer):
    assert gazetteer.glance("Seoul").standing == "capital"
    assert gazetteer.glance("Sudan").standing == "country"
    assert gazetteer.glance("Xyzzyx") is None


def test_spelling_variants_are_found_in_their_country_only(gazetteer):
    names = [c.place.name for c in gazetteer.find_variants("Tchasiv Yar", "UA")]
    assert "Chasiv Yar" in names
    assert gazetteer.find_variants("Tchasiv Yar", "FR") == ()


def test_demonyms_have_a_country(gazetteer):
    assert gazetteer.nationality("Lebanese") == "LB"
    assert gazetteer.nationality("N. Korean") == "KP"
    assert gazetteer.nationality("Lebanon") is None


def test_unpacking_happens_once_under_a_name_of_the_content(tmp_path):
    first = unpacked_table(DATA, tmp_path)
    stamp = first.stat().st_mtime_ns
    assert unpacked_table(DATA, tmp_path) == first
    assert first.stat().st_mtime_ns == stamp
    assert [path.suffix for path in tmp_path.iterdir()] == [".sqlite"]


def test_a_missing_table_says_what_to_do(tmp_path):
    with pytest.raises(GazetteerMissingError, match="geoevents gazetteer"):
        unpacked_table(tmp_path, tmp_path)


def test_a_damaged_table_says_so_and_leaves_nothing_behind(tmp_path):
    data, cache = tmp_path / "data", tmp_path / "cache"
    data.mkdir()
    (data / "gazetteer.sqlite.xz").write_bytes(b"\xfd7zXZ\x00rubbish")
    with pytest.raises(GazetteerError, match="damaged"):
        unpacked_table(data, cache)
    assert list(cache.iterdir()) == []


def test_a_file_that_is_no_table_is_refused(tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    path.write_text("not a database, but long enough to look like some file" * 50)
    with pytest.raises(GazetteerError, match="geoevents gazetteer build"):
        Gazetteer(path)


def test_a_table_of_an_older_edition_is_refused(tmp_path):
    path = tmp_path / "gazetteer.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(SCHEMA)
    connection.execute("INSERT INTO meta VALUES('schema', ?)", (str(SCHEMA_VERSION),))
    connection.commit()
    connection.close()
    with pytest.raises(GazetteerError, match="geoevents gazetteer build"):
        Gazetteer(path)


def test_outlines_are_keyed_by_place_and_crimea_is_ukrainian(gazetteer):
    features = json.loads(gzip.decompress((DATA / "admin1.geojson.gz").read_bytes()))
    by_id = {feature["id"]: feature for feature in features["features"]}
    unit = next(c.place for c in gazetteer.find("Kursk") if c.place.kind == "admin1")
    assert by_id[unit.id]["properties"]["country"] == "RU"
    crimea = next(c.place for c in gazetteer.find("Crimea") if c.place.kind == "admin1")
    assert by_id[crimea.id]["properties"]["country"] == "UA"


def test_the_supplement_is_whole():
    with (DATA / "supplement.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len(rows) >= 300
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert PlaceKind(row["kind"])
        assert row["source"]
        assert -90 <= float(row["lat"]) <= 90
        assert -180 <= float(row["lon"]) <= 180
        assert float(row["radius_km"]) > 0


def test_the_committed_table_is_small_enough():
    assert (DATA / "gazetteer.sqlite.xz").stat().st_size < 15_000_000
