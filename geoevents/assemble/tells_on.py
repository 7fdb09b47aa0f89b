"""Whether a sentence tells on of the event before it, or of another one."""

from collections.abc import Iterator

from geoevents.assemble.anaphora import AGAIN_LEMMAS, tells_again
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.retold import OTHER
from geoevents.models.figure import FigureKind
from geoevents.models.report import EventType
from geoevents.models.syntax import Syntax, Token

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DEEDS = AGAIN_LEMMAS | {
    "fighting", "gunfight", "firefight", "battle", "accident", "rampage", "stampede",
}  # fmt: skip
_ARMED = frozenset({
    "gunman", "militant", "attacker", "assailant", "rebel", "insurgent", "fighter",
    "bomber", "extremist", "raider", "islamist", "bandit", "militiaman", "jihadist",
})  # fmt: skip
_HARMED = frozenset({"victim", "dead"})
_SAME_PERSON = frozenset({"he", "she"})
_WHICH = frozenset({"which", "that", "who"})
_DEFINITE = frozenset({"the", "these", "this"})
_IN = frozenset({"in", "by", "from", "during"})
# Several things in several places: what is told next may be any of them.
_MANY = frozenset({
    "across", "several", "multiple", "series", "string", "wave", "spate", "separate",
    "different", "various", "throughout",
})  # fmt: skip
_GROUND_FIGHTING = frozenset({EventType.BATTLES, EventType.VIOLENCE})


def tells_on(scene: Scene, lead: Draft, later: Draft) -> bool:
    """By a word that points back, or as it says no more than where exactly it was."""
    if _is_one_of_them(scene, lead, later):
        return False
    return _points_back(scene, lead, later) or _says_where(scene, lead, later)


def _is_one_of_them(scene: Scene, lead: Draft, later: Draft) -> bool:
    """ "A wave of shootings ... The attack", "Attacks killed nine. The deadliest attack"."""
    syntax = scene.mentions.syntax
    verb = syntax.tokens[later.trigger.token]
    below = (syntax.tokens[child] for child in syntax.children[verb.index])
    subjects = [token for token in (verb, *below) if token.dep in SUBJECTS]
    if any(is_picked_out(syntax, token) for token in subjects):
        return True
    are_all = any(token.tag == "NNS" for token in subjects)
    return is_of_series(words_of(scene, lead.sentence)) and not are_all


def is_picked_out(syntax: Syntax, deed: Token) -> bool:
    """ "The deadliest attack": one of those told of before."""
    below = (syntax.tokens[child] for child in syntax.children[deed.index])
    return any(t.tag == "JJS" or t.lemma in {"first", "second"} for t in below)


def _points_back(scene: Scene, lead: Draft, later: Draft) -> bool:
    """ "The clash erupted", "the militants stormed", "the victims were"."""
    syntax = scene.mentions.syntax
    verb = syntax.tokens[later.trigger.token]
    if tells_again(scene, later):
        return True
    subjects = set(_definite_subjects(syntax, verb))
    if subjects & (_HARMED | _SAME_PERSON) or DEEDS & {
        *subjects,
        *_definite_causes(syntax, verb),
    }:
        return True
    armed = (subjects & _ARMED) - _done_to(scene, lead)
    return bool(armed) and later.sentence == lead.sentence + 1


def _says_where(scene: Scene, lead: Draft, later: Draft) -> bool:
    """ "Six died in Syria on Monday. A bomber hit a barracks in Manbij", one event.

    Of the same day, next to it, of the same kind, counting no dead of its own, and
    nothing says that it is one of several.
    """
    if later.sentence != lead.sentence + 1 or later.place_inherited:
        return False
    if lead.place is not None and _is_there(scene, lead.place, later):
        return False
    if lead.dates is None or lead.dates.days > 1 or not _is_alike(lead, later):
        return False
    kinds = {scene.mentions.figures[i].kind for i in later.figures}
    if FigureKind.KILLED in kinds:
        return False
    words = [words_of(scene, draft.sentence) for draft in (lead, later)]
    return not any(map(_tells_of_many, words)) and not any(
        token.lemma.lower() in OTHER for token in words[1]
    )


def _is_there(scene: Scene, place: int, later: Draft) -> bool:
    """Its place is told already: what happened there again may be another thing."""
    if later.place is None:
        return False
    return scene.place_key(place) == scene.place_key(later.place)


def _is_alike(lead: Draft, later: Draft) -> bool:
    kinds = {lead.trigger.event_type, later.trigger.event_type}
    return len(kinds) == 1 or kinds <= _GROUND_FIGHTING


def _tells_of_many(tokens: tuple[Token, ...]) -> bool:
    are_several = any(token.tag == "NNS" and token.lemma in DEEDS for token in tokens)
    return are_several or is_of_series(tokens)


def is_of_series(tokens: tuple[Token, ...]) -> bool:
    """ "A string of bombings across Iraq"; not "the latest of a series"."""
    words = {token.text.lower() for token in tokens}
    return "latest" not in words and not words.isdisjoint(_MANY)


def words_of(scene: Scene, sentence: int) -> tuple[Token, ...]:
    """The tokens of a sentence."""
    syntax = scene.mentions.syntax
    bounds = syntax.sentences[sentence]
    return tuple(syntax.tokens[bounds.first : bounds.last])


def _done_to(scene: Scene, lead: Draft) -> set[str]:
    """Lemmas of those it is done to: when they strike, it is their answer."""
    return {
        token.lemma.lower()
        for token in words_of(scene, lead.sentence)
        if token.dep in {"dobj", "nsubjpass"}
    }


def _definite_subjects(syntax: Syntax, verb: Token) -> Iterator[str]:
    """Lemmas of its subjects with "the", and pronouns; of "and shot" those of the first."""
    while verb.dep in {"conj", "xcomp"}:
        verb = syntax.tokens[verb.head]
    for child in syntax.children[verb.index]:
        noun = syntax.tokens[child]
        if noun.dep not in SUBJECTS:
            continue
        if noun.lemma.lower() in _WHICH and verb.dep == "relcl":
            noun = syntax.tokens[verb.head]
        if noun.pos == "PRON":
            yield noun.text.lower()
        elif _is_definite(syntax, noun):
            yield noun.lemma.lower()


def _definite_causes(syntax: Syntax, verb: Token) -> Iterator[str]:
    """ "18 were wounded in the blast"."""
    for child in syntax.children[verb.index]:
        link = syntax.tokens[child]
        if link.lemma.lower() in _IN:
            for below in syntax.children[child]:
                noun = syntax.tokens[below]
                if noun.dep == "pobj" and _is_definite(syntax, noun):
                    yield noun.lemma.lower()


def _is_definite(syntax: Syntax, noun: Token) -> bool:
    below = (syntax.tokens[c].text.lower() for c in syntax.children[noun.index])
    return any(word in _DEFINITE for word in below)
