"""Words of the trigger lexicon where they stand in a sentence."""

from dataclasses import dataclass

from geoevents.extract.trigger_arguments import has_number
from geoevents.extract.trigger_lexicon import STATIVE, Sense, TriggerLexicon
from geoevents.models.report import EventType
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

NAME_LABELS = {"ORG", "PERSON", "WORK_OF_ART", "LAW", "FAC", "PRODUCT"}


# Noun triggers in these positions only describe another noun: "battle tank".
_DESCRIBING = {"compound", "amod", "nmod"}


_TIMES = {"DATE", "TIME"}
_LOCATIVE = {"in", "at", "near", "inside", "across", "around", "along", "on"}


# Words that may stand between those of a phrase, plus one: "set a fuel depot on fire".
_GAP = 3
_LONG_GAP = 6
_SPLIT_WIDE = {"set"}
_BOUNDING = {"least", "most"}  # after "at"


_HARM = Sense(event_type=None, sub_event_type="", role="harm")


MOVE = Sense(event_type=None, sub_event_type="", role="move")


_PRESENCE = Sense(
    event_type=EventType.STRATEGIC, sub_event_type="Other", role="presence"
)


_ARRIVAL = Sense(
    event_type=EventType.EXPLOSIONS,
    sub_event_type="Shelling/artillery/missile attack",
    role="event",
)
_LOADS = {
    "container", "shipment", "consignment", "load", "tonne", "ton", "batch", "delivery",
    "crate", "truckload", "planeload", "package",
}  # fmt: skip
_HOLDING = {"have", "keep", "maintain", "host", "number"}


@dataclass(frozen=True, slots=True)
class Hit:
    """A lexicon word in the text; ``token`` is its head."""

    token: Token
    span: Span
    sense: Sense


# What single words of the lexicon are; phrases may open with others.
_TELLING = frozenset({"VERB", "AUX", "ADJ", "NOUN", "PROPN"})


def find_hits(
    syntax: Syntax, tokens: tuple[Token, ...], lexicon: TriggerLexicon
) -> list[Hit]:
    """Lexicon words among the tokens of one sentence; phrases before single words."""
    hits: list[Hit] = []
    skip_to = 0
    opening = lexicon.opening
    for position, token in enumerate(tokens):
        if token.lemma not in opening and token.text.lower() not in opening:
            continue  # most words: asked first, because this is asked of every word
        if token.pos not in _TELLING and token.lemma not in lexicon.phrases:
            continue
        if position < skip_to or _is_name(token, position, lexicon):
            continue
        phrase = _phrase_at(tokens, position, lexicon)
        if phrase is not None:
            words, sense = phrase
            head = _head_among(words)
            hits.append(Hit(head, words[0].span.cover(words[-1].span), sense))
            skip_to = position + (words[-1].index - words[0].index) + 1
            continue
        found = _by_parties(syntax, token, lexicon) or _sense_of(token, lexicon)
        if found is not None:
            sense = _HARM if leaves_dead(syntax, token) else found
            hits.append(Hit(token, token.span, sense))
    return [hit for hit in hits if not _only_warns(syntax, hit.token, lexicon)]


