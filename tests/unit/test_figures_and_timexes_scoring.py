"""The scores of dates and figures, on annotations made up here."""

from datetime import date

import pytest

from geoevents.evaluate.figures import score_figures
from geoevents.evaluate.timexes import publication_date, score_timexes
from geoevents.models.figure import FigureKind
from geoevents.models.mention import FigureMention, Timex
from geoevents.models.span import Span
from geoevents.models.when import Modifier, TimexType

DAY = date(2024, 11, 4)


def timex(start, end, value="2024-11-04", days=DAY):
    return Timex(
        span=Span(start=start, end=end),
        text="x" * (end - start),
        type=TimexType.DATE,
        value=value,
        date_start=days,
        date_end=days,
    )


def gold_timex(start, end, value="2024-11-04", day="2024-11-04"):
    return {
        "start": start, "end": end, "type": "DATE", "value": value,
        "date_start": day, "date_end": day,
    }  # fmt: skip


def figure(start, end, **fields):
    given = {"kind": FigureKind.KILLED, "value": 5, **fields}
    return FigureMention(
        span=Span(start=start, end=end), text="x" * (end - start), **given
    )


def gold_figure(start, end, **fields):
    given = {
        "kind": "killed", "value": 5, "low": None, "high": None, "mod": None,
        "unit": None, "of_text": None, "of_iso3": None, "scope": "incident",
    }  # fmt: skip
    return {"start": start, "end": end, **given, **fields}


def test_equal_times_score_one_everywhere():
    scores = score_timexes([{"timexes": [gold_timex(3, 9)]}], [[timex(3, 9)]])
    names = ("relaxed", "strict", "value", "type", "interval")
    assert [scores[name] for name in names] == [1.0] * 5


def test_an_overlapping_span_is_relaxed_and_not_strict():
    scores = score_timexes([{"timexes": [gold_timex(3, 9)]}], [[timex(5, 9)]])
    assert (scores["relaxed"], scores["strict"], scores["value"]) == (1.0, 0.0, 1.0)


def test_a_wrong_value_loses_value_and_a_wrong_day_the_interval():
    wrong = timex(3, 9, "2024-11-05", date(2024, 11, 5))
    scores = score_timexes([{"timexes": [gold_timex(3, 9)]}], [[wrong]])
    assert (scores["relaxed"], scores["value"], scores["interval"]) == (1.0, 0.0, 0.0)


def test_missed_and_spurious_times_halve_the_score():
    gold = [{"timexes": [gold_timex(3, 9), gold_timex(20, 24)]}]
    scores = score_timexes(gold, [[timex(3, 9), timex(40, 44)]])
    assert scores["relaxed"] == pytest.approx(0.5)


def test_a_file_without_days_has_no_interval_score():
    gold = [{"timexes": [{"start": 3, "end": 9, "type": "DATE", "value": "2024"}]}]
    assert score_timexes(gold, [[timex(3, 9)]])["interval"] == -1.0


def test_a_crawl_time_counts_as_its_day():
    assert publication_date({"dct": "1990-08-15T13:37"}) == date(1990, 8, 15)
    assert publication_date({"published": None}) is None


def test_figures_need_value_modifier_and_kind():
    gold = [{"figures": [gold_figure(3, 9), gold_figure(20, 24), gold_figure(30, 34)]}]
    found = [
        figure(3, 9),
        figure(20, 24, mod=Modifier.APPROX),
        figure(30, 34, kind=FigureKind.WOUNDED),
    ]
    scores = score_figures(gold, [found])
    assert scores["relaxed"] == 1.0
    assert scores["value_mod"] == pytest.approx(2 / 3)
    assert scores["all"] == pytest.approx(1 / 3)


def test_nothing_found_and_nothing_there_scores_without_error():
    assert score_figures([{"figures": []}], [[]])["all"] == 0.0
    assert score_timexes([{"timexes": []}], [[]])["value"] == 0.0
