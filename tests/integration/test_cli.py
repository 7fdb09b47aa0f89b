"""The command line as outside checks call it: files in, JSONL out, honest exit codes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from geoevents.cli import main

TEXT = "Shelling in Kherson killed three people on 5 June 2023, officials said."


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cli-cache")


@pytest.fixture
def run(cache, tmp_path):
    env = {
        "GEOEVENTS_CACHE": str(cache),
        "GEOEVENTS_STORE": f"sqlite:///{tmp_path / 'default.db'}",
    }

    def invoke(*arguments):
        return CliRunner(env=env).invoke(main, [str(a) for a in arguments])

    return invoke


@pytest.fixture
def lines(tmp_path):
    path = tmp_path / "articles.jsonl"
    rows = [
        {"id": "one", "text": TEXT, "published": "2023-06-06"},
        {
            "id": "two",
            "text": "${alert(1)} {{7*7}} <script>alert(2)</script> `x` " + TEXT,
        },
    ]
    path.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    return path


TRACE_FIELDS = {
    "toponyms": {
        "start",
        "end",
        "text",
        "role",
        "geonameid",
        "name",
        "country",
        "admin1",
        "lat",
        "lon",
        "where_prec",
        "radius_m",
        "confidence",
        "alternatives",
    },
    "timexes": {
        "start",
        "end",
        "text",
        "type",
        "value",
        "mod",
        "date_start",
        "date_end",
        "date_basis",
    },
    "figures": {
        "start",
        "end",
        "text",
        "kind",
        "value",
        "low",
        "high",
        "mod",
        "unit",
        "of_text",
        "of_iso3",
        "scope",
    },
    "reports": {
        "report_id",
        "event_type",
        "sub_event_type",
        "trigger",
        "place",
        "time",
        "date_start",
        "date_end",
        "date_prec",
        "figures",
        "actors",
        "attribution",
        "claim_status",
        "status",
        "evidence",
        "confidence",
        "reasons",
    },
}


def test_trace_has_every_field_and_offsets_quote_the_text(run, lines, tmp_path):
    out = tmp_path / "out.jsonl"
    done = run("extract", lines, "-o", out, "--trace")
    assert done.exit_code == 0, done.stderr
    traces = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    texts = [
        json.loads(line)["text"]
        for line in lines.read_text(encoding="utf-8").splitlines()
    ]
    assert [t["article_id"] for t in traces] == ["one", "two"]
    for text, line in zip(texts, traces, strict=True):
        for part, fields in TRACE_FIELDS.items():
            assert line[part], part
            for row in line[part]:
                assert fields <= set(row)
                if "text" in row:
                    assert text[row["start"] : row["end"]] == row["text"]
        (report,) = line["reports"]
        place = line["toponyms"][report["place"]]
        assert (place["name"], place["country"]) == ("Kherson", "UA")
        assert (report["date_start"], report["date_end"]) == (
            "2023-06-05",
            "2023-06-05",
        )
        assert [line["figures"][i]["value"] for i in report["figures"]] == [3]


def test_refused_line_is_named_and_the_exit_code_says_so(run, lines, tmp_path):
    with lines.open("a", encoding="utf-8") as more:
        more.write("{broken\n")
    done = run("extract", lines, "-o", tmp_path / "out.jsonl", "--trace")
    assert done.exit_code == 3
    assert f"{lines.name}:3" in done.stderr
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 2


def test_text_in_another_language_gives_an_empty_answer_and_says_why(run, tmp_path):
    path = tmp_path / "uk.txt"
    path.write_text(
        "Російські війська обстріляли Херсон, загинули троє людей, повідомила влада."
        * 2,
        encoding="utf-8",
    )
    done = run("extract", path, "--trace")
    assert done.exit_code == 0
    assert "only English is understood" in done.stderr
    assert json.loads(done.stdout)["reports"] == []


def test_ingest_then_export_in_every_format(run, lines, tmp_path):
    store = f"sqlite:///{tmp_path / 's.db'}"
    assert run("ingest", lines, "--store", store).exit_code == 0
    for file_format in ("html", "geojson", "csv", "jsonl", "kml", "gpkg"):
        out = tmp_path / f"out.{file_format}"
        done = run("export", "--store", store, "--format", file_format, "-o", out)
        assert done.exit_code == 0, done.stderr
        assert out.stat().st_size > 100
    features = json.loads((tmp_path / "out.geojson").read_text(encoding="utf-8"))[
        "features"
    ]
    assert len(features) == 1  # both articles tell one event
    assert features[0]["properties"]["number_of_reports"] == 2


def test_export_filters(run, lines, tmp_path):
    store = f"sqlite:///{tmp_path / 's.db'}"
    run("ingest", lines, "--store", store)
    counts = {}
    for name, options in {
        "all": (),
        "before": ("--to", "2023-06-04"),
        "day": ("--from", "2023-06-05", "--to", "2023-06-05", "--certain"),
        "country": ("--country", "ua"),
        "type": ("--type", "battles"),
        "big": ("--kind", "killed", "--min-figure", "4"),
        "box": ("--bbox", "46,32,47,33"),
        "words": ("--text", "KHERSON"),
    }.items():
        out = tmp_path / f"{name}.jsonl"
        assert (
            run(
                "export", "--store", store, "--format", "jsonl", "-o", out, *options
            ).exit_code
            == 0
        )
        counts[name] = len(out.read_text(encoding="utf-8").splitlines())
    assert counts == {
        "all": 1,
        "before": 0,
        "day": 1,
        "country": 1,
        "type": 0,
        "big": 0,
        "box": 1,
        "words": 1,
    }


WRONG = [
    (("export", "-o", "x", "--bbox", "1,2"), 2, "--bbox"),
    (("export", "-o", "x", "--bbox", "95,0,99,1"), 2, "outside"),
    (("export", "-o", "x", "--type", "Party"), 2, "Party"),
    (("export", "-o", "x", "--store", "nonsense"), 2, "store URL"),
    (("extract", "no-such-file.txt"), 3, "no-such-file.txt"),
    (("evaluate",), 2, "needs a task"),
    (
        ("export", "-o", "/no/such/folder/x.csv", "--format", "csv"),
        6,
        "cannot be written",
    ),
]


@pytest.mark.parametrize(("arguments", "code", "says"), WRONG)
def test_wrong_use_gives_one_clear_line_and_its_exit_code(run, arguments, code, says):
    done = run(*arguments)
    assert done.exit_code == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_names_and_quotes_can_be_left_out_of_the_page_and_only_there(
    run, lines, tmp_path
):
    store = f"sqlite:///{tmp_path / 's.db'}"
    run("ingest", lines, "--store", store)
    out = tmp_path / "page.html"
    flags = ("--round-coordinates", "--drop-names", "--drop-quotes")
    assert run("export", "--store", store, "-o", out, *flags).exit_code == 0
    refused = run("export", "--store", store, "--format", "csv", "-o", out, *flags)
    assert refused.exit_code == 2
    assert "--drop-names" in refused.stderr


def test_module_runs_as_a_program():
    done = subprocess.run(
        [sys.executable, "-m", "geoevents", "--help"],
        capture_output=True,
        text=True,
        check=True,
    )
    for name in main.commands:
        assert name in done.stdout


def test_acceptance_cases_go_in_by_the_command_line(run, shared, tmp_path):
    cases = shared / "acceptance" / "cases.jsonl"
    out = tmp_path / "cases.jsonl"
    done = run("extract", cases, "-o", out, "--trace")
    assert done.exit_code == 0
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(
        Path(cases).read_text(encoding="utf-8").splitlines()
    )


def test_the_order_of_python_s_sets_changes_no_byte(tmp_path):
    # Two units at once hold a town of this one: which was named first hung on the hash.
    rows = Path("data/gold/p.jsonl").read_text("utf-8").splitlines()
    row = next(row for row in map(json.loads, rows) if row["id"] == "p013")
    article = tmp_path / "article.txt"
    article.write_text(row["text"], "utf-8")
    command = [sys.executable, "-m", "geoevents", "extract", "--trace", str(article)]
    told = {
        subprocess.run(
            command,
            check=True,
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1
