"""Words that evoke events, one trigger for each thing that happened.

"An air strike killed 54 people and wounded 158" tells one event with three words for
it. Harm words join the attack that caused them, and conjoined harm words join each
other; what is left is one trigger for each happening.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from geoevents.extract.modality import find_status
from geoevents.extract.trigger_lexicon import Sense, TriggerLexicon, trigger_lexicon
from geoevents.models.mention import Trigger
from geoevents.models.report import EventType
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

# Noun triggers in these positions only describe another noun: "battle tank".
_DESCRIBING = {"compound", "amod", "nmod"}
_NAMES = {"ORG", "PERSON", "WORK_OF_ART", "LAW", "FAC", "PRODUCT"}
# Links between verb and noun of one thing, and how many there may be.
_LINKS = {"dobj", "nsubj", "nsubjpass", "prep", "pobj", "agent", "compound"}
_MOST_LINKS = 3
# Movement words are common; they count only with an armed or fleeing crowd.
_CROWD_DEPS = {"nsubj", "nsubjpass", "dobj", "agent", "pobj", "conj", "attr", "appos"}


@dataclass(frozen=True, slots=True)
class _Hit:
    """A lexicon word in the text; ``token`` is its head."""

    token: Token
    span: Span
    sense: Sense


def find_triggers(syntax: Syntax) -> tuple[Trigger, ...]:
    """One trigger for each thing that happened, in text order."""
    lexicon = trigger_lexicon()
    found: list[Trigger] = []
    for sentence in syntax.sentences:
        tokens = syntax.tokens[sentence.first : sentence.last]
        hits = [
            h for h in _hits(syntax, tokens, lexicon) if _counts(syntax, h, lexicon)
        ]
        found.extend(
            _trigger(syntax, group, lexicon, found) for group in _grouped(syntax, hits)
        )
    return tuple(found)


def _hits(
    syntax: Syntax, tokens: tuple[Token, ...], lexicon: TriggerLexicon
) -> list[_Hit]:
    hits: list[_Hit] = []
    skip_to = 0
    for position, token in enumerate(tokens):
        if position < skip_to or token.entity in _NAMES:
            continue
        phrase = _phrase_at(tokens, position, lexicon)
        if phrase is not None:
            words, sense = phrase
            head = _head_among(words)
            hits.append(_Hit(head, words[0].span.cover(words[-1].span), sense))
            skip_to = position + (words[-1].index - words[0].index) + 1
            continue
        found = _sense_of(token, lexicon) or _presence(syntax, token, lexicon)
        if found is not None:
            sense = _HARM if _leaves_dead(syntax, token) else found
            hits.append(_Hit(token, token.span, sense))
    return hits


def _phrase_at(
    tokens: tuple[Token, ...], position: int, lexicon: TriggerLexicon
) -> tuple[list[Token], Sense] | None:
    for words, sense in lexicon.phrases.get(tokens[position].lemma, ()):
        matched = [tokens[position]]
        at = position + 1
        for word in words[1:]:
            for gap in (0, 1, 2):
                if at + gap < len(tokens) and tokens[at + gap].lemma == word:
                    matched.append(tokens[at + gap])
                    at += gap + 1
                    break
            else:
                break
        if len(matched) == len(words):
            return matched, sense
    return None


def _head_among(words: list[Token]) -> Token:
    inside = {word.index for word in words}
    return next(
        (w for w in words if w.head not in inside or w.head == w.index), words[0]
    )


def _sense_of(token: Token, lexicon: TriggerLexicon) -> Sense | None:
    if token.pos == "VERB":
        return lexicon.verbs.get(token.lemma)
    if token.pos == "ADJ":
        return lexicon.adjectives.get(token.lemma)
    if token.pos in {"NOUN", "PROPN"}:
        if token.dep in _DESCRIBING:
            return None
        return lexicon.nouns.get(token.text.lower()) or lexicon.nouns.get(token.lemma)
    return None


_HARM = Sense(event_type=None, sub_event_type="", role="harm")
_PRESENCE = Sense(
    event_type=EventType.STRATEGIC, sub_event_type="Other", role="presence"
)
_STATIVE = {"be", "remain", "stay", "operate", "serve"}


def _presence(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> Sense | None:
    """ "11,000 soldiers are in X": counted troops and a place they are in."""
    if token.lemma not in _STATIVE or token.dep in {"aux", "auxpass"}:
        return None
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    if subject is None or subject.lemma not in lexicon.soldiers:
        return None
    has_place = any(t.dep == "prep" and t.lemma in _LOCATIVE for t in below)
    return _PRESENCE if has_place and _has_number(syntax, subject) else None


_LOCATIVE = {"in", "at", "near", "inside", "across", "around", "along", "on"}


def _counts(syntax: Syntax, hit: _Hit, lexicon: TriggerLexicon) -> bool:
    """Movement and attack words need people or arms in their clause."""
    if _is_absent(syntax, hit):
        return False
    if _wants_people(syntax, hit):
        return _has_armed_argument(syntax, hit.token, lexicon)
    if hit.sense.role == "move" and _takes_ground(syntax, [hit]):
        return True
    if hit.sense.role == "move" and not _leaves_dead(syntax, hit.token):
        return _has_armed_argument(syntax, hit.token, lexicon)
    if hit.sense.role == "attack" and hit.token.pos == "VERB":
        return _is_violent(syntax, hit.token, lexicon)
    return True


_SPEAKING = {"confirm", "deny", "comment", "acknowledge", "address", "discuss"}


def _is_absent(syntax: Syntax, hit: _Hit) -> bool:
    """ "gave no losses", "neither confirmed nor denied the deployment": no happening."""
    below = [syntax.tokens[c] for c in syntax.children[hit.token.index]]
    if hit.token.pos == "NOUN" and any(t.text.lower() == "no" for t in below):
        return True
    verb = syntax.tokens[hit.token.head]
    if hit.token.pos != "NOUN" or verb.lemma not in _SPEAKING:
        return False
    pair = [verb, syntax.tokens[verb.head]]
    return any(
        syntax.tokens[c].text.lower() in {"neither", "nor", "not", "n't"}
        for token in pair
        for c in syntax.children[token.index]
    )


_TRANSFERS = {"withdraw", "dispatch", "relocate", "mobilise", "mobilize", "reinforce"}


def _wants_people(syntax: Syntax, hit: _Hit) -> bool:
    """ "withdrew the bill": with an object, it must be troops that are moved."""
    return hit.token.lemma in _TRANSFERS and any(
        syntax.tokens[c].dep == "dobj" for c in syntax.children[hit.token.index]
    )


def _leaves_dead(syntax: Syntax, token: Token) -> bool:
    """ "left six people dead": a harm word in mover's clothes."""
    return token.lemma == "leave" and any(
        syntax.tokens[i].lemma in {"dead", "wounded", "injured", "homeless"}
        for i in syntax.subtree(token.index)
    )


