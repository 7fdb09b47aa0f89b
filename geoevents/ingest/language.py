"""Which language a text is in: only English is understood, and that is said."""

from functools import cache
from typing import Protocol

LEAST_LETTERS = 40  # below this a guess is worth nothing
LEAST_CERTAINTY = 0.9
# A text with this share of English function words is English, names or not.
LEAST_FUNCTION_SHARE = 0.08
_FUNCTION_WORDS = frozenset({
    "the", "of", "and", "to", "in", "a", "is", "that", "for", "on", "was", "were", "by",
    "with", "as", "at", "from", "said", "has", "have", "had", "are", "be", "it", "an",
    "this", "which", "after", "near", "killed",
})  # fmt: skip


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def detect_language(text: str) -> str | None:
    """ISO 639-1 code, or None when too short or too unsure to say."""
    sample = text[:5000]
    if sum(c.isalpha() for c in sample) < LEAST_LETTERS:
        return None
    words = sample.lower().split()
    share = sum(word in _FUNCTION_WORDS for word in words) / max(len(words), 1)
    if share >= LEAST_FUNCTION_SHARE:
        return "en"
    language, certainty = _identifier().classify(sample)
    return str(language) if certainty >= LEAST_CERTAINTY else None


@cache
def _identifier() -> _Identifier:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    identifier: _Identifier = LanguageIdentifier.from_model_file(
        MODEL_FILE, norm_probs=True
    )
    return identifier
