"""What kind of event a group of words tells: by word, by weapon, by victims."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geoevents.extract.trigger_arguments import arguments_of, conjuncts_of
from geoevents.extract.trigger_checks import takes_ground
from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.extract.trigger_words import NAME_LABELS, Hit
from geoevents.models.report import EventType
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


_SUB_TYPES = {
    EventType.EXPLOSIONS: "Shelling/artillery/missile attack",
    EventType.BATTLES: "Armed clash",
    EventType.VIOLENCE: "Attack",
    EventType.PROTESTS: "Peaceful protest",
    EventType.RIOTS: "Mob violence",
    EventType.DISASTER: "Other",
    EventType.STRATEGIC: "Other",
}


_FROM_AFAR = {"hit", "strike", "damage", "hole", "shake", "rock", "level", "flatten"}
_FROM_THE_AIR = {"drone", "airstrike", "warplane", "jet", "uav", "helicopter"}


_NOUNS = {"NOUN", "PROPN"}  # "fired" is no fire
_PREVIOUS_SENTENCES = 0
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
        sense = hit.sense
        if sense.event_type is not None and not _is_overruled(syntax, hit, lexicon):
            why = f"'{hit.span.of(syntax.text)}' evokes {sense.event_type}"
            return Kind(sense.event_type, sense.sub_event_type, why)
    if takes_ground(syntax, group):
        sub_type = "Non-state actor overtakes territory"
        return Kind(EventType.BATTLES, sub_type, "armed forces take a place")
    if all(hit.sense.role == "move" for hit in group):
        why = f"'{group[0].span.of(syntax.text)}' moves people or arms"
        return Kind(EventType.STRATEGIC, "Other", why)
    return _cause_in(syntax, group, lexicon)


def main_type(kinds: Sequence[Kind | None]) -> Kind | None:
    """The kind most of an article's happenings are of, movements left out."""
    counts = Counter(
        (kind.event_type, kind.sub_event_type)
        for kind in kinds
        if kind is not None and kind.event_type is not EventType.STRATEGIC
    )
    if not counts:
        return None
    (event_type, sub_type), _ = max(counts.items(), key=lambda item: item[1])
    return Kind(event_type, sub_type, "most of the article tells of this kind")


def previous_kind(
    groups: Sequence[list[Hit]], kinds: Sequence[Kind | None], position: int
) -> Kind | None:
    """The kind of the nearest happening before, at most a sentence away."""
    here = groups[position][0].token.sentence
    for index in range(position - 1, -1, -1):
        if here - groups[index][0].token.sentence > _PREVIOUS_SENTENCES:
            return None
        kind = kinds[index]
        if kind is not None and kind.event_type is not EventType.STRATEGIC:
            word = groups[index][0].token.text
            return replace(kind, reason=f"'{word}' before it tells the kind")
    return None


_CARRYING_OFF = {"seize", "capture", "take", "snatch", "hold"}
_CARRIED_OFF = {"hostage", "pupil", "student", "child", "girl", "boy", "woman"}


