"""The words beside a name and between two of them."""

from geoevents.models.mention import Toponym
from geoevents.models.syntax import Syntax

LOOK_BACK_CHARACTERS = 90


def gap_between(syntax: Syntax, left: Toponym, right: Toponym) -> str:
    """The text from the end of one to the start of the other."""
    return syntax.text[left.span.end : right.span.start]


def are_listed(syntax: Syntax, left: Toponym, right: Toponym) -> bool:
    """ "A, B", "A and B"."""
    gap = " ".join(gap_between(syntax, left, right).split())
    return gap in {",", "and", "or", ", and", "&", "/", ", or", "as well as"}


def words_before(syntax: Syntax, toponym: Toponym) -> str:
    """Those of its sentence, up to ``LOOK_BACK_CHARACTERS``."""
    start = max(0, toponym.span.start - LOOK_BACK_CHARACTERS)
    sentence = syntax.sentence_at(toponym.span.start)
    if sentence is not None:
        start = max(start, sentence.span.start)
    return " ".join(syntax.text[start : toponym.span.start].split(" "))
