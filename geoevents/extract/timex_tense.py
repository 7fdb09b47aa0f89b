"""Does the clause around a date look back or ahead? Read off the parse."""

import re
from enum import StrEnum

from geoevents.extract.timex_words import words
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token


class Tense(StrEnum):
    """Which way a clause looks from the day of publication."""

    PAST = "past"
    BEGUN = "begun"  # "since": past whatever is near
    FUTURE = "future"
    UNKNOWN = "unknown"


_WISHES = frozenset({"want", "need", "wish", "expect"})
# "The vote of 12 December": it may be either.
_MAY_COME = {
    "vote",
    "referendum",
    "summit",
    "meeting",
    "session",
    "week",
    "month",
    "day",
    "night",
    "morning",
    "evening",
    "end",
    "middle",
    "beginning",
    "start",
}
_COULD = frozenset({"could"})  # "could not be reached on Friday" looks back
_POSSESSIVE = re.compile(r"['\u2019]s\s")
_AHEAD = re.compile(
    r"\b(?:by|until|till|before|as (?:soon|early) as)\s{1,4}"
    r"(?:the\s|early\s|late\s|mid-?|next\s)?\Z",
    re.IGNORECASE,
)
# "since Monday", "since the coup of 1 February"
_BACK = re.compile(
    r"\bsince\s{1,4}(?:the\s|early\s|late\s|mid-?)?(?:(?:\w+\s){1,3}(?:of|on|in)\s)?\Z",
    re.IGNORECASE,
)
_REACH = 48
# How far up the tree the clause of a date may lie.
HIGHEST_CLIMB = 12


def tense_at(syntax: Syntax, start: int, end: int) -> Tense:
    """The tense of the clause that holds ``[start, end)``; UNKNOWN without a verb."""
    before = syntax.text[max(start - _REACH, 0) : start]
    if _BACK.search(before):
        return Tense.BEGUN
    if _POSSESSIVE.match(syntax.text, end):
        return Tense.PAST  # Monday's attack
    head = syntax.head_of(Span(start=start, end=end)) if end > start else None
    if head is not None and _is_of_a_thing(syntax, head):
        return Tense.PAST
    found = _climb(syntax, head) if head else Tense.UNKNOWN
    if _AHEAD.search(before) and (
        found is not Tense.PAST or _put_off(syntax, head) or _wished(syntax, head)
    ):
        return Tense.FUTURE
    return found


def _is_of_a_thing(syntax: Syntax, head: Token) -> bool:
    """True for "may not honour the truce of 12 April": that day is the truce's own."""
    link = syntax.tokens[head.head]
    above = syntax.tokens[link.head]
    is_of_noun = head.dep == "pobj" and link.lemma == "of" and above.pos == "NOUN"
    return is_of_noun and above.lemma not in _MAY_COME | set(words()["forward"])


def _put_off(syntax: Syntax, head: Token | None) -> bool:
    """True for "extended until Friday", "postponed until May"."""
    above = syntax.ancestors(head.index)[:HIGHEST_CLIMB] if head else ()
    verb = next((t for t in above if _is_verb(t)), None)
    if verb is None or verb.lemma not in words()["forward"]:
        return False
    return all(syntax.tokens[i].dep != "neg" for i in syntax.children[verb.index])


def _wished(syntax: Syntax, head: Token | None) -> bool:
    """True for "wants the town evacuated before September"."""
    above = syntax.ancestors(head.index)[:HIGHEST_CLIMB] if head else ()
    verb = next((t for t in above if _is_verb(t)), None)
    if verb is None or verb.tag != "VBN":
        return False
    wish = syntax.tokens[verb.head]
    return wish.lemma in _WISHES and wish.tag in {"VBZ", "VBP"}


def governing_verb(syntax: Syntax, start: int, end: int) -> Token | None:
    """The nearest verb above the words of ``[start, end)``."""
    head = syntax.head_of(Span(start=start, end=end)) if end > start else None
    if head is None:
        return None
    return next((t for t in syntax.ancestors(head.index) if _is_verb(t)), None)


