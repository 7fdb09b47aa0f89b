"""News articles in; an honest map of what happened, where, when and how many, out.

Importing this package loads values and errors only: no spaCy, no Streamlit, no
folium, no pandas. The way of the data is the order of the folders::

    ingest -> extract -> resolve -> assemble -> store -> render

with one frozen type at each border (``geoevents.models``).
"""

from geoevents.errors import GeoeventsError

__all__ = ["GeoeventsError", "__version__"]

__version__ = "0.1.0"
