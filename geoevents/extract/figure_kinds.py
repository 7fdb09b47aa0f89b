"""The kind of a figure: what is counted, and what became of it."""

import re

from geoevents.extract.figure_clauses import clause_below, predicate
from geoevents.extract.figure_lexicon import (
    is_armed_group,
    is_group,
    is_measure,
    is_person,
    is_uncounted,
    may_be_armed,
    may_be_person,
    noun_kind,
    word_set,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_surface import (
    held_kind,
    outcome_after,
    outcome_of_list,
    participle_before,
    verb_before,
    with_himself,
)
from geoevents.extract.figure_verdict import (
    OUTCOMES,
    THINGS,
    TOLLS,
    Verdict,
    by_noun,
)
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Syntax, Token

# Any plural may be killed or arrested ("looters"); the rest needs a known person.
_OF_ANYONE = frozenset({
    *TOLLS, FigureKind.ARRESTED, FigureKind.ABDUCTED, FigureKind.MISSING,
})  # fmt: skip
# A noun's own kind outweighs these: protesters driven off are not displaced.
_OUTWEIGHED = {
    FigureKind.PARTICIPANTS: {FigureKind.DISPLACED, FigureKind.EVACUATED, FigureKind.AFFECTED},
    FigureKind.CAPTURED: {FigureKind.EVACUATED, FigureKind.ABDUCTED},
}  # fmt: skip
# What they were before they were killed.
_LESS_THAN_HARM = frozenset({
    FigureKind.CAPTURED, FigureKind.ABDUCTED, FigureKind.ARRESTED, FigureKind.DISPLACED,
    FigureKind.EVACUATED, FigureKind.AFFECTED, FigureKind.PARTICIPANTS,
})  # fmt: skip
_ABOARD = re.compile(r"\s+(on board|aboard)\b")
_JUDGES = (
    with_himself,
    outcome_of_list,
    outcome_after,
    participle_before,
    clause_below,
    predicate,
    verb_before,
)


def kind_of(counted: Counted, syntax: Syntax) -> Verdict | None:
    """The kind of a counted phrase; None where nothing says what it counts."""
    noun = counted.noun
    held = held_kind(counted, syntax)
    if held is not None:
        return held
    own = noun_kind(noun) if noun is not None else None
    if noun is not None and own in THINGS and own:
        return by_noun(own, noun)
    if noun is not None and own is None and _is_no_plural(noun, counted):
        return None
    for judge in (participle_before,) if counted.whole else _JUDGES:
        verdict = judge(counted, syntax)
        if verdict is not None:
            return _fit(_outdone(verdict, counted, syntax), counted)
    if own is None or noun is None or own is FigureKind.TROOPS:
        return None
    return by_noun(own, noun)


def _outdone(verdict: Verdict, counted: Counted, syntax: Syntax) -> Verdict:
    """ "Killed six captured soldiers", "killed 17 people seeking refuge": killed."""
    if verdict.kind not in _LESS_THAN_HARM or counted.noun is None:
        return verdict
    verb = syntax.tokens[counted.node.head]
    if counted.node.dep != "dobj" or verb.lemma not in word_set("verb_sets", "killing"):
        return verdict
    return predicate(counted, syntax) or verdict


def _is_no_plural(noun: Token, counted: Counted) -> bool:
    """True for what is never counted, and for singular nouns that are no people."""
    singular = noun.tag == "NN" and not is_person(noun) and not counted.partitive
    return singular or is_uncounted(noun)


def _fit(verdict: Verdict, counted: Counted) -> Verdict | None:
    """Holds predicates to nouns they fit: civilians are no troops."""
    noun = counted.noun
    if noun is None:
        return None if _is_by(verdict, "of_named_only") else verdict
    people_only = _is_by(verdict, "of_people_only") or _is_by(verdict, "of_named_only")
    anyone = verdict.kind in _OF_ANYONE and not people_only
    own = noun_kind(noun)
    if not anyone and not may_be_person(noun):
        return None
    if verdict.kind is FigureKind.TROOPS:
        return verdict if may_be_armed(noun) else None
    if own and (own in TOLLS or verdict.kind in _OUTWEIGHED.get(own, ())):
        return by_noun(own, noun)
    moved = verdict.kind in {FigureKind.EVACUATED, FigureKind.DISPLACED}
    if moved and own is FigureKind.TROOPS:
        return Verdict(FigureKind.TROOPS, verdict.by, verdict.why)
    return verdict


def may_be_of(kind: FigureKind, noun: Token | None) -> bool:
    """Whether a kind that was told of others may hold: "700 fighters and 4,000 civilians"."""
    if kind is not FigureKind.TROOPS or noun is None or not is_person(noun):
        return True
    return may_be_armed(noun)


def _is_by(verdict: Verdict, name: str) -> bool:
    return verdict.by is not None and verdict.by.lemma in word_set("verb_sets", name)


def named_outcome(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "the massacre of 300 villagers": the noun above says what became of them."""
    link = syntax.tokens[counted.node.head]
    above = syntax.tokens[link.head]
    if counted.node.dep != "pobj" or link.lemma != "of":
        return None
    if above.lemma not in word_set("noun_sets", "killings"):
        return None
    return Verdict(FigureKind.KILLED, above, f"'{above.text} of'")


def aboard_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "a ferry with 476 people on board", "a bus carrying 62 passengers"."""
    noun = counted.noun
    if noun is None or not is_person(noun) or noun_kind(noun) is not None:
        return None
    verb = syntax.tokens[counted.node.head]
    carried = counted.node.dep == "dobj" and verb.lemma == "carry"
    if carried and _is_vessel(_carrier(verb, syntax)):
        return Verdict(FigureKind.AFFECTED, verb, f"object of '{verb.text}'")
    aboard = _ABOARD.match(syntax.text, noun.end)
    return Verdict(FigureKind.AFFECTED, noun, f"'{aboard[1]}'") if aboard else None


def _carrier(verb: Token, syntax: Syntax) -> Token:
    """What carries: the verb's subject, or the noun it describes."""
    children = (syntax.tokens[i] for i in syntax.children[verb.index])
    subject = next((t for t in children if t.dep == "nsubj"), None)
    return subject or syntax.tokens[verb.head]


def _is_vessel(carrier: Token) -> bool:
    """A bus, a boat, or she who sank: "she carried 400 people"."""
    named = carrier.lemma in word_set("noun_sets", "carriers")
    return named or (carrier.dep == "nsubj" and carrier.text.lower() in {"she", "it"})


def group_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "a contingent of 400", "a crowd of 2,000", "the deaths of 12 people"."""
    prep = syntax.tokens[counted.node.head]
    above = syntax.tokens[prep.head]
    measured = prep.lemma == "of" and is_measure(above)
    if counted.node.dep != "pobj" or prep.lemma not in {"of", "by"} or measured:
        return None
    kind = noun_kind(above)
    if kind in OUTCOMES:
        pass
    elif counted.noun is not None and not is_person(counted.noun):
        kind = None
    elif above.lemma == "crowd":
        kind = FigureKind.PARTICIPANTS
    elif is_group(above) and _is_armed(above, counted.noun, syntax):
        kind = FigureKind.TROOPS
    else:
        kind = None
    return Verdict(kind, above, f"'{above.text} of'") if kind else None


def _is_armed(group: Token, noun: Token | None, syntax: Syntax) -> bool:
    """A brigade of 400 men, not a sales force of 900 people."""
    if noun is not None and noun_kind(noun) is FigureKind.TROOPS:
        return True
    bare = noun is None or noun.lemma in {"man", "men", "people"}
    lemmas = {syntax.tokens[i].lemma for i in syntax.children[group.index]}
    civil = lemmas & word_set("noun_sets", "civil_groups")
    return bare and is_armed_group(group) and not civil


def default_kind(counted: Counted) -> Verdict | None:
    """What a noun counts where no predicate speaks: soldiers are troops."""
    noun = counted.noun
    kind = noun_kind(noun) if noun is not None else None
    if noun is None or kind not in {FigureKind.TROOPS, FigureKind.PARTICIPANTS}:
        return None
    return by_noun(kind, noun)
