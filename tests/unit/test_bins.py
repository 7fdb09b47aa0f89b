"""Groups of events for views that hold too many: counts stay exact."""

import pytest

from geoevents.models.filters import BoundingBox
from geoevents.render import bins
from tests.browser.made_events import made_events


def test_few_events_are_sent_one_by_one():
    events, articles = made_events(100)
    payload = bins.view_payload(events, articles)
    assert payload["count"] == 100
    assert "grouped" not in payload


def test_groups_count_every_event_once():
    events, articles = made_events(3_000)
    payload = bins.view_payload(events, articles, most_events=1_000)
    weights = payload["events"]["weight"]
    assert payload["grouped"] == sum(weights) == 3_000
    unplaced = sum(
        weight
        for weight, place in zip(weights, payload["events"]["place"], strict=True)
        if place < 0
    )
    assert unplaced == sum(event.place is None for event in events)
    undated = sum(
        weight
        for weight, start in zip(weights, payload["events"]["start"], strict=True)
        if start is None
    )
    assert undated == sum(event.date_start is None for event in events)


def test_a_view_with_few_enough_events_gets_them_exactly():
    events, articles = made_events(3_000)
    box = BoundingBox(south=45, west=30, north=53, east=40)
    inside = [
        e
        for e in events
        if e.place and box.contains(e.place.point.lat, e.place.point.lon)
    ]
    payload = bins.view_payload(events, articles, box=box, most_events=2_000)
    assert payload["count"] == len(inside)
    assert payload["elsewhere"] == 3_000 - len(inside)


def test_groups_become_coarser_until_they_are_few(monkeypatch):
    monkeypatch.setattr(bins, "MOST_GROUPS", 900)
    events, _ = made_events(2_000)
    payload = bins.group_payload(events)
    assert payload["count"] <= 900
    assert sum(payload["events"]["weight"]) == 2_000


def test_grouping_does_not_depend_on_order():
    events, _ = made_events(500)
    assert bins.group_payload(events) == bins.group_payload(list(reversed(events)))


GAZA = BoundingBox(south=30, west=33, north=33, east=36)


def test_a_part_is_sent_once_few_enough_events_lie_in_it():
    events, _ = made_events(3_000)
    world = BoundingBox(south=-90, west=-180, north=90, east=180)
    part = {"sent": None, "most_events": 1_000}
    assert bins.part_to_send(events, seen=world, **part) is None
    assert bins.part_to_send(events, seen=GAZA, **part) == GAZA
    assert bins.part_to_send(events, seen=None, **part) is None
    assert bins.part_to_send(events[:900], seen=GAZA, **part) is None


@pytest.mark.parametrize(
    ("seen", "is_kept"),
    [
        (BoundingBox(south=30.5, west=33.5, north=33.5, east=36.5), True),
        (BoundingBox(south=31, west=34, north=32, east=35), True),
        (BoundingBox(south=33, west=36, north=36, east=39), False),
        (BoundingBox(south=20, west=20, north=45, east=50), False),
    ],
)
def test_a_part_stays_while_the_window_lies_in_it(seen, is_kept):
    events, _ = made_events(1_500)
    part = bins.part_to_send(events, seen=seen, sent=GAZA, most_events=1_400)
    assert part == (GAZA if is_kept else seen)


def test_a_part_may_cross_the_antimeridian():
    events, _ = made_events(500)
    fiji = BoundingBox(south=-20, west=177, north=-16, east=-178)
    moved = BoundingBox(south=-20, west=178, north=-16, east=-177)
    part = bins.part_to_send(events, seen=fiji, sent=None, most_events=400)
    assert part == fiji
    assert bins.part_to_send(events, seen=moved, sent=fiji, most_events=400) == fiji
