"""The little Streamlit cannot say by configuration: room for the map."""

import streamlit as st

_CSS = """
.stMainBlockContainer { padding: 0.75rem 1rem 0.5rem; max-width: none; }
[data-testid="stSidebarContent"] h3 { padding-top: 0; }
[data-testid="stSidebarHeader"] { height: 2rem; margin-bottom: 0; }
header[data-testid="stHeader"] { background: transparent; height: 2rem; }
.stApp:has([data-testid="stExpandSidebarButton"]) .stMainBlockContainer {
  padding-top: 2.25rem;
}
@media (max-width: 640px) {
  .stMainBlockContainer { padding-left: 0.25rem; padding-right: 0.25rem; }
  .stMainBlockContainer [data-testid="stCaptionContainer"] { padding: 0 0.75rem; }
}
"""


def apply() -> None:
    """Put our own few rules on the page; no article text is ever near them."""
    st.html(f"<style>{_CSS}</style>")
