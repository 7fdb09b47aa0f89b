"""Scores recognition of place names, their roles, and where they were put.

Gold spans and found spans are compared without a leading "the" and a trailing "'s".
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from geoevents.models.place import Point, distance_km

Row = Mapping[str, Any]
_TAILS = ("'s", "’s")


def score_toponyms(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, float]:
    """Precision, recall and F1 of spans that overlap (one to one) or are equal.

    ``predicted[i]`` is the trace line of ``gold[i]``. ``role_accuracy`` is the share
    of found gold names with the right role, ``within_tolerance`` the share of them
    put within ``tol_km``; -1 where the gold file does not tell.
    """
    tally: Counter[str] = Counter()
    for row, line in zip(gold, predicted, strict=True):
        _count(tally, row["text"], row.get("toponyms", ()), line["toponyms"])
    precision = _share(tally["met"], tally["found"])
    recall = _share(tally["met"], tally["gold"])
    exact = (
        _share(tally["equal"], tally["found"]),
        _share(tally["equal"], tally["gold"]),
    )
    return {
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(f1(precision, recall), 4),
        "f1_exact": round(f1(*exact), 4),
        "role_accuracy": _told(tally["role"], tally["roles"]),
        "within_tolerance": _told(tally["near"], tally["points"]),
        "gold": float(tally["gold"]),
        "found": float(tally["found"]),
    }


def f1(precision: float, recall: float) -> float:
    """Their harmonic mean; 0 when both are 0."""
    both = precision + recall
    return 2 * precision * recall / both if both else 0.0


def bare_span(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without a leading "the" and a trailing possessive."""
    name = text[start:end]
    if name[:4].lower() == "the ":
        start += 4
    if name.endswith(_TAILS):
        end -= 2
    return start, end


def pair_spans(
    text: str, gold: Sequence[Row], found: Sequence[Row]
) -> list[tuple[Row, Row | None]]:
    """Each gold name with the first unused found name that overlaps it, or None."""
    spans = [bare_span(text, row["start"], row["end"]) for row in found]
    used: set[int] = set()
    pairs: list[tuple[Row, Row | None]] = []
    for row in gold:
        start, end = bare_span(text, row["start"], row["end"])
        at = next(
            (
                index
                for index, (first, last) in enumerate(spans)
                if index not in used and first < end and start < last
            ),
            None,
        )
        if at is not None:
            used.add(at)
        pairs.append((row, None if at is None else found[at]))
    return pairs


def _count(
    tally: Counter[str], text: str, gold: Sequence[Row], found: Sequence[Row]
) -> None:
    tally["gold"] += len(gold)
    tally["found"] += len(found)
    spans = [
        {bare_span(text, row["start"], row["end"]) for row in rows}
        for rows in (gold, found)
    ]
    tally["equal"] += len(spans[0] & spans[1])
    for wanted, got in pair_spans(text, gold, found):
        if got is None:
            continue
        tally["met"] += 1
        if wanted.get("role"):
            tally["roles"] += 1
            tally["role"] += wanted["role"] == got.get("role")
        if wanted.get("lat") is not None and wanted.get("tol_km") is not None:
            tally["points"] += 1
            tally["near"] += kilometres_off(wanted, got) <= wanted["tol_km"]


def kilometres_off(wanted: Row, got: Row) -> float:
    """Distance of the answer from the truth; infinite where there is none."""
    if got.get("lat") is None or got.get("lon") is None:
        return float("inf")
    one = Point(lat=wanted["lat"], lon=wanted["lon"])
    return distance_km(one, Point(lat=got["lat"], lon=got["lon"]))


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _told(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else -1.0
