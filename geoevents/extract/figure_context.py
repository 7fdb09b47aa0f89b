"""What a figure takes from the figures before it: kind, unit, and whose they are."""

import re

from geoevents.extract.figure_lexicon import is_person, is_uncounted
from geoevents.extract.figure_measures import clause_points_back, is_told
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_verdict import THINGS, TOLLS, Verdict
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention
from geoevents.models.syntax import Syntax

# Figures looked back over for what a bare number counts.
FARTHEST_MODEL = 4
# A number with its noun left out takes the kind of a figure this near before it.
MOST_SENTENCES_BACK = 2
# What the parse makes of a noun that it takes into the next clause.
_TORN_OFF = frozenset({"nmod", "compound", "dep", "npadvmod"})
_AND = re.compile(r",?\s+and\s+")


_GOES_ON = {
    FigureKind.TROOPS: frozenset({"send", "deploy", "promise", "station", "base", "dispatch", "withdraw", "fly", "arrive", "land", "have", "pledge"}),
    FigureKind.DISPLACED: frozenset({"cross", "arrive", "shelter", "leave", "return", "reach", "live", "sleep"}),
    FigureKind.CAPTURED: frozenset({"follow", "hand", "return", "release", "free", "exchange", "swap"}),
    FigureKind.MUNITIONS: frozenset({"fire", "launch", "shoot", "down", "intercept", "destroy", "hit"}),
    FigureKind.EQUIPMENT: frozenset({"destroy", "lose", "damage", "send", "have"}),
}  # fmt: skip


def inherited_kind(
    counted: Counted,
    syntax: Syntax,
    found: list[FigureMention],
    *,
    measure: bool,
    blocked: bool,
) -> Verdict | None:
    """The kind of the figure before, where this one plainly goes on counting it."""
    if not found:
        return None
    last = found[-1]
    near = sentence_of(syntax, counted.number.start) - sentence_of(
        syntax, last.span.start
    )
    if near > MOST_SENTENCES_BACK:
        return None
    head = figure_beside(counted, syntax, found) or _torn_off(counted, syntax, found)
    if head is not None and not (counted.partitive and counted.noun is None):
        return Verdict(head.kind, None, f"beside '{head.text}'")
    if counted.noun is not None:
        goes_on = near == 0 and _is_subset(counted, syntax)
    else:
        goes_on = (
            counted.partitive
            or measure
            or _goes_on(counted, last, syntax)
            or (not blocked and _is_compared(counted, syntax))
            or _is_retold(counted, syntax, near)
        )
    if not goes_on:
        return None
    if measure and counted.noun is None:
        last = _leading(last, found, syntax)
    return Verdict(last.kind, None, f"the kind of '{last.text}' before it")


def _leading(
    last: FigureMention, found: list[FigureMention], syntax: Syntax
) -> FigureMention:
    """ "Killed 471 and injured 314, revising a first figure of 500": of the dead."""
    if last.kind is not FigureKind.WOUNDED:
        return last
    sentence = sentence_of(syntax, last.span.start)
    return next(
        (
            f for f in found
            if f.kind is FigureKind.KILLED and sentence_of(syntax, f.span.start) == sentence
        ),
        last,
    )  # fmt: skip


def _is_compared(counted: Counted, syntax: Syntax) -> bool:
    """True for "up from 40"."""
    before = syntax.text[max(counted.number.start - 12, 0) : counted.number.start]
    return before.endswith(("up from ", "down from "))


def _is_retold(counted: Counted, syntax: Syntax, near: int) -> bool:
    """True for a bare number that is given, admitted, or part of the one before."""
    if near == 0 and _is_subset(counted, syntax):
        return True
    told = is_told(counted, syntax)
    return told and (near == 0 or clause_points_back(counted, syntax))


def _goes_on(counted: Counted, last: FigureMention, syntax: Syntax) -> bool:
    """ "and will send another 500": the verb fits what was counted before."""
    verb = syntax.tokens[counted.node.head]
    if verb.pos not in {"VERB", "AUX"} or counted.node.dep not in {
        "dobj",
        "nsubj",
        "nsubjpass",
    }:
        return False
    return verb.lemma in _GOES_ON.get(last.kind, frozenset())


def figure_beside(
    counted: Counted, syntax: Syntax, found: list[FigureMention]
) -> FigureMention | None:
    """The figure this one stands in apposition to, or beside: "390, 270 soldiers"."""
    if counted.node.dep not in {"appos", "conj"}:
        return None
    if counted.noun is not None and not is_person(counted.noun):
        return None
    above = syntax.tokens[counted.node.head].index
    return next((f for f in reversed(found[-4:]) if above in {f.head, f.head}), None)


def _torn_off(
    counted: Counted, syntax: Syntax, found: list[FigureMention]
) -> FigureMention | None:
    """ "killing 60 civilians and 13 troops, police said": the parse has troops say it."""
    last, noun = found[-1], counted.noun
    if last.kind not in TOLLS or last.head is None:
        return None
    if noun is None or not is_person(noun):
        return None
    if counted.node.dep not in _TORN_OFF:
        return None
    between = syntax.text[syntax.tokens[last.head].end : counted.number.start]
    return last if _AND.fullmatch(between) else None


def _is_subset(counted: Counted, syntax: Syntax) -> bool:
    if counted.noun is not None and (
        is_uncounted(counted.noun) or not is_person(counted.noun)
    ):
        return False
    before = syntax.text[
        max(counted.number.start - 40, 0) : counted.number.start
    ].lower()
    cues = (
        "including",
        "among them",
        "among whom",
        "of whom",
        "of them",
        "include",
        "included",
    )
    noun = counted.noun
    if noun is not None and syntax.text.startswith(" among them", noun.end):
        return True
    return any(cue in before[-26:] for cue in cues) or counted.node.dep == "conj"


_PART_BEFORE = ("among them ", "including ")
_IT_WAS = re.compile(r"\b(?:it|that|the figure|the number) (?:was|had been) \Z")


def is_plain_sequel(counted: Counted, syntax: Syntax) -> bool:
    """ "8,000 children among them", "two days earlier it was 3,000": no kind of its own."""
    noun, text = counted.noun, syntax.text
    before = text[max(counted.number.start - 24, 0) : counted.number.start].lower()
    if noun is None:
        return _IT_WAS.search(before) is not None
    if not is_person(noun):
        return False
    return before.endswith(_PART_BEFORE) or text.startswith(" among them", noun.end)


def sentence_of(syntax: Syntax, offset: int) -> int:
    """The index of the sentence at an offset; 0 without sentences."""
    sentence = syntax.sentence_at(offset)
    return sentence.index if sentence else 0


def unit_before(kind: FigureKind, found: list[FigureMention]) -> str | None:
    """The unit a bare number counts on in: that of the last whole of its kind."""
    recent = [
        f for f in found[-FARTHEST_MODEL:] if (f.kind in THINGS) == (kind in THINGS)
    ]
    whole = [f for f in recent if f.scope is not FigureScope.SUBSET]
    alike = [f for f in whole if f.kind is kind]
    return next((f.unit for f in reversed(alike or whole or recent)), None)
