"""What kind of event a group of words tells: by word, by weapon, by victims."""

from geoevents.extract.trigger_arguments import arguments_of, conjuncts_of
from geoevents.extract.trigger_checks import takes_ground
from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.extract.trigger_words import NAME_LABELS, Hit
from geoevents.models.mention import Trigger
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


_FROM_THE_AIR = {"drone", "airstrike", "warplane", "jet", "uav", "helicopter"}


_CAUSE_ORDER = (
    EventType.EXPLOSIONS,
    EventType.BATTLES,
    EventType.RIOTS,
    EventType.DISASTER,
    EventType.PROTESTS,
)


def type_of(
    syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
) -> tuple[EventType, str, str]:
    """Type, sub-type, and why; ``earlier`` triggers tell the kind of bare harm."""
    if _is_industrial(syntax, group, lexicon):
        return EventType.DISASTER, "Industrial accident", "no weapon, at a plant"
    for hit in group:
        if hit.sense.event_type is not None and not _is_overruled(syntax, hit, lexicon):
            sense = hit.sense
            why = f"'{hit.span.of(syntax.text)}' evokes {hit.sense.event_type}"
            return hit.sense.event_type, sense.sub_event_type, why
    if takes_ground(syntax, group):
        sub_type = "Non-state actor overtakes territory"
        return EventType.BATTLES, sub_type, "armed forces take a place"
    if all(hit.sense.role == "move" for hit in group):
        why = f"'{group[0].span.of(syntax.text)}' moves people or arms"
        return EventType.STRATEGIC, "Other", why
    cause = _cause_in(syntax, group, lexicon)
    if cause is not None:
        return cause
    return _by_people(syntax, group, lexicon, earlier)


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


def _cause_in(
    syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon
) -> tuple[EventType, str, str] | None:
    """The weapon or disaster named in the clause of the group's words."""
    tokens = {i: syntax.tokens[i] for h in group for i in _clause(syntax, h.token)}
    near = [t for _, t in sorted(tokens.items()) if t.entity not in NAME_LABELS]
    causes = [t for t in near if t.lemma in lexicon.causes]
    for event_type in _CAUSE_ORDER:
        for token in causes:
            if lexicon.causes[token.lemma] is event_type:
                sub_type = _SUB_TYPES[event_type]
                known = lexicon.nouns.get(token.lemma)
                if known is not None and known.event_type is event_type:
                    sub_type = known.sub_event_type
                if token.lemma in _FROM_THE_AIR:
                    sub_type = "Air/drone strike"
                return event_type, sub_type, f"'{token.text}' in the same clause"
    is_harm = all(hit.sense.role == "harm" for hit in group)
    armed = any(t.lemma in lexicon.soldiers for t in near)
    vehicle = next((t for t in near if t.lemma in lexicon.vehicles), None)
    if vehicle is not None and is_harm and not armed:
        return (
            EventType.DISASTER,
            "Transport accident",
            f"'{vehicle.text}', and no weapon",
        )
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


def _by_people(
    syntax: Syntax, group: list[Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
) -> tuple[EventType, str, str]:
    victims = _victims(syntax, group)
    if victims & lexicon.soldiers:
        return EventType.BATTLES, "Armed clash", "soldiers are the victims"
    near = {syntax.tokens[i].lemma for hit in group for i in _clause(syntax, hit.token)}
    previous = earlier[-1] if earlier else None
    if near & lexicon.soldiers and victims & lexicon.civilians:
        return EventType.VIOLENCE, "Attack", "armed men harm people without arms"
    if near & lexicon.soldiers and not near & {"civilian", "villager"}:
        return EventType.BATTLES, "Armed clash", "soldiers in the same clause"
    if previous is not None and previous.event_type is not EventType.STRATEGIC:
        why = f"'{previous.text}' before it tells the kind"
        return previous.event_type, previous.sub_event_type, why
    if near & lexicon.civilians:
        return EventType.VIOLENCE, "Attack", "civilians in the same clause"
    return EventType.VIOLENCE, "Attack", "harm without a stated cause"
