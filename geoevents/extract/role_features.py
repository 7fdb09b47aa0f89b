"""What speaks for the role of a place: the rules' word on it, and the words around."""

from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.extract.role_position import clause_verb, find_position
from geoevents.models.mention import SourceMention, Toponym, Trigger
from geoevents.models.syntax import Syntax
from geoevents.weights import Features


@dataclass(frozen=True, slots=True)
class RoleScene:
    """One article's places with the roles the rules give, and what is told of."""

    syntax: Syntax
    toponyms: Sequence[Toponym]
    happening: frozenset[int]  # tokens that tell of events
    sentences: frozenset[int]  # sentences that do
    containers: frozenset[int]  # toponyms that hold another
    sources: Sequence[SourceMention]
    elsewhere: dict[str, list[int]]  # indices by name


def role_scene(
    syntax: Syntax,
    toponyms: Sequence[Toponym],
    triggers: Sequence[Trigger],
    sources: Sequence[SourceMention],
) -> RoleScene:
    """What the features of every place of an article need."""
    elsewhere: dict[str, list[int]] = {}
    for index, toponym in enumerate(toponyms):
        elsewhere.setdefault(toponym.name, []).append(index)
    return RoleScene(
        syntax=syntax,
        toponyms=toponyms,
        happening=frozenset(word for t in triggers for word in t.words),
        sentences=frozenset(syntax.tokens[t.token].sentence for t in triggers),
        containers=frozenset(t.container for t in toponyms if t.container is not None),
        sources=sources,
        elsewhere=elsewhere,
    )


def role_features(scene: RoleScene, index: int) -> Features:
    """Features of one place of an article."""
    toponym = scene.toponyms[index]
    role, standing = toponym.role.value, toponym.standing or "unlisted"
    names = [
        "always",
        f"by rule={role}",
        f"by rule={role} {standing}",
        f"rule={_rule_of(toponym)} {role}",
        f"standing={standing}",
        f"label={toponym.label or 'none'}",
    ]
    if toponym.relation is not None:
        names.append(f"relation={toponym.relation.kind}")
    if toponym.hint is not None:
        names.append(f"hint={toponym.hint.value}")
    if toponym.container is not None:
        names.append("lies in another")
    if index in scene.containers:
        names.append("holds another")
    names += _neighbours(scene, index)
    names += _grammar(scene, toponym, standing)
    names += _speech(scene, toponym)
    features: Features = dict.fromkeys(names, 1.0)
    same = [i for i in scene.elsewhere[toponym.name] if i != index]
    for other in same:
        name = f"same name={scene.toponyms[other].role.value}"
        features[name] = features.get(name, 0.0) + 1 / len(same)
    return features


def _rule_of(toponym: Toponym) -> str:
    """The rule behind the role, without the words it quotes."""
    reason = toponym.reasons[-1] if toponym.reasons else ""
    words = [w for w in reason.split() if "'" not in w]
    return " ".join(words[:3])


def _neighbours(scene: RoleScene, index: int) -> list[str]:
    names = []
    if index:
        before = scene.toponyms[index - 1]
        names.append(f"place before={before.role.value}")
        gap = scene.syntax.text[before.span.end : scene.toponyms[index].span.start]
        if len(gap) < 16:  # noqa: PLR2004 - ", and the city of "
            names.append(f"joined by={gap.strip().lower()} {before.role.value}")
    if index + 1 < len(scene.toponyms):
        after = scene.toponyms[index + 1]
        names.append(f"place after={after.role.value}")
        gap = scene.syntax.text[scene.toponyms[index].span.end : after.span.start]
        if len(gap) < 16:  # noqa: PLR2004
            names.append(f"joined to={gap.strip().lower()}")
    return names


def _grammar(scene: RoleScene, toponym: Toponym, standing: str) -> list[str]:
    syntax = scene.syntax
    tokens = syntax.tokens
    inside = syntax.tokens_in(toponym.span)
    head = syntax.head_of(toponym.span)
    if head is None or not inside:
        return []
    before = tokens[max(inside[0].index - 1, 0)].text.lower()
    after = tokens[min(inside[-1].index + 1, len(tokens) - 1)].text.lower()
    told = head.sentence in scene.sentences
    names = [
        f"before={before}",
        f"after={after}",
        f"part of speech={head.dep}",
        f"part of speech={head.dep} {standing}",
        f"event in sentence={told}",
        f"event in sentence={told} {standing}",
    ]
    if head.sentence == 0:
        names.append("in the first sentence")
    position = find_position(syntax, toponym)
    if position is None:
        return names
    governor = position.governor
    preposition = (
        position.preposition.text.lower() if position.preposition is not None else "-"
    )
    names += [
        f"preposition={preposition}",
        f"preposition={preposition} {standing}",
        f"preposition={preposition} {governor.pos}",
        f"preposition={preposition} {governor.lemma}",
        f"preposition={preposition} kin={governor.kin}",
        f"governor={governor.lemma}",
        f"governor kin={governor.kin}",
        f"as={position.token.dep} {governor.pos}",
    ]
    if position.owner:
        names += ["owner", f"owns={governor.lemma}", f"owns kin={governor.kin}"]
    if governor.index in scene.happening:
        names += ["governor happens", f"governor happens {preposition}"]
    verb = clause_verb(syntax, governor)
    if verb is not None:
        names += [
            f"verb={verb.lemma}",
            f"verb kin={verb.kin}",
            f"verb={verb.lemma} {preposition}",
            f"verb kin={verb.kin} {preposition}",
        ]
        if verb.index in scene.happening:
            names += ["verb happens", f"verb happens {preposition}"]
    return names


def _speech(scene: RoleScene, toponym: Toponym) -> list[str]:
    names = []
    if any(s.span.overlaps(toponym.span) for s in scene.sources):
        names.append("names a speaker")
    if any(s.scope.contains(toponym.span) for s in scene.sources):
        names.append("in what is said")
    return names