def _only_warns(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """ "air raid sirens", "a bomb threat": nothing has come down yet."""
    above = syntax.tokens[token.head]
    return token.dep == "compound" and above.lemma in lexicon.warnings


def _is_name(token: Token, position: int, lexicon: TriggerLexicon) -> bool:
    """Inside a name; a capital that only opens the sentence makes none: "Blasts shook"."""
    if token.entity not in NAME_LABELS:
        return False
    return position > 0 or token.text.lower().rstrip("s") not in lexicon.nouns


def _by_parties(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> Sense | None:
    """Senses that need a certain subject or object."""
    if token.pos not in {"VERB", "AUX"} or token.dep in {"aux", "auxpass", "amod"}:
        return None
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    subject = next((t for t in below if t.dep in {"nsubj", "nsubjpass"}), None)
    things = [t for t in below if t.dep in {"dobj", "nsubjpass"}]
    weapon = lexicon.causes.get(subject.lemma) if subject is not None else None
    if token.lemma in lexicon.arriving and weapon is EventType.EXPLOSIONS:
        return _ARRIVAL
    objects = lexicon.pairs.get(token.lemma, frozenset())
    things += [t for thing in things for t in _contents(syntax, thing)]
    if any(_is_among(t, objects) and not _tells(t, lexicon) for t in things):
        is_stock = token.lemma in _HOLDING
        if not is_stock or any(has_number(syntax, t) for t in things):
            return _PRESENCE
    if token.lemma in STATIVE and subject is not None:
        return _closed(below, subject, lexicon) or _presence(syntax, token, lexicon)
    return None


def _is_among(thing: Token, objects: frozenset[str]) -> bool:
    return thing.lemma in objects or thing.text.lower() in objects


def _tells(thing: Token, lexicon: TriggerLexicon) -> bool:
    """ "a curfew was imposed": the noun tells of it already, and by itself."""
    sense = lexicon.nouns.get(thing.lemma)
    return sense is not None and sense.event_type is EventType.STRATEGIC


def _closed(
    below: list[Token], subject: Token, lexicon: TriggerLexicon
) -> Sense | None:
    """ "the airport stayed shut"."""
    states = [t.text.lower() for t in below if t.dep == "acomp"]
    is_shut = any(s in {"shut", "closed", "sealed", "blocked"} for s in states)
    return _PRESENCE if is_shut and subject.lemma in lexicon.pairs["shut"] else None


def _contents(syntax: Syntax, thing: Token) -> list[Token]:
    """ "13,000 containers of shells": what a measured load is of."""
    if thing.lemma not in _LOADS:
        return []
    return [
        syntax.tokens[c]
        for p in syntax.children[thing.index]
        if syntax.tokens[p].lemma == "of"
        for c in syntax.children[p]
    ]


def _phrase_at(
    tokens: tuple[Token, ...], position: int, lexicon: TriggerLexicon
) -> tuple[list[Token], Sense] | None:
    for words, sense in lexicon.phrases.get(tokens[position].lemma, ()):
        matched = [tokens[position]]
        at = position + 1
        for word in words[1:]:
            for gap in range(_LONG_GAP if words[0] in _SPLIT_WIDE else _GAP):
                if _is_word(tokens, at + gap, word) and not (
                    word == "the" and _is_led_off(tokens[at : at + gap])
                ):
                    matched.append(tokens[at + gap])
                    at += gap + 1
                    break
            else:
                break
        if len(matched) == len(words):
            return matched, sense
    return None


def _is_led_off(between: tuple[Token, ...]) -> bool:
    """ "took place in the village" takes no village."""
    return any(token.pos == "ADP" for token in between)


def _is_word(tokens: tuple[Token, ...], at: int, word: str) -> bool:
    """The word of a phrase, and not the "at" of "shot dead at least nine"."""
    if at >= len(tokens) or tokens[at].lemma != word:
        return False
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    return not (word == "at" and following in _BOUNDING)


def _head_among(words: list[Token]) -> Token:
    inside = {word.index for word in words}
    return next(
        (w for w in words if w.head not in inside or w.head == w.index), words[0]
    )


def _sense_of(token: Token, lexicon: TriggerLexicon) -> Sense | None:
    if token.pos == "VERB" and token.dep == "amod":
        return None  # "displaced people": a description
    if token.pos == "VERB":
        return lexicon.verbs.get(token.lemma)
    if token.pos == "ADJ":
        return lexicon.adjectives.get(token.lemma)
    if token.pos in {"NOUN", "PROPN"}:
        is_month = token.entity in _TIMES and token.text.lower() != "marches"
        if token.dep in _DESCRIBING or is_month:
            return None  # "battle tank"; "in March"
        return lexicon.nouns.get(token.text.lower()) or lexicon.nouns.get(token.lemma)
    return None


def _presence(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> Sense | None:
    """ "11,000 soldiers are in X": counted troops and a place they are in."""
    if token.lemma not in STATIVE or token.dep in {"aux", "auxpass"}:
        return None
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    subject = next((t for t in below if t.dep == "nsubj"), None)
    if subject is None or subject.lemma not in lexicon.soldiers:
        return None
    has_place = any(t.dep == "prep" and t.lemma in _LOCATIVE for t in below)
    return _PRESENCE if has_place and has_number(syntax, subject) else None


_LEFT_SO = frozenset({"acl", "oprd", "advcl", "acomp"})


def leaves_dead(syntax: Syntax, token: Token) -> bool:
    """ "left six people dead", "left 31 injured": a harm word in mover's clothes."""
    return token.lemma == "leave" and any(
        syntax.tokens[i].lemma in {"dead", "wounded", "injured", "homeless"}
        or _is_left_hurt(syntax, syntax.tokens[i], token)
        for i in syntax.subtree(token.index)
    )


def _is_left_hurt(syntax: Syntax, hurt: Token, verb: Token) -> bool:
    """The parse has "wounded" describe those who were left so, or hang on the verb."""
    if hurt.text.lower() not in {"wounded", "injured"} or hurt.dep not in _LEFT_SO:
        return False
    above = syntax.tokens[hurt.head]
    of_object = above.dep == "dobj" and above.head == verb.index
    return of_object or above.index == verb.index
