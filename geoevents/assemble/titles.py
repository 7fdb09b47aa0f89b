"""What an event is called, in a few words: who, and what kind of thing."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from geoevents.models.mention import Mentions
from geoevents.models.report import (
    GOVERNMENT_REGAINS,
    OTHERS_TAKE,
    TAKEN,
    EventType,
    Report,
)
from geoevents.models.syntax import Token

_UNNAMED = "Other"
# What is done by one side to another, or by nobody.
_ONE_SIDED = {EventType.EXPLOSIONS, EventType.VIOLENCE}
# "Shelling/artillery/missile attack" is too long for a line.
_SHORT_KINDS = {
    "Shelling/artillery/missile attack": "Shelling or missile attack",
    "Remote explosive/landmine/IED": "Bomb or mine",
    OTHERS_TAKE: "Territory taken",
    GOVERNMENT_REGAINS: "Territory regained",
    "Excessive force against protesters": "Force against protesters",
    "Abduction/forced disappearance": "Abduction",
    "Attack": "Attack on civilians",
}
_BARE_WORDS = {"is", "are", "was", "were", "be", "been", "has", "have", "had", "put"}
_PARTICLES = frozenset({"ADP", "ADV", "PART", "SCONJ"})


def title_of(mentions: Mentions, report: Report) -> str:
    """A short line: who does it, and what kind of thing it is."""
    kind = _short(report.sub_event_type)
    if report.sub_event_type == _UNNAMED:
        kind = _title_word(mentions, report)
    who = " – ".join(_called_by(report)[:3])
    line = f"{who}: {kind}" if who else kind
    return line[:1].upper() + line[1:]


def _called_by(report: Report) -> tuple[str, ...]:
    """Actors, and words for those that are guessed: what it is called accuses no victim.

    Of a strike, an attack or ground taken those who do it; of a disaster nobody; of
    anything else all.
    """
    if report.event_type is EventType.DISASTER:
        return ()
    is_one_sided = report.event_type in _ONE_SIDED or report.sub_event_type in TAKEN
    named = report.doers if is_one_sided else report.actors
    known = (name for name in report.known_actors if name in named)
    guesses = (guess.word for guess in report.guesses if guess.name in named)
    return tuple(dict.fromkeys((*known, *guesses)))


def _title_word(mentions: Mentions, report: Report) -> str:
    """The noun for what the report's verb tells; its own words where they say more.

    "fled" is a flight; "fled their homes" stays. A word that says nothing by itself
    yields to the kind of what is counted.
    """
    word = report.trigger_text
    is_bare = word.lower() in _BARE_WORDS or not word[:1].isalpha()
    if is_bare and report.figures:
        return mentions.figures[report.figures[0]].kind.value
    return _noun_of(mentions.syntax.tokens_in(report.trigger)) or word


def _short(sub_event_type: str) -> str:
    return _SHORT_KINDS.get(sub_event_type, sub_event_type)


def _noun_of(tokens: Sequence[Token]) -> str | None:
    """The noun for a verb that stands alone or with a particle ("pulled out")."""
    if not tokens or tokens[0].pos not in {"VERB", "AUX"}:
        return None
    if any(token.pos not in _PARTICLES for token in tokens[1:]):
        return None
    verb, further = tokens[0].lemma, [token.lemma for token in tokens[1:]]
    with_particle = f"{verb} {further[0]}" if further else verb
    return _nouns().get(with_particle) or _nouns().get(verb)


@cache
def _nouns() -> Mapping[str, str]:
    path = resources.files("geoevents.assemble") / "titles.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))["nouns"]
    return {verb: noun for noun, verbs in table.items() for verb in verbs}
