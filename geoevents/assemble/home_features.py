"""What speaks for a figure belonging to an event."""

from collections.abc import Sequence

from geoevents.assemble.pair_meanings import Pair
from geoevents.assemble.standing import Standing, capped
from geoevents.models.mention import FigureMention
from geoevents.weights import Features

SENTENCES_BACK, SENTENCES_ON = 8, 2
MOST_OPTIONS = 24


def anchor_of(standing: Standing, figure: FigureMention) -> int:
    """The token of what is counted, else of the number."""
    if figure.head is not None:
        return figure.head
    head = standing.scene.mentions.syntax.head_of(figure.span)
    return head.index if head else 0


def home_options(standing: Standing, index: int) -> list[int | None]:
    """None, then the drafts around a figure in text order; all where none is near."""
    at = _sentence(standing, standing.scene.mentions.figures[index])
    around = sorted(
        range(at - SENTENCES_BACK, at + SENTENCES_ON + 1),
        key=lambda s: (abs(s - at), s),
    )
    near = [i for s in around for i in standing.by_sentence.get(s, ())]
    drafts = standing.drafts
    if not near:
        near = sorted(range(len(drafts)), key=lambda i: abs(drafts[i].sentence - at))
    return [None, *sorted(near[:MOST_OPTIONS])]


def home_pairs(
    standing: Standing, index: int, options: Sequence[int | None]
) -> list[Pair]:
    """What is counted, with each event's word."""
    anchor = anchor_of(standing, standing.scene.mentions.figures[index])
    drafts = standing.drafts
    return [(anchor, None if o is None else drafts[o].trigger.token) for o in options]


def is_home_by_rule(
    standing: Standing, index: int, option: int | None, options: Sequence[int | None]
) -> bool:
    """The rules count the figure for this draft; or, of None, for none of them."""
    if option is not None:
        return _is_ruled_home(standing, index, option)
    return not any(_is_ruled_home(standing, index, o) for o in options if o is not None)


def _is_ruled_home(standing: Standing, index: int, option: int) -> bool:
    owner = standing.ruled.by_figure.get(index)
    ours = standing.ruled.of(standing.drafts[option])
    return any(owner is draft for draft in ours)


def home_features(
    standing: Standing,
    index: int,
    option: int | None,
    options: Sequence[int | None],
) -> Features:
    """Features of one draft as the home of a figure, or of none of ``options``."""
    figure = standing.scene.mentions.figures[index]
    known = [i for i in options if i is not None]
    said = is_home_by_rule(standing, index, option, options)
    if option is None:
        names = [f"homeless by rule={said}", *_homeless(standing, figure, known)]
        return dict.fromkeys(names, 1.0)
    draft = standing.drafts[option]
    at = _sentence(standing, figure)
    apart = draft.sentence - at
    kind, event_type = figure.kind.value, draft.trigger.event_type.value
    sub_type = draft.trigger.sub_event_type
    words = draft.words
    same = [i for i in known if standing.drafts[i].sentence == draft.sentence]
    names = [
        f"by rule={said}",
        f"by rule={said} {capped(apart, 1)}",
        f"sentences={capped(apart, 6)}",
        f"kind={kind} {event_type}",
        f"kind={kind} {event_type} {capped(apart, 2)}",
        f"kind={kind} {sub_type}",
        f"governed={figure.governor in words}",
        f"headed={figure.head in words}",
        f"scope={figure.scope.value} {capped(apart, 2)}",
        f"status={draft.trigger.status.value} {capped(apart, 1)}",
        f"mates={capped(len(same) - 1, 2)}",
        f"kind={kind} {draft.trigger.lemma}",
    ]
    if apart == 0:
        names += _in_sentence(standing, figure, option, same)
    else:
        names += _elsewhere(standing, option, known, at)
    return dict.fromkeys(names, 1.0)


def _homeless(
    standing: Standing, figure: FigureMention, known: Sequence[int]
) -> list[str]:
    """Its event is not among those found."""
    at = _sentence(standing, figure)
    here = [i for i in known if standing.drafts[i].sentence == at]
    types = {standing.drafts[i].trigger.event_type.value for i in here}
    syntax = standing.scene.mentions.syntax
    names = [
        "homeless",
        f"homeless kind={figure.kind.value}",
        f"homeless events here={capped(len(here), 2)}",
        f"homeless events here={capped(len(here), 2)} {figure.kind.value}",
        f"homeless scope={figure.scope.value}",
        f"homeless noun={figure.unit is None}",
    ]
    names += [f"homeless {figure.kind.value} beside {t}" for t in sorted(types)]
    if figure.governor is not None:
        token = syntax.tokens[figure.governor]
        names += [f"homeless under={token.lemma}", f"homeless under kin={token.kin}"]
        taken = any(figure.governor in standing.drafts[i].words for i in here)
        names.append(f"homeless governor is an event={taken}")
    return names


def _sentence(standing: Standing, figure: FigureMention) -> int:
    return standing.scene.mentions.syntax.tokens[anchor_of(standing, figure)].sentence


def _in_sentence(
    standing: Standing, figure: FigureMention, option: int, same: Sequence[int]
) -> list[str]:
    paths, anchor = standing.paths, anchor_of(standing, figure)
    draft = standing.drafts[option]
    words = draft.words
    edges = paths.nearest(anchor, words)
    names = [
        f"edges={capped(edges, 8)}",
        f"clauses={capped(min(paths.clauses(anchor, w) for w in words), 4)}",
        f"way={paths.told(anchor, draft.trigger.token)}",
        f"word comes first={draft.trigger.span.start < figure.span.start}",
    ]
    if figure.governor is not None:
        names.append(f"verb edges={capped(paths.nearest(figure.governor, words), 8)}")
    others = [standing.drafts[i] for i in same if i != option]
    if not others:
        return [*names, "only event here"]
    closer = min(paths.nearest(anchor, o.words) for o in others)
    stands = (
        "nearest" if edges < closer else "as near" if edges == closer else "farther"
    )
    own = abs(draft.trigger.span.start - figure.span.start)
    apart = min(abs(o.trigger.span.start - figure.span.start) for o in others)
    return [*names, f"{stands} event", f"nearest word={own < apart}"]


def _elsewhere(
    standing: Standing, option: int, options: Sequence[int], at: int
) -> list[str]:
    drafts = standing.drafts
    here = any(drafts[i].sentence == at for i in options)
    before = [i for i in options if drafts[i].sentence < at]
    names = [f"an event in the figure's sentence={here}"]
    if before:
        names.append(f"last event before={option == before[-1]} {here}")
        names.append(f"first event before={option == before[0]} {here}")
    return names
