"""Who does it and to whom it is done, of those an event names: as the parse has it."""

from collections.abc import Iterator

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.side_words import side_words
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.subjects import (
    belongs_to,
    objects_at,
    sharing_subject,
    standing_for,
    subjects_at,
)
from geoevents.models.syntax import Syntax, Token

_NOUNS = {"NOUN", "PROPN"}
_PASSIVE = "nsubjpass"
_OBJECT = "dobj"


def give_parts(scene: Scene, draft: Draft) -> None:
    """Doers and targets among the draft's actors; of whom nothing is said, neither.

    Who has it done to him by his own side did it as well, and is a doer.
    """
    for name, head in _heads(scene, draft):
        give_part(scene, draft, name, head)
    doers, targets = set(draft.doers), set(draft.targets)
    draft.doers = tuple(name for name in draft.actors if name in doers)
    draft.targets = tuple(name for name in draft.actors if name in targets - doers)


def give_part(scene: Scene, draft: Draft, name: str, head: int | None) -> None:
    """What the word at ``head`` does or suffers; without one the name does it."""
    syntax = scene.mentions.syntax
    if head is None:
        draft.doers += (name,)
        return
    words = [syntax.tokens[word] for word in draft.words]
    done_to = {token.index for word in words for token in _done_to(syntax, word)}
    if belongs_to(syntax, syntax.tokens[head], done_to):
        draft.targets += (name,)
        return
    doing = {token.index for word in words for token in _doing(syntax, word)}
    if belongs_to(syntax, syntax.tokens[head], doing):
        draft.doers += (name,)


def _heads(scene: Scene, draft: Draft) -> Iterator[tuple[str, int]]:
    """Actors' names, each with a word that names it in the sentence of the trigger."""
    syntax = scene.mentions.syntax
    for actor in (*scene.mentions.actors, *scene.mentions.lands):
        head = syntax.tokens[actor.head]
        # "Syrian rebels" are not Syria.
        is_other = actor.country is not None and head.lemma in sub_type_words().others
        if head.sentence == draft.sentence and not is_other:
            yield actor.name, actor.head
    for at, toponym in scene.toponym_at.items():
        place = scene.resolutions[toponym].place
        if place is not None and syntax.tokens[at].sentence == draft.sentence:
            yield place.name, at


def _doing(syntax: Syntax, word: Token) -> Iterator[Token]:
    """Subjects and agents; the word itself where it is a noun: "a Turkish raid"."""
    if word.pos in _NOUNS:
        yield word
    if word.dep == "acl" and word.tag == "VBG":
        yield syntax.tokens[word.head]  # "rebels attacking Goma"
    for verb in sharing_subject(syntax, word.index):
        yield from subjects_at(syntax, verb)
        for link, noun in objects_at(syntax, verb):
            if link.lemma == "by":
                yield noun


def _done_to(syntax: Syntax, word: Token) -> Iterator[Token]:
    """Objects; subjects of a passive, and of who dies or loses; "an attack on"."""
    if word.pos in _NOUNS and word.lemma in side_words().harm:
        yield word
    if word.dep == "acl" and word.tag == "VBN":
        yield syntax.tokens[word.head]  # "soldiers killed by a mine"
    for child in syntax.children[word.index]:
        below = syntax.tokens[child]
        is_subject = below.dep == "nsubj" and _has_it_done(syntax, word)
        if is_subject and below.lemma in sub_type_words().weapon_nouns:
            continue  # "Congolese shells fell"
        if below.dep in {_OBJECT, _PASSIVE} or is_subject:
            yield standing_for(syntax, below)
    for link, noun in objects_at(syntax, word):
        if link.lemma in side_words().against:
            yield noun


def _has_it_done(syntax: Syntax, verb: Token) -> bool:
    """Its subject suffers: who dies or loses, who "came under fire"."""
    if verb.lemma in sub_type_words().suffering:
        return True
    return any(link.lemma == "under" for link, _ in objects_at(syntax, verb))
