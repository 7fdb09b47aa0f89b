"""The words of ``sides.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class SideWords:
    """Lemmas for those who act without a name."""

    state_forces: frozenset[str]
    people: frozenset[str]
    described_people: frozenset[str]
    counting: frozenset[str]
    harm: frozenset[str]  # nouns for what is done to their owner
    against: frozenset[str]


@cache
def side_words() -> SideWords:
    """The table, read once."""
    path = resources.files("geoevents.assemble") / "sides.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    return SideWords(**{name: frozenset(words) for name, words in table.items()})
