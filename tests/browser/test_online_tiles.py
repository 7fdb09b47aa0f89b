"""Online tiles over the offline map, from a stub server on this machine."""

import struct
import threading
import zlib
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from geoevents.dashboard.online_tiles import tile_layers
from geoevents.render.html_page import html_page
from tests.bench.dashboard import served
from tests.browser.made_events import made_events

READY = ".ge-root[data-ready=true]"
NOTE = ".ge-tiles-note"
DRAWN = ".leaflet-online-pane img.leaflet-tile-loaded"
OFFLINE = ".leaflet-tile-pane canvas.leaflet-tile"


def _png() -> bytes:
    def chunk(name, data):
        sum_ = zlib.crc32(name + data)
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", sum_)

    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\x20\x80\xff" * 256) * 256
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


class _Tiles(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append(self.path)
        body = b"" if self.server.is_broken else _png()
        self.send_response(500 if self.server.is_broken else 200)
        self.send_header("Content-Type", "image/png")
        self.send_header("Cache-Control", "no-store")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        """Quiet."""


@pytest.fixture
def tile_server():
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Tiles)
    server.asked, server.is_broken = [], False
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def page(browser, tile_server, monkeypatch):
    port = tile_server.server_address[1]
    monkeypatch.setenv("TILES_URL", f"http://127.0.0.1:{port}/{{z}}/{{x}}/{{y}}.png")
    with served(Path(__file__).with_name("tiles_app.py"), 0) as url:
        context = browser.new_context(viewport={"width": 1100, "height": 800})
        page = context.new_page()
        page.goto(url)
        page.wait_for_selector(READY, timeout=30_000)
        yield page
        context.close()


def test_tiles_come_when_chosen_and_the_offline_map_stays_when_they_fail(
    page, tile_server
):
    page.wait_for_timeout(300)
    assert tile_server.asked == []

    page.get_by_text("Tiles", exact=True).click()
    page.wait_for_selector(DRAWN)
    credit = page.inner_text(".leaflet-control-attribution")
    assert "Stub: (C) <b>Stub</b> makers" in credit
    assert "Natural Earth" in credit
    assert page.is_hidden(NOTE)

    tile_server.is_broken = True
    page.evaluate(
        "document.querySelector('.ge-root').geoevents.map.map.setView([48, 30], 6)"
    )
    page.wait_for_selector(NOTE, state="visible")
    assert "offline map" in page.inner_text(NOTE)
    assert page.locator(OFFLINE).count() > 4
    hidden = page.evaluate(
        "drawn => [...document.querySelectorAll(drawn)].filter((tile) => "
        "tile.src.includes('/6/') && tile.style.visibility !== 'hidden').length",
        DRAWN,
    )
    assert hidden == 0

    page.get_by_text("Tiles", exact=True).click()
    page.wait_for_function("() => !document.querySelector('.leaflet-online-pane img')")
    assert "Stub" not in page.inner_text(".leaflet-control-attribution")
    assert page.is_hidden(NOTE)


def test_providers_that_need_a_key_are_left_out():
    layers = tile_layers()
    assert next(iter(layers)) == "OpenStreetMap.Mapnik"
    assert len(layers) > 500
    assert not {"MapBox", "Thunderforest.OpenCycleMap", "CartoDB.Positron"} & set(
        layers
    )
    for layer in layers.values():
        assert layer["url"].startswith("https://")
        assert all(f"{{{each}}}" in layer["url"] for each in "xyz")
        assert "{s}" not in layer["url"]
        assert layer["attribution"]
        assert "<" not in layer["attribution"]


def test_exported_file_may_load_nothing():
    html = html_page(*made_events(3))
    policy = html.split('http-equiv="Content-Security-Policy" content="')[1]
    policy = policy.split('"')[0]
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "*" not in policy
