"""States that act without being named: "the army", "Kyiv", "its troops"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geoevents.assemble.clauses import clause_distance, path_length
from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.models.place import PlaceRole
from geoevents.models.report import EventType
from geoevents.models.syntax import Token

_MOST_EDGES = 4
# A verb with one of these roles has the subject of the verb above it.
_CARRIED_ON = {"xcomp", "conj", "pcomp"}
# A place name in one of these roles stands for its state.
_GOVERNING = {PlaceRole.SPEAKER, PlaceRole.ACTOR_HOME}
_RELATIVES = {"who", "which", "that"}
_ADOPTED = {"poss", "compound", "amod", "nmod"}
_OF_NO_STATE = {"NORP", "ORG", "PERSON"}
_SELVES = {"it", "we"}


@dataclass(frozen=True, slots=True)
class _Acting:
    """A country that acts; ``word``: the bare word for its forces, if that says so."""

    country: str
    word: str = ""
    is_guess: bool = False  # by the place alone


def name_states(
    scene: Scene, drafts: Sequence[Draft], countries: Mapping[str, str]
) -> None:
    """Adds to each draft the states whose forces, capital or speaker act in it.

    Args:
        scene: the article.
        drafts: with their places.
        countries: the name of each country by ISO 3166-1 alpha-2.
    """
    for draft in drafts:
        found = dict.fromkeys(draft.actors)
        for acting in (
            *_forces(scene, draft),
            *_named(scene, draft),
            *_speakers(scene, draft),
        ):
            name = countries.get(acting.country)
            if name is None:
                continue
            if acting.is_guess and name not in found:
                why = f"'{acting.word}': taken for {name}'s, as nothing says whose"
                draft.reasons.append(why)
            found.pop(acting.word, None)
            found.setdefault(name)
        draft.actors = tuple(found)


def _forces(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "The army" is that of whoever owns it, else of the land where it happens."""
    syntax = scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence]
    for token in syntax.tokens[sentence.first : sentence.last]:
        is_force = token.lemma in sub_type_words().forces and token.dep not in _ADOPTED
        if not is_force or not _acts(scene, draft, token):
            continue
        acting = _owner(scene, draft, token)
        if acting is not None:
            yield acting


def _acts(scene: Scene, draft: Draft, token: Token) -> bool:
    syntax = scene.mentions.syntax
    words = draft.trigger.words or (draft.trigger.token,)
    if any(
        s.span.contains(token.span) and s.scope.contains(draft.trigger.span)
        for s in scene.sources_at.get(draft.sentence, ())
    ):
        return False
    near = min(path_length(syntax, token.index, word) for word in words)
    clauses = min(clause_distance(syntax, token.index, word) for word in words)
    return near <= _MOST_EDGES and clauses == 0


def _owner(scene: Scene, draft: Draft, token: Token) -> _Acting | None:
    syntax = scene.mentions.syntax
    word = token.text.lower()
    below = [syntax.tokens[i] for i in syntax.children[token.index]]
    owners = [t for t in below if t.dep in _ADOPTED]
    if any(t.lemma in sub_type_words().strangers for t in owners):
        return None
    is_subject = token.dep == "nsubj"
    if any(t.pos == "PRON" for t in owners):  # "its troops had retaken ..."
        speaker = _country_of_speaker(scene, draft) if is_subject else None
        return _Acting(speaker, word) if speaker else None
    named = _country_of(scene, [token, *owners])
    if named is not None:
        return _Acting(named, word)
    # Soldiers who are sent belong elsewhere, "Kurdish" and "Wagner" ones to no state.
    is_sent = draft.trigger.event_type is EventType.STRATEGIC and not is_subject
    is_party = any(t.entity in _OF_NO_STATE or t.pos == "PROPN" for t in owners)
    country = None if is_sent or is_party else _country_of_place(scene, draft)
    return _Acting(country, word, is_guess=True) if country else None


def _country_of_place(scene: Scene, draft: Draft) -> str | None:
    if draft.place is None:
        return None
    place = scene.resolutions[draft.place].place
    return None if place is None else place.country


def _country_of(scene: Scene, words: Sequence[Token]) -> str | None:
    """Of the first nationality or place among the words."""
    at = scene.country_at
    return next((at[t.index] for t in words if t.index in at), None)


def _named(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "Pyongyang sent 15,000 men", "Kenya, which is to send 400": states by name."""
    for word in draft.trigger.words or (draft.trigger.token,):
        for subject in _subjects(scene, word):
            toponym = scene.toponym_at.get(subject.index)
            country = scene.country_at.get(subject.index)
            if toponym is None or country is None:
                continue
            if scene.mentions.toponyms[toponym].role in _GOVERNING:
                yield _Acting(country)


def _subjects(scene: Scene, word: int) -> Iterator[Token]:
    """Of the verb, of the one it is an aim of or goes on, of the one it describes."""
    syntax = scene.mentions.syntax
    token = syntax.tokens[word]
    while True:
        own = [syntax.tokens[i] for i in syntax.children[token.index]]
        own = [t for t in own if t.dep == "nsubj"]
        for subject in own:
            if subject.lemma in _RELATIVES:
                yield syntax.tokens[token.head]
            yield subject
        if own or token.dep not in _CARRIED_ON or token.head == token.index:
            return
        token = syntax.tokens[token.head]


def _speakers(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "Turkey's army command claims it bombed ...": it is the speaker's."""
    syntax = scene.mentions.syntax
    for word in draft.trigger.words or (draft.trigger.token,):
        for child in syntax.children[word]:
            token = syntax.tokens[child]
            if token.dep == "nsubj" and token.lemma in _SELVES:
                country = _country_of_speaker(scene, draft)
                if country is not None:
                    yield _Acting(country)


def _country_of_speaker(scene: Scene, draft: Draft) -> str | None:
    """Of the first speaker on whose word the draft rests that is of a country."""
    syntax = scene.mentions.syntax
    for source in scene.sources_at.get(draft.sentence, ()):
        head = syntax.head_of(source.span)
        if head is None or not source.scope.contains(draft.trigger.span):
            continue
        around = [syntax.tokens[i] for i in syntax.subtree(head.index)]
        country = _country_of(scene, around)
        if country is not None:
            return country
    return None
