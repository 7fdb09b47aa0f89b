"""Which figure belongs to which report; figures without a trigger make their own."""

import re
from dataclasses import replace

from geoevents.assemble.clauses import clause_distance, path_length
from geoevents.assemble.draft import Draft, Scene
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention, Trigger
from geoevents.models.report import EventType

_CLAUSE_COST = 4
# What a figure of this kind may belong to, best first; others only when nothing fits.
_STRATEGIC_KINDS = {
    FigureKind.DISPLACED,
    FigureKind.EVACUATED,
    FigureKind.ARRESTED,
    FigureKind.CAPTURED,
    FigureKind.SURRENDERED,
}
HARM_LEMMAS = {
    "kill", "wound", "injure", "die", "perish", "hurt", "death", "toll", "dead",
    "casualty", "fatality", "body", "victim", "killed", "wounded", "lose", "loss",
}  # fmt: skip
_HARM_KINDS = {
    FigureKind.KILLED,
    FigureKind.WOUNDED,
    FigureKind.CASUALTIES,
    FigureKind.MISSING,
}
_MISFIT_COST = 6
_OVER_TIME = re.compile(
    r"\bsince\b|\bso far\b|\bto date\b|\b(?:past|last) (?:\w+ )?(?:weeks|months|years)\b"
    r"|\b(?:war|conflict|insurgency)\b",
    re.IGNORECASE,
)


def drafts_for_triggers(scene: Scene) -> list[Draft]:
    """A draft for each trigger, and for each figure no trigger's sentence holds."""
    syntax = scene.mentions.syntax
    drafts = [
        Draft(
            trigger=trigger,
            sentence=syntax.tokens[trigger.token].sentence,
            status=trigger.status,
            reasons=list(trigger.reasons),
        )
        for trigger in scene.mentions.triggers
    ]
    for index, figure in enumerate(scene.mentions.figures):
        _place_figure(scene, drafts, index, figure)
    drafts = [d for d in drafts if not _is_bare_harm(scene, d)]
    for draft in drafts:
        _as_running_toll(scene, draft)
    drafts.sort(key=lambda d: (d.sentence, d.trigger.span.start))
    return drafts


def _place_figure(
    scene: Scene, drafts: list[Draft], index: int, figure: FigureMention
) -> None:
    syntax = scene.mentions.syntax
    anchor = _anchor(scene, figure)
    sentence = syntax.tokens[anchor].sentence
    near = [d for d in drafts if d.sentence == sentence and _fits(figure, d)]
    if near:
        home = min(near, key=lambda d: _cost(scene, figure, anchor, d))
        home.figures.append(index)
        return
    drafts.append(_draft_for_figure(scene, drafts, index, anchor))


def _anchor(scene: Scene, figure: FigureMention) -> int:
    if figure.head is not None:
        return figure.head
    head = scene.mentions.syntax.head_of(figure.span)
    return head.index if head else 0


def _cost(
    scene: Scene, figure: FigureMention, anchor: int, draft: Draft
) -> tuple[int, int]:
    syntax = scene.mentions.syntax
    words = set(draft.trigger.words)
    if figure.governor is not None and figure.governor in words:
        return (0, 0)
    near = min(path_length(syntax, anchor, word) for word in words)
    clauses = min(clause_distance(syntax, anchor, word) for word in words)
    cost = near + _CLAUSE_COST * clauses
    if not _suits(figure, draft):
        cost += _MISFIT_COST
    return (cost, abs(draft.trigger.span.start - figure.span.start))


def _suits(figure: FigureMention, draft: Draft) -> bool:
    is_strategic = draft.trigger.event_type is EventType.STRATEGIC
    if figure.kind in _STRATEGIC_KINDS:
        return is_strategic
    if figure.kind in _HARM_KINDS:
        return not is_strategic
    return True


def _fits(figure: FigureMention, draft: Draft) -> bool:
    """Harm is no part of a deployment, nor displacement of a battle's own words."""
    if figure.kind in _HARM_KINDS:
        return draft.trigger.event_type is not EventType.STRATEGIC
    return True


