"""Stable names from content: same input, same ids, on every machine."""

from hashlib import blake2b


def stable_id(*parts: object) -> str:
    """Sixteen hex digits from the parts' text; order counts."""
    digest = blake2b(digest_size=8)
    for part in parts:
        digest.update(str(part).encode("utf-8", "surrogatepass"))
        digest.update(b"\x1f")
    return digest.hexdigest()
