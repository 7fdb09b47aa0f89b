"""The exported file in Debian's Firefox: the second engine, the same page."""

import os

import pytest

from geoevents.render.html_page import html_page
from tests.browser.firefox import FIREFOX, started_firefox
from tests.browser.made_events import made_events

pytestmark = pytest.mark.skipif(
    not os.access(FIREFOX, os.X_OK), reason="no Firefox: apt-get install firefox-esr"
)


def test_page_works_in_firefox_with_no_request_and_no_error(tmp_path):
    events, articles = made_events(300)
    path = tmp_path / "page.html"
    path.write_text(html_page(events, articles, title="Firefox"), "utf-8")
    with started_firefox(tmp_path) as firefox:
        firefox.open(path.as_uri())
        firefox.wait_for("return Boolean(document.querySelector('[data-ready=true]'))")
        shown = firefox.run("return document.querySelector('.ge-shown').textContent")
        drawn = firefox.run("return window.geoevents.map.eventLayer.drawn.length")
        firefox.run("document.querySelector('.ge-row').click()")
        firefox.wait_for("return Boolean(document.querySelector('.ge-card .ge-quote'))")
        requests = firefox.run(
            "return performance.getEntriesByType('resource').map((entry) => entry.name)"
        )
        errors = firefox.errors()

    assert shown == "300 of 300 events shown"
    assert drawn > 3
    assert requests == []
    assert errors == []