def _is_abduction(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> bool:
    """ "seized 30 pupils": who takes civilians does not take ground."""
    taking = [hit for hit in group if hit.token.lemma in _CARRYING_OFF]
    taken = _victims(syntax, taking)
    return bool(taken & _CARRIED_OFF) and not taken & lexicon.soldiers


def _is_industrial(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> bool:
    """An explosion at a plant with no weapon in the sentence is an accident."""
    if not any(hit.token.lemma in _BLASTS for hit in group):
        return False
    sentence = syntax.sentences[group[0].token.sentence]
    words = {t.lemma for t in syntax.tokens[sentence.first : sentence.last]}
    return (
        bool(words & _INDUSTRY)
        and not words & (_WEAPONS - _INDUSTRY)
        and not words & lexicon.soldiers
    )


def _is_overruled(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> bool:
    """ "fire", "storm", "crash" in a battle sentence are read by what is beside them."""
    return (
        hit.sense.event_type is EventType.DISASTER
        and hit.token.lemma in {"fire", "storm", "crush", "collapse"}
        and any(a.lemma in lexicon.soldiers for a in arguments_of(syntax, hit.token))
    )


def _cause_in(syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon) -> Kind | None:
    """The weapon or disaster named in the clause of the group's words."""
    tokens = {i: syntax.tokens[i] for h in group for i in _clause(syntax, h.token)}
    own = [hit.span for hit in group if len(hit.span) > len(hit.token.span)]
    near = [
        t
        for _, t in sorted(tokens.items())
        if t.entity not in NAME_LABELS
        and not any(span.contains(t.span) for span in own)  # "opened fire" is no fire
    ]
    causes = [t for t in near if t.lemma in lexicon.causes and t.pos in _NOUNS]
    for event_type in _CAUSE_ORDER:
        for token in causes:
            if lexicon.causes[token.lemma] is event_type:
                sub_type = _SUB_TYPES[event_type]
                known = lexicon.nouns.get(token.lemma)
                if known is not None and known.event_type is event_type:
                    sub_type = known.sub_event_type
                if token.lemma in _FROM_THE_AIR:
                    sub_type = "Air/drone strike"
                why = f"'{token.text}' in the same clause"
                return Kind(event_type, sub_type, why)
    is_harm = all(hit.sense.role == "harm" for hit in group)
    armed = any(t.lemma in lexicon.soldiers for t in near)
    vehicle = next((t for t in near if t.lemma in lexicon.vehicles), None)
    if vehicle is not None and is_harm and not armed:
        why = f"'{vehicle.text}', and no weapon"
        return Kind(EventType.DISASTER, "Transport accident", why)
    return None


def _clause(syntax: Syntax, token: Token) -> tuple[int, ...]:
    """Tokens below the trigger, and below its verb when the trigger is a noun."""
    top = token
    if token.pos != "VERB" and token.head != token.index:
        top = syntax.tokens[token.head]
    return syntax.subtree(top.index)


def _victims(syntax: Syntax, group: list[Hit]) -> set[str]:
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
    return found


def borrowed_type(
    syntax: Syntax,
    group: list[Hit],
    lexicon: TriggerLexicon,
    before: Kind | None,
    main: Kind | None,
) -> Kind:
    """For bare harm and attacks: what stands before, who suffers, the whole article."""
    victims = _victims(syntax, group)
    near = {syntax.tokens[i].lemma for hit in group for i in _clause(syntax, hit.token)}
    if before is not None and not _has_new_parties(lexicon, before, victims, near):
        return before
    is_disaster = main is not None and main.event_type is EventType.DISASTER
    struck = None if is_disaster else _by_word(group)
    harm = Kind(EventType.VIOLENCE, "Attack", "harm without a stated cause")
    return _by_people(lexicon, victims, near) or struck or main or harm


def _by_people(
    lexicon: TriggerLexicon, victims: set[str], near: set[str]
) -> Kind | None:
    if victims & lexicon.soldiers:
        return Kind(EventType.BATTLES, "Armed clash", "soldiers are the victims")
    if near & lexicon.soldiers and victims & lexicon.civilians:
        why = "armed men harm people without arms"
        return Kind(EventType.VIOLENCE, "Attack", why)
    if near & lexicon.soldiers and not near & {"civilian", "villager"}:
        return Kind(EventType.BATTLES, "Armed clash", "soldiers in the same clause")
    return None


def _by_word(group: list[Hit]) -> Kind | None:
    if any(hit.token.lemma in _FROM_AFAR for hit in group):
        sub_type = _SUB_TYPES[EventType.EXPLOSIONS]
        return Kind(EventType.EXPLOSIONS, sub_type, "something is struck")
    return None


def _has_new_parties(
    lexicon: TriggerLexicon, before: Kind, victims: set[str], near: set[str]
) -> bool:
    """Armed men who kill civilians are no toll of a battle told before."""
    if before.event_type is EventType.BATTLES:
        return bool(victims & lexicon.civilians) and bool(near & lexicon.soldiers)
    return False
