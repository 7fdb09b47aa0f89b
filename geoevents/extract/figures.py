"""Finds counted quantities: how many soldiers, dead, drones, and of whom."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geoevents.extract.figure_context import (
    figure_beside,
    inherited_kind,
    is_plain_sequel,
    sentence_of,
    unit_before,
)
from geoevents.extract.figure_features import NO_FIGURE, figure_features
from geoevents.extract.figure_filters import may_count, measured
from geoevents.extract.figure_frames import scope_of
from geoevents.extract.figure_kinds import (
    aboard_kind,
    default_kind,
    group_kind,
    kind_of,
    may_be_of,
    named_outcome,
)
from geoevents.extract.figure_lexicon import noun_kind
from geoevents.extract.figure_measures import is_toll_of_people, measure_kind
from geoevents.extract.figure_nouns import Counted, counted_by
from geoevents.extract.figure_numbers import Number, find_numbers
from geoevents.extract.figure_owners import (
    is_whose_kin,
    measured_phrase,
    nationality_of,
    owner_of,
    phrase_of,
    unit_of,
)
from geoevents.extract.figure_surface import bare_outcome, outcome_after, strong_kind
from geoevents.extract.figure_verdict import Verdict
from geoevents.extract.nationalities import load_nationalities
from geoevents.extract.subject_features import article_subject
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention, Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features, Linear, Weights, read_weights

# Fewer armed people than this, doing nothing countable, are a scene, not a strength.
FEWEST_TROOPS = 10
# How much more the weights must speak for another kind than for the rules' own.
TRUST_IN_RULES = 2.5
# And to find a figure where the rules see none: cattle and seats are not learned from.
TRUST_IN_SILENCE = 1.2

_BLANK = "\u00a7"


@dataclass(frozen=True, slots=True)
class _Judged:
    number: Number
    counted: Counted
    verdict: Verdict
    noun: Token | None  # a measured noun, where the number has none of its own
    inherits: bool = False


@dataclass(frozen=True, slots=True)
class FigureCandidate:
    """A number that may count something: the rules' reading, and what speaks for it."""

    number: Number
    counted: Counted
    judged: _Judged | None
    features: Features


def find_figures(
    syntax: Syntax,
    timexes: tuple[Timex, ...],
    *,
    nationalities: Mapping[str, str] | None = None,
    weights: Weights | None = None,
    subject: Features | None = None,
) -> tuple[FigureMention, ...]:
    """All figures of one article, in text order, none overlapping a time.

    ``nationalities`` maps lower-case demonyms ("north korean") to ISO 3166-1 alpha-3.
    Counts are whole numbers of heads or pieces; ranges and vague words have no value.
    """
    names = load_nationalities() if nationalities is None else nationalities
    table = (read_weights() if weights is None else weights).figures
    about = table.scores(article_subject(syntax) if subject is None else subject)
    found: list[FigureMention] = []
    for candidate in candidate_figures(syntax, timexes, names):
        judged = _sequel(candidate, syntax, found) or _weighed(candidate, table, about)
        if judged is not None:
            found.append(_mention(judged, syntax, found, names))
    return tuple(found)


def candidate_figures(
    syntax: Syntax, timexes: tuple[Timex, ...], names: Mapping[str, str]
) -> Iterator[FigureCandidate]:
    """Every number that may count something, as the rules read it, with features."""
    found: list[FigureMention] = []
    other = 0  # where the last number of something else stood
    for number in find_numbers(_without_times(syntax.text, timexes)):
        if not may_count(number, syntax):
            continue
        counted = counted_by(number, syntax)
        if counted is None or measured(counted.number):
            continue
        blocked = bool(found) and other > found[-1].span.end
        judged = _judge(number, counted, syntax, found, blocked=blocked)
        verdict = judged.verdict if judged is not None else None
        features = figure_features(syntax, number, counted, verdict, found)
        yield FigureCandidate(number, counted, judged, features)
        if judged is not None:
            found.append(_mention(judged, syntax, found, names))
        elif _counts_else(counted):
            other = number.end


def _sequel(
    candidate: FigureCandidate, syntax: Syntax, found: list[FigureMention]
) -> _Judged | None:
    """ "15,921 arrived, 8,000 children among them": of the same, whatever it was."""
    judged, number = candidate.judged, candidate.number
    if not found or (judged is not None and not judged.inherits):
        return None
    whole, here = found[-1], sentence_of(syntax, number.start)
    if sentence_of(syntax, whole.span.start) != here:
        return None
    if not is_plain_sequel(candidate.counted, syntax):
        return None
    why = f"goes on with '{whole.text}' before it"
    verdict = Verdict(whole.kind, None, why)
    return _Judged(number, candidate.counted, verdict, None, inherits=True)


