"""Whose figure it is and over what it counts: nationality, noun phrase, scope."""

import re
from collections.abc import Mapping
from functools import cache

from geoevents.extract.figure_kinds import scope_words
from geoevents.extract.figure_lexicon import noun_kind
from geoevents.extract.figure_nouns import Counted
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.syntax import Sentence, Syntax, Token

_SUBSET = re.compile(
    r"\b(?:including|include[sd]?|among (?:them|whom|those|the dead|the wounded|the victims)|of whom|of them|of which|as well as among)\b[^.;]{0,12}\Z",
    re.IGNORECASE,
)
_COUNT = re.compile(r"^(?:the |about |some )?\d[\d,.]*\s")
_WORD = re.compile(r"\b[A-Z][a-z]+\b")


def phrase_of(counted: Counted, number_end: int, syntax: Syntax) -> str | None:
    """The counted noun phrase without its number: "North Korean soldiers"."""
    noun = counted.noun
    if noun is None:
        return None
    if noun.end <= number_end:
        return None
    start = number_end
    text = syntax.text[start : noun.end]
    for lead in (
        " of the ",
        " of its ",
        " of his ",
        " of their ",
        " of ",
        " other ",
        " others ",
        " more ",
    ):
        if text.lower().startswith(lead):
            text = text[len(lead) - 1 :]
    cleaned = _COUNT.sub("", " ".join(text.split()))
    return cleaned.lstrip("-\u2010 ") or None


@cache
def _longest(nationalities: tuple[str, ...]) -> int:
    return max((len(name.split()) for name in nationalities), default=1)


def nationality_of(phrase: str | None, nationalities: Mapping[str, str]) -> str | None:
    """ISO 3166-1 alpha-3 of the first nationality a phrase names; None for none."""
    if phrase is None:
        return None
    words = phrase.replace("\u2019", "'").split()
    for size in (3, 2, 1):
        for start in range(len(words) - size + 1):
            name = " ".join(words[start : start + size]).strip(",.;'").lower()
            iso3 = nationalities.get(name) or nationalities.get(name.removesuffix("s"))
            if iso3:
                return iso3
    return None


def scope_of(
    counted: Counted,
    kind: FigureKind,
    sentence: Sentence | None,
    syntax: Syntax,
    start: int,
) -> FigureScope:
    """Over what a figure counts, from the words of its clause."""
    text = syntax.text
    before = text[max(start - 40, 0) : start]
    if counted.partitive and counted.noun is None:
        return FigureScope.SUBSET
    if _SUBSET.search(before):
        return FigureScope.SUBSET
    if sentence is None:
        return FigureScope.INCIDENT
    near = text[
        max(sentence.span.start, start - 120) : min(sentence.span.end, start + 140)
    ].lower()
    return _cued(kind, near, _verb_above(counted, syntax))


def _verb_above(counted: Counted, syntax: Syntax) -> str:
    for token in syntax.ancestors(counted.node.index)[:4]:
        if token.pos in {"VERB", "AUX"}:
            return token.lemma
    return ""


def _cued(kind: FigureKind, near: str, verb: str) -> FigureScope:
    cues = scope_words()
    if kind in {
        FigureKind.TROOPS,
        FigureKind.EQUIPMENT,
        FigureKind.CAPTURED,
        FigureKind.ABDUCTED,
        FigureKind.MUNITIONS,
    }:
        if verb in cues["flow"] or (verb == "have" and False):
            return FigureScope.FLOW
        if kind is FigureKind.TROOPS and (
            verb in {*cues["stock"], "be"}
            or re.search(r"\b(?:now|currently|still|remain|strong)\b", near)
        ):
            return FigureScope.STOCK
    if re.search(
        r"\bsince\b|\bso far\b|\bto date\b|\bin all\b|\boverall\b|\bin total\b|\baltogether\b|\bthis (?:year|month)\b",
        near,
    ):
        return FigureScope.CUMULATIVE
    return FigureScope.INCIDENT


def unit_of(noun: Token | None, kind: FigureKind, inherited: str | None) -> str | None:
    """The counted noun in lower case; what is inherited, or people, where left out."""
    if noun is not None and noun.pos in {"NOUN", "PROPN"} and noun.entity != "NORP":
        own = noun_kind(noun)
        bare = {
            "dead",
            "wounded",
            "injured",
            "death",
            "deaths",
            "casualties",
            "injuries",
            "losses",
            "fatalities",
            "arrests",
        }
        if not (own is not None and noun.text.lower() in bare):
            return noun.text.lower()
    if inherited:
        return inherited
    return None if kind in {FigureKind.EQUIPMENT, FigureKind.MUNITIONS} else "people"
