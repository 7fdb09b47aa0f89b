"""Words that evoke events, one trigger for each thing that happened.

"An air strike killed 54 people and wounded 158" tells one event with three words for
it. Harm words join the attack that caused them, and conjoined harm words join each
other; what is left is one trigger for each happening.
"""

from geoevents.extract.modality import find_status
from geoevents.extract.trigger_borrowed import (
    borrowed_type,
    main_type,
    previous_kind,
)
from geoevents.extract.trigger_checks import tells_of_event
from geoevents.extract.trigger_groups import grouped
from geoevents.extract.trigger_lexicon import TriggerLexicon, trigger_lexicon
from geoevents.extract.trigger_types import Kind, own_type
from geoevents.extract.trigger_words import Hit, find_hits
from geoevents.models.mention import Trigger
from geoevents.models.syntax import Sentence, Syntax


def find_triggers(syntax: Syntax) -> tuple[Trigger, ...]:
    """One trigger for each thing that happened, in text order.

    Words that say their own kind come first; then what is left ("two died") takes the
    kind of what stands before it, or of most of the article.
    """
    lexicon = trigger_lexicon()
    groups = [
        group
        for sentence in syntax.sentences
        for group in grouped(syntax, _told(syntax, sentence, lexicon))
    ]
    kinds = [own_type(syntax, group, lexicon) for group in groups]
    main = main_type(kinds)
    for position, group in enumerate(groups):
        if kinds[position] is None:
            before = previous_kind(groups, kinds, position)
            kinds[position] = borrowed_type(syntax, group, lexicon, before, main)
    return tuple(
        _trigger(syntax, group, kind)
        for group, kind in zip(groups, kinds, strict=True)
        if kind is not None
    )


def _told(syntax: Syntax, sentence: Sentence, lexicon: TriggerLexicon) -> list[Hit]:
    tokens = syntax.tokens[sentence.first : sentence.last]
    hits = find_hits(syntax, tokens, lexicon)
    return [hit for hit in hits if tells_of_event(syntax, hit, lexicon)]


def _trigger(syntax: Syntax, group: list[Hit], kind: Kind) -> Trigger:
    lead = _lead(syntax, group)
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


def _lead(syntax: Syntax, group: list[Hit]) -> Hit:
    """The hit that governs the others; the earliest when none does."""
    return min(
        group, key=lambda h: (len(syntax.ancestors(h.token.index)), h.span.start)
    )
