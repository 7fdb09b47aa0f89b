"""Folding what is told twice: whatever the weights say, no event is lost."""

from dataclasses import replace

import pytest

from geoevents.assemble.by_rule import read_by_rule
from geoevents.assemble.counting import give_figures
from geoevents.assemble.happenings import find_happenings
from geoevents.assemble.reports import complete, draft_of, read_scene
from geoevents.assemble.retelling import fold_retold
from geoevents.pipeline import find_mentions
from geoevents.resolve import resolve_toponyms
from geoevents.weights import Linear, read_weights
from tests.factories import make_article

TEXT = (
    "Troops shelled Kherson on Monday and killed three people. On Tuesday rebels"
    " attacked a convoy near Gao. A flood in Derna drowned 40 people on Friday."
)


@pytest.fixture
def told(services):
    """Scene, drafts and the rules' reading of a text with several events."""
    article = make_article(TEXT)
    (syntax,) = services.engine.parse_many([TEXT])
    mentions = find_mentions(article, syntax, services)
    places = resolve_toponyms(article, mentions, services.gazetteer)
    scene = read_scene(article, mentions, places)
    ruled, weights = read_by_rule(scene), read_weights()
    found = find_happenings(scene, ruled, weights.happenings)
    drafts = [draft_of(scene, trigger) for trigger in found]
    give_figures(scene, drafts, ruled, weights)
    return scene, complete(scene, drafts, ruled, weights), ruled


def _table(weight: float) -> Linear:
    return Linear(labels=("score",), weights={"alone": (weight,)})


def test_where_all_speaks_for_folding_one_event_is_left_with_all_figures(told):
    scene, drafts, ruled = told
    counted = sorted(i for draft in drafts for i in draft.figures)
    (left,) = fold_retold(scene, drafts, ruled, _table(-9.0))
    assert left.figures == counted
    assert len(counted) == 2


def test_where_all_speaks_against_it_or_nothing_was_learned_all_stay(told):
    scene, drafts, ruled = told
    assert len(drafts) >= 3
    for table in (_table(9.0), replace(_table(0.0), labels=())):
        assert fold_retold(scene, drafts, ruled, table) == drafts
