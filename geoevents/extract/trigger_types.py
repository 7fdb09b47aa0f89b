"""What kind of event a group of words tells: by word, by weapon, by victims."""

from collections.abc import Iterable
from dataclasses import dataclass

from geoevents.extract.trigger_arguments import (
    arguments_of,
    conjuncts_of,
    is_where_clause,
)
from geoevents.extract.trigger_checks import takes_ground
from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.extract.trigger_words import NAME_LABELS, Hit
from geoevents.models.report import COMMONEST_SUB_TYPE, EventType
from geoevents.models.syntax import Syntax, Token

_BLASTS = {"explosion", "blast", "explode", "fire", "detonation"}


_INDUSTRY = {
    "refinery", "factory", "plant", "mine", "pit", "gas", "pipeline", "warehouse",
    "boiler", "workshop", "colliery", "fireworks", "cylinder", "laboratory",
}  # fmt: skip


_WEAPONS = {
    "drone", "missile", "rocket", "shell", "bomb", "artillery", "mortar", "airstrike",
    "warplane", "bomber", "mine", "grenade", "strike", "attack", "militant", "rebel",
}  # fmt: skip


_FROM_THE_AIR = {"drone", "airstrike", "warplane", "jet", "uav", "helicopter"}


_FLYING = {
    "plane",
    "bomber",
    "aircraft",
    "fighter",
    "raid",
    "campaign",
    "air",
    "aerial",
}
_DROPPING = _FLYING | _FROM_THE_AIR | {
    "drop", "fall", "glide", "guide", "guided", "mortar", "cluster", "barrel", "shell",
}  # fmt: skip
_AIMED = {"glide", "guide", "guided", "plane", "aircraft", "jet", "warplane"}
_LAID = {"mine", "landmine", "explosive", "ied"}
_SWOLLEN = {"flood", "overflow", "torrent", "rain", "downpour", "dam", "floodwater"}
_TWO_SIDED = {"clash", "fight", "battle", "skirmish"}
_ONE_SIDED = {"ambush", "raid", "besiege", "surround", "storm", "outnumber"}
_BURNING = {"fire", "blaze", "inferno", "burn", "catch"}
# A mine is dug or laid: only these words beside it make it the first.
_DUG = {
    "coal", "miner", "gold", "copper", "underground", "shaft", "methane", "gas", "worker",
    "colliery", "gallery", "zinc", "iron",
}  # fmt: skip
_THERE = {"at", "in", "inside", "outside", "near", "from"}
_NOUNS = {"NOUN", "PROPN"}  # "fired" is no fire
_FIRING = {"fire", "open", "shoot"}
_CAUSE_ORDER = (
    EventType.EXPLOSIONS,
    EventType.BATTLES,
    EventType.RIOTS,
    EventType.DISASTER,
    EventType.PROTESTS,
)


@dataclass(frozen=True, slots=True)
class Kind:
    """Type and sub-type of one happening, and why."""

    event_type: EventType
    sub_event_type: str
    reason: str


