"""Words that may tell of an event, with all that speaks for and against it."""

from collections.abc import Mapping, Sequence

from geoevents.extract.happening_candidates import Candidate, find_candidates
from geoevents.extract.happening_features import happening_features, happening_scene
from geoevents.extract.happening_meanings import happening_meanings
from geoevents.extract.triggers import TriggerWords
from geoevents.models.mention import (
    ActorMention,
    FigureMention,
    SourceMention,
    TellingWord,
    Timex,
    Toponym,
)
from geoevents.models.syntax import Syntax
from geoevents.weights import Features, Net


def find_telling_words(
    syntax: Syntax,
    words: TriggerWords,
    *,
    toponyms: Sequence[Toponym],
    timexes: Sequence[Timex],
    figures: Sequence[FigureMention],
    actors: Sequence[ActorMention],
    sources: Sequence[SourceMention],
    net: Net,
) -> tuple[TellingWord, ...]:
    """Those of an article, in text order."""
    candidates = find_candidates(syntax, words, figures)
    tokens = [candidate.token for candidate in candidates.every]
    meant = net.scores(happening_meanings(syntax, tokens))
    scene = happening_scene(
        syntax,
        candidates,
        toponyms=toponyms,
        timexes=timexes,
        figures=figures,
        actors=actors,
        sources=sources,
    )
    return tuple(
        _telling(
            candidate,
            happening_features(scene, index),
            meant[index],
            scene.sights[candidate.sentence].sub_types,
        )
        for index, candidate in enumerate(candidates.every)
    )


def _telling(
    candidate: Candidate,
    features: Features,
    meant: Mapping[str, float],
    sub_types: Mapping[str, str],
) -> TellingWord:
    kind = candidate.kind
    return TellingWord(
        span=candidate.span,
        token=candidate.token.index,
        words=candidate.words,
        role=candidate.role,
        told=candidate.told,
        event_type=kind.event_type if kind else None,
        sub_event_type=kind.sub_event_type if kind else "",
        status=candidate.status,
        features=features,
        meant=meant,
        sub_types=sub_types,
        reasons=candidate.reasons,
    )
