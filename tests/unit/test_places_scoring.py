"""The scores of places and of pins, on annotations made up here."""

from geoevents.evaluate.reports import score_reports
from geoevents.evaluate.resolution import score_resolution, with_captions

HERE, FAR = {"lat": 10.0, "lon": 10.0}, {"lat": 50.0, "lon": 10.0}


def test_the_population_baseline_stands_beside_the_score():
    gold = [{"toponyms": [HERE, HERE]}]
    found = [
        {
            "toponyms": [
                {**HERE, "confidence": 0.9, "most_populous": FAR},
                {**FAR, "confidence": 0.5, "most_populous": None},
            ]
        }
    ]
    scores = score_resolution(gold, found)
    assert scores["acc_161"] == 0.5
    assert scores["population_within_161km"] == 0.0


def test_no_baseline_is_told_where_none_was_looked_up():
    found = [{"toponyms": [{**HERE, "confidence": 0.9}]}]
    scores = score_resolution([{"toponyms": [HERE]}], found)
    assert scores["population_within_161km"] == -1.0


def test_events_without_place_names_are_read_as_captions():
    rows = [{"id": "e1", "text": "", "place": "Lyman", "country": "Ukraine", **HERE}]
    assert with_captions(rows)[0]["text"] == "It happened in Lyman, Ukraine."
    named = [{"id": "a1", "text": "Lyman", "toponyms": [{"start": 0, "end": 5}]}]
    assert with_captions(named) == named


def article(role):
    place = {**HERE, "tol_km": 30, "role": role}
    return {"id": "a", "text": "x", "toponyms": [place], "reports": []}


def line(*points):
    rows = [{"lat": p["lat"], "lon": p["lon"]} for p in points]
    reports = [
        {"place": i, "event_type": "Battles", "trigger": {"start": 0, "end": 1}}
        for i in range(len(points))
    ]
    unplaced = {**reports[0], "place": None}
    return {"toponyms": rows, "reports": [*reports, unplaced]}


def test_a_pin_is_false_where_no_gold_place_of_an_event_is_near():
    scores = score_reports([article("event")], [line(HERE, FAR)])
    assert scores["false_pins_per_100"] == 100.0


def test_a_pin_on_a_government_is_false():
    gold = [article("speaker"), article("destination")]
    scores = score_reports(gold, [line(HERE), line(HERE)])
    assert scores["false_pins_per_100"] == 50.0


def told(start, sub_type):
    return {
        "event_type": "Battles",
        "trigger": {"start": start, "end": start + 1},
        **dict.fromkeys(("date_start", "date_end", "place", "status", "claim_status")),
        "figures": [],
        "sub_event_type": sub_type,
    }


def test_sub_types_are_counted_where_the_annotation_has_one():
    marked = [told(0, "Armed clash"), told(2, "Armed clash"), told(4, None)]
    found = [told(0, "Armed clash"), told(2, "Other"), told(4, "Other")]
    gold = {"id": "a", "text": "x. y. z.", "toponyms": [], "reports": marked}
    scores = score_reports([gold], [{"toponyms": [], "reports": found}])
    assert (scores["sub_types"], scores["sub_type_right"]) == (2, 0.5)


def test_parts_are_counted_where_they_are_marked():
    actors = ["Russia", "rebels", "Ukraine", "Mali"]
    marks = {"doers": ["Russia"], "targets": ["rebels", "Ukraine"]}
    marked = [{**told(0, None), "actors": actors, **marks}, told(2, None)]
    parts = {"doers": ["Russia", "rebels", "Mali"], "targets": []}
    found = [{**told(0, "Other"), "actors": actors, **parts}, told(2, "Other")]
    gold = {"id": "a", "text": "x. y.", "toponyms": [], "reports": marked}
    scores = score_reports([gold], [{"toponyms": [], "reports": found}])
    assert scores["parts"] == 3
    assert (scores["parts_told"], scores["parts_right"]) == (0.6667, 0.5)


def test_actors_are_counted_by_name():
    marked = [{**told(0, None), "actors": ["Russia", "Rebels"]}]
    found = [{**told(0, "Other"), "actors": ["rebels", "army"]}]
    gold = {"id": "a", "text": "x.", "toponyms": [], "reports": marked}
    scores = score_reports([gold], [{"toponyms": [], "reports": found}])
    assert (scores["actors_precision"], scores["actors_recall"]) == (0.5, 0.5)
