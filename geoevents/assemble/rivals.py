"""Another count of one event is a report of its own, tied to the first.

"At least 50 died, the governor said; the railways spoke of 30." The reader must see who
says how many: the second count is told apart, at the place and on the day of the first.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.claims import give_claims, speakers_of
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.rival_features import (
    Counted,
    counted,
    rival_features,
    rival_pairs,
)
from geoevents.assemble.standing import Standing
from geoevents.models.figure import FigureScope
from geoevents.models.mention import Trigger
from geoevents.models.syntax import Token
from geoevents.models.when import DateBasis
from geoevents.weights import Weights

# A count taken for a rival wrongly makes an event too many; one passed over only
# stands beside the other in one event.
LEAST_CHANCE = 0.4
# The same where the sentence calls it another count.
LEAST_WORDED = 0.25
_OTHER_COUNT = re.compile(
    r"\b(?:higher|lower|larger|smaller|different|rival) "
    r"(?:figure|number|toll|count|estimate|total)\b",
    re.IGNORECASE,
)


def part_rivals(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, weights: Weights
) -> list[Draft]:
    """Drafts for rival counts that have none of their own, each with its figures.

    Counts that have one are tied to the draft they rival.
    """
    if not drafts or not weights.rivals.labels:
        return []
    standing = Standing.of(scene, drafts, ruled)
    rows = counted(standing)
    parted: list[Draft] = []
    owners: dict[int, Draft] = {}
    for later, earlier in _rivals(standing, rows, weights):
        first = owners.get(earlier.index, drafts[earlier.draft or 0])
        own = None if later.draft is None else drafts[later.draft]
        if own is None or later.draft == earlier.draft:
            own = _part(scene, later, first, own, [*drafts, *parted])
            parted.append(own)
            owners[later.index] = own
        else:
            own.same_as.append(first)
            _as_the_first(own, first)
        own.rival_of = first
        own.reasons.append(f"another count of what '{first.trigger.text}' tells")
    return parted


def _rivals(
    standing: Standing, rows: Sequence[Counted], weights: Weights
) -> list[tuple[Counted, Counted]]:
    """(later, earlier) of each figure that rivals one before it, in text order."""
    best: dict[int, tuple[float, Counted, Counted]] = {}
    for earlier, later in rival_pairs(standing, rows):
        features = rival_features(standing, earlier, later, rows)
        chance = weights.rivals.chance(features)
        known = best.get(later.index)
        least = LEAST_WORDED if _is_worded(standing, later) else LEAST_CHANCE
        if chance >= least and (known is None or chance > known[0]):
            best[later.index] = (chance, later, earlier)
    return [(later, earlier) for _, later, earlier in best.values()]


def _is_worded(standing: Standing, later: Counted) -> bool:
    """ "Lawyers gave a higher number of arrests, 118"."""
    scene = standing.scene
    start = scene.mentions.syntax.sentences[later.sentence].span.start
    lead = scene.article.text[start : later.figure.span.start]
    return _OTHER_COUNT.search(lead) is not None


def _part(
    scene: Scene,
    later: Counted,
    first: Draft,
    home: Draft | None,
    others: Sequence[Draft],
) -> Draft:
    """A draft told by a word of its own, see ``_word``."""
    token = _word(scene, later, {draft.trigger.token for draft in others})
    draft = Draft(
        trigger=Trigger(
            span=token.span,
            text=token.text,
            lemma=token.lemma,
            token=token.index,
            event_type=first.trigger.event_type,
            sub_event_type=first.trigger.sub_event_type,
            status=first.trigger.status,
            words=(token.index,),
        ),
        sentence=later.sentence,
        figures=[later.index],
        status=first.status,
        same_as=[first],
    )
    if home is not None:
        _move(scene, later, home, draft)
    return draft


def _word(scene: Scene, later: Counted, taken: set[int]) -> Token:
    """The word that gives the figure its kind, else what is counted, else the number.

    Not a word of saying, nor one that tells of an event already: two reports by one
    word at one place would be one.
    """
    syntax = scene.mentions.syntax
    number = syntax.head_of(later.figure.span) or syntax.tokens[later.anchor]
    words = [later.figure.governor, later.anchor]
    free = [w for w in words if w is not None and w not in taken | scene.saying]
    return syntax.tokens[free[0]] if free else number


def _move(scene: Scene, later: Counted, home: Draft, draft: Draft) -> None:
    """The figure and those told with it, up to the next count of its kind."""
    figures = scene.mentions.figures
    syntax = scene.mentions.syntax
    for index in sorted(home.figures):
        if index <= later.index:
            continue
        at = syntax.sentence_at(figures[index].span.start)
        if at is None or at.index != later.sentence:
            break
        is_whole = figures[index].scope is not FigureScope.SUBSET
        if figures[index].kind is later.figure.kind and is_whole:
            break
        draft.figures.append(index)
    home.figures = [i for i in home.figures if i not in draft.figures]


def _as_the_first(own: Draft, first: Draft) -> None:
    """Two counts of one thing are of one type: the first word tells what it was."""
    own.trigger = replace(
        own.trigger,
        event_type=first.trigger.event_type,
        sub_event_type=first.trigger.sub_event_type,
    )


def settle_rivals(
    scene: Scene, drafts: Sequence[Draft], parted: Sequence[Draft]
) -> list[Draft]:
    """All drafts in text order; another count happened where and when the first did.

    One that has a word of its own keeps the place and the day that this word was given.
    """
    for draft in parted:
        give_claims(scene, draft)
        nearest = speakers_of(scene.mentions, scene.mentions.figures[draft.figures[0]])
        draft.attribution = nearest or draft.attribution
        if draft.rival_of is not None:
            draft.actors = draft.rival_of.actors
    every = sorted([*drafts, *parted], key=lambda d: d.trigger.span.start)
    for draft in every:
        first = draft.rival_of
        if first is None:
            continue
        if draft.place is None and first.place is not None:
            draft.place, draft.place_inherited = first.place, True
            draft.place_chance = first.place_chance
        if draft.dates is None and first.dates is not None:
            draft.dates, draft.partial_date = first.dates, first.partial_date
            draft.date_chance, draft.date_basis = first.date_chance, DateBasis.INHERITED
    return every
