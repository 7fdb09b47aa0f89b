"""One report for each thing an article tells."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from geoevents.assemble.by_rule import RuleReading, read_by_rule
from geoevents.assemble.claims import give_claims, give_rebuttals, link_denials
from geoevents.assemble.counting import give_figures
from geoevents.assemble.dating import end_with_publication, give_times
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.happenings import find_happenings
from geoevents.assemble.identity import stable_id
from geoevents.assemble.judging import give_judgements
from geoevents.assemble.parties import give_actors
from geoevents.assemble.parts import give_parts
from geoevents.assemble.placing import give_places
from geoevents.assemble.retelling import fold_retold
from geoevents.assemble.rivals import part_rivals, settle_rivals
from geoevents.assemble.shared_out import share_out
from geoevents.assemble.sides import name_sides
from geoevents.assemble.sub_types import name_sub_types
from geoevents.assemble.to_come import settle_days_to_come
from geoevents.assemble.told_in_full import tell_in_full
from geoevents.models.article import Article
from geoevents.models.mention import Mentions, Trigger
from geoevents.models.place import Resolution
from geoevents.models.report import Report, ReportConfidence
from geoevents.models.span import Span
from geoevents.models.when import DateBasis, DatePrecision
from geoevents.weights import Weights

# A toll told this far on is quoted with its event; farther off it has its own span.
_QUOTED_SENTENCES = 2
_INHERITED_PLACE = 0.6
_INHERITED_DATE, _OWN_DATE = 0.7, 0.9


def assemble_reports(
    article: Article,
    mentions: Mentions,
    resolutions: tuple[Resolution, ...],
    weights: Weights,
    countries: Mapping[str, str],
) -> tuple[Report, ...]:
    """Reports in text order; each index in them points into ``mentions``.

    ``countries``: names by ISO 3166-1 alpha-2, for states that act unnamed.
    """
    scene = read_scene(article, mentions, resolutions)
    ruled = read_by_rule(scene)
    drafts = (
        _weighed(scene, ruled, weights) if weights.happenings.labels else ruled.drafts
    )
    name_sides(scene, drafts, countries)
    for draft in drafts:
        give_parts(scene, draft)
    name_sub_types(scene, drafts, countries)
    return _reports(scene, drafts)


def _weighed(scene: Scene, ruled: RuleReading, weights: Weights) -> Sequence[Draft]:
    """What the rules read, as far as the weights agree; each thing told once."""
    drafts = told_drafts(scene, ruled, weights)
    drafts = fold_retold(scene, drafts, ruled, weights.retold)
    drafts = tell_in_full(scene, drafts)
    give_judgements(scene, drafts, ruled, weights)
    settle_days_to_come(scene, drafts)
    end_with_publication(scene, drafts)
    ruled.link(drafts)
    link_denials(drafts)
    return drafts


def _reports(scene: Scene, drafts: Sequence[Draft]) -> tuple[Report, ...]:
    ids = {id(draft): _report_id(scene, draft) for draft in drafts}
    return tuple(_report(scene, draft, ids) for draft in drafts)


def counted_drafts(scene: Scene, ruled: RuleReading, weights: Weights) -> list[Draft]:
    """A draft for each thing told of, with what it counts."""
    triggers = find_happenings(scene, ruled, weights.happenings)
    drafts = [draft_of(scene, trigger) for trigger in triggers]
    give_figures(scene, drafts, ruled, weights)
    return drafts


def told_drafts(scene: Scene, ruled: RuleReading, weights: Weights) -> list[Draft]:
    """Those, rival counts apart, with places and days; one event may be told twice."""
    drafts = counted_drafts(scene, ruled, weights)
    parted = part_rivals(scene, drafts, ruled, weights)
    drafts = complete(scene, drafts, ruled, weights)
    shared = share_out(scene, drafts)
    known = {draft.trigger.token for draft in drafts}
    fresh = [draft for draft in shared if draft.trigger.token not in known]
    if fresh:
        give_times(scene, fresh, ruled, weights)
    return settle_rivals(scene, shared, parted)


def complete(
    scene: Scene, drafts: list[Draft], ruled: RuleReading, weights: Weights
) -> list[Draft]:
    """Actors, places, speakers and days of drafts; a list of places adds drafts."""
    for draft in drafts:
        give_actors(scene, draft)
    drafts = give_places(scene, drafts, ruled, weights)
    for draft in drafts:
        if not draft.actors:
            give_actors(scene, draft)
        give_claims(scene, draft)
    give_rebuttals(scene, drafts)
    give_times(scene, drafts, ruled, weights)
    return drafts


def read_scene(
    article: Article, mentions: Mentions, resolutions: tuple[Resolution, ...]
) -> Scene:
    """One article with all that was found in it, as assembling sees it."""
    return Scene(
        article=article,
        mentions=mentions,
        resolutions=tuple(_known(resolution) for resolution in resolutions),
    )


def draft_of(scene: Scene, trigger: Trigger) -> Draft:
    """A draft that knows no more than its trigger."""
    return Draft(
        trigger=trigger,
        sentence=scene.mentions.syntax.tokens[trigger.token].sentence,
        status=trigger.status,
        reasons=list(trigger.reasons),
    )


def _known(resolution: Resolution) -> Resolution:
    """A name that only stands somewhere around another place puts no event there."""
    if not resolution.stands_in:
        return resolution
    return replace(resolution, place=None, point=None, radius_m=None)


def _report_id(scene: Scene, draft: Draft) -> str:
    article, trigger = scene.article, draft.trigger
    return stable_id(
        article.id,
        article.text_sha256,
        trigger.span,
        trigger.event_type,
        _place_id(scene, draft) or draft.place,
    )


def _report(scene: Scene, draft: Draft, ids: Mapping[int, str]) -> Report:
    article, trigger = scene.article, draft.trigger
    linked = {ids[id(other)] for other in told_before(scene, draft) if id(other) in ids}
    return Report(
        report_id=ids[id(draft)],
        same_as=tuple(sorted(linked)),
        article_id=article.id,
        event_type=trigger.event_type,
        sub_event_type=trigger.sub_event_type,
        trigger=trigger.span,
        trigger_text=trigger.text,
        place=draft.place if _is_placed(scene, draft) else None,
        time=draft.time,
        date_start=draft.dates.start if draft.dates else None,
        date_end=draft.dates.end if draft.dates else None,
        date_prec=draft.dates.precision if draft.dates else DatePrecision.NONE,
        date_basis=draft.date_basis,
        partial_date=draft.partial_date,
        figures=tuple(sorted(draft.figures)),
        actors=draft.actors,
        guesses=draft.guesses,
        doers=draft.doers,
        targets=draft.targets,
        attribution=draft.attribution,
        deniers=draft.deniers,
        claim_status=draft.claim_status,
        status=draft.status,
        movements=draft.movements,
        evidence=_evidence(scene, draft),
        confidence=_confidence(scene, draft),
        reasons=(*draft.reasons, *_why_unplaced(scene, draft)),
    )


def told_before(scene: Scene, draft: Draft) -> list[Draft]:
    """What the draft tells again; of the places of one list that at its own place.

    "killed at A, B and C" are three events, and who tells of them again later must not
    make them one. Where it tells of none of the places, it goes with the first.
    """
    lists: dict[Span, list[Draft]] = {}
    for other in draft.same_as:
        lists.setdefault(other.trigger.span, []).append(other)
    place = _place_id(scene, draft)
    return [
        next((d for d in listed if _place_id(scene, d) == place), listed[0])
        for listed in lists.values()
    ]


def _place_id(scene: Scene, draft: Draft) -> str | None:
    place = None if draft.place is None else scene.resolutions[draft.place].place
    return None if place is None else place.id


def _is_placed(scene: Scene, draft: Draft) -> bool:
    return draft.place is not None and scene.is_placed(draft.place)


def _why_unplaced(scene: Scene, draft: Draft) -> tuple[str, ...]:
    if draft.place is None or scene.is_placed(draft.place):
        return ()
    return scene.resolutions[draft.place].reasons


def _evidence(scene: Scene, draft: Draft) -> Span:
    """Its sentence, through the toll told after it, without white space at the end."""
    sentences = scene.mentions.syntax.sentences
    span = sentences[draft.sentence].span
    for further in draft.evidence:
        if abs(further - draft.sentence) <= _QUOTED_SENTENCES:
            span = span.cover(sentences[further].span)
    text = span.of(scene.article.text)
    lead = len(text) - len(text.lstrip())
    return Span(start=span.start + lead, end=span.start + max(len(text.rstrip()), lead))


def _confidence(scene: Scene, draft: Draft) -> ReportConfidence:
    """Of the place: that it is the event's, and that the name is resolved rightly."""
    place = 0.0
    if draft.place is not None:
        by_rule = _INHERITED_PLACE if draft.place_inherited else 1.0
        chance = by_rule if draft.place_chance is None else draft.place_chance
        place = scene.resolutions[draft.place].confidence * chance
    date = {DateBasis.NONE: 0.0, DateBasis.INHERITED: _INHERITED_DATE}.get(
        draft.date_basis, _OWN_DATE
    )
    if draft.date_chance is not None and draft.date_basis is not DateBasis.NONE:
        date = draft.date_chance
    figures = [scene.mentions.figures[i].confidence for i in draft.figures]
    return ReportConfidence(
        place=round(place, 3),
        date=round(date, 3),
        figure=round(min(figures), 3) if figures else 0.0,
        event=0.8 if draft.trigger.reasons else 0.6,
    )
