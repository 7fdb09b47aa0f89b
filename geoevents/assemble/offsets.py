"""Days counted from another event: "captured it on Thursday, six days after they attacked".

The duration says how far one event lies from another. What "after" opens is counted from
the day the sentence tells; the rest of the sentence from the day of what "after" opens.
Hours away is the same day; "hours later" is so of the event told before.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Token
from geoevents.models.when import DateRange, TimexType

_DURATION = re.compile(r"P(\d+)(D|W|M|Y)")
_DAYS = {"D": 1, "W": 7}
_HOURS = re.compile(r"PT(?:X|\d|1[0-2])H")  # half a day at most
_LINK = re.compile(r"\s+(after|before)\b")
_COUNTED_LINK = re.compile(
    r"\b(?:hour|day|night|week|month|year|decade|century)s?"
    r"\s+(?:to the day\s+)?(after|before)\b"
)
_ADVERB = re.compile(r"\s+(?:later|earlier|afterwards)\b")
_HOURS_AWAY = re.compile(r"\bhours?\s+(?:later|earlier|afterwards|before|after)\Z")
_WITHIN = re.compile(r"\bwithin\s+\Z", re.IGNORECASE)
_SUBJECTS = {"nsubj", "nsubjpass"}
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
            counting, dates, base = found
            yield Offset(index, dates, counting, base)


@dataclass(frozen=True, slots=True)
class _Steps:
    """A length of time: so many days, weeks, months or years."""

    count: int
    unit: str = "D"

    def from_day(self, day: date, sign: int) -> DateRange | None:
        """So long after (1) or before (-1); a month or a year off is a whole one.

        None past the years that a calendar has.
        """
        try:
            if self.unit in _DAYS:
                days = self.count * _DAYS[self.unit]
                there = day + sign * timedelta(days=days)
                return DateRange(start=there, end=there)
            if self.unit == "Y":
                year = day.year + sign * self.count
                return DateRange(start=date(year, 1, 1), end=date(year, 12, 31))
            year, month = divmod(day.year * 12 + day.month - 1 + sign * self.count, 12)
            last = monthrange(year, month + 1)[1]
            first = date(year, month + 1, 1)
            return DateRange(start=first, end=first.replace(day=last))
        except (OverflowError, ValueError):
            return None


def _steps(timex: Timex) -> _Steps | None:
    """How long it is; None for what counts no days, and for "less than a week"."""
    if _HOURS.fullmatch(timex.value) or _HOURS_AWAY.search(timex.text.lower()):
        return _Steps(0)
    length = _DURATION.fullmatch(timex.value)
    if length is None or timex.type is not TimexType.DURATION:
        return None
    if timex.mod is not None:
        return None
    return _Steps(int(length[1]), length[2])


def _counted(
    standing: Standing, draft: Draft, timex: Timex, steps: _Steps
) -> tuple[Counting, DateRange, int | None] | None:
    text = standing.scene.article.text
    link = _LINK.match(text, timex.span.end)
    if link is None:
        return _counted_from_story(standing, draft, timex, steps)
    linking = _linking(standing, link)
    if linking is None:
        return None
    later = 1 if link[1] == "after" else -1
    opened = _opened_by(standing, linking)
    if _is_under(standing, draft, opened):
        if steps.unit not in _DAYS and _tells_a_day(standing, draft, link.end()):
            return None  # "ten years after it was bombed on 9 May 1997"
        day = _told_day(standing, draft, timex)
        return _from(day, steps, -later, Counting.CLAUSE, None)
    if not _is_beside(standing, draft, timex):
        return None
    base = _time_opened(standing, draft, opened)
    day = (
        _day_of_named(standing, draft, timex, opened)
        if base is None
        else standing.scene.mentions.timexes[base].date_start
    )
    return _from(day, steps, later, Counting.SENTENCE, base)


def _counted_from_story(
    standing: Standing, draft: Draft, timex: Timex, steps: _Steps
) -> tuple[Counting, DateRange, int | None] | None:
    """ "Hours later", "within hours": on the day of what was told before."""
    text = standing.scene.article.text
    is_near = not steps.count and (
        _ADVERB.match(text, timex.span.end)
        or _HOURS_AWAY.search(timex.text.lower())
        or _WITHIN.search(text, timex.span.start - _LONGEST_CUE, timex.span.start)
    )
    day = _day_before(standing, timex) if is_near else None
    is_its = day is not None and _is_beside(standing, draft, timex)
    return _from(day if is_its else None, steps, 1, Counting.STORY, None)


def _from(
    day: date | None, steps: _Steps, sign: int, counting: Counting, base: int | None
) -> tuple[Counting, DateRange, int | None] | None:
    dates = None if day is None else steps.from_day(day, sign)
    return None if dates is None else (counting, dates, base)


def counted_links(standing: Standing, draft: Draft) -> list[Token]:
    """Each "after" or "before" that opens the draft's clause, so long from another.

    "Died on Sunday, weeks after 30 were killed": of the killed.
    """
    syntax = standing.scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence].span
    links = _COUNTED_LINK.finditer(syntax.text, sentence.start, sentence.end)
    return [
        linking
        for link in links
        if (linking := _linking(standing, link)) is not None
        and _is_under(standing, draft, _opened_by(standing, linking))
    ]


def is_outside(
    standing: Standing, draft: Draft, timex: Timex, links: Sequence[Token]
) -> bool:
    """The time is told before such a clause, or of a verb behind the draft's word.

    "A year after 30 were killed, ten died on Sunday": of the killed nothing is dated.
    """
    if not links:
        return False
    if any(timex.span.end <= linking.start for linking in links):
        return True
    syntax = standing.scene.mentions.syntax
    head = syntax.head_of(timex.span)
    above = () if head is None else syntax.ancestors(head.index)
    verb = next((token for token in above if token.pos == "VERB"), None)
    word = draft.trigger.span
    return verb is not None and word.end <= verb.start < timex.span.start


def _tells_a_day(standing: Standing, draft: Draft, start: int) -> bool:
    """From there on the sentence names a day."""
    timexes = standing.scene.mentions.timexes
    links = counted_links(standing, draft)
    return any(
        timexes[index].span.start >= start
        and _is_day(timexes[index])
        and not is_outside(standing, draft, timexes[index], links)
        for index in standing.timexes.get(draft.sentence, ())
    )


def _linking(standing: Standing, link: re.Match[str]) -> Token | None:
    """The token of "after" or "before"."""
    word = Span(start=link.start(1), end=link.end(1))
    return standing.scene.mentions.syntax.head_of(word)


def _opened_by(standing: Standing, linking: Token) -> int:
    """The verb of its clause, else "after" itself: "a year after the raid".

    Without a noun the engine takes a number for what "after" governs, and leaves the
    verb without a subject: "a year after 30 were killed".
    """
    syntax = standing.scene.mentions.syntax
    if linking.dep == "mark":
        return linking.head
    above = syntax.ancestors(linking.index)
    verb = next((token for token in above if token.pos == "VERB"), linking)
    below = (syntax.tokens[child] for child in syntax.children[verb.index])
    has_subject = any(t.dep in _SUBJECTS and t.start > linking.start for t in below)
    is_its = verb.start > linking.start and not has_subject
    return verb.index if is_its else linking.index


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
    """The one day told before the duration, in its sentence first; else the paper's."""
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
    if told:
        return None
    return _day_before(standing, duration) or scene.article.published


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
