"""Leaflet from the package XStatic-Leaflet: no CDN, nothing vendored."""

import base64
import re
from functools import cache
from pathlib import Path

from xstatic.pkg import leaflet

_URL = re.compile(r"url\(images/([\w.-]+\.png)\)")
_SOURCE_MAP = re.compile(r"^//# sourceMappingURL=.*$", re.MULTILINE)


def _folder() -> Path:
    return Path(leaflet.BASE_DIR)


def leaflet_version() -> str:
    """Leaflet's own version, for the credits."""
    return str(leaflet.VERSION)


@cache
def leaflet_script() -> str:
    """The UMD script, without the source map line (a browser would ask for it)."""
    source = (_folder() / "leaflet.js").read_text("utf-8")
    return _SOURCE_MAP.sub("", source).rstrip() + "\n"


@cache
def leaflet_styles() -> str:
    """The style sheet with its images as data: addresses."""

    def inline(match: re.Match[str]) -> str:
        image = (_folder() / "images" / match[1]).read_bytes()
        return f"url(data:image/png;base64,{base64.b64encode(image).decode()})"

    return _URL.sub(inline, (_folder() / "leaflet.css").read_text("utf-8"))
