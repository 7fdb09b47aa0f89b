"""What is read, what is refused, and that nothing goes missing in between."""

import json
from datetime import date

import pytest

from geoevents.ingest import read_articles
from geoevents.ingest.language import detect_language
from geoevents.ingest.plain_text import text_article


def read(*paths, published=None):
    refused = []
    articles = list(read_articles(paths, published=published, refused=refused.append))
    return articles, [str(r) for r in refused]


def test_text_file_keeps_its_text_and_takes_the_given_date(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text("Headline\n\nShelling hit Kherson.\n", encoding="utf-8")
    (article,), refused = read(path, published=date(2024, 11, 6))
    assert article.text == "Headline\n\nShelling hit Kherson.\n"
    assert article.published == date(2024, 11, 6)
    assert article.id.startswith("report-")
    assert not refused


REFUSED_FILES = [
    ("empty", b"", "is empty"),
    ("only white space", b" \n\t \n", "is empty"),
    ("binary", bytes(range(256)) * 50, "not text"),
    ("picture", b"\x89PNG\r\n\x1a\n" + b"\x00\x01\x02" * 500, "not text"),
    ("5 MB single line", b"a" * 5_000_000, "split it"),
]


@pytest.mark.parametrize(
    ("content", "says"),
    [row[1:] for row in REFUSED_FILES],
    ids=[r[0] for r in REFUSED_FILES],
)
def test_bad_file_is_refused_with_one_line_that_names_it(tmp_path, content, says):
    path = tmp_path / "odd.txt"
    path.write_bytes(content)
    articles, (reason,) = read(path)
    assert articles == []
    assert says in reason
    assert "odd.txt" in reason
    assert "\n" not in reason


def test_missing_file_and_unknown_kind_are_refused_and_the_rest_is_read(tmp_path):
    good = tmp_path / "good.txt"
    good.write_text("Shelling hit Kherson.", encoding="utf-8")
    odd = tmp_path / "sheet.xlsx"
    odd.write_bytes(b"PK")
    articles, refused = read(tmp_path / "none.txt", odd, good)
    assert [a.text for a in articles] == ["Shelling hit Kherson."]
    assert "does not exist" in refused[0]
    assert "no kind that is read" in refused[1]


def test_folder_is_read_in_name_order_and_says_what_it_skipped(tmp_path):
    for name in ("b.txt", "a.txt", "c.pdf"):
        (tmp_path / name).write_text(f"Text of {name}.", encoding="utf-8")
    articles, refused = read(tmp_path)
    assert [a.text for a in articles] == ["Text of a.txt.", "Text of b.txt."]
    assert len(refused) == 1
    assert "c.pdf" in refused[0]


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "cp1252"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_text_is_the_same_in_every_common_encoding(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes("Café – “quoted” in Kyiv".encode(encoding))
    (article,), _ = read(path)
    assert article.text == "Café – “quoted” in Kyiv"


BAD_LINES = [
    ("{not json", "not JSON"),
    ('"a string"', "not a JSON object"),
    ('{"text": "no id"}', "'id'"),
    ('{"id": "x", "text": ""}', "'text'"),
    ('{"id": "x", "text": 5}', "'text'"),
    ('{"id": "x", "text": "t", "published": "tomorrow"}', "'published'"),
    ('{"id": "x", "text": "t", "title": ["a"]}', "'title'"),
    ("[" * 100_000, "not JSON"),
]


@pytest.mark.parametrize(("line", "says"), BAD_LINES)
def test_bad_line_is_refused_with_its_number_and_the_others_go_on(tmp_path, line, says):
    good = json.dumps({"id": "g", "text": "Shelling hit Kherson.", "extra": 1})
    path = tmp_path / "many.jsonl"
    path.write_text(f"{good}\n{line}\n{good}\n", encoding="utf-8")
    articles, (reason,) = read(path)
    assert [a.id for a in articles] == ["g", "g"]
    assert "many.jsonl:2" in reason
    assert says in reason


def test_lone_surrogates_of_json_become_characters_that_can_be_written(tmp_path):
    path = tmp_path / "a.jsonl"
    path.write_text('{"id": "s", "text": "a \\ud800 b"}\n', encoding="utf-8")
    (article,), refused = read(path)
    assert article.text == "a \ufffd b"
    assert not refused


def test_timestamp_is_cut_to_its_civil_day_as_written(tmp_path):
    path = tmp_path / "a.jsonl"
    line = {"id": "t", "text": "x", "published": "2024-11-06T23:59:00-11:00"}
    path.write_text(json.dumps(line), encoding="utf-8")
    (article,), _ = read(path)
    assert article.published == date(2024, 11, 6)


LANGUAGES = [
    ("Shelling in Kherson killed three people on 5 June 2023, officials said.", "en"),
    (
        "Російські війська обстріляли Херсон, загинули троє людей, повідомила влада.",
        "uk",
    ),
    (
        "Trois personnes ont été tuées dans un bombardement à Kherson, selon les autorités.",
        "fr",
    ),
    ("Kherson.", None),
    ("${alert(1)} {{7*7}} <script>alert(2)</script>", None),
]


@pytest.mark.parametrize(("text", "language"), LANGUAGES)
def test_language_is_named_only_when_it_is_clear(text, language):
    assert detect_language(text) == language


def test_pasted_text_has_an_id_from_its_content():
    one, two = text_article("Same text."), text_article("Same text.")
    assert one.id == two.id
    assert one.id != text_article("Other text.").id
