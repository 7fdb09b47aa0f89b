"""Trays, stacks, types, picture, old browsers: each part of the exported page."""

import re
from dataclasses import replace

import pytest

from geoevents.models.event import FigureClaim
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.render.bins import group_payload
from geoevents.render.event_map import event_map
from geoevents.render.html_page import html_page
from geoevents.render.view import ExportOptions, View
from tests.browser.made_events import made_events


def test_trays_list_what_cannot_be_mapped_or_dated(open_page):
    events, articles = made_events(300)
    page = open_page(html_page(events, articles))
    unplaced = sum(event.place is None for event in events)
    undated = sum(event.date_start is None for event in events)
    for tray, count in (("unplaced", unplaced), ("undated", undated)):
        button = page.locator(f"[data-tray={tray}]")
        assert button.inner_text().startswith(f"{count} ")
        button.click()
        page.wait_for_function(
            "count => document.querySelector('.ge-list').dataset.count === count",
            arg=str(count),
        )


def test_events_at_one_point_open_as_a_list(open_page):
    events, articles = made_events(300)
    page = open_page(html_page(events, articles))
    page.evaluate("geoevents.map.map.setView([51.19, 35.27], 13, {animate: false})")
    stack = page.evaluate(
        "geoevents.map.eventLayer.drawn.find((item) => item.count > 1)"
    )
    page.evaluate("item => geoevents.map.openGroup(item)", stack)
    page.wait_for_selector(".ge-tab[data-panel=stack]")
    assert page.get_attribute(".ge-list", "data-count") == str(stack["count"])


def test_click_on_a_symbol_opens_its_card(open_page):
    events, articles = made_events(1)
    page = open_page(html_page(events, articles))
    spot = page.evaluate(
        """() => {
          const layer = geoevents.map.eventLayer;
          const item = layer.drawn.find((each) => each.event >= 0);
          const box = layer.layer._container.getBoundingClientRect();
          return [box.left + item.x, box.top + item.y];
        }"""
    )
    page.mouse.click(*spot)
    page.wait_for_selector(".ge-card[data-event=kursk]")
    assert page.inner_text(".ge-actors") == (
        "by North Korea · against Ukraine · Russia (by the place; the text says “army”)"
    )


def test_legend_rows_hide_a_type(open_page):
    events, articles = made_events(200)
    page = open_page(html_page(events, articles))
    before = page.evaluate("geoevents.filtered.shown")
    page.click(".ge-legend-row[data-type='0']")
    page.wait_for_function("before => geoevents.filtered.shown < before", arg=before)
    assert "Battles" not in page.evaluate("geoevents.currentReport()")["types"]


def test_view_and_selection_are_carried_over(open_page):
    events, articles = made_events(50)
    view = View(lat=51.5, lon=36.0, zoom=7, selection="kursk")
    page = open_page(html_page(events, articles, view=view))
    page.wait_for_selector(".ge-card[data-event=kursk]")
    assert page.evaluate("geoevents.map.map.getZoom()") == 7


def test_options_leave_out_names_and_quotes(open_page):
    events, articles = made_events(5)
    options = ExportOptions(
        drop_names=True, drop_quotes=True, round_coordinates=True, compress=False
    )
    html = html_page(events, articles, options=options)
    assert "Moscow has not confirmed" not in html
    page = open_page(html)
    page.click("[data-event=kursk]")
    card = page.inner_text(".ge-card")
    assert "Ukraine" not in card
    lats = page.evaluate("geoevents.events.payload.places.lat")
    assert all(round(lat, 1) == lat for lat in lats)


def test_page_works_without_decompression_stream(open_page):
    events, articles = made_events(200)
    html = html_page(events, articles)
    old = html.replace(
        "<body>", "<body><script>delete window.DecompressionStream</script>"
    )
    assert old != html
    page = open_page(old)
    assert page.inner_text(".ge-shown") == "200 of 200 events shown"
    assert page.evaluate("geoevents.map.basemap.labels.length") > 1000


