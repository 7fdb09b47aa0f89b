"""Who stands behind a report, who denies it, and what that makes of the claim."""

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.mention import SourceMention
from geoevents.models.report import ClaimStatus, ReportStatus

_UNVERIFIED = (
    "could not be verified", "could not be independently", "been independently",
    "unverified", "unconfirmed", "cannot be verified", "could not verify",
    "could not be confirmed", "no independent confirmation",
)  # fmt: skip


def give_claims(scene: Scene, draft: Draft) -> None:
    """Attribution, deniers and claim status of one draft."""
    sources = [s for s in scene.mentions.sources if _covers(s, draft)]
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


def _covers(source: SourceMention, draft: Draft) -> bool:
    span = draft.trigger.span
    if source.verb is not None and source.verb.overlaps(span):
        return False
    return source.scope.contains(span) and not source.span.overlaps(span)


def _names(sources: list[SourceMention]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(source.name for source in sources))


def _is_doubted(scene: Scene, draft: Draft) -> bool:
    sentences = scene.mentions.syntax.sentences
    text = scene.article.text
    near = sentences[draft.sentence : draft.sentence + 2]
    words = " ".join(s.span.of(text).lower() for s in near)
    return any(phrase in words for phrase in _UNVERIFIED)
