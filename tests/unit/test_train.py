"""Learning: linked articles share a fold, words meet gold events, ranks are learned."""

import json

import pytest

from geoevents.extract.telling_words import find_telling_words
from geoevents.extract.triggers import find_trigger_words
from geoevents.train.align import align
from geoevents.train.corpus import FOLDS, read_corpus
from geoevents.train.fit import Alternatives, fit_choice


def gold_row(key, text, reports=(), **lists):
    return {
        "id": key, "title": None, "text": text, "published": "2024-11-06",
        "toponyms": [], "timexes": [], "figures": [], "reports": list(reports), **lists,
    }  # fmt: skip


def report(text, word, **changes):
    start = text.index(word)
    made = {
        "event_type": "Battles", "trigger": {"start": start, "end": start + len(word), "text": word},
        "place": None, "time": None, "date_start": None, "date_end": None,
        "figures": [], "actors": [], "attribution": [], "claim_status": "stated",
        "status": "occurred", "same_as": [],
    }  # fmt: skip
    return {**made, **changes}


@pytest.fixture
def corpus(tmp_path, engine):
    def read(rows):
        path = tmp_path / "own.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        return read_corpus([path], engine)

    return read


def test_articles_on_one_event_share_a_fold_and_others_spread(corpus):
    text = "Rebels attacked Goma."
    rows = [gold_row(f"x{i}", text, [report(text, "attacked")]) for i in range(FOLDS)]
    rows[0]["reports"][0]["same_as"] = ["x5:0"]
    folds = {e.article.id: e.fold for e in corpus(rows)}
    assert folds["x0"] == folds["x5"]
    assert len(set(folds.values())) == FOLDS - 1


def test_each_gold_event_meets_the_word_that_tells_it(corpus):
    text = "Rebels attacked Goma on Monday. Floods drowned nine people in Chad."
    rows = [
        gold_row(
            "x",
            text,
            [report(text, "attacked"), report(text, "drowned", event_type="Disaster")],
        )
    ]
    (example,) = corpus(rows)
    words = find_telling_words(
        example.syntax,
        find_trigger_words(example.syntax),
        toponyms=(),
        timexes=(),
        figures=(),
        actors=(),
        sources=(),
    )
    met = align(example.gold, example.syntax, words, ())
    told = {text[words[i].span.start : words[i].span.end]: h for i, h in met.items()}
    assert told["attacked"].event_type == "Battles"
    assert len(met) == 2
    assert {h.event_type for h in met.values()} == {"Battles", "Disaster"}


def test_what_is_right_in_several_articles_ranks_first():
    rows = [
        Alternatives(f"a{i}", [{"near": 1.0}, {"far": 1.0}], [True, False])
        for i in range(6)
    ]
    table = fit_choice(rows, strength=1.0)
    assert table.weights["near"] > table.weights["far"]


def test_what_one_article_alone_has_weighs_nothing():
    rows = [
        Alternatives(f"a{i}", [{"near": 1.0}, {"far": 1.0}], [True, False])
        for i in range(6)
    ]
    rows.append(Alternatives("a7", [{"odd": 1.0}, {"far": 1.0}], [True, False]))
    assert "odd" not in fit_choice(rows, strength=1.0).weights
