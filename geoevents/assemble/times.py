"""Which date belongs to which trigger; the day of a statement is not the event's."""

import re

from geoevents.assemble.clauses import FAR, clause_distance, path_length
from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateBasis, TimexType

_CLAUSE_COST = 4
_MOST_COST = 14
_SAYING_GAP = {"ccomp", "parataxis"}


def give_times(scene: Scene, drafts: list[Draft]) -> None:
    """Each draft with the date of its clause, else of the same thing told before."""
    for position, draft in enumerate(drafts):
        index = _own_time(scene, draft)
        if index is not None:
            _set_time(draft, index, scene.mentions.timexes[index])
        else:
            _inherit_time(scene, draft, drafts, position)


def _own_time(scene: Scene, draft: Draft) -> int | None:
    syntax = scene.mentions.syntax
    span = syntax.sentences[draft.sentence].span
    ranked = []
    for index, timex in enumerate(scene.mentions.timexes):
        if not span.start <= timex.span.start < span.end or not _is_dating(timex):
            continue
        if timex.span.end <= dateline_end(scene.article.text, span):
            continue
        head = syntax.head_of(timex.span)
        if head is None or _is_of_statement(scene, head.index, draft):
            continue
        cost = _cost(syntax, head.index, draft)
        if cost <= _MOST_COST:
            ranked.append((cost, index))
    return min(ranked)[1] if ranked else None


_DATELINE = re.compile(r"[A-Z][^.!?\n]{0,70}? ?[-–—]{1,2} ")


def dateline_end(text: str, sentence: Span) -> int:
    """Where "KYIV, Nov 5 - " ends in a sentence that opens with one; else its start."""
    match = _DATELINE.match(text, sentence.start, sentence.end)
    if match is None or not match.group().split(",")[0].split("/")[0].isupper():
        return sentence.start
    return match.end()


def _is_dating(timex: Timex) -> bool:
    """A point or period in time, even one without a year; no bare durations."""
    if timex.type is TimexType.SET or timex.value in {"FUTURE_REF", "PAST_REF"}:
        return False
    return timex.date_start is not None or timex.value.startswith("XXXX")


def _cost(syntax: Syntax, head: int, draft: Draft) -> int:
    words = draft.trigger.words or (draft.trigger.token,)
    near = min(path_length(syntax, head, word) for word in words)
    clauses = min(clause_distance(syntax, head, word) for word in words)
    return FAR if near >= FAR else near + _CLAUSE_COST * clauses


def _is_of_statement(scene: Scene, head: int, draft: Draft) -> bool:
    """ "officials said on Monday": the time hangs on the verb of saying."""
    syntax = scene.mentions.syntax
    verbs = {
        token.index
        for source in scene.mentions.sources
        if source.verb is not None
        for token in syntax.tokens_in(source.verb)
    } - set(draft.trigger.words)
    words = {*draft.trigger.words, draft.trigger.token}
    for token in syntax.ancestors(head):
        if token.index in words:
            return False
        if token.index in verbs:
            return True
    return False


def _set_time(draft: Draft, index: int, timex: Timex) -> None:
    draft.time = index
    draft.dates = timex.dates
    if timex.dates is None:
        draft.partial_date = timex.value
        draft.reasons.append(f"'{timex.text}' needs a publication date to get its year")
        return
    draft.date_basis = timex.date_basis
    draft.reasons.extend(timex.reasons or (f"dated by '{timex.text}'",))


def _inherit_time(
    scene: Scene, draft: Draft, drafts: list[Draft], position: int
) -> None:
    """From an earlier telling of the same thing (same place, type and an actor)."""
    for other in reversed(drafts[:position]):
        if other.time is None or not _same_thing(scene, draft, other):
            continue
        draft.dates, draft.partial_date = other.dates, other.partial_date
        if other.dates is not None:
            draft.date_basis = DateBasis.INHERITED
        text = scene.mentions.timexes[other.time].text
        draft.reasons.append(f"no date of its own: '{text}' of the same event before")
        return


def _same_thing(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.trigger.event_type is not other.trigger.event_type:
        return False
    if draft.status is not other.status or draft.place is None or other.place is None:
        return False
    one = scene.resolutions[draft.place].place
    two = scene.resolutions[other.place].place
    same_place = draft.place == other.place or (
        one is not None and two is not None and one.id == two.id
    )
    shared = set(draft.actors) & set(other.actors)
    return same_place and (bool(shared) or not draft.actors)
