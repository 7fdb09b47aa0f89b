"""Where in an article a value comes from."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """Half-open ``[start, end)`` in Unicode code points of ``Article.text``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            message = f"a span needs 0 <= start <= end, got [{self.start}, {self.end})"
            raise ValueError(message)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The quoted text: ``text[start:end]``."""
        return text[self.start : self.end]

    def overlaps(self, other: Self) -> bool:
        """True when the two share at least one code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Self) -> bool:
        """True when ``other`` lies wholly inside this span."""
        return self.start <= other.start and other.end <= self.end

    def cover(self, other: Self) -> "Span":
        """The smallest span that holds both."""
        return Span(start=min(self.start, other.start), end=max(self.end, other.end))
