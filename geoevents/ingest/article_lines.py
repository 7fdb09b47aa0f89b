"""JSONL: one article a line; a bad line is refused with its number, the rest go on."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from geoevents.errors import BadArticleError, IngestError, UnreadableSourceError
from geoevents.ingest.decode import decode
from geoevents.ingest.record import article_from_record
from geoevents.models.article import Article

# A JSON bomb of nested lists must not exhaust the stack: this deep is no article.
_MOST_LINE_CHARACTERS = 20_000_000


def read_lines(path: Path, published: date | None) -> Iterator[Article | IngestError]:
    """Articles of a JSONL file in order, with an error in place of each bad line."""
    try:
        with path.open("rb") as lines:
            if not lines.peek(1):
                message = f"{path} is empty: nothing to read"
                raise UnreadableSourceError(message)
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _article(line, f"{path}:{number}", published)
    except OSError as error:
        if isinstance(error, IngestError):
            raise
        message = f"{path} cannot be read: {error.strerror}"
        raise UnreadableSourceError(message) from error


def _article(line: bytes, name: str, published: date | None) -> Article | IngestError:
    try:
        if len(line) > _MOST_LINE_CHARACTERS:
            message = f"{name}: the line is too long for one article"
            raise BadArticleError(message)
        return article_from_record(json.loads(decode(line, name)), name, published)
    except (json.JSONDecodeError, RecursionError):
        return BadArticleError(f"{name}: not JSON; give one JSON object a line")
    except IngestError as error:
        return error
