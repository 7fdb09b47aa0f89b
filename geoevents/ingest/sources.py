"""Picks the reader for a path; folders are walked in name order."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from geoevents.errors import IngestError
from geoevents.ingest.article_lines import read_lines
from geoevents.ingest.plain_text import read_text_file
from geoevents.models.article import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """One input that was not read: ``source`` names it (file, or file:line)."""

    source: str
    reason: str

    def __str__(self) -> str:
        return self.reason


_Reader = Callable[[Path, date | None], Iterator[Article | IngestError]]

# What a suffix is read as. HTML, PDF and feeds join this table.
_READERS: dict[str, _Reader] = {
    ".txt": read_text_file,
    ".text": read_text_file,
    ".md": read_text_file,
    "": read_text_file,
    ".jsonl": read_lines,
    ".ndjson": read_lines,
}


def read_articles(
    sources: Iterable[str | Path],
    *,
    published: date | None = None,
    refused: Callable[[Refusal], None],
) -> Iterator[Article]:
    """Articles in the order of ``sources``; each refused input goes to ``refused``.

    Args:
        sources: files and folders.
        published: publication date of articles that bring none of their own.
        refused: called once for each input that cannot be read.
    """
    for source in sources:
        for path in _files(Path(source), refused):
            yield from _read(path, published, refused)


def _files(path: Path, refused: Callable[[Refusal], None]) -> Iterator[Path]:
    if path.is_dir():
        inside = sorted(p for p in path.rglob("*") if p.is_file())
        readable = [p for p in inside if p.suffix.lower() in _READERS]
        for other in inside:
            if other not in readable and not other.name.startswith("."):
                refused(_unsupported(other))
        if not inside:
            reason = f"{path} holds no files: nothing to read"
            refused(Refusal(source=str(path), reason=reason))
        yield from readable
    elif not path.exists():
        reason = f"{path} does not exist; check the path"
        refused(Refusal(source=str(path), reason=reason))
    else:
        yield path


def _unsupported(path: Path) -> Refusal:
    kinds = " ".join(suffix for suffix in _READERS if suffix)
    reason = f"{path} is of no kind that is read ({kinds}); convert it to text first"
    return Refusal(source=str(path), reason=reason)


def _read(
    path: Path, published: date | None, refused: Callable[[Refusal], None]
) -> Iterator[Article]:
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        refused(_unsupported(path))
        return
    try:
        for article in reader(path, published):
            if isinstance(article, IngestError):
                refused(Refusal(source=str(path), reason=str(article)))
            else:
                yield article
    except IngestError as error:
        refused(Refusal(source=str(path), reason=str(error)))