def _arguments(syntax: Syntax, token: Token) -> Iterator[Token]:
    for child in syntax.children[token.index]:
        below = syntax.tokens[child]
        if below.dep in _CROWD_DEPS:
            yield below
            yield from (t for t in _conjuncts(syntax, below))
        elif below.dep in {"prep", "agent"}:
            yield from (
                syntax.tokens[c]
                for c in syntax.children[child]
                if syntax.tokens[c].dep == "pobj"
            )
    if token.dep in {"relcl", "acl"}:
        yield syntax.tokens[token.head]
    if token.dep in {"conj", "xcomp", "advcl"} and token.head != token.index:
        above = syntax.tokens[token.head]
        yield from (
            syntax.tokens[c]
            for c in syntax.children[above.index]
            if syntax.tokens[c].dep in {"nsubj", "nsubjpass", "dobj"}
        )


def _conjuncts(syntax: Syntax, token: Token) -> Iterator[Token]:
    for child in syntax.children[token.index]:
        if syntax.tokens[child].dep == "conj":
            yield syntax.tokens[child]


def _has_armed_argument(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    return any(
        argument.lemma in lexicon.soldiers
        or argument.lemma in _CROWDS
        or (argument.lemma in lexicon.civilians and _has_number(syntax, argument))
        for argument in _arguments(syntax, token)
    )


_CROWDS = {
    "refugee", "hostage", "prisoner", "captive", "tank", "man", "contingent", "convoy",
    "detainee", "migrant", "evacuee", "column", "warship", "vessel", "crew", "reservist",
}  # fmt: skip


def _has_number(syntax: Syntax, token: Token) -> bool:
    return any(
        syntax.tokens[c].dep in {"nummod", "quantmod"}
        or syntax.tokens[c].entity == "CARDINAL"
        for c in syntax.children[token.index]
    )


def _is_violent(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    if token.lemma in {
        "attack",
        "shoot",
        "assault",
        "raid",
        "destroy",
        "pound",
        "down",
    }:
        return True
    words = {a.lemma for a in _arguments(syntax, token)}
    words |= {
        syntax.tokens[c].lemma
        for a in _arguments(syntax, token)
        for c in syntax.children[a.index]
    }
    return bool(words & (lexicon.causes.keys() | lexicon.soldiers))


def _grouped(syntax: Syntax, hits: list[_Hit]) -> list[list[_Hit]]:
    """Hits of one sentence, gathered by the thing that happened."""
    groups: list[list[_Hit]] = []
    for hit in hits:
        homes = [g for g in groups if _same_happening(syntax, g, hit)]
        home = min(homes, key=lambda g: _distance(syntax, g, hit), default=None)
        if home is None:
            groups.append([hit])
        else:
            home.append(hit)
    return groups


def _same_happening(syntax: Syntax, group: list[_Hit], hit: _Hit) -> bool:
    return any(_linked(syntax, other, hit) for other in group)


# Movements that deaths may be part of: a raid across a border, an entry, an escape.
_DEADLY_MOVES = {"cross", "enter", "burst", "escape", "flee", "push", "abandon"}


def _stands_apart(hit: _Hit) -> bool:
    """Deaths are no part of a ceasefire or of sending troops."""
    if hit.sense.role == "move":
        return hit.token.lemma not in _DEADLY_MOVES
    return hit.sense.event_type is EventType.STRATEGIC


def _distance(syntax: Syntax, group: list[_Hit], hit: _Hit) -> int:
    """Steps between levels of the parse; the nearest happening is the one meant."""
    depth = len(syntax.ancestors(hit.token.index))
    return min(abs(len(syntax.ancestors(h.token.index)) - depth) for h in group)


def _linked(syntax: Syntax, one: _Hit, two: _Hit) -> bool:
    """One governs the other and at least one is a harm word, or both conjoin in harm."""
    low, high = (
        (one, two) if two.token in syntax.ancestors(one.token.index) else (two, one)
    )
    if high.token not in syntax.ancestors(low.token.index):
        return False
    path = syntax.ancestors(low.token.index)
    between = [low.token, *path[: path.index(high.token)]]
    if any(t.dep in {"ccomp", "parataxis"} for t in between):
        return False
    roles = {one.sense.role, two.sense.role}
    if "harm" in roles:
        if any(_stands_apart(hit) for hit in (one, two)):
            return False
        return not _own_place(syntax, low)
    return roles <= {"attack", "event"} and _argument_link(between)


def _argument_link(between: list[Token]) -> bool:
    """ "launched an attack", "fighting broke out": verb and noun of one thing."""
    return len(between) <= _MOST_LINKS and all(t.dep in _LINKS for t in between)


def _own_place(syntax: Syntax, hit: _Hit) -> bool:
    """A conjoined clause with its own "in X" tells of another place."""
    if hit.token.dep != "conj":
        return False
    return any(
        syntax.tokens[c].dep == "prep"
        and syntax.tokens[c].lemma in {"in", "at", "near"}
        and any(syntax.tokens[g].entity in {"GPE", "LOC"} for g in syntax.children[c])
        for c in syntax.children[hit.token.index]
    )


def _trigger(
    syntax: Syntax, group: list[_Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
) -> Trigger:
    lead = _lead(syntax, group)
    event_type, sub_type, why = _type_of(syntax, group, lexicon, earlier)
    status, status_why = find_status(syntax, lead.token)
    return Trigger(
        span=lead.span,
        text=lead.span.of(syntax.text),
        lemma=lead.token.lemma,
        token=lead.token.index,
        event_type=event_type,
        sub_event_type=sub_type,
        status=status,
        words=tuple(sorted({hit.token.index for hit in group})),
        reasons=tuple(reason for reason in (why, status_why) if reason),
    )


def _lead(syntax: Syntax, group: list[_Hit]) -> _Hit:
    """The hit that governs the others; the earliest when none does."""
    return min(
        group, key=lambda h: (len(syntax.ancestors(h.token.index)), h.span.start)
    )


def _type_of(
    syntax: Syntax, group: list[_Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
) -> tuple[EventType, str, str]:
    if _is_industrial(syntax, group, lexicon):
        return EventType.DISASTER, "Industrial accident", "no weapon, at a plant"
    for hit in group:
        if hit.sense.event_type is not None and not _is_overruled(syntax, hit, lexicon):
            sense = hit.sense
            why = f"'{hit.span.of(syntax.text)}' evokes {hit.sense.event_type}"
            return hit.sense.event_type, sense.sub_event_type, why
    if _takes_ground(syntax, group):
        sub_type = "Non-state actor overtakes territory"
        return EventType.BATTLES, sub_type, "armed forces take a place"
    if all(hit.sense.role == "move" for hit in group):
        why = f"'{group[0].span.of(syntax.text)}' moves people or arms"
        return EventType.STRATEGIC, "Other", why
    cause = _cause_in(syntax, group, lexicon)
    if cause is not None:
        return cause
    return _by_people(syntax, group, lexicon, earlier)


_BLASTS = {"explosion", "blast", "explode", "fire", "detonation"}
_INDUSTRY = {
    "refinery", "factory", "plant", "mine", "pit", "gas", "pipeline", "warehouse",
    "boiler", "workshop", "colliery", "fireworks", "cylinder", "laboratory",
}  # fmt: skip
_WEAPONS = {
    "drone", "missile", "rocket", "shell", "bomb", "artillery", "mortar", "airstrike",
    "warplane", "bomber", "mine", "grenade", "strike", "attack", "militant", "rebel",
}  # fmt: skip


_TAKING = {
    "take", "hold", "lose", "enter", "reach", "fall", "leave", "cross", "clear", "secure",
    "recover", "abandon", "occupy", "quit",
}  # fmt: skip
_GROUND = {"town", "city", "village", "settlement", "control", "ground", "district"}


def _takes_ground(syntax: Syntax, group: list[_Hit]) -> bool:
    """ "took the town of X", "entered X", "X fell": ground changes hands."""
    for hit in group:
        if hit.token.lemma not in _TAKING - {"leave", "cross", "abandon", "quit"}:
            continue
        is_falling = hit.token.lemma == "fall"
        for index in syntax.children[hit.token.index]:
            token = syntax.tokens[index]
            is_ground = token.lemma in _GROUND or token.entity in {"GPE", "LOC"}
            wanted = {"nsubj"} if is_falling else {"dobj", "nsubjpass"}
            if token.dep in wanted and is_ground:
                return True
    return False


def _is_industrial(syntax: Syntax, group: list[_Hit], lexicon: TriggerLexicon) -> bool:
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


def _is_overruled(syntax: Syntax, hit: _Hit, lexicon: TriggerLexicon) -> bool:
    """ "fire", "storm", "crash" in a battle sentence are read by what is beside them."""
    return (
        hit.sense.event_type is EventType.DISASTER
        and hit.token.lemma in {"fire", "storm", "crush", "collapse"}
        and any(a.lemma in lexicon.soldiers for a in _arguments(syntax, hit.token))
    )


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


def _cause_in(
    syntax: Syntax, group: list[_Hit], lexicon: TriggerLexicon
) -> tuple[EventType, str, str] | None:
    """The weapon or disaster named in the clause of the group's words."""
    tokens = {i: syntax.tokens[i] for h in group for i in _clause(syntax, h.token)}
    near = [t for _, t in sorted(tokens.items()) if t.entity not in _NAMES]
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
        return EventType.DISASTER, "Transport accident", f"'{vehicle.text}', and no weapon"
    return None


def _clause(syntax: Syntax, token: Token) -> tuple[int, ...]:
    """Tokens below the trigger, and below its verb when the trigger is a noun."""
    top = token
    if token.pos != "VERB" and token.head != token.index:
        top = syntax.tokens[token.head]
    return syntax.subtree(top.index)


def _victims(syntax: Syntax, group: list[_Hit]) -> set[str]:
    """Lemmas of those killed or attacked: objects, and subjects of passives."""
    found = set()
    for hit in group:
        is_dying = hit.token.lemma in {"die", "perish"}
        deps = {"dobj", "nsubjpass"} | ({"nsubj"} if is_dying else set())
        for index in syntax.children[hit.token.index]:
            token = syntax.tokens[index]
            if token.dep in deps:
                found |= {token.lemma, *(t.lemma for t in _conjuncts(syntax, token))}
        if hit.token.dep == "acl":
            found.add(syntax.tokens[hit.token.head].lemma)
    return found


def _by_people(
    syntax: Syntax, group: list[_Hit], lexicon: TriggerLexicon, earlier: list[Trigger]
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
