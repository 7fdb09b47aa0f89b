"""Hand over the view as one HTML file."""

import streamlit as st

from geoevents.dashboard.map_view import MapState
from geoevents.dashboard.state import View
from geoevents.models.filters import EventFilter
from geoevents.render.html_page import html_page


def show(view: View, state: MapState) -> None:
    """A download button; the file is made when it is pressed, from the view on screen."""

    def make() -> str:
        return html_page(
            view.events,
            view.articles,
            filter=EventFilter(date_from=state.date_from, date_to=state.date_to),
            view=state.view,
            title="Sample" if view.is_sample else None,
        )

    st.download_button(
        "Export HTML", make, file_name="geoevents.html", mime="text/html",
        key="export_html", width="stretch", on_click="ignore",
    )  # fmt: skip
