"""The role of each place as the weights see it, the rules' word among the features."""

from collections.abc import Sequence
from dataclasses import replace

from geoevents.extract.role_features import role_features, role_scene
from geoevents.models.mention import SourceMention, Toponym, Trigger
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax
from geoevents.weights import Features, Weights

# Measured on articles unseen by rules and weights: less trust reads worse, more too.
TRUST_IN_RULES = 1.0


def weigh_roles(
    syntax: Syntax,
    toponyms: Sequence[Toponym],
    triggers: Sequence[Trigger],
    sources: Sequence[SourceMention],
    *,
    subject: Features,
    weights: Weights,
) -> tuple[Toponym, ...]:
    """The same toponyms, each with its likeliest role; datelines stay what they are."""
    table = weights.roles
    if not table.labels:
        return tuple(toponyms)
    scene = role_scene(syntax, toponyms, triggers, sources)
    about = table.scores(subject)
    weighed = []
    for index, toponym in enumerate(toponyms):
        if toponym.role is PlaceRole.DATELINE:
            weighed.append(toponym)
            continue
        features = role_features(scene, index)
        said = toponym.role.value
        role = PlaceRole(table.decide(features, said, TRUST_IN_RULES, about))
        if role is not toponym.role:
            label = table.labels.index(role.value)
            why = ", ".join(table.why(features, label)) or "by all that is around it"
            toponym = replace(  # noqa: PLW2901 - the same one, with another role
                toponym,
                role=role,
                reasons=(*toponym.reasons[:-1], f"{role.value}: {why}"),
            )
        weighed.append(toponym)
    return tuple(weighed)
