"""A dashboard page over a store too large to send whole; its limit is made small."""

import streamlit as st

from geoevents.dashboard import map_view
from geoevents.dashboard.state import View, part_in_sight, payload
from geoevents.store import open_store
from tests.browser.made_events import made_events

MOST = 1_000


@st.cache_resource
def large_view() -> View:
    events, articles = made_events(3_000)
    store = open_store("sqlite://")
    return View(
        store=store,
        events=tuple(events),
        articles=articles,
        is_sample=False,
        version="made",
    )


st.set_page_config(layout="wide")
part = part_in_sight(large_view(), map_view.last_state("map").box, most=MOST)
map_view.show(payload(large_view(), part, most=MOST), config={"height": 600}, key="map")
if part:
    st.text(f"part {part.south} {part.west} {part.north} {part.east} is sent")
