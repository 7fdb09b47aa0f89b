"""Values survive being written as plain JSON, whole."""

import json

import pytest

from geoevents.models.codec import from_plain, to_plain
from geoevents.models.event import Event
from geoevents.models.review import Correction
from tests.factories import make_event, make_figure


def test_event_reads_back_equal():
    event = make_event(figures=(make_figure(), make_figure(54)), actors=("Russia",))
    plain = json.loads(json.dumps(to_plain(event)))
    assert from_plain(Event, plain) == event


def test_unplaced_undated_event_reads_back_equal():
    event = make_event(place=None, date_start=None, date_end=None)
    assert from_plain(Event, json.loads(json.dumps(to_plain(event)))) == event


DAMAGED = [
    ("event_type", "Party"),
    ("disputed", "yes"),
    ("place", [1, 2]),
    ("date_start", "soon"),
]


@pytest.mark.parametrize(("field", "value"), DAMAGED)
def test_damaged_value_is_refused(field, value):
    plain = to_plain(make_event())
    plain[field] = value
    with pytest.raises((ValueError, TypeError)):
        from_plain(Event, plain)


def test_missing_field_is_refused():
    with pytest.raises(TypeError):
        from_plain(Correction, {"target": "event:1"})
