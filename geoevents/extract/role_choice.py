"""The role of each place as the weights see it, the rules' word among the features.

Beside the table, a net weighs what the words around the name mean: no list of verbs has
all that happens at a place, or that leads there.
"""

from collections.abc import Sequence
from dataclasses import replace

from geoevents.extract.role_features import role_features, role_scene
from geoevents.extract.role_meanings import role_meanings
from geoevents.models.mention import SourceMention, Toponym, Trigger
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax
from geoevents.weights import Features, Weights

# Measured on articles unseen by rules and weights: less trust reads worse, more too.
TRUST_IN_RULES = 1.0
# How much the net has to say. With more, unseen articles gain two points and those that
# the rules were made on lose as many.
SHARE_OF_MEANING = 0.25


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
    net = weights.role_meanings
    meant = net.scores_in(table.labels, role_meanings(syntax, toponyms))
    weighed = []
    for index, toponym in enumerate(toponyms):
        if toponym.role is PlaceRole.DATELINE:
            weighed.append(toponym)
            continue
        features = role_features(scene, index)
        said = toponym.role.value
        role = PlaceRole(table.decide(features, said, TRUST_IN_RULES, about))
        if role is not PlaceRole.EVENT or role is not toponym.role:
            # Where rules and table both see it happen there, it did: no guess undoes it.
            before = [
                a + SHARE_OF_MEANING * m
                for a, m in zip(about, meant[index], strict=True)
            ]
            role = PlaceRole(table.decide(features, said, TRUST_IN_RULES, before))
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
