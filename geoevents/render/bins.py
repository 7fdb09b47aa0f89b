"""More events than a browser should hold: groups of them, exact again on zooming in.

Up to 200,000 events go to the page as they are. Beyond, events of one type, one
stretch of days and one square of the map become one group with their number; the
client counts groups by that number and says that it shows groups. When the view holds
few enough events it gets those, one by one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from geoevents.models.article import Article
from geoevents.models.event import Event, EventPlace
from geoevents.models.filters import BoundingBox
from geoevents.models.place import Place, PlaceKind, Point, WherePrecision
from geoevents.models.report import EventType
from geoevents.render.collector import without_collector
from geoevents.render.payload import EPOCH_ORDINAL, build_payload

MOST_EVENTS = 200_000
MOST_GROUPS = 60_000
METRES_PER_DEGREE = 111_320
MILLION = 1_000_000
HALF_DIAGONAL = 0.7072
# Degrees and days of a group, finest first; the first that gives few enough is taken.
STEPS = ((0.1, 1), (0.25, 7), (0.5, 7), (1.0, 14), (2.0, 28), (5.0, 28), (10.0, 84))

Key = tuple[EventType, int | None, int | None, int | None]


@dataclass(slots=True)
class _Group:
    """What is kept of a group's events."""

    count: int = 0
    lat: int = 0  # sums, in whole millionths: exact in any order
    lon: int = 0
    first: date | None = None
    last: date | None = None

    def add(self, event: Event) -> None:
        self.count += 1
        if event.place is not None:
            self.lat += round(event.place.point.lat * MILLION)
            self.lon += round(event.place.point.lon * MILLION)
        if event.date_start is not None and event.date_end is not None:
            self.first = min(self.first or event.date_start, event.date_start)
            self.last = max(self.last or event.date_end, event.date_end)


def view_payload(
    events: Sequence[Event],
    articles: Mapping[str, Article],
    *,
    box: BoundingBox | None = None,
    most_events: int = MOST_EVENTS,
) -> dict[str, Any]:
    """The payload for a view: single events where they fit, else groups.

    ``box`` is what the map shows; when the events in it fit, those alone are sent and
    ``payload["elsewhere"]`` says how many are not.
    """
    if len(events) <= most_events:
        return build_payload(events, articles)
    if box is not None:
        inside = [event for event in events if _is_in(event, box)]
        if len(inside) <= most_events:
            payload = build_payload(inside, articles)
            payload["elsewhere"] = len(events) - len(inside)
            return payload
    return group_payload(events)


def part_to_send(
    events: Sequence[Event],
    *,
    seen: BoundingBox | None,
    sent: BoundingBox | None,
    most_events: int = MOST_EVENTS,
) -> BoundingBox | None:
    """The box whose events are sent one by one; None: all of them, or groups.

    ``seen`` is what the map shows with its margin, ``sent`` the box of last time: that
    one stays while what is seen lies within it, so that small moves change nothing.
    """
    if seen is None or len(events) <= most_events:
        return None
    if sent is not None and _holds(sent, _without_margin(seen)):
        return sent
    inside = sum(_is_in(event, seen) for event in events)
    return seen if inside <= most_events else None


def _without_margin(box: BoundingBox) -> BoundingBox:
    """What the window shows: the client adds half a window on each side."""
    height = (box.north - box.south) / 4
    width = ((box.east - box.west) % 360) / 4
    return BoundingBox(
        south=box.south + height,
        west=_wrapped(box.west + width),
        north=box.north - height,
        east=_wrapped(box.east - width),
    )


def _wrapped(lon: float) -> float:
    return (lon + 180) % 360 - 180


def _holds(outer: BoundingBox, inner: BoundingBox) -> bool:
    """True when all corners lie inside and the inner box is no wider."""
    corners = ((inner.south, inner.west), (inner.north, inner.east))
    is_wider = (inner.east - inner.west) % 360 > (outer.east - outer.west) % 360
    return not is_wider and all(outer.contains(*corner) for corner in corners)


def group_payload(events: Sequence[Event]) -> dict[str, Any]:
    """Groups as a payload; ``events.weight`` holds the number of events in each."""
    with without_collector():
        degrees, groups = _grouped(events)
        pairs = [
            (_group_event(key, group, degrees), group.count)
            for key, group in groups.items()
        ]
        weights = {event.event_id: count for event, count in pairs}
        payload = build_payload([event for event, _ in pairs], {})
        payload["events"]["weight"] = [
            weights[each] for each in payload["events"]["id"]
        ]
    payload["grouped"] = len(events)
    return payload


def _is_in(event: Event, box: BoundingBox) -> bool:
    place = event.place
    return place is not None and box.contains(place.point.lat, place.point.lon)


def _grouped(events: Iterable[Event]) -> tuple[float, dict[Key, _Group]]:
    for degrees, days in STEPS[:-1]:
        groups = _groups(events, degrees, days, most=MOST_GROUPS)
        if groups is not None:
            return degrees, groups
    degrees, days = STEPS[-1]
    return degrees, _groups(events, degrees, days, most=None) or {}


def _groups(
    events: Iterable[Event], degrees: float, days: int, *, most: int | None
) -> dict[Key, _Group] | None:
    """Groups of this size; None as soon as there are too many."""
    groups: dict[Key, _Group] = {}
    for event in events:
        key = _key(event, degrees, days)
        group = groups.get(key)
        if group is None:
            if len(groups) == most:
                return None
            group = groups[key] = _Group()
        group.add(event)
    return groups


def _key(event: Event, degrees: float, days: int) -> Key:
    row = column = stretch = None
    if event.place is not None:
        row = int(event.place.point.lat // degrees)
        column = int(event.place.point.lon // degrees)
    if event.date_start is not None:
        stretch = (event.date_start.toordinal() - EPOCH_ORDINAL) // days
    return event.event_type, row, column, stretch


def _group_event(key: Key, group: _Group, degrees: float) -> Event:
    kind, row, column, stretch = key
    place = None
    if row is not None:
        shared = group.count * MILLION
        point = Point(lat=group.lat / shared, lon=group.lon / shared)
        place = _square(point, degrees)
    return Event(
        event_id=f"group {kind}/{row}/{column}/{stretch}",
        event_type=kind,
        sub_event_type="",
        title=f"{group.count:,} events" if group.count > 1 else "1 event",
        place=place,
        date_start=group.first,
        date_end=group.last,
        reasons=("a group of events; zoom in to see them one by one",),
    )


def _square(point: Point, degrees: float) -> EventPlace:
    radius = round(degrees * HALF_DIAGONAL * METRES_PER_DEGREE)
    name = "this part of the map"
    place = Place(
        id="",
        name=name,
        point=point,
        kind=PlaceKind.AREA,
        radius_m=radius,
        source="group",
    )
    return EventPlace(
        name=name,
        text="",
        point=point,
        radius_m=radius,
        where_prec=WherePrecision.REGION,
        place=place,
        confidence=1.0,
    )
