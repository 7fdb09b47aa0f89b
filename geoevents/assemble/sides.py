"""Sides that act without being named: "the army", "Kyiv", "its troops", "looters"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geoevents.assemble.bare_doers import bare_doers
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.forces import described, is_of_no_state, land_of
from geoevents.assemble.parties import (
    GOVERNING,
    NAMED_CLAUSES,
    NAMED_EDGES,
    is_within,
    speaks,
)
from geoevents.assemble.parts import give_part
from geoevents.assemble.side_words import side_words
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.subjects import (
    belongs_to,
    doing_at,
    objects_at,
    sharing_subject,
    subjects_at,
)
from geoevents.models.mention import SourceMention
from geoevents.models.report import EventType, Guess
from geoevents.models.syntax import Token

_MOST_EDGES = 4
_SELVES = {"it", "we", "they"}
_OWNED = {"its", "our", "their"}
_DESCRIBING = {"poss", "compound", "amod", "nmod"}  # "army chief", "a military site"


@dataclass(frozen=True, slots=True)
class _Acting:
    """Who acts: a country, or a name; ``word``: the bare word for its forces."""

    country: str | None = None
    name: str = ""
    word: str = ""
    is_guess: bool = False  # by the place alone
    word_at: int | None = None  # what names them or stands for them, if any


def name_sides(
    scene: Scene, drafts: Sequence[Draft], countries: Mapping[str, str]
) -> None:
    """Adds to each draft the sides that act in it though the words do not name them.

    Last of all: the weights were learned on those that the sentence names outright.

    Args:
        scene: the article.
        drafts: with their places.
        countries: the name of each country by ISO 3166-1 alpha-2.
    """
    for draft in drafts:
        found = dict.fromkeys(draft.actors, "")  # the word for it, if it is a guess
        for acting in _acting(scene, draft):
            name = acting.name or countries.get(acting.country or "")
            if not name:
                continue
            found.pop(acting.word, None)
            if name not in found or not acting.is_guess:
                found[name] = acting.word if acting.is_guess else ""
            give_part(scene, draft, name, acting.word_at)
        draft.actors = tuple(found)
        guesses = [Guess(name=name, word=word) for name, word in found.items() if word]
        draft.guesses = tuple(guesses)
        draft.reasons += [
            f"'{guess.word}': taken for {guess.name}'s, as nothing says whose"
            for guess in guesses
        ]


def _acting(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    yield from _forces(scene, draft)
    yield from _named(scene, draft)
    yield from _lettered(scene, draft)
    yield from _speakers(scene, draft)
    yield from (_Acting(name=name) for name in bare_doers(scene, draft))


def _forces(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "The army" is that of whoever owns it, else of the land where it happens."""
    syntax, lemmas = scene.mentions.syntax, sub_type_words().forces
    sentence = syntax.sentences[draft.sentence]
    for token in syntax.tokens[sentence.first : sentence.last]:
        is_force = token.lemma in lemmas or _is_state_force(scene, token)
        if not is_force or token.dep in _DESCRIBING:
            continue
        if speaks(scene, draft, token.span):
            continue
        if is_within(scene, draft, token.index, _MOST_EDGES, clauses=0):
            acting = _owner(scene, draft, token)
            if acting is not None:
                yield acting


def _is_state_force(scene: Scene, token: Token) -> bool:
    """ "Government forces", but not "Kurdish forces", "special forces"."""
    words = {word.lemma for word in described(scene, token)}
    return token.lemma == "force" and bool(words & side_words().state_forces)


def _owner(scene: Scene, draft: Draft, token: Token) -> _Acting | None:
    word, is_subject = token.text.lower(), token.dep == "nsubj"
    if any(t.pos == "PRON" for t in described(scene, token)):
        return None  # "its troops": see _speakers
    named = land_of(scene, token)
    if named is not None:
        return _Acting(named, word=word, word_at=token.index)
    # Soldiers who are sent belong elsewhere.
    is_sent = draft.trigger.event_type is EventType.STRATEGIC and not is_subject
    if is_sent or is_of_no_state(scene, token):
        return None
    country = _country_of_place(scene, draft)
    return (
        _Acting(country, word=word, word_at=token.index, is_guess=True)
        if country
        else None
    )