def _is_bare_harm(scene: Scene, draft: Draft) -> bool:
    """ "estimates of losses", "her death": a noun of harm, no number, no cause."""
    tokens = scene.mentions.syntax.tokens
    words = [tokens[w] for w in draft.words]
    return not draft.figures and all(
        t.pos == "NOUN" and t.lemma in HARM_LEMMAS for t in words
    )


def _as_running_toll(scene: Scene, draft: Draft) -> None:
    """Strikes told around it lend a toll "since 2022" no type: it is the war's."""
    tokens = scene.mentions.syntax.tokens
    if not counts_so_far(scene, draft):
        return
    if draft.trigger.event_type is not EventType.EXPLOSIONS:
        return
    if any(tokens[w].lemma not in HARM_LEMMAS for w in draft.trigger.words):
        return
    draft.trigger = replace(
        draft.trigger, event_type=EventType.BATTLES, sub_event_type="Armed clash"
    )
    draft.reasons.append("a toll summed up over a time: of the war, not of one strike")


_OWN_TYPE = {
    FigureKind.TROOPS: (EventType.STRATEGIC, "Other"),
    FigureKind.DISPLACED: (EventType.STRATEGIC, "Other"),
    FigureKind.EVACUATED: (EventType.STRATEGIC, "Other"),
    FigureKind.ARRESTED: (EventType.STRATEGIC, "Arrests"),
    FigureKind.CAPTURED: (EventType.STRATEGIC, "Other"),
    FigureKind.SURRENDERED: (EventType.STRATEGIC, "Other"),
    FigureKind.ABDUCTED: (
        EventType.VIOLENCE,
        "Abduction/forced disappearance",
    ),
    FigureKind.PARTICIPANTS: (EventType.PROTESTS, "Peaceful protest"),
}


def _draft_for_figure(
    scene: Scene,
    drafts: list[Draft],
    index: int,
    anchor: int,
) -> Draft:
    """ "Moscow put the figure at 14": a rival telling of what came before."""
    figure = scene.mentions.figures[index]
    sentence = scene.mentions.syntax.tokens[anchor].sentence
    before = [
        d
        for d in drafts
        if d.sentence <= sentence and d.trigger.event_type is not EventType.STRATEGIC
    ]
    model = max(before, key=lambda d: (d.sentence, d.trigger.span.start), default=None)
    own = _OWN_TYPE.get(figure.kind)
    if own is not None:
        event_type, sub_type = own
    elif model is not None:
        event_type = model.trigger.event_type
        sub_type = model.trigger.sub_event_type
    else:
        event_type, sub_type = EventType.VIOLENCE, "Attack"
    word = figure.governor if figure.governor is not None else anchor
    token = scene.mentions.syntax.tokens[word]
    trigger = Trigger(
        span=token.span,
        text=token.text,
        lemma=token.lemma,
        token=token.index,
        event_type=event_type,
        sub_event_type=sub_type,
        words=(token.index,),
    )
    why = f"'{figure.text}' counts {figure.kind} without a word for the event"
    return Draft(trigger=trigger, sentence=sentence, figures=[index], reasons=[why])


def counts_so_far(scene: Scene, draft: Draft) -> bool:
    """A running toll: it sums up many events, so no single one lends it a place."""
    scopes = [scene.mentions.figures[i].scope for i in draft.figures]
    span = scene.mentions.syntax.sentences[draft.sentence].span
    # "the toll rose to 20" is of one event; a span of time makes it of many.
    told = bool(_OVER_TIME.search(scene.article.text, span.start, span.end))
    return told and FigureScope.CUMULATIVE in scopes


def is_stock(scene: Scene, draft: Draft) -> bool:
    """True when the report's figures count what is there, not what happened."""
    scopes = {scene.mentions.figures[i].scope for i in draft.figures}
    return FigureScope.STOCK in scopes
