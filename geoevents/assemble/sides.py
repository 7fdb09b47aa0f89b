"""States that act without being named: "the army", "Kyiv", "its troops"."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.forces import described, is_of_no_state, land_of
from geoevents.assemble.parties import GOVERNING, is_within, speaks
from geoevents.assemble.sub_type_words import sub_type_words
from geoevents.assemble.subjects import sharing_subject, subjects_at
from geoevents.models.report import EventType
from geoevents.models.syntax import Token

_MOST_EDGES = 4
_SELVES = {"it", "we"}
_DESCRIBING = {"poss", "compound", "amod", "nmod"}  # "army chief", "a military site"


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

    Last of all: the weights were learned on those that the sentence names outright.

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
    syntax, lemmas = scene.mentions.syntax, sub_type_words().forces
    sentence = syntax.sentences[draft.sentence]
    for token in syntax.tokens[sentence.first : sentence.last]:
        if token.lemma not in lemmas or token.dep in _DESCRIBING:
            continue
        if speaks(scene, draft, token.span):
            continue
        if is_within(scene, draft, token.index, _MOST_EDGES, clauses=0):
            acting = _owner(scene, draft, token)
            if acting is not None:
                yield acting


def _owner(scene: Scene, draft: Draft, token: Token) -> _Acting | None:
    word, is_subject = token.text.lower(), token.dep == "nsubj"
    if any(t.pos == "PRON" for t in described(scene, token)):  # "its troops had ..."
        speaker = _country_of_speaker(scene, draft) if is_subject else None
        return _Acting(speaker, word) if speaker else None
    named = land_of(scene, token)
    if named is not None:
        return _Acting(named, word)
    # Soldiers who are sent belong elsewhere.
    is_sent = draft.trigger.event_type is EventType.STRATEGIC and not is_subject
    if is_sent or is_of_no_state(scene, token):
        return None
    country = _country_of_place(scene, draft)
    return _Acting(country, word, is_guess=True) if country else None


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
            for subject in subjects_at(syntax, verb):
                toponym = scene.toponym_at.get(subject.index)
                country = scene.country_at.get(subject.index)
                if toponym is None or country is None:
                    continue
                if scene.mentions.toponyms[toponym].role in GOVERNING:
                    yield _Acting(country)


def _speakers(scene: Scene, draft: Draft) -> Iterator[_Acting]:
    """ "Turkey's army command claims it bombed ...": it is the speaker's."""
    syntax = scene.mentions.syntax
    subjects = (t for w in draft.words for t in subjects_at(syntax, syntax.tokens[w]))
    if any(subject.lemma in _SELVES for subject in subjects):
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
        at = scene.country_at
        named = next((at[i] for i in syntax.subtree(head.index) if i in at), None)
        if named is not None:
            return named
    return None
