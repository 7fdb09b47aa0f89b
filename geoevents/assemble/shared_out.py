""" "Killed four people in Kherson and two in Nikopol": one word, an event a place.

Each number that has a place of its own goes with it, and so does a day told beside it.
What a clause of its own tells, "a year after 30 were killed in Chingola", has that
clause's word, and no day yet.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.figure import FigureScope
from geoevents.models.span import Span
from geoevents.models.when import DateBasis

# From a number over what it counts to its place: "two soldiers of the army near".
_MOST_WORDS = 5
_AT = frozenset({"in", "at", "near", "outside", "around"})
# What comes right before the number of a clause that tells of another day.
_OPENED = re.compile(
    r"\b(?:after|before|since)\s+(?:(?:at least|more than|about|some|another|the)\s+)*\Z"
)


@dataclass(frozen=True, slots=True)
class _Part:
    """A figure, the place told right after it, and where the next part begins."""

    figure: int
    place: int
    end: int


def share_out(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those with numbers at several places taken apart, in order."""
    shared: list[Draft] = []
    for draft in drafts:
        shared.append(draft)
        parts = _parts(scene, draft)
        if len({scene.place_key(part.place) for part in parts}) == len(parts):
            shared += _apart(scene, draft, parts, drafts)
    return shared


def _parts(scene: Scene, draft: Draft) -> list[_Part]:
    """Of the whole counts of one kind in the draft's sentence, those with a place."""
    figures = scene.mentions.figures
    sentence = scene.mentions.syntax.sentences[draft.sentence].span
    inside = [
        i
        for i in sorted(draft.figures)
        if sentence.contains(figures[i].span)
        and figures[i].scope is not FigureScope.SUBSET
    ]
    inside = [i for i in inside if figures[i].kind is figures[inside[0]].kind]
    if len(inside) < 2:  # noqa: PLR2004 - one number is nothing to share
        return []
    ends = [figures[i].span.start for i in inside[1:]] + [sentence.end]
    parts = []
    for index, end in zip(inside, ends, strict=True):
        place = _place_after(scene, figures[index].span, end, draft.place)
        if place is None:
            return []
        parts.append(_Part(index, place, end))
    return parts


def _place_after(scene: Scene, figure: Span, end: int, own: int | None) -> int | None:
    """The first place between a figure and the next one, if close and placed there.

    The draft's own may be farther off: "13 were killed in a strike on a camp in Gaza".
    """
    for index, toponym in enumerate(scene.mentions.toponyms):
        if not figure.end <= toponym.span.start < end:
            continue
        between = Span(start=figure.end, end=toponym.span.start)
        words = [
            t.text.lower()
            for t in scene.mentions.syntax.tokens_in(between)
            if t.text != "the" and t.start >= figure.end and t.end <= toponym.span.start
        ]
        is_near = len(words) <= _MOST_WORDS or index == own
        close = is_near and bool(words) and words[-1] in _AT
        return index if close and scene.is_placed(index) else None
    return None


def _apart(
    scene: Scene, draft: Draft, parts: Sequence[_Part], drafts: Sequence[Draft]
) -> list[Draft]:
    """Gives each part to the draft of this word at its place; those made for it."""
    at = {
        scene.place_key(d.place): d
        for d in drafts
        if d.place is not None and d.trigger.span == draft.trigger.span
    }
    keys = [scene.place_key(part.place) for part in parts]
    if keys and keys[0] not in at and all(at.get(k) is not draft for k in keys):
        # Somewhere around them all: the first part says more closely where.
        draft.place, draft.place_inherited = parts[0].place, False
        at[keys[0]] = draft
    made = []
    for key, (part, figures) in zip(keys, _shares(scene, draft, parts), strict=True):
        own = at.get(key)
        if own is None:
            own = replace(draft, movements=(), evidence=[], same_as=[], reasons=[])
            own.figures = []
            own.place, own.place_inherited = part.place, False
            _stand_alone(scene, own, part)
            made.append(own)
        if own is not draft:
            draft.figures = [i for i in draft.figures if i not in figures]
            own.figures = sorted({*own.figures, *figures})
        number = scene.mentions.figures[part.figure].text
        name = scene.mentions.toponyms[part.place].text
        own.reasons.append(f"'{number}' is told of '{name}'")
        _date(scene, own, part)
    return made


def _stand_alone(scene: Scene, draft: Draft, part: _Part) -> None:
    """ "After 30 were killed in Chingola": by its own verb, whose day is still to find."""
    syntax, figure = scene.mentions.syntax, scene.mentions.figures[part.figure].span
    head = syntax.head_of(figure)
    if head is None or not _OPENED.search(syntax.text, 0, figure.start):
        return
    verb = next((t for t in syntax.ancestors(head.index) if t.pos == "VERB"), None)
    if verb is None:
        return
    draft.trigger = replace(
        draft.trigger,
        span=verb.span,
        text=verb.text,
        lemma=verb.lemma,
        token=verb.index,
        words=(verb.index,),
    )
    draft.time = draft.dates = draft.partial_date = draft.date_chance = None
    draft.date_basis = DateBasis.NONE


def _shares(
    scene: Scene, draft: Draft, parts: Sequence[_Part]
) -> list[tuple[_Part, list[int]]]:
    """Each part with its figure and those told beside it.

    What is told after the last place counts for all, but for parts of a number.
    """
    figures = scene.mentions.figures
    last = figures[parts[-1].figure].span.start if parts else 0
    shares = []
    for part in parts:
        start = figures[part.figure].span.start
        beside = [
            i
            for i in draft.figures
            if start < figures[i].span.start < part.end
            and (figures[i].scope is FigureScope.SUBSET or start < last)
        ]
        shares.append((part, [part.figure, *beside]))
    return shares


def _date(scene: Scene, draft: Draft, part: _Part) -> None:
    """A day told between the place and the next part is this part's."""
    place = scene.mentions.toponyms[part.place].span
    for index, timex in enumerate(scene.mentions.timexes):
        if place.end <= timex.span.start < part.end and timex.dates is not None:
            draft.time, draft.dates = index, timex.dates
            draft.date_basis, draft.partial_date = timex.date_basis, None
            draft.reasons.append(f"'{timex.text}' is told beside it")
            return
