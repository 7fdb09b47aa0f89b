"""Wordings of time that reach over a clause: "since", "said on Monday", "had been"."""

import re

from geoevents.assemble.clauses import clause_distance
from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.when import TimexType


def is_dating(timex: Timex) -> bool:
    """A point or period in time, even one without a year; no bare durations."""
    if timex.type is TimexType.SET or timex.value in {"FUTURE_REF", "PAST_REF"}:
        return False
    return timex.date_start is not None or timex.value.startswith("XXXX")


def is_of_statement(scene: Scene, head: int, draft: Draft) -> bool:
    """ "officials said on Monday": the time hangs on the verb of saying."""
    syntax = scene.mentions.syntax
    verbs = scene.saying - set(draft.trigger.words)
    words = {*draft.trigger.words, draft.trigger.token}
    for token in syntax.ancestors(head):
        if token.index in words:
            return False
        if token.index in verbs:
            return not (
                _is_counted_by(scene, draft, token.index)
                or _stands_before_speaker(scene, head, draft, token.span)
            )
    return False


def _stands_before_speaker(scene: Scene, head: int, draft: Draft, verb: Span) -> bool:
    """ "were killed in X on Wednesday, officials said": told, then who tells it."""
    timex = scene.mentions.syntax.tokens[head].span
    return any(
        source.verb == verb
        and draft.trigger.span.end <= timex.start
        and timex.end <= source.span.start < verb.start
        for source in scene.mentions.sources
    )


def is_before_it(scene: Scene, head: int, draft: Draft) -> bool:
    """ "freed on Sunday pupils who had been abducted": the past perfect is earlier."""
    syntax = scene.mentions.syntax
    trigger = draft.trigger.token
    has_had = any(
        syntax.tokens[c].dep == "aux" and syntax.tokens[c].text.lower() == "had"
        for c in syntax.children[trigger]
    )
    return (
        has_had
        and clause_distance(syntax, head, trigger) > 0
        and not _in_since_clause(scene, head, {trigger, *draft.trigger.words})
    )


_COUNTED_LINKS = {"dobj", "prep", "pobj", "conj", "compound", "nmod", "appos"}


def _is_counted_by(scene: Scene, draft: Draft, verb: int) -> bool:
    """ "counted 168 clashes on Sunday": what is said is a thing, not a clause."""
    token = scene.mentions.syntax.tokens[draft.trigger.token]
    while token.dep in _COUNTED_LINKS:
        if token.head == verb:
            return True
        token = scene.mentions.syntax.tokens[token.head]
    return False


# "since the start of the monsoon on June 25", "since the coup of 1 February"
_SINCE_START = re.compile(
    r"\bsince (?:(?:the |its |their )?(?:start|beginning|outbreak|onset|launch)\b[^.;,]*"
    r"|the (?:[\w-]+ ){1,3}(?:of|on) )\Z",
    re.IGNORECASE,
)
_REACH = 80
_SINCE = re.compile(
    r"\bsince\s+(?:the\s+|about\s+|around\s+|at least\s+)?$", re.IGNORECASE
)
_UNTIL = re.compile(
    r"\b(?:until|till)\s+(?:(?:at least|the|early|late|mid)[\s-]+)*\Z", re.IGNORECASE
)
_AHEAD_OF = re.compile(
    r"\b(?:ahead of|(?:lead|run)-?up to|in advance of)\s(?:[\w'’-]+\s){0,5}\Z",
    re.IGNORECASE,
)
_WHEN = re.compile(r",?\s+(?:when|which|in which)\b")


def is_end_to_come(scene: Scene, timex: Timex) -> bool:
    """ "has closed the port until Friday", "the worst attack ahead of polls next month".

    What ends then, or comes before it, happens on some other day.
    """
    published, text = scene.article.published, scene.article.text
    if published is None or timex.dates is None or timex.dates.start <= published:
        return False
    before = text[max(timex.span.start - _REACH, 0) : timex.span.start]
    is_end = _UNTIL.search(before) or _AHEAD_OF.search(before)
    return is_end is not None or timex.text.lower().startswith("until ")


def is_since(scene: Scene, draft: Draft, timex: Timex) -> bool:
    """ "since 6 August", "bombed since Moscow quit the deal": from that day on."""
    text = scene.article.text
    if _is_of_that_day(scene, draft, timex):
        return False
    before = text[max(timex.span.start - _REACH, 0) : timex.span.start]
    is_said = timex.text.lower().startswith("since ") or (
        _SINCE.search(before[-24:]) or _SINCE_START.search(before)
    )
    return bool(is_said) or _is_since_clause(scene, draft, timex)


def _is_of_that_day(scene: Scene, draft: Draft, timex: Timex) -> bool:
    """What "since" counts from: "since October 1973, when 300 died", "since the coup of"."""
    text = scene.article.text
    if _WHEN.match(text, timex.span.end):
        return _is_told_later(scene, draft, timex)
    word = draft.trigger.span
    lead = text[max(timex.span.start - _REACH, 0) : timex.span.start]
    named = _SINCE_START.search(lead)
    return (
        named is not None
        and timex.span.start - len(named[0]) <= word.start
        and word.end <= timex.span.start
    )


def _is_told_later(scene: Scene, draft: Draft, timex: Timex) -> bool:
    """The verb itself, or that of a noun ("the worst flood since ...")."""
    tokens = scene.mentions.syntax.tokens
    lead = tokens[draft.trigger.token]
    words = draft.trigger.words if lead.pos != "VERB" else (lead.index,)
    return any(tokens[w].start > timex.span.end for w in words)


def _is_since_clause(scene: Scene, draft: Draft, timex: Timex) -> bool:
    """ "bombed since Moscow quit the deal on 17 July": the other clause goes on."""
    head = scene.mentions.syntax.head_of(timex.span)
    words = {draft.trigger.token, *draft.trigger.words}
    return head is not None and _in_since_clause(scene, head.index, words)


def _in_since_clause(scene: Scene, head: int, words: set[int]) -> bool:
    """Between the time and the trigger's words stands a clause opened by "since"."""
    syntax = scene.mentions.syntax
    for token in syntax.ancestors(head):
        if token.index in words:
            return False
        marks = (syntax.tokens[c] for c in syntax.children[token.index])
        if any(t.dep == "mark" and t.lemma == "since" for t in marks):
            return True
    return False
