"""What speaks for two events of an article being one, told in two words.

"44 people were killed when a missile hit the square": the killing is the strike's.
"""

from collections.abc import Mapping, Sequence

from geoevents.assemble.amounts import HARM_LEMMAS
from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing, capped, family
from geoevents.models.report import EventType
from geoevents.models.span import Span
from geoevents.models.syntax import Token
from geoevents.weights import Features

# So far apart two words for one event may stand, and so many others are looked at.
SENTENCES_APART = 6
MOST_OTHERS = 8
_CLOSE = frozenset({"det", "poss", "amod", "aux", "auxpass", "neg", "advmod", "mark"})
_VIOLENT = frozenset(
    {EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE, EventType.RIOTS}
)


def retold_options(standing: Standing, index: int) -> list[int | None]:
    """None, then the other drafts around one, nearest in the text first.

    What is told by one word at several places is several events already, and another
    count of an event stays apart from it.
    """
    drafts = standing.drafts
    own = drafts[index]
    if own.rival_of is not None:
        return [None]
    near = [
        other
        for other, draft in enumerate(drafts)
        if draft.trigger.span != own.trigger.span
        and abs(draft.sentence - own.sentence) <= SENTENCES_APART
        and draft.rival_of is None
    ]
    at = own.trigger.span.start
    near.sort(key=lambda other: abs(drafts[other].trigger.span.start - at))
    return [None, *near[:MOST_OTHERS]]


def retold_features(standing: Standing, index: int, other: int | None) -> Features:
    """Features of one draft as only another telling of another; of None: of neither."""
    own = standing.drafts[index]
    if other is None:
        return dict.fromkeys(_its_own(standing, index), 1.0)
    home = standing.drafts[other]
    apart = capped(own.sentence - home.sentence, 3)
    same = own.trigger.event_type is home.trigger.event_type
    names = [
        "always",
        f"sentences={apart}",
        f"same type={same} {apart}",
        *_types(own, home, apart),
        *_sureness(own, home, apart),
        *_figures(standing, own, home, apart),
        *_rules(standing, own, home, apart),
        *_word(standing, own, apart),
        *_place_and_day(standing, own, home, apart),
        *_order(standing, index, other, apart),
    ]
    if own.sentence == home.sentence:
        names += _in_sentence(standing, own, home)
    else:
        names.append(f"{_part(standing, own)} {_part(standing, home)} {apart}")
    return dict.fromkeys(names, 1.0)


def _its_own(standing: Standing, index: int) -> list[str]:
    """It is an event of its own."""
    own = standing.drafts[index]
    figures = sorted(_kinds(standing, own))
    mates = capped(len(standing.by_sentence.get(own.sentence, ())), 3)
    sure = _tenth(own)
    names = [
        "alone",
        f"alone sure={sure}",
        f"alone sure={sure} {bool(figures)}",
        f"alone type={own.trigger.event_type.value}",
        f"alone type={own.trigger.sub_event_type}",
        f"alone status={own.trigger.status.value}",
        f"alone mates={mates}",
        f"alone mates={mates} {bool(figures)}",
        f"alone own place={_has_place(own)} {own.time is not None}",
        f"alone known by rule={bool(standing.ruled.of(own))} {bool(figures)}",
        f"alone first={index == 0}",
        f"alone sentence={capped(own.sentence, 2)}",
        f"alone said={bool(own.attribution)}",
        *(f"alone counts={kind}" for kind in figures),
    ]
    return names + [f"alone {name}" for name in _word(standing, own, "0")]


def _tenth(draft: Draft) -> str:
    chance = draft.trigger.chance
    return "-" if chance is None else str(int(chance * 10))


def _sureness(own: Draft, home: Draft, apart: str) -> list[str]:
    """How sure it is that either tells of an event."""
    one, two = own.trigger.chance or 0.0, home.trigger.chance or 0.0
    return [
        f"sure={_tenth(own)} {apart == '0'}",
        f"home sure={_tenth(home)} {apart == '0'}",
        f"less sure={one < two} {apart}",
    ]


