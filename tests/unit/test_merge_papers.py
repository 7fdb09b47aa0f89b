"""One thing told by several papers: which tellings are joined, and which are not."""

from datetime import date, timedelta

import pytest

from geoevents.assemble.merge import _pairs, merge_events
from geoevents.assemble.same import is_same
from geoevents.models.event import Claim, FigureClaim, Quote
from geoevents.models.figure import FigureKind
from geoevents.models.place import WherePrecision
from geoevents.models.report import ClaimStatus, EventType, ReportConfidence
from geoevents.models.span import Span
from tests.factories import make_event, make_figure, make_place

UNDATED = {"date_start": None, "date_end": None}
SAID = {"published": date(2024, 11, 5)}
LATER = {"published": date(2024, 11, 26)}
COUNTRY = make_place("Ukraine", lat=49.0, lon=32.0, where_prec=WherePrecision.COUNTRY)
NEXT_DAY = {"date_start": date(2024, 11, 5), "date_end": date(2024, 11, 5)}
THAT_WEEK = {"date_start": date(2024, 10, 29), "date_end": date(2024, 11, 4)}
THAT_MONTH = {"date_start": date(2024, 11, 1), "date_end": date(2024, 11, 30)}
CITY = make_place(radius_m=12_000)
MARKET = make_place("Market", lat=46.70, lon=32.61)
TAKEN = {
    "event_type": EventType.BATTLES,
    "sub_event_type": "Non-state actor overtakes territory",
    **SAID,
}
TROOPS = {"event_type": EventType.BATTLES, "sub_event_type": "Armed clash", **SAID}
FLOOD = {"event_type": EventType.DISASTER, "sub_event_type": "Flood"}
NOWHERE = {"place": None, **UNDATED}
SUDZHA = make_place("Sudzha", lat=51.19, lon=35.27, country="RU")
RUSSIA = make_place("Russia", country="RU", where_prec=WherePrecision.COUNTRY)
BY_RUSSIA, BY_NOBODY = {"actors": ("Russia",)}, {"actors": ()}


def dead(count: int, **said: object) -> dict[str, object]:
    return {"figures": (make_figure(count),), **said}


def hurt(count: int) -> FigureClaim:
    return make_figure(count, kind=FigureKind.WOUNDED)


def lost(killed: int, wounded: int, nation: str | None = "PRK") -> dict[str, object]:
    kinds = {FigureKind.KILLED: killed, FigureKind.WOUNDED: wounded}
    figures = [make_figure(n, kind=k, of_iso3=nation) for k, n in kinds.items()]
    return TROOPS | {"figures": tuple(figures)}


def told(words: str, **said: object) -> dict[str, object]:
    """Fighting, told in these words."""
    span = Span(start=0, end=len(words))
    quote = Quote(
        article_id="a1", span=span, text=words, highlights=((span, "trigger"),)
    )
    claim = Claim(
        claimants=(), claim_status=ClaimStatus.STATED, report_id="r", quote=quote
    )
    return TROOPS | {"claims": (claim,)} | said


