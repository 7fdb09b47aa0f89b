"""Page set-up, one error boundary, the explore page."""

import streamlit as st

from geoevents.dashboard import explore_page
from geoevents.errors import GeoeventsError


def main() -> None:
    """Draw the dashboard; errors of ours become one clear line on the page."""
    st.set_page_config(
        page_title="geoevents", page_icon="🗺️", layout="wide",
        initial_sidebar_state="auto",
    )  # fmt: skip
    try:
        explore_page.render()
    except GeoeventsError as error:
        st.error(str(error))
