"""Hand over the view as one HTML file."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

import streamlit as st

from geoevents.dashboard.map_view import MapState
from geoevents.dashboard.state import View
from geoevents.models.event import Event
from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.render.bins import MOST_EVENTS
from geoevents.render.html_page import html_page


@dataclass(slots=True)
class OnScreen:
    """What one run of the page shows; the map's own runs write their state into it.

    The button reads it when it is pressed and is not drawn again for it: a button drawn
    again gets a new ticket for its file, and who presses before the browser has taken
    that over is told that the file failed. ``part`` is the box that the page's events
    were cut to, where they were.
    """

    view: View
    state: MapState = field(default_factory=MapState)
    part: BoundingBox | None = None
    declines: str | None = None  # what the drawn button says against being pressed
    is_drawn: bool = False

    @property
    def is_outdated(self) -> bool:
        """Whether the drawn button says other than it would now."""
        return self.is_drawn and why_not(self.state, self.view.events) != self.declines


def show(screen: OnScreen) -> None:
    """A download button; the file is made when it is pressed, from what is on screen."""

    def make() -> str:
        return html_page(
            screen.view.events,
            screen.view.articles,
            filter=wanted(screen.state, screen.part),
            view=screen.state.view,
            title="Sample" if screen.view.is_sample else None,
        )

    reason = why_not(screen.state, screen.view.events)
    screen.declines, screen.is_drawn = reason, True
    st.download_button(
        "Export HTML", make, file_name="geoevents.html", mime="text/html",
        key="export_html", width="stretch", on_click="ignore",
        disabled=reason is not None, help=reason,
    )  # fmt: skip


def wanted(state: MapState, part: BoundingBox | None) -> EventFilter:
    """What the reader set in the map, so that the file counts what the map counts."""
    return replace(state.as_filter(), bbox=part)


def why_not(state: MapState, events: Iterable[Event]) -> str | None:
    """Why no file can be made of these events in this state; None when it can."""
    types = state.types
    if types is not None and not any(
        event.event_type.value in types for event in events
    ):
        return "Every event type is hidden: there is nothing to hand over."
    if (state.shown or 0) > MOST_EVENTS:
        return (
            f"A file holds at most {MOST_EVENTS:,} events: zoom in or narrow the dates."
        )
    return None
