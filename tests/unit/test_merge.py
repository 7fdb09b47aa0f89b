"""What is told twice is one event with both claims; what is not stays apart."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.models.event import FigureClaim
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.report import ClaimStatus, EventType, ReportStatus
from tests.factories import make_event, make_figure, make_place

FAR = make_place("Kursk", lat=51.7, lon=36.2, country="RU")
TWO_DAYS_ON = {"date_start": date(2024, 11, 6), "date_end": date(2024, 11, 6)}
SAID = {"published": date(2024, 11, 7)}
OTHER = {"article_ids": ("a2",)}
STANDING = {
    **SAID,
    "event_type": EventType.STRATEGIC,
    "date_start": None,
    "date_end": None,
}


def make_stock(value: int, **changes: object) -> FigureClaim:
    stock = {"kind": FigureKind.TROOPS, "scope": FigureScope.STOCK}
    return make_figure(value, **stock, **changes)


PAIRS = [
    (
        "same place, day and count",
        True,
        {"figures": (make_figure(),)},
        {**OTHER, "figures": (make_figure(),)},
    ),
    (
        "counts within reason",
        True,
        {"figures": (make_figure(10),)},
        {**OTHER, "figures": (make_figure(14),)},
    ),
    (
        "counts too far apart",
        False,
        {"figures": (make_figure(3),)},
        {**OTHER, "figures": (make_figure(90),)},
    ),
    (
        "another town",
        False,
        {"figures": (make_figure(),)},
        {**OTHER, "figures": (make_figure(),), "place": FAR},
    ),
    (
        "another day",
        False,
        {"figures": (make_figure(),)},
        {**OTHER, "figures": (make_figure(),), **TWO_DAYS_ON},
    ),
    ("another kind", False, {}, {**OTHER, "event_type": EventType.DISASTER}),
    (
        "undated elsewhere",
        False,
        {"figures": (make_figure(),)},
        {**OTHER, "figures": (make_figure(),), "date_start": None, "date_end": None},
    ),
    (
        "planned and done",
        False,
        {"actors": ("Russia",)},
        {"actors": ("Russia",), "status": ReportStatus.PLANNED},
    ),
    ("other actors", False, {"actors": ("Russia",)}, {**OTHER, "actors": ("Sudan",)}),
    ("unplaced in two articles", False, {"place": None}, {**OTHER, "place": None}),
    (
        "rival counts of one day in one article",
        True,
        {"figures": (make_figure(20, claimants=("rebels",)),)},
        {"figures": (make_figure(7, claimants=("army",)),)},
    ),
    (
        "two counts by one speaker in one article",
        False,
        {"figures": (make_figure(20, claimants=("army",)),)},
        {"figures": (make_figure(7, claimants=("army",)),)},
    ),
    (
        "a campaign's toll a week on",
        True,
        {**SAID, "figures": (make_figure(300, scope=FigureScope.CUMULATIVE),)},
        {
            **OTHER,
            **TWO_DAYS_ON,
            **SAID,
            "figures": (make_figure(1100, scope=FigureScope.CUMULATIVE),),
        },
    ),
    (
        "tolls of two nations",
        False,
        {"figures": (make_figure(300, scope=FigureScope.CUMULATIVE, of_iso3="RUS"),)},
        {
            **OTHER,
            **TWO_DAYS_ON,
            **SAID,
            "figures": (make_figure(310, scope=FigureScope.CUMULATIVE, of_iso3="UKR"),),
        },
    ),
    (
        "about as many men, of a nation or of none that is said",
        True,
        {**STANDING, "figures": (make_stock(10_000, of_iso3="RUS"),)},
        {**OTHER, **STANDING, "figures": (make_stock(12_000),)},
    ),
    (
        "far more men of no nation that is said",
        False,
        {**STANDING, "figures": (make_stock(10_000, of_iso3="RUS"),)},
        {**OTHER, **STANDING, "figures": (make_stock(25_000),)},
    ),
    (
        "gunmen may be anybody",
        True,
        {"actors": ("gunmen",), "figures": (make_figure(),)},
        {**OTHER, "actors": ("Boko Haram",), "figures": (make_figure(),)},
    ),
]


@pytest.mark.parametrize(
    ("joined", "one", "two"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_two_tellings(joined, one, two):
    events = merge_events([make_event("r1", **one), make_event("r2", **two)])
    assert len(events) == (1 if joined else 2)


def _three():
    return (
        make_event("r1", figures=(make_figure(10),)),
        make_event("r2", figures=(make_figure(12, claimants=("ministry",)),), **OTHER),
        make_event("r3", place=FAR, article_ids=("a3",)),
    )


def test_order_of_tellings_never_matters():
    results = {merge_events(order) for order in permutations(_three())}
    assert len(results) == 1


def test_every_claimed_figure_is_kept_and_none_is_averaged():
    event = merge_events(_three()[:2])[0]
    assert sorted(f.value for f in event.figures) == [10, 12]
    assert {f.claimants for f in event.figures} == {("officials",), ("ministry",)}
    assert event.disputed


def test_the_commonest_kind_names_the_event():
    blast = {"sub_event_type": "Remote explosive/landmine/IED", "title": "Bomb or mine"}
    suicide = {"sub_event_type": "Suicide bomb", "title": "Suicide bomb"}
    (event,) = merge_events(
        make_event(f"r{i}", figures=(make_figure(10),), article_ids=(f"a{i}",), **kind)
        for i, kind in enumerate([{**blast, "actors": ("rebels",)}, suicide, suicide])
    )
    assert (event.sub_event_type, event.title) == ("Suicide bomb", "Suicide bomb")
    assert event.actors == ("rebels",)


def test_the_same_figure_said_twice_is_one_with_both_claimants():
    told = [
        make_event("r1", figures=(make_figure(10),)),
        make_event("r2", figures=(make_figure(10, claimants=("ministry",)),), **OTHER),
    ]
    (event,) = merge_events(told)
    (figure,) = event.figures
    assert figure.claimants == ("officials", "ministry")
    assert not event.disputed


def test_denial_makes_the_event_disputed_and_stays_visible():
    told = [
        make_event("r1", actors=("Russia",)),
        make_event(
            "r2",
            actors=("Russia",),
            claim_status=ClaimStatus.DENIED,
            status=ReportStatus.DENIED,
        ),
    ]
    (event,) = merge_events(told)
    assert event.disputed
    assert event.claim_status is ClaimStatus.DISPUTED
    assert event.status is ReportStatus.OCCURRED
    assert event.report_ids == ("r1", "r2")


def test_two_attacks_in_one_town_on_one_day_stay_two():
    told = [
        make_event("r1", figures=(make_figure(3),)),
        make_event("r2", figures=(make_figure(7),)),
    ]
    assert len(merge_events(told)) == 2


def test_subset_is_no_rival_of_its_total():
    child = make_figure(9, scope=FigureScope.SUBSET)
    told = [
        make_event("r1", figures=(make_figure(54), child)),
        make_event("r2", figures=(make_figure(54),), **OTHER),
    ]
    (event,) = merge_events(told)
    assert not event.disputed


def test_ids_depend_on_content_alone():
    ids = [e.event_id for e in merge_events(_three())]
    assert ids == [e.event_id for e in merge_events(reversed(_three()))]
    assert len(set(ids)) == len(ids)


def test_a_passing_mention_never_joins_two_strikes():
    strike = {"actors": ("Russia",), "figures": (make_figure(3),)}
    other = {"actors": ("Russia",), "figures": (make_figure(9),)}
    told = (
        make_event("r1", **strike),
        make_event("r2", actors=("Russia",)),
        make_event("r3", **other),
    )
    counts = {len(merge_events(order)) for order in permutations(told)}
    assert counts == {2}


@pytest.mark.parametrize(
    ("kind", "side", "events"),
    [
        ("Territory", "Wagner", 2),
        ("Armed clash", "rebels", 2),
        ("Armed clash", "Wagner", 1),
    ],
)
def test_only_a_clash_of_a_named_side_is_one_without_a_day(kind, side, events):
    deed = {"actors": (side,), "sub_event_type": kind}
    undated = deed | {"date_start": None, "date_end": None}
    told = [make_event("r1", **undated), make_event("r2", **undated)]
    assert len(merge_events(told)) == events
    assert len(merge_events([make_event("r1", **deed), make_event("r2", **deed)])) == 1


@pytest.mark.parametrize(
    ("theirs", "disputed", "events"),
    [("army", True, 1), ("army", False, 2), ("officials", True, 2)],
    ids=["two accounts", "one is undisputed", "one and the same speaker"],
)
def test_disputed_accounts_of_one_day_and_place_are_versions(theirs, disputed, events):
    ours = make_event("r1", actors=("Russia",), disputed=True)
    claim = replace(ours.claims[0], claimants=(theirs,), report_id="r2")
    other = make_event("r2", actors=("Ukraine",), disputed=disputed, claims=(claim,))
    assert len(merge_events([ours, other])) == events


@pytest.mark.parametrize(
    ("dead", "others", "events"),
    [(41, 62, 1), (41, 90, 2), (4, 5, 2)],
    ids=["about as many", "twice as many", "too few to tell them apart"],
)
def test_about_as_many_dead_in_a_town_on_a_day_are_one_event(dead, others, events):
    told = [
        make_event("r1", actors=("Kenya",), figures=(make_figure(dead),)),
        make_event("r2", actors=("Shabaab",), figures=(make_figure(others),), **OTHER),
    ]
    assert len(merge_events(told)) == events


STORY = (
    "Shells fell on the market of Kherson on Monday morning and killed three people,"
    " the governor of the region said in a statement read on local radio."
)
OWN_WORDS = (
    "Our reporter saw bodies lie beside burnt stalls in Kherson after artillery struck"
    " at breakfast time; doctors spoke of three dead and many hurt."
)


@pytest.mark.parametrize(
    ("texts", "publishers"),
    [
        ((STORY, STORY + " More soon."), ("Daily",)),
        ((STORY, OWN_WORDS), ("Daily", "Herald")),
    ],
    ids=["a copy", "a story of its own"],
)
def test_syndicated_copies_count_as_one_publisher(texts, publishers):
    articles = dict(zip(("a1", "a2"), texts, strict=True))
    told = [
        make_event("r1", figures=(make_figure(),), publishers=("Daily",)),
        make_event("r2", figures=(make_figure(),), publishers=("Herald",), **OTHER),
    ]
    for order in permutations(told):
        (event,) = merge_events(order, text_of=articles.__getitem__)
        assert event.publishers == publishers
