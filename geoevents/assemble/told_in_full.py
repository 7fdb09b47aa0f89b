"""A lead sums it up, the sentences after it tell it in full: one event, not two.

"Twelve people were killed in the northeast, police said Saturday. The attack happened
on Thursday in Damboa": its place is Damboa, its day Thursday.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.place_lists import is_container, toponyms_in
from geoevents.assemble.retelling import fold, tie_to_homes
from geoevents.assemble.retold import counts_more, is_finer_place, is_other_voice
from geoevents.assemble.tells_on import (
    DEEDS,
    SUBJECTS,
    is_of_series,
    is_picked_out,
    tells_on,
    words_of,
)
from geoevents.models.figure import FigureKind
from geoevents.models.place import PlaceKind, PlaceRole, distance_km, is_inside
from geoevents.models.report import HAPPENED, EventType
from geoevents.models.syntax import Token
from geoevents.models.when import DateBasis

# Verbs that say of an attack only where or when it was.
_OCCURRING = frozenset({
    "occur", "happen", "take", "erupt", "begin", "start", "come", "unfold", "break",
    "hit", "strike", "target", "rock", "centre", "center", "focus", "concentrate",
})  # fmt: skip
_HAPPENING = frozenset({"occur", "happen", "take"})
_ASIDE = frozenset({"advcl", "relcl"})
_SAYING = frozenset({"say", "tell", "report", "announce", "confirm", "add"})
_VIOLENT = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE})
_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
# So many sentences after the lead what happened is still told.
_REACH = 2
_ONE_EVENT = 1
_SPOTS = frozenset({PlaceKind.TOWN, PlaceKind.SITE})
_OFF = frozenset({"offset", "near", "outside"})
_BEYOND_KM = 90.0  # so far from a town may lie what is told to be south of it
_MOST_DAYS = 3  # a longer time dates nothing closely


def tell_in_full(scene: Scene, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts without those that tell a lead's event, which say where and when."""
    homes: dict[int, Draft] = {}  # of what is told again, by identity
    for lead in drafts:
        kept = [draft for draft in drafts if id(draft) not in homes]
        if id(lead) in homes or not _sums_up(lead, kept):
            continue
        later = _told_next(lead, kept)
        if later is not None and _is_same(scene, lead, later):
            fold(scene, later, lead)
            if _stands_off(scene, lead.place) and _is_spot(scene, later.place):
                lead.place, lead.place_chance = later.place, later.place_chance
            homes[id(later)] = lead
    kept = [draft for draft in drafts if id(draft) not in homes]
    tie_to_homes(kept, homes)
    for sentence, subject in _happened_sentences(scene):
        _place_and_date(scene, kept, sentence, subject)
    return kept


def _sums_up(lead: Draft, drafts: Sequence[Draft]) -> bool:
    """Alone in its sentence, and told as done."""
    beside = [draft for draft in drafts if draft.sentence == lead.sentence]
    return _is_harm(lead) and len(beside) == _ONE_EVENT and lead.rival_of is None


def _is_harm(draft: Draft) -> bool:
    return draft.trigger.event_type in _VIOLENT and draft.status in HAPPENED


