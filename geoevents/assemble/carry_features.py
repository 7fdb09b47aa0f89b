"""What speaks for an event without a time of its own sharing another's day."""

from collections.abc import Sequence
from datetime import date

from geoevents.assemble.draft import Draft
from geoevents.assemble.pair_meanings import Pair
from geoevents.assemble.standing import Standing, capped, family
from geoevents.assemble.time_features import length_of
from geoevents.models.when import DateRange
from geoevents.weights import Features

MOST_OPTIONS = 20
_NEWS_DAYS, _RECENT_DAYS, _MONTH = 3, 10, 31


def carry_options(standing: Standing, draft: Draft, dated: Sequence[int]) -> list[int]:
    """Indices of drafts with a day of their own, the nearest ones to this draft."""
    drafts = standing.drafts
    near = sorted(
        (i for i in dated if drafts[i] is not draft),
        key=lambda i: (abs(drafts[i].sentence - draft.sentence), i),
    )
    return near[:MOST_OPTIONS]


def is_carried_by_rule(standing: Standing, draft: Draft, other: int | None) -> bool:
    """The rules give the draft the other's day; of None: none."""
    ruled = standing.ruled.of(draft)
    if other is None:
        return bool(ruled) and all(not _days_of(r) for r in ruled)
    days = _days_of(standing.drafts[other])
    return days is not None and any(_days_of(r) == days for r in ruled)


def _days_of(draft: Draft) -> DateRange | str | None:
    """Its days, or those that lack a year."""
    return draft.dates or draft.partial_date


def carry_pairs(
    standing: Standing, draft: Draft, options: Sequence[int | None]
) -> list[Pair]:
    """The event's word with those of the others."""
    drafts = standing.drafts
    return [
        (draft.trigger.token, None if o is None else drafts[o].trigger.token)
        for o in options
    ]


def carry_features(
    standing: Standing, draft: Draft, other: int | None, nearest: int | None
) -> Features:
    """Features of taking the day of another draft, or of none."""
    said = is_carried_by_rule(standing, draft, other)
    ruled = bool(standing.ruled.of(draft))
    if other is None:
        names = [f"none by rule={said} {ruled}", *_no_carry(standing, draft)]
        return dict.fromkeys(names, 1.0)
    source = standing.drafts[other]
    where = _same_place(standing, draft, source)
    apart = source.sentence - draft.sentence
    same_type = source.trigger.event_type is draft.trigger.event_type
    syntax = standing.scene.mentions.syntax
    names = [
        f"by rule={said} {ruled}",
        f"sentences={capped(apart, 5)}",
        f"place={where}",
        f"same type={same_type}",
        f"same type={same_type} {where}",
        f"sentences={capped(apart, 4)} {where}",
        f"sentences={capped(apart, 3)} {where} {same_type}",
        f"family={family(draft)} {where}",
        f"lasts={standing.lasts(draft)} {where}",
        f"status={draft.trigger.status.value} {source.trigger.status.value}",
        f"nearest={other == nearest}",
        f"sides={_meet(draft.actors, source.actors, 'shared')}",
        f"said={standing.is_said(draft)}",
        f"same word={source.trigger.lemma == draft.trigger.lemma}",
        f"article={_article(standing, draft)}",
    ]
    if apart == 0:
        names.append(
            f"way={standing.paths.told(draft.trigger.token, source.trigger.token)}"
        )
    below = (syntax.tokens[c] for c in syntax.children[draft.trigger.token])
    if any(t.text.lower() == "had" for t in below):
        names.append("past perfect")
    names += _age(standing.scene.article.published, source.dates, draft, where)
    names += _versions(standing, draft, source, where)
    return dict.fromkeys(names, 1.0)


def _versions(standing: Standing, draft: Draft, other: Draft, where: str) -> list[str]:
    """What would make it another version of the same: who says so, and what he counts."""
    claim = draft.claim_status.value
    same_type = other.trigger.event_type is draft.trigger.event_type
    speakers = _meet(draft.attribution, other.attribution, "same")
    counts = _counts(standing, draft, other)
    return [
        f"claim={claim} {where}",
        f"claim={claim} {where} {same_type}",
        f"claims={claim} {other.claim_status.value} {same_type}",
        f"speakers={speakers} {where}",
        f"counts={counts} {where}",
        f"counts={counts} {same_type}",
        f"counts={counts} {speakers} {same_type}",
    ]


def _counts(standing: Standing, draft: Draft, other: Draft) -> str:
    figures = standing.scene.mentions.figures
    ours = {figures[i].kind for i in draft.figures}
    theirs = {figures[i].kind for i in other.figures}
    if ours & theirs:
        return "shared"
    return ("none", "one", "other")[bool(ours) + bool(theirs)]


def _no_carry(standing: Standing, draft: Draft) -> list[str]:
    token = standing.scene.mentions.syntax.tokens[draft.trigger.token]
    figures = standing.scene.mentions.figures
    names = [
        "none",
        f"none family={family(draft)}",
        f"none lasts={standing.lasts(draft)}",
        f"none status={draft.trigger.status.value}",
        f"none word={token.lemma}",
        f"none kin={token.kin}",
        f"none tag={token.tag}",
        f"none said={standing.is_said(draft)}",
        f"none placed={draft.place is not None}",
        f"none claim={draft.claim_status.value}",
        f"none claim={draft.claim_status.value} {draft.place is not None}",
        f"none first={draft.sentence == 0}",
        f"none counts={bool(draft.figures)}",
        f"none article={_article(standing, draft)}",
    ]
    names += [f"none counts={figures[i].kind.value}" for i in draft.figures]
    return names


def _article(standing: Standing, draft: Draft) -> str:
    """ "the blast" is one told before; a verb or "a blast" may be another."""
    syntax = standing.scene.mentions.syntax
    token = syntax.tokens[draft.trigger.token]
    below = (syntax.tokens[c] for c in syntax.children[token.index])
    word = next((t.text.lower() for t in below if t.dep == "det"), "-")
    return f"{token.pos} {word}"


def _same_place(standing: Standing, draft: Draft, other: Draft) -> str:
    if draft.place is None or other.place is None:
        if draft.place is other.place:
            return "neither placed"
        return "unplaced" if draft.place is None else "other unplaced"
    same = standing.key(draft.place) == standing.key(other.place)
    return "same" if same else "different"


def _meet(ours: Sequence[str], theirs: Sequence[str], meeting: str) -> str:
    """Whether two lists of names, both given, have one in common."""
    if not ours or not theirs:
        return "unknown"
    return meeting if set(ours) & set(theirs) else "different"


def _age(
    published: date | None, dates: DateRange | None, draft: Draft, where: str
) -> list[str]:
    """How long ago the other's day was, and how long it lasted."""
    if dates is None:
        return ["day without year"]
    names = [f"days={length_of(dates)}"]
    if published is None:
        return names
    days = (published - dates.end).days
    age = "old"
    for most, name in (
        (_NEWS_DAYS, "news"),
        (_RECENT_DAYS, "recent"),
        (_MONTH, "month"),
    ):
        if days <= most:
            age = name
            break
    return [
        *names,
        f"age={age}",
        f"age={age} {where}",
        f"age={age} {draft.trigger.status.value}",
    ]
