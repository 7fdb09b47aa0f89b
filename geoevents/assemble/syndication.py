"""Copies of one agency's story: many papers print it, one publisher tells it.

Two articles are copies when their three-word shingles overlap (MinHash finds them
without comparing all to all) and most of their words are the same.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapidfuzz.fuzz import token_set_ratio

if TYPE_CHECKING:
    from datasketch import MinHash

_SHINGLE_WORDS = 3
# An agency story cut by half and given a new headline still shares this much.
_LEAST_JACCARD = 0.35
_LEAST_TOKEN_SET = 80.0
_PERMUTATIONS = 128
_SEED = 1


def find_copies(texts: Mapping[str, str]) -> dict[str, str]:
    """Article id -> the id that stands for it and its copies: the smallest of them.

    Args:
        texts: article id -> text. The order does not matter.
    """
    from datasketch import MinHashLSH  # noqa: PLC0415 - 0.4 s, seldom needed

    shingles = {key: _shingles(text) for key, text in texts.items()}
    index = MinHashLSH(threshold=_LEAST_JACCARD, num_perm=_PERMUTATIONS)
    leads: dict[str, str] = {}
    for key in sorted(texts):
        signature = _signature(shingles[key])
        near = sorted(str(other) for other in index.query(signature))
        index.insert(key, signature)
        leads[key] = next(
            (
                leads[other]
                for other in near
                if _are_copies(texts[key], texts[other], shingles[key], shingles[other])
            ),
            key,
        )
    return leads


def _shingles(text: str) -> frozenset[str]:
    words = "".join(c if c.isalnum() else " " for c in text.casefold()).split()
    last = max(len(words) - _SHINGLE_WORDS + 1, 1)
    return frozenset(" ".join(words[i : i + _SHINGLE_WORDS]) for i in range(last))


def _signature(shingles: frozenset[str]) -> "MinHash":
    from datasketch import MinHash  # noqa: PLC0415 - as above

    signature = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)
    signature.update_batch([shingle.encode() for shingle in sorted(shingles)])
    return signature


def _are_copies(
    one: str, two: str, shingles: frozenset[str], others: frozenset[str]
) -> bool:
    shared = len(shingles & others)
    every = len(shingles | others)
    if not every or shared / every < _LEAST_JACCARD:
        return False
    return bool(token_set_ratio(one, two) >= _LEAST_TOKEN_SET)
