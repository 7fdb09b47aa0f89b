"""Deeds about an event: trials, funerals, blame. Their day is none of the event's.

Nobody was murdered on the Monday on which "a court convicted him of the murder".
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import Timex
from geoevents.models.syntax import Syntax, Token

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_OBJECTS = frozenset({"dobj", "nsubjpass"})
# What is joined to a verb is a deed of its own.
_JOINED = frozenset({"conj", "parataxis", "dep"})


@dataclass(frozen=True, slots=True)
class _Words:
    """Lemmas of ``aftermath.toml``, by its lists."""

    judging: frozenset[str]
    honouring: frozenset[str]
    answering: frozenset[str]
    seeking: frozenset[str]
    reporting: frozenset[str]
    aspects: frozenset[str]
    sought: frozenset[str]
    counts: frozenset[str]
    growing: frozenset[str]

    def tell_of(self, lemma: str) -> bool:
        """A verb for what is done about an event, outside the courts."""
        return any(
            lemma in verbs for verbs in (self.honouring, self.answering, self.seeking)
        )


@cache
def _words() -> _Words:
    path = resources.files("geoevents.assemble") / "aftermath.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return _Words(**{name: frozenset(words) for name, words in table.items()})


def aftermath_of(scene: Scene, timex: Timex, draft: Draft) -> Token | None:
    """The verb for what is done about the event, where the time is that deed's.

    It hangs on the verb, and does not follow the event's word.

    "Convicted of the murder of two nurses in July" may tell either day; "the murder of
    two nurses was condemned in July" does not.
    """
    syntax = scene.mentions.syntax
    head = syntax.head_of(timex.span)
    if head is None:
        return None
    verb = _verb_of(syntax, head)
    path = list(scene.paths.up(draft.trigger.token))
    if verb.index not in path[1:] or verb.index in draft.trigger.words:
        return None
    between = [syntax.tokens[i] for i in path[: path.index(verb.index)]]
    word = draft.trigger.span.start
    is_behind = word < timex.span.start and not word < verb.start < timex.span.start
    if is_behind or _is_of_that_day(between, head):
        return None
    is_about = _is_count(verb, between) or (
        not _acts_itself(between) and _is_done_about(syntax, verb, between, timex)
    )
    return verb if is_about else None


def _is_of_that_day(between: Sequence[Token], head: Token) -> bool:
    """ "Recalled 29 February 1960, when 12,000 perished": the day itself is told of."""
    return any(t.dep == "relcl" and t.head == head.index for t in between)


def _is_count(verb: Token, between: Sequence[Token]) -> bool:
    """ "The number of dead reached 90 on Thursday"."""
    words = _words()
    return (
        verb.lemma in words.growing
        and between[-1].dep == "nsubj"
        and any(token.lemma in words.counts for token in between)
    )


def _acts_itself(between: Sequence[Token]) -> bool:
    """ "The slide buried five"; "searched his flat and arrested his wife"."""
    top = between[-1]
    return top.dep in _JOINED or (len(between) == 1 and top.dep == "nsubj")


def _is_done_about(
    syntax: Syntax, verb: Token, between: Sequence[Token], timex: Timex
) -> bool:
    words = _words()
    if verb.lemma in words.judging:
        return True
    if verb.lemma in words.aspects:
        below = [syntax.tokens[i] for i in syntax.children[verb.index]]
        things = [*between, *(t for t in below if t.dep in _OBJECTS)]
        if any(token.lemma in words.sought for token in things):
            return True
    is_told = verb.lemma in words.reporting and between[-1].dep == "dobj"
    # "In May they were accused of shooting 30": told of what they did.
    is_day = timex.dates is not None and timex.dates.days == 1
    return is_day and (is_told or words.tell_of(verb.lemma))


def _verb_of(syntax: Syntax, head: Token) -> Token:
    """What a time hangs on, over its preposition: "Relatives on Friday mourned"."""
    above = syntax.tokens[head.head]
    above = syntax.tokens[above.head] if above.pos == "ADP" else above
    return syntax.tokens[above.head] if above.dep in _SUBJECTS else above
