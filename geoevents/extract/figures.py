"""Finds counted quantities: how many soldiers, dead, drones, and of whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from geoevents.extract.figure_filters import may_count, measured
from geoevents.extract.figure_frames import nationality_of, phrase_of, scope_of, unit_of
from geoevents.extract.figure_kinds import Verdict, default_kind, group_kind, kind_of
from geoevents.extract.figure_lexicon import is_person, is_uncounted, noun_kind
from geoevents.extract.figure_measures import clause_points_back, is_told, measure_kind
from geoevents.extract.figure_nouns import Counted, counted_by
from geoevents.extract.figure_numbers import Number, find_numbers
from geoevents.extract.nationalities import load_nationalities
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention, Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

# A number with its noun left out takes the kind of a figure this near before it.
MOST_SENTENCES_BACK = 2
# Fewer armed people than this, doing nothing countable, are a scene, not a strength.
FEWEST_TROOPS = 10


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
    for number in find_numbers(syntax.text):
        if not may_count(number, syntax, timexes):
            continue
        judged = _judge(number, syntax, found)
        if judged is not None:
            found.append(_mention(judged, syntax, found, names))
    return tuple(found)


def _judge(number: Number, syntax: Syntax, found: list[FigureMention]) -> _Judged | None:
    counted = counted_by(number, syntax)
    if counted is None or measured(counted.number):
        return None
    verdict, noun, measure = None, None, False
    if counted.noun is None or noun_kind(counted.noun) is not None or counted.partitive:
        verdict, noun, measure = measure_kind(counted, syntax)
    verdict = verdict or kind_of(counted, syntax) or group_kind(counted, syntax)
    if verdict is not None:
        return _Judged(number, counted, verdict, noun)
    inherited = _inherited(counted, syntax, found, measure=measure)
    if inherited is not None:
        return _Judged(number, counted, inherited, noun, inherits=True)
    default = default_kind(counted, syntax)
    if default is None or not _is_strength(number, counted, syntax):
        return None
    return _Judged(number, counted, default, noun)


def _is_strength(number: Number, counted: Counted, syntax: Syntax) -> bool:
    """Two officers who spoke are no strength; eleven thousand are."""
    size = number.value or number.low or 0
    if size < FEWEST_TROOPS:
        return False
    above = syntax.tokens[counted.node.head]
    says = above.lemma in {"say", "tell", "report", "add"} and counted.node.dep == "nsubj"
    return not says


def _inherited(
    counted: Counted, syntax: Syntax, found: list[FigureMention], *, measure: bool
) -> Verdict | None:
    if not found:
        return None
    last = found[-1]
    near = _sentence(syntax, counted.number.start) - _sentence(syntax, last.span.start)
    if near > MOST_SENTENCES_BACK:
        return None
    verdict = Verdict(last.kind, None, f"the kind of '{last.text}' before it")
    if counted.partitive and (counted.noun is None):
        return verdict
    if counted.noun is not None:
        return verdict if _is_subset(counted, syntax) and near == 0 else None
    if measure or (is_told(counted, syntax) and (near == 0 or clause_points_back(counted, syntax))):
        return verdict
    return verdict if near == 0 and _is_subset(counted, syntax) else None


def _is_subset(counted: Counted, syntax: Syntax) -> bool:
    if counted.noun is not None and (is_uncounted(counted.noun) or not is_person(counted.noun)):
        return False
    before = syntax.text[max(counted.number.start - 40, 0) : counted.number.start].lower()
    cues = ("including", "among them", "among whom", "of whom", "of them", "include", "included")
    return any(cue in before[-26:] for cue in cues) or counted.node.dep == "conj"


def _sentence(syntax: Syntax, offset: int) -> int:
    sentence = syntax.sentence_at(offset)
    return sentence.index if sentence else 0


def _mention(
    judged: _Judged, syntax: Syntax, found: list[FigureMention], names: Mapping[str, str]
) -> FigureMention:
    number, counted, verdict = judged.number, judged.counted, judged.verdict
    span = Span(start=number.start, end=number.end)
    noun = counted.noun or judged.noun
    last = found[-1] if found else None
    same = last is not None and last.kind is verdict.kind
    phrase = phrase_of(counted, number.end, syntax)
    iso3 = nationality_of(phrase, names)
    if iso3 is None and last is not None and counted.noun is None and (same or judged.inherits):
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
        scope=_scope(judged, syntax),
        head=(counted.noun or counted.number).index,
        governor=verdict.by.index if verdict.by is not None else None,
        reasons=(f"{verdict.kind.value}: {verdict.why}",),
    )


def _scope(judged: _Judged, syntax: Syntax) -> FigureScope:
    sentence = syntax.sentence_at(judged.number.start)
    return scope_of(
        judged.counted, judged.verdict.kind, sentence, syntax, judged.number.start
    )
