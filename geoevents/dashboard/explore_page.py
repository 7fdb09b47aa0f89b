"""Explore: the map with its timeline, list and cards; what can be added and taken."""

import streamlit as st

from geoevents.dashboard import (
    add_article,
    export_button,
    map_view,
    online_tiles,
    page_style,
)
from geoevents.dashboard.state import View, current_view, part_in_sight, payload

_MAP = "explore_map"


def render() -> None:
    """The page, top to bottom: words, map, and the sidebar's tools."""
    page_style.apply()
    with st.sidebar:
        st.markdown("### geoevents")
        added = add_article.show()
    view = current_view()
    with st.sidebar:
        add_article.show_undated(view)
    _headline(view, added)
    screen = export_button.OnScreen(view)
    _map(screen)
    with st.sidebar:
        export_button.show(screen)
        _about(view)


@st.fragment
def _map(screen: export_button.OnScreen) -> None:
    """The map; what the reader touches in it runs this part again and not the page."""
    view = screen.view
    if current_view().version != view.version:  # articles were added meanwhile
        st.rerun()
    screen.part = part_in_sight(view, map_view.last_state(_MAP).box)
    screen.state = map_view.show(
        payload(view, screen.part),
        config={
            "title": "Sample" if view.is_sample else "Events",
            "tiles": online_tiles.chosen(),
        },
        key=_MAP,
    )
    if screen.is_outdated:
        st.rerun()


def _headline(view: View, added: str | None) -> None:
    if added:
        st.success(added)
    if view.is_sample:
        st.caption(
            f"**Sample** · {len(view.articles)} articles written for this program. "
            "Add an article of your own and the sample steps aside."
        )


def _about(view: View) -> None:
    with st.expander("About this view"):
        count = len(view.events)
        st.markdown(
            f"{len(view.articles)} articles, {count} events. Every place, date and "
            "figure was read by rules from the sentence that its card shows; nothing "
            "was guessed: what has no place or no date waits in its own tray.\n\n"
            "Places: GeoNames (CC BY 4.0, modified). Map: Natural Earth (public "
            "domain). Language model: en_core_web_md 3.7.1 (MIT)."
        )
        online_tiles.show()
