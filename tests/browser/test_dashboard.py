"""The dashboard as an analyst meets it: a real server, a real browser, no network."""

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT
from tests.integration.kursk_text import OWN

OTHER = "Shells fell on Kherson and hurt a nurse on 5 November 2024, the mayor wrote."
READY = "[data-ready=true]"
START_SECONDS = 60
LIST_IS_FILTERED = """(before) => {
  const now = document.querySelector('.ge-shown').textContent;
  const { count } = document.querySelector('.ge-list').dataset;
  return now !== before && count === now.split(' ')[0];
}"""


@contextmanager
def dashboard(store: Path, cache: Path, *, script: str | None = None):
    """A server on a free port; ``script`` runs Streamlit on that file instead."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = os.environ | {
        "GEOEVENTS_STORE": f"sqlite:///{store}",
        "GEOEVENTS_CACHE": str(cache),
    }
    command = [sys.executable, "-m", "geoevents", "serve", "--port", str(port)]
    if script:
        command = [
            sys.executable,
            "-m",
            "streamlit",
            "run",
            script,
            f"--server.port={port}",
        ]
    server = subprocess.Popen(
        command, env=env, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    try:
        _wait_until_up(port, server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.kill()
        server.wait(timeout=30)
        server.stdout.close()


def _wait_until_up(port, server):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            with urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2):
                return
        except OSError:
            assert server.poll() is None, server.stdout.read().decode()
            time.sleep(0.2)
    pytest.fail("the dashboard did not come up")


@pytest.fixture
def page(browser):
    context = browser.new_context(
        viewport={"width": 1400, "height": 900}, accept_downloads=True
    )
    page = context.new_page()
    outside, errors = [], []
    page.on(
        "request",
        lambda r: (
            None
            if r.url.startswith(("http://127.0.0.1", "blob:", "data:"))
            else outside.append(r.url)
        ),
    )
    page.on("pageerror", lambda e: errors.append(str(e)))
    yield page
    context.close()
    assert outside == [], "the page asked for something over the network"
    assert errors == []


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("dashboard-cache")


def test_sample_is_mapped_on_first_start(page, tmp_path, cache):
    with dashboard(tmp_path / "new.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        assert "41 articles" in page.inner_text("body")
        assert "events shown" in page.inner_text("body")
        assert (
            not (tmp_path / "new.db").exists()
            or page.locator(".ge-list-row, [data-event]").count() >= 0
        )


def test_app_py_is_the_same_page(page, tmp_path, cache):
    with dashboard(tmp_path / "new.db", cache, script="app.py") as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        assert "41 articles" in page.inner_text("body")


def _export(page, path, open_page, shown):
    """The file with the count and the card on screen: Python hears of a touch a moment later.

    Pressed again while the file is of the moment before, for at most a minute.
    """
    for _ in range(30):
        with page.expect_download(timeout=60_000) as waiting:
            page.get_by_role("button", name="Export HTML").click()
        waiting.value.save_as(path)
        exported = open_page(path.read_text(encoding="utf-8"))
        has_card = exported.locator(".ge-card-title").count() > 0
        if has_card and exported.inner_text(".ge-shown") == shown:
            break
        page.wait_for_timeout(2_000)
    return exported


def _paste(page, text, published=None):
    page.get_by_label("Paste an article").fill(text)
    if published:
        page.get_by_label("Published").fill(published)
    page.get_by_role("button", name="Add to the map").click()
    page.get_by_text("Added", exact=False).first.wait_for(timeout=60_000)
    page.wait_for_selector(READY, timeout=30_000)


def test_pasted_article_is_mapped_and_dated_by_one_action(page, tmp_path, cache):
    with dashboard(tmp_path / "paste.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        _paste(page, OWN)
        page.get_by_text("Kursk Oblast").first.wait_for(timeout=30_000)
        assert "11,000" in page.inner_text("body")
        page.get_by_label("It was published on").fill("2024-11-06")
        page.get_by_role("button", name="Set the date").click()
        page.get_by_text("4 Nov 2024").first.wait_for(timeout=60_000)
        body = page.inner_text("body")
        for name in ("Seoul ·", "Moscow ·", "Pyongyang ·"):
            assert name not in body


def test_hostile_text_stays_text(page, tmp_path, cache):
    hostile = "${alert(1)} {{7*7}} <script>alert(2)</script> `x` Shelling in Kherson killed three people on 5 June 2023."
    page.on("dialog", lambda d: pytest.fail(f"ran: {d.message}"))
    with dashboard(tmp_path / "hostile.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        _paste(page, hostile)
        page.get_by_text("Kherson").first.wait_for(timeout=30_000)
        body = page.inner_text("body")
        assert "Kherson" in body
        assert "49" not in body.replace("49 ", "")


def test_empty_box_and_foreign_text_get_a_clear_word(page, tmp_path, cache):
    with dashboard(tmp_path / "odd.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        page.get_by_role("button", name="Add to the map").click()
        page.get_by_text("The box is empty").wait_for(timeout=20_000)
        _paste(
            page,
            "Російські війська обстріляли Херсон, загинули троє людей, повідомила влада. "
            * 2,
        )
        assert "only English is understood" in page.inner_text("body")


def test_export_button_gives_the_view_as_one_file(page, tmp_path, cache, open_page):
    with dashboard(tmp_path / "export.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        with page.expect_download(timeout=60_000) as waiting:
            page.get_by_role("button", name="Export HTML").click()
        path = tmp_path / "got.html"
        waiting.value.save_as(path)
    html = path.read_text(encoding="utf-8")
    exported = open_page(html)
    assert "events shown" in exported.inner_text("body")


def test_exported_file_counts_what_the_filtered_map_counts(
    page, tmp_path, cache, open_page
):
    with dashboard(tmp_path / "filtered.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        everything = page.inner_text(".ge-shown")
        page.locator(".ge-legend-row").first.click()
        page.wait_for_function(LIST_IS_FILTERED, arg=everything)
        fewer = page.inner_text(".ge-shown")
        page.fill(".ge-search", "the")
        page.wait_for_function(LIST_IS_FILTERED, arg=fewer)
        page.locator(".ge-row").first.click()
        title = page.inner_text(".ge-card-title")
        shown = page.inner_text(".ge-shown")
        assert shown != everything
        exported = _export(page, tmp_path / "filtered.html", open_page, shown)
    assert exported.inner_text(".ge-shown") == shown
    assert exported.inner_text(".ge-card-title") == title
    assert "text “the”" in exported.inner_text(".ge-foot")


def test_export_pressed_while_the_map_reports_gives_a_file(page, tmp_path, cache):
    with dashboard(tmp_path / "at_once.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        for wait in (100, 150, 200):
            page.locator(".ge-legend-row").first.click()
            page.wait_for_timeout(wait)
            with page.expect_download(timeout=30_000):
                page.get_by_role("button", name="Export HTML").click()


def test_export_is_declined_while_every_type_is_hidden(page, tmp_path, cache):
    with dashboard(tmp_path / "hidden.db", cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        rows = page.locator(".ge-legend-row")
        for each in range(rows.count()):
            rows.nth(each).click()
        button = page.get_by_role("button", name="Export HTML")
        expect(button).to_be_disabled(timeout=30_000)
        rows.first.click()
        expect(button).to_be_enabled(timeout=30_000)


def test_ingested_store_is_served(page, tmp_path, cache):
    article = tmp_path / "kursk.txt"
    article.write_text(OWN, encoding="utf-8")
    store = tmp_path / "served.db"
    env = os.environ | {"GEOEVENTS_CACHE": str(cache)}
    command = [
        sys.executable,
        "-m",
        "geoevents",
        "ingest",
        str(article),
        "--published",
        "2024-11-06",
        "--store",
        f"sqlite:///{store}",
    ]
    done = subprocess.run(
        command, env=env, cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert "1 articles read" in done.stderr
    with dashboard(store, cache) as url:
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        body = page.inner_text("body")
        assert "Kursk Oblast" in body
        assert "4 Nov 2024" in body
        article.write_text(OTHER, encoding="utf-8")
        subprocess.run(command, env=env, cwd=ROOT, capture_output=True, check=True)
        page.locator(".ge-legend-row").first.click()
        page.get_by_text("Kherson").first.wait_for(timeout=30_000)
