"""A lead sums it up, the sentences after it tell it in full: one event, not two.

"Twelve people were killed in the northeast, police said Saturday. The attack happened
on Thursday in Damboa": its place is Damboa, its day Thursday.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from geoevents.assemble.anaphora import AGAIN_LEMMAS, tells_again
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.place_lists import is_container, toponyms_in
from geoevents.assemble.retelling import fold, tie_to_homes
from geoevents.assemble.retold import counts_more, is_finer_place
from geoevents.models.figure import FigureKind
from geoevents.models.place import PlaceKind, PlaceRole, distance_km, is_inside
from geoevents.models.report import HAPPENED, EventType
from geoevents.models.syntax import Syntax, Token
from geoevents.models.when import DateBasis

# Verbs that say of an attack only where or when it was.
_OCCURRING = frozenset({
    "occur", "happen", "take", "erupt", "begin", "start", "come", "unfold", "break",
    "hit", "strike", "target", "rock",
})  # fmt: skip
_HAPPENING = frozenset({"occur", "happen", "take"})
_SAYING = frozenset({"say", "tell", "report", "announce", "confirm", "add"})
_DEEDS = AGAIN_LEMMAS | {
    "fighting", "gunfight", "firefight", "battle", "accident", "rampage", "stampede",
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_ARMED = frozenset({
    "gunman", "militant", "attacker", "assailant", "rebel", "insurgent", "fighter",
    "bomber", "extremist", "raider", "islamist", "bandit", "militiaman", "jihadist",
})  # fmt: skip
_HARMED = frozenset({"victim", "dead"})
_SAME_PERSON = frozenset({"he", "she"})
_VIOLENT = frozenset({EventType.BATTLES, EventType.EXPLOSIONS, EventType.VIOLENCE})
_BROAD = frozenset({PlaceKind.COUNTRY, PlaceKind.ADMIN1, PlaceKind.REGION})
# So many sentences after the lead what happened is still told.
_REACH = 2
_ONE_EVENT = 1
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
            homes[id(later)] = lead
    kept = [draft for draft in drafts if id(draft) not in homes]
    tie_to_homes(kept, homes)
    for sentence, subject in _happened_sentences(scene):
        _place_and_date(scene, kept, sentence, subject)
    return kept


def _sums_up(lead: Draft, drafts: Sequence[Draft]) -> bool:
    """Alone in its sentence, and told as done."""
    beside = [draft for draft in drafts if draft.sentence == lead.sentence]
    return _is_harm(lead) and len(beside) == _ONE_EVENT


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
    if both_dated or counts_more(scene, later):
        return False
    if not _lies_within(scene, later, lead) or _counts_otherwise(scene, lead, later):
        return False
    return _points_back(scene, lead, later)


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
    return distance_km(one.point, two.point) * 1_000 <= (one.radius_m or 0)


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


def _points_back(scene: Scene, lead: Draft, later: Draft) -> bool:
    """ "The clash erupted", "the militants stormed", "the victims were"."""
    syntax = scene.mentions.syntax
    if tells_again(scene, later):
        return True
    lemmas = set(_definite_subjects(syntax, syntax.tokens[later.trigger.token]))
    if lemmas & (_HARMED | _SAME_PERSON):
        return True
    armed = (lemmas & _ARMED) - _done_to(scene, lead)
    return bool(armed) and later.sentence == lead.sentence + 1


def _done_to(scene: Scene, lead: Draft) -> set[str]:
    """Lemmas of those it is done to: when they strike, it is their answer."""
    syntax = scene.mentions.syntax
    sentence = syntax.sentences[lead.sentence]
    return {
        token.lemma.lower()
        for token in syntax.tokens[sentence.first : sentence.last]
        if token.dep in {"dobj", "nsubjpass"}
    }


def _definite_subjects(syntax: Syntax, verb: Token) -> Iterator[str]:
    """Lemmas of its subjects with "the", and pronouns; of "and shot" those of the first."""
    while verb.dep in {"conj", "xcomp"}:
        verb = syntax.tokens[verb.head]
    for child in syntax.children[verb.index]:
        noun = syntax.tokens[child]
        if noun.dep in _SUBJECTS:
            below = (syntax.tokens[c].text.lower() for c in syntax.children[child])
            if noun.pos == "PRON" or any(word in {"the", "these"} for word in below):
                yield noun.text.lower() if noun.pos == "PRON" else noun.lemma.lower()


def _happened_sentences(scene: Scene) -> Iterator[tuple[int, Token]]:
    """Sentences that say no more than where or when "the attack" was, with its word."""
    syntax = scene.mentions.syntax
    for token in syntax.tokens:
        if token.dep not in _SUBJECTS:
            continue
        verb = syntax.tokens[token.head]
        if token.text == "This" and verb.lemma in _HAPPENING:
            yield token.sentence, token
        if token.lemma not in _DEEDS:
            continue
        below = {syntax.tokens[c].text.lower() for c in syntax.children[token.index]}
        if verb.lemma in _OCCURRING and below & {"the", "this"}:
            yield token.sentence, token


def _place_and_date(
    scene: Scene, drafts: Sequence[Draft], sentence: int, subject: Token
) -> None:
    """What the sentence says goes to the event before it, if that is but one."""
    if any(d.sentence == sentence for d in drafts):
        return
    before = [d for d in drafts if sentence - _REACH <= d.sentence < sentence]
    lead = _only_one(before, max)
    if lead is not None and _is_harm(lead):
        _place(scene, lead, sentence)
        _date(scene, lead, sentence, scene.mentions.syntax.tokens[subject.head])


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
