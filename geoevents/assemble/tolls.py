"""A toll in the next sentence belongs to the attack before it.

"A missile hit a square in X on Friday. At least 50 people were killed, officials
said." tells one event in two sentences. A toll that rivals one already given stays a
report of its own: another version of the same event, at its place and on its day.
"""

from dataclasses import replace

from geoevents.assemble.anaphora import AGAIN_LEMMAS
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.retold import (
    driven_out,
    is_finer_date,
    is_finer_place,
    is_other_voice,
    refine,
    retold,
)
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.mention import FigureMention
from geoevents.models.report import HAPPENED, NOT_YET, ClaimStatus, EventType
from geoevents.models.when import DateBasis

_REACH_SENTENCES = 2
_TOLL_LEMMAS = {
    "kill", "wound", "injure", "die", "perish", "hurt", "death", "toll", "dead",
    "casualty", "fatality", "body", "victim", "killed", "wounded", "put", "number",
    "lose", "loss", "total", "figure", "count",
}  # fmt: skip
_ARMED = {
    "soldier", "troop", "fighter", "militant", "rebel", "insurgent", "gunmen", "marine",
    "serviceman", "servicemen", "guerrilla", "jihadist", "officer", "terrorist",
}  # fmt: skip
_UNARMED = {
    "civilian", "child", "children", "women", "villager", "resident", "worshipper",
    "bystander", "pupil", "student", "passenger", "journalist", "worker", "migrant",
}  # fmt: skip
# Rivals differ, but they count the same thing.
_MOST_RATIO = 10


def fold_tolls(scene: Scene, drafts: list[Draft]) -> list[Draft]:
    """Drafts in order, tolls folded into what they are the toll of."""
    kept: list[Draft] = []
    for draft in drafts:
        home = _home(scene, draft, kept) if _is_toll(scene, draft) else None
        home = home or driven_out(scene, draft, kept)
        again = retold(scene, draft, kept) if home is None else None
        home = home or again
        if home is None:
            kept.append(draft)
        elif _rivals(scene, draft, home) or (again and is_other_voice(draft, home)):
            kept.append(_as_version(draft, home))
        else:
            _fold(draft, home)
            refine(scene, draft, home)
    return kept


def _is_toll(scene: Scene, draft: Draft) -> bool:
    """Only words of harm or counting, or a word for what was told before."""
    tokens = scene.mentions.syntax.tokens
    words = draft.words
    return draft.status in HAPPENED and (
        all(
            tokens[w].lemma in _TOLL_LEMMAS or tokens[w].text[:1].isdigit()
            for w in words
        )
        or _is_anaphor(scene, draft)
    )


def _is_anaphor(scene: Scene, draft: Draft) -> bool:
    """ "the blasts", "that raid": a definite noun for a thing already told."""
    syntax = scene.mentions.syntax
    token = syntax.tokens[draft.trigger.token]
    if token.pos != "NOUN" or token.lemma not in AGAIN_LEMMAS:
        return False
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    is_definite = any(
        t.text.lower() in {"the", "this", "that", "these"}
        or (t.dep == "poss" and t.entity in {"DATE", "TIME"})
        for t in below
    )
    narrowing = (t for t in below if t.dep in {"prep", "relcl", "acl"})
    return is_definite and all(t.lemma == "on" for t in narrowing)


def _home(scene: Scene, draft: Draft, kept: list[Draft]) -> Draft | None:
    for other in reversed(kept):
        if draft.sentence - other.sentence > _REACH_SENTENCES:
            return None
        if other.trigger.event_type is EventType.STRATEGIC:
            continue
        if other.status in NOT_YET:
            continue
        if not _is_there_and_then(scene, draft, other):
            continue
        if _counts_others(scene, draft, other):
            return None
        if _same_sides(draft, other) and not _is_wider(scene, draft, other):
            return other
    return None


def _is_there_and_then(scene: Scene, draft: Draft, other: Draft) -> bool:
    """No place or day of its own, or those of the other, or closer ones."""
    own_place = draft.place is not None and not draft.place_inherited
    if own_place and _place_id(scene, draft) != _place_id(scene, other):
        return _is_anaphor(scene, draft) and is_finer_place(scene, draft, other)
    if draft.time is None or draft.dates == other.dates:
        return True
    return _is_anaphor(scene, draft) and is_finer_date(draft, other)


