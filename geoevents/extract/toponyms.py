"""Place names in a parse: every capitalised name is looked up, rules decide.

Nationality words are no toponyms, nor are names inside an organisation's name. Spans
leave out "region", "oblast", "southern", "the city of" and prepositions (GOLD.md).
"""

import math

from geoevents.extract.toponym_evidence import Judge, Verdict
from geoevents.extract.toponym_runs import NameMatch, NameSource, find_matches, trim
from geoevents.extract.toponym_settle import settle
from geoevents.extract.toponym_wording import add_wording
from geoevents.models.mention import Toponym
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax

__all__ = ["NameSource", "find_toponyms"]


def find_toponyms(syntax: Syntax, names: NameSource) -> tuple[Toponym, ...]:
    """Every place name of the article, in text order, without overlaps.

    Each carries what the wording says of it (hint, relation, container) and the
    reasons for taking it as a place; ``confidence`` is that it is a place name.
    """
    judge = Judge(syntax, names)
    matches = find_matches(syntax, names)
    verdicts = settle(syntax, matches, [judge.weigh(match) for match in matches])
    found = [
        _toponym(syntax, match, verdict)
        for match, verdict in zip(matches, verdicts, strict=True)
        if verdict.is_place
    ]
    return tuple(add_wording(syntax, names, found))


def _toponym(syntax: Syntax, match: NameMatch, verdict: Verdict) -> Toponym:
    first, last = trim(syntax, match.first, match.last)
    if first >= last:
        first, last = match.first, match.last
    start, end = syntax.tokens[first].start, syntax.tokens[last - 1].end
    while end - start > 1 and not (
        syntax.text[end - 1].isalnum() or syntax.text[end - 1] == "."
    ):
        end -= 1  # "Portland/"
    span = Span(start=start, end=end)
    text = span.of(syntax.text)
    return Toponym(
        span=span,
        text=text,
        name=" ".join(text.split()),
        label=match.entity.label if match.entity else "",
        standing=match.glance.standing if match.glance else "",
        confidence=round(1 / (1 + math.exp(-verdict.score)), 2),
        reasons=verdict.reasons,
    )
