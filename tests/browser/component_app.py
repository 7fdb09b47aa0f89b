"""A dashboard page with the map, hostile texts and one made-up event; run by a test."""

import streamlit as st

from geoevents.dashboard.map_view import show
from geoevents.render.payload import build_payload, gzip_payload
from tests.browser.made_events import HOSTILE, hostile_event, made_events


@st.cache_resource
def packed() -> bytes:
    events, articles = made_events(40)
    bad_events, bad_articles = hostile_event(HOSTILE)
    return gzip_payload(build_payload([*events, *bad_events], articles | bad_articles))


st.set_page_config(layout="wide")
config: dict[str, object] = {"height": 600, "title": "Component"}
if st.button("Whole time"):
    config |= {"revision": st.session_state.get("seen", 0) + 1, "range": None}
state = show(packed(), config=config, key="map")
st.session_state["seen"] = state.revision
st.text(f"python knows {state.range}, {state.selection}")
