"""Rows for the decisions of assembling, on what unseen weights found in each article."""

from collections.abc import Callable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from geoevents.assemble.carry_features import (
    carry_features,
    carry_options,
    carry_pairs,
)
from geoevents.assemble.claim_features import claim_features
from geoevents.assemble.claims import give_claims, give_rebuttals
from geoevents.assemble.draft import Draft
from geoevents.assemble.happenings import NO_EVENT, find_happenings, telling_features
from geoevents.assemble.home_features import home_features, home_options, home_pairs
from geoevents.assemble.pair_meanings import Pair
from geoevents.assemble.place_features import (
    listed_features,
    place_features,
    place_options,
    place_pairs,
)
from geoevents.assemble.reports import (
    complete,
    counted_drafts,
    draft_of,
    told_drafts,
)
from geoevents.assemble.retold_features import retold_features, retold_options
from geoevents.assemble.rival_features import counted, rival_features, rival_pairs
from geoevents.assemble.standing import Standing
from geoevents.assemble.status_features import status_features
from geoevents.assemble.time_features import (
    TimeOption,
    time_features,
    time_options,
    time_pairs,
)
from geoevents.pipeline import Services
from geoevents.train.align import align, align_triggers, reports_counting
from geoevents.train.corpus import Example
from geoevents.train.fit import Alternatives, Labelled
from geoevents.train.told import Days, Row, Told, scene_of, tell_gold
from geoevents.train.versions import Versions
from geoevents.weights import Features, Weights


def happening_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """The gold event type of each word that may tell of one, "none" where it does not."""
    scene, ruled = scene_of(example, weights, services)
    words = scene.mentions.telling
    met = align(example.gold, example.syntax, words, scene.mentions.figures)
    for index, word in enumerate(words):
        label = met[index].event_type if index in met else NO_EVENT
        features = {**scene.mentions.subject, **telling_features(ruled, word)}
        yield Labelled(example.article.id, features, label)


def home_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Alternatives]:
    """The right events of each figure among those found, or none of them."""
    scene, ruled = scene_of(example, weights, services)
    triggers = find_happenings(scene, ruled, weights.happenings)
    if not triggers:
        return
    drafts = [draft_of(scene, trigger) for trigger in triggers]
    standing = Standing.of(scene, drafts, ruled)
    figures = scene.mentions.figures
    met = align_triggers(example.gold, example.syntax, triggers, figures)
    for number, figure in enumerate(figures):
        counting = reports_counting(example.gold, figure.span)
        homes = {i for i, h in met.items() if not counting.isdisjoint(h.reports)}
        options = home_options(standing, number)
        right = [o in homes if homes else o is None for o in options]
        yield Alternatives(
            example.article.id,
            [home_features(standing, number, o, options) for o in options],
            right,
            vectors_of(standing, home_pairs(standing, number, options)),
        )


def rival_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """Whether a figure is another count of what an earlier one of its kind counts."""
    scene, ruled = scene_of(example, weights, services)
    drafts = counted_drafts(scene, ruled, weights)
    standing = Standing.of(scene, drafts, ruled)
    rows = counted(standing)
    versions = Versions.of(example.gold)
    for earlier, later in rival_pairs(standing, rows):
        features = rival_features(standing, earlier, later, rows)
        is_rival = versions.are_rivals(earlier.figure.span, later.figure.span)
        yield Labelled(example.article.id, features, "yes" if is_rival else "no")


def vectors_of(standing: Standing, pairs: Sequence[Pair]) -> NDArray[np.float16]:
    """A row a pair, at half width to save memory; of no width where nothing is known."""
    made = standing.scene.meanings.of(pairs)
    rows = np.zeros((len(pairs), 0)) if made is None else made.rows()
    return rows.astype(np.float16)


def place_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Alternatives]:
    """The right places of each event, or none."""
    told = tell_gold(example, weights, services)
    standing = told.standing()
    before: list[str] = []
    for index, draft in enumerate(told.drafts):
        options = place_options(standing, draft)
        nowhere = not told.gold_places(index)
        right = [
            nowhere if option is None else told.is_right_place(index, option)
            for option in options
        ]
        yield Alternatives(
            example.article.id,
            [place_features(standing, draft, o, before) for o in options],
            right,
            vectors_of(standing, place_pairs(standing, draft, options)),
        )
        if index in told.places:
            before.append(standing.key(told.places[index]))


def listed_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """Whether an event with a place happened at another one of its sentence too."""
    told = tell_gold(example, weights, services)
    standing = told.standing()
    for index, draft in enumerate(told.drafts):
        first = told.places.get(index)
        if first is None or standing.sentences[first] != draft.sentence:
            continue
        for other in standing.toponyms.get(draft.sentence, ()):
            if standing.key(other) == standing.key(first):
                continue
            label = "yes" if _is_named(told, index, other) else "no"
            features = listed_features(standing, draft, first, other)
            yield Labelled(example.article.id, features, label)


