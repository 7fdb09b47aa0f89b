"""The README shows what the program prints today."""

import re
from pathlib import Path

from click.testing import CliRunner

from geoevents.cli import main

ROOT = Path(__file__).parents[1]


def _printed(tmp_path, *arguments):
    env = {"GEOEVENTS_CACHE": str(tmp_path / "cache")}
    done = CliRunner(env=env).invoke(main, [str(a) for a in arguments])
    assert done.exit_code == 0, done.stderr
    return done


def test_the_readmes_output_is_real(tmp_path):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    store = f"sqlite:///{tmp_path / 'events.db'}"
    sample = ROOT / "data" / "sample" / "articles.jsonl"
    ingested = _printed(tmp_path, "ingest", sample, "--store", store)
    assert ingested.stderr.strip() in readme
    out = tmp_path / "map.html"
    exported = _printed(
        tmp_path, "export", "--store", store, "--from", "2024-01-01", "-o", out
    )
    shown = re.sub(r"\S*map\.html", "map.html", exported.stderr.strip())
    assert shown in readme
    traced = _printed(tmp_path, "extract", sample, "--trace")
    assert traced.stdout[:120] in readme
