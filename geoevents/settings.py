"""Where things lie and what is switched on, read once at the edge.

Environment variables override: ``GEOEVENTS_DATA`` (prepared data),
``GEOEVENTS_CACHE`` (what can be made again), ``GEOEVENTS_STORE`` (the event store),
``GEOEVENTS_GEOCODER`` (an online provider's name; empty means none is used), with
``GEOEVENTS_GEOCODER_DOMAIN``, ``_SCHEME``, ``_USERNAME``, ``_API_KEY`` and
``_USER_AGENT`` as that provider needs them.
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path

_GEOCODER_OPTIONS = ("domain", "scheme", "username", "api_key", "user_agent")
_PACKAGE = Path(__file__).parent


def _data_dir() -> Path:
    """The prepared data: inside an installed wheel, beside the package in a clone."""
    inside = _PACKAGE / "data"
    return inside if inside.is_dir() else _PACKAGE.parent / "data"


def _user_dir(variable: str, windows: str, posix: str) -> Path:
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get(windows, home)) / "geoevents"
    return Path(os.environ.get(variable, home / posix)) / "geoevents"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Validated once; passed down. Nothing below the edge reads the environment."""

    data_dir: Path
    cache_dir: Path
    store_url: str
    geocoder: str | None = None
    geocoder_options: tuple[tuple[str, str], ...] = ()

    @classmethod
    def from_environment(cls) -> "Settings":
        """Settings of this process."""
        env = os.environ
        user_data = _user_dir("XDG_DATA_HOME", "APPDATA", ".local/share")
        cache = _user_dir("XDG_CACHE_HOME", "LOCALAPPDATA", ".cache")
        default_store = f"sqlite:///{user_data / 'events.db'}"
        return cls(
            data_dir=Path(env.get("GEOEVENTS_DATA") or _data_dir()),
            cache_dir=Path(env.get("GEOEVENTS_CACHE") or cache),
            store_url=env.get("GEOEVENTS_STORE") or default_store,
            geocoder=env.get("GEOEVENTS_GEOCODER") or None,
            geocoder_options=tuple(
                (name, value)
                for name in _GEOCODER_OPTIONS
                if (value := env.get(f"GEOEVENTS_GEOCODER_{name.upper()}"))
            ),
        )
