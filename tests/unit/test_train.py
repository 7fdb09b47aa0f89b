"""Learning: linked articles share a fold, words meet gold events, ranks are learned."""

import json
from dataclasses import replace

import numpy as np
import pytest

from geoevents.extract.telling_words import find_telling_words
from geoevents.extract.triggers import find_trigger_words
from geoevents.train.align import align
from geoevents.train.briefs import read_briefs
from geoevents.train.corpus import FOLDS, read_corpus
from geoevents.train.fit import Alternatives, fit_choice, in_brief
from geoevents.train.net import Meant, fit_net
from geoevents.train.pair_net import fit_both
from geoevents.train.stages import figure_rows
from geoevents.weights import NO_NET, Pairs, Weights


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
        net=NO_NET,
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


def test_what_holds_in_briefs_alone_is_learned_apart_and_left_out():
    near, far = {"near": 1.0}, {"far": 1.0}
    rows = [Alternatives(f"a{i}", [near, far], [True, False]) for i in range(6)]
    other = [Alternatives(f"b{i}", [near, far], [False, True]) for i in range(20)]
    mixed = fit_choice([*rows, *other], strength=1.0)
    apart = fit_choice([*rows, *map(in_brief, other)], strength=1.0)
    assert mixed.score(near) < mixed.score(far)
    assert apart.score(near) > apart.score(far)
    assert set(apart.weights) == {"near", "far"}


def test_a_choice_is_learned_from_features_and_from_what_words_mean():
    def row(i, tilt):
        vectors = np.array([[tilt, i % 5], [-tilt, i % 3]], np.float16)
        right = [tilt > 0, tilt < 0]
        return Alternatives(f"a{i}", [{"one": 1.0}, {"two": 1.0}], right, vectors)

    rows = [row(i, 1 if i % 3 else -1) for i in range(3_000)]
    learned, again = fit_both(rows, strength=1.0), fit_both(rows, strength=1.0)
    options = rows[0].options
    assert learned.chances(options)[0] > 0.6  # the table knows no more
    pairs = Pairs(
        first=np.array([[-1], [1]], np.float32),
        second=np.zeros((1, 0), np.float32),
        between=np.array([[1], [1]], np.float32),
        at_first=np.array([0, 1]),
        at_second=np.array([0, 0]),
    )
    assert learned.chances(options, learned.meant(pairs))[1] > 0.6
    assert (learned.net.hidden == again.net.hidden).all()


@pytest.fixture
def briefs(tmp_path):
    def read(text):
        path = tmp_path / "own.txt"
        path.write_text(text, "utf-8")
        return read_briefs([path])

    return read


BRIEF = """# x1 | 2024-11-06
Shells [X*2:hit] Sumy; more [S/planned:go].
> hit | Sumy | - | -
> hit | - | - | -
> go | - | - | -
"""


def test_marks_of_a_brief_become_events_and_leave_its_text(briefs):
    (row,) = briefs(BRIEF)
    assert row["text"] == "Shells hit Sumy; more go."
    assert row["published"] == "2024-11-06"
    told = [(r["trigger"], r["event_type"], r["status"]) for r in row["reports"]]
    hit = {"start": 7, "end": 10, "text": "hit"}
    go = {"start": 22, "end": 24, "text": "go"}
    explosions = "Explosions/Remote violence"
    assert told == [
        (hit, explosions, "occurred"),
        (hit, explosions, "occurred"),
        (go, "Strategic developments", "planned"),
    ]


def test_a_line_of_a_brief_names_where_when_and_how_many(briefs):
    (row,) = briefs(
        "# x1 | 2024-11-06\nOn Monday two shells [X:hit] Sumy, killing two in Sumy.\n"
        "> hit | Sumy | Monday | killed two; munitions two\n"
    )
    (told,) = row["reports"]
    text = row["text"]
    assert row["toponyms"][told["place"]]["start"] == text.index("Sumy,")
    assert row["timexes"][told["time"]]["text"] == "Monday"
    kinds = {row["figures"][i]["kind"] for i in told["figures"]}
    assert kinds == {"killed", "munitions"}


def test_what_a_brief_does_not_note_is_no_answer(corpus, services):
    text = "Shells killed nine people in Sumy. In Kherson 12 people were killed."
    nine = {"start": 14, "end": 18, "text": "nine", "kind": "killed"}
    (example,) = corpus([gold_row("x", text, figures=[nine])])

    def kinds(read):
        return [row.label for row in figure_rows(read, Weights(), services)]

    assert kinds(example) == ["killed", "none"]
    assert kinds(replace(example, is_brief=True)) == ["killed"]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (BRIEF.rpartition("> go")[0], "x1 has 2 lines for 3 events"),
        (BRIEF.replace("> go", "> went"), "is not the line of 'go'"),
        (BRIEF.replace("Sumy | -", "Sum | -"), "'Sum' is not in the text"),
        ("x1, yesterday\nNothing.", "own.txt: 'x1, yesterday' is not"),
        ("# x1 | null\nShells [X:hit Sumy.", "own.txt: x1 has a mark that is not"),
    ],
    ids=["a line too few", "another word", "no such name", "no head", "open mark"],
)
def test_a_malformed_brief_is_named(briefs, text, said):
    with pytest.raises(ValueError, match=said):
        briefs(text)


def test_a_net_learns_what_lies_where_and_the_same_each_time():
    rows = [
        Meant(np.array([side, i % 7], np.float32), label)
        for i in range(200)
        for side, label in ((1, "event"), (-1, "none"))
    ]
    net, again = fit_net(rows, strength=10), fit_net(rows, strength=10)
    here, there = net.scores(np.array([[1, 3], [-1, 3]], np.float32))
    assert here["event"] > here["none"]
    assert there["none"] > there["event"]
    assert (net.hidden == again.hidden).all()
