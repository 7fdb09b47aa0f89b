"""One document, as it came in."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256


class PublishedBasis(StrEnum):
    """How the publication date was found."""

    GIVEN = "given"  # stated by the user or in the record
    DATELINE = "dateline"  # read from the text's own dateline
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """Cleaned text with what is known about it.

    Every span of every later value counts code points of ``text``, which is kept
    exactly as it was read: nothing is stripped or normalised after this point.
    """

    id: str
    text: str
    title: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.NONE
    url: str | None = None
    publisher: str | None = None
    language: str | None = None

    @property
    def text_sha256(self) -> str:
        """Hex digest of the UTF-8 text: proof that offsets still fit."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
