"""What speaks for a figure being another count of what an earlier figure counts.

"At least 50 died, the governor said; the railways spoke of 30": one event, two counts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geoevents.assemble.claims import sources_of
from geoevents.assemble.home_features import anchor_of
from geoevents.assemble.standing import Standing, capped, family
from geoevents.models.figure import FigureScope
from geoevents.models.mention import FigureMention, SourceMention
from geoevents.models.syntax import Token
from geoevents.weights import Features

# How far back a figure may have its rival, and how many are weighed.
SENTENCES_BACK = 10
MOST_EARLIER = 8
# Counts of one thing differ, but not by more than this.
_MOST_RATIO = 12
_STEPS = (1.02, 1.3, 2, 4, 8)
_CONTENT = frozenset({"VERB", "ADV", "ADJ", "NOUN", "SCONJ", "CCONJ", "AUX"})
_WORDS_ABOVE = 4
_EARLY = 0.3  # of its sentence


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the draft that counts it (None where none does)."""

    index: int
    figure: FigureMention
    anchor: int
    sentence: int
    draft: int | None


def counted(standing: Standing) -> list[Counted]:
    """The figures that count a whole, in text order, with their drafts."""
    homes = {f: d for d, draft in enumerate(standing.drafts) for f in draft.figures}
    tokens = standing.scene.mentions.syntax.tokens
    rows = []
    for index, figure in enumerate(standing.scene.mentions.figures):
        if figure.scope is FigureScope.SUBSET:
            continue
        anchor = anchor_of(standing, figure)
        at = tokens[anchor].sentence
        rows.append(Counted(index, figure, anchor, at, homes.get(index)))
    return rows


def rival_pairs(
    standing: Standing, rows: Sequence[Counted]
) -> Iterator[tuple[Counted, Counted]]:
    """(earlier, later) figures of one kind, other in number, of drafts or next to them.

    The earlier one has a draft: the later one is another count of what it tells.
    """
    for number, later in enumerate(rows):
        whole = _sums_up(standing, later)
        before = [
            row
            for row in rows[:number]
            if _may_rival(row, later)
            and not (whole and row.figure.scope is FigureScope.INCIDENT)
        ]
        for earlier in before[-MOST_EARLIER:]:
            yield earlier, later


def _may_rival(earlier: Counted, later: Counted) -> bool:
    one, two = earlier.figure, later.figure
    return (
        earlier.draft is not None
        and one.kind is two.kind
        and later.sentence - earlier.sentence <= SENTENCES_BACK
        and (one.value, one.low, one.high) != (two.value, two.low, two.high)
        and _ratio(one, two) <= _MOST_RATIO
    )


def _sums_up(standing: Standing, later: Counted) -> bool:
    """ "several hundred casualties since fighting began": a whole war's, no one day's."""
    if later.figure.scope is not FigureScope.CUMULATIVE:
        return False
    syntax = standing.scene.mentions.syntax
    tokens = syntax.tokens
    if any(tokens[i].lemma == "since" for i in syntax.subtree(later.anchor)):
        return True
    for token in syntax.ancestors(later.anchor):
        if "since" in _beside(standing, token):
            return True
        if token.pos in {"VERB", "AUX"}:
            return False
    return False


def _ratio(one: FigureMention, two: FigureMention) -> float:
    low, high = sorted((one.size, two.size))
    return high / low if low else float("inf")


def rival_features(
    standing: Standing, earlier: Counted, later: Counted, rows: Sequence[Counted]
) -> Features:
    """Features of the later figure as a rival of the earlier one."""
    apart = capped(later.sentence - earlier.sentence, 4)
    kind = later.figure.kind.value
    speakers = _speakers(standing, earlier, later)
    homes = _homes(standing, earlier, later, apart)
    voice, home = speakers[0], homes[0]
    names = [
        "always",
        f"kind={kind}",
        f"sentences={apart}",
        *_numbers(earlier.figure, later.figure),
        *speakers,
        *homes,
        f"{voice} {home}",
        f"{voice} {apart}",
        f"{voice} {home} {apart}",
        *_wording(standing, later),
        *_between(standing, earlier, later, rows),
    ]
    return dict.fromkeys(names, 1.0)


def _numbers(one: FigureMention, two: FigureMention) -> list[str]:
    step = next((s for s in _STEPS if _ratio(one, two) <= s), "more")
    grows = two.size > one.size
    nations = {one.of_iso3, two.of_iso3} - {None}
    both = one.of_iso3 is not None and two.of_iso3 is not None
    return [
        f"ratio={step}",
        f"ratio={step} {grows}",
        f"grows={grows}",
        f"nations={'-' if not nations else 'one' if len(nations) == 1 else 'two'}",
        f"both have nations={both} {len(nations)}",
        f"noun={_noun(one, two)}",
        f"scopes={one.scope.value} {two.scope.value}",
        f"mod={two.mod.value if two.mod else '-'}",
        f"small={capped(two.size, 3)}",
    ]


def _noun(one: FigureMention, two: FigureMention) -> str:
    """Whether both count the same sort of people, as far as they say."""
    first, second = (
        f"{f.of_text or ''} {f.unit or ''}".lower().split() for f in (one, two)
    )
    if not second:
        return "none"
    if not first:
        return "none before"
    return "same" if set(first) & set(second) else "other"


