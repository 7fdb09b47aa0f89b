"""What every map says of itself: method, limits, credits."""

from geoevents.render.leaflet_assets import leaflet_version

METHOD_NOTES = (
    (
        "Every event was read from news articles by a program and is backed by the "
        "sentence it was read from, shown in its card with the place, date and figure "
        "marked. A claim is shown as a claim: wording, not truth."
    ),
    (
        "A hollow symbol is a region, not a point; a dashed outline shows how far the "
        "place may lie from the symbol. Nothing is moved to make room: events at one "
        "point open as a list."
    ),
    (
        "Dates are civil days. An event that may lie on several days counts a part on "
        "each in the histogram; “certain only” leaves out events that may lie outside "
        "the range. Figures are never averaged or added up."
    ),
    "Events without a place or without a date are counted and listed, not dropped.",
)


def data_credits() -> list[dict[str, str]]:
    """Data and code shown, with licences."""
    return [
        {"text": "Land, water and borders: Natural Earth, public domain, adapted"},
        {
            "text": "Place names and coordinates: GeoNames (geonames.org), CC BY 4.0, adapted"
        },
        {
            "text": f"Leaflet {leaflet_version()}, © Volodymyr Agafonkin and others, BSD-2-Clause"
        },
        {"text": "geoevents, Apache-2.0"},
    ]
