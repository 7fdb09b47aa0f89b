"""The list, the card and the circle's size go by the figure that says most."""

from dataclasses import replace

import pytest

from geoevents.models.event import FigureClaim
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.report import ClaimStatus
from geoevents.render.figure_order import KIND_ORDER, most_telling_first
from geoevents.render.payload import build_payload
from tests.browser.made_events import kursk_event


def figure(kind, value, **more):
    return FigureClaim(kind=kind, text=str(value), value=value, **more)


KILLED = figure(FigureKind.KILLED, 3)
DENIED = replace(figure(FigureKind.KILLED, 90), claim_status=ClaimStatus.DENIED)
TOTAL = replace(figure(FigureKind.KILLED, 40_000), scope=FigureScope.CUMULATIVE)
PART = replace(figure(FigureKind.KILLED, 1), scope=FigureScope.SUBSET)
DRONES = figure(FigureKind.MUNITIONS, 120)
TROOPS = figure(FigureKind.TROOPS, 11_000)
NONE_HURT = figure(FigureKind.WOUNDED, 0)


@pytest.mark.parametrize(
    ("figures", "first"),
    [
        ((DRONES, TROOPS, KILLED), KILLED),
        ((DRONES, TROOPS), TROOPS),
        ((TOTAL, DRONES), DRONES),
        ((PART, TOTAL), TOTAL),
        ((DENIED, DRONES), DRONES),
        ((NONE_HURT, DRONES), DRONES),
        ((figure(FigureKind.KILLED, 2), KILLED), KILLED),
        ((TOTAL,), TOTAL),
    ],
)
def test_most_telling_figure_comes_first(figures, first):
    assert most_telling_first(figures)[0] == first


def test_every_kind_has_its_place():
    assert sorted(KIND_ORDER) == sorted(FigureKind)


def test_payload_names_the_most_telling_figure_first():
    event, article = kursk_event()
    event = replace(event, figures=(DRONES, TOTAL, KILLED))
    payload = build_payload([event], {article.id: article})
    kinds = [payload["strings"][row[0]] for row in payload["events"]["figures"][0]]
    assert kinds == ["killed", "munitions", "killed"]
