"""Exports hold the same events, whole, and no cell can run."""

import csv
import io
import json
import sqlite3
from xml.etree import ElementTree as ET

from geoevents.models.figure import FigureKind, FigureScope
from geoevents.render.geopackage import write_geopackage
from geoevents.render.rows import event_row
from geoevents.render.tabular import csv_text, geojson_text, jsonl_text, kml_text
from tests.factories import make_article, make_event, make_figure

ARTICLES = {"a1": make_article(title="=HYPERLINK(1)")}
EVENTS = (make_event("r1", figures=(make_figure(54),)), make_event("r2", place=None))


def test_csv_has_a_row_for_each_event_placed_or_not():
    rows = list(csv.DictReader(io.StringIO(csv_text(EVENTS, ARTICLES))))
    assert [row["event_id"] for row in rows] == ["e-r1", "e-r2"]
    assert rows[0]["latitude"] == "46.64"
    assert rows[1]["latitude"] == ""
    assert rows[0]["killed_best"] == "54"


def test_csv_cell_cannot_run_as_a_formula():
    event = make_event("r1", title="=cmd|' /C calc'!A0", actors=("@SUM(1)", "+1"))
    (row,) = csv.DictReader(io.StringIO(csv_text([event], ARTICLES)))
    assert row["title"].startswith("'=")
    assert row["actors"].startswith("'@")
    assert row["sources"].startswith("'=")


def test_geojson_is_one_feature_an_event_lon_lat_and_null_where_unplaced():
    collection = json.loads(geojson_text(EVENTS, ARTICLES))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    assert collection["features"][0]["geometry"] == {
        "type": "Point",
        "coordinates": [32.61, 46.64],
    }
    assert collection["features"][1]["geometry"] is None


def test_jsonl_is_what_the_store_holds():
    lines = jsonl_text(EVENTS).splitlines()
    assert [json.loads(line)["event_id"] for line in lines] == ["e-r1", "e-r2"]


def test_kml_escapes_text_and_keeps_unplaced_events():
    event = make_event("r3", title="<script>alert(1)</script>\x07")
    root = ET.fromstring(kml_text([*EVENTS, event], ARTICLES))
    names = [n.text for n in root.iter("{http://www.opengis.net/kml/2.2}name")]
    assert "<script>alert(1)</script>\ufffd" in names
    assert len(list(root.iter("{http://www.opengis.net/kml/2.2}Placemark"))) == 3


def test_geopackage_is_readable_sqlite_with_points(tmp_path):
    path = tmp_path / "e.gpkg"
    write_geopackage(path, EVENTS, ARTICLES)
    connection = sqlite3.connect(path)
    rows = connection.execute("SELECT event_id, geom FROM events").fetchall()
    connection.close()
    assert rows[0][1][:2] == b"GP"
    assert rows[1] == ("e-r2", None)


def test_totals_leave_out_subsets_and_running_totals():
    figures = (
        make_figure(54),
        make_figure(9, scope=FigureScope.SUBSET),
        make_figure(9000, scope=FigureScope.CUMULATIVE),
        make_figure(60, claimants=("ministry",)),
        make_figure(7, kind=FigureKind.WOUNDED),
    )
    row = event_row(make_event(figures=figures), ARTICLES)
    assert (row["killed_low"], row["killed_high"], row["wounded_best"]) == (54, 60, 7)
