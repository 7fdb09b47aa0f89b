"""The same thing told again in one article: another word for it, no second event.

"The militia moved on the port on Friday, clashing with soldiers outside it": one battle,
two verbs. What is said to be another one, has a day or a place of its own, or was
only planned stays a report of its own.
"""

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.parties import same_sides
from geoevents.models.figure import FigureKind
from geoevents.models.place import PlaceKind
from geoevents.models.report import HAPPENED, EventType

OTHER = {
    "another", "second", "third", "separate", "separately", "other", "later", "also",
    "further", "again", "new", "more", "meanwhile", "elsewhere", "earlier", "previous",
}  # fmt: skip
_REACH_SENTENCES = 6


def retold(scene: Scene, draft: Draft, kept: list[Draft]) -> Draft | None:
    """The draft before it that tells the same thing, if any."""
    if draft.status not in HAPPENED or _is_another(scene, draft):
        return None
    for other in reversed(kept):
        if draft.sentence - other.sentence > _REACH_SENTENCES:
            return None
        if other.trigger.token == draft.trigger.token or other.status not in HAPPENED:
            continue
        if _is_same(scene, draft, other):
            return other
    return None


def driven_out(scene: Scene, draft: Draft, kept: list[Draft]) -> Draft | None:
    """ "has killed 900 people and uprooted 40,000": the flight is of the same toll."""
    kinds = {scene.mentions.figures[i].kind for i in draft.figures}
    own_place = draft.place is not None and not draft.place_inherited
    if kinds != {FigureKind.DISPLACED} or own_place:
        return None
    syntax = scene.mentions.syntax
    joined = {draft.trigger.token, *draft.trigger.words}
    above = {syntax.tokens[w].head for w in joined if syntax.tokens[w].dep == "conj"}
    for other in reversed(kept):
        is_harm = other.trigger.event_type is not EventType.STRATEGIC
        if is_harm and above & {other.trigger.token, *other.trigger.words}:
            return other
    return None


def is_other_voice(draft: Draft, home: Draft) -> bool:
    """Somebody else tells it, in a sentence of their own: a version, kept apart."""
    is_apart = draft.sentence != home.sentence
    return is_apart and bool(set(draft.attribution) - set(home.attribution))


def _is_another(scene: Scene, draft: Draft) -> bool:
    syntax = scene.mentions.syntax
    below = (syntax.tokens[c] for c in syntax.children[draft.trigger.token])
    return any(t.lemma.lower() in OTHER for t in below) or counts_more(scene, draft)


def counts_more(scene: Scene, draft: Draft) -> bool:
    """ "Three more went missing": they come on top of those told before."""
    texts = (scene.mentions.figures[i].text.lower() for i in draft.figures)
    return any(
        text.startswith("another ") or text.endswith(" more") or text == "another"
        for text in texts
    )


def _in_one_sentence(draft: Draft, other: Draft) -> bool:
    """Also where a word of that sentence was folded into the other before."""
    return draft.sentence == other.sentence or draft.sentence in other.evidence


def _is_same(scene: Scene, draft: Draft, other: Draft) -> bool:
    if not _same_kind(draft, other) or not _same_place(scene, draft, other):
        return False
    if not _in_one_sentence(draft, other) and (draft.figures or draft.time is not None):
        return False
    if draft.dates is not None and draft.dates != other.dates:
        return False
    return same_sides(draft.actors, other.actors)


def _same_kind(draft: Draft, other: Draft) -> bool:
    """Two movements are two; another voice must tell the very same kind."""
    if draft.trigger.event_type is not other.trigger.event_type:
        return False
    is_movement = draft.trigger.event_type is EventType.STRATEGIC
    if draft.trigger.sub_event_type == other.trigger.sub_event_type:
        return not is_movement or _in_one_sentence(draft, other)
    return not is_movement and not is_other_voice(draft, other)


def _same_place(scene: Scene, draft: Draft, other: Draft) -> bool:
    if draft.place is None or other.place is None:
        return draft.place == other.place and draft.sentence == other.sentence
    one = scene.resolutions[draft.place].place
    two = scene.resolutions[other.place].place
    return draft.place == other.place or (
        one is not None and two is not None and one.id == two.id
    )


def is_finer_date(draft: Draft, home: Draft) -> bool:
    """Nothing to contradict, or a shorter time within the other's."""
    if home.dates is None or draft.dates is None:
        return home.time is None
    return (
        home.dates.start <= draft.dates.start
        and draft.dates.end <= home.dates.end
        and draft.dates.days < home.dates.days
    )


def is_finer_place(scene: Scene, draft: Draft, home: Draft) -> bool:
    """Nothing to contradict, or a place within the other's country or province."""
    if home.place is None or draft.place is None:
        return home.place is None
    inner = scene.resolutions[draft.place].place
    outer = scene.resolutions[home.place].place
    if inner is None or outer is None or inner.country != outer.country:
        return False
    if outer.kind is PlaceKind.COUNTRY:
        return inner.kind is not PlaceKind.COUNTRY
    is_province = outer.kind is PlaceKind.ADMIN1
    return is_province and inner.id != outer.id and inner.admin1 == outer.name


def refine(scene: Scene, draft: Draft, home: Draft) -> None:
    """The folded sentence's own day and place, where they say it more closely."""
    if draft.sentence == home.sentence:
        return
    if draft.time is not None and is_finer_date(draft, home):
        home.time, home.dates = draft.time, draft.dates
        home.date_basis, home.partial_date = draft.date_basis, draft.partial_date
        text = scene.mentions.timexes[draft.time].text
        home.reasons.append(f"'{text}' is said of it further on")
    own_place = draft.place is not None and not draft.place_inherited
    if own_place and is_finer_place(scene, draft, home):
        home.place, home.place_inherited = draft.place, False
        text = scene.mentions.toponyms[draft.place or 0].text
        home.reasons.append(f"'{text}' is named for it further on")
