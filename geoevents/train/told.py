"""The gold's own events as drafts, on what was found in their article.

The drafts are stood for by our words; all else is as found, so that each decision is
learned on what it will meet.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from geoevents.assemble.by_rule import RuleReading, read_by_rule
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.parties import give_actors
from geoevents.assemble.place_features import place_options
from geoevents.assemble.reports import draft_of, read_scene
from geoevents.assemble.standing import Standing
from geoevents.evaluate.toponyms import kilometres_off
from geoevents.models.mention import TellingWord, Trigger
from geoevents.models.report import COMMONEST_SUB_TYPE, EventType
from geoevents.pipeline import Services
from geoevents.resolve import resolve_toponyms
from geoevents.train.align import Happening, align, reports_counting
from geoevents.train.corpus import Example
from geoevents.train.stages import read_mentions
from geoevents.weights import Weights

Row = Mapping[str, Any]
Days = tuple[str | None, str | None]


@dataclass(slots=True)
class Told:
    """An article's gold events as drafts, in text order, with what gold says of each."""

    example: Example
    scene: Scene
    ruled: RuleReading
    drafts: list[Draft]
    happenings: list[Happening]
    places: dict[int, int] = field(default_factory=dict)  # draft -> toponym

    def reports(self, draft: int) -> list[Row]:
        """The gold reports of a draft."""
        return [self.example.gold["reports"][r] for r in self.happenings[draft].reports]

    def gold_places(self, draft: int) -> list[Row]:
        """The gold toponyms of its reports."""
        toponyms = self.example.gold["toponyms"]
        return [
            toponyms[r["place"]] for r in self.reports(draft) if r["place"] is not None
        ]

    def days(self, draft: int) -> Days:
        """The gold days of its first report; in a brief, which time has them."""
        first = self.reports(draft)[0]
        if first["date_start"] is None and first["time"] is not None:
            return f"time {first['time']}", None
        return first["date_start"], first["date_end"]

    def standing(self) -> Standing:
        """How its parts stand to each other, as things are now."""
        return Standing.of(self.scene, self.drafts, self.ruled)

    def is_right_place(self, draft: int, toponym: int) -> bool:
        """The name is the gold place's, or lies within its tolerance."""
        found = self.scene.mentions.toponyms[toponym]
        point = self.scene.resolutions[toponym].point
        here = {"lat": point.lat, "lon": point.lon} if point else {"lat": None}
        return any(
            (place["start"] < found.span.end and found.span.start < place["end"])
            or place["text"] == found.text
            or (
                place["lat"] is not None
                and kilometres_off(place, here) <= place["tol_km"]
            )
            for place in self.gold_places(draft)
        )


def scene_of(
    example: Example, weights: Weights, services: Services
) -> tuple[Scene, RuleReading]:
    """The article as assembling sees it, by weights that have not seen it."""
    mentions = read_mentions(example, weights, services)
    resolutions = resolve_toponyms(example.article, mentions, services.gazetteer)
    scene = read_scene(example.article, mentions, resolutions)
    return scene, read_by_rule(scene)


def tell_gold(example: Example, weights: Weights, services: Services) -> Told:
    """The gold events of an article on what unseen weights found in it."""
    scene, ruled = scene_of(example, weights, services)
    words = scene.mentions.telling
    met = align(example.gold, example.syntax, words, scene.mentions.figures)
    drafts = [
        draft_of(scene, _trigger(scene, words[index], happening))
        for index, happening in sorted(met.items())
    ]
    told = Told(example, scene, ruled, drafts, [met[index] for index in sorted(met)])
    _give_gold_figures(told)
    for draft in drafts:
        give_actors(scene, draft)
    _find_gold_places(told)
    return told


def _trigger(scene: Scene, word: TellingWord, happening: Happening) -> Trigger:
    event_type = EventType(happening.event_type)
    same = word.event_type is event_type
    return Trigger(
        span=word.span,
        text=word.span.of(scene.article.text),
        lemma=scene.mentions.syntax.tokens[word.token].lemma,
        token=word.token,
        event_type=event_type,
        sub_event_type=word.sub_event_type if same else COMMONEST_SUB_TYPE[event_type],
        status=word.status,
        words=word.words,
    )


def _homes(told: Told) -> dict[int, set[int]]:
    """Found figure -> drafts whose gold reports count it."""
    homes: dict[int, set[int]] = {}
    for index, figure in enumerate(told.scene.mentions.figures):
        counting = reports_counting(told.example.gold, figure.span)
        for draft, happening in enumerate(told.happenings):
            if not counting.isdisjoint(happening.reports):
                homes.setdefault(index, set()).add(draft)
    return homes


def _give_gold_figures(told: Told) -> None:
    for figure, drafts in _homes(told).items():
        for draft in drafts:
            told.drafts[draft].figures.append(figure)


def _find_gold_places(told: Told) -> None:
    """The toponym, nearest to each draft, that stands for its gold place."""
    standing = told.standing()
    for index, draft in enumerate(told.drafts):
        for option in place_options(standing, draft):
            if option is not None and told.is_right_place(index, option):
                told.places[index] = draft.place = option
                break
