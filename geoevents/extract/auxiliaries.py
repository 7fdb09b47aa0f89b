"""What hangs on an auxiliary belongs to its verb: "Amnesty had on Monday reported".

The parser takes "had" for the verb where a time comes between the two.
"""

from collections.abc import Sequence

from geoevents.models.syntax import Token

_AUXILIARY = frozenset({"aux", "auxpass"})


def lift_from_auxiliaries(tokens: Sequence[Token]) -> None:
    """Hangs each subject and time of an auxiliary on its verb; changes ``tokens``."""
    for token in tokens:
        above = tokens[token.head]
        if above.dep in _AUXILIARY:
            token.head = above.head
