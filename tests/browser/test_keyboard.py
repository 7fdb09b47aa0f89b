"""The map without a mouse: what keys do, what has the focus, what is said aloud."""

from datetime import date

import pytest

from geoevents.models.filters import EventFilter
from geoevents.render.html_page import html_page
from tests.browser.made_events import made_events

FROM, TO = (f".ge-time-handle[data-side={side}]" for side in ("from", "to"))
LIVE = ".ge-live"
FOCUSED = "document.activeElement"


@pytest.fixture
def made():
    return made_events(200)


@pytest.fixture
def page(open_page, made):
    return open_page(html_page(*made))


def _range(page):
    return page.evaluate("geoevents.currentReport()")["range"]


def _said(page, *parts):
    for part in parts:
        page.wait_for_function(
            "([live, part]) => document.querySelector(live).textContent.includes(part)",
            arg=[LIVE, part],
            timeout=5_000,
        )
    return page.text_content(LIVE)


def made_first(made):
    return min(event.date_start for event in made[0] if event.date_start)


def _expected(made, bounds):
    low, high = map(date.fromisoformat, bounds)
    wanted = EventFilter(date_from=low, date_to=high)
    return sum(wanted.admits(event) for event in made[0])


def test_arrows_home_and_end_move_the_range_and_the_count_is_said(page, made):
    assert page.text_content(LIVE) == ""
    page.focus(FROM)
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    page.focus(TO)
    for _ in range(3):
        page.keyboard.press("ArrowLeft")
    bounds = _range(page)
    _said(page, f"{_expected(made, bounds)} of 200 events shown")
    for side, bound in ((FROM, bounds[0]), (TO, bounds[1])):
        day = date.fromisoformat(bound)
        words = f"{day.day} {day:%b %Y}"
        assert page.get_attribute(side, "aria-valuetext") == words
    assert bounds[0] > str(made_first(made))

    page.keyboard.press("End")
    assert _range(page)[1] > bounds[1]
    page.focus(FROM)
    page.keyboard.press("Home")
    assert _range(page) is None
    _said(page, "200 of 200 events shown")


def test_shift_moves_both_ends_and_escape_shows_everything(page):
    page.evaluate("geoevents.timeline.setRange(19300, 19400)")
    page.focus(FROM)
    page.keyboard.press("Shift+ArrowUp")
    assert page.evaluate("geoevents.timeline.range()") == {"from": 19301, "to": 19401}
    page.keyboard.press("Escape")
    assert _range(page) is None


def test_space_plays_and_nothing_is_said_until_it_stops(page):
    page.evaluate("geoevents.timeline.setRange(19300, 19400)")
    said = _said(page, "of 200 events shown")
    page.focus(FROM)
    page.keyboard.press("Space")
    assert page.get_attribute(".ge-play", "aria-pressed") == "true"
    page.wait_for_timeout(900)
    assert page.text_content(LIVE) == said
    page.keyboard.press("Space")
    assert page.get_attribute(".ge-play", "aria-pressed") == "false"
    page.wait_for_function(
        "([live, said]) => document.querySelector(live).textContent !== said",
        arg=[LIVE, said],
    )


def test_a_handle_says_its_name_bounds_and_day(page):
    slider = page.get_by_role("slider", name="First day")
    page.evaluate("geoevents.timeline.setRange(19300, 19400)")
    page.evaluate("geoevents.flush()")
    assert slider.get_attribute("aria-valuenow") == "19300"
    assert slider.get_attribute("aria-valuemax") == "19400"
    assert slider.get_attribute("aria-valuetext") == "4 Nov 2022"


def test_list_opens_a_card_by_keys_and_gives_the_focus_back(page):
    page.focus(".ge-row >> nth=0")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(f"{FOCUSED}.dataset.row") == "2"
    title = page.evaluate(
        f"{FOCUSED}.querySelector('.ge-row-title').textContent"
    )  # fmt: skip
    page.keyboard.press("Enter")
    page.wait_for_selector(".ge-card")
    assert page.evaluate(f"{FOCUSED}.className") == "ge-back"
    _said(page, f"Opened: {title}")
    page.keyboard.press("Escape")
    page.wait_for_selector(".ge-card", state="hidden")
    assert page.evaluate(f"{FOCUSED}.dataset.row") == "2"
    page.keyboard.press("End")
    assert page.evaluate(f"{FOCUSED}.dataset.row") == "199"


def test_rows_are_buttons_in_a_list_that_knows_its_length(page):
    items = page.get_by_role("list", name="Events").get_by_role("listitem")
    assert items.first.get_attribute("aria-setsize") == "200"
    assert items.nth(1).get_attribute("aria-posinset") == "2"
    assert items.first.get_by_role("button").count() == 1


def test_pressed_buttons_that_are_drawn_again_keep_the_focus(page):
    for selector in (".ge-legend-row[data-type='1']", ".ge-tab[data-panel=undated]"):
        page.focus(selector)
        page.keyboard.press("Enter")
        page.wait_for_timeout(300)
        assert page.evaluate(f"{FOCUSED}.matches(`{selector}`)")


def test_map_trays_and_search_have_names(page):
    assert page.get_by_role("application").get_attribute("aria-label").startswith("Map")
    assert page.get_by_role("tab", name="No place").count() == 1
    assert page.get_by_role("button", name="without a date").count() == 1
    assert page.get_by_role("searchbox", name="Search events").count() == 1
    assert page.get_by_role("button", name="Zoom in").count() == 1
    unnamed = page.evaluate(
        """[...document.querySelectorAll('button, input, select')].filter((each) =>
          !(each.getAttribute('aria-label') || each.textContent.trim() || each.labels?.length)
        ).length"""
    )
    assert unnamed == 0
