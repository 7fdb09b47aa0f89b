"""Who stands behind a report, who denies it, and what that makes of the claim."""

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import FigureMention, Mentions, SourceMention
from geoevents.models.report import ClaimStatus, EventType, ReportStatus
from geoevents.models.syntax import Syntax

_UNVERIFIED = (
    "could not be verified", "could not be independently", "been independently",
    "unverified", "unconfirmed", "cannot be verified", "could not verify",
    "could not be confirmed", "no independent confirmation",
)  # fmt: skip

_COMING = {"reach", "approach", "near", "enter"}


def give_claims(scene: Scene, draft: Draft) -> None:
    """Attribution, deniers and claim status of one draft."""
    sources = [s for s in scene.mentions.sources if _covers(scene, s, draft)]
    denying = [s for s in sources if s.manner == "deny"]
    standing = [s for s in sources if s.manner != "deny"]
    draft.attribution = _names(standing)
    draft.deniers = _names(denying)
    if denying:
        draft.claim_status = ClaimStatus.DENIED
        draft.status = ReportStatus.DENIED
        draft.attribution = draft.attribution or draft.deniers
        draft.reasons.append(f"denied by {', '.join(draft.deniers)}")
    elif _is_doubted(scene, draft):
        draft.claim_status = ClaimStatus.UNVERIFIED
        draft.reasons.append("the text says it was not verified")
    elif any(s.manner == "confirm" for s in standing):
        draft.claim_status = ClaimStatus.CONFIRMED
    elif standing:
        draft.claim_status = ClaimStatus.CLAIMED


def sources_of(mentions: Mentions, figure: FigureMention) -> list[SourceMention]:
    """The nearest of those in whose words the figure stands: "Moscow put it at 14"."""
    holding = [
        s
        for s in mentions.sources
        if s.scope.contains(figure.span) and not s.span.overlaps(figure.span)
    ]
    least = min((len(s.scope) for s in holding), default=0)
    return [s for s in holding if len(s.scope) == least]


def speakers_of(mentions: Mentions, figure: FigureMention) -> tuple[str, ...]:
    """Their names, each once."""
    return _names(sources_of(mentions, figure))


def give_rebuttals(scene: Scene, drafts: list[Draft]) -> None:
    """ "Kyiv dismissed that as untrue": what was told just before is disputed.

    Rival counts of one thing by different speakers dispute each other too.
    """
    for source in scene.mentions.sources:
        if source.manner != "deny" or source.verb is None:
            continue
        if any(_covers(scene, source, draft) for draft in drafts):
            continue
        target = _denied_by(scene, drafts, source)
        if target is not None and source.name not in target.attribution:
            target.deniers = tuple(dict.fromkeys((*target.deniers, source.name)))
            target.claim_status = ClaimStatus.DISPUTED
            target.reasons.append(f"disputed by {source.name}")


def link_denials(drafts: list[Draft]) -> None:
    """A denial denies the nearest telling of its kind and place, before or after."""
    for draft in drafts:
        if not _is_denied(draft):
            continue
        told = [
            d
            for d in drafts
            if not _is_denied(d)
            and d.trigger.event_type is draft.trigger.event_type
            and d.trigger.sub_event_type == draft.trigger.sub_event_type
            and d.place == draft.place
            and _may_be_denied(draft, d)
        ]
        nearest = min(
            told, key=lambda d: abs(d.sentence - draft.sentence), default=None
        )
        if nearest is not None:
            draft.same_as.append(nearest)


def _is_denied(draft: Draft) -> bool:
    return (
        draft.status is ReportStatus.DENIED or draft.claim_status is ClaimStatus.DENIED
    )


def _may_be_denied(denial: Draft, told: Draft) -> bool:
    """No other day; of movements only those told with the same word, or placed.

    Who denies that a town was taken does not deny that it was reached.
    """
    if denial.dates is not None and told.dates not in {None, denial.dates}:
        return False
    lemmas = {denial.trigger.lemma, told.trigger.lemma}
    if len(lemmas) > 1 and told.trigger.lemma in _COMING:
        return False
    if denial.trigger.event_type is not EventType.STRATEGIC:
        return True
    return denial.place is not None or len(lemmas) == 1


def _denied_by(
    scene: Scene, drafts: list[Draft], source: SourceMention
) -> Draft | None:
    """What was told last before the denial, at the place it names if it names one."""
    verb = source.verb
    sentence = scene.mentions.syntax.sentence_at(verb.start) if verb else None
    if sentence is None or verb is None:
        return None
    syntax = scene.mentions.syntax
    told = [
        draft
        for draft in drafts
        if draft.trigger.span.end <= verb.start
        and not _is_told_of_speaker(syntax, source, draft)
    ]
    named = _named_in(scene, source)
    if not named:
        near = [d for d in told if sentence.index - d.sentence <= 1]
        return max(near, key=lambda d: d.trigger.span.start, default=None)
    there = [
        d for d in told if d.place is not None and scene.place_key(d.place) in named
    ]
    # What only took its place from another event gives way.
    return max(
        there,
        key=lambda d: (not d.place_inherited, d.trigger.span.start),
        default=None,
    )


def _named_in(scene: Scene, source: SourceMention) -> set[str]:
    """Places in what a speaker says, himself apart."""
    return {
        scene.place_key(index)
        for index, toponym in enumerate(scene.mentions.toponyms)
        if source.scope.contains(toponym.span)
        and not source.span.overlaps(toponym.span)
    }


def _covers(scene: Scene, source: SourceMention, draft: Draft) -> bool:
    span = draft.trigger.span
    if source.verb is not None and source.verb.overlaps(span):
        return False
    if _is_told_of_speaker(scene.mentions.syntax, source, draft):
        return False
    return source.scope.contains(span) and not source.span.overlaps(span)


def _is_told_of_speaker(syntax: Syntax, source: SourceMention, draft: Draft) -> bool:
    """ "Rwanda, which keeps 800 men there, denied it": who denies does not deny that."""
    word = syntax.tokens[draft.trigger.token]
    for token in (word, *syntax.ancestors(word.index)):
        if token.dep == "relcl" and source.span.contains(
            syntax.tokens[token.head].span
        ):
            return True
    return False


def _names(sources: list[SourceMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.name for source in sources))


def _is_doubted(scene: Scene, draft: Draft) -> bool:
    sentences = scene.mentions.syntax.sentences
    text = scene.article.text
    near = sentences[draft.sentence : draft.sentence + 2]
    words = " ".join(s.span.of(text).lower() for s in near)
    return any(phrase in words for phrase in _UNVERIFIED)
