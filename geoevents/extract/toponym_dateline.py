"""The line a report opens with: "KYIV, Dec 17 - "."""

import re

_CAPITALS = "A-ZÀ-ÖØ-Þ"
_DATELINE = re.compile(
    rf"[ \t]*(?P<place>[{_CAPITALS}][{_CAPITALS}.'’ /-]{{2,50}}"
    r"(?:, [A-Z][\w.'’ -]{2,40})?)"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\([^)]{2,30}\))?(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}))? ?(?:[-–—]+|:) "
)


def dateline_end(text: str, offset: int) -> int:
    """Where the dateline holding ``offset`` ends; -1 where it stands in none.

    "KYIV, Dec 17 - ", "SUDZHA, Russia, March 14 - ", at the start of a paragraph.
    """
    start = text.rfind("\n", 0, offset) + 1
    match = _DATELINE.match(text, start)
    if match is None or match.end("place") < offset:
        return -1
    return match.end("place")
