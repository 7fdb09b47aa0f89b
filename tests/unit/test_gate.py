"""The gate: floors are held, a missing corpus is named, another corpus is refused."""

import hashlib
import json

import pytest

from geoevents.errors import GateFailedError
from geoevents.evaluate import gate


@pytest.fixture
def corpus(tmp_path, monkeypatch):
    """A corpus of one file whose score the test decides."""
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps({"id": "a", "text": "t"}) + "\n", encoding="utf-8")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()

    def set_up(value, *, floor=0.9, sha256=digest, file="own.jsonl"):
        row = {
            "file": file,
            "sha256": sha256,
            "task": "figures",
            "floors": {"all": floor},
        }
        monkeypatch.setattr(gate, "read_floors", lambda: [row])
        monkeypatch.setattr(gate, "score", lambda *_: {"all": value})
        return tmp_path

    return set_up


def test_a_score_above_its_floor_holds(corpus):
    (line,) = gate.run(corpus(0.95), None)
    assert "holds" in line


def test_a_score_below_its_floor_fails_and_is_named(corpus):
    with pytest.raises(GateFailedError, match=r"figures all: 0\.5 \(floor 0\.9\)"):
        list(gate.run(corpus(0.5), None))


def test_a_corpus_that_is_not_there_is_passed_over_by_name(corpus):
    (line,) = gate.run(corpus(0.5, file="other.jsonl"), None)
    assert "other.jsonl" in line
    assert "passed over" in line


def test_a_changed_corpus_is_refused(corpus):
    with pytest.raises(GateFailedError, match="not the corpus"):
        list(gate.run(corpus(0.95, sha256="0" * 64), None))


def test_pinned_floors_are_read_and_name_known_tasks():
    rows = gate.read_floors()
    assert rows
    for row in rows:
        assert row["task"] in {
            "toponyms",
            "resolution",
            "timexes",
            "figures",
            "reports",
        }
        assert len(row["sha256"]) == 64
        assert all(0 < floor < 1 for floor in row["floors"].values())
