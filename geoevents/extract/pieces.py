"""The pieces in which texts are parsed: cut where no sentence can go on."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from geoevents.extract.datelines import opening_end

# spaCy's own limit is 1 M characters; the parser needs about 1 GB for 100 k of them,
# and no article is that long: longer texts are parsed in pieces.
PIECE_CHARACTERS = 50_000
# Read at a time: a third more makes nothing faster, and memory grows with it.
BATCH_CHARACTERS = 60_000
# The tokenizer's time grows with the square of a "word": 60,000 brackets take minutes.
_ENDLESS_WORD = re.compile(r"\S{400}")
_PORTUGUESE_OF = re.compile(
    r"\b(?!(?:Why|How|What|Whom?|Where|When|So|Nor|Neither|And|But|They|We|You|I|As|Only)\b)"
    r"([A-Z]\w+) do (?=[A-Z])"
)
_BLANK_LINE = re.compile(r"\n[ \t\r]*\n\s*")


def in_batches(pieces: Iterable[str]) -> Iterator[list[str]]:
    """Lists of pieces, in order; only one that is long by itself is a longer list."""
    batch: list[str] = []
    characters = 0
    for piece in pieces:
        if batch and characters + len(piece) > BATCH_CHARACTERS:
            yield batch
            batch, characters = [], 0
        batch.append(piece)
        characters += len(piece)
    if batch:
        yield batch


def split_paragraphs(text: str) -> list[str]:
    """Pieces that join to the same text, cut after blank lines and datelines.

    A headline has no full stop: parsed with the paragraph below it, the two become
    one sentence and the wrong words govern each other. So with "KYIV, Nov 5 - ".
    """
    ends = {match.end() for match in _BLANK_LINE.finditer(text)}
    ends |= {opening_end(text, start, len(text)) for start in (0, *ends)}
    ends |= {match.end() for match in _ENDLESS_WORD.finditer(text)}
    cuts = sorted({0, *ends, len(text)})
    paragraphs = [text[a:b] for a, b in pairwise(cuts)]
    return [piece for paragraph in paragraphs for piece in _split_long(paragraph)]


def readable(text: str) -> str:
    """The text as the model is to read it; what comes of it is as it was written.

    "Rio Grande do Sul rose": to an English model the "do" is a verb's.
    """
    return _PORTUGUESE_OF.sub(r"\1 de ", text)


def _split_long(text: str) -> list[str]:
    pieces = []
    while len(text) > PIECE_CHARACTERS:
        window = text[:PIECE_CHARACTERS]
        cut = max(window.rfind("\n"), window.rfind(". ") + 1)
        if cut < PIECE_CHARACTERS // 2:
            cut = max(window.rfind(" "), 0) or PIECE_CHARACTERS
        pieces.append(text[:cut])
        text = text[cut:]
    return [*pieces, text] if text else pieces
