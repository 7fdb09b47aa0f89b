"""The online half is off until the settings name a provider, and then asked little."""

import json
import threading
from dataclasses import replace
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from geoevents.errors import ConfigurationError
from geoevents.ingest.plain_text import text_article
from geoevents.pipeline import open_services, read_article

TEXT = "Shelling in Velyka Horobivka in Kherson region killed three people."


@pytest.fixture
def nominatim():
    """A stub that speaks Nominatim's JSON and remembers what it was asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            answer = [
                {
                    "place_id": 1,
                    "licence": "test",
                    "osm_type": "node",
                    "osm_id": 7,
                    "lat": "46.75",
                    "lon": "33.10",
                    "class": "place",
                    "type": "village",
                    "importance": 0.3,
                    "display_name": "Velyka Horobivka, Kherson Oblast, Ukraine",
                    "address": {"village": "Velyka Horobivka", "country_code": "ua"},
                    "boundingbox": ["46.74", "46.76", "33.09", "33.11"],
                }
            ]
            body = json.dumps(answer).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"127.0.0.1:{server.server_port}", asked
    server.shutdown()
    server.server_close()


def read(services):
    reading = read_article(text_article(TEXT, published=date(2024, 5, 1)), services)
    (report,) = reading.reports
    return reading.resolutions[report.place]


def test_no_provider_is_asked_by_default(services):
    assert services.geocoder is None
    assert read(services).where_prec >= 3  # falls back to the unit it lies in


def test_named_provider_finds_what_the_gazetteer_lacks(settings, tmp_path, nominatim):
    domain, asked = nominatim
    there = replace(
        settings,
        geocoder="nominatim",
        geocoder_options=(("domain", domain), ("scheme", "http")),
    )
    found = read(open_services(there))
    assert (round(found.point.lat, 2), round(found.point.lon, 2)) == (46.75, 33.10)
    assert asked
    assert all("q=Velyka" in path for path in asked), "only what the gazetteer lacks"
    assert "countrycodes=ua" in asked[0]
    assert "found by nominatim" in found.reasons, "whose word it is"


def test_unknown_provider_is_named(settings):
    with pytest.raises(ConfigurationError, match="nosuch"):
        open_services(replace(settings, geocoder="nosuch"))
