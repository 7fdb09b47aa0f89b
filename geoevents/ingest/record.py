"""Strangers' records -> Article, checked field by field."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from geoevents.errors import BadArticleError
from geoevents.ingest.decode import without_surrogates
from geoevents.ingest.language import detect_language
from geoevents.models.article import Article, PublishedBasis

# No article is longer; a file that is, is many articles or none.
MOST_CHARACTERS = 1_000_000
_OPTIONAL = ("title", "url", "publisher")


def check_length(text: str, name: str) -> None:
    """Refuse what can be no single article.

    Raises:
        BadArticleError: more than ``MOST_CHARACTERS`` characters.
    """
    if len(text) > MOST_CHARACTERS:
        message = (
            f"{name} has {len(text):,} characters; one article may have "
            f"{MOST_CHARACTERS:,}: split it into articles"
        )
        raise BadArticleError(message)


def article_from_record(
    record: object, name: str, published: date | None = None
) -> Article:
    """One JSON object as contracts want it; unknown keys are ignored.

    Raises:
        BadArticleError: names the record and the field that is wrong.
    """
    if not isinstance(record, Mapping):
        message = f"{name}: not a JSON object with id and text"
        raise BadArticleError(message)
    identifier, text = record.get("id"), record.get("text")
    if not isinstance(identifier, str) or not identifier:
        message = f"{name}: 'id' must be a string that is not empty"
        raise BadArticleError(message)
    if not isinstance(text, str) or not text.strip():
        message = f"{name}: 'text' must be a string that is not empty"
        raise BadArticleError(message)
    check_length(text, name)
    own = _published(record.get("published"), name) or published
    title, url, publisher = (_optional(record, key, name) for key in _OPTIONAL)
    text = without_surrogates(text)
    return Article(
        id=without_surrogates(identifier),
        text=text,
        title=title,
        published=own,
        published_basis=PublishedBasis.GIVEN if own else PublishedBasis.NONE,
        url=url,
        publisher=publisher,
        language=detect_language(text),
    )


def _optional(record: Mapping[str, Any], key: str, name: str) -> str | None:
    value = record.get(key)
    if value is None or value == "":
        return None
    if not isinstance(value, str):
        message = f"{name}: '{key}' must be a string or null"
        raise BadArticleError(message)
    return without_surrogates(value)


def _published(value: object, name: str) -> date | None:
    if value is None or value == "":
        return None
    try:
        # A full timestamp is cut to its civil day as written: no time zone shifts it.
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        message = f"{name}: 'published' must be YYYY-MM-DD or null, not {value!r:.40}"
        raise BadArticleError(message) from error
