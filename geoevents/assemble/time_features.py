"""What speaks for a time of its sentence dating an event."""

from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.assemble.aftermath import aftermath_of
from geoevents.assemble.clauses import is_only_talked_of
from geoevents.assemble.draft import Draft
from geoevents.assemble.offsets import (
    Counting,
    counted_links,
    is_outside,
    offset_days,
)
from geoevents.assemble.pair_meanings import Pair
from geoevents.assemble.since import (
    is_before_it,
    is_dating,
    is_end_to_come,
    is_of_statement,
    is_since,
)
from geoevents.assemble.standing import Standing, capped, family
from geoevents.models.mention import Timex
from geoevents.models.syntax import Sentence, Syntax
from geoevents.models.when import DateRange
from geoevents.weights import Features

# "On Sunday", "At about 5 p.m. on Sunday"
_OPENING_WORDS = 2
_WEEK, _MONTH, _YEAR = 7, 31, 366


@dataclass(frozen=True, slots=True)
class TimeOption:
    """A time of the sentence; ``stretched``: from its first day to publication.

    ``counted``: so long after or before another event's day, and where that is told.
    ``retold``: of another sentence that tells the same event, as the rules read it.
    """

    timex: int
    dates: DateRange | None
    stretched: bool = False
    counted: Counting | None = None
    retold: bool = False


def time_options(standing: Standing, draft: Draft) -> list[TimeOption | None]:
    """None, then the times of the draft's sentence, "since" ones also stretched."""
    scene = standing.scene
    options: list[TimeOption | None] = [None]
    published = scene.article.published
    offsets = list(offset_days(standing, draft))
    links = counted_links(standing, draft)
    # "two days after the raid on 3 May": that day is the raid's.
    of_others = {offset.base for offset in offsets}
    for index in standing.timexes.get(draft.sentence, ()):
        timex = scene.mentions.timexes[index]
        if not is_dating(timex) or index in of_others:
            continue
        if is_end_to_come(scene, timex):
            of_others.add(index)
            continue
        if aftermath_of(scene, timex, draft) or is_outside(
            standing, draft, timex, links
        ):
            of_others.add(index)
            continue
        options.append(TimeOption(index, timex.dates))
        begun = timex.dates
        if begun is None or published is None or begun.start > published:
            continue
        if is_since(scene, draft, timex):
            whole = DateRange(start=begun.start, end=published)
            options.append(TimeOption(index, whole, stretched=True))
    options += [
        TimeOption(offset.timex, offset.dates, counted=offset.counting)
        for offset in offsets
    ]
    own = {option.timex for option in options if option is not None}
    options += [
        TimeOption(ruled.time, ruled.dates, retold=True)
        for ruled in standing.ruled.of(draft)
        if ruled.time is not None
        and ruled.time not in own | of_others
        and ruled.sentence == draft.sentence
    ]
    return options


def time_pairs(
    standing: Standing, draft: Draft, options: Sequence[TimeOption | None]
) -> list[Pair]:
    """The event's word with the head of each time."""
    scene = standing.scene
    heads = [
        None
        if option is None
        else scene.mentions.syntax.head_of(scene.mentions.timexes[option.timex].span)
        for option in options
    ]
    return [(draft.trigger.token, head.index if head else None) for head in heads]


def is_time_by_rule(
    standing: Standing, draft: Draft, option: TimeOption | None
) -> bool:
    """The rules date the draft by it; of None: by no time of its own sentence."""
    ruled = standing.ruled.of(draft)
    if option is None:
        return bool(ruled) and all(r.time is None for r in ruled)
    return any(r.time == option.timex and r.dates == option.dates for r in ruled)


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
        f"length={length_of(timex.dates)}",
        f"length={length_of(timex.dates)} {family(draft)}",
        f"stretched={option.stretched} since={since}",
        f"counted={option.counted is not None}",
        f"counted from={option.counted or '-'}",
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


def length_of(dates: DateRange | None) -> str:
    """A day, a week, a month, a year, in words."""
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
    words, trigger = draft.words, draft.trigger
    before = syntax.tokens[max(inside[0].index - 1, 0)].text.lower()
    edges = paths.nearest(head.index, words)
    after = timex.span.start > trigger.span.start
    gap = syntax.text[
        min(timex.span.end, trigger.span.end) : max(
            timex.span.start, trigger.span.start
        )
    ]
    of_statement = is_of_statement(scene, head.index, draft)
    sentence = syntax.sentences[draft.sentence]
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
        f"in dateline={timex.span.end <= sentence.begins}",
        f"tense={syntax.tokens[trigger.token].tag}",
        f"opens the sentence={_opens(syntax, timex, sentence)}",
        f"same sentence part={_shares_clause(standing, draft, head.index)}",
    ]
    names.append(f"verb={_verb_of(standing, draft, head.index)}")
    return names + _rivals(standing, draft, timex, edges, head.index)


def _opens(syntax: Syntax, timex: Timex, sentence: Sentence) -> bool:
    """ "On Sunday police raided a house and detained six": it reaches over all verbs."""
    return (
        len(syntax.text[sentence.begins : timex.span.start].split()) <= _OPENING_WORDS
    )


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
    words = set(draft.words)
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
    closer = min(standing.paths.nearest(head, o.words) for o in others)
    apart = min(abs(o.trigger.span.start - timex.span.start) for o in others)
    own = abs(draft.trigger.span.start - timex.span.start)
    stands = "nearer" if closer < edges else "as near" if closer == edges else "farther"
    return [f"another event is {stands}", f"another word is nearer={apart < own}"]
