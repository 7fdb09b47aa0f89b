"""Days counted from another event: "captured it on Thursday, six days after they attacked".

The duration says how far the second event lies from the first, whose day the sentence
tells; where it tells none, the first is news of the day of publication.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Token
from geoevents.models.when import DateRange, TimexType

_DURATION = re.compile(r"P(\d+)(D|W)")
_DAYS = {"D": 1, "W": 7}
_LINK = re.compile(r"\s+(after|before)\b")


def offset_days(standing: Standing, draft: Draft) -> Iterator[tuple[int, DateRange]]:
    """(duration, day) for each duration that tells how far the draft's event lies."""
    scene = standing.scene
    for index in standing.timexes.get(draft.sentence, ()):
        timex = scene.mentions.timexes[index]
        length = _DURATION.fullmatch(timex.value)
        link = _LINK.match(scene.article.text, timex.span.end)
        if length is None or link is None or timex.type is not TimexType.DURATION:
            continue
        word = Span(start=link.start(1), end=link.end(1))
        linking = scene.mentions.syntax.head_of(word)
        if linking is None or not _is_under(standing, draft, linking):
            continue
        day = _told_day(standing, draft, timex)
        if day is None:
            continue
        steps = timedelta(days=int(length[1]) * _DAYS[length[2]])
        meant = day - steps if link[1] == "after" else day + steps
        yield index, DateRange(start=meant, end=meant)


def _is_under(standing: Standing, draft: Draft, linking: Token) -> bool:
    """The draft's word stands in what "after" opens."""
    tokens = standing.scene.mentions.syntax.tokens
    opened = linking.head if linking.dep == "mark" else linking.index
    if draft.trigger.token == tokens[opened].index:
        return True
    return opened in standing.paths.up(draft.trigger.token)


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
