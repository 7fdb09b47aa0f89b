"""The trigger lexicon, arranged for look-up by lemma and by lemma sequence."""

from dataclasses import dataclass
from functools import cache, cached_property

from geoevents.extract.lexicon import read_lexicon
from geoevents.models.report import EventType


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """What a word evokes; ``event_type`` None: what stands around it decides."""

    event_type: EventType | None
    sub_event_type: str
    role: str  # event | harm | attack | move


# "Soldiers are in the town" tells of them being there.
STATIVE = frozenset({"be", "remain", "stay", "operate", "serve"})


@dataclass(frozen=True, kw_only=True)
class TriggerLexicon:
    """Look-ups by lemma; phrases by their first lemma, longest first."""

    verbs: dict[str, Sense]
    nouns: dict[str, Sense]
    adjectives: dict[str, Sense]
    phrases: dict[str, tuple[tuple[tuple[str, ...], Sense], ...]]
    causes: dict[str, EventType]
    vehicles: frozenset[str]
    targets: frozenset[str]
    arriving: frozenset[str]
    natural: tuple[str, ...]  # wordings of a death that nobody brought about
    wars: frozenset[str]
    property: frozenset[str]  # what is seized and is no ground
    outbreaks: frozenset[str]  # what may break out and is no disease
    warnings: frozenset[str]  # what a word for an attack may only describe
    attackers: frozenset[str]
    crowds: frozenset[str]
    light: frozenset[str]  # verbs that say little without a place or a number
    pairs: dict[str, frozenset[str]]  # verb -> its telling objects
    civilians: frozenset[str]
    soldiers: frozenset[str]

    @cached_property
    def opening(self) -> frozenset[str]:
        """Lemmas, and nouns as they are written, that any look-up begins with."""
        return frozenset().union(
            self.verbs, self.nouns, self.adjectives, self.phrases, self.pairs,
            self.arriving, STATIVE,
        )  # fmt: skip


@cache
def trigger_lexicon() -> TriggerLexicon:
    """Read once; the TOML says what each part means."""
    table = read_lexicon("triggers")
    verbs: dict[str, Sense] = {}
    nouns: dict[str, Sense] = {}
    phrases: dict[str, list[tuple[tuple[str, ...], Sense]]] = {}
    contextual = table["contextual"]
    for role, key in (("harm", "harm"), ("attack", "attack"), ("move", "move")):
        sense = Sense(event_type=None, sub_event_type="", role=role)
        verbs |= dict.fromkeys(contextual.get(f"{key}_verbs", ()), sense)
        nouns |= dict.fromkeys(contextual.get(f"{key}_nouns", ()), sense)
        for phrase in contextual.get(f"{key}_phrases", ()):
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, sense))
    for entry in table["trigger"]:
        sense = Sense(
            event_type=EventType(entry["type"]),
            sub_event_type=entry["sub"],
            role="event",
        )
        verbs |= dict.fromkeys(entry.get("verbs", ()), sense)
        nouns |= dict.fromkeys(entry.get("nouns", ()), sense)
        for phrase in entry.get("phrases", ()):
            words = tuple(phrase.split())
            phrases.setdefault(words[0], []).append((words, sense))
    harm = Sense(event_type=None, sub_event_type="", role="harm")
    people = table["people"]
    return TriggerLexicon(
        verbs=verbs,
        nouns=nouns,
        adjectives=dict.fromkeys(contextual["harm_adjectives"], harm),
        phrases={
            first: tuple(sorted(rows, key=lambda row: -len(row[0])))
            for first, rows in phrases.items()
        },
        causes={
            word: EventType(name)
            for name, words in table["cause"].items()
            for word in words
        },
        targets=frozenset(table["targets"]["nouns"]),
        arriving=frozenset(table["targets"]["arriving"]),
        outbreaks=frozenset(table["outbreaks"]["nouns"]),
        warnings=frozenset(table["warnings"]["nouns"]),
        attackers=frozenset(people["attackers"]),
        crowds=frozenset(people["crowds"]),
        natural=tuple(table["natural"]["phrases"]),
        wars=frozenset(table["wars"]["nouns"]),
        property=frozenset(table["property"]["nouns"]),
        light=frozenset(contextual["light_verbs"]),
        pairs=_pairs(table["pair"]),
        vehicles=frozenset(table["vehicles"]["nouns"]),
        civilians=frozenset(people["civilians"]),
        soldiers=frozenset(people["soldiers"]),
    )


def _pairs(entries: list[dict[str, list[str]]]) -> dict[str, frozenset[str]]:
    pairs: dict[str, frozenset[str]] = {}
    for entry in entries:
        for verb in entry["verbs"]:
            pairs[verb] = pairs.get(verb, frozenset()) | frozenset(entry["objects"])
    return pairs