PAIRS = [
    ("a great toll without its day", True, dead(159, **SAID), dead(163, **SAID, **UNDATED)),
    ("another great toll", False, dead(159, **SAID), dead(240, **SAID, **UNDATED)),
    ("told weeks later", False, dead(159, **SAID), dead(163, **LATER, **UNDATED)),
    ("few dead without a day", False, dead(5, **SAID), dead(5, **SAID, **UNDATED)),
    ("many dead in the country", True, dead(89), dead(123, place=COUNTRY)),
    ("on another day", False, dead(89), dead(123, place=COUNTRY, **NEXT_DAY)),
    ("not so many", False, dead(30), dead(34, place=COUNTRY)),
    ("a market of the city", True, dead(6, place=CITY), dead(7, place=MARKET)),
    ("a village not in it", False, dead(6), dead(7, place=MARKET)),
    (
        "the largest counts agree",
        True,
        {"figures": (make_figure(9), hurt(2_800), hurt(200))},
        {"figures": (make_figure(12), hurt(2_750))},
    ),
    ("the largest differ", False, {"figures": (hurt(2_800),)}, {"figures": (hurt(200),)}),
    ("that week, no number", False, dead(6), {**THAT_WEEK}),
    ("that day, no number", True, dead(6), {}),
    ("taken that month", True, TAKEN, TAKEN | THAT_MONTH),
    ("taken by the same", True, TAKEN | BY_RUSSIA, TAKEN | BY_RUSSIA | UNDATED),
    ("or lost again", False, TAKEN | BY_RUSSIA, TAKEN | BY_NOBODY | UNDATED),
    ("over a border", True, told("crossed into", place=RUSSIA), told("incursion", place=SUDZHA)),
    ("burst over it", True, told("Invaded", place=RUSSIA), told("burst over", place=SUDZHA)),
    ("two days of it", False, told("crossed into", place=RUSSIA), told("incursion", place=SUDZHA, **NEXT_DAY)),
    ("into another country", False, told("crossed into", place=COUNTRY), told("incursion", place=SUDZHA)),
    ("two towns beyond it", False, told("incursion", place=SUDZHA), told("incursion", place=make_place(country="RU"))),
    ("no border in it", False, told("fought", place=RUSSIA), told("incursion", place=SUDZHA)),
    ("by other sides", False, told("crossed into", place=RUSSIA, actors=("Ukraine",)), told("incursion", place=SUDZHA, actors=("Georgia",))),
    ("people on the move", False, told("crossed into", place=RUSSIA, event_type=EventType.STRATEGIC), told("incursion", place=SUDZHA)),
    ("losses, no place", True, lost(300, 2_700) | UNDATED, lost(310, 2_650) | NOWHERE),
    ("losses of others", False, lost(300, 2_700) | UNDATED, lost(310, 2_650, "UKR") | NOWHERE),
    ("other losses", False, lost(300, 2_700) | UNDATED, lost(100, 1_000) | NOWHERE),
    ("losses of nobody", False, lost(300, 2_700, None) | UNDATED, lost(310, 2_650, None) | NOWHERE),
    ("dead of a flood", False, lost(300, 2_700) | UNDATED | FLOOD, lost(310, 2_650) | NOWHERE | FLOOD),
    ("few are lost", False, lost(30, 270) | UNDATED, lost(31, 265) | NOWHERE),
    ("losses of one day", False, lost(300, 2_700), lost(310, 2_650) | NOWHERE),
    ("losses long after", False, lost(300, 2_700) | UNDATED, lost(310, 2_650) | NOWHERE | {"published": date(2025, 3, 5)}),
    ("losses elsewhere", False, lost(300, 2_700) | UNDATED, lost(310, 2_650) | UNDATED | {"place": SUDZHA}),
    ("taken weeks later", False, TAKEN | BY_RUSSIA, TAKEN | BY_RUSSIA | UNDATED | LATER),
]  # fmt: skip


@pytest.mark.parametrize(
    ("joined", "one", "two"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_two_papers(joined, one, two):
    tellings = [make_event("r1", **one), make_event("r2", article_ids=("a2",), **two)]
    assert len(merge_events(tellings)) == (1 if joined else 2)
    assert len(merge_events(reversed(tellings))) == (1 if joined else 2)
    assert is_same(*tellings) == joined


@pytest.mark.parametrize(
    ("speaker", "events"), [("army", 1), ("rebels", 2)], ids=["rivals", "one speaker"]
)
def test_rival_counts_of_one_town_need_no_day(speaker, events):
    ours = {"figures": (make_figure(20, claimants=("rebels",)),)}
    theirs = {"figures": (make_figure(9, claimants=(speaker,)),)} | UNDATED
    told = [make_event("r1", **ours), make_event("r2", **theirs)]
    assert len(merge_events(told)) == events


def test_a_country_gives_way_to_the_town_another_paper_names():
    sure = ReportConfidence(place=0.99, date=0.9, figure=0.9, event=0.8)
    ours = make_event(
        "r1", article_ids=("a2",), confidence=sure, **dead(123, place=COUNTRY)
    )
    (event,) = merge_events([ours, make_event("r2", **dead(89))])
    assert event.place.name == "Kherson"


def test_years_of_tolls_in_one_town_are_never_compared_all_to_all():
    days = [date(2014, 1, 1) + timedelta(days=30 * i) for i in range(100)]
    told = [
        make_event(
            f"r{i}", article_ids=(f"a{i}",), published=day, **dead(12),
            date_start=day, date_end=day,
        )
        for i, day in enumerate(days)
    ]  # fmt: skip
    assert len(list(_pairs(told))) < 2 * len(told)
