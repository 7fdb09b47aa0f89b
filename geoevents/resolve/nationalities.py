"""Nationalities of an article: which countries its people and things are of."""

import re
from collections.abc import Mapping, Sequence

from geoevents.models.mention import Toponym
from geoevents.resolve.candidates import CandidateSource, NameGroup, group_key

# Begins with its letter, not with what comes before it: so it is found twice as fast.
_NATIONAL = re.compile(
    r"[A-Z](?<!\w.)(?:[a-z]{3,}(?:(?<=North|South|Saudi|Costa) [A-Z][a-z]{3,})?"
    r"|(?:(?<=[NS])\.?|(?<=S)ri) [A-Z][a-z]{3,})\b"
)
# "the southern Lebanese city of Tyre"
_GOVERNING = re.compile(
    r"([A-Z][a-z]+(?: [A-Z][a-z]+)?),?(?: [\w-]+){0,2} "
    r"(?:city|town|village|port|region|province|district|capital|state|island|"
    r"suburb|settlement|county|city-state|resort|border)s?(?: city| town)?(?: of)? $"
)
_REACH = 45


def nationalities_in(text: str, sources: CandidateSource) -> dict[str, int]:
    """How often each country's people or things are named."""
    found: dict[str, int] = {}
    for words in _NATIONAL.findall(text):
        country = sources.nationality(words)
        if country:
            found[country] = found.get(country, 0) + 1
    return found


def add_nationalities(
    text: str,
    groups: Mapping[str, NameGroup],
    toponyms: Sequence[Toponym],
    sources: CandidateSource,
) -> None:
    """ "the southern Lebanese city of Tyre": a nationality that governs a name."""
    for toponym in toponyms:
        start = max(0, toponym.span.start - _REACH)
        before = text[start : toponym.span.start]
        match = _GOVERNING.search(before)
        if match is None:
            continue
        for word in (match[1], match[1].split()[-1], match[1].split()[0]):
            country = sources.nationality(word)
            if country:
                groups[group_key(toponym)].nationalities |= {country}
                break
