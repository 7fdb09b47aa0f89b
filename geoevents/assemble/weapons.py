"""By which weapon: the words that name one, and those of the same event elsewhere."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geoevents.assemble.draft import Draft, Scene
from geoevents.assemble.sub_type_words import Phrases, SubTypeWords, sub_type_words
from geoevents.models.syntax import Syntax, Token

_SUICIDE, _AIR = "Suicide bomb", "Air/drone strike"
_CHEMICAL = "Chemical weapon"
_SHELLING = "Shelling/artillery/missile attack"
# What a bomb or a blast may have been when one says more; a shell is no suicide bomb.
_OF_A_BOMB = {_SUICIDE, "Grenade", _CHEMICAL}
# "A suicide car bomb", "missiles from a drone": the two stand together.
_BESIDE = 2
# Sentences apart, when one of two tellings has no day.
_CLOSE = 3
_BY = {"by", "from", "with"}


@dataclass(frozen=True, slots=True)
class Sight:
    """A word that names a weapon; ``text`` as written."""

    token: int
    sub_type: str
    is_sure: bool
    text: str


class Weapons:
    """The weapons an article names; each sentence is searched once."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._words = sub_type_words()
        self._seen: dict[int, tuple[Sight, ...]] = {}

    def of(self, draft: Draft) -> Sight | None:
        """The nearest to its words in the parse."""
        words = draft.words
        return self._nearest(draft.sentence, words)

    def _nearest(self, sentence: int, words: Sequence[int]) -> Sight | None:
        ranked = sorted(
            (*self._distance(sight, words), sight.token, sight)
            for sight in self._in(sentence)
        )
        if not ranked:
            return None
        clauses, best = ranked[0][0], ranked[0][3]
        sights = [row[3] for row in ranked]
        here = [row[3] for row in ranked if row[0] == clauses]
        better = next((s for s in here if s.is_sure), None)
        if not best.is_sure and better is None:
            better = next((s for s in sights if self._tells_of(s, best)), None)
        elif best.is_sure:
            better = next((s for s in here if self._narrows(s, best)), None)
        return better or best

    def _tells_of(self, sight: Sight, bomb: Sight) -> bool:
        """ "The blast came when a suicide bomber ...": a clause on it, none beside it."""
        tokens = self._scene.mentions.syntax.tokens
        between = self._scene.paths.between(sight.token, bomb.token)
        is_apart = any(tokens[i].dep == "conj" for i in (*between, bomb.token))
        return sight.sub_type in _OF_A_BOMB and not is_apart

    def _narrows(self, sight: Sight, best: Sight) -> bool:
        """ "Missiles from a drone", "a suicide car bomb", "sarin from the air"."""
        if sight.sub_type == _CHEMICAL:
            return True
        if self._scene.paths.edges(sight.token, best.token) > _BESIDE:
            return False
        if best.sub_type == _SHELLING:
            return sight.sub_type == _AIR and sight.is_sure
        return sight.sub_type == _SUICIDE

    def _distance(self, sight: Sight, words: Sequence[int]) -> tuple[int, int]:
        paths = self._scene.paths
        return min(
            (paths.clauses(sight.token, word), paths.edges(sight.token, word))
            for word in words
        )

    def _in(self, sentence: int) -> tuple[Sight, ...]:
        if sentence not in self._seen:
            syntax = self._scene.mentions.syntax
            bounds = syntax.sentences[sentence]
            tokens = syntax.tokens[bounds.first : bounds.last]
            self._seen[sentence] = tuple(_sights(syntax, tokens, self._words))
        return self._seen[sentence]


def _sights(
    syntax: Syntax, tokens: Sequence[Token], words: SubTypeWords
) -> Iterator[Sight]:
    after = 0
    for position, token in enumerate(tokens):
        if position < after:
            continue
        phrase = phrase_at(tokens, position, words.weapon_phrases)
        if phrase:
            after = position + len(phrase)
            last = tokens[after - 1]
            weapon = words.phrase_weapons[phrase]
            written = syntax.text[token.start : last.end]
            yield Sight(last.index, weapon.sub_type, weapon.is_sure, written)
            continue
        sight = _sight(syntax, token, words)
        if sight is not None:
            yield sight


