"""Does a word tell of an event here at all? "withdrew the bill" does not."""

from geoevents.extract.trigger_arguments import (
    CROWDS,
    arguments_of,
    has_armed_argument,
    has_number,
)
from geoevents.extract.trigger_lexicon import TriggerLexicon
from geoevents.extract.trigger_words import MOVE, Hit, leaves_dead
from geoevents.models.syntax import Syntax, Token

_BY_SOMEBODY = {"kill", "wound", "injure", "attack", "shoot", "murder", "strike", "hit"}


_SPEAKING = {"confirm", "deny", "comment", "acknowledge", "address", "discuss"}


_MAKING_KNOWN = {"give", "publish", "release", "disclose", "report", "provide"}


_TRANSFERS = {"withdraw", "dispatch", "relocate", "mobilise", "mobilize", "reinforce"}


_TAKING = {
    "take", "hold", "lose", "enter", "reach", "fall", "leave", "cross", "clear", "secure",
    "recover", "abandon", "occupy", "quit",
}  # fmt: skip


_GROUND = {"town", "city", "village", "settlement", "control", "ground", "district"}


def tells_of_event(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> bool:
    """Movement and attack words need people or arms in their clause."""
    if _is_absent(syntax, hit) or _is_other_sense(syntax, hit, lexicon):
        return False
    if hit.sense.role == "move":
        return _moves(syntax, hit.token, lexicon)
    if _wants_people(syntax, hit):
        return has_armed_argument(syntax, hit.token, lexicon)
    if hit.sense.role == "attack" and hit.token.pos == "VERB":
        return _is_violent(syntax, hit.token, lexicon)
    return True


def _moves(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """Ground, armed men or a counted crowd; of light verbs, to some place."""
    if token.lemma == "have":
        return _has_men(syntax, token, lexicon)
    if takes_ground(syntax, [Hit(token, token.span, MOVE)]):
        return True
    if leaves_dead(syntax, token):
        return token.lemma not in lexicon.light
    if not has_armed_argument(syntax, token, lexicon):
        return False
    return token.lemma not in lexicon.light or _goes_somewhere(syntax, token)


def _has_men(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """ "has 90 officers in the capital": a strength; not "has tanks of its own"."""
    objects = (syntax.tokens[c] for c in syntax.children[token.index])
    return any(
        noun.dep == "dobj"
        and (noun.lemma in lexicon.soldiers or noun.lemma in CROWDS)
        and has_number(syntax, noun)
        for noun in objects
    )


def _is_absent(syntax: Syntax, hit: Hit) -> bool:
    """ "gave no losses", "neither confirmed nor denied the deployment": no happening."""
    below = [syntax.tokens[c] for c in syntax.children[hit.token.index]]
    if hit.token.pos == "NOUN" and any(t.text.lower() == "no" for t in below):
        return True
    verb = syntax.tokens[hit.token.head]
    if hit.token.pos != "NOUN":
        return False
    if verb.lemma in _MAKING_KNOWN and _is_negated(syntax, verb):
        return True
    if verb.lemma not in _SPEAKING:
        return False
    pair = [verb, syntax.tokens[verb.head]]
    return any(
        syntax.tokens[c].text.lower() in {"neither", "nor", "not", "n't"}
        for token in pair
        for c in syntax.children[token.index]
    )


def _is_negated(syntax: Syntax, verb: Token) -> bool:
    return any(syntax.tokens[c].dep == "neg" for c in syntax.children[verb.index])


def _is_other_sense(syntax: Syntax, hit: Hit, lexicon: TriggerLexicon) -> bool:
    """ "an oversight body", "an outbreak of violence": the word in another sense."""
    token = hit.token
    if token.lemma == "body" and token.pos == "NOUN":
        return token.tag == "NN" and not has_number(syntax, token)
    if token.lemma == "incident":
        return not _is_told_of(syntax, token)
    if token.lemma in {"die", "death"}:
        return _is_natural(syntax, token, lexicon)
    if token.lemma == "outbreak":
        return any(a.lemma in lexicon.outbreaks for a in arguments_of(syntax, token))
    return False


def _is_natural(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """ "died in hospital, aged 88": by nothing and nobody that the sentence tells of."""
    sentence = syntax.sentences[token.sentence]
    text = sentence.span.of(syntax.text).lower()
    if not any(phrase in text for phrase in lexicon.natural):
        return False
    words = {t.lemma for t in syntax.tokens[sentence.first : sentence.last]}
    return words.isdisjoint(lexicon.causes.keys() | _BY_SOMEBODY)


def _is_told_of(syntax: Syntax, token: Token) -> bool:
    """ "the incident took place late on Monday": when and where of what was told."""
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    is_definite = any(t.text.lower() in {"the", "this"} for t in below)
    verb = syntax.tokens[token.head]
    return (
        is_definite
        and token.dep in {"nsubj", "nsubjpass"}
        and verb.lemma in {"occur", "happen", "take", "come", "follow"}
    )


_TOWARDS = {
    "to", "into", "in", "from", "towards", "toward", "across", "through", "onto", "at",
}  # fmt: skip


def _goes_somewhere(syntax: Syntax, token: Token) -> bool:
    """ "went", "took", "came" tell of a movement only to a place, or of a number."""
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    has_place = any(
        any(syntax.tokens[i].pos == "PROPN" for i in syntax.subtree(t.index))
        for t in below
        if t.dep == "prep" and t.lemma in _TOWARDS
    )
    return has_place or any(
        has_number(syntax, argument) for argument in arguments_of(syntax, token)
    )


def _wants_people(syntax: Syntax, hit: Hit) -> bool:
    """ "withdrew the bill": with an object, it must be troops that are moved."""
    return hit.token.lemma in _TRANSFERS and any(
        syntax.tokens[c].dep == "dobj" for c in syntax.children[hit.token.index]
    )


def takes_ground(syntax: Syntax, group: list[Hit]) -> bool:
    """ "took the town of X", "entered X", "X fell": ground changes hands."""
    for hit in group:
        if hit.token.lemma not in _TAKING - {"leave", "cross", "abandon", "quit"}:
            continue
        is_falling = hit.token.lemma == "fall"
        for index in syntax.children[hit.token.index]:
            token = syntax.tokens[index]
            is_ground = (
                token.lemma in _GROUND
                or token.entity in {"GPE", "LOC"}
                or (token.pos == "PROPN" and token.entity != "PERSON")
            )
            wanted = {"nsubj"} if is_falling else {"dobj", "nsubjpass"}
            if token.dep in wanted and is_ground:
                return True
    return False


_ALWAYS_VIOLENT = {"attack", "shoot", "assault", "raid", "destroy", "pound", "down"}
_STRIKING = {
    "hit", "strike", "damage", "hole", "shake", "rock", "batter", "target", "level",
    "flatten", "torch", "raze", "ram", "sink", "pummel", "aim",
}  # fmt: skip


def _is_violent(syntax: Syntax, token: Token, lexicon: TriggerLexicon) -> bool:
    """By itself, by a weapon or soldiers beside it, or by what is struck."""
    if token.lemma in _ALWAYS_VIOLENT:
        return True
    arguments = list(arguments_of(syntax, token))
    words = {a.lemma for a in arguments}
    words |= {
        syntax.tokens[c].lemma for a in arguments for c in syntax.children[a.index]
    }
    if words & (lexicon.causes.keys() | lexicon.soldiers):
        return True
    return token.lemma in _STRIKING and any(
        a.lemma in lexicon.targets for a in arguments
    )
