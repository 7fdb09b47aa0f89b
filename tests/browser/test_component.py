"""The map client inside Streamlit: messages both ways, nothing from outside."""

import pytest

from tests.bench.dashboard import served
from tests.browser.made_events import HOSTILE

READY = ".ge-root[data-ready=true]"
CLIENT = "document.querySelector('.ge-root').geoevents"


@pytest.fixture(scope="module")
def url():
    from pathlib import Path

    with served(Path(__file__).with_name("component_app.py"), 0) as address:
        yield address


@pytest.fixture
def page(browser, url):
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    outside = []
    page.on(
        "request",
        lambda request: (
            None if _is_own(request.url, url) else outside.append(request.url)
        ),
    )
    page.goto(url)
    page.wait_for_selector(READY, timeout=60_000)
    yield page
    context.close()
    assert outside == []


def _is_own(address, url):
    return address.startswith((url, url.replace("http:", "ws:"), "data:", "blob:"))


def test_brush_reaches_python_and_python_can_write_back(page):
    page.evaluate(f"{CLIENT}.timeline.setRange(19500, 19600)")
    page.get_by_text("python knows (datetime.date(2023, 5, 23)").wait_for(
        timeout=10_000
    )
    page.evaluate("window.marker = document.querySelector('.ge-leaflet')")
    page.get_by_role("button", name="Whole time").click()
    page.get_by_text("python knows None").wait_for(timeout=10_000)
    assert page.evaluate(f"{CLIENT}.currentReport().range") is None
    # The map was written to, not made anew.
    assert page.evaluate("window.marker === document.querySelector('.ge-leaflet')")


def test_click_in_the_list_tells_python_which_event(page):
    page.fill(".ge-search", "North Korean")
    page.click("[data-event=kursk]")
    page.get_by_text(", kursk").wait_for(timeout=10_000)
    assert page.inner_text(".ge-mark-place") == "Kursk region"


def test_hostile_text_is_inert_in_the_dashboard(page):
    page.fill(".ge-search", "onerror")
    page.locator(".ge-row").first.click()
    page.wait_for_selector(".ge-card")
    assert page.inner_text(".ge-card-title") == HOSTILE
    assert page.text_content(".ge-quote") == HOSTILE
    assert page.evaluate("window.hacked") is None
