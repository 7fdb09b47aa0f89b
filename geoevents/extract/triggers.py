"""Words that evoke events, one trigger for each thing that happened.

"An air strike killed 54 people and wounded 158" tells one event with three words for
it. Harm words join the attack that caused them, and conjoined harm words join each
other; what is left is one trigger for each happening.
"""

from geoevents.extract.modality import find_status
from geoevents.extract.trigger_checks import tells_of_event
from geoevents.extract.trigger_groups import grouped
from geoevents.extract.trigger_lexicon import TriggerLexicon, trigger_lexicon
from geoevents.extract.trigger_types import type_of
from geoevents.extract.trigger_words import Hit, find_hits
from geoevents.models.mention import Trigger
from geoevents.models.syntax import Syntax


def find_triggers(syntax: Syntax) -> tuple[Trigger, ...]:
    """One trigger for each thing that happened, in text order."""
    lexicon = trigger_lexicon()
    found: list[Trigger] = []
    for sentence in syntax.sentences:
        tokens = syntax.tokens[sentence.first : sentence.last]
        hits = [
            h
            for h in find_hits(syntax, tokens, lexicon)
            if tells_of_event(syntax, h, lexicon)
        ]
        found.extend(
            _trigger(syntax, group, lexicon, found) for group in grouped(syntax, hits)
        )
    return tuple(found)


def _trigger(
    syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
) -> Trigger:
    lead = _lead(syntax, group)
    event_type, sub_type, why = type_of(syntax, group, lexicon, earlier)
    status, status_why = find_status(syntax, lead.token)
    return Trigger(
        span=lead.span,
        text=lead.span.of(syntax.text),
        lemma=lead.token.lemma,
        token=lead.token.index,
        event_type=event_type,
        sub_event_type=sub_type,
        status=status,
        words=tuple(sorted({hit.token.index for hit in group})),
        reasons=tuple(reason for reason in (why, status_why) if reason),
    )


def _lead(syntax: Syntax, group: list[Hit]) -> Hit:
    """The hit that governs the others; the earliest when none does."""
    return min(
        group, key=lambda h: (len(syntax.ancestors(h.token.index)), h.span.start)
    )
