"""The exported file in a real browser, opened from disk with the network off."""

from dataclasses import replace

import pytest

from geoevents.models.filters import EventFilter
from geoevents.models.report import ClaimStatus
from geoevents.render.html_page import html_page
from tests.browser.made_events import hostile_event, made_events
from tests.factories import make_article, make_event, make_figure

SHOWN = "document.querySelector('.ge-shown').textContent"


def test_page_draws_the_map_offline_with_no_request_and_no_error(open_page):
    events, articles = made_events(300)
    page = open_page(html_page(events, articles, title="Three hundred events"))

    assert page.inner_text(".ge-title") == "Three hundred events"
    assert page.evaluate(SHOWN) == "300 of 300 events shown"
    assert page.evaluate("geoevents.map.eventLayer.drawn.length") > 3


def test_card_shows_the_quote_with_its_marks(open_page):
    events, articles = made_events(30)
    page = open_page(html_page(events, articles))
    page.fill(".ge-search", "North Korean")
    page.click("[data-event=kursk]")

    assert (
        page.inner_text(".ge-card-title")
        == "North Korean troops deployed in Kursk Oblast"
    )
    assert page.inner_text(".ge-mark-place") == "Kursk region"
    assert page.inner_text(".ge-mark-figure") == "about 11,000 North Korean troops"
    assert page.inner_text(".ge-mark-date") == "Nov. 4"
    assert "claimed by Ukraine" in page.inner_text(".ge-evidence")


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (ClaimStatus.DISPUTED, "said by officials, disputed"),
        (ClaimStatus.UNVERIFIED, "said by officials, unverified"),
        (ClaimStatus.DENIED, "denied by officials"),
    ],
)
def test_who_is_named_says_it_whoever_disputes_it(open_page, status, told):
    figure = make_figure(58, claim_status=status)
    event = make_event("r1", figures=(figure,), claim_status=status)
    claims = tuple(replace(claim, claim_status=status) for claim in event.claims)
    page = open_page(html_page([replace(event, claims=claims)], {"a1": make_article()}))
    page.click(".ge-list [data-event]")
    assert told in page.inner_text(".ge-figure")
    assert told in page.inner_text(".ge-evidence")


def test_brush_filters_map_list_and_sentence_alike(open_page):
    events, articles = made_events(300)
    page = open_page(html_page(events, articles))
    box = page.locator(".ge-time-plot").bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.3, box["y"] + 30)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 30, steps=5)
    page.mouse.up()
    page.wait_for_timeout(100)

    report = page.evaluate("geoevents.currentReport()")
    first, last = report["range"]
    wanted = EventFilter(date_from=_day(first), date_to=_day(last))
    expected = sum(wanted.admits(event) for event in events)
    assert 0 < expected < 300
    assert report["shown"] == expected
    assert page.evaluate(SHOWN) == f"{expected} of 300 events shown"
    assert page.get_attribute(".ge-list", "data-count") == str(expected)


@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Auckland", "UTC"])
def test_days_are_the_same_in_every_time_zone(open_page, zone):
    events, articles = made_events(20)
    page = open_page(html_page(events, articles), timezone_id=zone)
    page.evaluate("geoevents.store.set({selection: geoevents.events.indexOf('kursk')})")
    page.wait_for_selector(".ge-card")

    assert "4 Nov 2024" in page.inner_text(".ge-card")
    dated = [event for event in events if event.date_start]
    first = min(event.date_start for event in dated)
    assert page.input_value(".ge-date >> nth=0") == first.isoformat()


HOSTILE = (
    "${window.hacked=1}",
    "{{7*7}} {% for x in y %} {# c #}",
    "</script><script>window.hacked=1</script>",
    "<img src=x onerror='window.hacked=1'>",
    "`+(window.hacked=1)+`",
    "<!--<script>",
    "javascript:window.hacked=1",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_shown_literally_and_does_nothing(open_page, text):
    events, articles = hostile_event(text)
    page = open_page(html_page(events, articles, title=text))
    page.click(".ge-row")
    page.wait_for_selector(".ge-card")

    assert page.inner_text(".ge-card-title") == text
    assert page.text_content(".ge-quote") == text
    assert page.inner_text(".ge-title") == text
    assert page.evaluate("window.hacked") is None
    assert page.locator(".ge-source a").count() == 0


def _day(text):
    from datetime import date

    return date.fromisoformat(text)
