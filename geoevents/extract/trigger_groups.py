"""Several words for one happening: "a strike killed 54 and wounded 158"."""

from geoevents.extract.trigger_arguments import is_where_clause
from geoevents.extract.trigger_words import Hit
from geoevents.models.report import EventType
from geoevents.models.syntax import Syntax, Token

# Links between verb and noun of one thing, and how many there may be.
_LINKS = {
    "relcl",
    "acl",
    "dobj",
    "nsubj",
    "nsubjpass",
    "prep",
    "pobj",
    "agent",
    "compound",
}


_MOST_LINKS = 3


# Movements that deaths may be part of: a raid across a border, an entry, an escape.
_DEADLY_MOVES = {"cross", "enter", "burst", "escape", "flee", "push", "abandon"}


def grouped(syntax: Syntax, hits: list[Hit]) -> list[list[Hit]]:
    """Hits of one sentence, gathered by the thing that happened."""
    groups: list[list[Hit]] = []
    for hit in hits:
        homes = [g for g in groups if _same_happening(syntax, g, hit)]
        home = min(homes, key=lambda g: _distance(syntax, g, hit), default=None)
        if home is None:
            groups.append([hit])
        else:
            home.append(hit)
    return groups


def _same_happening(syntax: Syntax, group: list[Hit], hit: Hit) -> bool:
    return any(_linked(syntax, other, hit) for other in group)


def _stands_apart(hit: Hit) -> bool:
    """Deaths are no part of a ceasefire or of sending troops."""
    if hit.sense.role == "move":
        return hit.token.lemma not in _DEADLY_MOVES
    return hit.sense.event_type is EventType.STRATEGIC


def _distance(syntax: Syntax, group: list[Hit], hit: Hit) -> int:
    """Steps between levels of the parse; the nearest happening is the one meant."""
    depth = len(syntax.ancestors(hit.token.index))
    return min(abs(len(syntax.ancestors(h.token.index)) - depth) for h in group)


def _linked(syntax: Syntax, one: Hit, two: Hit) -> bool:
    """One governs the other and at least one is a harm word, or both conjoin in harm."""
    low, high = (
        (one, two) if two.token in syntax.ancestors(one.token.index) else (two, one)
    )
    if high.token not in syntax.ancestors(low.token.index):
        return False
    path = syntax.ancestors(low.token.index)
    between = [low.token, *path[: path.index(high.token)]]
    if any(
        t.dep in {"ccomp", "parataxis"} or is_where_clause(syntax, t) for t in between
    ):
        return False
    roles = {one.sense.role, two.sense.role}
    if "harm" in roles:
        if any(_stands_apart(hit) for hit in (one, two)):
            return False
        return not _own_place(syntax, low)
    if _tells_of_noun(low) and _are_two_kinds(one, two):
        return False
    return roles <= {"attack", "event"} and _argument_link(between)


def _tells_of_noun(hit: Hit) -> bool:
    """ "the region, annexed in 2014, has been fought over"."""
    return (hit.token.dep, hit.token.tag) == ("acl", "VBN")


def _are_two_kinds(one: Hit, two: Hit) -> bool:
    types = {one.sense.event_type, two.sense.event_type}
    return None not in types and len(types) > 1


def _argument_link(between: list[Token]) -> bool:
    """ "launched an attack", "fighting broke out": verb and noun of one thing."""
    return len(between) <= _MOST_LINKS and all(t.dep in _LINKS for t in between)


def _own_place(syntax: Syntax, hit: Hit) -> bool:
    """A clause beside it with its own "in X", or whose subject has, tells of another."""
    below = [syntax.tokens[child] for child in syntax.children[hit.token.index]]
    is_contrast = hit.token.dep == "advcl" and any(t.text == "while" for t in below)
    if hit.token.dep != "conj" and not is_contrast:
        return False
    subjects = [t for t in below if t.dep == "nsubj" and t.index < hit.token.index]
    below += [syntax.tokens[c] for t in subjects for c in syntax.children[t.index]]
    return any(
        token.dep == "prep" and token.lemma in {"in", "at", "near"}
        and any(syntax.tokens[i].entity in {"GPE", "LOC"} for i in syntax.subtree(token.index))
        for token in below
    )  # fmt: skip