def _types(own: Draft, home: Draft, apart: str) -> list[str]:
    one, two = own.trigger, home.trigger
    violent = one.event_type in _VIOLENT and two.event_type in _VIOLENT
    here = apart == "0"
    return [
        f"types={one.event_type.value} {two.event_type.value}",
        f"types={one.event_type.value} {two.event_type.value} {here}",
        f"same sub type={one.sub_event_type == two.sub_event_type} {here}",
        f"both violent={violent} {here}",
        f"families={family(own)} {family(home)} {apart}",
        f"status={one.status.value} {two.status.value}",
        f"words={one.lemma} {two.lemma}",
        f"home word={two.lemma}",
    ]


def _figures(standing: Standing, own: Draft, home: Draft, apart: str) -> list[str]:
    ours, theirs = _kinds(standing, own), _kinds(standing, home)
    stands = f"{bool(ours)} {bool(theirs)}"
    names = [
        f"counted={stands}",
        f"counted={stands} {apart}",
        f"count the same={bool(ours & theirs)} {apart}",
    ]
    names += [f"counts={kind} {bool(theirs)} {apart}" for kind in sorted(ours)]
    return names


def _kinds(standing: Standing, draft: Draft) -> set[str]:
    figures = standing.scene.mentions.figures
    return {figures[i].kind.value for i in draft.figures}


def _rules(standing: Standing, own: Draft, home: Draft, apart: str) -> list[str]:
    ruled = standing.ruled
    ours, theirs = ruled.of(own), ruled.of(home)
    one = any(a is b for a in ours for b in theirs)
    folded = not ruled.folded.isdisjoint(own.words)
    return [
        f"one by rule={one}",
        f"one by rule={one} {apart}",
        f"known by rule={bool(ours)} {bool(theirs)}",
        f"folded by rule={folded} {apart}",
    ]


def _word(standing: Standing, own: Draft, apart: str) -> list[str]:
    """Its own word, how it is used and what stands beside it."""
    token = standing.scene.mentions.syntax.tokens[own.trigger.token]
    near = apart == "0"
    names = [
        f"word={token.lemma}",
        f"word={token.lemma} {near}",
        f"kin={token.kin} {near}",
        f"tag={token.tag} {near}",
        f"as={token.dep} {near}",
    ]
    names += [f"beside={t} {near}" for t in _beside(standing, token)]
    return names


def _beside(standing: Standing, token: Token) -> list[str]:
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[i] for i in syntax.children[token.index])
    return [t.lemma for t in below if t.dep in _CLOSE]


def _place_and_day(
    standing: Standing, own: Draft, home: Draft, apart: str
) -> list[str]:
    here = apart == "0"
    names = [
        f"place={_place(standing, own, home)} {here}",
        f"own place={_has_place(own)} {_has_place(home)} {here}",
        f"day={_day(own, home)} {here}",
        f"own day={own.time is not None} {home.time is not None} {here}",
        f"one time={own.time is not None and own.time == home.time}",
    ]
    ours, theirs = set(own.actors), set(home.actors)
    sides = "-" if not ours or not theirs else "shared" if ours & theirs else "other"
    said, others = set(own.attribution), set(home.attribution)
    voice = "-" if not said else "same" if said & others else "other"
    return [*names, f"sides={sides} {here}", f"voice={voice} {here}"]


def _has_place(draft: Draft) -> bool:
    return draft.place is not None and not draft.place_inherited


def _place(standing: Standing, own: Draft, home: Draft) -> str:
    if own.place is None or home.place is None:
        return "none" if own.place is home.place else "one has none"
    if own.place == home.place:
        return "one name"
    same = standing.key(own.place) == standing.key(home.place)
    return "same" if same else "other"


def _day(own: Draft, home: Draft) -> str:
    if own.dates is None or home.dates is None:
        return "none" if own.dates is home.dates else "one has none"
    if own.dates == home.dates:
        return "same"
    return "within" if own.dates.overlaps(home.dates) else "other"


