"""A dashboard with nothing but the map and what it reports; run by the benchmark."""

import os

import streamlit as st

from geoevents.dashboard.map_view import show
from geoevents.render.payload import build_payload, gzip_payload
from tests.browser.made_events import made_events


@st.cache_resource
def packed(count: int) -> bytes:
    return gzip_payload(build_payload(*made_events(count)))


@st.fragment
def explore() -> None:
    state = show(
        packed(int(os.environ["BENCH_EVENTS"])), config={"height": 640}, key="map"
    )
    st.text(f"python knows {state.range}")


st.set_page_config(layout="wide")
explore()