def is_reporting(syntax: Syntax, start: int, end: int) -> bool:
    """True when the date is that of a statement: "the governor said on Sunday"."""
    verb = governing_verb(syntax, start, end)
    return verb is not None and verb.lemma in words()["reporting"]


def _is_verb(token: Token) -> bool:
    return token.pos in {"VERB", "AUX"}


def _climb(syntax: Syntax, head: Token) -> Tense:
    for token in (head, *syntax.ancestors(head.index)[:HIGHEST_CLIMB]):
        if _is_verb(token):
            found = _of_verb(syntax, token)
            if found is not None:
                return found
        elif _looks_ahead(syntax, token) and token.index != head.index:
            return Tense.PAST if _had_been(syntax, token) else Tense.FUTURE
    return Tense.UNKNOWN


def _looks_ahead(syntax: Syntax, token: Token) -> bool:
    """ "set for Friday", "called for May"; not "set on fire", "set off", "called off"."""
    if token.lemma not in words()["forward"]:
        return False
    below = [syntax.tokens[i] for i in syntax.children[token.index]]
    if any(t.dep == "prt" for t in below):
        return False
    return token.lemma != "set" or any(
        t.dep == "xcomp" or (t.dep == "prep" and t.lemma in {"for", "to"})
        for t in below
    )


def _had_been(syntax: Syntax, token: Token) -> bool:
    """True for "had been due to end on Friday": due no more."""
    verb = syntax.tokens[token.head]
    return any(
        syntax.tokens[i].text.lower() == "had" for i in syntax.children[verb.index]
    )


def _of_verb(syntax: Syntax, verb: Token) -> Tense | None:
    """The tense of one verb group; None leaves it to the verb above."""
    helpers = [
        syntax.tokens[i]
        for i in syntax.children[verb.index]
        if syntax.tokens[i].dep in {"aux", "auxpass"}
    ]
    names = {helper.text.lower().replace("\u2019", "'") for helper in helpers}
    perfect = any(helper.lemma == "have" for helper in helpers)
    if names & set(words()["modals_ahead"]):
        return Tense.PAST if perfect else Tense.FUTURE
    if names & _COULD:
        return None
    if any(helper.tag == "TO" for helper in helpers) and not perfect:
        return _infinitive(syntax, verb)
    if _looks_ahead(syntax, verb) and verb.tag in {"VBN", "VBZ", "VBP", "VB"}:
        return Tense.PAST if "had" in names else Tense.FUTURE
    return _of_form(verb, helpers, perfect=perfect)


def _of_form(verb: Token, helpers: list[Token], *, perfect: bool) -> Tense | None:
    if verb.tag == "VBD" or perfect or any(h.tag == "VBD" for h in helpers):
        return Tense.PAST
    if verb.tag in {"VBZ", "VBP"}:
        return _present(verb)
    if any(helper.tag in {"VBZ", "VBP"} for helper in helpers):
        return _present_helped(verb, helpers)
    # "killing 81" says nothing by itself
    return Tense.PAST if verb.tag == "VBN" else None


def _present(verb: Token) -> Tense:
    if verb.lemma in words()["timetabled"]:
        return Tense.FUTURE
    return Tense.PAST  # headlines tell the past in the present


def _present_helped(verb: Token, helpers: list[Token]) -> Tense:
    if verb.tag == "VBG" and any(h.lemma == "be" for h in helpers):
        return Tense.FUTURE  # "is flying in on Saturday"
    return Tense.UNKNOWN  # "the case is heard in May" may be the May to come


def _infinitive(syntax: Syntax, verb: Token) -> Tense | None:
    above = syntax.tokens[verb.head]
    if above.index == verb.index:
        return Tense.FUTURE
    if above.lemma in words()["forward"] or above.tag in {"VBZ", "VBP"}:
        return Tense.FUTURE
    return None
