"""The line a report opens with: "KYIV, Dec 17 - "."""

import re

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_DATELINE = re.compile(
    rf"[ \t]*(?P<place>[{_CAPITALS}][{_CAPITALS}.'’ /-]{{2,50}}"
    r"(?:, [A-Z][\w.'’ -]{2,40})?)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\([^)]{2,30}\))?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}))? ?(?:[-–—]+|:) "
)
_OPENING = re.compile(r"[A-Z][^.!?\n]{0,70}? ?[-–—]{1,2} (?![a-z])")
_AFTER_PLACE = re.compile(r"[,/(]")


def dateline_end(text: str, offset: int) -> int:
    """Where the dateline holding ``offset`` ends; -1 where it stands in none.

    "KYIV, Dec 17 - ", "SUDZHA, Russia, March 14 - ", at the start of a paragraph.
    """
    start = text.rfind("\n", 0, offset) + 1
    match = _DATELINE.match(text, start)
    if match is None or match.end("place") < offset:
        return -1
    return match.end("place")


def opening_end(text: str, start: int, end: int) -> int:
    """Where the dateline ends that ``text[start:end]`` opens with; else ``start``.

    Its place stands in capitals and a sentence follows: "NATO - the alliance - said"
    opens with none.
    """
    match = _OPENING.match(text, start, end)
    if match is None or not _AFTER_PLACE.split(match[0])[0].isupper():
        return start
    return match.end()
