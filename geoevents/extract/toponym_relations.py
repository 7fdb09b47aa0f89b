"""Wordings that place something relative to a name: "10 km south of", "off"."""

import re
from functools import cache

from geoevents.models.mention import Relation

_COMPASS = {
    "north": 0.0,
    "north-east": 45.0,
    "east": 90.0,
    "south-east": 135.0,
    "south": 180.0,
    "south-west": 225.0,
    "west": 270.0,
    "north-west": 315.0,
}
KM_PER = {"km": 1.0, "mile": 1.609, "nautical": 1.852, "m": 0.001}
_POINT = r"(?P<way>(?:north|south)[- ]?(?:east|west)?|east|west)(?:ern|wards?)?"
_AMOUNT = (
    r"(?P<amount>\d[\d,.]*|a|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|"
    r"a few|several|dozens of|twelve|fifteen|twenty|thirty|forty|fifty|sixty|hundred)"
)
_UNIT = (
    r"[ -]?(?P<unit>nautical miles?|nm\b|kilomet(?:er|re)s?|kms?\b|miles?|mi\b|"
    r"met(?:er|re)s?|m\b)(?: \([^)]{0,30}\))?"
)
_BEFORE = (
    "(?:the |(?:the (?:[a-z-]+ ){0,2})?(?:city|town|village|port|settlement) of |"
    "the capital,? )?$"
)
_NUMBERS = {
    word: float(value)
    for value, word in enumerate(
        [
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
        ]
    )
} | {
    "a": 1.0,
    "a dozen": 12.0,
    "twelve": 12.0,
    "fifteen": 15.0,
    "twenty": 20.0,
    "thirty": 30.0,
    "forty": 40.0,
    "fifty": 50.0,
    "sixty": 60.0,
    "hundred": 100.0,
    "a few": 5.0,
    "several": 10.0,
    "dozens of": 36.0,
}


@cache
def relation_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind and pattern, matched against the text that ends where a name begins."""
    rows = (
        ("offset", rf"{_AMOUNT}{_UNIT} (?:to the )?{_POINT} (?:of|from) {_BEFORE}"),
        ("off", rf"(?:{_AMOUNT}{_UNIT} )?off (?:the )?(?:\w+ )?(?:coast|shores?) of {_BEFORE}"),
        ("off", rf"{_AMOUNT}{_UNIT} off {_BEFORE}"),
        ("off", rf"(?:^|[ ,(])off {_BEFORE}"),
        ("near", rf"{_AMOUNT}{_UNIT} (?:away )?from {_BEFORE}"),
        ("offset", rf"(?:to the |just |immediately )?{_POINT} of {_BEFORE}"),
        ("near", (rf"\b(?:near|close to|nearby|around|in the vicinity of|not far from|"
                 rf"approaches to|the suburbs of|(?:on |at )?the edge of|next to|"
                 rf"adjacent to) {_BEFORE}")),
        ("outside", rf"\b(?:outside(?: of)?|(?:(?:on|at|in) )?(?:the )?(?:\w+ )?outskirts of|on the road to) {_BEFORE}"),
        ("along", rf"\balong {_BEFORE}"),
    )  # fmt: skip
    return tuple((kind, re.compile(text, re.IGNORECASE)) for kind, text in rows)


# The last word before the name, by which all of the above end: few names have one.
ENDING = re.compile(
    r"\b(?:of|off|from|near|nearby|to|around|along|outside|the|capital),? $",
    re.IGNORECASE,
)
LONGEST_ENDING = len("outside, ")
PART = re.compile(
    r"\b((?:(?:north|south)[- ]?(?:east|west)?ern|eastern|western|central|upper|lower|"
    r"downtown|mainland|(?:north|south)-?(?:east|west)?|east|west)) $",
    re.IGNORECASE,
)
LONGEST_PART = len("north-western ")


def build_relation(kind: str, match: re.Match[str]) -> Relation:
    """The relation a pattern of ``relation_patterns`` found."""
    groups = match.groupdict()
    distance = None
    if groups.get("amount") and groups.get("unit"):
        distance = _kilometres(groups["amount"], groups["unit"])
    bearing = bearing_of(groups["way"]) if groups.get("way") else None
    return Relation(
        kind=kind,
        text=match[0].strip(" ,("),
        distance_km=distance,
        bearing_deg=bearing,
    )


def _kilometres(amount: str, unit: str) -> float | None:
    text = amount.lower().replace(",", "").rstrip(".")
    try:
        value = _NUMBERS[text] if text in _NUMBERS else float(text)
    except ValueError:
        return None
    lower = unit.lower()
    if lower.startswith(("naut", "nm")):
        return round(value * KM_PER["nautical"], 1)
    if lower.startswith("mi"):
        return round(value * KM_PER["mile"], 1)
    if lower.startswith("k"):
        return value
    return value * KM_PER["m"]


def bearing_of(way: str) -> float | None:
    """Degrees from north of "south-east" or "northern"; None for other words."""
    text = re.sub(r"(ern|wards?)$", "", way.lower()).replace(" ", "-")
    match = re.fullmatch(r"(north|south)-?(east|west)?|(east|west)", text)
    if match is None:
        return None
    if match[3]:
        return _COMPASS[match[3]]
    return _COMPASS[f"{match[1]}-{match[2]}" if match[2] else match[1]]
