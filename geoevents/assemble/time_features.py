"""What speaks for a time dating an event, and for an event sharing another's day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from geoevents.assemble.clauses import is_only_talked_of
from geoevents.assemble.draft import Draft
from geoevents.assemble.offsets import offset_days
from geoevents.assemble.since import (
    dateline_end,
    is_before_it,
    is_dating,
    is_of_statement,
    is_since,
)
from geoevents.assemble.standing import Standing, capped, family
from geoevents.models.mention import Timex
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.models.when import DateRange
from geoevents.weights import Features

MOST_OPTIONS = 20
# "On Sunday", "At about 5 p.m. on Sunday"
_OPENING_WORDS = 2
_WEEK, _MONTH, _YEAR = 7, 31, 366
_NEWS_DAYS, _RECENT_DAYS = 3, 10


@dataclass(frozen=True, slots=True)
class TimeOption:
    """A time of the sentence; ``stretched``: from its first day to publication.

    ``counted``: so long after or before the day of what the sentence tells first.
    ``retold``: of another sentence that tells the same event, as the rules read it.
    """

    timex: int
    dates: DateRange | None
    stretched: bool = False
    counted: bool = False
    retold: bool = False


def time_options(standing: Standing, draft: Draft) -> list[TimeOption | None]:
    """None, then the times of the draft's sentence, "since" ones also stretched."""
    scene = standing.scene
    options: list[TimeOption | None] = [None]
    published = scene.article.published
    for index in standing.timexes.get(draft.sentence, ()):
        timex = scene.mentions.timexes[index]
        if not is_dating(timex):
            continue
        options.append(TimeOption(index, timex.dates))
        begun = timex.dates
        if begun is None or published is None or begun.start > published:
            continue
        if is_since(scene, draft, timex):
            whole = DateRange(start=begun.start, end=published)
            options.append(TimeOption(index, whole, stretched=True))
    options += [
        TimeOption(index, day, counted=True)
        for index, day in offset_days(standing, draft)
    ]
    own = {option.timex for option in options if option is not None}
    options += [
        TimeOption(ruled.time, ruled.dates, retold=True)
        for ruled in standing.ruled.of(draft)
        if ruled.time is not None
        and ruled.time not in own
        and ruled.sentence == draft.sentence
    ]
    return options


def is_time_by_rule(
    standing: Standing, draft: Draft, option: TimeOption | None
) -> bool:
    """The rules date the draft by it; of None: by no time of its own sentence."""
    ruled = standing.ruled.of(draft)
    if option is None:
        return bool(ruled) and all(r.time is None for r in ruled)
    return any(r.time == option.timex and r.dates == option.dates for r in ruled)


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


def time_features(
    standing: Standing, draft: Draft, option: TimeOption | None, count: int
) -> Features:
    """Features of one option; ``count`` is how many times the sentence has."""
    said = is_time_by_rule(standing, draft, option)
    ruled = bool(standing.ruled.of(draft))
    if option is None:
        names = [f"undated by rule={said} {ruled}", *_undated(standing, draft, count)]
        return dict.fromkeys(names, 1.0)
    scene = standing.scene
    timex = scene.mentions.timexes[option.timex]
    status, lasts = draft.trigger.status.value, standing.lasts(draft)
    since = is_since(scene, draft, timex)
    names = [
        f"by rule={said} {ruled}",
        f"type={timex.type.value}",
        f"modifier={timex.mod.value if timex.mod else '-'}",
        f"basis={timex.date_basis.value}",
        f"basis={timex.date_basis.value} {status}",
        f"length={_length(timex.dates)}",
        f"length={_length(timex.dates)} {family(draft)}",
        f"stretched={option.stretched} since={since}",
        f"counted={option.counted}",
        f"retold={option.retold}",
        f"stretched={option.stretched} {status}",
        f"stretched={option.stretched} lasts={lasts}",
        f"first word={timex.text.lower().split()[0]}",
        f"status={status}",
        "only one" if count == 1 else "one of several",
    ]
    names += _hangs(standing, draft, timex)
    return dict.fromkeys(names, 1.0)


def _undated(standing: Standing, draft: Draft, count: int) -> list[str]:
    token = standing.scene.mentions.syntax.tokens[draft.trigger.token]
    said = standing.is_said(draft)
    return [
        "undated",
        f"undated times={capped(count, 3)}",
        f"undated times={capped(count, 2)} said={said}",
        f"undated family={family(draft)}",
        f"undated type={draft.trigger.event_type.value}",
        f"undated status={draft.trigger.status.value}",
        f"undated lasts={standing.lasts(draft)}",
        f"undated said={said}",
        f"undated kin={token.kin}",
        f"undated word={token.lemma}",
    ]


def _length(dates: DateRange | None) -> str:
    if dates is None:
        return "no year"
    for most, name in ((1, "day"), (_WEEK, "week"), (_MONTH, "month"), (_YEAR, "year")):
        if dates.days <= most:
            return name
    return "longer"


