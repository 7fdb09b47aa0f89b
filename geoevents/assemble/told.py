"""A report as an event of its own: everything resolved, nothing pointing elsewhere."""

from geoevents.assemble.claims import speakers_of
from geoevents.assemble.identity import stable_id
from geoevents.assemble.titles import title_of
from geoevents.models.article import Article
from geoevents.models.event import (
    Claim,
    Event,
    EventPlace,
    FigureClaim,
    MovementEnd,
    Quote,
)
from geoevents.models.mention import Mentions
from geoevents.models.place import Resolution
from geoevents.models.report import ClaimStatus, Report
from geoevents.models.span import Span


def tell(
    article: Article,
    mentions: Mentions,
    resolutions: tuple[Resolution, ...],
    report: Report,
) -> Event:
    """The event exactly as this one report tells it."""
    place = _place(mentions, resolutions, report)
    date_text = mentions.timexes[report.time].text if report.time is not None else None
    return Event(
        event_id=stable_id("event", report.report_id),
        event_type=report.event_type,
        sub_event_type=report.sub_event_type,
        title=title_of(mentions, report),
        place=place,
        date_start=report.date_start,
        date_end=report.date_end,
        date_prec=report.date_prec,
        date_basis=report.date_basis,
        date_text=date_text,
        partial_date=report.partial_date,
        figures=tuple(_figure(mentions, report, i) for i in report.figures),
        actors=report.actors,
        guesses=report.guesses,
        doers=report.doers,
        targets=report.targets,
        claims=_claims(article, mentions, report),
        movements=_movements(resolutions, report),
        claim_status=report.claim_status,
        status=report.status,
        disputed=report.claim_status in {ClaimStatus.DISPUTED, ClaimStatus.DENIED},
        report_ids=(report.report_id,),
        same_as=report.same_as,
        published=article.published,
        article_ids=(article.id,),
        publishers=(article.publisher,) if article.publisher else (),
        confidence=report.confidence,
        reasons=report.reasons,
    )


def _place(
    mentions: Mentions, resolutions: tuple[Resolution, ...], report: Report
) -> EventPlace | None:
    if report.place is None:
        return None
    resolution = resolutions[report.place]
    if resolution.place is None or resolution.point is None:
        return None
    return EventPlace(
        name=resolution.label or resolution.place.name,
        text=mentions.toponyms[report.place].text,
        point=resolution.point,
        radius_m=resolution.radius_m or resolution.place.radius_m,
        where_prec=resolution.where_prec,
        place=resolution.place,
        confidence=report.confidence.place,
        alternatives=tuple(c.place for c in resolution.alternatives),
        reasons=resolution.reasons,
    )


def _figure(mentions: Mentions, report: Report, index: int) -> FigureClaim:
    figure = mentions.figures[index]
    return FigureClaim(
        kind=figure.kind,
        text=figure.text,
        value=figure.value,
        low=figure.low,
        high=figure.high,
        mod=figure.mod,
        unit=figure.unit,
        of_text=figure.of_text,
        of_iso3=figure.of_iso3,
        scope=figure.scope,
        claimants=speakers_of(mentions, figure) or report.attribution,
        claim_status=report.claim_status,
        article_id=report.article_id,
        span=figure.span,
    )


def _claims(article: Article, mentions: Mentions, report: Report) -> tuple[Claim, ...]:
    quote = Quote(
        article_id=article.id,
        span=report.evidence,
        text=report.evidence.of(article.text),
        highlights=_highlights(mentions, report),
    )
    claims = [
        Claim(
            claimants=tuple(n for n in report.attribution if n not in report.deniers),
            claim_status=report.claim_status,
            report_id=report.report_id,
            quote=quote,
        )
    ]
    if report.claim_status is ClaimStatus.DENIED:
        claims = []
    if report.deniers:
        claims += [
            Claim(
                claimants=report.deniers,
                claim_status=ClaimStatus.DENIED,
                report_id=report.report_id,
                quote=quote,
            )
        ]
    return tuple(claims)


def _highlights(mentions: Mentions, report: Report) -> tuple[tuple[Span, str], ...]:
    marks = [(report.trigger, "trigger")]
    if report.place is not None:
        marks.append((mentions.toponyms[report.place].span, "place"))
    if report.time is not None:
        marks.append((mentions.timexes[report.time].span, "date"))
    marks += [(mentions.figures[i].span, "figure") for i in report.figures]
    marks += [
        (source.span, "source")
        for source in mentions.sources
        if source.name in {*report.attribution, *report.deniers}
    ]
    inside = {m for m in marks if report.evidence.contains(m[0])}
    return tuple(sorted(inside, key=lambda mark: (mark[0], mark[1])))


def _movements(
    resolutions: tuple[Resolution, ...], report: Report
) -> tuple[MovementEnd, ...]:
    ends = []
    for movement in report.movements:
        resolution = resolutions[movement.toponym]
        if resolution.place is not None and resolution.point is not None:
            ends.append(
                MovementEnd(
                    role=movement.role.value,
                    name=resolution.place.name,
                    point=resolution.point,
                )
            )
    return tuple(ends)
