"""Words for units ("oblast", "governorate") and the radius of a town."""

import re
from math import sqrt

# Radii are "somewhere in it". A town's grows with the root of its people: 1 km for a
# hamlet, 5 km for 150,000, 12 km for a million.
TOWN_RADIUS_M, TOWN_RADIUS_PER_ROOT_M, TOWN_RADIUS_MAX_M = 1_000, 11, 35_000
_UNIT_WORDS = (
    "oblast|region|province|governorate|county|state|district|prefecture|department|"
    "departamento|municipality|republic|territory|division|raion|rayon|parish|krai|"
    "kray|muhafazat|wilaya|wilayat|voivodeship|canton|city|borough|autonomous region|"
    "autonomous republic|autonomous province|autonomous okrug|okrug|emirate|"
    "regency|upazila|zila|zilla|tehsil|shahrestan|ostan|woreda|zone|local government area|local government council|local council area|local government|local council|lga|"
    "subdistrict|township|commune|cercle|special region|metropolitan area|census area|"
    "federal district|national capital territory|urban hromada|hromada|agency|il"
)
_SUFFIX = re.compile(rf"^(.{{2,}}?) (?:{_UNIT_WORDS})$")
_PREFIX = re.compile(
    rf"^(?:{_UNIT_WORDS}|provincia|provincie|estado|departement|muhafazat|wilayat|"
    r"kreis|landkreis|kabupaten|kota|khett|changwat|tinh|province autonome|"
    r"free and hanseatic city|free city)(?: of| de| del| du| da| des| al| d)? (.{2,})$"
)


def town_radius_m(population: int) -> int:
    """Uncertainty of "in this town", metres, from its people (0: unknown)."""
    if population <= 0:
        return 2_500
    grown = TOWN_RADIUS_M + TOWN_RADIUS_PER_ROOT_M * sqrt(population)
    return int(round(min(grown, TOWN_RADIUS_MAX_M), -2))


def strip_unit_words(normal_name: str) -> str | None:
    """ "kursk oblast" -> "kursk"; None where no such word is there."""
    for pattern in (_SUFFIX, _PREFIX):
        match = pattern.match(normal_name)
        if match and len(match[1]) > 2:  # noqa: PLR2004 - "la state" tells nothing
            return match[1]
    return None
