"""Days counted from another event: "captured it on Thursday, six days after they attacked".

The duration says how far one event lies from another. What "after" opens is counted from
the day the sentence tells; the rest of the sentence from the day of what "after" opens.
Hours away is the same day; "hours later" is so of the event told before.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Token
from geoevents.models.when import DateRange, TimexType

_DURATION = re.compile(r"P(\d+)(D|W)")
_DAYS = {"D": 1, "W": 7}
_HOURS = re.compile(r"PT(?:X|\d|1[0-2])H")  # half a day at most
_LINK = re.compile(r"\s+(after|before)\b")
_ADVERB = re.compile(r"\s+(?:later|earlier|afterwards)\b")
_HOURS_AWAY = re.compile(r"\bhours?\s+(?:later|earlier|afterwards|before|after)\Z")
_WITHIN = re.compile(r"\bwithin\s+\Z", re.IGNORECASE)
_LONGEST_CUE = 10
# The event told before lies no farther back than this.
_MOST_SENTENCES = 4
_LEAD_SENTENCES = 2


class Counting(StrEnum):
    """What a day is counted from."""

    CLAUSE = "clause"  # "..., a day after IT HAPPENED": from the sentence's own day
    SENTENCE = "sentence"  # "IT HAPPENED a day after the raid": from the raid's
    STORY = "story"  # "Hours later IT HAPPENED": from that of what was told before


@dataclass(frozen=True, slots=True)
class Offset:
    """A duration of the sentence with the day it makes of another.

    ``base``: the time of the sentence it is counted from, which is the other event's.
    """

    timex: int
    dates: DateRange
    counting: Counting
    base: int | None = None


def offset_days(standing: Standing, draft: Draft) -> Iterator[Offset]:
    """One for each duration that tells how far the draft's event lies from another."""
    timexes = standing.scene.mentions.timexes
    for index in standing.timexes.get(draft.sentence, ()):
        timex = timexes[index]
        steps = _steps(timex)
        found = None if steps is None else _counted(standing, draft, timex, steps)
        if found is not None:
            counting, day, base = found
            yield Offset(index, DateRange(start=day, end=day), counting, base)


def _steps(timex: Timex) -> timedelta | None:
    """How long it is in whole days; None for what counts no days."""
    if _HOURS.fullmatch(timex.value) or _HOURS_AWAY.search(timex.text.lower()):
        return timedelta()
    length = _DURATION.fullmatch(timex.value)
    if length is None or timex.type is not TimexType.DURATION:
        return None
    return timedelta(days=int(length[1]) * _DAYS[length[2]])


def _counted(
    standing: Standing, draft: Draft, timex: Timex, steps: timedelta
) -> tuple[Counting, date, int | None] | None:
    text = standing.scene.article.text
    link = _LINK.match(text, timex.span.end)
    if link is None:
        is_near = not steps and (
            _ADVERB.match(text, timex.span.end)
            or _HOURS_AWAY.search(timex.text.lower())
            or _WITHIN.search(text, timex.span.start - _LONGEST_CUE, timex.span.start)
        )
        day = _day_before(standing, timex) if is_near else None
        is_its = day is not None and _is_beside(standing, draft, timex)
        return (Counting.STORY, day, None) if day is not None and is_its else None
    word = Span(start=link.start(1), end=link.end(1))
    linking = standing.scene.mentions.syntax.head_of(word)
    if linking is None:
        return None
    later = steps if link[1] == "after" else -steps
    opened = linking.head if linking.dep == "mark" else linking.index
    if _is_under(standing, draft, opened):
        day = _told_day(standing, draft, timex)
        return None if day is None else (Counting.CLAUSE, day - later, None)
    if not _is_beside(standing, draft, timex):
        return None
    base = _time_opened(standing, draft, opened)
    day = (
        _day_of_named(standing, draft, timex, opened)
        if base is None
        else standing.scene.mentions.timexes[base].date_start
    )
    return None if day is None else (Counting.SENTENCE, day + later, base)


def _is_under(standing: Standing, draft: Draft, opened: int) -> bool:
    """The draft's word stands in what "after" opens."""
    token = draft.trigger.token
    return token == opened or opened in standing.paths.up(token)


def _is_beside(standing: Standing, draft: Draft, timex: Timex) -> bool:
    """One clause holds the draft's word and the duration."""
    head = standing.scene.mentions.syntax.head_of(timex.span)
    return head is not None and any(
        standing.paths.clauses(head.index, word) == 0 for word in draft.words
    )


def _told_day(standing: Standing, draft: Draft, duration: Timex) -> date | None:
    """The one day told before the duration in the sentence, else that of publication."""
    scene = standing.scene
    before = (
        timex
        for index in standing.timexes.get(draft.sentence, ())
        if (timex := scene.mentions.timexes[index]).span.end <= duration.span.start
        and timex.type is not TimexType.DURATION
    )
    told = [dates for timex in before if (dates := timex.dates) is not None]
    days = [dates.start for dates in told if dates.days == 1]
    if days:
        return days[-1]
    return scene.article.published if not told else None


def _time_opened(standing: Standing, draft: Draft, opened: int) -> int | None:
    """The time told in what "after" opens, of one day."""
    syntax = standing.scene.mentions.syntax
    inside = set(syntax.subtree(opened))
    for index in standing.timexes.get(draft.sentence, ()):
        timex = standing.scene.mentions.timexes[index]
        head = syntax.head_of(timex.span)
        if head is not None and head.index in inside and _is_day(timex):
            return index
    return None


def _day_of_named(
    standing: Standing, draft: Draft, duration: Timex, opened: int
) -> date | None:
    """That of "the raid": told beside that word, in the lead, or just before."""
    syntax = standing.scene.mentions.syntax
    nouns = [syntax.tokens[i] for i in syntax.children[opened]]
    noun = next((t for t in nouns if t.dep == "pobj" and t.pos == "NOUN"), None)
    if noun is None:
        return _day_before(standing, duration)
    told = {t.sentence for t in syntax.tokens[: noun.index] if t.lemma == noun.lemma}
    told.discard(draft.sentence)
    for sentence in (*sorted(told), *range(_LEAD_SENTENCES)):
        for index in standing.timexes.get(sentence, ()):
            timex = standing.scene.mentions.timexes[index]
            is_earlier = timex.span.end <= duration.span.start
            if is_earlier and _is_day(timex) and not _is_of_speaker(standing, timex):
                return timex.date_start
    return _day_before(standing, duration)


def _day_before(standing: Standing, timex: Timex) -> date | None:
    """The last day told of an event before, nearest first; days of statements are none."""
    scene = standing.scene
    at = scene.mentions.syntax.sentence_at(timex.span.start)
    for other in reversed(scene.mentions.timexes):
        there = scene.mentions.syntax.sentence_at(other.span.start)
        if other.span.end > timex.span.start or at is None or there is None:
            continue
        if at.index - there.index > _MOST_SENTENCES:
            return None
        if _is_day(other) and not _is_of_speaker(standing, other):
            return other.date_start
    return None


def _is_day(timex: Timex) -> bool:
    dates = timex.dates
    return (
        timex.type is not TimexType.DURATION and dates is not None and dates.days == 1
    )


def _is_of_speaker(standing: Standing, timex: Timex) -> bool:
    """The nearest verb above it is one of saying."""
    syntax = standing.scene.mentions.syntax
    head = syntax.head_of(timex.span)
    above = syntax.ancestors(head.index) if head else ()
    verb: Token | None = next((t for t in above if t.pos == "VERB"), None)
    return verb is not None and verb.index in standing.scene.saying
