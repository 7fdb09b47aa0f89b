"""Bytes -> text, or a clear word on why not."""

import codecs
import re

from geoevents.errors import UnreadableSourceError, UnsupportedFormatError

# Text has next to no control characters; anything with more is no text.
MOST_CONTROL_SHARE = 0.01
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def decode(content: bytes, name: str) -> str:
    """Text of a file; line ends become one newline, as Python reads text files.

    Raises:
        UnreadableSourceError: there is nothing in it.
        UnsupportedFormatError: it is not text.
    """
    if not content.strip():
        message = f"{name} is empty: nothing to read"
        raise UnreadableSourceError(message)
    text = _decoded(content, name)
    control = len(_CONTROL.findall(text))
    if control > MOST_CONTROL_SHARE * len(text):
        message = f"{name} is not text (binary content); give a .txt or .jsonl file"
        raise UnsupportedFormatError(message)
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _decoded(content: bytes, name: str) -> str:
    encoding = next((e for mark, e in _MARKS if content.startswith(mark)), "utf-8")
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if b"\x00" in content:
            message = f"{name} is not text (binary content); give a .txt or .jsonl file"
            raise UnsupportedFormatError(message) from None
        # The old western encoding decodes anything; control bytes tell junk apart.
        return content.decode("cp1252", errors="replace")


def without_surrogates(text: str) -> str:
    """Lone surrogates (legal in JSON escapes, not in UTF-8) become U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)