def _speakers(standing: Standing, earlier: Counted, later: Counted) -> list[str]:
    mentions = standing.scene.mentions
    one, two = (sources_of(mentions, row.figure) for row in (earlier, later))
    names, others = {s.name for s in one}, {s.name for s in two}
    if not others:
        stands = "nobody" if not names else "only before"
    elif not names:
        stands = "only now"
    else:
        stands = "same" if names & others else "other"
    verbs = _verbs(standing, two)
    return [
        f"speakers={stands}",
        *(f"says={verb}" for verb in verbs),
        *(f"manner={s.manner}" for s in two),
    ]


def _verbs(standing: Standing, sources: Sequence[SourceMention]) -> list[str]:
    syntax = standing.scene.mentions.syntax
    heads = (syntax.head_of(s.verb) for s in sources if s.verb)
    return [head.lemma for head in heads if head is not None]


def _homes(
    standing: Standing, earlier: Counted, later: Counted, apart: str
) -> list[str]:
    """What the two belong to: one event, two of a kind, or the later one to none."""
    drafts, ruled = standing.drafts, standing.ruled
    first = drafts[earlier.draft or 0]
    if later.draft is None:
        return ["home=none", f"home=none {apart}", f"of={family(first)} none"]
    second = drafts[later.draft]
    if later.draft == earlier.draft:
        stands = "one"
    elif first.trigger.event_type is second.trigger.event_type:
        stands = "alike"
    else:
        stands = "other"
    one, two = ruled.by_figure.get(earlier.index), ruled.by_figure.get(later.index)
    linked = (
        one is not None
        and two is not None
        and (any(one is d for d in two.same_as) or any(two is d for d in one.same_as))
    )
    sentence = second.sentence - later.sentence
    return [
        f"home={stands}",
        f"home={stands} {apart}",
        f"of={family(first)} {stands}",
        f"by rule linked={linked}",
        f"by rule one={one is two and one is not None} {stands}",
        f"home in sentence={sentence == 0} {stands}",
        f"figure of its kind leads={_leads(standing, later)} {stands}",
        f"word={second.trigger.lemma} {stands}",
        f"first before={earlier.draft == 0}",
    ]


def _leads(standing: Standing, row: Counted) -> bool:
    """It is the first of its kind in its draft."""
    figures = standing.scene.mentions.figures
    draft = standing.drafts[row.draft or 0]
    same = [i for i in draft.figures if figures[i].kind is row.figure.kind]
    return row.index == min(same, default=row.index)


def _wording(standing: Standing, later: Counted) -> list[str]:
    """How the later count is put: the words above it, beside it, at its sentence's start."""
    syntax = standing.scene.mentions.syntax
    tokens = syntax.tokens
    names = []
    token = tokens[later.anchor]
    for above in syntax.ancestors(later.anchor)[:_WORDS_ABOVE]:
        names += [f"above={above.lemma}", f"above kin={above.kin}"]
        names += [f"beside={below}" for below in _beside(standing, above)]
        names.append(f"tense={above.tag} {_helpers(standing, above)}")
    names.append(f"as={token.dep} {tokens[token.head].lemma}")
    names.append(f"under={tokens[token.head].pos}")
    if later.figure.governor is not None:
        names.append(f"governor={tokens[later.figure.governor].lemma}")
    text = later.figure.text.lower()
    names += [f"says more={text.endswith(' more') or text.startswith('another')}"]
    sentence = syntax.sentences[later.sentence]
    place = (later.figure.span.start - sentence.span.start) / max(len(sentence.span), 1)
    names.append(f"early in sentence={place < _EARLY}")
    return names


def _beside(standing: Standing, above: Token) -> list[str]:
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[i] for i in syntax.children[above.index])
    return [
        t.lemma
        for t in below
        if t.dep in {"advmod", "mark", "cc", "prep", "neg", "prt"}
    ]


def _helpers(standing: Standing, above: Token) -> str:
    """ "had put": an older count, as a rule taken back by the one before it."""
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[i] for i in syntax.children[above.index])
    return " ".join(t.lemma + t.tag for t in below if t.dep in {"aux", "auxpass"})


def _between(
    standing: Standing, earlier: Counted, later: Counted, rows: Sequence[Counted]
) -> list[str]:
    """What stands between the two."""
    syntax = standing.scene.mentions.syntax
    same = [r for r in rows if r.figure.kind is later.figure.kind]
    nearer = [r for r in same if earlier.index < r.index < later.index]
    names = [
        f"counts between={capped(len(nearer), 3)}",
        f"first of its kind={same[0].index == earlier.index}",
        f"largest of its kind={_is_largest(earlier, same, later)}",
    ]
    there = set(standing.toponyms.get(later.sentence, ()))
    known = {
        standing.key(t)
        for s in range(earlier.sentence + 1)
        for t in standing.toponyms.get(s, ())
    }
    new = any(standing.key(t) not in known for t in there)
    names.append(f"a new place={new and earlier.sentence != later.sentence}")
    timed = bool(standing.timexes.get(later.sentence))
    names.append(f"a time={timed and earlier.sentence != later.sentence}")
    if earlier.sentence == later.sentence:
        names.append(f"way={standing.paths.told(earlier.anchor, later.anchor)}")
        clauses = capped(standing.paths.clauses(earlier.anchor, later.anchor), 3)
        names.append(f"clauses={clauses}")
        words = syntax.tokens_in(earlier.figure.span.cover(later.figure.span))
        names += [
            f"between={t.lemma}"
            for t in words
            if t.pos in _CONTENT or t.text in {";", ","}
        ]
    return names


def _is_largest(earlier: Counted, same: Sequence[Counted], later: Counted) -> bool:
    before = [r for r in same if r.index < later.index]
    return earlier.figure.size == max(r.figure.size for r in before)
