"""Must-pass cases, mostly what users of earlier systems complained of.

They lie beside the checkout; the clone's own table is ``test_own_cases``.
"""

import json
from datetime import date

import pytest

from geoevents.ingest.plain_text import text_article
from geoevents.models.place import Point, distance_km
from geoevents.pipeline import read_many


@pytest.fixture(scope="module")
def cases(shared):
    path = shared / "acceptance" / "cases.jsonl"
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def readings(cases, services):
    articles = [
        text_article(
            c["text"], published=date.fromisoformat(c["published"]), stem=c["id"]
        )
        for c in cases
    ]
    return list(zip(cases, read_many(articles, services), strict=True))


def pins_of(reading):
    for report in reading.reports:
        if report.place is not None and reading.resolutions[report.place].point:
            yield (
                reading.resolutions[report.place],
                reading.mentions.toponyms[report.place].text,
            )


def is_at(pin, found):
    point = Point(lat=pin["lat"], lon=pin["lon"])
    return distance_km(point, found.point) <= pin["tol_km"]


def test_every_wanted_pin_is_there_with_its_country(readings):
    missing = []
    for case, reading in readings:
        found = [resolution for resolution, _ in pins_of(reading)]
        for pin in case["pins"]:
            near = [f for f in found if is_at(pin, f)]
            seas = {None, pin["country"]}
            if not any(f.place.country in seas for f in near):
                missing.append((case["id"], pin["name"], [f.place.name for f in found]))
    assert missing == []


def test_no_pin_where_none_may_be(readings):
    wrong = [
        (case["id"], text, resolution.place.name)
        for case, reading in readings
        for resolution, text in pins_of(reading)
        if {text, resolution.place.name} & set(case["no_pins"])
        and not any(is_at(pin, resolution) for pin in case["pins"])
    ]
    assert wrong == []


def test_cases_without_pins_have_none(readings):
    extra = [
        (case["id"], text)
        for case, reading in readings
        if not case["pins"] and case["id"] != "planned"
        for _, text in pins_of(reading)
    ]
    assert extra == []


def test_figures_are_found_with_their_values_and_no_others(readings):
    wrong = []
    for case, reading in readings:
        found = [
            (f.text, f.kind.value, f.value, f.low, f.high, f.mod and f.mod.value)
            for f in reading.mentions.figures
        ]
        wanted = [
            (f["text"], f["kind"], f["value"], f["low"], f["high"], f["mod"])
            for f in case["figures"]
        ]
        if sorted(map(str, found)) != sorted(map(str, wanted)):
            wrong.append((case["id"], found, wanted))
    assert wrong == []


def test_dates_are_found_with_their_days(readings):
    missing = []
    for case, reading in readings:
        found = {
            (t.text, str(t.date_start), str(t.date_end))
            for t in reading.mentions.timexes
        }
        spans = {(start, end) for _, start, end in found}
        missing += [
            (case["id"], wanted, found)
            for wanted in case["dates"]
            if (wanted["date_start"], wanted["date_end"]) not in spans
        ]
    assert missing == []
