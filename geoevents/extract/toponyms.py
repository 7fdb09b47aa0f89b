"""Place names in a parse: every capitalised name is looked up, rules decide.

Nationality words are no toponyms, nor are names inside an organisation's name. Spans
leave out "region", "oblast", "southern", "the city of" and prepositions (GOLD.md).
"""

from geoevents.extract.toponym_bounds import trim
from geoevents.extract.toponym_evidence import VOTERS, Judge, Verdict
from geoevents.extract.toponym_features import Names, gather_names, name_features
from geoevents.extract.toponym_runs import NameMatch, NameSource, find_matches
from geoevents.extract.toponym_seats import described_seats
from geoevents.extract.toponym_settle import settle
from geoevents.extract.toponym_units import with_units
from geoevents.extract.toponym_wording import add_wording
from geoevents.models.mention import Toponym
from geoevents.models.span import Span
from geoevents.models.syntax import Syntax
from geoevents.weights import Weights, as_chance, read_weights

__all__ = ["NameSource", "find_toponyms"]

# How much more the weights must speak for another answer than for that of the votes: a
# name that the votes pass over is missed more often than a person is taken for a place.
TRUST_IN_A_PLACE, TRUST_IN_NO_PLACE = 1.5, 0.4


def find_toponyms(
    syntax: Syntax, names: NameSource, weights: Weights | None = None
) -> tuple[Toponym, ...]:
    """Every place name of the article, in text order, without overlaps.

    Each carries what the wording says of it (hint, relation, container) and the
    reasons for taking it as a place; ``confidence`` is that it is a place name.
    """
    table = (read_weights() if weights is None else weights).names
    candidates = candidate_names(syntax, names)
    found = []
    for index, match in enumerate(candidates.matches):
        verdict = candidates.verdicts[index]
        weight = table.score(name_features(candidates, index))
        if weight >= _least_weight(match, verdict):
            found.append(_toponym(syntax, names, match, verdict, as_chance(weight)))
    found += described_seats(syntax, names, found)
    found.sort(key=lambda toponym: toponym.span)
    return tuple(add_wording(syntax, names, found))


def _least_weight(match: NameMatch, verdict: Verdict) -> float:
    if verdict.is_place:
        return -TRUST_IN_A_PLACE
    entity = match.entity
    is_whole = entity is None or (match.first, match.last) == (
        entity.first,
        entity.last,
    )
    is_worded = verdict.votes[VOTERS.index("wording")] > 0 and not (
        {"'on' precedes", "'at' precedes"} & {*verdict.reasons}
    )
    is_of_body = entity is not None and entity.label == "ORG" and not is_whole
    is_work = entity is not None and entity.label == "WORK_OF_ART" and not is_worded
    return TRUST_IN_A_PLACE if is_of_body or is_work else TRUST_IN_NO_PLACE


def candidate_names(syntax: Syntax, names: NameSource) -> Names:
    """Every name that could be a place, with the votes on it."""
    syntax = with_units(syntax)
    judge = Judge(syntax, names)
    matches = find_matches(syntax, names)
    verdicts = settle(syntax, matches, [judge.weigh(match) for match in matches])
    return gather_names(syntax, matches, verdicts)


def _bounds(syntax: Syntax, names: NameSource, match: NameMatch) -> tuple[int, int]:
    """Tokens of the name without words for a unit, unless they are part of it.

    "Kursk Region" is Kursk; the United States are no place called United.
    """
    whole = match.first, match.last
    first, last = trim(syntax, *whole)
    if first >= last:
        return whole
    if match.glance is not None and syntax.tokens[match.last - 1].text == "Town":
        return whole  # Cape Town, not a cape
    span = Span(start=syntax.tokens[first].start, end=syntax.tokens[last - 1].end)
    is_known = names.glance(span.of(syntax.text)) is not None
    return (first, last) if is_known or match.glance is None else whole


def _toponym(
    syntax: Syntax,
    names: NameSource,
    match: NameMatch,
    verdict: Verdict,
    chance: float,
) -> Toponym:
    first, last = _bounds(syntax, names, match)
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
        confidence=round(chance, 2),
        reasons=verdict.reasons,
    )
