"""Events that people coded: one of the text's own must have their parts."""

from datetime import date

from geoevents.evaluate.coded import coded_rows, score_coded
from geoevents.models.figure import FigureKind
from tests.factories import make_event, make_figure, make_place

ROW = {
    "id": "x", "text": "Gunmen killed nine people in Kherson on Monday.",
    "date": "2024-11-04", "killed": 9, "lat": 46.64, "lon": 32.61, "rel_distance_km": 0,
    "citation": "ABC20241105xyz",
}  # fmt: skip


def event(key="r1", **changes):
    made = {
        "date_start": date(2024, 11, 4),
        "date_end": date(2024, 11, 4),
        "place": make_place(),
        "figures": (make_figure(9),),
    }
    return make_event(key, **{**made, **changes})


def test_one_event_with_deaths_place_and_day_has_all_three():
    scores = score_coded([ROW], [[event()]])
    parts = ("deaths_exact", "place_within_25km", "day_within_1", "all_three")
    assert [scores[part] for part in parts] == [1.0] * 4
    assert scores["deaths_stated"] == 1.0


def test_parts_of_two_events_are_not_added_up():
    halves = [event("r1", place=None), event("r2", figures=(), date_start=None)]
    scores = score_coded([ROW], [halves])
    assert scores["all_three"] == 0.0
    assert scores["deaths_exact"] == 1.0
    assert scores["place_within_25km"] == 0.0


def test_a_day_off_is_near_enough_and_two_are_not():
    late = event(date_start=date(2024, 11, 5), date_end=date(2024, 11, 5))
    later = event(date_start=date(2024, 11, 6), date_end=date(2024, 11, 6))
    assert score_coded([ROW], [[late]])["day_within_1"] == 1.0
    assert score_coded([ROW], [[later]])["day_within_1"] == 0.0


def test_a_text_without_events_misses_everything():
    scores = score_coded([ROW], [[]])
    assert scores["deaths_exact"] == scores["all_three"] == 0.0
    assert scores["deaths"] == 1


def test_the_publication_day_stands_in_the_citation():
    (row,) = coded_rows([ROW])
    assert row["published"] == "2024-11-05"
    (plain,) = coded_rows([{**ROW, "citation": "none"}])
    assert plain["published"] == "2024-11-04"


def test_texts_shared_by_several_rows_and_distant_places_are_left_out():
    assert coded_rows([ROW, {**ROW, "id": "y"}]) == []
    assert coded_rows([{**ROW, "rel_distance_km": 20}]) == []


def test_only_numbers_of_the_dead_count_among_a_incidents_targets():
    row = {
        "text": "SIX PRIESTS DIED.",
        "incidents": [
            {
                "date": "2024-11-04",
                "hum_number": ['6: "PRIESTS"', '3: "GUARDS"', '1: "A MAN"'],
                "hum_effect": [
                    'DEATH: "PRIESTS"',
                    'INJURY: "GUARDS"',
                    'DEATH: "A MAN"',
                ],
            }
        ],
    }
    scores = score_coded([row], [[event(figures=(make_figure(6),))]])
    assert scores["deaths_exact"] == 1.0
    assert scores["day_within_1"] == 1.0


def test_the_strength_or_losses_of_either_side_are_enough():
    row = {
        "text": "Some 1,800 men met 400.",
        "date": "1863-04-30",
        "forces": {
            "one": {"strength_max": 1800, "casualties": 41},
            "other": {"strength_max": 400, "casualties": 360},
        },
    }
    troops = make_figure(400, kind=FigureKind.TROOPS)
    scores = score_coded([row], [[event(figures=(troops,))]])
    assert scores["strengths_exact"] == 1.0
    assert scores["deaths_exact"] == 0.0


def test_a_day_that_was_coded_wrong_is_no_day():
    for day in ("1989-02-30", "1989-02", None):
        scores = score_coded([{**ROW, "date": day}], [[event()]])
        assert scores["day_within_1"] == scores["all_three"] == 0.0
        assert scores["deaths_exact"] == 1.0