def _order(standing: Standing, index: int, other: int, apart: str) -> list[str]:
    low, high = sorted((index, other))
    drafts = standing.drafts
    between = high - low - 1
    first = drafts[other].sentence == 0 and other == 0
    return [
        f"comes after={index > other} {apart}",
        f"others between={capped(between, 2)} {apart}",
        f"home comes first of all={first} {apart}",
        f"mates={capped(len(standing.by_sentence.get(drafts[index].sentence, ())), 3)}",
    ]


def _in_sentence(standing: Standing, own: Draft, home: Draft) -> list[str]:
    paths = standing.paths
    one, two = own.trigger.token, home.trigger.token
    syntax = standing.scene.mentions.syntax
    names = [
        f"way={paths.told(one, two)}",
        f"edges={capped(paths.edges(one, two), 5)}",
        f"clauses={capped(paths.clauses(one, two), 3)}",
    ]
    names += _joined(standing, own, home)
    names += [f"over={syntax.tokens[w].lemma}" for w in paths.between(one, two)]
    low, high = sorted((own.trigger.span, home.trigger.span), key=lambda s: s.start)
    words = syntax.tokens_in(Span(start=low.end, end=max(high.start, low.end)))
    names += [f"between={w}" for w in _joints(words)]
    return names


def _part(standing: Standing, draft: Draft) -> str:
    """What a word tells: a harm done, a thing that happened, or a deed."""
    token = standing.scene.mentions.syntax.tokens[draft.trigger.token]
    if token.lemma in HARM_LEMMAS:
        return "harm"
    return "thing" if token.pos in {"NOUN", "PROPN"} else "deed"


def _joined(standing: Standing, own: Draft, home: Draft) -> list[str]:
    """How one hangs on the other: "killed when it hit", "the blast killed"."""
    paths, one, two = standing.paths, own.trigger.token, home.trigger.token
    parts = f"{_part(standing, own)} {_part(standing, home)}"
    up, down = paths.up(one), paths.up(two)
    if two in up:
        stands, lower = "under", _just_below(up, two)
    elif one in down:
        stands, lower = "over", _just_below(down, one)
    else:
        return _beside_each_other(standing, up, down, parts)
    token = standing.scene.mentions.syntax.tokens[lower]
    joined = f"{stands} {token.dep} {_link(standing, token)}".strip()
    return [
        f"joined={joined}",
        f"joined={joined} {parts}",
        f"joined={stands} {token.dep} {parts}",
        f"parts={parts} {bool(own.figures)} {bool(home.figures)}",
    ]


def _just_below(up: Mapping[int, int], above: int) -> int:
    """The last word on the way up before ``above``."""
    return next(word for word, steps in up.items() if steps == up[above] - 1)


def _beside_each_other(
    standing: Standing, up: Mapping[int, int], down: Mapping[int, int], parts: str
) -> list[str]:
    """Both hang on a third word."""
    shared = next((word for word in up if word in down), None)
    if shared is None:
        return [f"joined=apart {parts}"]
    tokens = standing.scene.mentions.syntax.tokens
    deps = " ".join(tokens[_just_below(side, shared)].dep for side in (up, down))
    return [f"joined=beside {deps}", f"joined=beside {parts} {deps}"]


def _link(standing: Standing, token: Token) -> str:
    """The preposition, or the words that open the clause: "when", "as"."""
    if token.pos == "ADP":
        return token.lemma
    syntax = standing.scene.mentions.syntax
    opening = (syntax.tokens[c] for c in syntax.children[token.index])
    return " ".join(
        t.lemma.lower()
        for t in opening
        if t.dep in {"mark", "advmod"} and t.index < token.index
    )


def _joints(words: Sequence[Token]) -> list[str]:
    return [
        t.lemma.lower()
        for t in words
        if t.pos in {"SCONJ", "CCONJ", "ADP", "PUNCT"} or t.dep in {"advmod", "mark"}
    ]