def phrase_at(
    tokens: Sequence[Token], position: int, phrases: Phrases
) -> tuple[str, ...] | None:
    """The longest phrase of lemmas that begins here."""
    for phrase in phrases.get(tokens[position].lemma, ()):
        row = tokens[position : position + len(phrase)]
        if tuple(token.lemma for token in row) == phrase:
            return phrase
    return None


def _sight(syntax: Syntax, token: Token, words: SubTypeWords) -> Sight | None:
    if token.pos == "VERB":
        weapon = words.weapon_verbs.get(token.lemma)
    elif token.pos not in {"NOUN", "PROPN", "ADJ"}:
        return None
    elif token.lemma in words.craft:
        if _is_target(syntax, token, words):
            return None
        return Sight(token.index, _AIR, is_sure=True, text=token.text)
    elif token.lemma == "bomb" and _is_dropped(syntax, token, words):
        return Sight(token.index, _AIR, is_sure=True, text=token.text)
    else:
        weapon = words.weapon_nouns.get(token.lemma)
    if weapon is None:
        return None
    return Sight(token.index, weapon.sub_type, weapon.is_sure, token.text)


def _is_target(syntax: Syntax, token: Token, words: SubTypeWords) -> bool:
    """ "fired at a helicopter", "a plane blew up": nothing flew to strike."""
    above = syntax.tokens[token.head]
    if token.dep == "pobj":
        return above.lemma not in _BY
    if token.dep in {"dobj", "nsubjpass"}:
        return above.lemma in words.craft_struck
    if token.dep in {"compound", "amod", "nmod"}:
        return above.lemma not in words.craft_striking
    return token.dep == "nsubj" and above.lemma in words.craft_failing


def _is_dropped(syntax: Syntax, token: Token, words: SubTypeWords) -> bool:
    """ "bombs fell on the town", "dropped bombs", "the bombs that fell"."""
    near = [token.head, *syntax.children[token.index]]
    return any(
        syntax.tokens[i].lemma in words.dropping and syntax.tokens[i].pos == "VERB"
        for i in near
    )


def settle_weapons(scene: Scene, drafts: Sequence[Draft]) -> list[Sight | None]:
    """For each draft of a strike or blast its weapon; None where no word says one.

    What a draft's own words leave open is told by another of the same event.
    """
    weapons = Weapons(scene)
    told = [_Told(draft, weapons.of(draft)) for draft in drafts]
    here: dict[str, list[_Told]] = defaultdict(list)
    for each in told:
        if each.draft.place is not None and each.sight is not None:
            here[scene.place_key(each.draft.place)].append(each)
    linked = _linked(told)
    found = []
    for each in told:
        place = each.draft.place
        kin = () if place is None else here.get(scene.place_key(place), ())
        near = [other for other in kin if _are_one(each.draft, other.draft)]
        others = (*linked[id(each.draft)], *near)
        found.append(
            each.sight if each.is_sure else _of_kin(each, others) or each.sight
        )
    return found


def _linked(told: "Sequence[_Told]") -> "dict[int, list[_Told]]":
    """Draft -> what the article itself ties to it, as told again."""
    known = {id(each.draft): each for each in told}
    found: dict[int, list[_Told]] = {key: [] for key in known}
    for each in told:
        same = (known.get(id(draft)) for draft in each.draft.same_as)
        for other in filter(None, same):
            found[id(each.draft)].append(other)
            found[id(other.draft)].append(each)
    return found


@dataclass(frozen=True, slots=True)
class _Told:
    draft: Draft
    sight: Sight | None

    @property
    def is_sure(self) -> bool:
        return self.sight is not None and self.sight.is_sure


def _of_kin(each: _Told, kin: Sequence[_Told]) -> Sight | None:
    """The word of the nearest telling of the same event that says more."""
    sentence = each.draft.sentence
    nearest = sorted(kin, key=lambda k: abs(k.draft.sentence - sentence))
    more = (k.sight for k in nearest if k.is_sure or each.sight is None)
    return next(more, None)


def _are_one(one: Draft, two: Draft) -> bool:
    """Of one place: on one day; without a day, told close together."""
    if one.dates is not None and two.dates is not None:
        return one.dates.overlaps(two.dates)
    return one.status is two.status and abs(one.sentence - two.sentence) <= _CLOSE
