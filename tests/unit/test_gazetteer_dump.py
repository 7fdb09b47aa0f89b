"""A bigger table from dump files in GeoNames' own format, written by the test."""

import pickle  # noqa: TID251 - to show that it is refused
import zipfile
from pathlib import Path

import pytest

from geoevents.errors import GazetteerError, GazetteerMissingError
from geoevents.gazetteer import Gazetteer, build_from_geonames
from geoevents.gazetteer.build_sources import NoCodeUnpickler
from geoevents.gazetteer.geonames_dump import download
from geoevents.gazetteer.schema import PlaceRow, write_table

#       id, name, ascii, alternates, lat, lon, class, code, cc, cc2, a1..a4, people
ROWS = [
    (1, "Ukraine", "Ukraine", "UKR,Ukrayina", 49, 32, "A", "PCLI", "UA", "00", 40000000),
    (2, "Kharkiv Oblast", "Kharkiv", "Kharkivska", 49.5, 36.5, "A", "ADM1", "UA", "07", 2600000),
    (3, "Hroza", "Hroza", "Groza,kheiyf", 49.59, 37.36, "P", "PPL", "UA", "07", 330),
    (4, "Zatoka", "Zatoka", "", 46.07, 30.46, "H", "BAY", "UA", "17", 0),
    (5, "Ostriv Zmiyinyy", "Zmiinyi", "Snake Island", 45.25, 30.2, "T", "ISL", "UA", "17", 0),
    (6, "Some Church", "Church", "", 49, 36, "S", "CH", "UA", "07", 0),
    (7, "Kursk", "Kursk", "", 51.73, 36.19, "P", "PPLA", "RU", "41", 400000),
]  # fmt: skip


def line(row) -> str:
    gid, name, ascii_name, others, lat, lon, cls, code, country, unit, people = row
    fields = [gid, name, ascii_name, others, lat, lon, cls, code, country, "", unit,
              "", "", "", people, "", 100, "Europe/Kyiv", "2026-01-01"]  # fmt: skip
    return "\t".join(str(value) for value in fields) + "\n"


@pytest.fixture
def dump(tmp_path: Path) -> Path:
    (tmp_path / "UA.txt").write_text("".join(line(r) for r in ROWS if r[8] == "UA"))
    (tmp_path / "allCountries.txt").write_text("".join(map(line, ROWS)))
    (tmp_path / "alternateNamesV2.txt").write_text(
        "10\t3\ten\tHroza Village\t\t\t\t\t\t\n11\t3\tlink\thttps://x\t\t\t\t\t\t\n"
        "12\t999\ten\tNowhere\t\t\t\t\t\t\n"
    )
    (tmp_path / "countryInfo.txt").write_text(
        "#ISO\tISO3\nUA\tUKR\t804\tUP\tUkraine\tKyiv\t603700\t44000000\tEU\n"
    )
    return tmp_path


def test_a_country_file_becomes_a_table(dump, tmp_path):
    out = tmp_path / "out" / "gazetteer.sqlite"
    assert build_from_geonames(dump, out, ("UA",)) == 5
    table = Gazetteer(out)
    try:
        assert table.find("Groza")[0].place.admin1 == "Kharkiv Oblast"
        assert table.find("Hroza Village")[0].place.id == "gn:3"
        assert table.find("Kharkiv")[0].match in {"affix", "alternate"}
        assert table.find("Snake Island")[0].place.kind == "island"
        assert table.find("Some Church") == ()
        assert table.find("Nowhere") == ()
        assert table.country("UA").radius_m > 400_000
        assert table.find_variants("Hrosa", "UA") is not None
    finally:
        table.close()


def test_countries_filter_the_whole_dump(dump, tmp_path):
    out = tmp_path / "all.sqlite"
    (dump / "UA.txt").unlink()
    assert build_from_geonames(dump, out, ("UA",)) == 5
    assert build_from_geonames(dump, out) == 6


def test_our_own_rows_are_added(dump, tmp_path):
    tables = Path(__file__).parents[2] / "data"
    out = tmp_path / "own.sqlite"
    build_from_geonames(dump, out, ("UA",), tables_dir=tables)
    table = Gazetteer(out)
    try:
        assert table.find("Red Sea")[0].place.source == "supplement"
    finally:
        table.close()


def test_a_missing_dump_names_the_file(tmp_path):
    with pytest.raises(GazetteerMissingError, match=r"SD\.txt"):
        build_from_geonames(tmp_path, tmp_path / "x.sqlite", ("SD",))


def test_a_broken_line_is_named(tmp_path):
    (tmp_path / "UA.txt").write_text("not a dump\n")
    with pytest.raises(GazetteerError, match=r"UA\.txt:1"):
        build_from_geonames(tmp_path, tmp_path / "x.sqlite", ("UA",))


def test_download_fetches_tables_and_unpacks_only_the_expected_file(tmp_path):
    asked = []

    def fetch(url: str, target: Path) -> None:
        asked.append(url)
        if target.suffix == ".zip":
            with zipfile.ZipFile(target, "w") as packed:
                packed.writestr(f"{target.stem}.txt", "row\n")
                packed.writestr("../evil.txt", "no\n")
        else:
            target.write_text("table\n")

    got = download(tmp_path / "dump", ("UA",), fetch=fetch)
    assert {path.name for path in got} >= {"UA.txt", "alternateNamesV2.txt"}
    assert all(url.startswith("https://download.geonames.org/") for url in asked)
    assert not (tmp_path / "evil.txt").exists()


def test_download_without_a_network_says_so(tmp_path):
    def fetch(url: str, target: Path) -> None:
        raise ConnectionError

    with pytest.raises(GazetteerError, match="cannot be fetched"):
        download(tmp_path, fetch=fetch)


def test_the_same_rows_give_the_same_bytes(tmp_path):
    def rows():
        for gid in (5, 3, 9):
            row = PlaceRow(id=gid, name=f"P{gid}", lat=1, lon=2, kind="town")
            row.add_name(f"p{gid}", 0)
            yield row

    one, two = tmp_path / "1", tmp_path / "2"
    write_table(one, rows(), {"a": "b"})
    write_table(two, reversed(list(rows())), {"a": "b"})
    assert one.read_bytes() == two.read_bytes()


def test_a_pickle_with_code_is_refused(tmp_path):
    path = tmp_path / "evil.pkl"
    path.write_bytes(pickle.dumps(Path("x")))
    with path.open("rb") as stream, pytest.raises(GazetteerError, match="code"):
        NoCodeUnpickler(stream).load()
