"""What speaks for a name being used as a place: the votes, and the words around it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from geoevents.extract.toponym_evidence import VOTERS, Verdict
from geoevents.extract.toponym_runs import NameMatch
from geoevents.models.syntax import Syntax, Token
from geoevents.weights import Features

# Names this far on either side may be of one list or one address.
_NEIGHBOUR_CHARACTERS = 30
_MOST_COUNTRIES = 4


@dataclass(frozen=True, slots=True)
class Names:
    """All matches of one article with their votes, in text order."""

    syntax: Syntax
    matches: Sequence[NameMatch]
    verdicts: Sequence[Verdict]
    told: Counter[tuple[str, bool]]  # (name, is it a place by the votes?)


def gather_names(
    syntax: Syntax, matches: Sequence[NameMatch], verdicts: Sequence[Verdict]
) -> Names:
    """The matches of an article, ready to be weighed one by one."""
    told = Counter(
        (match.text.casefold(), verdict.is_place)
        for match, verdict in zip(matches, verdicts, strict=True)
    )
    return Names(syntax, matches, verdicts, told)


def name_features(names: Names, index: int) -> Features:
    """Features of one match of an article."""
    syntax = names.syntax
    match, verdict = names.matches[index], names.verdicts[index]
    label = match.entity.label if match.entity else "none"
    features: Features = {
        "always": 1.0,
        "votes together": verdict.score,
        f"label={label}": 1.0,
        f"words={min(match.last - match.first, 3)}": 1.0,
    }
    for voter, vote in zip(VOTERS, verdict.votes, strict=True):
        features[f"vote of {voter}"] = vote
        features[f"vote of {voter}={vote:.1f}"] = 1.0
    if match.entity is not None:
        bounds = (match.entity.first, match.entity.last)
        if bounds != (match.first, match.last):
            features[f"inside={label}"] = 1.0
    if match.run != (match.first, match.last):
        features["part of a longer run"] = 1.0
    if match.text.isupper():
        features["in capitals"] = 1.0
    _table(features, match, label)
    _grammar(features, syntax, match, label)
    _neighbours(features, names, index)
    return features


def _table(features: Features, match: NameMatch, label: str) -> None:
    """What the gazetteer says of the name."""
    glance = match.glance
    features[f"listed={glance is not None} {label}"] = 1.0
    if glance is None:
        return
    for kind in glance.kinds:
        features[f"kind={kind}"] = 1.0
    features[f"main name={glance.is_main}"] = 1.0
    features[f"people digits={len(str(glance.population))}"] = 1.0
    features[f"standing={glance.standing} {label}"] = 1.0
    features[f"countries={min(len(glance.countries), _MOST_COUNTRIES)}"] = 1.0


def _grammar(features: Features, syntax: Syntax, match: NameMatch, label: str) -> None:
    """The words around it and the word it hangs on."""
    tokens = syntax.tokens
    first = tokens[match.first]
    before = _same_sentence(tokens, match.first - 1, first)
    after = _same_sentence(tokens, match.last, first)
    further = _same_sentence(tokens, match.last + 1, first)
    features[f"before={before}"] = 1.0
    features[f"after={after}"] = 1.0
    features[f"after two={after} {further}"] = 1.0
    head = syntax.head_of(match.span)
    if head is None:
        return
    above = tokens[head.head]
    features[f"tag={head.pos}"] = 1.0
    features[f"role={head.dep} {above.pos}"] = 1.0
    if above.pos != "ADP":
        features[f"governor={above.lemma} {head.dep}"] = 1.0
        features[f"governor kin={above.kin} {head.dep}"] = 1.0
        return
    higher = tokens[above.head]
    preposition = above.lemma
    features[f"preposition={preposition}"] = 1.0
    features[f"preposition={preposition} {label}"] = 1.0
    features[f"preposition={preposition} listed={match.glance is not None}"] = 1.0
    features[f"preposition={preposition} kin={higher.kin}"] = 1.0
    features[f"governor={higher.lemma}"] = 1.0


def _same_sentence(tokens: Sequence[Token], index: int, first: Token) -> str:
    if not 0 <= index < len(tokens) or tokens[index].sentence != first.sentence:
        return "edge"
    return tokens[index].text.lower()


def _neighbours(features: Features, names: Names, index: int) -> None:
    """Names beside it that are places, and what became of the same name elsewhere."""
    match = names.matches[index]
    for other, where in ((index - 1, "place before"), (index + 1, "place after")):
        if not 0 <= other < len(names.matches) or not names.verdicts[other].is_place:
            continue
        left, right = sorted((match.span, names.matches[other].span))
        gap = names.syntax.text[left.end : right.start]
        if len(gap) < _NEIGHBOUR_CHARACTERS and "." not in gap:
            features[f"{where}={' '.join(gap.lower().split())}"] = 1.0
    name = match.text.casefold()
    for is_place, told in ((True, "a place"), (False, "no place")):
        own = names.verdicts[index].is_place is is_place
        if names.told[name, is_place] - own > 0:
            features[f"elsewhere {told}"] = 1.0
