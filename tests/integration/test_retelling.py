"""Folding what is told twice: whatever the weights say, no event is lost."""

from dataclasses import replace

import pytest

from geoevents.assemble.by_rule import read_by_rule
from geoevents.assemble.reports import read_scene, told_drafts
from geoevents.assemble.retelling import fold_retold
from geoevents.assemble.told_in_full import tell_in_full
from geoevents.pipeline import find_mentions
from geoevents.resolve import resolve_toponyms
from geoevents.weights import Linear, read_weights
from tests.factories import make_article

TEXT = (
    "Troops shelled Kherson on Monday and killed three people. On Tuesday rebels"
    " attacked a convoy in Kherson. A flood in Kherson drowned 40 people on Friday."
)
APART = TEXT.replace("A flood in Kherson", "A flood in Derna")


@pytest.fixture
def told(services):
    """Scene, drafts and the rules' reading of a text with several events."""
    return _told(services, TEXT)


def _told(services, text):
    article = make_article(text)
    (syntax,) = services.engine.parse_many([text])
    mentions = find_mentions(article, syntax, services)
    places = resolve_toponyms(article, mentions, services.gazetteer)
    scene = read_scene(article, mentions, places)
    ruled, weights = read_by_rule(scene), read_weights()
    return scene, told_drafts(scene, ruled, weights), ruled


def _table(weight: float) -> Linear:
    return Linear(labels=("score",), weights={"alone": (weight,)})


def test_where_all_speaks_for_folding_one_event_is_left_with_all_figures(told):
    scene, drafts, ruled = told
    counted = sorted(i for draft in drafts for i in draft.figures)
    (left,) = fold_retold(scene, drafts, ruled, _table(-9.0))
    assert left.figures == counted
    assert len(counted) == 2


@pytest.mark.parametrize("place", ["the Kherson region", "Oleshky"])
def test_what_lies_in_it_or_near_it_may_be_one(services, place):
    text = TEXT.replace("A flood in Kherson", f"A flood in {place}")
    scene, drafts, ruled = _told(services, text)
    assert len(fold_retold(scene, drafts, ruled, _table(-9.0))) == 1


def test_whatever_speaks_for_it_two_far_places_are_two_events(services):
    scene, drafts, ruled = _told(services, APART)
    folded = fold_retold(scene, drafts, ruled, _table(-9.0))
    names = scene.mentions.toponyms
    assert [names[draft.place].text for draft in folded] == ["Kherson", "Derna"]


def test_where_all_speaks_against_it_or_nothing_was_learned_all_stay(told):
    scene, drafts, ruled = told
    assert len(drafts) >= 3
    for table in (_table(9.0), replace(_table(0.0), labels=())):
        assert fold_retold(scene, drafts, ruled, table) == drafts


def test_what_was_tied_to_a_folded_event_is_tied_to_the_one_that_took_it_in(told):
    scene, drafts, ruled = told
    rival = replace(drafts[-1], same_as=[drafts[0]], rival_of=drafts[0])
    folded, left = fold_retold(scene, [*drafts, rival], ruled, _table(-9.0))
    assert left is rival
    assert rival.same_as == [folded]


def test_what_was_the_same_as_a_full_telling_is_the_same_as_its_lead(services):
    text = (
        "Twelve people were killed in northern Nigeria, officials said on Monday."
        " The militants stormed a mosque in Bama on Saturday."
        " A flood in Kano drowned 40 people on Friday."
    )
    scene, drafts, _ = _told(services, text)
    lead, full, other = drafts
    other.same_as = [full]
    assert [id(draft) for draft in tell_in_full(scene, drafts)] == [id(lead), id(other)]
    assert [id(draft) for draft in other.same_as] == [id(lead)]


def test_another_count_of_an_event_sums_up_none(services):
    text = (
        "Twelve people were killed in northern Nigeria, officials said on Monday."
        " The militants stormed a mosque in Bama on Saturday."
    )
    scene, drafts, _ = _told(services, text)
    lead, full = drafts
    lead.rival_of = full
    assert tell_in_full(scene, drafts) == drafts
