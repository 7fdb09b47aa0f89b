"""What became of the counted, read off the words around it.

The parse goes astray in headlines and long coordinations; "12 dead" and "killing 81"
say it all the same.
"""

import re

from geoevents.extract.figure_lexicon import (
    adjective_kind,
    is_armed_group,
    is_group,
    is_person,
    noun_kind,
    phrase_kind,
    tables,
    verb_kind,
    word_set,
)
from geoevents.extract.figure_nouns import Counted
from geoevents.extract.figure_verdict import HARM, THINGS, Verdict
from geoevents.models.figure import FigureKind
from geoevents.models.syntax import Syntax, Token

# How many skipped words may stand between a counted phrase and its participle.
FARTHEST_PARTICIPLE = 5
_UNSURE_AFTER_A_VERB = frozenset(
    {FigureKind.TROOPS, FigureKind.MISSING, FigureKind.AFFECTED}
)


_BARE = frozenset({"dead", "hurt"})


def bare_outcome(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "12 dead and 30 hurt": the word after the number, with no noun after it."""
    word = syntax.tokens[counted.number.index + 1 :][:1]
    if not word or word[0].text.lower() not in _BARE:
        return None
    rest = syntax.tokens[word[0].index + 1 :][:1]
    after = rest[0].pos if rest else "PUNCT"
    kind = adjective_kind(word[0].text)
    if kind is None or after not in {"PUNCT", "CCONJ", "ADP"}:
        return None
    return Verdict(kind, word[0], f"'{word[0].text}' after the number")


def outcome_after(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "12 people dead", "13 were wounded", "82 unaccounted for"."""
    tokens = syntax.tokens
    for index in range(
        counted.after, min(counted.after + FARTHEST_PARTICIPLE, len(tokens))
    ):
        token = tokens[index]
        if token.sentence != counted.number.sentence:
            return None
        phrase = _words_after(token, syntax)
        if phrase is not None:
            return Verdict(phrase, token, f"'{token.text} ...' after the number")
        has_fallen = _has_fallen(token, counted, syntax)
        kind = FigureKind.KILLED if has_fallen else _adjective(token, counted, syntax)
        if kind is not None and token.pos in {"VERB", "ADJ", "NOUN", "ADV", "PROPN"}:
            if _is_active(token, syntax) and not _is_in_brief(token, syntax):
                return None
            return Verdict(
                joint(kind, token, syntax), token, f"'{token.text}' after the number"
            )
        if token.text.lower() not in word_set(
            "skipped_after", "words"
        ) and token.entity not in {
            "DATE",
            "TIME",
        }:
            return None
    return None


def _has_fallen(token: Token, counted: Counted, syntax: Syntax) -> bool:
    """ "Nine soldiers fell": by itself, or somewhere; not ill, back, or into a trap."""
    noun = counted.noun
    if (
        noun is None
        or noun_kind(noun) is not FigureKind.TROOPS
        or token.lemma != "fall"
    ):
        return False
    after = syntax.tokens[token.index + 1 :][:1]
    return bool(after) and after[0].text.lower() in {
        ",",
        ".",
        ";",
        "and",
        "in",
        "at",
        "on",
    }


def _is_in_brief(token: Token, syntax: Syntax) -> bool:
    """ "Seven killed, 61 injured in floods": whatever the parse takes 61 for."""
    after = syntax.tokens[token.index + 1 :][:1]
    return bool(after) and after[0].text in {",", "and", ";", "."}


def outcome_of_list(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "61 civilians, six soldiers and five attackers dead": of all of them."""
    if counted.noun is None or not is_person(counted.noun):
        return None
    tokens, at, is_last = syntax.tokens, counted.after, False
    while not is_last:
        link = at
        while link < len(tokens) and tokens[link].text in {",", "and"}:
            is_last = tokens[link].text == "and"
            link += 1
        named = link + 1
        while named < len(tokens) and _names_counted(tokens[named]):
            named += 1
        is_item = link > at and named > link + 1 and tokens[link].pos == "NUM"
        if not is_item or named == len(tokens):
            return None
        at = named
    end = tokens[at]
    kind = adjective_kind(end.text)
    if kind is None or kind in _UNSURE_AFTER_A_VERB or _is_active(end, syntax):
        return None
    return Verdict(kind, end, f"'{end.text}' after the list")


def _names_counted(token: Token) -> bool:
    is_noun = token.pos in {"NOUN", "ADJ", "PROPN"}
    return is_noun and adjective_kind(token.text) is None


def _words_after(token: Token, syntax: Syntax) -> FigureKind | None:
    near = " ".join(syntax.text[token.start : token.start + 32].lower().split())
    for phrase, kind in tables()["words_after"].items():
        if near.startswith(phrase) and kind != "none":
            return FigureKind(kind)
    return None


def _adjective(token: Token, counted: Counted, syntax: Syntax) -> FigureKind | None:
    word = token.text.lower()
    following = (
        syntax.tokens[token.index + 1].text.lower()
        if token.index + 1 < len(syntax.tokens)
        else ""
    )
    if word == "driven" and following not in {"from", "out"}:
        return None
    if word in {"lost", "hit"} and (
        counted.noun is None or not is_person(counted.noun)
    ):
        return None
    return adjective_kind(word)


def _is_active(token: Token, syntax: Syntax) -> bool:
    """True for "12 gunmen killed five", "900 lost their homes": they are the doers."""
    if token.lemma == "lose":
        lost = {syntax.tokens[i].lemma for i in syntax.children[token.index]}
        return phrase_kind("lose", lost) not in {None, FigureKind.KILLED}
    if token.tag not in {"VBD", "VBN"} or verb_kind(token.lemma, "object") is None:
        return False
    for child in syntax.children[token.index]:
        below = syntax.tokens[child]
        if below.dep == "auxpass":
            return False
        if (
            below.dep == "dobj"
            and child > token.index
            and token.lemma not in {"die", "flee"}
        ):
            return True
    return False


def joint(kind: FigureKind, token: Token, syntax: Syntax) -> FigureKind:
    """Reads "killed or wounded", "dead and injured" without a second number: casualties."""
    if kind not in HARM:
        return kind
    for index in (token.index + 1, token.index + 2):
        if index >= len(syntax.tokens) - 1:
            return kind
        if syntax.tokens[index].text.lower() in {"or", "and", "and/or"}:
            other = adjective_kind(syntax.tokens[index + 1].text)
            if other in HARM and other is not kind:
                return FigureKind.CASUALTIES
            return kind
        if syntax.tokens[index].pos != "ADV":
            return kind
    return kind


def participle_before(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "19 wounded civilians", "displaced people"."""
    noun = counted.noun
    if noun is None or counted.partitive:
        return None
    for index in range(counted.number.index + 1, noun.index):
        token = syntax.tokens[index]
        kind = adjective_kind(token.text)
        if kind is not None and token.pos in {"ADJ", "VERB", "NOUN"}:
            return Verdict(kind, token, f"'{token.text}' before the noun")
    return None


_SELF = re.compile(r"\bkill(?:ing|ed)\s(?:him|her|it|them)sel(?:f|ves),?\s(?:and\s)?\Z")
_LONGEST_SELF = 32


def with_himself(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "killing himself, two guards and six shoppers"."""
    start = syntax.tokens[counted.first].start
    before = syntax.text[max(start - _LONGEST_SELF, 0) : start]
    if counted.noun is None or _SELF.search(before) is None:
        return None
    return Verdict(FigureKind.KILLED, None, "killed with the one who did it")


def verb_before(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "killing at least 50 people", where the parse went astray after it."""
    if counted.first == 0:
        return None
    verb = syntax.tokens[counted.first - 1]
    if verb.pos != "VERB":
        return None
    kind = verb_kind(verb.lemma, "object")
    if kind is None or kind in _UNSURE_AFTER_A_VERB:
        return None
    return Verdict(kind, verb, f"after '{verb.text}'")


def held_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "13,000 containers of shells", "200 pieces of equipment"."""
    noun = counted.noun
    if noun is None or noun.lemma not in tables()["containers"]["nouns"]:
        return None
    tokens = syntax.tokens
    if noun.index + 2 >= len(tokens) or tokens[noun.index + 1].lemma != "of":
        return None
    for token in tokens[noun.index + 2 : noun.index + 5]:
        kind = noun_kind(token)
        if kind in THINGS and kind:
            return Verdict(kind, token, f"'{noun.text} of {token.text}'")
    return None


def strong_kind(counted: Counted, syntax: Syntax) -> Verdict | None:
    """Reads "a 3,000-strong garrison", "a 10,000-strong crowd"."""
    tokens = syntax.tokens
    near = tokens[counted.number.index + 1 : counted.number.index + 5]
    strong = next((t for t in near if t.lemma == "strong"), None)
    if strong is None or any(
        t.pos not in {"PUNCT", "ADJ", "NUM"} for t in near[: near.index(strong)]
    ):
        return None
    for token in tokens[strong.index + 1 : strong.index + 5]:
        if token.lemma in word_set("crowds", "nouns"):
            return Verdict(FigureKind.PARTICIPANTS, token, f"'-strong {token.text}'")
        if (
            is_group(token)
            or is_armed_group(token)
            or noun_kind(token) is FigureKind.TROOPS
        ):
            return Verdict(FigureKind.TROOPS, token, f"'-strong {token.text}'")
    return None
