"""What kind a bare word of harm tells: that of what stands before it, or around it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geoevents.extract.trigger_arguments import has_number
from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.extract.trigger_types import Kind, clause_of, victims_of
from geoevents.extract.trigger_words import Hit
from geoevents.models.report import COMMONEST_SUB_TYPE, EventType
from geoevents.models.syntax import Syntax

_FROM_AFAR = {"hit", "strike", "damage", "hole", "shake", "rock", "level", "flatten"}
_PREVIOUS_SENTENCES = 0


def main_type(kinds: Sequence[Kind | None]) -> Kind | None:
    """The kind most of an article's happenings are of, movements left out."""
    counts = Counter(
        (kind.event_type, kind.sub_event_type)
        for kind in kinds
        if kind is not None and kind.event_type is not EventType.STRATEGIC
    )
    if not counts:
        return None
    (event_type, sub_type), _ = max(counts.items(), key=lambda item: item[1])
    return Kind(event_type, sub_type, "most of the article tells of this kind")


def previous_kind(
    groups: Sequence[list[Hit]], kinds: Sequence[Kind | None], position: int
) -> Kind | None:
    """The kind of the nearest happening before, at most a sentence away."""
    here = groups[position][0].token.sentence
    for index in range(position - 1, -1, -1):
        if here - groups[index][0].token.sentence > _PREVIOUS_SENTENCES:
            return None
        kind = kinds[index]
        if kind is not None and kind.event_type is not EventType.STRATEGIC:
            word = groups[index][0].token.text
            return replace(kind, reason=f"'{word}' before it tells the kind")
    return None


def borrowed_type(
    syntax: Syntax,
    group: list[Hit],
    lexicon: TriggerLexicon,
    before: Kind | None,
    main: Kind | None,
) -> Kind:
    """For bare harm and attacks: what stands before, who suffers, the whole article."""
    victims = victims_of(syntax, group)
    near = {
        syntax.tokens[i].lemma for hit in group for i in clause_of(syntax, hit.token)
    }
    if before is not None and not _has_new_parties(lexicon, before, victims, near):
        return before
    is_disaster = main is not None and main.event_type is EventType.DISASTER
    struck = None if is_disaster else _by_word(group)
    if main is not None and all(h.token.pos == "NOUN" for h in group) and not victims:
        return struck or main  # "50 bodies": what else the clause names killed nobody
    harm = Kind(EventType.VIOLENCE, "Attack", "harm without a stated cause")
    sides = _sides_counted(syntax, group, lexicon)
    if len(sides) > 1:
        return Kind(EventType.BATTLES, "Armed clash", "the dead of two sides are told")
    return _by_people(lexicon, victims, near) or struck or main or harm


def _sides_counted(
    syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon
) -> set[str]:
    """ "90 people were killed: 50 rebels, 20 soldiers and 20 civilians"."""
    lead = group[0].token
    tokens = syntax.tokens[lead.index : syntax.sentences[lead.sentence].last]
    text = syntax.text[lead.end : syntax.sentences[lead.sentence].span.end]
    if ":" not in text and "among them" not in text:
        return set()
    return {
        token.lemma
        for token in tokens
        if token.lemma in lexicon.soldiers and has_number(syntax, token)
    }


def _by_people(
    lexicon: TriggerLexicon, victims: set[str], near: set[str]
) -> Kind | None:
    if victims & lexicon.soldiers:
        return Kind(EventType.BATTLES, "Armed clash", "soldiers are the victims")
    if near & lexicon.soldiers and victims & (lexicon.civilians | lexicon.crowds):
        why = "armed men harm people without arms"
        return Kind(EventType.VIOLENCE, "Attack", why)
    if near & lexicon.soldiers and not near & {"civilian", "villager"}:
        return Kind(EventType.BATTLES, "Armed clash", "soldiers in the same clause")
    return None


def _by_word(group: list[Hit]) -> Kind | None:
    if any(hit.token.lemma in _FROM_AFAR for hit in group):
        sub_type = COMMONEST_SUB_TYPE[EventType.EXPLOSIONS]
        return Kind(EventType.EXPLOSIONS, sub_type, "something is struck")
    return None


def _has_new_parties(
    lexicon: TriggerLexicon, before: Kind, victims: set[str], near: set[str]
) -> bool:
    """Armed men who kill civilians are no toll of a battle told before."""
    if before.event_type is EventType.BATTLES:
        return bool(victims & lexicon.civilians) and bool(near & lexicon.soldiers)
    return False
