"""Figures told as measures: "the toll rose to 205", "put the number of dead at 93"."""

import re

from geoevents.extract.figure_lexicon import (
    adjective_kind,
    is_measure,
    is_person,
    noun_kind,
    tables,
    verb_kind,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_verdict import Verdict
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Syntax, Token

# "the number of soldiers deployed there at 11,000": so far up may the measure lie.
FARTHEST_MEASURE = 5
_CLAUSES = frozenset({"ccomp", "advcl", "conj", "ROOT"})
_PREPOSITIONS = frozenset({
    "to", "into", "at", "as", "of", "from", "by", "for", "near", "past", "around", "above",
})  # fmt: skip
# "put army dead at 500": outcomes stand for their number.
_TOLLS = frozenset(
    {
        FigureKind.KILLED,
        FigureKind.WOUNDED,
        FigureKind.CASUALTIES,
        FigureKind.ARRESTED,
        FigureKind.MISSING,
    }
)
_TELLING = frozenset({
    "put", "give", "count", "raise", "lower", "revise", "admit", "speak", "say", "report", "estimate", "claim",
    "total", "reach", "be", "confirm", "climb", "rise", "stand", "pass", "list", "name", "record", "number", "hear", "follow", "spare",
    "top", "exceed", "fall", "mention", "tell", "acknowledge", "register", "cite", "set", "place", "update", "announce",
})  # fmt: skip


def measure_kind(
    counted: Counted, syntax: Syntax
) -> tuple[Verdict | None, Token | None, bool]:
    """(verdict, the noun that is measured, whether a measure noun was there at all).

    A measure without a kind of its own ("the figure") leaves the kind to the figure
    before it.
    """
    that = _that_of(counted, syntax)
    if that is not None:
        return that, None, True
    measure = _measure_near(counted, syntax)
    if measure is None:
        return None, None, False
    if _is_loss_of(measure, counted, syntax):
        return None, None, True  # "admits the loss of one": of what was told before
    kind, noun = _kind_of_measure(measure, syntax)
    if kind is None:
        return None, noun, True
    return Verdict(kind, measure, f"'{measure.text}' of {kind.value}"), noun, True


_THAT_OF = re.compile(
    r"\bthat of (?:the )?(\w+)(?: (?:stood|rose|was|is|reached))?(?: (?:to|at|as))?"
    r"(?: (?:about|around|some|nearly|almost|over|at least|more than))?\s*\Z"
)
_AS_THAT_OF = re.compile(r"\s+as that of (?:the )?(\w+)")


def _that_of(counted: Counted, syntax: Syntax) -> Verdict | None:
    """ "The number of dead to 154 and that of the injured to 5,000"."""
    text, number = syntax.text, counted.number
    before = _THAT_OF.search(text[max(number.start - 60, 0) : number.start])
    said = before or _AS_THAT_OF.match(text, counted.number.end)
    kind = adjective_kind(said[1]) if said and counted.noun is None else None
    return Verdict(kind, None, f"'that of {said[1]}'") if said and kind else None


def is_toll_of_people(counted: Counted, syntax: Syntax) -> bool:
    """ "The toll rose to 18 people": as good as "to 18"."""
    link = syntax.tokens[counted.node.head]
    verb = syntax.tokens[link.head]
    if counted.noun is None or counted.noun.lemma not in _PEOPLE:
        return False
    return counted.node.dep == "pobj" and link.lemma == "to" and verb.lemma in _RISING


_PEOPLE = frozenset({"people", "person"})
_RISING = frozenset({"rise", "climb", "grow", "increase", "jump", "go"})


def _is_loss_of(measure: Token, counted: Counted, syntax: Syntax) -> bool:
    above = syntax.tokens[counted.node.head]
    is_of = counted.node.dep == "pobj" and above.lemma == "of"
    return measure.lemma == "loss" and is_of and counted.noun is None


def is_told(counted: Counted, syntax: Syntax) -> bool:
    """True where a bare number is what someone counts, gives, or admits to."""
    node = counted.node
    for _ in range(3):
        above = syntax.tokens[node.head]
        if above.index == node.index:
            return False
        if above.pos in {"VERB", "AUX"}:
            return above.lemma in _TELLING
        if above.pos == "ADP" and above.lemma not in _PREPOSITIONS:
            return False
        node = above
    return False


def _measure_near(counted: Counted, syntax: Syntax) -> Token | None:
    node = counted.node
    above = syntax.tokens[node.head]
    if node.dep == "pobj" and above.pos == "ADP":
        if above.lemma not in _PREPOSITIONS:
            return None
        node, above = above, syntax.tokens[above.head]
    if is_measure(above) and node.dep in {"prep", "appos", "attr", "nummod", "conj"}:
        return above
    for _ in range(FARTHEST_MEASURE):
        found = _argument_measure(above, counted, syntax)
        last = above.pos in {"VERB", "AUX"} and node.dep != "prep"
        if found is not None or last or above.dep in _CLAUSES:
            return found
        above = syntax.tokens[above.head]
    return None


def _argument_measure(verb: Token, counted: Counted, syntax: Syntax) -> Token | None:
    if verb.pos not in {"VERB", "AUX"}:
        return verb if is_measure(verb) else None
    told = verb.lemma in _TELLING
    found = [
        t for i in _arguments(verb, syntax)
        if (t := syntax.tokens[i]).index != counted.node.index
        and (is_measure(t) or (told and noun_kind(t) in _TOLLS))
    ]  # fmt: skip
    if verb.lemma == "number" and not found:
        return verb
    return (
        min(found, key=lambda t: abs(t.index - counted.number.index)) if found else None
    )


def _arguments(verb: Token, syntax: Syntax) -> list[int]:
    found = [
        i for i in syntax.children[verb.index]
        if syntax.tokens[i].dep in {"nsubj", "nsubjpass", "dobj", "attr", "ccomp", "dep", "oprd"}
    ]  # fmt: skip
    extra = [
        j for i in syntax.children[verb.index] if syntax.tokens[i].dep == "prep"
        for j in syntax.children[i] if syntax.tokens[j].dep == "pobj" and is_measure(syntax.tokens[j])
    ]  # fmt: skip
    if not found and verb.dep in {"conj", "xcomp", "advcl"}:
        above = syntax.tokens[verb.head]
        found = [
            i
            for i in syntax.children[above.index]
            if syntax.tokens[i].dep in {"nsubj", "nsubjpass"}
        ]
    return found + extra


def _kind_of_measure(
    measure: Token, syntax: Syntax
) -> tuple[FigureKind | None, Token | None]:
    """What "the number of wounded civilians" counts; "toll" alone is of the dead."""
    noun: Token | None = None
    kind: FigureKind | None = noun_kind(measure)
    if kind is not None and not is_measure(measure):
        return kind, None
    if measure.lemma == "number" and measure.pos == "VERB":
        return FigureKind.TROOPS, None
    kind = None
    person = False
    for index in syntax.subtree(measure.index):
        token = syntax.tokens[index]
        if index == measure.index or token.pos == "NUM":
            continue
        outcome = adjective_kind(token.text)
        own = noun_kind(token)
        if outcome is None and token.pos == "VERB":
            outcome = verb_kind(token.lemma, "object") or verb_kind(
                token.lemma, "subject"
            )
        if outcome is not None and token.pos in {"VERB", "ADJ", "NOUN"}:
            kind = kind if kind not in {None, FigureKind.TROOPS} else outcome
        elif own is not None:
            noun = noun or token
            kind = kind or own
        elif is_person(token) and token.dep == "pobj":
            noun, person = noun or token, True
    if kind is None and not person and measure.lemma in tables()["measure"]["killed"]:
        kind = FigureKind.KILLED
    return kind, noun


_TOTAL = re.compile(
    r"\b(?:it|that|this|these|they|them|which|figure|number|total|toll|count|estimate|tally)\b",
    re.IGNORECASE,
)


def clause_points_back(counted: Counted, syntax: Syntax) -> bool:
    """True where the clause names the figure before it: "it", "that", "the total"."""
    start = max(counted.number.start - 60, 0)
    return bool(_TOTAL.search(syntax.text[start : counted.number.start]))
