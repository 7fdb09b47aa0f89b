"""The words of ``sub_types.toml``."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

Phrases = Mapping[
    str, tuple[tuple[str, ...], ...]
]  # by their first word, longest first


@dataclass(frozen=True, slots=True)
class Weapon:
    """What a word says of the weapon; not ``is_sure``, it fits several."""

    sub_type: str
    is_sure: bool


@dataclass(frozen=True, slots=True)
class Deed:
    """Verbs for one thing done to ``objects``."""

    sub_type: str
    verbs: frozenset[str]
    objects: frozenset[str]


@dataclass(frozen=True, slots=True)
class ProtestWords:
    """How those who guard the streets meet a protest."""

    intervention: frozenset[str]
    phrases: Phrases
    force: frozenset[str]
    grievances: frozenset[str]
    guards: frozenset[str]


@dataclass(frozen=True, slots=True)
class SubTypeWords:
    """Lemmas and lemma sequences that tell the sub-type of an event."""

    weapon_nouns: Mapping[str, Weapon]
    weapon_verbs: Mapping[str, Weapon]
    weapon_phrases: Phrases
    phrase_weapons: Mapping[tuple[str, ...], Weapon]
    craft: frozenset[str]
    craft_struck: frozenset[str]  # verbs that do something to one
    craft_striking: frozenset[str]  # nouns for what one does
    craft_failing: frozenset[str]  # verbs that tell what becomes of one
    dropping: frozenset[str]
    suffering: frozenset[str]
    tolls: frozenset[str]
    forces: frozenset[str]
    government: frozenset[str]  # those, and who else takes ground for the state
    others: frozenset[str]  # who takes it for somebody else
    protest: ProtestWords
    deeds: tuple[Deed, ...]


@cache
def sub_type_words() -> SubTypeWords:
    """The table, read once."""
    path = resources.files("geoevents.assemble") / "sub_types.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    weapons, ground, protest = table["weapon"], table["ground"], table["protest"]
    phrases = {
        tuple(phrase.split()): Weapon(entry["sub"], is_sure=True)
        for entry in weapons
        for phrase in entry.get("phrases", ())
    }
    return SubTypeWords(
        weapon_nouns=_by_word(weapons, "nouns"),
        weapon_verbs=_by_word(weapons, "verbs"),
        weapon_phrases=_by_first(phrases),
        phrase_weapons=phrases,
        craft=frozenset(table["craft"]["nouns"]),
        craft_struck=frozenset(table["craft"]["struck"]),
        craft_striking=frozenset(table["craft"]["striking"]),
        craft_failing=frozenset(table["craft"]["failing"]),
        dropping=frozenset(table["craft"]["dropping"]),
        suffering=frozenset(table["suffering"]["verbs"]),
        tolls=frozenset(ground["tolls"]),
        forces=frozenset(ground["forces"]),
        government=frozenset((*ground["forces"], *ground["guards"])),
        others=frozenset((*ground["rebels"], *ground["strangers"])),
        protest=ProtestWords(
            intervention=frozenset(
                (*protest["intervention_nouns"], *protest["intervention_verbs"])
            ),
            phrases=_by_first(
                tuple(p.split()) for p in protest["intervention_phrases"]
            ),
            force=frozenset((*protest["force_nouns"], *protest["force_verbs"])),
            grievances=frozenset(protest["grievances"]),
            guards=frozenset(protest["guards"]),
        ),
        deeds=tuple(_deed(entry) for entry in table["deed"]),
    )


def _by_word(entries: list[dict[str, Any]], key: str) -> dict[str, Weapon]:
    found: dict[str, Weapon] = {}
    for entry in entries:
        for name, is_sure in ((key, True), (f"vague_{key}", False)):
            weapon = Weapon(entry["sub"], is_sure=is_sure)
            found |= dict.fromkeys(entry.get(name, ()), weapon)
    return found


def _by_first(phrases: Iterable[tuple[str, ...]]) -> Phrases:
    rows: dict[str, list[tuple[str, ...]]] = {}
    for phrase in phrases:
        rows.setdefault(phrase[0], []).append(phrase)
    return {
        first: tuple(sorted(row, key=lambda p: (-len(p), p)))
        for first, row in rows.items()
    }


def _deed(entry: dict[str, Any]) -> Deed:
    return Deed(
        sub_type=entry["sub"],
        verbs=frozenset(entry["verbs"]),
        objects=frozenset(entry["objects"]),
    )
