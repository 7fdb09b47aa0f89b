"""The usual way: a folium map of CircleMarkers, made anew for every filter.

`st_folium` does this on each change: Python builds and renders the map, the browser
loads it again. Here without its websocket and second rendering, and with Leaflet from
disk instead of its ten addresses, and without popups (they need jQuery from a CDN),
so this is less than what a user waits.
"""

import time
from pathlib import Path
from typing import Any

import folium
from xstatic.pkg import leaflet

from tests.browser.made_events import made_events


class _LocalMap(folium.Map):
    default_js = [("leaflet", (Path(leaflet.BASE_DIR) / "leaflet.js").as_uri())]  # noqa: RUF012
    default_css = [("leaflet_css", (Path(leaflet.BASE_DIR) / "leaflet.css").as_uri())]  # noqa: RUF012


def measure_folium(browser: Any, folder: Path, count: int) -> tuple[float, float]:
    """Seconds from filter to redrawn map, half of the events selected; megabytes."""
    events, _ = made_events(count)
    start = time.perf_counter()
    drawn = _LocalMap(location=(30, 30), zoom_start=3, tiles=None, prefer_canvas=True)
    for event in events[: count // 2]:
        if event.place is None:
            continue
        point = event.place.point
        folium.CircleMarker((point.lat, point.lon), radius=6).add_to(drawn)
    html = (
        drawn.get_root()
        .render()
        .replace('<script src="https://', '<script data-left-out="https://')
    )
    path = folder / f"folium-{count}.html"
    path.write_text(html, "utf-8")
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto(path.as_uri(), wait_until="load", timeout=60_000)
    page.wait_for_selector(".leaflet-container canvas", timeout=60_000)
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => done(0)))")
    seconds = time.perf_counter() - start
    page.close()
    return seconds, len(html.encode()) / 1e6
