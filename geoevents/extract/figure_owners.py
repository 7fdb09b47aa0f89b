"""What a figure counts in words, and whose it is: noun phrase, unit, nationality."""

import re
from collections.abc import Iterator, Mapping

from geoevents.extract.figure_lexicon import adjective_kind, noun_kind, word_set
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_verdict import THINGS
from geoevents.models.figure import FigureKind
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax, Token

LONGEST_NAME = 3  # words of a nationality: "papua new guinean"
LONGEST_PHRASE = 60  # characters after the noun: "of fallen soldiers"
HIGHEST_CLIMB = 5
_LEAD = re.compile(
    r"\s*(?:of\s+)?(?:the\s|its\s|his\s|their\s|those\s)?(?:others?\s|more\s)?"
    r"(?:the\s)?(?:\d[\d,.]*\s)?",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b(?:its|their|his|her|own)\b", re.IGNORECASE)
_ARMED = frozenset({FigureKind.TROOPS, FigureKind.EQUIPMENT})


def phrase_of(counted: Counted, number_end: int, syntax: Syntax) -> str | None:
    """The counted noun phrase without its number: "North Korean soldiers".

    None where the noun is left out, or only says the outcome ("12 dead").
    """
    noun = counted.noun
    if noun is None or noun.end <= number_end or is_bare_outcome(noun):
        return None
    text = syntax.text[number_end : _phrase_end(noun, syntax)]
    lead = _LEAD.match(text)
    cleaned = " ".join(text[lead.end() if lead else 0 :].split())
    return cleaned.strip(" -\u2010") or None


def measured_phrase(noun: Token, syntax: Syntax) -> str | None:
    """Reads "North Korean soldiers" of "the number of North Korean soldiers there"."""
    if is_bare_outcome(noun):
        return None
    first = noun.index
    for index in reversed([i for i in syntax.children[noun.index] if i < noun.index]):
        child = syntax.tokens[index]
        if child.dep not in {"amod", "compound", "nmod"} or adjective_kind(child.text):
            break
        first = min(syntax.subtree(index))
    return " ".join(syntax.text[syntax.tokens[first].start : noun.end].split())


def is_bare_outcome(noun: Token) -> bool:
    """True for "dead", "others", "injuries": no word of who they are."""
    return noun.text.lower() in word_set("bare_outcomes", "nouns")


def _phrase_end(noun: Token, syntax: Syntax) -> int:
    """Takes in "of shells and missiles" and "and drones", not what has its number."""
    end = noun.end
    for index in syntax.children[noun.index]:
        child = syntax.tokens[index]
        if index != noun.index + 1:
            continue
        last = syntax.tokens[max(syntax.subtree(index))]
        of = child.lemma == "of" and last.end - end <= LONGEST_PHRASE
        if of and not _numbered(child.index, last.index, syntax):
            return last.end
    second = _second_noun(noun, syntax)
    return second.end if second is not None else end


def _numbered(first: int, last: int, syntax: Syntax) -> bool:
    return any(token.pos == "NUM" for token in syntax.tokens[first : last + 1])


def _second_noun(noun: Token, syntax: Syntax) -> Token | None:
    """The drones of "158 missiles and drones"."""
    tokens = syntax.tokens
    if noun.index + 2 >= len(tokens) or tokens[noun.index + 1].lemma != "and":
        return None
    second = tokens[noun.index + 2]
    plural = second.pos == "NOUN" and second.head == noun.index
    return second if plural and noun_kind(second) is noun_kind(noun) else None


def unit_of(
    counted: Counted, measured: Token | None, kind: FigureKind, inherited: str | None
) -> str | None:
    """The counted noun in lower case; what is inherited, or people, where left out."""
    noun = counted.noun or measured
    named = noun is not None and noun.pos in {"NOUN", "PROPN"}
    named = named and noun is not None and noun.entity != "NORP"
    if named and noun is not None and not is_bare_outcome(noun):
        return noun.text.lower()
    return inherited or (None if kind in THINGS else "people")


def nationality_of(phrase: str | None, names: Mapping[str, str]) -> str | None:
    """ISO 3166-1 alpha-3 of the first nationality a phrase names; None for none."""
    words = (phrase or "").replace("\u2019", "'").split()
    for size in range(LONGEST_NAME, 0, -1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size]).strip(",.;'").lower()
            iso3 = names.get(name.removesuffix("'s")) or names.get(name)
            if iso3:
                return iso3
    return None


def owner_of(
    counted: Counted, kind: FigureKind, syntax: Syntax, names: Mapping[str, str]
) -> str | None:
    """Whose soldiers: the country that sends or keeps them, or "its" refers to.

    "Kenya sent 400 officers", "Syria's army said dozens of its soldiers died".
    """
    if counted.noun is None:
        return None
    lead = syntax.text[max(counted.noun.start - 16, 0) : counted.noun.start]
    owned = bool(_POSSESSIVE.search(lead)) and counted.partitive
    for verb in _verbs_above(counted, syntax):
        keeps = kind in _ARMED and verb.lemma in word_set("verb_sets", "of_owners")
        if owned or keeps:
            iso3 = _subject_country(verb, syntax, names)
            if iso3:
                return iso3
        elif kind in _ARMED:
            return None
    return None


def _verbs_above(counted: Counted, syntax: Syntax) -> Iterator[Token]:
    above = syntax.ancestors(counted.node.index)[:HIGHEST_CLIMB]
    return (token for token in above if token.pos in {"VERB", "AUX"})


def _subject_country(
    verb: Token, syntax: Syntax, names: Mapping[str, str]
) -> str | None:
    for index in syntax.children[verb.index]:
        subject = syntax.tokens[index]
        if subject.dep != "nsubj":
            continue
        if subject.pos == "PRON" and verb.dep == "relcl":  # "Kenya, which has ..."
            subject = syntax.tokens[verb.head]
        below = [i for i in syntax.subtree(subject.index) if i < verb.index]
        if not below:
            continue
        span = Span(
            start=syntax.tokens[below[0]].start, end=syntax.tokens[below[-1]].end
        )
        iso3 = nationality_of(span.of(syntax.text), names)
        if iso3:
            return iso3
    return None


def is_whose_kin(counted: Counted, syntax: Syntax) -> bool:
    """ "Two sons of two journalists": nothing is told of the journalists."""
    link = syntax.tokens[counted.node.head]
    kin = syntax.tokens[link.head]
    if counted.node.dep != "pobj" or link.lemma != "of":
        return False
    below = (syntax.tokens[child].dep for child in syntax.children[kin.index])
    return kin.lemma in word_set("noun_sets", "kin") and "nummod" in below