def test_picture_of_the_view_is_drawn(open_page):
    events, articles = made_events(100)
    page = open_page(html_page(events, articles, title="Picture"))
    with page.expect_download() as download:
        page.click("[aria-label='Save a picture of this view']")
    assert download.value.path().read_bytes()[:8] == b"\x89PNG\r\n\x1a\n"


def test_paper_shows_the_map_and_every_row_in_light_colours(open_page):
    events, articles = made_events(120)
    page = open_page(html_page(events, articles), color_scheme="dark")
    before = page.evaluate("geoevents.currentReport()")
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert page.get_attribute(".ge", "data-theme") == "light"
    assert page.locator(".ge-row").count() == 120
    assert page.locator(".ge-paper-map").bounding_box()["height"] > 300
    assert page.is_hidden(".ge-time-controls")

    page.emulate_media(media="screen")
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.get_attribute(".ge", "data-theme") == "dark"
    assert page.locator(".ge-row").count() < 40
    assert page.locator(".ge-paper-map").count() == 0
    assert page.evaluate("geoevents.currentReport()")["view"] == before["view"]


def test_folium_map_shows_itself_in_a_notebook(open_page):
    events, articles = made_events(20)
    markup = event_map(events, articles)._repr_html_()
    assert "<iframe srcdoc=" in markup
    page = open_page(
        re.sub("^", "<!DOCTYPE html><body data-ready=true>", markup, count=1)
    )
    frame = page.frame_locator("iframe")
    frame.locator("[data-ready=true]").wait_for(timeout=20_000)
    assert frame.locator(".ge-shown").inner_text() == "20 of 20 events shown"


def test_phone_page_keeps_map_list_and_timeline_in_sight(open_page):
    events, articles = made_events(100)
    page = open_page(
        html_page(events, articles), viewport={"width": 390, "height": 844}
    )
    for part in (".ge-map", ".ge-list", ".ge-time-plot", ".ge-sentence"):
        box = page.locator(part).bounding_box()
        assert box["height"] > 20
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 391
        assert box["y"] + box["height"] <= 845


def test_groups_show_exact_counts_and_say_that_they_are_groups(open_page):
    events, _ = made_events(1_000)
    payload = group_payload(events)
    page = open_page(html_page(events[:5], {}))
    page.evaluate(
        """payload => {
          const root = document.querySelector('[data-geoevents=view]');
          const Kind = geoevents.constructor;
          window.groups = new Kind(root, {L: window.L, payload, basemap: null, config: {}});
        }""",
        payload,
    )
    sentence = page.inner_text(".ge-sentence")
    assert "1,000 of 1,000 events shown" in sentence
    assert "drawn as groups" in sentence
    placed = sum(event.place is not None for event in events)
    assert page.evaluate("groups.filtered.placed") == placed


FIGURES = [
    (
        {"kind": FigureKind.ABDUCTED, "text": "four", "value": 4, "unit": "hostages",
         "scope": FigureScope.FLOW},
        "4 hostages freed or moved",
    ),
    ({"kind": FigureKind.KILLED, "text": "123", "value": 123, "unit": "lives"},
     "123 killed"),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "told"), FIGURES, ids=[told for _, told in FIGURES])
def test_what_the_list_says_of_a_figure(open_page, fields, told):
    events, articles = made_events(1)
    event = replace(events[0], figures=(FigureClaim(**fields),))
    page = open_page(html_page([event], articles))
    assert page.inner_text(".ge-row-figure") == told


def test_a_long_figure_in_the_list_is_cut_at_a_whole_line(open_page):
    events, articles = made_events(1)
    long = FigureClaim(
        kind=FigureKind.KILLED,
        text="45",
        value=45,
        of_text="bodies of people from villages around the northern reservoir",
    )
    page = open_page(html_page([replace(events[0], figures=(long,))], articles))
    height, line = page.evaluate(
        "(() => { const box = document.querySelector('.ge-row-figure');"
        " return [box.clientHeight, parseFloat(getComputedStyle(box).lineHeight)]; })()"
    )
    assert height == round(3 * line)
