"""Whose event it is: actors in the trigger's clause, as named."""

from geoevents.assemble.clauses import clause_distance, path_length
from geoevents.assemble.draft import Draft, Scene
from geoevents.models.place import PlaceRole
from geoevents.models.span import Span

NAMED_EDGES = 7
NAMED_CLAUSES = 1
# A place name in one of these roles stands for its state.
GOVERNING = frozenset({PlaceRole.SPEAKER, PlaceRole.ACTOR_HOME})


def give_actors(scene: Scene, draft: Draft) -> None:
    """Actors near the trigger in the parse, in text order, each named once."""
    syntax = scene.mentions.syntax
    names: list[tuple[int, str]] = []
    for actor in scene.mentions.actors:
        if syntax.tokens[actor.head].sentence != draft.sentence:
            continue
        if speaks(scene, draft, actor.span):
            continue
        if is_within(scene, draft, actor.head, NAMED_EDGES, NAMED_CLAUSES):
            names.append((actor.span.start, actor.name))
    names += _acting_states(scene, draft)
    draft.actors = tuple(dict.fromkeys(name for _, name in sorted(names)))


def same_sides(one: tuple[str, ...], two: tuple[str, ...]) -> bool:
    """A shared name, or nothing to tell them apart: "gunmen" may be anybody."""
    named = {name for name in one if name != name.lower()}
    others = {name for name in two if name != name.lower()}
    return not named or not others or bool(named & others)


def speaks(scene: Scene, draft: Draft, span: Span) -> bool:
    """Who is named there is one on whose word the draft rests."""
    return any(
        source.span.overlaps(span) and source.scope.contains(draft.trigger.span)
        for source in scene.sources_at.get(draft.sentence, ())
    )


def is_within(scene: Scene, draft: Draft, head: int, edges: int, clauses: int) -> bool:
    """So near to the draft's words in the parse, at the most."""
    syntax = scene.mentions.syntax
    near = min(path_length(syntax, head, word) for word in draft.words)
    crossed = min(clause_distance(syntax, head, word) for word in draft.words)
    return near <= edges and crossed <= clauses


def _acting_states(scene: Scene, draft: Draft) -> list[tuple[int, str]]:
    """ "Russia sent ...", "battles with North Korea": a country that acts."""
    syntax = scene.mentions.syntax
    found = []
    for index, toponym in enumerate(scene.mentions.toponyms):
        place = scene.resolutions[index].place
        head = syntax.head_of(toponym.span)
        if place is None or head is None or head.sentence != draft.sentence:
            continue
        if toponym.role not in GOVERNING:
            continue
        if place.kind.value != "country" or not _is_argument(scene, head.index, draft):
            continue
        found.append((toponym.span.start, place.name))
    return found


def _is_argument(scene: Scene, head: int, draft: Draft) -> bool:
    syntax = scene.mentions.syntax
    token = syntax.tokens[head]
    while token.dep in {"conj", "pobj", "prep", "agent", "poss", "compound"}:
        token = syntax.tokens[token.head]
        if token.index in draft.trigger.words:
            return True
    if token.dep in {"nsubj", "nsubjpass", "dobj"}:
        return token.head in draft.trigger.words
    return False
