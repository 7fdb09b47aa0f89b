"""The one query type for map, timeline, table, counts, command line and exports."""

from dataclasses import dataclass
from datetime import date

from geoevents.errors import ConfigurationError
from geoevents.models.event import Event
from geoevents.models.figure import FigureKind
from geoevents.models.report import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundingBox:
    """Degrees; ``west`` > ``east`` crosses the antimeridian."""

    south: float
    west: float
    north: float
    east: float

    def contains(self, lat: float, lon: float) -> bool:
        """True when the point lies inside, edges counted."""
        if not self.south <= lat <= self.north:
            return False
        if self.west <= self.east:
            return self.west <= lon <= self.east
        return lon >= self.west or lon <= self.east


def parse_bbox(text: str) -> BoundingBox:
    """``south,west,north,east`` in degrees.

    Raises:
        ConfigurationError: not four numbers, or outside the globe.
    """
    try:
        south, west, north, east = (float(part) for part in text.split(","))
    except ValueError as error:
        message = f"--bbox {text!r} is not south,west,north,east in degrees"
        raise ConfigurationError(message) from error
    globe = BoundingBox(south=-90, west=-180, north=90, east=180)
    corners = ((south, west), (north, east))
    if south > north or not all(globe.contains(*corner) for corner in corners):
        message = f"--bbox {text!r} lies outside -90..90, -180..180, or south > north"
        raise ConfigurationError(message)
    return BoundingBox(south=south, west=west, north=north, east=east)


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFilter:
    """Which events; empty fields leave everything in.

    With a date bound, undated events drop out; with a place bound, unplaced ones.
    ``certain`` keeps only events whose whole interval lies inside the bounds.
    """

    date_from: date | None = None
    date_to: date | None = None
    certain: bool = False
    types: frozenset[EventType] = frozenset()
    countries: frozenset[str] = frozenset()
    bbox: BoundingBox | None = None
    kinds: frozenset[FigureKind] = frozenset()
    min_figure: int | None = None
    text: str | None = None

    def admits(self, event: Event) -> bool:
        """True when the event passes every condition."""
        return (
            self._admits_date(event)
            and (not self.types or event.event_type in self.types)
            and self._admits_place(event)
            and self._admits_figure(event)
            and self._admits_text(event)
        )

    def _admits_date(self, event: Event) -> bool:
        if self.date_from is None and self.date_to is None:
            return True
        if event.date_start is None or event.date_end is None:
            return False
        low, high = self.date_from or date.min, self.date_to or date.max
        if self.certain:
            return low <= event.date_start and event.date_end <= high
        return event.date_start <= high and low <= event.date_end

    def _admits_place(self, event: Event) -> bool:
        if self.countries and (
            event.place is None or event.place.place.country not in self.countries
        ):
            return False
        if self.bbox is None:
            return True
        if event.place is None:
            return False
        return self.bbox.contains(event.place.point.lat, event.place.point.lon)

    def _admits_figure(self, event: Event) -> bool:
        if not self.kinds and self.min_figure is None:
            return True
        least = self.min_figure or 0
        return any(
            (not self.kinds or claim.kind in self.kinds)
            and max(claim.value or 0, claim.low or 0, claim.high or 0) >= least
            for claim in event.figures
        )

    def _admits_text(self, event: Event) -> bool:
        if not self.text:
            return True
        needle = self.text.casefold()
        haystack = [event.title, event.place.name if event.place else "", *event.actors]
        haystack += [claim.quote.text for claim in event.claims]
        return any(needle in text.casefold() for text in haystack)
