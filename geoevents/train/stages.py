"""What each table is learned from: rows of features and the answer our gold gives."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from geoevents.assemble.happenings import NO_EVENT
from geoevents.evaluate.toponyms import bare_span, pair_spans
from geoevents.extract.figures import candidate_figures
from geoevents.extract.happening_meanings import happening_meanings
from geoevents.extract.role_features import role_features, role_scene
from geoevents.extract.role_meanings import role_meanings
from geoevents.extract.roles import assign_roles
from geoevents.extract.sources import find_sources
from geoevents.extract.subject_features import article_subject
from geoevents.extract.timexes import find_timexes
from geoevents.extract.toponym_features import name_features
from geoevents.extract.toponyms import candidate_names, find_toponyms
from geoevents.extract.triggers import find_triggers
from geoevents.models.mention import Mentions, Toponym, Trigger
from geoevents.pipeline import Services, find_mentions
from geoevents.train.align import align
from geoevents.train.corpus import Example
from geoevents.train.fit import Labelled
from geoevents.train.net import Meant
from geoevents.weights import Weights

Row = Mapping[str, Any]


def name_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """Is each candidate name a gold place name?"""
    del weights  # the first decision of all
    names = candidate_names(example.syntax, services.gazetteer)
    text = example.article.text
    gold = [
        bare_span(text, row["start"], row["end"]) for row in example.gold["toponyms"]
    ]
    for index, match in enumerate(names.matches):
        start, end = bare_span(text, match.span.start, match.span.end)
        met = any(first < end and start < last for first, last in gold)
        features = name_features(names, index)
        yield Labelled(example.article.id, features, "yes" if met else "no")


def role_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """The gold role of each place that was found, by rules and features."""
    syntax = example.syntax
    triggers = find_triggers(syntax)
    toponyms = _placed(example, weights, services, triggers)
    scene = role_scene(syntax, toponyms, triggers, find_sources(syntax))
    subject = article_subject(syntax)
    for index, role in _gold_roles(example, toponyms):
        features = {**subject, **role_features(scene, index)}
        yield Labelled(example.article.id, features, role)


def role_meaning_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Meant]:
    """The same, by what the words around it mean."""
    triggers = find_triggers(example.syntax)
    toponyms = _placed(example, weights, services, triggers)
    rows = role_meanings(example.syntax, toponyms)
    for index, role in _gold_roles(example, toponyms):
        if rows.size:  # a text in capitals has none
            yield Meant(rows[index], role)


def _placed(
    example: Example, weights: Weights, services: Services, triggers: Sequence[Trigger]
) -> tuple[Toponym, ...]:
    toponyms = find_toponyms(example.syntax, services.gazetteer, weights)
    return assign_roles(example.syntax, toponyms, triggers=triggers)


def _gold_roles(
    example: Example, toponyms: Sequence[Toponym]
) -> Iterator[tuple[int, str]]:
    """Index and gold role of each; what a dateline is nobody needs to learn."""
    found = [
        {"start": t.span.start, "end": t.span.end, "index": i}
        for i, t in enumerate(toponyms)
    ]
    pairs = pair_spans(example.article.text, example.gold["toponyms"], found)
    for wanted, got in pairs:
        if got is not None and wanted["role"] != "dateline":
            yield got["index"], wanted["role"]


def figure_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Labelled]:
    """The gold kind of each number, "none" where it is no figure.

    Briefs note only what counts for an event: of other numbers that the rules take for
    figures nobody knows, and they are left out.
    """
    del weights
    published = example.article.published
    timexes = find_timexes(example.syntax, published=published, day_first=True)
    subject = article_subject(example.syntax)
    for candidate in candidate_figures(example.syntax, timexes, services.iso3_of):
        number = candidate.number
        kind = next(
            (
                row["kind"]
                for row in example.gold["figures"]
                if row["start"] < number.end and number.start < row["end"]
            ),
            "none",
        )
        if kind == "none" and candidate.judged is not None and example.is_brief:
            continue
        features = {**subject, **candidate.features}
        yield Labelled(example.article.id, features, kind)


def meaning_rows(
    example: Example, weights: Weights, services: Services
) -> Iterator[Meant]:
    """The gold event type of each word that may tell of one, by its meaning."""
    mentions = read_mentions(example, weights, services)
    syntax, words = example.syntax, mentions.telling
    met = align(example.gold, syntax, words, mentions.figures)
    tokens = [syntax.tokens[word.token] for word in words]
    for index, vectors in enumerate(happening_meanings(syntax, tokens)):
        label = met[index].event_type if index in met else NO_EVENT
        if vectors.size:  # a text in capitals has none
            yield Meant(vectors, label)


def read_mentions(example: Example, weights: Weights, services: Services) -> Mentions:
    """All that the article names, as weights that have not seen it find it."""
    unseen = replace(services, weights=weights)
    return find_mentions(example.article, example.syntax, unseen)
