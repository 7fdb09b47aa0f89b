"""A dashboard page with online tiles from an address in the environment."""

import os

import streamlit as st

from geoevents.dashboard.map_view import show
from geoevents.render.payload import build_payload, gzip_payload
from tests.browser.made_events import made_events


@st.cache_resource
def packed() -> bytes:
    return gzip_payload(build_payload(*made_events(20)))


st.set_page_config(layout="wide")
tiles = {
    "url": os.environ["TILES_URL"],
    "name": "Stub",
    "attribution": "(C) <b>Stub</b> makers",
}
config = {"height": 600, "tiles": tiles if st.checkbox("Tiles") else None}
show(packed(), config=config, key="map")
