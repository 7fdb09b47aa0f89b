"""Scores where given place names were put: missing answers count as wrong."""

from collections.abc import Mapping, Sequence
from statistics import mean, median
from typing import Any

from geoevents.evaluate.toponyms import kilometres_off

Row = Mapping[str, Any]
NEAR_KM, AREA_KM = 25.0, 161.0  # 161 km is 100 miles, the custom of the field
CAPTION = "It happened in {place}, {country}."


def score_resolution(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, float]:
    """Accuracy within 161 and 25 km of gold names that have a point.

    ``predicted[i]["toponyms"]`` has one row for each of ``gold[i]["toponyms"]``, in
    order. Mean and median error are of the answered ones only, in kilometres.
    ``population_within_161km`` is what always taking the most populous place of that
    name would reach (``most_populous`` of each row); -1 where the rows do not tell.
    """
    baseline: list[bool] = []
    errors: list[float] = []
    confident: list[tuple[float, bool]] = []
    for row, line in zip(gold, predicted, strict=True):
        for wanted, got in zip(row["toponyms"], line["toponyms"], strict=True):
            if wanted.get("lat") is None:
                continue
            error = kilometres_off(wanted, got)
            errors.append(error)
            if "most_populous" in got:
                known = got["most_populous"] or {}
                baseline.append(kilometres_off(wanted, known) <= AREA_KM)
            if error != float("inf"):
                confident.append((got.get("confidence") or 0.0, error <= AREA_KM))
    answered = [error for error in errors if error != float("inf")]
    total = len(errors) or 1
    return {
        "acc_161": round(sum(error <= AREA_KM for error in errors) / total, 4),
        "population_within_161km": round(mean(baseline), 4) if baseline else -1.0,
        "acc_25": round(sum(error <= NEAR_KM for error in errors) / total, 4),
        "answered": round(len(answered) / total, 4),
        "mean_km": round(mean(answered), 1) if answered else -1.0,
        "median_km": round(median(answered), 1) if answered else -1.0,
        "calibration_gap": _calibration_gap(confident),
        "gold": float(len(errors)),
    }


def _calibration_gap(answers: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error: mean of |confidence - accuracy| over bins."""
    if not answers:
        return -1.0
    gap = 0.0
    for index in range(bins):
        inside = [
            (confidence, right)
            for confidence, right in answers
            if min(int(confidence * bins), bins - 1) == index
        ]
        if inside:
            said = mean(confidence for confidence, _ in inside)
            true = mean(float(right) for _, right in inside)
            gap += abs(said - true) * len(inside) / len(answers)
    return round(gap, 4)


def with_captions(rows: Sequence[Row]) -> Sequence[Row]:
    """Rows as they are, or as captions where none has a text with place names."""
    if any(row.get("toponyms") for row in rows):
        return rows
    return captions_as_gold(rows) or rows


def captions_as_gold(rows: Sequence[Row]) -> list[dict[str, Any]]:
    """Rows with a place, a country and a point as articles of one sentence.

    For event lists whose captions seldom name the place ("Eyes on Russia").
    """
    articles = []
    for row in rows:
        if not row.get("place") or not row.get("country"):
            continue
        text = CAPTION.format(place=row["place"], country=row["country"])
        start = text.index(row["place"])
        country = text.rindex(row["country"])
        names = [
            {
                "start": start,
                "end": start + len(row["place"]),
                "lat": row["lat"],
                "lon": row["lon"],
            },
            {"start": country, "end": country + len(row["country"]), "lat": None},
        ]
        articles.append({"id": row.get("id", ""), "text": text, "toponyms": names})
    return articles
