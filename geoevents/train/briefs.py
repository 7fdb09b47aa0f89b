"""Briefs of our own in which only the events are marked: ``data/briefs``.

A brief is a line ``# id | YYYY-MM-DD`` and its text, in which ``[X*2/planned:strike]``
marks the word that tells of two planned events of type X. They teach what tells of an
event and of which type; places, days and figures are learned from ``data/gold`` alone.
"""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from geoevents.models.report import EventType, ReportStatus

_TYPES = {
    "B": EventType.BATTLES,
    "X": EventType.EXPLOSIONS,
    "V": EventType.VIOLENCE,
    "P": EventType.PROTESTS,
    "R": EventType.RIOTS,
    "S": EventType.STRATEGIC,
    "D": EventType.DISASTER,
}
_MARK = re.compile(
    r"\[(?P<type>[BXVPRSD])(?:\*(?P<times>\d))?(?:/(?P<status>[a-z]+))?:"
    r"(?P<words>[^][]+)\]"
)
_HEAD = re.compile(r"# (?P<id>[a-z0-9-]+) \| (?P<day>\d{4}-\d\d-\d\d|null)")


def read_briefs(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Rows in GOLD.md's shape, in the order of the files; all but reports is empty.

    Raises:
        ValueError: a brief is malformed; the message names the file and the line.
    """
    return [row for path in files for row in _read(path)]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        head, _, marked = block.strip().partition("\n")
        known = _HEAD.fullmatch(head)
        if known is None:
            message = f"{path.name}: {head[:60]!r} is not '# id | YYYY-MM-DD'"
            raise ValueError(message)
        day = None if known["day"] == "null" else known["day"]
        text, reports = _unmarked(" ".join(marked.split("\n")))
        if "[" in text or "]" in text:
            message = f"{path.name}: {known['id']} has a mark that is not closed"
            raise ValueError(message)
        yield {
            "id": known["id"],
            "title": None,
            "text": text,
            "published": day,
            "toponyms": [],
            "timexes": [],
            "figures": [],
            "reports": reports,
        }


def _unmarked(marked: str) -> tuple[str, list[dict[str, Any]]]:
    """The plain text, and a report for each event that its marks stand for."""
    parts: list[str] = []
    reports: list[dict[str, Any]] = []
    length = end = 0
    for mark in _MARK.finditer(marked):
        parts += [marked[end : mark.start()], mark["words"]]
        start = length + mark.start() - end
        length, end = start + len(mark["words"]), mark.end()
        trigger = {"start": start, "end": length, "text": mark["words"]}
        reports += [_report(mark, trigger) for _ in range(int(mark["times"] or 1))]
    return "".join([*parts, marked[end:]]), reports


def _report(mark: re.Match[str], trigger: dict[str, Any]) -> dict[str, Any]:
    return {
        "event_type": _TYPES[mark["type"]].value,
        "trigger": trigger,
        "place": None,
        "time": None,
        "date_start": None,
        "date_end": None,
        "figures": [],
        "actors": [],
        "attribution": [],
        "claim_status": "stated",
        "status": ReportStatus(mark["status"] or "occurred").value,
    }
