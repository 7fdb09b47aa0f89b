"""Tables of weights: what they add up to, when they overrule, how they give reasons."""

from math import exp

import numpy as np
import pytest

from geoevents.assemble.pair_meanings import PairMeanings
from geoevents.extract.happening_meanings import happening_meanings
from geoevents.models.figure import FigureKind
from geoevents.models.parse_paths import Paths
from geoevents.models.place import PlaceRole
from geoevents.models.report import ClaimStatus, EventType, ReportStatus
from geoevents.weights import (
    NO_NET,
    Choice,
    Linear,
    Net,
    PairNet,
    Pairs,
    Weights,
    as_chance,
    format_table,
    read_weights,
    tables_of,
)
from geoevents.weights.net import layers_of, net_of
from geoevents.weights.pair_net import pair_layers_of, pair_net_of
from geoevents.weights.read import parse_table

TWO = Linear(
    labels=("event", "mention"),
    weights={"in=town": (1.0, -1.0), "often": (0.5, 0.0)},
)
ONE = Linear(labels=("score",), weights={"near": (2.0,), "far": (-2.0,)})


def test_a_score_is_a_sum_and_unknown_features_weigh_nothing():
    assert TWO.scores({"in=town": 1.0, "often": 2.0, "never seen": 9.0}) == [2.0, -1.0]
    assert TWO.scores({"often": 2.0}, (1.0, 1.0)) == [2.0, 1.0]
    assert ONE.score({"near": 0.5, "never seen": 9.0}) == 1.0


@pytest.mark.parametrize(
    ("margin", "decided"),
    [(0.0, "event"), (1.9, "event"), (2.1, "mention")],
    ids=["no trust in the rules", "surer than that", "not sure enough"],
)
def test_what_the_rules_said_stands_unless_the_weights_are_surer(margin, decided):
    assert TWO.decide({"in=town": 1.0}, "mention", margin) == decided


def test_a_word_of_the_rules_that_no_label_is_binds_nobody():
    assert TWO.decide({"in=town": 1.0}, "something else", 99.0) == "event"


def test_chances_of_options_add_up_and_trust_shifts_them():
    options = [{"near": 1.0}, {"far": 1.0}]
    choice = Choice(table=ONE)
    free = choice.chances(options)
    assert sum(free) == pytest.approx(1.0)
    assert free[0] > free[1]
    trusted = choice.chances(options, None, [False, True], 5.0)
    assert trusted[1] > trusted[0]
    assert choice.chances([]) == []
    assert choice.likeliest(options, None, [False, True], 5.0) == (1, trusted[1])
    assert choice.likeliest([{}, {}], None, [], 0.0) == (0, 0.5)


PAIR_NET = PairNet(
    rows={"near": 0},
    named=np.array([[0, 1], [0, 0]], np.float32),
    hidden=np.array([[1], [2], [3]], np.float32),
    bias=np.array([0.5], np.float32),
    output=np.array([1], np.float32),
)
PAIRS = Pairs(
    first=np.array([[1]], np.float32),
    second=np.array([[1], [0]], np.float32),
    between=np.array([[1], [0]], np.float32),
    at_first=np.array([0, 0]),
    at_second=np.array([0, 1]),
)


def test_what_a_word_means_is_weighed_once_for_all_its_pairs():
    meant = PAIR_NET.meant(PAIRS)
    assert (meant == PAIRS.rows() @ PAIR_NET.hidden + PAIR_NET.bias).all()


def test_an_option_is_scored_by_its_words_and_by_its_features():
    meant = PAIR_NET.meant(PAIRS)
    scores = PAIR_NET.scores([{}, {"near": 1.0, "never seen": 1.0}], meant)
    # 1 + 2 + 3 + 0.5 by its words against 1 + 0.5 by words and 1 by its feature.
    assert scores[0] - scores[1] == pytest.approx(6.5 - 2.5, abs=1e-3)
    assert sum(map(exp, scores)) == pytest.approx(1, abs=1e-3)


def test_a_choice_without_vectors_is_left_to_its_table():
    options = [{"near": 1.0}, {"far": 1.0}]
    choice = Choice(table=ONE, net=PAIR_NET)
    assert choice.chances(options, choice.meant(None)) == Choice(table=ONE).chances(
        options
    )


