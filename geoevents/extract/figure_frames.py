"""Over what a figure counts: this event, all so far, what is there, what moves."""

import re

from geoevents.extract.figure_lexicon import word_set
from geoevents.extract.figure_nouns import Counted
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.syntax import Syntax, Token

_SUBSET = re.compile(
    r"\b(?:including|include[sd]?|among (?:them|whom|those|the dead|the wounded|the victims)|of whom|of them|of which|as well as among)\b[^.;]{0,12}\Z",
    re.IGNORECASE,
)
_AMONG = re.compile(r"(?:\s+(?:\w+\s+){0,3})?(?:was|were|are|is)\s+among\b")
_OF_THE = re.compile(r"\bof\s+(?:the|those|these)\s+(?:\w+\s+){0,2}\Z", re.IGNORECASE)
_TOTAL = re.compile(
    r"\b(?:since|so far|to date|in all|overall|in total|a total of|altogether"
    r"|this (?:year|month)|bringing the|brings the|brought the|until now)\b",
    re.IGNORECASE,
)
# "the worst attack since 2014" counts one attack, not all since 2014.
_SUPERLATIVE = re.compile(
    r"\b(?:\w+est|worst|first|most)\b[^.;]{0,80}?\bsince\b", re.IGNORECASE
)
_STILL = re.compile(r"\b(?:now|currently|still|strong)\b", re.IGNORECASE)
_MOVED = frozenset({
    FigureKind.TROOPS, FigureKind.EQUIPMENT, FigureKind.CAPTURED, FigureKind.ABDUCTED,
    FigureKind.MUNITIONS,
})  # fmt: skip


def scope_of(
    counted: Counted, kind: FigureKind, syntax: Syntax, start: int
) -> FigureScope:
    """Over what a figure counts, from the words of its clause."""
    said_of = (counted.noun or counted.node).end
    is_among = _AMONG.match(syntax.text, said_of)
    is_part = _is_part(counted, syntax) or _opens_part(syntax, start)
    if is_among or is_part or _is_beside_part(counted, syntax):
        return FigureScope.SUBSET
    sentence = syntax.sentence_at(start)
    if sentence is None:
        return FigureScope.INCIDENT
    first, last = sentence.span.start, sentence.span.end
    near = syntax.text[max(first, start - 120) : min(last, start + 140)]
    verb = _verb_above(counted, syntax)
    moved = _movement(kind, near, verb, syntax)
    if moved is not None:
        return moved
    return _span_of_time(kind, near, verb, syntax)


def _is_part(counted: Counted, syntax: Syntax) -> bool:
    """Reads "six of them", "two of the dead"; "two of its men" are no part told before."""
    if not counted.partitive:
        return False
    if counted.noun is None:
        return True
    lead = syntax.text[max(counted.noun.start - 24, 0) : counted.noun.start]
    return bool(_OF_THE.search(lead))


def _is_beside_part(counted: Counted, syntax: Syntax) -> bool:
    """ "among them 50 officers and two generals": the generals are a part too."""
    if counted.noun is None or counted.noun.dep != "conj":
        return False
    beside = syntax.tokens[counted.noun.head]
    numbers = (syntax.tokens[child] for child in syntax.children[beside.index])
    return any(t.dep == "nummod" and _opens_part(syntax, t.start) for t in numbers)


def _opens_part(syntax: Syntax, start: int) -> bool:
    """ "among them" or the like stands right before."""
    return _SUBSET.search(syntax.text[max(start - 40, 0) : start]) is not None


def _verb_above(counted: Counted, syntax: Syntax) -> Token | None:
    above = syntax.ancestors(counted.node.index)[:4]
    return next((t for t in above if t.pos in {"VERB", "AUX"}), None)


def _movement(
    kind: FigureKind, near: str, verb: Token | None, syntax: Syntax
) -> FigureScope | None:
    if kind not in _MOVED or verb is None:
        return None
    dobj = any(syntax.tokens[i].dep == "dobj" for i in syntax.children[verb.index])
    if verb.lemma in word_set("scope", "flow") or (verb.lemma == "deploy" and dobj):
        return FigureScope.FLOW
    if kind is not FigureKind.TROOPS:
        return None
    there = (
        verb.lemma in word_set("scope", "stock")
        or verb.lemma == "be"
        or _STILL.search(near)
    )
    return FigureScope.STOCK if there else None


def _span_of_time(
    kind: FigureKind, near: str, verb: Token | None, syntax: Syntax
) -> FigureScope:
    if _TOTAL.search(_SUPERLATIVE.sub(" ", near)):
        return FigureScope.CUMULATIVE
    if kind is FigureKind.DISPLACED and verb is not None:
        helpers = [syntax.tokens[i].lemma for i in syntax.children[verb.index]]
        if "have" in helpers:
            return FigureScope.CUMULATIVE
    return FigureScope.INCIDENT
