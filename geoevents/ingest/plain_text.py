"""A text file is one article."""

from collections.abc import Iterator
from datetime import date
from hashlib import sha256
from pathlib import Path

from geoevents.errors import IngestError, UnreadableSourceError
from geoevents.ingest.decode import decode
from geoevents.ingest.language import detect_language
from geoevents.ingest.record import check_length
from geoevents.models.article import Article, PublishedBasis


def read_text_file(
    path: Path, published: date | None
) -> Iterator[Article | IngestError]:
    """The file's text as one article; its id is the file's name and content."""
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"{path} cannot be read: {error.strerror}"
        raise UnreadableSourceError(message) from error
    text = decode(content, str(path))
    check_length(text, str(path))
    yield text_article(text, published=published, stem=path.stem)


def text_article(
    text: str,
    *,
    published: date | None = None,
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
    stem: str = "pasted",
) -> Article:
    """An article from bare text, as pasted or read; id from its content."""
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    return Article(
        id=f"{stem}-{digest}",
        text=text,
        title=title,
        published=published,
        published_basis=PublishedBasis.GIVEN if published else PublishedBasis.NONE,
        publisher=publisher,
        url=url,
        language=detect_language(text),
    )
