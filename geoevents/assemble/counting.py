"""Which event each figure counts for."""

from collections.abc import Sequence

from geoevents.assemble.anaphora import OBJECTS
from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.home_features import (
    home_features,
    home_options,
    home_pairs,
    is_home_by_rule,
)
from geoevents.assemble.pair_meanings import each_meant
from geoevents.assemble.standing import Standing
from geoevents.models.mention import FigureMention
from geoevents.weights import Weights

# How much more the weights must speak for another event than for the rules' own.
TRUST_IN_RULES = 0.2


def give_figures(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, weights: Weights
) -> None:
    """Every figure goes to the event it most likely counts for, if to any found."""
    if not drafts:
        return
    standing = Standing.of(scene, drafts, ruled)
    figures = scene.mentions.figures
    every = [home_options(standing, index) for index in range(len(figures))]
    meant = each_meant(
        weights.homes,
        scene.meanings,
        [home_pairs(standing, index, options) for index, options in enumerate(every)],
    )
    for index, (figure, options) in enumerate(zip(figures, every, strict=True)):
        features = [home_features(standing, index, o, options) for o in options]
        said = [is_home_by_rule(standing, index, o, options) for o in options]
        best, _ = weights.homes.likeliest(features, meant[index], said, TRUST_IN_RULES)
        chosen = options[best]
        if chosen is None:
            chosen = _done_to(scene, figure, drafts)
        if chosen is None:
            continue
        home = drafts[chosen]
        home.figures.append(index)
        sentence = scene.mentions.syntax.sentence_at(figure.span.start)
        if sentence is not None and sentence.index != home.sentence:
            home.evidence = sorted({*home.evidence, sentence.index})
            home.reasons.append(f"'{figure.text}' is told of it further on")


def _done_to(
    scene: Scene, figure: FigureMention, drafts: Sequence[Draft]
) -> int | None:
    """ "has 1,500 soldiers in Niger": the event whose own word what is counted hangs on."""
    tokens = scene.mentions.syntax.tokens
    if figure.head is None or tokens[figure.head].dep not in OBJECTS:
        return None
    verb = tokens[figure.head].head
    own = (i for i, draft in enumerate(drafts) if draft.trigger.token == verb)
    return next(own, None)
