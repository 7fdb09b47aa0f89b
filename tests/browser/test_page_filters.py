"""One filter, the same numbers everywhere: sentence, map, histogram, list, Python."""

from datetime import timedelta
from random import Random

import pytest

from geoevents.models.filters import EventFilter
from geoevents.models.report import EventType
from geoevents.render.html_page import html_page
from tests.browser.made_events import FIRST_DAY, made_events

COUNTS = """() => {
  const view = geoevents;
  view.flush();
  const counts = view.map.eventLayer.countsAt(view.map.map.getZoom());
  counts.update(view.events, view.filtered.mask);
  const inRange = view.events.start.reduce((sum, start, i) =>
    sum + (view.filtered.mask[i] && start !== 0x7fffffff ? 1 : 0), 0);
  return {
    sentence: document.querySelector('.ge-shown').textContent,
    shown: view.filtered.shown,
    map: counts.total.reduce((a, b) => a + b, 0),
    types: view.filtered.byType.reduce((a, b) => a + b, 0),
    list: view.side.rows().length,
    dated: inRange,
    unplaced: view.filtered.unplaced,
  };
}"""


def _random_filter(random: Random) -> EventFilter:
    first = FIRST_DAY + timedelta(days=random.randint(0, 900))
    has_range = random.random() < 0.8
    types = random.sample(list(EventType), random.randint(1, 6))
    return EventFilter(
        date_from=first if has_range else None,
        date_to=first + timedelta(days=random.randint(0, 400)) if has_range else None,
        certain=random.random() < 0.4,
        types=frozenset(types) if random.random() < 0.7 else frozenset(),
        text=random.choice(
            (None, None, "kharkiv", "Shelling", "ukraine", "nothing like it")
        ),
    )


def _as_config(wanted: EventFilter) -> dict[str, object]:
    has_range = wanted.date_from is not None
    return {
        "range": [str(wanted.date_from), str(wanted.date_to)] if has_range else None,
        "certain": wanted.certain,
        "types": sorted(wanted.types) or None,
        "text": wanted.text or "",
    }


def test_counts_agree_for_random_filters(open_page):
    events, articles = made_events(600)
    page = open_page(html_page(events, articles))
    random = Random(11)  # noqa: S311 - nothing secret
    for number in range(12):
        wanted = _random_filter(random)
        passing = [event for event in events if wanted.admits(event)]
        config = {**_as_config(wanted), "revision": 10_000 + number}
        page.evaluate("config => geoevents.applyConfig(config)", config)
        counts = page.evaluate(COUNTS)
        placed = sum(event.place is not None for event in passing)
        assert counts["shown"] == len(passing), wanted
        assert counts["sentence"] == f"{len(passing)} of 600 events shown"
        assert counts["list"] == counts["types"] == len(passing)
        assert counts["map"] == placed
        assert counts["unplaced"] == len(passing) - placed
        exported = html_page(events, articles, filter=wanted)
        assert f"{len(passing)} of 600 events ·" in exported


def test_histogram_holds_every_dated_event_once(open_page):
    events, articles = made_events(400)
    page = open_page(html_page(events, articles))
    total = page.evaluate(
        "geoevents.timeline.bins().reduce((sum, bin) => sum + bin.total, 0)"
    )
    assert total == pytest.approx(sum(event.date_start is not None for event in events))


def test_older_revision_never_overwrites_the_readers_range(open_page):
    events, articles = made_events(50)
    page = open_page(html_page(events, articles))
    page.evaluate("geoevents.timeline.setRange(19500, 19600)")
    mine = page.evaluate("geoevents.currentReport()")
    page.evaluate(
        "revision => geoevents.applyConfig({revision, range: null})", mine["revision"]
    )
    assert page.evaluate("geoevents.currentReport()")["range"] == mine["range"]
    page.evaluate(
        "revision => geoevents.applyConfig({revision, range: null})",
        mine["revision"] + 1,
    )
    assert page.evaluate("geoevents.currentReport()")["range"] is None


def test_typed_dates_presets_and_keys_write_the_same_range(open_page):
    events, articles = made_events(200)
    page = open_page(html_page(events, articles))
    page.fill(".ge-date >> nth=0", "2023-05-01")
    page.keyboard.press("Enter")
    assert page.evaluate("geoevents.currentReport()")["range"][0] == "2023-05-01"
    page.click(".ge-presets button >> nth=0")
    assert page.evaluate("geoevents.currentReport()")["range"] is None
    page.focus(".ge-time-handle[data-side=from]")
    page.keyboard.press("ArrowUp")
    first = page.get_attribute(".ge-time-handle[data-side=from]", "aria-valuetext")
    page.keyboard.press("Home")
    assert page.evaluate("geoevents.currentReport()")["range"] is None
    assert first
    page.fill(".ge-date >> nth=0", "2023-02-30")
    page.keyboard.press("Enter")
    assert page.get_attribute(".ge-date >> nth=0", "aria-invalid") == "true"
    assert page.evaluate("geoevents.currentReport()")["range"] is None


def test_play_moves_the_window_and_stops_at_the_end(open_page):
    events, articles = made_events(100)
    page = open_page(html_page(events, articles))
    page.evaluate("geoevents.controls.speed = 60")
    page.click(".ge-play")
    page.wait_for_function("() => !geoevents.store.state.playing", timeout=10_000)
    last = page.evaluate("geoevents.events.last")
    assert page.evaluate("geoevents.timeline.range().to") == last
