"""Word lists: TOML beside the code for language, CSV in ``data/`` for names."""

import csv
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any


@cache
def read_lexicon(name: str) -> Mapping[str, Any]:
    """The lexicon ``lexicons/<name>.toml`` as nested mappings. Treat as frozen."""
    path = resources.files("geoevents.extract") / "lexicons" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Nationality:
    """What a demonym says of an actor."""

    iso2: str
    iso3: str
    country: str


def read_nationalities(path: Path) -> dict[str, Nationality]:
    """Demonym, casefolded -> nationality, from ``data/demonyms.csv``."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(line for line in lines if not line.startswith("#"))
        return {
            row["demonym"].casefold(): Nationality(
                iso2=row["iso2"], iso3=row["iso3"], country=row["country"]
            )
            for row in rows
        }
