"""Online tiles over the offline map: off until the reader chooses a provider.

Only the dashboard offers them; an exported file never asks for anything.
"""

import re
import warnings
from functools import cache
from typing import Any

import streamlit as st
import xyzservices
from xyzservices import providers

_KEY = "online_tiles"
_WEB_MERCATOR = {None, "EPSG:3857"}
_FIRST = (
    "OpenStreetMap.Mapnik", "OpenStreetMap.HOT", "OpenTopoMap", "Esri.WorldImagery",
    "Esri.WorldStreetMap", "Esri.WorldGrayCanvas",
)  # fmt: skip
_MARKUP = re.compile("<[^>]*>")
_HIGHEST_ZOOM = 19


@cache
def tile_layers() -> dict[str, dict[str, Any]]:
    """Every provider that needs no key, by name, as ``TileLayer`` of messages.js."""
    layers = {
        name: layer
        for name, provider in providers.flatten().items()
        if (layer := _layer(name, provider)) is not None
    }
    first = {name: layers[name] for name in _FIRST if name in layers}
    return first | dict(sorted(layers.items()))


def chosen() -> dict[str, Any] | None:
    """The layer that the reader chose; None while tiles are off."""
    return tile_layers().get(str(st.session_state.get(_KEY)))


def show() -> None:
    """The select box; what it says is read by :func:`chosen` at the next run."""
    st.selectbox(
        "Online map tiles", list(tile_layers()), index=None, key=_KEY,
        placeholder="Off: nothing is loaded from outside",
        help="Your browser asks the provider for the part of the map that you look at. "
        "Where a tile fails, the offline map stays.",
    )  # fmt: skip


def _layer(name: str, provider: xyzservices.TileProvider) -> dict[str, Any] | None:
    is_drawable = provider.get("crs") in _WEB_MERCATOR
    if provider.requires_token() or provider.get("status") == "broken":
        return None
    url = _address(provider)
    if not is_drawable or url is None or not url.startswith("https://"):
        return None
    return {
        "name": name,
        "url": url,
        "attribution": _MARKUP.sub("", str(provider.get("attribution", name))),
        "minZoom": int(provider.get("min_zoom", 0)),
        "maxZoom": int(provider.get("max_zoom", _HIGHEST_ZOOM)),
        "tms": bool(provider.get("tms")),
    }


def _address(provider: xyzservices.TileProvider) -> str | None:
    """The address with z, x and y left open; None where a key has become needed."""
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        url = provider.build_url()
    return None if said else str(url)