def _weighed(
    candidate: FigureCandidate, table: Linear, subject: Sequence[float]
) -> _Judged | None:
    """The kind that weighs most; the rules' own reading where it is the same."""
    if not table.labels:
        return candidate.judged
    judged = candidate.judged
    said = judged.verdict.kind.value if judged is not None else NO_FIGURE
    trust = TRUST_IN_RULES if judged is not None else TRUST_IN_SILENCE
    best = table.decide(candidate.features, said, trust, subject)
    if best == NO_FIGURE:
        return None
    kind = FigureKind(best)
    if judged is not None and judged.verdict.kind is kind:
        return judged
    labels = table.labels.index(best)
    told = ", ".join(table.why(candidate.features, labels)) or "all that is around it"
    by = judged.verdict.by if judged is not None else None
    verdict = Verdict(kind, by, f"by {told}")
    return _Judged(candidate.number, candidate.counted, verdict, None)


def _without_times(text: str, timexes: tuple[Timex, ...]) -> str:
    """The text with its times blanked: "June 4 - 54 people" holds one number."""
    parts, at = [], 0
    for timex in timexes:
        parts += [text[at : timex.span.start], _BLANK * len(timex.span)]
        at = timex.span.end
    return "".join([*parts, text[at:]])


def _counts_else(counted: Counted) -> bool:
    if counted.noun is None:
        return False
    return counted.node.dep in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT"}


def _judge(
    number: Number,
    counted: Counted,
    syntax: Syntax,
    found: list[FigureMention],
    *,
    blocked: bool,
) -> _Judged | None:
    if blocked and counted.partitive and counted.noun is None:
        return None  # "168 clashes, 36 of them": what was counted is no figure
    if is_whose_kin(counted, syntax):
        return None
    verdict, noun, measure = _told_outright(counted, syntax)
    verdict = (
        verdict
        or named_outcome(counted, syntax)
        or kind_of(counted, syntax)
        or group_kind(counted, syntax)
        or aboard_kind(counted, syntax)
    )
    if verdict is not None:
        return _Judged(number, counted, verdict, noun)
    inherited = inherited_kind(counted, syntax, found, measure=measure, blocked=blocked)
    if inherited is not None and may_be_of(inherited.kind, counted.noun):
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
    bare = bare_outcome(counted, syntax)
    if bare is not None:
        return bare, None, False
    own = noun_kind(counted.noun) if counted.noun is not None else None
    is_raised = own is None and is_toll_of_people(counted, syntax)
    if (
        counted.noun is not None
        and own is None
        and not (counted.partitive or is_raised)
    ):
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


def _mention(
    judged: _Judged,
    syntax: Syntax,
    found: list[FigureMention],
    names: Mapping[str, str],
) -> FigureMention:
    number, counted, verdict = judged.number, judged.counted, judged.verdict
    span = Span(start=number.start, end=number.end)
    phrase = phrase_of(counted, number.end, syntax)
    if counted.noun is None and judged.noun is not None:
        phrase = measured_phrase(judged.noun, syntax)
    inherited = unit_before(verdict.kind, found) if counted.noun is None else None
    unit = unit_of(counted, judged.noun, verdict.kind, inherited)
    return FigureMention(
        span=span,
        text=span.of(syntax.text),
        kind=verdict.kind,
        value=number.value,
        low=number.low,
        high=number.high,
        mod=number.mod,
        unit=unit,
        of_text=phrase,
        of_iso3=_iso3(judged, phrase, syntax, found, names),
        scope=_scope(judged, syntax, found),
        head=(counted.noun or counted.number).index,
        governor=verdict.by.index if verdict.by is not None else None,
        reasons=(f"{verdict.kind.value}: {verdict.why}",),
    )


def _iso3(
    judged: _Judged,
    phrase: str | None,
    syntax: Syntax,
    found: list[FigureMention],
    names: Mapping[str, str],
) -> str | None:
    counted, kind = judged.counted, judged.verdict.kind
    said = phrase
    if counted.noun is not None:  # "3,000 Ukrainian dead" has no noun to show
        said = syntax.text[judged.number.end : counted.noun.end]
    iso3 = nationality_of(said, names) or owner_of(counted, kind, syntax, names)
    if iso3 is not None or not found or counted.noun is not None:
        return iso3
    last = found[-1]
    near = sentence_of(syntax, judged.number.start) == sentence_of(
        syntax, last.span.start
    )
    return last.of_iso3 if near or judged.inherits or last.kind is kind else None


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
    beside = figure_beside(counted, syntax, found)
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