def _told_next(lead: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The event of the next sentence that tells of any; None where it tells of two."""
    return _only_one(
        [d for d in drafts if lead.sentence < d.sentence <= lead.sentence + _REACH],
        min,
    )


def _only_one(
    drafts: Sequence[Draft], nearest: Callable[[Iterable[int]], int]
) -> Draft | None:
    if not drafts:
        return None
    sentence = nearest(draft.sentence for draft in drafts)
    told = [draft for draft in drafts if draft.sentence == sentence]
    return told[0] if len(told) == _ONE_EVENT else None


def _is_same(scene: Scene, lead: Draft, later: Draft) -> bool:
    if not _is_harm(later) or later.place is None:
        return False
    both_dated = lead.dates is not None and later.dates is not None
    if both_dated and (lead.dates != later.dates or is_other_voice(later, lead)):
        return False
    if counts_more(scene, later) or _counts_otherwise(scene, lead, later):
        return False
    return _lies_within(scene, later, lead) and tells_on(scene, lead, later)


def _lies_within(scene: Scene, later: Draft, lead: Draft) -> bool:
    """Or the place is the very same, or a quarter of the town, and only the day is new."""
    one = None if lead.place is None else scene.resolutions[lead.place]
    two = None if later.place is None else scene.resolutions[later.place]
    if two is None or two.place is None or two.point is None:
        return False
    if one is None or one.place is None or one.point is None:
        return not later.place_inherited
    if one.place.id == two.place.id:
        return True
    if one.place.kind in _BROAD:
        return is_inside(two.place, one.place) or is_finer_place(scene, later, lead)
    reach = (
        _BEYOND_KM if _stands_off(scene, lead.place) else (one.radius_m or 0) / 1_000
    )
    return distance_km(one.point, two.point) <= reach


def _is_spot(scene: Scene, toponym: int | None) -> bool:
    place = None if toponym is None else scene.resolutions[toponym].place
    return place is not None and place.kind in _SPOTS


def _stands_off(scene: Scene, toponym: int | None) -> bool:
    """ "South of Baghdad": nobody says how far."""
    if toponym is None:
        return False
    relation = scene.mentions.toponyms[toponym].relation
    if relation is None or relation.kind not in _OFF:
        return False
    return relation.distance_km is None


def _counts_otherwise(scene: Scene, lead: Draft, later: Draft) -> bool:
    """Both say how many died, and not the same; "scores" may be those 68."""
    figures = scene.mentions.figures
    counts = [
        {figures[i].value for i in draft.figures if figures[i].kind is kind}
        for draft in (lead, later)
        for kind in (FigureKind.KILLED, FigureKind.WOUNDED)
    ]
    for told, again in zip(counts[:2], counts[2:], strict=True):
        said, more = told - {None}, again - {None}
        if said and more and not said & more and sum(v for v in more if v) not in said:
            return True
    return False


def _happened_sentences(scene: Scene) -> Iterator[tuple[int, Token]]:
    """Sentences that say no more than where or when "the attack" was, with its word."""
    syntax = scene.mentions.syntax
    for token in syntax.tokens:
        if token.dep not in SUBJECTS:
            continue
        verb = syntax.tokens[token.head]
        if token.text == "This" and verb.lemma in _HAPPENING:
            yield token.sentence, token
        below = {syntax.tokens[c].text.lower() for c in syntax.children[token.index]}
        is_deed = token.lemma in DEEDS and (
            verb.lemma in _OCCURRING or _is_placed_in(scene, token)
        )
        is_definite = below & {"the", "this"} and not is_picked_out(syntax, token)
        if is_definite and is_deed:
            yield token.sentence, token


def _is_placed_in(scene: Scene, deed: Token) -> bool:
    """ "The violence in the Dairut area pitted two families"."""
    inside = scene.mentions.syntax.subtree(deed.index)
    named = (scene.toponym_at[word] for word in inside if word in scene.toponym_at)
    return any(scene.mentions.toponyms[i].role is PlaceRole.EVENT for i in named)


def _place_and_date(
    scene: Scene, drafts: Sequence[Draft], sentence: int, subject: Token
) -> None:
    """What the sentence says goes to the event before it, if that is but one."""
    verb = scene.mentions.syntax.tokens[subject.head]
    if any(d.sentence == sentence and not _is_aside(scene, d, verb) for d in drafts):
        return
    before = [d for d in drafts if sentence - _REACH <= d.sentence < sentence]
    lead = _only_one(before, max)
    if lead is None:
        return
    if is_of_series(words_of(scene, lead.sentence)) and subject.tag != "NNS":
        return  # "a string of bombings ... The attack": one of them
    if _is_harm(lead):
        _place(scene, lead, sentence)
        _date(scene, lead, sentence, verb)


def _is_aside(scene: Scene, draft: Draft, verb: Token) -> bool:
    """ "The incident took place on Monday, when troops were escorting a convoy"."""
    syntax = scene.mentions.syntax
    is_aside = False
    token = syntax.tokens[draft.trigger.token]
    for above in (token, *syntax.ancestors(token.index)):
        is_aside = is_aside or above.dep in _ASIDE
        if above.head == verb.index:
            return is_aside
    return False


def _place(scene: Scene, lead: Draft, sentence: int) -> None:
    for toponym in _places_told(scene, sentence):
        if scene.is_placed(toponym) and _may_move(scene, lead, toponym):
            lead.place, lead.place_inherited = toponym, True
            lead.place_chance = None
            lead.evidence = sorted({*lead.evidence, sentence})
            name = scene.mentions.toponyms[toponym].text
            lead.reasons.append(f"'{name}' is where it happened, as told further on")
            return


def _places_told(scene: Scene, sentence: int) -> list[int]:
    """Those worded as an event's; of a sentence that names but one place, that one."""
    roles = (PlaceRole.EVENT, PlaceRole.MENTION)
    inner = [t for t in toponyms_in(scene, sentence) if not is_container(scene, t)]
    happened, told = (
        [t for t in inner if scene.mentions.toponyms[t].role is role] for role in roles
    )
    return happened or (told if len(inner) == _ONE_EVENT else [])


def _may_move(scene: Scene, lead: Draft, toponym: int) -> bool:
    """Nothing to contradict: it has no place, or but a country or province around it."""
    inner = scene.resolutions[toponym].place
    outer = None if lead.place is None else scene.resolutions[lead.place].place
    if outer is None or inner is None:
        return outer is None
    is_loose = outer.kind in _BROAD or lead.place_inherited
    return is_loose and inner.id != outer.id and inner.country == outer.country


def _date(scene: Scene, lead: Draft, sentence: int, verb: Token) -> None:
    """ "The attack happened on Thursday": whatever day somebody said so."""
    syntax, timexes = scene.mentions.syntax, scene.mentions.timexes
    for index, timex in enumerate(timexes):
        head = syntax.head_of(timex.span)
        if head is None or head.sentence != sentence or timex.dates is None:
            continue
        above = (t for t in syntax.ancestors(head.index) if t.pos in {"VERB", "AUX"})
        first = next(above, None)
        if first is None or first.index != verb.index:
            continue
        if timex.dates.days > _MOST_DAYS or lead.dates == timex.dates:
            continue
        if lead.dates is not None and not _is_of_saying(scene, lead):
            return
        lead.time, lead.dates = index, timex.dates
        lead.date_basis, lead.partial_date = timex.date_basis, None
        lead.date_chance = None
        lead.evidence = sorted({*lead.evidence, sentence})
        lead.reasons.extend(timex.reasons or (f"dated by '{timex.text}'",))
        return


def _is_of_saying(scene: Scene, lead: Draft) -> bool:
    """Its day is that on which somebody spoke of it, or none of its own."""
    if lead.time is None or lead.date_basis is DateBasis.INHERITED:
        return True
    syntax = scene.mentions.syntax
    head = syntax.head_of(scene.mentions.timexes[lead.time].span)
    if head is None:
        return False
    above = syntax.ancestors(head.index)
    verb = next((t for t in above if t.pos in {"VERB", "AUX"}), None)
    return verb is not None and (verb.index in scene.saying or verb.lemma in _SAYING)