def test_a_net_of_pairs_comes_back_as_it_was_written():
    again = pair_net_of(pair_layers_of(PAIR_NET))
    assert again.rows == PAIR_NET.rows
    assert (again.hidden == PAIR_NET.hidden).all()


def test_a_chance_stays_within_bounds_however_large_the_sum():
    assert as_chance(0.0) == 0.5
    assert 0.0 < as_chance(-1e9) < 1e-9
    assert 1 - 1e-9 < as_chance(1e9) <= 1.0


def test_reasons_are_the_loudest_features_that_have_words():
    table = Linear(
        labels=("score",),
        weights={"near=2": (1.0,), "x": (3.0,), "far": (-2.0,), "near=2 km": (0.5,)},
        phrases={"near=": "it is {word} away", "near=2 km": "", "far": "it is far"},
    )
    every = dict.fromkeys(table.weights, 1.0)
    assert table.why(every) == ("it is 2 away",)


def test_a_table_comes_back_as_it_was_written():
    assert parse_table(format_table(TWO)) == TWO


def test_a_row_without_a_number_for_each_label_is_refused():
    with pytest.raises(ValueError, match="one number a label"):
        parse_table({"labels": ["a", "b"], "weights": {"x": [1.0]}})


LABELS = {
    "names": {"yes"},
    "listed": {"yes"},
    "rivals": {"yes"},
    "roles": {role.value for role in PlaceRole},
    "figures": {"none", *(kind.value for kind in FigureKind)},
    "happenings": {"none", *(kind.value for kind in EventType)},
    "claims": {status.value for status in ClaimStatus},
    "statuses": {status.value for status in ReportStatus},
}


@pytest.mark.parametrize("name", [n for n, _ in tables_of(Weights())])
def test_each_shipped_table_is_there_and_answers_in_our_words(name):
    table = dict(tables_of(read_weights()))[name]
    assert table.weights
    assert set(table.labels) <= LABELS.get(name, {"score"})


NET = Net(
    labels=("event", "none"),
    hidden=np.array([[1, -1], [0, 0]], np.float32),
    hidden_bias=np.zeros(2, np.float32),
    output=np.array([[2, 0], [0, 2]], np.float32),
    output_bias=np.zeros(2, np.float32),
)


def test_a_net_gives_each_row_the_logarithms_of_chances():
    towards, away = NET.scores(np.array([[1, 5], [-1, 5]], np.float32))
    assert towards["event"] > towards["none"]
    assert away == {"event": towards["none"], "none": towards["event"]}
    assert sum(map(exp, towards.values())) == pytest.approx(1, abs=1e-3)


@pytest.mark.parametrize("net", [NET, NO_NET], ids=["of another width", "none learned"])
def test_without_vectors_a_net_says_nothing(net):
    assert net.scores(np.zeros((2, 0), np.float32)) == [{}, {}]


def test_a_net_comes_back_as_it_was_written():
    again = net_of(layers_of(NET))
    assert again.labels == NET.labels
    assert (again.hidden == NET.hidden).all()


def test_the_shipped_net_fits_the_vectors_and_answers_in_our_words(engine):
    net = read_weights().meanings
    syntax = engine.parse("Rebels attacked Goma on Monday.")
    attacked = syntax.tokens[1]
    (scores,) = net.scores(happening_meanings(syntax, [attacked]))
    assert set(scores) <= LABELS["happenings"]
    assert max(scores, key=scores.__getitem__) != "none"


@pytest.mark.parametrize("name", ["homes", "places", "times", "carried"])
def test_each_shipped_net_of_pairs_fits_the_vectors(engine, name):
    choice = getattr(read_weights(), name)
    syntax = engine.parse("Rebels attacked Goma on Monday.")
    pairs = PairMeanings(syntax, Paths(syntax)).of([(1, 2), (1, None)])
    assert choice.meant(pairs).shape == (2, len(choice.net.output))
    assert choice.net.rows


@pytest.mark.parametrize("name", ["places", "happenings", "roles", "figures"])
def test_every_phrase_is_for_a_feature_there_is(name):
    table = dict(tables_of(read_weights()))[name]
    unused = [
        start
        for start in table.phrases
        if not any(feature.startswith(start) for feature in table.weights)
    ]
    assert table.phrases
    assert not unused
