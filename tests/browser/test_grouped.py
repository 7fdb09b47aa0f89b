"""A store too large for a browser: groups, said on screen, exact on zooming in."""

from pathlib import Path

import pytest

from tests.bench.dashboard import served
from tests.browser.made_events import made_events

READY = ".ge-root[data-ready=true]"
CLIENT = "document.querySelector('.ge-root').geoevents"
IS_EXACT = f"() => {CLIENT} && {CLIENT}.events.elsewhere > 0"
IS_GROUPED = f"() => {CLIENT} && {CLIENT}.events.isGrouped"


@pytest.fixture
def page(browser):
    with served(Path(__file__).with_name("grouped_app.py"), 0) as url:
        context = browser.new_context(viewport={"width": 1280, "height": 800})
        page = context.new_page()
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        yield page
        context.close()


def _look_at(page, lat, lon, zoom):
    page.evaluate(
        f"([lat, lon, zoom]) => {CLIENT}.map.map.setView([lat, lon], zoom, {{animate: false}})",
        [lat, lon, zoom],
    )


def test_groups_become_single_events_on_zooming_in_and_groups_again(page):
    sentence = page.inner_text(".ge-sentence")
    assert "3,000 of 3,000 events shown" in sentence
    assert "drawn as groups: zoom in for single events" in sentence
    assert page.is_disabled(".ge-search")

    _look_at(page, 31.4, 34.4, 9)
    page.wait_for_function(IS_EXACT, timeout=15_000)
    words = page.get_by_text("is sent").inner_text().split()
    box = [float(number) for number in words[1:5]]
    inside = [event for event in made_events(3_000)[0] if _is_in(event, box)]
    sentence = page.inner_text(".ge-sentence")
    assert f"{len(inside):,} of 3,000 events shown" in sentence
    assert f"{3_000 - len(inside):,} elsewhere or without a place" in sentence
    assert page.evaluate(f"{CLIENT}.map.map.getZoom()") == 9

    page.evaluate("window.marker = document.querySelector('.ge-leaflet')")
    _look_at(page, 31.5, 34.5, 10)  # inside what was sent: nothing is made anew
    page.wait_for_timeout(1_000)
    assert page.evaluate("window.marker === document.querySelector('.ge-leaflet')")

    _look_at(page, 30, 30, 2)
    page.wait_for_function(IS_GROUPED, timeout=15_000)
    assert "3,000 of 3,000 events shown" in page.inner_text(".ge-sentence")


def _is_in(event, box):
    south, west, north, east = box
    if event.place is None:
        return False
    point = event.place.point
    return south <= point.lat <= north and west <= point.lon <= east