def _hangs(standing: Standing, draft: Draft, timex: Timex) -> list[str]:
    """Where the time stands in the parse, seen from the event's words."""
    scene, paths = standing.scene, standing.paths
    syntax = scene.mentions.syntax
    head = syntax.head_of(timex.span)
    inside = syntax.tokens_in(timex.span)
    if head is None or not inside:
        return ["nowhere in the parse"]
    words, trigger = standing.words(draft), draft.trigger
    before = syntax.tokens[max(inside[0].index - 1, 0)].text.lower()
    edges = paths.nearest(head.index, words)
    after = timex.span.start > trigger.span.start
    gap = syntax.text[
        min(timex.span.end, trigger.span.end) : max(
            timex.span.start, trigger.span.start
        )
    ]
    of_statement = is_of_statement(scene, head.index, draft)
    sentence = syntax.sentences[draft.sentence].span
    names = [
        f"before={before}",
        f"edges={capped(edges, 9)}",
        f"clauses={capped(min(paths.clauses(head.index, w) for w in words), 4)}",
        f"way={paths.told(head.index, trigger.token)}",
        "after the word" if after else "before the word",
        f"commas={capped(gap.count(','), 3)}",
        f"semicolon={';' in gap}",
        f"words between={capped(len(gap.split()) // 2, 6)}",
        f"of the statement={of_statement}",
        f"of the statement={of_statement} {after}",
        f"only talked of={is_only_talked_of(syntax, trigger.token, head.index)}",
        f"before it={is_before_it(scene, head.index, draft)}",
        f"in dateline={timex.span.end <= dateline_end(syntax.text, sentence)}",
        f"tense={syntax.tokens[trigger.token].tag}",
        f"opens the sentence={_opens(syntax, timex, sentence)}",
        f"same sentence part={_shares_clause(standing, draft, head.index)}",
    ]
    names.append(f"verb={_verb_of(standing, draft, head.index)}")
    return names + _rivals(standing, draft, timex, edges, head.index)


def _opens(syntax: Syntax, timex: Timex, sentence: Span) -> bool:
    """ "On Sunday police raided a house and detained six": it reaches over all verbs."""
    start = dateline_end(syntax.text, sentence)
    return len(syntax.text[start : timex.span.start].split()) <= _OPENING_WORDS


def _shares_clause(standing: Standing, draft: Draft, head: int) -> str:
    """The event's word is joined by "and" to the verb the time hangs on."""
    tokens = standing.scene.mentions.syntax.tokens
    verb = next(
        (i for i in standing.paths.up(head) if tokens[i].pos in {"VERB", "AUX"}), None
    )
    token = tokens[draft.trigger.token]
    subject = _has_subject(standing, token.index)
    steps = 0
    while token.index != verb and token.dep == "conj" and token.head != token.index:
        token = tokens[token.head]
        subject = subject and _has_subject(standing, token.index)
        steps += 1
    if token.index != verb:
        return "no"
    return "own" if steps == 0 else f"joined subject={subject}"


def _has_subject(standing: Standing, index: int) -> bool:
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[c] for c in syntax.children[index])
    return any(t.dep in {"nsubj", "nsubjpass"} for t in below)


def _verb_of(standing: Standing, draft: Draft, head: int) -> str:
    """The nearest verb above a time: the event's own, one of saying, or another."""
    syntax = standing.scene.mentions.syntax
    words = set(standing.words(draft))
    sayings = standing.scene.saying
    for index in standing.paths.up(head):
        if index in words:
            return "own"
        if syntax.tokens[index].pos == "VERB":
            return "saying" if index in sayings else "other"
    return "none"


def _rivals(
    standing: Standing, draft: Draft, timex: Timex, edges: int, head: int
) -> list[str]:
    """Whether another event of the sentence hangs nearer to the time."""
    others = [
        other
        for i in standing.by_sentence[draft.sentence]
        if (other := standing.drafts[i]) is not draft
        and other.trigger.span != draft.trigger.span
    ]
    if not others:
        return ["no other event"]
    closer = min(standing.paths.nearest(head, standing.words(o)) for o in others)
    apart = min(abs(o.trigger.span.start - timex.span.start) for o in others)
    own = abs(draft.trigger.span.start - timex.span.start)
    stands = "nearer" if closer < edges else "as near" if closer == edges else "farther"
    return [f"another event is {stands}", f"another word is nearer={apart < own}"]


def carry_options(standing: Standing, draft: Draft, dated: Sequence[int]) -> list[int]:
    """Indices of drafts with a day of their own, the nearest ones to this draft."""
    drafts = standing.drafts
    near = sorted(
        (i for i in dated if drafts[i] is not draft),
        key=lambda i: (abs(drafts[i].sentence - draft.sentence), i),
    )
    return near[:MOST_OPTIONS]


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
        f"sides={_sides(draft, source)}",
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
    return dict.fromkeys(names, 1.0)


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


def _sides(draft: Draft, other: Draft) -> str:
    if not draft.actors or not other.actors:
        return "unknown"
    return "shared" if set(draft.actors) & set(other.actors) else "different"


def _age(
    published: date | None, dates: DateRange | None, draft: Draft, where: str
) -> list[str]:
    """How long ago the other's day was, and how long it lasted."""
    if dates is None:
        return ["day without year"]
    names = [f"days={_length(dates)}"]
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
