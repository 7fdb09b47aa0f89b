"""Events that people coded from a text: does one of ours have their deaths, place, day?

Coders also used what the text does not say (other reports, a later count), so that no
reader of the text alone reaches all of it: ``stated`` says in how many texts the coded
number of deaths stands at all.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from geoevents.models.event import Event
from geoevents.models.figure import FigureKind
from geoevents.models.place import Point, distance_km

Row = Mapping[str, Any]

_NEAR_KM = 25.0
_NEAR_DAYS = timedelta(days=1)
_DEATHS = frozenset({FigureKind.KILLED, FigureKind.CASUALTIES})
_STRENGTHS = frozenset({FigureKind.TROOPS, FigureKind.SURRENDERED})
_CITED_DAY = re.compile(r"(?:19|20)\d{6}")
_NUMBERED = re.compile(r'(\d+): "([^"]+)"')
_WORDS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen",
    "eighteen", "nineteen", "twenty",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Coded:
    """One coded event; what was not coded is empty.

    Of several numbers (of each side, of each kind of victim) one is enough.
    """

    deaths: tuple[int, ...] = ()
    strengths: tuple[int, ...] = ()
    point: Point | None = None
    days: tuple[date, date] | None = None


def coded_publication(row: Row) -> str | None:
    """The day inside ``citation``, else the event's own: what its desk would have had."""
    cited = _CITED_DAY.search(str(row.get("citation", "")))
    if cited is None:
        return row.get("date")
    day = cited.group()
    return f"{day[:4]}-{day[4:6]}-{day[6:]}"


def coded_rows(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows that one text tells of: no text shared by several, no place told as distant."""
    shared = Counter(row["text"] for row in rows)
    return [
        {**row, "published": coded_publication(row)}
        for row in rows
        if shared[row["text"]] == 1 and not row.get("rel_distance_km")
    ]


def score_coded(
    rows: Sequence[Row], found: Sequence[Sequence[Event]]
) -> dict[str, float | int]:
    """Shares over the coded events that have the part; ``found`` are each text's events.

    All parts are asked of one event: of the text's, the one that meets most of them.
    """
    tally: Counter[str] = Counter()
    for row, events in zip(rows, found, strict=True):
        for coded in _coded(row):
            _count(tally, coded, events, row["text"])
    return {
        "texts": len(rows),
        "events": tally["events"],
        "deaths": tally["deaths asked"],
        "deaths_stated": _share(tally, "stated", "deaths asked"),
        "deaths_exact": _share(tally, "deaths", "deaths asked"),
        "strengths": tally["strengths asked"],
        "strengths_exact": _share(tally, "strengths", "strengths asked"),
        "place_within_25km": _share(tally, "place", "place asked"),
        "day_within_1": _share(tally, "day", "day asked"),
        "all_three": _share(tally, "all", "all asked"),
    }


def _share(tally: Counter[str], part: str, whole: str) -> float:
    return round(tally[part] / tally[whole], 4) if tally[whole] else 0.0


def _coded(row: Row) -> Iterator[Coded]:
    if "incidents" in row:
        for incident in row["incidents"]:
            yield Coded(deaths=_dead(incident), days=_days(incident))
        return
    forces = (row.get("forces") or {}).values()
    losses = [row.get("killed") or row.get("casualties")]
    losses += [force.get(loss) for force in forces for loss in ("killed", "casualties")]
    strengths = [force.get("strength_max") for force in forces]
    yield Coded(
        deaths=tuple(n for n in losses if n),
        strengths=tuple(n for n in strengths if n),
        point=_point(row),
        days=_days(row),
    )


def _dead(incident: Row) -> tuple[int, ...]:
    """Numbers of those who died; one named person is no number."""
    dead = {
        effect.split(": ", 1)[1]
        for effect in incident.get("hum_effect") or ()
        if effect.startswith("DEATH: ")
    }
    return tuple(
        int(number)
        for target in incident.get("hum_number") or ()
        for number, name in _NUMBERED.findall(target)
        if int(number) > 1 and any(name in effect for effect in dead)
    )


def _point(row: Row) -> Point | None:
    lat, lon = row.get("lat"), row.get("lon")
    return Point(lat=lat, lon=lon) if lat is not None and lon is not None else None


def _days(row: Row) -> tuple[date, date] | None:
    """First and last day; a month alone and 30 February code none."""
    try:
        first = date.fromisoformat(row.get("date") or "")
        return first, date.fromisoformat(row.get("date_end") or row["date"])
    except ValueError:
        return None


def _count(
    tally: Counter[str], coded: Coded, events: Sequence[Event], text: str
) -> None:
    tally["events"] += 1
    asked: dict[str, object] = {"deaths": coded.deaths, "strengths": coded.strengths}
    asked |= {"place": coded.point, "day": coded.days}
    met = max((_met(coded, event) for event in events), key=len, default=set())
    for part, wanted in asked.items():
        if wanted:
            tally[f"{part} asked"] += 1
            tally[part] += part in met
    if coded.deaths:
        tally["stated"] += any(_is_stated(number, text) for number in coded.deaths)
    if coded.deaths and coded.point and coded.days:
        tally["all asked"] += 1
        tally["all"] += {"deaths", "place", "day"} <= met


def _met(coded: Coded, event: Event) -> set[str]:
    met = set()
    for part, wanted, kinds in (
        ("deaths", coded.deaths, _DEATHS),
        ("strengths", coded.strengths, _STRENGTHS),
    ):
        counted = {f.value for f in event.figures if f.kind in kinds}
        if not counted.isdisjoint(wanted):
            met.add(part)
    place = event.place
    if place is not None and _is_near(coded, place.point):
        met.add("place")
    if _is_then(coded, event):
        met.add("day")
    return met


def _is_near(coded: Coded, point: Point) -> bool:
    return coded.point is not None and distance_km(point, coded.point) <= _NEAR_KM


def _is_then(coded: Coded, event: Event) -> bool:
    if coded.days is None or event.date_start is None or event.date_end is None:
        return False
    start, end = coded.days
    return event.date_start - _NEAR_DAYS <= end and start <= event.date_end + _NEAR_DAYS


def _is_stated(number: int, text: str) -> bool:
    """In digits, with or without a comma, or as a word up to twenty."""
    forms = [str(number), f"{number:,}"]
    if number < len(_WORDS):
        forms.append(_WORDS[number])
    return any(re.search(rf"\b{form}\b", text, re.IGNORECASE) for form in forms)
