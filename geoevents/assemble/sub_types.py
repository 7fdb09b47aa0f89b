"""ACLED's sub-types: by which weapon, taken by whom, how a protest was met.

Named last, when place, people and numbers of each event are known.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.takers import is_by_government
from geoevents.assemble.weapons import phrase_at, settle_weapons
from geoevents.models.figure import FigureKind
from geoevents.models.report import (
    GOVERNMENT_REGAINS,
    OTHERS_TAKE,
    EventType,
)
from geoevents.models.syntax import Token

_CLASH = "Armed clash"
_INTERVENTION = "Protest with intervention"
_FORCE = "Excessive force against protesters"
_OBJECTS = {"dobj", "nsubjpass"}
_OTHER = "Other"


def name_sub_types(
    scene: Scene, drafts: Sequence[Draft], countries: Mapping[str, str]
) -> None:
    """Gives each draft the sub-type that its words and its people tell.

    ``countries``: names by ISO 3166-1 alpha-2.
    """
    _name_strikes(scene, [d for d in drafts if _is_of(d, EventType.EXPLOSIONS)])
    for draft in drafts:
        if _is_of(draft, EventType.BATTLES):
            _name_battle(scene, draft, countries)
        elif _is_of(draft, EventType.PROTESTS):
            _name_protest(scene, draft)
        elif _is_of(draft, EventType.STRATEGIC):
            _name_deed(scene, draft)


def _is_of(draft: Draft, event_type: EventType) -> bool:
    return draft.trigger.event_type is event_type


def _name(draft: Draft, sub_type: str, why: str) -> None:
    if draft.trigger.sub_event_type != sub_type:
        draft.trigger = replace(draft.trigger, sub_event_type=sub_type)
        draft.reasons.append(f"{sub_type}: {why}")


def _name_strikes(scene: Scene, drafts: Sequence[Draft]) -> None:
    for draft, sight in zip(drafts, settle_weapons(scene, drafts), strict=True):
        if sight is not None:
            _name(draft, sight.sub_type, f"'{sight.text}'")


def _name_battle(scene: Scene, draft: Draft, countries: Mapping[str, str]) -> None:
    if draft.trigger.sub_event_type != OTHERS_TAKE:
        return
    token = scene.mentions.syntax.tokens[draft.trigger.token]
    is_count = token.pos == "NUM" or token.lemma in sub_type_words().tolls
    is_toll = is_count and not draft.same_as and draft.rival_of is None
    kinds = {scene.mentions.figures[i].kind for i in draft.figures}
    if is_toll or (token.lemma == "fall" and FigureKind.KILLED in kinds):
        _name(draft, _CLASH, "it tells who fell, not what was taken")
    elif is_by_government(scene, draft, countries):
        _name(draft, GOVERNMENT_REGAINS, "those who took it are the state's")


def _name_protest(scene: Scene, draft: Draft) -> None:
    words = sub_type_words()
    told = list(_told_with(scene, draft))
    lemmas = {token.lemma for token in told}
    broken_up = next((t for i, t in enumerate(told) if _is_intervention(told, i)), None)
    is_met = broken_up is not None or bool(lemmas & words.protest.guards)
    own = scene.mentions.syntax.tokens[draft.trigger.token].lemma in words.tolls
    is_deadly = any(
        scene.mentions.figures[i].kind is FigureKind.KILLED for i in draft.figures
    )
    is_fired = any(
        t.lemma in words.protest.force and not _is_gas(scene, t) for t in told
    )
    if (is_deadly and (is_met or own)) or (is_fired and is_met):
        _name(draft, _FORCE, "people were shot or killed")
    elif broken_up is not None:
        _name(draft, _INTERVENTION, f"'{broken_up.text}'")


def _is_intervention(told: Sequence[Token], position: int) -> bool:
    words = sub_type_words().protest
    is_word = told[position].lemma in words.intervention
    return is_word or phrase_at(told, position, words.phrases) is not None


def _told_with(scene: Scene, draft: Draft) -> Iterator[Token]:
    """The words around those that tell of it, no further than the next clause."""
    syntax = scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence]
    words = draft.words
    for token in syntax.tokens[sentence.first : sentence.last]:
        if _is_told_with(scene, draft, token, words):
            yield token


def _is_told_with(
    scene: Scene, draft: Draft, token: Token, words: Sequence[int]
) -> bool:
    syntax = scene.mentions.syntax
    clauses, nearest = min((scene.paths.clauses(token.index, w), w) for w in words)
    between = syntax.tokens[slice(*sorted((token.index, nearest)))]
    if clauses > 1 or any(t.text == ";" for t in between):
        return False
    if _is_grievance(scene, token, nearest):
        return False
    return not clauses or not _is_elsewhere(scene, draft, token)


def _is_grievance(scene: Scene, token: Token, word: int) -> bool:
    """ "marched after police shot a student": what they march about."""
    syntax = scene.mentions.syntax
    way = {token.index, *scene.paths.between(token.index, word)}
    below = {
        i for w in way for i in syntax.children[w] if syntax.tokens[i].dep == "mark"
    }
    grievances = sub_type_words().protest.grievances
    return any(syntax.tokens[i].lemma in grievances for i in way | below)


def _is_elsewhere(scene: Scene, draft: Draft, token: Token) -> bool:
    """ "and police used tear gas in Kaduna": its clause names another place."""
    syntax = scene.mentions.syntax
    verb = next(
        (t for t in (token, *syntax.ancestors(token.index)) if t.pos == "VERB"), token
    )
    own = None if draft.place is None else scene.place_key(draft.place)
    named = [
        scene.toponym_at[i] for i in syntax.subtree(verb.index) if i in scene.toponym_at
    ]
    return any(scene.is_placed(t) and scene.place_key(t) != own for t in named)


def _is_gas(scene: Scene, token: Token) -> bool:
    """ "fired tear gas": what is fired kills nobody."""
    syntax = scene.mentions.syntax
    below = [syntax.tokens[i] for i in syntax.children[token.index]]
    intervention = sub_type_words().protest.intervention
    return any(t.dep == "dobj" and t.lemma in intervention for t in below)


def _name_deed(scene: Scene, draft: Draft) -> None:
    if draft.trigger.sub_event_type != _OTHER:
        return
    syntax = scene.mentions.syntax
    words = [syntax.tokens[w] for w in draft.words]
    objects = {
        syntax.tokens[i].lemma
        for word in words
        for i in syntax.children[word.index]
        if syntax.tokens[i].dep in _OBJECTS
    }
    for deed in sub_type_words().deeds:
        word = next((w for w in words if w.lemma in deed.verbs), None)
        if word is not None and objects & deed.objects:
            _name(draft, deed.sub_type, f"'{word.text}'")
            return
