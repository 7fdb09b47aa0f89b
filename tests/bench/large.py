"""A store of a million events: groups for the whole, single events for a part."""

import time
from dataclasses import dataclass

from geoevents.models.filters import BoundingBox
from geoevents.render.bins import part_to_send, view_payload
from geoevents.render.payload import gzip_payload
from tests.browser.made_events import made_events

DIFFERENT = 100_000
TIMES = 10  # each made event as often: the grouping sees a million
EL_FASHER = BoundingBox(south=13, west=25, north=14, east=26)


@dataclass(frozen=True, slots=True, kw_only=True)
class LargeFigures:
    events: int
    group_seconds: float
    megabytes: float
    groups: int
    part_seconds: float
    part_events: int


def measure_large() -> LargeFigures:
    """Once for each version of the store; a part once for each place looked at."""
    made, articles = made_events(DIFFERENT)
    events = made * TIMES
    start = time.perf_counter()
    groups = view_payload(events, articles)
    packed = gzip_payload(groups)
    grouped = time.perf_counter()
    box = part_to_send(events, seen=EL_FASHER, sent=None)
    part = view_payload(events, articles, box=box)
    gzip_payload(part)
    return LargeFigures(
        events=len(events),
        group_seconds=grouped - start,
        megabytes=len(packed) / 1e6,
        groups=groups["count"],
        part_seconds=time.perf_counter() - grouped,
        part_events=part["count"],
    )
