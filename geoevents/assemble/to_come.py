"""Told as past, on a day to come: one of the two was misread."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import Timex
from geoevents.models.report import ReportStatus
from geoevents.models.syntax import Syntax, Token
from geoevents.models.when import DateBasis, DateRange

_TOLD = frozenset(
    {ReportStatus.OCCURRED, ReportStatus.ONGOING, ReportStatus.HISTORICAL}
)
# "Chad has offered 200 men next month": such a day cannot be past.
_AHEAD = re.compile(r"\b(?:next|coming|tomorrow)\b", re.IGNORECASE)
_BEHIND = frozenset({"after", "follow", "since", "over"})  # "missing after an assault"
_HELPERS = frozenset({"was", "were", "had", "has", "have", "been", "'ve", "'s"})
_OF_A_YEAR = re.compile(r"\d{4}-(?:\d\d(?:-\d\d)?|SP|SU|FA|WI)")
_COUNTED = re.compile(
    rf"{_AHEAD.pattern}|\b(?:this|(?:day|week|month|year)s?)\b", re.IGNORECASE
)
_WEEK = timedelta(days=7)


def settle_days_to_come(scene: Scene, drafts: Sequence[Draft]) -> None:
    """Nothing has happened on a day after the paper's.

    What its verb does not tell as past is planned. Else the day is the last such one:
    Sunday, the weekend; and what is neither has no day. "September 27", with its year or
    without, stands as it was read: of a history the paper's own date tells little.
    """
    published = scene.article.published
    for draft in drafts:
        dates = draft.dates
        if published is None or dates is None or dates.start <= published:
            continue
        if draft.status not in _TOLD or draft.date_basis is DateBasis.EXPLICIT:
            continue
        timex = None if draft.time is None else scene.mentions.timexes[draft.time]
        if timex is not None and _is_by_the_calendar(timex):
            continue
        if _is_told_as_past(scene.mentions.syntax, draft, timex):
            _move_back(draft, timex, dates, published)
        else:
            draft.status = ReportStatus.PLANNED
            draft.reasons.append(f"planned: {dates.start} is after {published}")


def _is_told_as_past(syntax: Syntax, draft: Draft, timex: Timex | None) -> bool:
    if timex is not None and _AHEAD.search(timex.text):
        return False
    token = syntax.tokens[draft.trigger.token]
    if token.dep == "pobj" and syntax.tokens[token.head].lemma in _BEHIND:
        return True
    above = (token, *syntax.ancestors(token.index))
    verb = next((t for t in above if t.pos in {"VERB", "AUX"}), None)
    if verb is None:
        return False
    return verb.tag == "VBD" or (verb.tag == "VBN" and _is_helped(syntax, verb))


def _is_helped(syntax: Syntax, verb: Token) -> bool:
    below = (syntax.tokens[i] for i in syntax.children[verb.index])
    return any(t.text.lower() in _HELPERS for t in below if t.dep in {"aux", "auxpass"})


def _move_back(
    draft: Draft, timex: Timex | None, dates: DateRange, published: date
) -> None:
    said = f"'{timex.text}'" if timex is not None else "the day"
    if timex is not None and _is_of_each_week(timex):
        draft.dates = DateRange(start=dates.start - _WEEK, end=dates.end - _WEEK)
        why = f"told as past: {said} is the last one, {draft.dates.start}"
    else:
        draft.dates, draft.date_basis, draft.time = None, DateBasis.NONE, None
        why = f"told as past, yet {said} would be after {published}: no day"
    draft.reasons.append(why)


def _is_of_each_week(timex: Timex) -> bool:
    """A weekday, or the weekend."""
    return timex.date_basis is DateBasis.WEEKDAY or timex.value.endswith("WE")


def _is_by_the_calendar(timex: Timex) -> bool:
    """A month, a day of one, a season."""
    return (
        timex.date_basis is not DateBasis.WEEKDAY
        and bool(_OF_A_YEAR.fullmatch(timex.value))
        and not _COUNTED.search(timex.text)
    )
