"""Groups of events for views that hold too many: counts stay exact."""

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
