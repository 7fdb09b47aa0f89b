"""Names in a row: "Eldoret, Nakuru and Meru" are towns when some of them are."""

import re
from collections.abc import Sequence

from geoevents.models.mention import Toponym

_JOINED = re.compile(r"\s*(?:,|and|or|, and|, or|as well as)\s*")


def listed_with(text: str, toponyms: Sequence[Toponym], index: int) -> list[int]:
    """Indices of the other names of the list a name stands in, in order."""
    first = last = index
    while first > 0 and _are_joined(text, toponyms, first - 1):
        first -= 1
    while last < len(toponyms) - 1 and _are_joined(text, toponyms, last):
        last += 1
    return [other for other in range(first, last + 1) if other != index]


def _are_joined(text: str, toponyms: Sequence[Toponym], index: int) -> bool:
    left, right = toponyms[index], toponyms[index + 1]
    if left.container == index + 1:  # "Meru, Kenya" is no list
        return False
    gap = text[left.span.end : right.span.start]
    return _JOINED.fullmatch(gap) is not None
