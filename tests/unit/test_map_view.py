"""What the dashboard makes of the map client's reports."""

from datetime import date
from types import SimpleNamespace

import pytest

from geoevents.dashboard.export_button import OnScreen, wanted, why_not
from geoevents.dashboard.map_view import MapState, map_state
from geoevents.models.filters import BoundingBox
from geoevents.models.report import EventType
from geoevents.render.view import View

EVENTS = (SimpleNamespace(event_type=EventType.BATTLES),)


def test_report_becomes_a_state():
    state = map_state(
        {
            "range": ["2024-01-02", "2024-02-03"], "certain": True, "types": ["Battles"],
            "text": "x", "view": {"lat": 1.5, "lon": 2, "zoom": 7}, "selection": "abc", "box": [1, 2, 3.5, 4],
            "revision": 12, "shown": 3,
        }
    )  # fmt: skip
    assert state.range == (date(2024, 1, 2), date(2024, 2, 3))
    assert state.view == View(lat=1.5, lon=2.0, zoom=7.0, selection="abc")
    assert (state.types, state.selection, state.revision) == (("Battles",), "abc", 12)
    assert state.shown == 3
    assert state.box == BoundingBox(south=1, west=2, north=3.5, east=4)
    assert state.as_filter().types == {EventType.BATTLES}
    assert state.as_filter().date_from == date(2024, 1, 2)


@pytest.mark.parametrize(
    "report",
    [None, "x", [], {}, {"range": ["2024-13-01", "x"]}, {"range": 5}, {"view": {"lat": "x"}}, {"box": [1, 2, "3", 4]},
     {"revision": True}, {"types": "Battles"}],
)  # fmt: skip
def test_anything_odd_becomes_the_default(report):
    assert map_state(report) == MapState()


def test_export_takes_the_filter_and_the_part_of_the_map():
    box = BoundingBox(south=1, west=2, north=3, east=4)
    state = MapState(types=("Battles",), text=" kursk ", certain=True)
    assert wanted(state, box).bbox == box
    assert wanted(state, None).text == "kursk"
    assert wanted(state, None).types == {EventType.BATTLES}
    assert wanted(state, None).certain


@pytest.mark.parametrize(
    ("state", "word"),
    [(MapState(types=()), "hidden"), (MapState(types=("Riots",)), "hidden"), (MapState(shown=200_001), "200,000")],
)  # fmt: skip
def test_export_says_why_no_file_can_be_made(state, word):
    assert word in (why_not(state, EVENTS) or "")


def test_export_is_offered_for_what_can_be_made():
    assert why_not(MapState(shown=200_000, types=("Battles",)), EVENTS) is None
    assert why_not(MapState(), ()) is None


@pytest.mark.parametrize(
    ("drawn", "declines", "types", "is_outdated"),
    [(False, None, (), False), (True, None, (), True), (True, None, ("Battles",), False),
     (True, "hidden", ("Battles",), True)],
)  # fmt: skip
def test_button_is_drawn_again_only_for_what_it_says(
    drawn, declines, types, is_outdated
):
    view = SimpleNamespace(events=EVENTS)
    state = MapState(types=types)
    screen = OnScreen(view, state, declines=declines, is_drawn=drawn)
    assert screen.is_outdated == is_outdated
