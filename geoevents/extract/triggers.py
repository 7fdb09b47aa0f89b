"""Words that evoke events, one trigger for each thing that happened.

"An air strike killed 54 people and wounded 158" tells one event with three words for
it. Harm words join the attack that caused them, and conjoined harm words join each
other; what is left is one trigger for each happening.
"""

from dataclasses import dataclass

from geoevents.extract.modality import find_status
from geoevents.extract.trigger_borrowed import (
    borrowed_type,
    main_type,
    previous_kind,
)
from geoevents.extract.trigger_checks import tells_of_event
from geoevents.extract.trigger_groups import grouped
from geoevents.extract.trigger_lexicon import trigger_lexicon
from geoevents.extract.trigger_types import Kind, own_type
from geoevents.extract.trigger_words import Hit, find_hits
from geoevents.models.mention import Trigger
from geoevents.models.syntax import Syntax


@dataclass(frozen=True, slots=True)
class TriggerWords:
    """The lexicon's words in one article, found once for all who ask.

    ``hits``: all, by sentence; ``groups``: those that tell of an event, together where
    they tell of one, in text order; ``kinds``: what each group tells, None if nothing
    says; ``main``: what most of the article tells.
    """

    hits: tuple[list[Hit], ...]
    groups: list[list[Hit]]
    kinds: list[Kind | None]
    main: Kind | None


def find_trigger_words(syntax: Syntax) -> TriggerWords:
    """The lexicon's words of an article, with what each group of them tells.

    Words that say their own kind come first; then what is left ("two died") takes the
    kind of what stands before it, or of most of the article.
    """
    lexicon = trigger_lexicon()
    hits = tuple(
        find_hits(syntax, syntax.tokens[sentence.first : sentence.last], lexicon)
        for sentence in syntax.sentences
    )
    groups = [
        group
        for found in hits
        for group in grouped(
            syntax, [hit for hit in found if tells_of_event(syntax, hit, lexicon)]
        )
    ]
    kinds = [own_type(syntax, group, lexicon) for group in groups]
    main = main_type(kinds)
    for position, group in enumerate(groups):
        if kinds[position] is None:
            before = previous_kind(groups, kinds, position)
            kinds[position] = borrowed_type(syntax, group, lexicon, before, main)
    return TriggerWords(hits, groups, kinds, main)


def find_triggers(
    syntax: Syntax, words: TriggerWords | None = None
) -> tuple[Trigger, ...]:
    """One trigger for each thing that happened, in text order."""
    found = find_trigger_words(syntax) if words is None else words
    return tuple(
        _trigger(syntax, group, kind)
        for group, kind in zip(found.groups, found.kinds, strict=True)
        if kind is not None
    )


def _trigger(syntax: Syntax, group: list[Hit], kind: Kind) -> Trigger:
    lead = lead_of(syntax, group)
    status, status_why = find_status(syntax, lead.token)
    return Trigger(
        span=lead.span,
        text=lead.span.of(syntax.text),
        lemma=lead.token.lemma,
        token=lead.token.index,
        event_type=kind.event_type,
        sub_event_type=kind.sub_event_type,
        status=status,
        words=tuple(sorted({hit.token.index for hit in group})),
        reasons=tuple(reason for reason in (kind.reason, status_why) if reason),
    )


def lead_of(syntax: Syntax, group: list[Hit]) -> Hit:
    """The hit that governs the others; the earliest when none does."""
    return min(
        group, key=lambda h: (len(syntax.ancestors(h.token.index)), h.span.start)
    )
