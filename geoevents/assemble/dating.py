"""When each event happened: the times of its sentence weighed, else another's day."""

from collections.abc import Sequence

from geoevents.assemble.aftermath import aftermath_of
from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.carry_features import (
    carry_features,
    carry_options,
    carry_pairs,
    is_carried_by_rule,
)
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.offsets import Counting
from geoevents.assemble.pair_meanings import each_meant
from geoevents.assemble.standing import Standing
from geoevents.assemble.time_features import (
    TimeOption,
    is_time_by_rule,
    time_features,
    time_options,
    time_pairs,
)
from geoevents.models.figure import LASTING
from geoevents.models.mention import Timex
from geoevents.models.report import ReportStatus
from geoevents.models.when import DateBasis, DateRange
from geoevents.weights import Weights
from geoevents.weights.word_means import Vectors

# How much more the weights must speak for another time than for the rules' own.
TRUST_IN_RULES = 0.4
# The same for taking a day from another event of the article, or none.
TRUST_IN_SHARING = 1.5
_WEEK = 7
_COUNTED_FROM = {
    Counting.CLAUSE: "counted from what the sentence tells",
    Counting.SENTENCE: "counted from the event it names",
    Counting.STORY: "of what was told before",
}


def give_times(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, weights: Weights
) -> None:
    """Each draft with the time that dates it, the day it shares, or none."""
    standing = Standing.of(scene, drafts, ruled)
    dated = []
    for index, option in enumerate(_own_times(standing, drafts, weights)):
        if option is not None:
            _set_time(drafts[index], option, scene.mentions.timexes[option.timex])
            dated.append(index)
    shared = _shared_days(standing, drafts, dated, weights)
    for index, source in shared.items():
        _take_day(scene, drafts[index], drafts[source])
    for draft in drafts:
        if draft.dates is None and draft.partial_date is None:
            _tell_whose_day(standing, draft)


def _tell_whose_day(standing: Standing, draft: Draft) -> None:
    """Why a day that its sentence tells is not the event's."""
    for index in standing.timexes.get(draft.sentence, ()):
        timex = standing.scene.mentions.timexes[index]
        verb = aftermath_of(standing.scene, timex, draft)
        if verb is not None:
            draft.reasons.append(f"'{timex.text}' is the day of '{verb.text}' alone")


def _own_times(
    standing: Standing, drafts: Sequence[Draft], weights: Weights
) -> list[TimeOption | None]:
    """The time of its sentence that dates each draft, if any does."""
    every = [time_options(standing, draft) for draft in drafts]
    pairs = [time_pairs(standing, d, o) for d, o in zip(drafts, every, strict=True)]
    meant = each_meant(weights.times, standing.scene.meanings, pairs)
    return [
        _own_time(standing, draft, options, weights, rows)
        for draft, options, rows in zip(drafts, every, meant, strict=True)
    ]


def _own_time(
    standing: Standing,
    draft: Draft,
    options: Sequence[TimeOption | None],
    weights: Weights,
    meant: Vectors | None,
) -> TimeOption | None:
    count = len({o.timex for o in options if o is not None})
    if not count:
        return None
    features = [time_features(standing, draft, option, count) for option in options]
    said = [is_time_by_rule(standing, draft, o) for o in options]
    best, chance = weights.times.likeliest(features, meant, said, TRUST_IN_RULES)
    if options[best] is not None:
        draft.date_chance = chance
    return options[best]


def _set_time(draft: Draft, option: TimeOption, timex: Timex) -> None:
    draft.time = option.timex
    draft.dates = option.dates
    if option.dates is None:
        draft.partial_date = timex.value
        draft.reasons.append(f"'{timex.text}' needs a publication date to get its year")
        return
    if option.counted is not None:
        draft.date_basis = DateBasis.RELATIVE
        draft.reasons.append(
            f"'{timex.text}' {_COUNTED_FROM[option.counted]}: {option.dates.start}"
        )
        return
    draft.date_basis = timex.date_basis
    draft.reasons.extend(timex.reasons or (f"dated by '{timex.text}'",))
    if option.stretched:
        end = option.dates.end
        draft.reasons.append(f"'since' runs to the day of publication, {end}")


def _shared_days(
    standing: Standing, drafts: Sequence[Draft], dated: Sequence[int], weights: Weights
) -> dict[int, int]:
    """For drafts without a time: the draft whose day they share, if anybody's."""
    every: dict[int, list[int | None]] = {}
    for index, draft in enumerate(drafts):
        near = carry_options(standing, draft, dated) if draft.time is None else []
        if near:
            every[index] = [None, *near]
    pairs = [carry_pairs(standing, drafts[i], options) for i, options in every.items()]
    meant = each_meant(weights.carried, standing.scene.meanings, pairs)
    shared = {}
    for (index, options), rows in zip(every.items(), meant, strict=True):
        draft, nearest = drafts[index], options[1]
        features = [carry_features(standing, draft, o, nearest) for o in options]
        said = [is_carried_by_rule(standing, draft, o) for o in options]
        best, chance = weights.carried.likeliest(features, rows, said, TRUST_IN_SHARING)
        source = options[best]
        if source is not None:
            draft.date_chance = chance
            shared[index] = source
    return shared


def _take_day(scene: Scene, draft: Draft, other: Draft) -> None:
    draft.dates, draft.partial_date = other.dates, other.partial_date
    if other.dates is not None:
        draft.date_basis = DateBasis.INHERITED
    text = scene.mentions.timexes[other.time].text if other.time is not None else ""
    where = "before" if other.sentence <= draft.sentence else "after"
    draft.reasons.append(f"no date of its own: '{text}' of the same event {where}")


def end_with_publication(scene: Scene, drafts: Sequence[Draft]) -> None:
    """ "have killed 50 people this year": up to the day it was printed, no further.

    Of what goes on or is counted so far; a week is told of as a whole.
    """
    published, figures = scene.article.published, scene.mentions.figures
    for draft in drafts:
        dates = draft.dates
        if published is None or dates is None or dates.days <= _WEEK:
            continue
        counts_so_far = any(figures[i].scope in LASTING for i in draft.figures)
        goes_on = draft.status is ReportStatus.ONGOING or counts_so_far
        if goes_on and dates.start <= published < dates.end:
            draft.dates = DateRange(start=dates.start, end=published)
            draft.reasons.append(
                f"it goes on: up to the day of publication, {published}"
            )
