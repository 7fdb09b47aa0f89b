"""Which gold reports of one article are versions of one event."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from geoevents.models.figure import FigureScope
from geoevents.models.span import Span
from geoevents.train.align import gold_figure, reports_counting


@dataclass(frozen=True, slots=True)
class Versions:
    """An article's gold with, for each report, the first one it is a version of."""

    gold: Mapping[str, Any]
    first: tuple[int, ...]

    @classmethod
    def of(cls, gold: Mapping[str, Any]) -> "Versions":
        """Follows ``same_as`` within the article, both ways and over several steps."""
        first = list(range(len(gold["reports"])))

        def root(report: int) -> int:
            while first[report] != report:
                report = first[report]
            return report

        for index, report in enumerate(gold["reports"]):
            for other in report.get("same_as") or ():
                article, number = other.rsplit(":", 1)
                if article == gold["id"]:
                    low, high = sorted((root(index), root(int(number))))
                    first[high] = low
        return cls(gold, tuple(map(root, range(len(first)))))

    def are_rivals(self, one: Span, two: Span) -> bool:
        """Two figures count one event in reports of their own."""
        ours, theirs = self._reports(one), self._reports(two)
        versions = {self.first[r] for r in ours} & {self.first[r] for r in theirs}
        return bool(versions) and not ours & theirs

    def _reports(self, span: Span) -> set[int]:
        """The reports that count the figure at a span; a part counts for none."""
        figure = gold_figure(self.gold, span)
        if (
            figure is None
            or self.gold["figures"][figure]["scope"] == FigureScope.SUBSET
        ):
            return set()
        return reports_counting(self.gold, span)
