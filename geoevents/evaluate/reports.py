"""Are the reports right? Found, placed, dated, counted; and merged where they are one.

A found report pairs with a gold one when both have the same event type and their
triggers overlap or stand in one sentence; pairs are one to one, best first.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from geoevents.evaluate.toponyms import kilometres_off

Row = Mapping[str, Any]


def score_reports(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Any]:
    """Precision, recall, F1 and the share of reports with place, date and figures right.

    Args:
        gold: articles in GOLD.md's shape.
        predicted: trace lines of the same articles, in the same order.
    """
    pairs: list[tuple[Row, Row, Row, Row]] = []
    gold_count = found_count = 0
    for article, line in zip(gold, predicted, strict=True):
        gold_count += len(article["reports"])
        found_count += len(line["reports"])
        pairs += [(article, line, g, p) for g, p in _pairs(article, line)]
    right = [_verdict(*pair) for pair in pairs]
    matched = len(pairs)
    complete = sum(v["place"] and v["date"] and v["figures"] for v in right)
    recall = matched / gold_count if gold_count else 0.0
    precision = matched / found_count if found_count else 0.0
    total = precision + recall
    return {
        "gold": gold_count,
        "found": found_count,
        "matched": matched,
        "precision": round(precision, 4),
        "recall": round(recall, 4),
        "f1": round(2 * precision * recall / total, 4) if total else 0.0,
        # Of found reports, those with place, date and every figure right; and of all.
        "all_right": round(complete / max(matched, 1), 4),
        "all_right_of_gold": round(complete / max(gold_count, 1), 4),
        **{
            f"{part}_right": round(sum(v[part] for v in right) / max(matched, 1), 4)
            for part in ("place", "date", "figures", "status", "claim_status")
        },
        **_sub_types(pairs),
        **_actors(pairs),
        **_parts(pairs),
        "false_pins_per_100": _false_pins(gold, predicted),
        **_same_as(gold, predicted),
    }


def _sub_types(pairs: Sequence[tuple[Row, Row, Row, Row]]) -> dict[str, Any]:
    """Of found reports whose gold names a sub-type, those with the right one."""
    named = [
        (g["sub_event_type"], p["sub_event_type"])
        for _, _, g, p in pairs
        if g.get("sub_event_type")
    ]
    right = sum(one == two for one, two in named)
    return {
        "sub_types": len(named),
        "sub_type_right": round(right / max(len(named), 1), 4),
    }


def _actors(pairs: Sequence[tuple[Row, Row, Row, Row]]) -> dict[str, Any]:
    """Precision and recall of who acts or suffers, by name in small letters."""
    right = found = marked = 0
    for _, _, gold, predicted in pairs:
        ours = {name.lower() for name in predicted.get("actors", ())}
        theirs = {name.lower() for name in gold.get("actors", ())}
        right += len(ours & theirs)
        found += len(ours)
        marked += len(theirs)
    return {
        "actors_precision": round(right / max(found, 1), 4),
        "actors_recall": round(right / max(marked, 1), 4),
    }


def _parts(pairs: Sequence[tuple[Row, Row, Row, Row]]) -> dict[str, Any]:
    """Of actors named rightly whose part our gold marks, those whose part is told.

    ``parts_right``: of those told to do or to suffer it, the share that does.
    """
    marked = told = right = 0
    for _, _, gold, predicted in pairs:
        for part in ("doers", "targets") if "doers" in gold else ():
            wanted = {name.lower() for name in gold[part]}
            named = {name.lower() for name in predicted["actors"]} & wanted
            marked += len(named)
            right += len(named & {name.lower() for name in predicted[part]})
        if "doers" in gold:
            known = {name.lower() for name in (*gold["doers"], *gold["targets"])}
            parts = (*predicted["doers"], *predicted["targets"])
            told += len(known & {name.lower() for name in parts})
    return {
        "parts": marked,
        "parts_told": round(told / max(marked, 1), 4),
        "parts_right": round(right / max(told, 1), 4),
    }


# Gold places that something happens at, leaves or reaches.
_PINNED = {"event", "destination", "origin"}


def _false_pins(gold: Sequence[Row], predicted: Sequence[Row]) -> float:
    """Reports placed outside the tolerance of every such gold place, per 100 articles.

    A report without a place is no pin.
    """
    pins = sum(
        not _is_pinned(article, line["toponyms"][report["place"]])
        for article, line in zip(gold, predicted, strict=True)
        for report in line["reports"]
        if report["place"] is not None
        and line["toponyms"][report["place"]]["lat"] is not None
    )
    return round(100 * pins / max(len(gold), 1), 1)


def _is_pinned(article: Row, pin: Row) -> bool:
    return any(
        kilometres_off(place, pin) <= place["tol_km"]
        for place in article["toponyms"]
        if place["role"] in _PINNED and place["lat"] is not None
    )


def _pairs(article: Row, line: Row) -> Iterator[tuple[Row, Row]]:
    for index, found in pair_reports(article, line):
        yield article["reports"][index], found


def pair_reports(article: Row, line: Row) -> Iterator[tuple[int, Row]]:
    """Index of each gold report that was found, with the found one; best pairs first."""
    sentences = _sentence_of(article["text"])
    ranked = sorted(
        (-score, i, j)
        for i, g in enumerate(article["reports"])
        for j, p in enumerate(line["reports"])
        if (score := _closeness(article, line, g, p, sentences)) > 0
    )
    used_gold: set[int] = set()
    used_found: set[int] = set()
    for _, i, j in ranked:
        if i not in used_gold and j not in used_found:
            used_gold.add(i)
            used_found.add(j)
            yield i, line["reports"][j]


def _sentence_of(text: str) -> list[int]:
    """For each code point, a rough sentence number; enough to pair triggers."""
    numbers, number = [], 0
    for position, character in enumerate(text):
        numbers.append(number)
        ends = character in ".;!?" and text[position + 1 : position + 2].isspace()
        number += ends or character == "\n"
    return [*numbers, number]


def _closeness(
    article: Row, line: Row, gold: Row, found: Row, sentences: list[int]
) -> int:
    if gold["event_type"] != found["event_type"]:
        return 0
    one, two = gold["trigger"], found["trigger"]
    overlap: bool = one["start"] < two["end"] and two["start"] < one["end"]
    if not overlap and sentences[one["start"]] != sentences[two["start"]]:
        return 0
    verdict = _verdict(article, line, gold, found)
    agreeing: int = verdict["place"] + verdict["date"] + verdict["figures"]
    return 1 + 4 * overlap + agreeing


def _verdict(article: Row, line: Row, gold: Row, found: Row) -> dict[str, bool]:
    return {
        "place": _same_place(article, line, gold, found),
        "date": (gold["date_start"], gold["date_end"])
        == (found["date_start"], found["date_end"]),
        "figures": _figures(article, gold) == _figures(line, found),
        "status": gold["status"] == found["status"],
        "claim_status": gold["claim_status"] == found["claim_status"],
    }


def _same_place(article: Row, line: Row, gold: Row, found: Row) -> bool:
    if gold["place"] is None or found["place"] is None:
        return gold["place"] is None and found["place"] is None
    want = article["toponyms"][gold["place"]]
    have = line["toponyms"][found["place"]]
    if have["lat"] is None:
        return False
    return bool(kilometres_off(want, have) <= want["tol_km"])


def _figures(holder: Row, report: Row) -> set[tuple[object, ...]]:
    figures = (holder["figures"][i] for i in report["figures"])
    return {(f["kind"], f["value"], f["low"], f["high"]) for f in figures}


def _same_as(gold: Sequence[Row], predicted: Sequence[Row]) -> dict[str, Any]:
    """Pairs of gold reports that are one event, against pairs merged by ``event``.

    Only reports that were found count; predicted reports carry ``event_id`` when the
    caller merged them (``evaluate.run`` does).
    """
    event_of: dict[str, str] = {}
    for article, line in zip(gold, predicted, strict=True):
        for index, found in pair_reports(article, line):
            if "event_id" in found:
                event_of[f"{article['id']}:{index}"] = found["event_id"]
    wanted = {
        tuple(sorted((key, other)))
        for article in gold
        for position, report in enumerate(article["reports"])
        for other in report.get("same_as") or ()
        if (key := f"{article['id']}:{position}") in event_of and other in event_of
    }
    by_event: dict[str, list[str]] = {}
    for key, event_id in event_of.items():
        by_event.setdefault(event_id, []).append(key)
    merged = {
        tuple(sorted(pair))
        for keys in by_event.values()
        for pair in combinations(keys, 2)
    }
    hit = len(wanted & merged)
    return {
        "same_as_gold": len(wanted),
        "same_as_precision": round(hit / len(merged), 4) if merged else 0.0,
        "same_as_recall": round(hit / len(wanted), 4) if wanted else 0.0,
    }
