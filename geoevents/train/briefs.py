"""Briefs of our own in which only events are annotated: ``data/briefs``.

A brief is a line ``# id | YYYY-MM-DD``, its text, in which ``[X*2/planned:strike]``
marks the word that tells of two planned events of type X, and for each event a line
``> strike | Homs | Tuesday | killed at least 20; wounded 31``: where and when it was and
what was counted, as the text has it, ``-`` where it does not say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
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
_NOT_SAID = "-"


def read_briefs(files: Sequence[Path]) -> list[dict[str, Any]]:
    """Rows in GOLD.md's shape, in the order of the files; all but reports is empty.

    Raises:
        ValueError: a brief is malformed; the message names the file and the line.
    """
    return [row for path in files for row in _read(path)]


def _read(path: Path) -> Iterator[dict[str, Any]]:
    for block in path.read_text("utf-8").strip().split("\n\n"):
        head, *lines = block.strip().split("\n")
        known = _HEAD.fullmatch(head)
        if known is None:
            message = f"{path.name}: {head[:60]!r} is not '# id | YYYY-MM-DD'"
            raise ValueError(message)
        marked = " ".join(line for line in lines if not line.startswith("> "))
        told = [line[2:] for line in lines if line.startswith("> ")]
        text, reports = _unmarked(marked)
        where = f"{path.name}: {known['id']}"
        if "[" in text or "]" in text:
            message = f"{where} has a mark that is not closed"
            raise ValueError(message)
        if len(told) != len(reports):
            message = f"{where} has {len(told)} lines for {len(reports)} events"
            raise ValueError(message)
        named = _Named(where, text)
        for report, line in zip(reports, told, strict=True):
            named.complete(report, line)
        yield {
            "id": known["id"],
            "title": None,
            "text": text,
            "published": None if known["day"] == "null" else known["day"],
            "toponyms": named.toponyms,
            "timexes": named.timexes,
            "figures": named.figures,
            "reports": reports,
        }


@dataclass(slots=True)
class _Named:
    """What the lines of one brief name, each name once a place in the text."""

    where: str
    text: str
    toponyms: list[dict[str, Any]] = field(default_factory=list)
    timexes: list[dict[str, Any]] = field(default_factory=list)
    figures: list[dict[str, Any]] = field(default_factory=list)

    def complete(self, report: dict[str, Any], line: str) -> None:
        """Place, time and figures of one event, by its line."""
        parts = [part.strip() for part in line.split("|")]
        trigger = report["trigger"]
        if len(parts) != len(("trigger", "place", "time", "figures")) or (
            parts[0] != trigger["text"]
        ):
            message = f"{self.where}: {line!r} is not the line of {trigger['text']!r}"
            raise ValueError(message)
        _, place, time, figures = parts
        if place != _NOT_SAID:
            row = {**self._span(place, trigger), "lat": None, "lon": None, "tol_km": 0}
            report["place"] = _number(self.toponyms, row)
        if time != _NOT_SAID:
            report["time"] = _number(self.timexes, self._span(time, trigger))
        for figure in figures.split(";") if figures != _NOT_SAID else ():
            kind, _, words = figure.strip().partition(" ")
            row = {**self._span(words, trigger), "kind": kind}
            report["figures"].append(_number(self.figures, row))

    def _span(self, words: str, trigger: dict[str, Any]) -> dict[str, Any]:
        """Where the words stand, nearest to the trigger."""
        found = re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", self.text)
        starts = [match.start() for match in found]
        if not starts:
            message = f"{self.where}: {words!r} is not in the text"
            raise ValueError(message)
        start = min(starts, key=lambda at: (abs(at - trigger["start"]), at))
        return {"start": start, "end": start + len(words), "text": words}


def _number(rows: list[dict[str, Any]], row: dict[str, Any]) -> int:
    """The index of a row, which is added where it is new."""
    if row not in rows:
        rows.append(row)
    return rows.index(row)


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
