"""Whether each event happened, and how far what is said of it stands."""

from collections.abc import Sequence

from geoevents.assemble.by_rule import RuleReading
from geoevents.assemble.claim_features import claim_features
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.standing import Standing
from geoevents.assemble.status_features import status_features
from geoevents.models.report import ClaimStatus, ReportStatus
from geoevents.weights import Weights

# How much more the weights must speak for another answer than for the rules' own.
TRUST_IN_RULES = 0.2
# What only somebody's words can make of a report.
_SPOKEN = {ClaimStatus.CLAIMED, ClaimStatus.CONFIRMED, ClaimStatus.DENIED}


def give_judgements(
    scene: Scene, drafts: Sequence[Draft], ruled: RuleReading, weights: Weights
) -> None:
    """Sets status and claim status; the rules' own where nothing was learned."""
    standing = Standing.of(scene, drafts, ruled)
    if weights.claims.labels:
        claims = [_likeliest_claim(standing, draft, weights) for draft in drafts]
        for draft, claim in zip(drafts, claims, strict=True):
            draft.claim_status = claim
    if weights.statuses.labels:
        for draft in drafts:
            said = next((r.status for r in standing.ruled.of(draft)), draft.status)
            best = weights.statuses.decide(
                status_features(standing, draft), said.value, TRUST_IN_RULES
            )
            draft.status = ReportStatus(best)


def _likeliest_claim(standing: Standing, draft: Draft, weights: Weights) -> ClaimStatus:
    """Nothing is claimed, confirmed or denied where nobody is named who does so."""
    table = weights.claims
    scores = table.scores(claim_features(standing, draft))
    said = next((r for r in standing.ruled.of(draft)), draft).claim_status
    possible = {
        claim: score + TRUST_IN_RULES * (claim is said)
        for claim, score in zip(map(ClaimStatus, table.labels), scores, strict=True)
        if draft.attribution or draft.deniers or claim not in _SPOKEN
    }
    if not draft.deniers:
        possible.pop(ClaimStatus.DENIED, None)
    return max(sorted(possible), key=lambda label: possible[label])
