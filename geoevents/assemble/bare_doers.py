"""Those who act and have no name: "hooded youths", "looters", "armed men"."""

from collections.abc import Iterator

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.forces import described
from geoevents.assemble.side_words import side_words
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.subjects import doing_at, sharing_subject
from geoevents.models.report import EventType
from geoevents.models.span import Span
from geoevents.models.syntax import Token

# Those who are moved or flee are no side, nor are those whom a flood strikes.
_WITHOUT = {EventType.DISASTER, EventType.STRATEGIC}
_DESCRIBING = {"amod", "compound"}
_TIMES = {"DATE", "TIME"}  # "on Wednesday mobs set fire to"


def bare_doers(scene: Scene, draft: Draft) -> Iterator[str]:
    """By their noun and what describes it, small letters; those that nothing names."""
    if draft.trigger.event_type in _WITHOUT:
        return
    syntax = scene.mentions.syntax
    for word in draft.words:
        for verb in sharing_subject(syntax, word):
            if verb.lemma in sub_type_words().suffering:
                continue
            for noun in doing_at(syntax, verb):
                if not _is_named(scene, noun):
                    yield from _called(scene, noun)


def _is_named(scene: Scene, noun: Token) -> bool:
    named = (*scene.mentions.actors, *scene.mentions.lands)
    words = {token.index for token in described(scene, noun)}
    return any(actor.head in words for actor in named)


def _called(scene: Scene, noun: Token) -> Iterator[str]:
    words = [
        token
        for token in described(scene, noun)[:-1]
        if token.head == noun.index
        and token.dep in _DESCRIBING
        and token.entity not in _TIMES
        and token.lemma not in side_words().counting
    ]
    is_person = noun.lemma in side_words().people
    if is_person or (words and noun.lemma in side_words().described_people):
        span = Span(start=min(t.start for t in (*words, noun)), end=noun.end)
        yield " ".join(span.of(scene.mentions.syntax.text).lower().split())
