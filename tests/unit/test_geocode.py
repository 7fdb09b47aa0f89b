"""Online geocoding against a local server that speaks the services' own JSON."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from geoevents.errors import (
    ConfigurationError,
    GeocoderRateLimitedError,
    GeocoderUnavailableError,
)
from geoevents.geocode import OnlineGeocoder, Options
from geoevents.geocode.cache import AnswerCache
from geoevents.models.place import PlaceKind

NOMINATIM = [
    {
        "place_id": 1, "osm_type": "node", "osm_id": 337646511, "lat": "47.4471",
        "lon": "35.8352", "class": "place", "type": "village", "addresstype": "village",
        "name": "Robotyne", "display_name": "Robotyne, Polohy Raion, Ukraine",
        "address": {"village": "Robotyne", "state": "Zaporizhzhia Oblast",
                    "country": "Ukraine", "country_code": "ua"},
        "boundingbox": ["47.42", "47.46", "35.81", "35.86"],
    }
]  # fmt: skip
PHOTON = {
    "type": "FeatureCollection",
    "features": [
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [35.8352, 47.4471]},
            "properties": {
                "osm_type": "N", "osm_id": 337646511, "osm_key": "place",
                "osm_value": "village", "type": "city", "name": "Robotyne",
                "state": "Zaporizhzhia Oblast", "country": "Ukraine",
                "countrycode": "UA", "extent": [35.81, 47.46, 35.86, 47.42],
            },
        },
        {
            "type": "Feature",
            "geometry": {"type": "Point", "coordinates": [10.0, 50.0]},
            "properties": {"osm_type": "N", "osm_id": 2, "osm_value": "village",
                           "name": "Robotyne", "countrycode": "DE"},
        },
    ],
}  # fmt: skip
GEONAMES = {
    "totalResultsCount": 1,
    "geonames": [
        {"geonameId": 695536, "name": "Robotyne", "lat": "47.44", "lng": "35.83",
         "countryCode": "UA", "adminName1": "Zaporizhzhia", "fcl": "P", "fcode": "PPL",
         "population": 480, "countryName": "Ukraine", "toponymName": "Robotyne"}
    ],
}  # fmt: skip
ARCGIS = {
    "candidates": [
        {"address": "Robotyne, Zaporizhzhia", "score": 100, "attributes": {},
         "location": {"x": 35.83, "y": 47.44},
         "extent": {"xmin": 35.81, "ymin": 47.42, "xmax": 35.86, "ymax": 47.46}}
    ]
}  # fmt: skip


class Stub(BaseHTTPRequestHandler):
    """Answers by path; remembers what it was asked."""

    def do_GET(self) -> None:
        url = urlparse(self.path)
        self.server.asked.append((url.path, parse_qs(url.query)))
        status = self.server.statuses.pop(0) if self.server.statuses else 200
        if url.path.endswith("/search"):
            answer = NOMINATIM
        elif "/api" in url.path:
            answer = PHOTON
        elif "JSON" in url.path:
            answer = GEONAMES
        else:
            answer = ARCGIS
        body = json.dumps(answer).encode() if status == 200 else b"no"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if status == 429:
            self.send_header("Retry-After", "7")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Silence."""


@pytest.fixture
def server() -> Iterator[ThreadingHTTPServer]:
    running = ThreadingHTTPServer(("127.0.0.1", 0), Stub)
    running.asked, running.statuses = [], []
    thread = threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


@pytest.fixture
def cache(tmp_path: Path) -> Iterator[AnswerCache]:
    opened = AnswerCache(tmp_path / "answers.sqlite", clock=lambda: 1_700_000_000.0)
    yield opened
    opened.close()


def geocoder(
    provider: str, server: ThreadingHTTPServer, cache: AnswerCache
) -> OnlineGeocoder:
    domain = f"127.0.0.1:{server.server_port}"
    options = Options(
        domain=domain, scheme="http", username="me", min_delay_seconds=0.0
    )
    return OnlineGeocoder(provider, cache, options, error_wait_seconds=0.0)


@pytest.mark.parametrize("provider", ["nominatim", "photon", "geonames", "arcgis"])
def test_every_named_service_gives_a_place_with_a_radius(provider, server, cache):
    found = geocoder(provider, server, cache).search("Robotyne", country="UA")
    assert len(found) == 1
    place = found[0].place
    assert place.point.lat == pytest.approx(47.44, abs=0.02)
    assert place.kind is PlaceKind.TOWN
    assert 500 <= place.radius_m <= 10_000
    assert found[0].match == "online"


def test_the_country_of_the_resolver_is_passed_on(server, cache):
    geocoder("nominatim", server, cache).search("Robotyne", country="UA")
    _, query = server.asked[0]
    assert query["countrycodes"] == ["ua"]


def test_answers_of_other_countries_are_dropped(server, cache):
    found = geocoder("photon", server, cache).search("Robotyne", country="UA")
    assert {candidate.place.country for candidate in found} == {"UA"}


def test_nothing_is_asked_twice_and_the_day_is_kept(server, cache):
    one = geocoder("nominatim", server, cache)
    first = one.search("Robotyne", country="UA")
    assert one.search("Robotyne", country="UA") == first
    assert len(server.asked) == 1
    assert cache.asked_on("nominatim", "Robotyne", "UA") == "2023-11-14"


def test_a_failing_service_is_retried(server, cache):
    server.statuses = [503]
    assert geocoder("nominatim", server, cache).search("Robotyne")
    assert len(server.asked) == 2


def test_too_many_requests_says_how_long_to_wait(server, cache):
    server.statuses = [429, 429, 429]
    with pytest.raises(GeocoderRateLimitedError) as caught:
        geocoder("nominatim", server, cache).search("Robotyne")
    assert caught.value.retry_after == 7


def test_find_never_raises_and_gives_up_on_a_dead_service(server, cache):
    one = geocoder("nominatim", server, cache)
    server.statuses = [500] * 40
    for name in ("A", "B", "C", "D", "E"):
        assert one.find(name) == ()
    assert isinstance(one.last_error, GeocoderUnavailableError)
    assert len({query["q"][0] for _, query in server.asked}) == 3


def test_an_unknown_service_lists_those_there_are(cache):
    with pytest.raises(ConfigurationError, match="nominatim"):
        OnlineGeocoder("atlantis", cache)


def test_geonames_without_an_account_says_what_it_needs(cache):
    with pytest.raises(ConfigurationError, match="username"):
        OnlineGeocoder("geonames", cache)


def test_any_other_geopy_service_can_be_named(server, cache):
    options = Options(domain=f"127.0.0.1:{server.server_port}", scheme="http")
    assert OnlineGeocoder("photon", cache, options).attribution
    with pytest.raises(ConfigurationError, match="needs"):
        OnlineGeocoder("bing", cache)
