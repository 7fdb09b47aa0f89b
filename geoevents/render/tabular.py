"""Events as files other programs read: CSV, JSONL, GeoJSON and KML."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

from geoevents.models.article import Article
from geoevents.models.codec import to_plain
from geoevents.models.event import Event
from geoevents.render.rows import event_row

_KML = "http://www.opengis.net/kml/2.2"
# A cell that starts like this is run as a formula by spreadsheets.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
ATTRIBUTION = (
    "Places: GeoNames (geonames.org), CC BY 4.0, modified; Natural Earth, public domain"
)


def csv_text(events: Sequence[Event], articles: Mapping[str, Article]) -> str:
    """One row an event; text cells can run no formula."""
    rows = [event_row(event, articles) for event in events]
    header = list(rows[0]) if rows else ["event_id"]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=header, lineterminator="\r\n")
    writer.writeheader()
    for row in rows:
        writer.writerow({key: _inert(cell) for key, cell in row.items()})
    return out.getvalue()


def _inert(cell: object) -> object:
    if isinstance(cell, str) and cell.startswith(_FORMULA_STARTS):
        return "'" + cell
    return cell


def jsonl_text(events: Sequence[Event]) -> str:
    """Whole events, one JSON object a line: what the store holds."""
    lines = (json.dumps(to_plain(event), ensure_ascii=False) for event in events)
    return "".join(line + "\n" for line in lines)


def geojson_text(events: Sequence[Event], articles: Mapping[str, Article]) -> str:
    """RFC 7946: one feature an event, ``geometry`` null where unplaced."""
    features = [
        {
            "type": "Feature",
            "id": event.event_id,
            "geometry": _geometry(event),
            "properties": event_row(event, articles),
        }
        for event in events
    ]
    collection = {
        "type": "FeatureCollection",
        "attribution": ATTRIBUTION,
        "features": features,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1) + "\n"


def _geometry(event: Event) -> dict[str, object] | None:
    if event.place is None:
        return None
    point = event.place.point
    return {"type": "Point", "coordinates": [round(point.lon, 5), round(point.lat, 5)]}


def kml_text(events: Sequence[Event], articles: Mapping[str, Article]) -> str:
    """KML 2.2 with time spans; unplaced events are in a folder without points."""
    ET.register_namespace("", _KML)
    root = ET.Element(f"{{{_KML}}}kml")
    document = ET.SubElement(root, f"{{{_KML}}}Document")
    ET.SubElement(document, f"{{{_KML}}}name").text = "geoevents"
    for name, placed in (("Events", True), ("Without a place", False)):
        folder = ET.SubElement(document, f"{{{_KML}}}Folder")
        ET.SubElement(folder, f"{{{_KML}}}name").text = name
        for event in events:
            if (event.place is not None) is placed:
                _placemark(folder, event, articles)
    return ET.tostring(root, encoding="unicode", xml_declaration=True) + "\n"


def _placemark(
    folder: ET.Element, event: Event, articles: Mapping[str, Article]
) -> None:
    mark = ET.SubElement(folder, f"{{{_KML}}}Placemark", id=f"e{event.event_id}")
    ET.SubElement(mark, f"{{{_KML}}}name").text = _xml_safe(event.title)
    if event.date_start is not None:
        span = ET.SubElement(mark, f"{{{_KML}}}TimeSpan")
        ET.SubElement(span, f"{{{_KML}}}begin").text = str(event.date_start)
        ET.SubElement(span, f"{{{_KML}}}end").text = str(event.date_end)
    extended = ET.SubElement(mark, f"{{{_KML}}}ExtendedData")
    for key, cell in event_row(event, articles).items():
        if cell is not None:
            data = ET.SubElement(extended, f"{{{_KML}}}Data", name=key)
            ET.SubElement(data, f"{{{_KML}}}value").text = _xml_safe(str(cell))
    if event.place is not None:
        point = ET.SubElement(mark, f"{{{_KML}}}Point")
        lat, lon = event.place.point.lat, event.place.point.lon
        ET.SubElement(point, f"{{{_KML}}}coordinates").text = f"{lon:.5f},{lat:.5f}"


def _xml_safe(text: str) -> str:
    """Control characters are no XML at all."""
    return "".join(c if c >= " " or c in "\t\n\r" else "\ufffd" for c in text)
