"""Finds counted quantities: how many soldiers, dead, drones, and of whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from geoevents.extract.figure_filters import may_count, measured
from geoevents.extract.figure_frames import nationality_of, phrase_of, scope_of, unit_of
from geoevents.extract.figure_kinds import default_kind, group_kind, kind_of
from geoevents.extract.figure_lexicon import is_person, is_uncounted, noun_kind
from geoevents.extract.figure_measures import clause_points_back, is_told, measure_kind
from geoevents.extract.figure_nouns import Counted, counted_by
from geoevents.extract.figure_numbers import Number, find_numbers
from geoevents.extract.figure_surface import outcome_after, strong_kind
from geoevents.extract.figure_verdict import Verdict
from geoevents.extract.nationalities import load_nationalities
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention, Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

# A number with its noun left out takes the kind of a figure this near before it.
MOST_SENTENCES_BACK = 2
# Fewer armed people than this, doing nothing countable, are a scene, not a strength.
FEWEST_TROOPS = 10


_BLANK = "\u00a7"
_GOES_ON = {
    FigureKind.TROOPS: frozenset({"send", "deploy", "promise", "station", "base", "dispatch", "withdraw", "fly", "arrive", "land", "have", "pledge"}),
    FigureKind.DISPLACED: frozenset({"cross", "arrive", "shelter", "leave", "return", "reach", "live", "sleep"}),
    FigureKind.CAPTURED: frozenset({"follow", "hand", "return", "release", "free", "exchange", "swap"}),
    FigureKind.MUNITIONS: frozenset({"fire", "launch", "shoot", "down", "intercept", "destroy", "hit"}),
    FigureKind.EQUIPMENT: frozenset({"destroy", "lose", "damage", "send", "have"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Judged:
    number: Number
    counted: Counted
    verdict: Verdict
    noun: Token | None  # a measured noun, where the number has none of its own
    inherits: bool = False


def find_figures(
    syntax: Syntax,
    timexes: tuple[Timex, ...],
    *,
    nationalities: Mapping[str, str] | None = None,
) -> tuple[FigureMention, ...]:
    """All figures of one article, in text order, none overlapping a time.

    ``nationalities`` maps lower-case demonyms ("north korean") to ISO 3166-1 alpha-3.
    Counts are whole numbers of heads or pieces; ranges and vague words have no value.
    """
    names = load_nationalities() if nationalities is None else nationalities
    found: list[FigureMention] = []
    other = 0  # where the last number of something else stood
    for number in find_numbers(_without_times(syntax.text, timexes)):
        if not may_count(number, syntax):
            continue
        blocked = bool(found) and other > found[-1].span.end
        judged = _judge(number, syntax, found, blocked=blocked)
        if judged is not None:
            found.append(_mention(judged, syntax, found, names))
        elif _counts_else(number, syntax):
            other = number.end
    return tuple(found)


def _without_times(text: str, timexes: tuple[Timex, ...]) -> str:
    """The text with its times blanked: "June 4 - 54 people" holds one number."""
    parts, at = [], 0
    for timex in timexes:
        parts += [text[at : timex.span.start], _BLANK * len(timex.span)]
        at = timex.span.end
    return "".join([*parts, text[at:]])


def _counts_else(number: Number, syntax: Syntax) -> bool:
    counted = counted_by(number, syntax)
    if counted is None or counted.noun is None:
        return False
    return counted.node.dep in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT"}


def _judge(
    number: Number, syntax: Syntax, found: list[FigureMention], *, blocked: bool
) -> _Judged | None:
    counted = counted_by(number, syntax)
    if counted is None or measured(counted.number):
        return None
    if blocked and counted.partitive and counted.noun is None:
        return None  # "168 clashes, 36 of them": what was counted is no figure
    verdict, noun, measure = _told_outright(counted, syntax)
    verdict = verdict or kind_of(counted, syntax) or group_kind(counted, syntax)
    if verdict is not None:
        return _Judged(number, counted, verdict, noun)
    inherited = _inherited(counted, syntax, found, measure=measure, blocked=blocked)
    if inherited is not None:
        return _Judged(number, counted, inherited, noun, inherits=True)
    default = default_kind(counted)
    if default is None or not _is_strength(number, counted, syntax):
        return None
    return _Judged(number, counted, default, noun)


def _told_outright(
    counted: Counted, syntax: Syntax
) -> tuple[Verdict | None, Token | None, bool]:
    """(verdict, measured noun, whether a measure was there) by strength and measure."""
    strong = strong_kind(counted, syntax)
    if strong is not None:
        return strong, None, False
    own = noun_kind(counted.noun) if counted.noun is not None else None
    if counted.noun is not None and own is None and not counted.partitive:
        return None, None, False
    outcome = None if counted.whole else outcome_after(counted, syntax)
    return (outcome, None, False) if outcome else measure_kind(counted, syntax)


def _is_strength(number: Number, counted: Counted, syntax: Syntax) -> bool:
    """Two officers who spoke are no strength; eleven thousand are."""
    size = number.value or number.low or 0
    if size < FEWEST_TROOPS:
        return False
    above = syntax.tokens[counted.node.head]
    says = (
        above.lemma in {"say", "tell", "report", "add"} and counted.node.dep == "nsubj"
    )
    return not says


def _inherited(
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
    near = _sentence(syntax, counted.number.start) - _sentence(syntax, last.span.start)
    if near > MOST_SENTENCES_BACK:
        return None
    head = _figure_above(counted, syntax, found)
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
    return Verdict(last.kind, None, f"the kind of '{last.text}' before it")


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


def _figure_above(
    counted: Counted, syntax: Syntax, found: list[FigureMention]
) -> FigureMention | None:
    """The figure this one stands in apposition to, or beside: "390, 270 soldiers"."""
    if counted.node.dep not in {"appos", "conj"}:
        return None
    if counted.noun is not None and not is_person(counted.noun):
        return None
    above = syntax.tokens[counted.node.head].index
    return next((f for f in reversed(found[-4:]) if above in {f.head, f.head}), None)


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


def _sentence(syntax: Syntax, offset: int) -> int:
    sentence = syntax.sentence_at(offset)
    return sentence.index if sentence else 0


def _mention(
    judged: _Judged,
    syntax: Syntax,
    found: list[FigureMention],
    names: Mapping[str, str],
) -> FigureMention:
    number, counted, verdict = judged.number, judged.counted, judged.verdict
    span = Span(start=number.start, end=number.end)
    noun = counted.noun or judged.noun
    last = found[-1] if found else None
    same = last is not None and last.kind is verdict.kind
    phrase = phrase_of(counted, number.end, syntax)
    iso3 = nationality_of(phrase, names)
    if (
        iso3 is None
        and last is not None
        and counted.noun is None
        and (same or judged.inherits)
    ):
        iso3 = last.of_iso3
    inherited = last.unit if last is not None and counted.noun is None else None
    return FigureMention(
        span=span,
        text=span.of(syntax.text),
        kind=verdict.kind,
        value=number.value,
        low=number.low,
        high=number.high,
        mod=number.mod,
        unit=unit_of(noun, verdict.kind, inherited),
        of_text=phrase,
        of_iso3=iso3,
        scope=_scope(judged, syntax, found),
        head=(counted.noun or counted.number).index,
        governor=verdict.by.index if verdict.by is not None else None,
        reasons=(f"{verdict.kind.value}: {verdict.why}",),
    )


def _scope(judged: _Judged, syntax: Syntax, found: list[FigureMention]) -> FigureScope:
    counted = judged.counted
    scope = scope_of(counted, judged.verdict.kind, syntax, judged.number.start)
    if not found or scope not in {FigureScope.INCIDENT, FigureScope.CUMULATIVE}:
        return scope
    between = syntax.text[found[-1].span.end : judged.number.start]
    if ":" in between and found[-1].kind is judged.verdict.kind and "." not in between:
        return FigureScope.SUBSET  # "372 people were killed: 193 insurgents, ..."
    if scope is FigureScope.CUMULATIVE:
        return scope
    beside = _figure_above(counted, syntax, found)
    if beside is not None and beside.kind is judged.verdict.kind:
        return _scope_beside(beside.scope)
    if judged.inherits and found[-1].scope in {
        FigureScope.CUMULATIVE,
        FigureScope.STOCK,
    }:
        return found[-1].scope
    return scope


def _scope_beside(scope: FigureScope) -> FigureScope:
    kept = {FigureScope.SUBSET, FigureScope.CUMULATIVE, FigureScope.STOCK}
    return scope if scope in kept else FigureScope.INCIDENT