def _place_id(scene: Scene, draft: Draft) -> str | None:
    place = scene.resolutions[draft.place].place if draft.place is not None else None
    return place.id if place else None


def _same_sides(draft: Draft, other: Draft) -> bool:
    if not draft.actors or not other.actors:
        return True
    return bool(set(draft.actors) & set(other.actors))


def _is_wider(scene: Scene, draft: Draft, other: Draft) -> bool:
    """A running total counts more than the one event before it."""
    counted = [scene.mentions.figures[i].scope for i in draft.figures]
    before = [scene.mentions.figures[i].scope for i in other.figures]
    return FigureScope.CUMULATIVE in counted and FigureScope.CUMULATIVE not in before


def _rivals(scene: Scene, draft: Draft, home: Draft) -> bool:
    """The largest counts of one kind differ: the smaller ones are parts of them."""
    ours, theirs = _largest(scene, draft), _largest(scene, home)
    return any(
        _contradicts(ours[kind], theirs[kind]) for kind in ours if kind in theirs
    )


def _largest(scene: Scene, draft: Draft) -> dict[FigureKind, FigureMention]:
    figures = [scene.mentions.figures[i] for i in draft.figures]
    whole = [f for f in figures if f.scope is not FigureScope.SUBSET]
    return {f.kind: f for f in sorted(whole, key=lambda f: f.size)}


def _contradicts(one: FigureMention, two: FigureMention) -> bool:
    """Other numbers for the same count; a part of it is no contradiction."""
    if one.kind is not two.kind or FigureScope.SUBSET in {one.scope, two.scope}:
        return False
    if one.of_iso3 and two.of_iso3 and one.of_iso3 != two.of_iso3:
        return False
    return (one.value, one.low, one.high) != (two.value, two.low, two.high)


def _counts_others(scene: Scene, draft: Draft, other: Draft) -> bool:
    """Wounded civilians are no part of a count of wounded soldiers."""
    figures = scene.mentions.figures
    armed = {_is_armed(figures[i]) for i in draft.figures}
    kinds = {figures[i].kind for i in draft.figures}
    before = {_is_armed(figures[i]) for i in other.figures if figures[i].kind in kinds}
    if (True in armed and before == {False}) or (armed == {False} and True in before):
        return True
    ours, theirs = _largest(scene, draft), _largest(scene, other)
    return any(_is_far_off(ours[k], theirs[k]) for k in ours if k in theirs)


def _is_far_off(one: FigureMention, two: FigureMention) -> bool:
    low, high = sorted((one.size, two.size))
    return 0 < low * _MOST_RATIO < high


def _is_armed(figure: FigureMention) -> bool | None:
    """Soldiers are counted apart from civilians; None where neither is said."""
    words = {w.rstrip("s") for w in f"{figure.of_text} {figure.unit}".lower().split()}
    if words & _ARMED:
        return True
    return False if words & _UNARMED else None


def _as_version(draft: Draft, home: Draft) -> Draft:
    if set(draft.attribution) != set(home.attribution):
        for version in (draft, home):
            if version.claim_status in {ClaimStatus.STATED, ClaimStatus.CLAIMED}:
                version.claim_status = ClaimStatus.DISPUTED
    draft.trigger = replace(
        draft.trigger,
        event_type=home.trigger.event_type,
        sub_event_type=home.trigger.sub_event_type,
    )
    if home.place is not None:
        draft.place, draft.place_inherited = home.place, True
    draft.actors = draft.actors or home.actors
    draft.dates, draft.partial_date = home.dates, home.partial_date
    if home.dates is not None:
        draft.date_basis = DateBasis.INHERITED
    draft.same_as.append(home)
    draft.reasons.append(f"another count of what '{home.trigger.text}' tells")
    return draft


def _fold(draft: Draft, home: Draft) -> None:
    home.take_in(draft)
    if draft.figures:
        home.reasons.append("its toll is told in a later clause")
