"""Words that point back to a place: "there", "in the region", "reached the town"."""

from geoevents.assemble.draft import Draft, Scene
from geoevents.models.place import PlaceKind, PlaceRole
from geoevents.models.report import EventType
from geoevents.models.syntax import Syntax, Token

_POINTING = {"there", "here"}
_UNITS = {PlaceKind.ADMIN1, PlaceKind.ADMIN2, PlaceKind.REGION}
# A county has a seat of its name; where only that is told, the county is meant too.
_COUNTIES = {PlaceKind.ADMIN2, PlaceKind.TOWN}
# What each noun may point back to.
_KINDS = {
    "region": _UNITS,
    "province": _UNITS,
    "state": _UNITS,
    "district": _UNITS,
    "county": _COUNTIES,
    "municipality": _COUNTIES,
    "area": _UNITS | {PlaceKind.TOWN, PlaceKind.AREA, PlaceKind.SITE},
    "city": {PlaceKind.TOWN},
    "town": {PlaceKind.TOWN},
    "village": {PlaceKind.TOWN},
    "settlement": {PlaceKind.TOWN},
    "capital": {PlaceKind.TOWN},
    "camp": {PlaceKind.SITE},
    "island": {PlaceKind.ISLAND},
    "river": {PlaceKind.WATER},
    "bank": {PlaceKind.WATER},
    "enclave": {PlaceKind.AREA, PlaceKind.REGION, PlaceKind.ADMIN1},
    "country": {PlaceKind.COUNTRY},
}
PLACE_NOUNS = frozenset(_KINDS)
# What a second sentence calls what the first one told of.
AGAIN_LEMMAS = {
    "attack", "strike", "raid", "blast", "explosion", "bombing", "shelling", "assault",
    "shooting", "killing", "massacre", "ambush", "clash", "incident", "crash", "quake",
    "earthquake", "fire", "flood", "storm", "collapse", "kidnapping", "abduction",
    "airstrike", "barrage", "bombardment", "violence", "shootout", "murder",
}  # fmt: skip
_HAPPENINGS = AGAIN_LEMMAS | {
    "bomb", "tremor", "blaze", "landslide", "eruption", "protest", "riot", "toll",
}  # fmt: skip
_ANOTHER = {"another", "other", "separate", "previous", "earlier", "second", "third"}
_SPOTS = {"place", "site", "spot", "quarter", "neighbourhood", "suburb", "port"}
_DEFINITE = {"the", "that", "this", "same"}
_AT = {"in", "on", "at", "near", "around", "outside"}
OBJECTS = {"dobj", "nsubjpass"}
_HELD = OBJECTS | {"pobj", "poss"}
_NO_ANTECEDENT = {PlaceRole.SPEAKER, PlaceRole.DATELINE, PlaceRole.ACTOR_HOME}


def pointed_place(scene: Scene, draft: Draft) -> tuple[str, int] | None:
    """The pointing word in the trigger's clause and the toponym it points back to."""
    syntax = scene.mentions.syntax
    for index in (*syntax.subtree(draft.trigger.token), *_told_with(syntax, draft)):
        token = syntax.tokens[index]
        kinds = _pointed_kinds(scene, token)
        if kinds is None:
            continue
        found = _antecedent(scene, token, kinds)
        if found is not None:
            return token.text, found
    return None


def pointed_object(scene: Scene, draft: Draft) -> int | None:
    """ "reached the region", "the town was shelled", "were deployed on the bank"."""
    syntax = scene.mentions.syntax
    own = syntax.children[draft.trigger.token]
    links = (syntax.tokens[index] for index in own)
    at = (index for t in links if t.lemma in _AT for index in syntax.children[t.index])
    for index in (*own, *at):
        token = syntax.tokens[index]
        kinds = _pointed_kinds(scene, token) if token.dep in _HELD else None
        if kinds is not None and PlaceKind.COUNTRY not in kinds:
            return _antecedent(scene, token, kinds)
    return None


def _told_with(syntax: Syntax, draft: Draft) -> list[int]:
    """The words of the clause before: "1,000 live in the town, and 50 were killed"."""
    verb = syntax.tokens[draft.trigger.token]
    if verb.dep != "conj":
        return []
    joined = set(syntax.subtree(verb.index))
    before = (i for i in syntax.subtree(verb.head) if i < verb.index)
    return [i for i in before if i not in joined]


def tells_again(scene: Scene, draft: Draft) -> bool:
    """ "The first blast went off", "the toll was raised": of what was told before."""
    if draft.trigger.event_type is EventType.STRATEGIC:
        return False
    syntax = scene.mentions.syntax
    token = syntax.tokens[draft.trigger.token]
    below = [syntax.tokens[c] for c in syntax.children[token.index]]
    told = [t for t in (token, *below) if t.pos == "NOUN" and _is_subject(t)]
    return any(t.lemma in _HAPPENINGS and _is_definite(syntax, t) for t in told)


def _is_subject(token: Token) -> bool:
    return token.dep in {"nsubj", "nsubjpass"} or token.lemma == "toll"


def _is_definite(syntax: Syntax, noun: Token) -> bool:
    words = _words_below(syntax, noun)
    return bool(words & (_DEFINITE | {"both", "these"})) and not words & _ANOTHER


def _words_below(syntax: Syntax, noun: Token) -> set[str]:
    return {syntax.tokens[c].text.lower() for c in syntax.children[noun.index]}


def points_back(scene: Scene, draft: Draft) -> bool:
    """Whether any word of its sentence may point back to a place, found or not."""
    syntax = scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence]
    for token in syntax.tokens[sentence.first : sentence.last]:
        word = token.text.lower()
        if word in _POINTING:
            return True
        is_spot = word in _KINDS or word in _SPOTS
        if is_spot and _words_below(syntax, token) & _DEFINITE:
            return True
    return False


def _pointed_kinds(scene: Scene, token: Token) -> set[PlaceKind] | None:
    word = token.text.lower()
    if word in _POINTING and token.dep == "advmod":
        return _kinds_before(scene.mentions.syntax, token) or set(PlaceKind)
    if token.pos != "NOUN" or word not in _KINDS or token.dep not in _HELD:
        return None
    below = [
        scene.mentions.syntax.tokens[c]
        for c in scene.mentions.syntax.children[token.index]
    ]
    is_definite = any(t.text.lower() in _DEFINITE for t in below)
    names_it = any(t.pos == "PROPN" or t.dep in {"prep", "relcl"} for t in below)
    return _KINDS[word] if is_definite and not names_it else None


def _kinds_before(syntax: Syntax, there: Token) -> set[PlaceKind] | None:
    """ "of the region he said that 300 men stood there": there is the region."""
    first = syntax.sentences[there.sentence].first
    for token in reversed(syntax.tokens[first : there.index]):
        if token.entity in {"GPE", "LOC", "FAC"}:
            return None
        if token.pos == "NOUN" and token.text.lower() in _KINDS:
            is_definite = bool(_words_below(syntax, token) & _DEFINITE)
            return _KINDS[token.text.lower()] if is_definite else None
    return None


def _antecedent(scene: Scene, token: Token, kinds: set[PlaceKind]) -> int | None:
    """The last place of such a kind before the word, where something could happen."""
    for index in range(len(scene.mentions.toponyms) - 1, -1, -1):
        toponym = scene.mentions.toponyms[index]
        place = scene.resolutions[index].place
        if toponym.span.end > token.start or place is None:
            continue
        if place.kind in kinds and toponym.role not in _NO_ANTECEDENT:
            return index
    return None