def _country_of_place(scene: Scene, draft: Draft) -> str | None:
    if draft.place is None:
        return None
    place = scene.resolutions[draft.place].place
    return None if place is None else place.country


def _named(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "Pyongyang sent 15,000 men", "Kenya, which is to send 400": states by name."""
    syntax = scene.mentions.syntax
    for word in draft.words:
        for verb in sharing_subject(syntax, word):
            for subject in doing_at(syntax, verb):
                toponym = scene.toponym_at.get(subject.index)
                country = scene.country_at.get(subject.index)
                if toponym is None or country is None:
                    continue
                if scene.mentions.toponyms[toponym].role in GOVERNING:
                    yield _Acting(country, word_at=subject.index)


def _lettered(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "A US air strike killed ...": a country by its letters, before what is its own."""
    syntax = scene.mentions.syntax
    for land in scene.mentions.lands:
        if land.kind != "state" or syntax.tokens[land.head].sentence != draft.sentence:
            continue
        is_near = is_within(scene, draft, land.head, NAMED_EDGES, NAMED_CLAUSES)
        if is_near and not speaks(scene, draft, land.span):
            yield _Acting(land.country, word_at=land.head)


def _speakers(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "Turkey's army command claims it bombed ...", "Hamas said its men shelled"."""
    syntax = scene.mentions.syntax
    for word in draft.words:
        for verb in sharing_subject(syntax, word):
            for subject in subjects_at(syntax, verb):
                if subject.lemma in _SELVES or _is_owned(scene, subject):
                    yield from _spoken_for(scene, draft, subject)


def _is_owned(scene: Scene, noun: Token) -> bool:
    """ "Its planes", "one of their men"."""
    syntax = scene.mentions.syntax
    counted = (n for link, n in objects_at(syntax, noun) if link.lemma == "of")
    return any(
        below.dep == "poss" and below.text.lower() in _OWNED
        for owned in (noun, *counted)
        for below in (syntax.tokens[i] for i in syntax.children[owned.index])
    )


def _spoken_for(scene: Scene, draft: Draft, subject: Token) -> Iterator[_Acting]:
    """The group in whose name somebody has spoken before, else the state."""
    for source in _speaking_before(scene, draft):
        groups = _groups_of(scene, source)
        if groups:
            yield from groups
        elif subject.lemma != "they":
            country = _country_of(scene, source)
            if country is None:
                yield _army_of(scene, draft, source)
            else:
                yield _Acting(country, word=subject.text.lower())


def _army_of(scene: Scene, draft: Draft, source: SourceMention) -> _Acting:
    """ "The army said it had withdrawn": the land's, as nothing says whose; or nobody."""
    syntax = scene.mentions.syntax
    for token in syntax.tokens_in(source.span):
        if token.lemma in sub_type_words().forces and not is_of_no_state(scene, token):
            country, word = _country_of_place(scene, draft), token.text.lower()
            return _Acting(country, word=word, is_guess=True)
    return _Acting()


def _speaking_before(scene: Scene, draft: Draft) -> Iterator[SourceMention]:
    """ "It attacked, said the army" may be anybody's attack."""
    for source in scene.sources_at.get(draft.sentence, ()):
        is_before = source.span.end <= draft.trigger.span.start
        if source.verb and is_before and source.scope.contains(draft.trigger.span):
            yield source


def _groups_of(scene: Scene, source: SourceMention) -> list[_Acting]:
    """By name, else by their noun; an army is its state's."""
    syntax = scene.mentions.syntax
    head = syntax.head_of(source.span)
    if head is None:
        return []
    names = [
        actor.name
        for actor in scene.mentions.actors
        if actor.country is None
        and belongs_to(syntax, syntax.tokens[actor.head], {head.index})
        and syntax.tokens[actor.head].lemma not in sub_type_words().forces
    ]
    named = [name for name in names if name != name.lower()]
    return [_Acting(name=name) for name in named or names]


def _country_of(scene: Scene, source: SourceMention) -> str | None:
    syntax, at = scene.mentions.syntax, scene.country_at
    head = syntax.head_of(source.span)
    if head is None:
        return None
    return next((at[i] for i in syntax.subtree(head.index) if i in at), None)
