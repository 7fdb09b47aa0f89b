"""Which date belongs to which trigger; the day of a statement is not the event's."""

from geoevents.assemble.carried import carry_back, carry_forward
from geoevents.assemble.clauses import (
    FAR,
    clause_distance,
    is_only_talked_of,
    path_length,
)
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.since import (
    is_before_it,
    is_dating,
    is_end_to_come,
    is_of_statement,
    is_since,
)
from geoevents.models.mention import Timex
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateRange

_CLAUSE_COST = 4
_MOST_COST = 14


def give_times(scene: Scene, drafts: list[Draft]) -> None:
    """Each draft with the date of its clause, else of the same thing told before."""
    for position, draft in enumerate(drafts):
        index = _own_time(scene, draft)
        if index is not None:
            _set_time(draft, index, scene.mentions.timexes[index])
            _stretch_since(scene, draft, scene.mentions.timexes[index])
        else:
            carry_forward(scene, draft, drafts[:position])
    for position, draft in enumerate(drafts):
        if draft.time is None and draft.dates is None and draft.partial_date is None:
            carry_back(scene, draft, drafts[position + 1 :])


def _own_time(scene: Scene, draft: Draft) -> int | None:
    syntax = scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence]
    ranked = []
    for index, timex in enumerate(scene.mentions.timexes):
        if not sentence.begins <= timex.span.start < sentence.span.end or not is_dating(
            timex
        ):
            continue
        head = syntax.head_of(timex.span)
        if head is None or is_of_statement(scene, head.index, draft):
            continue
        if is_end_to_come(scene, timex):
            continue
        if is_before_it(scene, head.index, draft):
            continue
        if is_only_talked_of(syntax, draft.trigger.token, head.index):
            continue
        cost = _cost(syntax, head.index, draft)
        if cost <= _MOST_COST:
            ranked.append((cost, index))
    return min(ranked)[1] if ranked else None


def _cost(syntax: Syntax, head: int, draft: Draft) -> int:
    words = draft.words
    near = min(path_length(syntax, head, word) for word in words)
    clauses = min(clause_distance(syntax, head, word) for word in words)
    return FAR if near >= FAR else near + _CLAUSE_COST * clauses


def _set_time(draft: Draft, index: int, timex: Timex) -> None:
    draft.time = index
    draft.dates = timex.dates
    if timex.dates is None:
        draft.partial_date = timex.value
        draft.reasons.append(f"'{timex.text}' needs a publication date to get its year")
        return
    draft.date_basis = timex.date_basis
    draft.reasons.extend(timex.reasons or (f"dated by '{timex.text}'",))


def _stretch_since(scene: Scene, draft: Draft, timex: Timex) -> None:
    """ "since 6 August": from that day to the day of publication."""
    published = scene.article.published
    if published is None or draft.dates is None or draft.dates.start > published:
        return
    if is_since(scene, draft, timex):
        draft.dates = DateRange(start=draft.dates.start, end=published)
        draft.reasons.append(f"'since' runs to the day of publication, {published}")
