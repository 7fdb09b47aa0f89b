"""What one paper tells and another looks back on is one event, and only then."""

from dataclasses import replace
from datetime import date

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.models.place import WherePrecision
from geoevents.models.report import (
    GOVERNMENT_REGAINS,
    OTHERS_TAKE,
    EventType,
    ReportStatus,
)
from geoevents.models.when import DateBasis, DatePrecision
from tests.factories import make_event, make_figure, make_place


def days(first: date, last: date) -> dict[str, object]:
    return {"date_start": first, "date_end": last}


MONTH = days(date(2024, 11, 1), date(2024, 11, 30))
YEAR = days(date(2024, 1, 1), date(2024, 12, 31))
DECADE = days(date(2015, 11, 1), date(2024, 11, 30))
NONE = {"date_start": None, "date_end": None}
BACK = {"status": ReportStatus.HISTORICAL, "article_ids": ("a2",)}
MANY, AS_MANY, MORE = ({"figures": (make_figure(n),)} for n in (50, 60, 90))
FEW, BARE = {"figures": (make_figure(4),)}, {"figures": ()}
LOST = {
    "event_type": EventType.BATTLES,
    "sub_event_type": OTHERS_TAKE,
    "actors": ("M23",),
}
WON = {**LOST, "sub_event_type": GOVERNMENT_REGAINS}
SENT = {"event_type": EventType.STRATEGIC}
# 20 km to the north, and said to be no nearer than 30.
NEARBY = {"place": make_place("Kherson Oblast", lat=46.82, radius_m=30_000)}
COUNTRY = {"place": make_place("Ukraine", where_prec=WherePrecision.COUNTRY)}
REGION = {"place": make_place("Kherson Oblast", where_prec=WherePrecision.ADMIN1)}
PAPER, LATER = {"published": date(2024, 11, 6)}, {"published": date(2025, 6, 1)}
NEXT_SPRING = days(date(2025, 4, 1), date(2025, 4, 30))

PAIRS = [
    ("a month, and about as many dead", True, MANY, {**BACK, **MONTH, **AS_MANY}),
    ("a year, and about as many dead", True, MANY, {**BACK, **YEAR, **AS_MANY}),
    ("far more dead", False, MANY, {**BACK, **MONTH, **MORE}),
    ("few dead: a town has such days often", False, FEW, {**BACK, **MONTH, **FEW}),
    ("another month", False, MANY, {**BACK, **NEXT_SPRING, **AS_MANY}),
    ("a month, but no look back", False, MANY, {**BACK, **MONTH, **AS_MANY, "status": ReportStatus.OCCURRED}),
    ("planned, then recalled", False, {**MANY, "status": ReportStatus.PLANNED}, {**BACK, **MONTH, **AS_MANY}),
    ("the region of the town", False, MANY, {**BACK, **MONTH, **AS_MANY, **NEARBY}),
    ("another kind", False, {**MANY, **SENT}, {**BACK, **MONTH, **AS_MANY}),
    ("taken, told of the month", True, LOST, {**BACK, **MONTH, **LOST}),
    ("taken, told of the year", True, LOST, {**BACK, **YEAR, **LOST}),
    ("lost, and won back in the year", False, LOST, {**BACK, **YEAR, **WON}),
    ("lost, or won back, in one month", True, LOST, {**BACK, **MONTH, **WON}),
    ("taken by another", False, LOST, {**BACK, **MONTH, **LOST, "actors": ("RSF",)}),
    ("both look back on the month", True, {**BACK, **MONTH, "article_ids": ("a1",)}, {**BACK, **MONTH, **FEW}),
    ("both look back on troops sent", False, {**BACK, **MONTH, **SENT, "article_ids": ("a1",)}, {**BACK, **MONTH, **SENT}),
    ("both look back on other sides", False, {**BACK, **MONTH, "article_ids": ("a1",), "actors": ("M23",)}, {**BACK, **MONTH, "actors": ("RSF",)}),
    ("both look back on other counts", False, {**BACK, **MONTH, **FEW, "article_ids": ("a1",)}, {**BACK, **MONTH, **MANY}),
    ("both look back on a day, near by", True, {**BACK, "article_ids": ("a1",)}, {**BACK, **NEARBY}),
    ("both look back on a month, near by", False, {**BACK, **MONTH, "article_ids": ("a1",)}, {**BACK, **MONTH, **NEARBY}),
    ("both look back on many dead, near by", True, {**BACK, **MONTH, **MANY, "article_ids": ("a1",)}, {**BACK, **YEAR, **AS_MANY, **NEARBY}),
    ("both look back on a country", False, {**BACK, **MONTH, **COUNTRY, "article_ids": ("a1",)}, {**BACK, **MONTH, **COUNTRY}),
    ("both look back on a region", True, {**BACK, **MONTH, **REGION, "article_ids": ("a1",)}, {**BACK, **MONTH, **REGION}),
    ("more than a year", False, MANY, {**BACK, **DECADE, **AS_MANY}),
    ("both in one article", False, {**BACK, **MONTH}, {**BACK, **YEAR}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("joined", "one", "two"), [p[1:] for p in PAIRS], ids=[p[0] for p in PAIRS]
)
def test_told_and_recalled(joined, one, two):
    events = merge_events([make_event("r1", **one), make_event("r2", **two)])
    assert len(events) == (1 if joined else 2)


TAKEN = [
    ("told without its day, in the days after", True, {**LOST, **NONE, **PAPER}, {}),
    ("without its day, long before", False, {**LOST, **NONE, "published": date(2024, 9, 1)}, {}),
    ("without its day, printed before", False, {**LOST, **NONE, "published": date(2024, 11, 2)}, {}),
    ("without its day, a whole region", False, {**LOST, **NONE, **PAPER, **REGION}, REGION),
    ("without its day, and itself a look back", False, {**LOST, **NONE, **PAPER, "status": ReportStatus.HISTORICAL}, {}),
    ("without its day, by nobody named", False, {**LOST, **NONE, **PAPER, "actors": ()}, {}),
    ("without its day, that of the other told late", True, {**LOST, **NONE, **PAPER}, LATER),
    ("without its day, only planned", False, {**LOST, **NONE, **PAPER, "status": ReportStatus.PLANNED}, {}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("joined", "one", "changes"), [p[1:] for p in TAKEN], ids=[p[0] for p in TAKEN]
)
def test_ground_taken_and_recalled(joined, one, changes):
    recalled = make_event("r2", **{**BACK, **LOST, **PAPER, **changes})
    events = merge_events([make_event("r1", **one), recalled])
    assert len(events) == (1 if joined else 2)


def test_the_day_is_kept_and_not_the_month():
    told = make_event("r1", **MANY)
    recalled = make_event("r2", **{**BACK, **MONTH, **AS_MANY})
    recalled = replace(
        recalled, date_prec=DatePrecision.MONTH, date_basis=DateBasis.EXPLICIT
    )
    (event,) = merge_events([recalled, told])
    assert event.date_start == event.date_end == date(2024, 11, 4)
    assert event.status is ReportStatus.OCCURRED