def own_type(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> Kind | None:
    """What the group's own words and weapons say; None where they leave it open."""
    if _is_industrial(syntax, group, lexicon):
        return Kind(EventType.DISASTER, "Industrial accident", "no weapon, at a plant")
    if _is_abduction(syntax, group, lexicon):
        sub_type = "Abduction/forced disappearance"
        return Kind(EventType.VIOLENCE, sub_type, "people are carried off")
    for hit in group:
        evoked = _evoked(syntax, hit, lexicon)
        if evoked is not None:
            return evoked
    if takes_ground(syntax, group):
        sub_type = "Non-state actor overtakes territory"
        return Kind(EventType.BATTLES, sub_type, "armed forces take a place")
    if all(hit.sense.role == "move" for hit in group):
        why = f"'{group[0].span.of(syntax.text)}' moves people or arms"
        return Kind(EventType.STRATEGIC, "Other", why)
    return _cause_in(syntax, group, lexicon)


def _evoked(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> Kind | None:
    sense = hit.sense
    if sense.event_type is None or _is_overruled(syntax, hit, lexicon):
        return None
    why = f"'{hit.span.of(syntax.text)}' evokes {sense.event_type}"
    by_word = Kind(sense.event_type, _sub_type(syntax, hit), why)
    if sense.event_type is EventType.BATTLES:
        return _unarmed(syntax, hit, lexicon) or by_word
    return by_word


def _sub_type(syntax: Syntax, hit: Hit) -> str:
    """The word's own, but for two that others in its sentence narrow down.

    Who tells of "a bombing in Quetta" speaks of no plane; who drowns when a river
    overflows is on no boat.
    """
    sentence = syntax.sentences[hit.token.sentence]
    near = {t.lemma for t in syntax.tokens[sentence.first : sentence.last]}
    below = {syntax.tokens[c].text for c in syntax.children[hit.token.index]}
    is_planted = hit.token.lemma == "bombing" and "of" not in below
    if is_planted and hit.token.pos == "NOUN" and not near & (_FROM_THE_AIR | _FLYING):
        return "Remote explosive/landmine/IED"
    if hit.token.lemma == "drown" and near & _SWOLLEN:
        return "Flood"
    return hit.sense.sub_event_type


def _unarmed(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> Kind | None:
    """A crowd that breaks in riots; who is besieged without arms is no army.

    Nor does a customs officer take ground.
    """
    if hit.token.pos != "VERB":
        return None
    below = [syntax.tokens[c] for c in syntax.children[hit.token.index]]
    doing = {t.lemma for t in below if t.dep == "nsubj"}
    if hit.token.dep == "relcl":
        doing.add(syntax.tokens[hit.token.head].lemma)
    if doing & lexicon.crowds and hit.token.lemma not in _TWO_SIDED:
        return Kind(EventType.RIOTS, "Violent demonstration", "a crowd does it")
    suffering = {t.lemma for t in below if t.dep in {"dobj", "nsubjpass"}}
    if hit.token.lemma == "seize" and suffering & lexicon.property:
        return Kind(EventType.STRATEGIC, "Other", "what is seized is no ground")
    if hit.token.lemma in _CATCHING and suffering & _WANTED:
        return Kind(EventType.STRATEGIC, "Arrests", "whom they seize is no ground")
    if suffering & lexicon.civilians and hit.token.lemma in _ONE_SIDED:
        return Kind(EventType.VIOLENCE, "Attack", "those attacked bear no arms")
    return None


_CATCHING = {"seize", "capture", "recapture"}
_WANTED = {
    "inmate",
    "suspect",
    "fugitive",
    "convict",
    "murderer",
    "escapee",
    "smuggler",
}
_CARRYING_OFF = {"seize", "capture", "take", "snatch", "hold"}
_CARRIED_OFF = {"hostage", "pupil", "student", "child", "girl", "boy", "woman"}


def _is_abduction(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> bool:
    """ "seized 30 pupils": who takes civilians does not take ground."""
    taking = [hit for hit in group if hit.token.lemma in _CARRYING_OFF]
    taken = victims_of(syntax, taking)
    return bool(taken & _CARRIED_OFF) and not taken & lexicon.soldiers


def _is_industrial(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> bool:
    """An explosion at a plant with no weapon in the sentence is an accident."""
    if not any(hit.token.lemma in _BLASTS for hit in group):
        return False
    sentence = syntax.sentences[group[0].token.sentence]
    words = {t.lemma for t in syntax.tokens[sentence.first : sentence.last]}
    industry = words & _INDUSTRY
    if not words & _DUG:
        industry -= {"mine", "pit"}
    return (
        bool(industry)
        and not words & (_WEAPONS - _INDUSTRY)
        and not words & lexicon.soldiers
    )


def _is_overruled(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> bool:
    """ "fire", "storm", "crash" in a battle sentence are read by what is beside them."""
    if hit.sense.event_type is EventType.DISASTER and hit.token.lemma in _BURNING:
        sentence = syntax.sentences[hit.token.sentence]
        words = {t.lemma for t in syntax.tokens[sentence.first : sentence.last]}
        if words & lexicon.attackers:
            return True
    return (
        hit.sense.event_type is EventType.DISASTER
        and hit.token.lemma in {"fire", "storm", "crush", "collapse"}
        and any(a.lemma in lexicon.soldiers for a in arguments_of(syntax, hit.token))
    )


def _is_pit(syntax: Syntax, token: Token) -> bool:
    """ "Shot dead outside a gold mine": where one is no weapon."""
    link = syntax.tokens[token.head]
    is_there = token.dep == "pobj" and link.text.lower() in _THERE
    return token.lemma == "mine" and is_there


def _cause_in(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> Kind | None:
    """The weapon or disaster named in the clause of the group's words."""
    tokens = {i: syntax.tokens[i] for h in group for i in clause_of(syntax, h.token)}
    own = [hit.span for hit in group if len(hit.span) > len(hit.token.span)]
    near = [
        t
        for _, t in sorted(tokens.items())
        if t.entity not in NAME_LABELS
        and not any(span.contains(t.span) for span in own)  # "opened fire" is no fire
    ]
    causes = [
        t
        for t in near
        if t.lemma in lexicon.causes and t.pos in _NOUNS and not _is_pit(syntax, t)
    ]
    for event_type in _CAUSE_ORDER:
        for token in causes:
            if lexicon.causes[token.lemma] is event_type:
                why = f"'{token.text}' in the same clause"
                words = {t.lemma for t in near}
                sub_type = _by_cause(token, event_type, lexicon, words)
                return Kind(event_type, sub_type, why)
    is_harm = all(hit.sense.role == "harm" for hit in group)
    war = next((t for t in near if t.lemma in lexicon.wars and t.pos in _NOUNS), None)
    if war is not None and is_harm:
        sub_type = COMMONEST_SUB_TYPE[EventType.BATTLES]
        return Kind(EventType.BATTLES, sub_type, f"the toll of a '{war.text}'")
    armed = any(t.lemma in lexicon.soldiers for t in near)
    vehicle = next(
        (
            t
            for t in near
            if t.lemma in lexicon.vehicles and not _is_aside(syntax, t, group)
        ),
        None,
    )
    if vehicle is not None and is_harm and not armed:
        why = f"'{vehicle.text}', and no weapon"
        return Kind(EventType.DISASTER, "Transport accident", why)
    return None


def _is_aside(syntax: Syntax, token: Token, group: list[Hit]) -> bool:
    """ "killed in Gwadar, where boats carried people off": told of the place alone."""
    words = {hit.token.index for hit in group}
    for above in (token, *syntax.ancestors(token.index)):
        if above.index in words:
            return False
        if is_where_clause(syntax, above):
            return True
    return False


def _by_cause(
    token: Token, event_type: EventType, lexicon: TriggerLexicon, near: set[str]
) -> str:
    """The sub-type that a weapon or disaster says, among the words ``near`` it."""
    if token.lemma in _FROM_THE_AIR or (token.lemma == "bomb" and near & _AIMED):
        return "Air/drone strike"
    known = lexicon.nouns.get(token.lemma)
    if known is not None and known.event_type is event_type:
        return known.sub_event_type
    is_planted = token.lemma == "bomb" and token.tag == "NN" and not near & _DROPPING
    if event_type is EventType.EXPLOSIONS and (is_planted or token.lemma in _LAID):
        return "Remote explosive/landmine/IED"
    if token.lemma == "grenade":
        return "Grenade"
    return COMMONEST_SUB_TYPE[event_type]


def sub_types_in(tokens: Iterable[Token], lexicon: TriggerLexicon) -> dict[str, str]:
    """Event type -> the sub-type that the first weapon or disaster among them says."""
    found: dict[str, str] = {}
    words = list(tokens)
    near = {token.lemma for token in words}
    for token in words:
        event_type = lexicon.causes.get(token.lemma)
        if event_type is not None and token.pos in _NOUNS:
            sub_type = _by_cause(token, event_type, lexicon, near)
            found.setdefault(event_type.value, sub_type)
    return found


def clause_of(syntax: Syntax, token: Token) -> tuple[int, ...]:
    """Tokens below the trigger, and below its verb when the trigger is a noun.

    "(a volley of) rockets [that] killed nine": the noun above a verb that has an object
    is what did it.
    """
    top = token
    if token.pos != "VERB" and token.head != token.index:
        top = syntax.tokens[token.head]
    below = syntax.subtree(top.index)
    if top.dep not in {"acl", "relcl"} or top.pos != "VERB":
        return below
    has_object = any(syntax.tokens[c].dep == "dobj" for c in syntax.children[top.index])
    return (top.head, *below) if has_object else below


def victims_of(syntax: Syntax, group: list[Hit]) -> set[str]:
    """Lemmas of those killed or attacked: objects, and subjects of passives."""
    found = set()
    for hit in group:
        is_dying = hit.token.lemma in {"die", "perish"}
        deps = {"dobj", "nsubjpass"} | ({"nsubj"} if is_dying else set())
        for index in syntax.children[hit.token.index]:
            token = syntax.tokens[index]
            if token.dep in deps:
                found |= {token.lemma, *(t.lemma for t in conjuncts_of(syntax, token))}
        if hit.token.dep == "acl":
            found.add(syntax.tokens[hit.token.head].lemma)
        found |= _fired_on(syntax, hit)
    return found


def _fired_on(syntax: Syntax, hit: Hit) -> set[str]:
    """Lemmas of those in "opened fire on the crowd", "shot at villagers"."""
    if hit.token.lemma not in _FIRING:
        return set()
    words = syntax.tokens_in(hit.span)
    links = {w.index for w in words} | {
        c for w in words for c in syntax.children[w.index]
    }
    aimed = (syntax.tokens[i] for i in links if syntax.tokens[i].lemma in {"on", "at"})
    below = (syntax.tokens[c] for link in aimed for c in syntax.children[link.index])
    return {token.lemma for token in below if token.dep == "pobj"}
