"""Quotes as one character a word: what makes a big exported page small.

Sentences are most of an export and gzip, which looks back 32 kB, finds little to
repeat in them. With every word replaced by a character (the commonest words by the
shortest ones) 100,000 quotes pack to two thirds. The client's `word_code.js` reads it.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

SPACE = " "
FIRST_CODE = 0x20
# What JSON or a script element would have to escape, controls, surrogates and
# noncharacters name no word.
SKIPPED = frozenset((0x22, 0x3C, 0x5C, *range(0x7F, 0xA0), 0x2028, 0x2029))
SURROGATES = range(0xD800, 0xE000)
LAST_CODE = 0x10FFFF
QUOTE_TEXT = 3  # column of a claim that holds its sentence


def code_points() -> Iterator[int]:
    """The code points that may name a word, in order."""
    for code in range(FIRST_CODE, LAST_CODE + 1):
        is_noncharacter = code & 0xFFFE == 0xFFFE or 0xFDD0 <= code <= 0xFDEF  # noqa: PLR2004
        if code in SKIPPED or code in SURROGATES or is_noncharacter:
            continue
        yield code


def code_quotes(payload: dict[str, Any]) -> None:
    """Replace every quote in the payload by its code, and add the words."""
    claims = [claim for event in payload["events"]["claims"] for claim in event]
    counts: Counter[str] = Counter()
    for claim in claims:
        counts.update(claim[QUOTE_TEXT].split(SPACE))
    # Equally common words in alphabetical order: same events, same bytes.
    words = sorted(counts, key=lambda word: (-counts[word], word))
    codes = dict(zip(words, map(chr, code_points()), strict=False))
    if len(codes) < len(words):
        return  # more words than code points: leave them as they are
    for claim in claims:
        claim[QUOTE_TEXT] = "".join(
            map(codes.__getitem__, claim[QUOTE_TEXT].split(SPACE))
        )
    payload["words"] = words