def _is_named(told: Told, draft: int, toponym: int) -> bool:
    span = told.scene.mentions.toponyms[toponym].span
    return any(
        place["start"] < span.end and span.start < place["end"]
        for place in told.gold_places(draft)
    )


def time_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Alternatives]:
    """The time of its sentence that dates each event, or none of them."""
    told = tell_gold(example, weights, services)
    standing = told.standing()
    for index, draft in enumerate(told.drafts):
        options = time_options(standing, draft)
        count = len({o.timex for o in options if o is not None})
        if count:
            yield Alternatives(
                example.article.id,
                [time_features(standing, draft, o, count) for o in options],
                _right_times(told, index, options),
                vectors_of(standing, time_pairs(standing, draft, options)),
            )


def _right_times(
    told: Told, draft: int, options: Sequence[TimeOption | None]
) -> list[bool]:
    right = [
        option is not None and _is_right_time(told, draft, option) for option in options
    ]
    return right if any(right) else [option is None for option in options]


def _is_right_time(told: Told, draft: int, option: TimeOption) -> bool:
    """It has the gold's days; where gold gives none, it is the gold's own time."""
    first = told.reports(draft)[0]
    if first["date_start"] is not None or first["time"] is None:
        return option.dates is not None and _days(option) == told.days(draft)
    time = told.example.gold["timexes"][first["time"]]
    span = told.scene.mentions.timexes[option.timex].span
    return bool(time["start"] < span.end and span.start < time["end"])


def _days(option: TimeOption) -> Days:
    if option.dates is None:
        return None, None
    return option.dates.start.isoformat(), option.dates.end.isoformat()


def carry_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Alternatives]:
    """For events without a time of their own: whose day they share, if anybody's."""
    told = tell_gold(example, weights, services)
    standing = told.standing()
    for draft in told.drafts:
        give_claims(told.scene, draft)
    give_rebuttals(told.scene, told.drafts)
    own = _give_gold_times(told, standing)
    for index, draft in enumerate(told.drafts):
        near = carry_options(standing, draft, own) if index not in own else []
        if not near:
            continue
        options: list[int | None] = [None, *near]
        wanted = told.days(index)
        right = [
            o is not None and wanted != (None, None) and told.days(o) == wanted
            for o in options
        ]
        if not any(right):
            right = [option is None for option in options]
        yield Alternatives(
            example.article.id,
            [carry_features(standing, draft, o, near[0]) for o in options],
            right,
            vectors_of(standing, carry_pairs(standing, draft, options)),
        )


def _give_gold_times(told: Told, standing: Standing) -> list[int]:
    """Drafts whose gold days a time of their sentence denotes, with those days."""
    own = []
    for index, draft in enumerate(told.drafts):
        options = time_options(standing, draft)
        right = _right_times(told, index, options)
        option = next((o for o, r in zip(options, right, strict=True) if r), None)
        if option is not None:
            draft.time, draft.dates = option.timex, option.dates
            own.append(index)
    return own


def retold_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Alternatives]:
    """Of which other event a found one that the gold lacks only tells again.

    Of the one whose figures it has, or, where it has none, of any in its sentence.
    """
    scene, ruled = scene_of(example, weights, services)
    drafts = told_drafts(scene, ruled, weights)
    standing = Standing.of(scene, drafts, ruled)
    figures = scene.mentions.figures
    triggers = [draft.trigger for draft in drafts]
    met = align_triggers(example.gold, example.syntax, triggers, figures)
    for index, draft in enumerate(drafts):
        options = retold_options(standing, index)
        counted_in = {
            report
            for figure in draft.figures
            for report in reports_counting(example.gold, figures[figure].span)
        }
        right = [
            index not in met
            and other in met
            and (
                not counted_in.isdisjoint(met[other].reports)
                if draft.figures
                else draft.sentence == drafts[other].sentence
            )
            for other in options
        ]
        if not any(right):
            right[0] = True
        yield Alternatives(
            example.article.id,
            [retold_features(standing, index, o) for o in options],
            right,
        )


def claim_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """What the gold makes of the claim of each event."""
    for features, report in _judged(example, weights, services, claim_features):
        yield Labelled(example.article.id, features, report["claim_status"])


def status_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """The gold status of each event."""
    for features, report in _judged(example, weights, services, status_features):
        yield Labelled(example.article.id, features, report["status"])


def _judged(
    example: Example,
    weights: Weights,
    services: Services,
    features_of: Callable[[Standing, Draft], Features],
) -> Iterator[tuple[Features, Row]]:
    """(features, the first gold report) of each event."""
    told = _finished(example, weights, services)
    standing = told.standing()
    for index, draft in enumerate(told.drafts):
        yield features_of(standing, draft), told.reports(index)[0]


def _finished(example: Example, weights: Weights, services: Services) -> Told:
    """The gold events with speakers by rule, and places and times as found."""
    told = tell_gold(example, weights, services)
    for draft in told.drafts:
        draft.place = None
    complete(told.scene, told.drafts, told.ruled, weights)
    return told
