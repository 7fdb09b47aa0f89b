"""How near two words are in the parse, and whether one clause holds both."""

from geoevents.models.syntax import Syntax, Token

_CLAUSE_EDGES = {"ccomp", "advcl", "relcl", "parataxis", "conj", "acl"}
_VERBAL = {"VERB", "AUX"}
FAR = 99


def path_length(syntax: Syntax, one: int, two: int) -> int:
    """Edges between two tokens of one sentence; ``FAR`` across sentences."""
    up = {one: 0}
    for steps, token in enumerate(syntax.ancestors(one), start=1):
        up[token.index] = steps
    if two in up:
        return up[two]
    for steps, token in enumerate(syntax.ancestors(two), start=1):
        if token.index in up:
            return steps + up[token.index]
    return FAR


def clause_distance(syntax: Syntax, index: int, trigger: int) -> int:
    """Clause borders crossed on the way between two tokens of one sentence."""
    up_one = [index, *(t.index for t in syntax.ancestors(index))]
    up_two = [trigger, *(t.index for t in syntax.ancestors(trigger))]
    shared = next((i for i in up_one if i in set(up_two)), None)
    if shared is None:
        return FAR
    crossed = up_one[: up_one.index(shared)] + up_two[: up_two.index(shared)]
    return sum(
        1
        for i in crossed
        if syntax.tokens[i].dep in _CLAUSE_EDGES and syntax.tokens[i].pos in _VERBAL
    )


_JUDGING = {
    "condemn", "denounce", "criticise", "criticize", "discuss", "debate", "praise",
    "mourn", "mark", "commemorate", "remember", "investigate", "deplore", "decry",
    "welcome", "hail", "lament", "protest", "cite", "mention", "describe", "recall",
}  # fmt: skip


def is_only_talked_of(syntax: Syntax, trigger: int, other: int) -> bool:
    """ "condemned the attack at a meeting in X": X is where they talked of it.

    True when the trigger is the object of a verb of judging or talking ("spoke of the
    attack in an interview in X") and ``other`` hangs on that verb, not on the trigger.
    """
    if not _is_subject_of_talk(syntax, syntax.tokens[trigger]):
        return False
    return other not in syntax.subtree(trigger) or _by_meeting(syntax, trigger, other)


def _is_subject_of_talk(syntax: Syntax, token: Token) -> bool:
    above = syntax.tokens[token.head]
    if token.pos != "NOUN":
        return False
    if token.dep in {"dobj", "nsubjpass"}:
        return above.lemma in _JUDGING
    is_about = token.dep == "pobj" and above.lemma in {"of", "about"}
    return is_about and syntax.tokens[above.head].lemma in {"speak", "talk", "ask"}


_MEETINGS = {
    "meeting", "talk", "summit", "conference", "session", "speech", "rally",
    "interview", "briefing", "hearing",
}  # fmt: skip


def is_venue(syntax: Syntax, place: int) -> bool:
    """ "he told a summit in X": X is where people met; ``place`` is its head token."""
    link = syntax.tokens[syntax.tokens[place].head]
    return link.pos == "ADP" and syntax.tokens[link.head].lemma in _MEETINGS


def _by_meeting(syntax: Syntax, trigger: int, other: int) -> bool:
    """ "the attack at a meeting in X": the parse hangs the meeting on the attack."""
    between = [syntax.tokens[other], *syntax.ancestors(other)]
    return any(t.lemma in _MEETINGS for t in between if t.index != trigger)
