"""The counted nouns and casualty words of ``lexicons/figures.toml``, made easy to ask."""

from functools import cache
from typing import Any

from geoevents.extract.numerals import load_lexicon
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Token

_AGENT_ENDINGS = ("ers", "ors", "ants", "ents", "kin", "ese", "folk", "ics", "ards")
_PEOPLE_ENDINGS = ("men", "women", "ists", "ees", "ians", "iers")


@cache
def tables() -> dict[str, Any]:
    """The figure lexicon as parsed TOML."""
    return load_lexicon("figures.toml")


@cache
def _kind_of_noun() -> dict[str, FigureKind]:
    return {
        noun: FigureKind(kind)
        for kind, nouns in tables()["nouns"].items()
        for noun in nouns
    }


@cache
def _verbs() -> dict[tuple[str, str], FigureKind]:
    return {
        (role, verb): FigureKind(kind)
        for kind, roles in tables()["verbs"].items()
        for role, verbs in roles.items()
        for verb in verbs
    }


@cache
def _inanimate() -> frozenset[str]:
    return frozenset(tables()["inanimate"]["nouns"]) | frozenset(
        tables()["beings"]["animals"]
    )


@cache
def _people() -> frozenset[str]:
    return frozenset(tables()["people"]["nouns"])


def noun_kind(token: Token) -> FigureKind | None:
    """The kind a noun has by itself: soldiers -> troops, deaths -> killed."""
    kinds = _kind_of_noun()
    return kinds.get(token.text.lower()) or kinds.get(token.lemma)


def verb_kind(lemma: str, role: str) -> FigureKind | None:
    """The kind a verb gives its object or subject (``role``)."""
    return _verbs().get((role, lemma))


def adjective_kind(word: str) -> FigureKind | None:
    """The kind of "dead", "wounded", "missing" ... as predicate or participle."""
    kind = tables()["adjectives"].get(word.lower())
    return FigureKind(kind) if kind else None


def phrase_kind(lemma: str, later: set[str]) -> FigureKind | None:
    """The kind of a verb with a later word: "taken" + "hostage"."""
    for word, kind in tables()["phrases"].get(lemma, {}).items():
        if word in later:
            return FigureKind(kind)
    return None


@cache
def word_set(table: str, name: str) -> frozenset[str]:
    """One named list of the lexicon, e.g. ``word_set("verb_sets", "moving")``."""
    return frozenset(tables()[table][name])


def is_uncounted(token: Token) -> bool:
    """True for nouns whose numbers are no figures: houses, attacks, miles, cattle."""
    return token.lemma in _inanimate() or token.text.lower() in _inanimate()


def is_person(token: Token) -> bool:
    """True for nouns that are people, or look like people (ending, nationality)."""
    word = token.text.lower()
    if token.lemma in _people() or word in _people():
        return True
    kind = noun_kind(token)
    if kind is not None:
        return kind not in {FigureKind.EQUIPMENT, FigureKind.MUNITIONS}
    if token.entity == "NORP":
        return True
    return word.endswith(_PEOPLE_ENDINGS) and not is_uncounted(token)


def may_be_armed(token: Token) -> bool:
    """True for soldiers, and for men, police and members where a verb makes them so."""
    by_verb = token.lemma in word_set("noun_sets", "armed_by_verb")
    return by_verb or noun_kind(token) is FigureKind.TROOPS


def may_be_person(token: Token) -> bool:
    """True for people, and for unknown plurals built like people: looters, gang leaders."""
    if is_person(token):
        return True
    plural = token.tag in {"NNS", "NNPS"} and not is_uncounted(token)
    return (
        plural
        and token.text.lower().endswith(_AGENT_ENDINGS)
        and noun_kind(token) is None
    )


def is_measure(token: Token) -> bool:
    """True for nouns that hold a number: toll, count, figure."""
    return token.lemma in tables()["measure"]["nouns"]


def is_group(token: Token) -> bool:
    """True for nouns made of people: a contingent, a convoy."""
    return token.lemma in tables()["measure"]["groups"]


def is_armed_group(token: Token) -> bool:
    """True for units of soldiers."""
    return token.lemma in tables()["measure"]["armed_groups"]
