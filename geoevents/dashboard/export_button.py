"""Hand over the view as one HTML file."""

from dataclasses import replace

import streamlit as st

from geoevents.dashboard.map_view import MapState
from geoevents.dashboard.state import View
from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.render.bins import MOST_EVENTS
from geoevents.render.html_page import html_page


def show(view: View, state: MapState, *, part: BoundingBox | None = None) -> None:
    """A download button; the file is made when it is pressed, from the view on screen.

    ``part`` is the box that the page's events were cut to, where they were.
    """

    def make() -> str:
        return html_page(
            view.events,
            view.articles,
            filter=wanted(state, part),
            view=state.view,
            title="Sample" if view.is_sample else None,
        )

    reason = why_not(state)
    st.download_button(
        "Export HTML", make, file_name="geoevents.html", mime="text/html",
        key="export_html", width="stretch", on_click="ignore",
        disabled=reason is not None, help=reason,
    )  # fmt: skip


def wanted(state: MapState, part: BoundingBox | None) -> EventFilter:
    """What the reader set in the map, so that the file counts what the map counts."""
    return replace(state.as_filter(), bbox=part)


def why_not(state: MapState) -> str | None:
    """Why no file can be made of this view; None when it can."""
    if state.types == ():
        return "Every event type is hidden: there is nothing to hand over."
    if (state.shown or 0) > MOST_EVENTS:
        return (
            f"A file holds at most {MOST_EVENTS:,} events: zoom in or narrow the dates."
        )
    return None
