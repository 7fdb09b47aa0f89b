"""Decision lists from the governing words of a place name to its role."""

from geoevents.extract.role_position import (
    Position,
    Scene,
    clause_verb,
    role_words,
    saying,
)
from geoevents.models.mention import Toponym
from geoevents.models.place import PlaceRole
from geoevents.models.syntax import Syntax, Token

_AT = frozenset(
    [
        "in",
        "at",
        "near",
        "on",
        "around",
        "outside",
        "inside",
        "within",
        "across",
        "throughout",
        "over",
        "along",
        "off",
        "above",
        "under",
        "beside",
        "between",
        "by",
        "amid",
        "among",
        "behind",
        "beyond",
        "through",
        "via",
    ]
)
_TOWARDS = frozenset({"to", "into", "toward", "towards", "onto", "for"})
_SUBJECTS = frozenset({"nsubj", "csubj"})
_PLACING = frozenset({"offset", "near", "off", "outside", "between", "direction"})


def of_owner(syntax: Syntax, position: Position) -> tuple[PlaceRole, str]:
    """ "Russia's army", "Russia's Kursk region"."""
    noun = position.governor
    is_bare = not any(
        syntax.tokens[child].dep in {"compound", "amod"}
        and child > position.token.index
        for child in syntax.children[noun.index]
    )
    is_place = noun.lemma in role_words("nouns", "parts") and (
        is_bare or noun.lemma not in {"centre", "center", "state", "side"}
    )
    if is_place or noun.entity in {"GPE", "LOC"}:
        return PlaceRole.MENTION, f"its {noun.text} is meant"
    return PlaceRole.ACTOR_HOME, f"'{noun.text}' is its own"


def of_preposition(  # noqa: C901, PLR0911 - a decision list
    syntax: Syntax, toponym: Toponym, position: Position, scene: Scene
) -> tuple[PlaceRole, str]:
    """After "in", "to", "from", "of", "by", "according to"."""
    preposition, governor = position.preposition, position.governor
    word = preposition.text.lower() if preposition else ""
    if word == "to" and governor.text.lower() == "according":
        return PlaceRole.SPEAKER, "'according to' it"
    verb = clause_verb(syntax, governor)
    if governor.pos in {"NOUN", "PROPN"} and governor.index not in scene.happening:
        decided = _of_noun(syntax, toponym, governor, word, scene)
        if decided is not None:
            return decided
    before = syntax.tokens[preposition.index - 1] if preposition else governor
    if word == "from" and governor.lemma in role_words("nouns", "words"):
        return PlaceRole.SPEAKER, f"a {governor.text} from it"
    if word == "of" and before.text.lower() == "out":
        return PlaceRole.ORIGIN, "after 'out of'"
    if word == "from":
        return _of_from(governor, verb)
    if word in _TOWARDS:
        return _of_towards(governor, verb, word)
    if word == "by":
        return PlaceRole.SPEAKER, "done by it"
    if word in _AT or (
        toponym.relation is not None and toponym.relation.kind != "part"
    ):
        return _of_locative(
            syntax,
            toponym=toponym,
            governor=governor,
            verb=verb,
            word=word,
            scene=scene,
        )
    if word == "of":
        return _of_genitive(governor, scene)
    return PlaceRole.MENTION, f"after '{word}'"


def _is_done_to(syntax: Syntax, noun: Token, scene: Scene) -> bool:
    """It, or whose it is, has something done to it: "shot and wounded a leader of it"."""
    link = syntax.tokens[noun.head]
    if noun.dep == "pobj" and link.lemma == "of":
        noun = syntax.tokens[link.head]
    verb = syntax.tokens[noun.head]
    joined = verb.head if verb.dep == "conj" else verb.index
    is_object = noun.dep in {"dobj", "nsubjpass"}
    return is_object and bool({verb.index, joined} & scene.happening)


def _of_noun(  # noqa: C901, PLR0911 - a decision list
    syntax: Syntax, toponym: Toponym, governor: Token, word: str, scene: Scene
) -> tuple[PlaceRole, str] | None:
    lemma = governor.lemma
    if word in _AT and _is_done_to(syntax, governor, scene):
        return None  # "killed a leader of the group in Sanaa"
    if lemma in role_words("nouns", "bodies") and word in {"in", "at"}:
        if toponym.standing in {"country", "capital"}:
            return PlaceRole.SPEAKER, f"where the {governor.text} speaks"
        return PlaceRole.ACTOR_HOME, f"where the {governor.text} sits"
    if lemma in role_words("nouns", "bodies") and word == "of":
        return PlaceRole.ACTOR_HOME, f"its {governor.text}"
    head = syntax.tokens[governor.head]
    speaks = governor.dep in _SUBJECTS and head.lemma in saying()
    is_seat = toponym.standing in {"country", "capital"}
    if speaks and not is_seat and lemma in role_words("nouns", "witnesses"):
        return PlaceRole.EVENT, f"its {governor.text} tell what happens there"
    if lemma in role_words("nouns", "people") and word in {"from", "of"}:
        return PlaceRole.ACTOR_HOME, f"home of the {governor.text}"
    if lemma in role_words("nouns", "people") and word in {"in", "at"} and speaks:
        return PlaceRole.ACTOR_HOME, f"where the {governor.text} is"
    if lemma in role_words("nouns", "background") and word in {"in", "with", "on"}:
        return PlaceRole.MENTION, f"background: '{governor.text}'"
    if lemma in role_words("nouns", "roads") and word in {"to", "from", "with", "for"}:
        if head.lemma in role_words("verbs", "blocking") and not any(
            syntax.tokens[child].lemma in _AT for child in syntax.children[head.index]
        ):
            return PlaceRole.EVENT, f"its {governor.text} is '{head.text}'"
        return PlaceRole.MENTION, f"'{governor.text} {word}' it"
    if lemma in role_words("nouns", "parts") and word in {"in", "on"}:
        if speaks:
            return PlaceRole.ACTOR_HOME, f"where the {governor.text} speaks"
        return _of_part(syntax, governor)
    return None


def _of_part(syntax: Syntax, part: Token) -> tuple[PlaceRole, str] | None:
    """ "in a village in X": the village has no name, so X stands for it."""
    if any(
        syntax.tokens[child].pos == "PROPN" for child in syntax.children[part.index]
    ):
        return PlaceRole.MENTION, f"only says where a {part.text} lies"
    above = syntax.tokens[part.head]
    if part.dep == "pobj" and above.text.lower() in _AT:
        return PlaceRole.EVENT, f"'{above.text} a {part.text}' of it"
    if part.dep == "pobj" and above.text.lower() in _TOWARDS:
        return PlaceRole.DESTINATION, f"'{above.text} a {part.text}' of it"
    if part.dep in {"dobj", "nsubjpass"}:
        return PlaceRole.EVENT, f"a {part.text} of it is what it happens to"
    return PlaceRole.MENTION, f"a {part.text} of it"


def _of_from(governor: Token, verb: Token | None) -> tuple[PlaceRole, str]:
    moves = {"withdrawal", "retreat", "march", "evacuation", "flight", "departure"}
    stays = verb is None or verb.lemma not in {"recall", "evacuate", "expel"}
    if governor.pos in {"NOUN", "PROPN"} and governor.lemma not in moves and stays:
        return PlaceRole.ACTOR_HOME, f"'{governor.text} from' it"
    if verb is not None and verb.lemma in role_words("verbs", "movement"):
        return PlaceRole.ORIGIN, f"'{verb.text} from' it"
    return PlaceRole.ORIGIN, "after 'from'"


def _of_towards(
    governor: Token, verb: Token | None, word: str
) -> tuple[PlaceRole, str]:
    if word not in {"to", "for"}:
        return PlaceRole.DESTINATION, f"'{governor.text} {word}' it"
    if verb is not None and verb.lemma in role_words("verbs", "movement"):
        return PlaceRole.DESTINATION, f"'{verb.text} {word}' it"
    if word == "for":
        return PlaceRole.MENTION, "after 'for'"
    if verb is None or verb.lemma in role_words("verbs", "talk_to"):
        return PlaceRole.MENTION, "after 'to'"
    return PlaceRole.DESTINATION, f"'{verb.text} to' it"


def _of_locative(
    syntax: Syntax,
    *,
    toponym: Toponym,
    governor: Token,
    verb: Token | None,
    word: str,
    scene: Scene,
) -> tuple[PlaceRole, str]:
    if governor.lemma in role_words("verbs", "based"):
        return PlaceRole.ACTOR_HOME, f"'{governor.text} in' it"
    if governor.index in scene.happening:
        return PlaceRole.EVENT, f"'{governor.text} {word}' it"
    if verb is governor and verb is not None:
        if verb.lemma in role_words("verbs", "arrival") and not _is_fired(syntax, verb):
            return PlaceRole.DESTINATION, f"'{verb.text} {word}' it"
        if _speaks_there(syntax, toponym, verb):
            return PlaceRole.SPEAKER, f"where somebody '{verb.text}'"
    if (
        governor.dep == "ROOT"
        and governor.lemma == "be"
        and not scene.happens_in(governor.sentence)
    ):
        return PlaceRole.MENTION, f"'{word}' it, but nothing happens in the sentence"
    return PlaceRole.EVENT, f"'{word}' it, below '{governor.text}'"


def _is_fired(syntax: Syntax, verb: Token) -> bool:
    """ "Shells landed in X": what lands there strikes it."""
    return any(
        syntax.tokens[child].dep in _SUBJECTS
        and syntax.tokens[child].lemma in role_words("nouns", "munitions")
        for child in syntax.children[verb.index]
    )


def _speaks_there(syntax: Syntax, toponym: Toponym, verb: Token) -> bool:
    """ "In Washington, officials said"; elsewhere only clear words of judgement."""
    if _is_passive(syntax, verb):
        return False
    if toponym.standing in {"country", "capital"} and verb.lemma in saying():
        return True
    return verb.lemma in role_words("verbs", "accuse") - role_words("verbs", "done_to")


def _is_passive(syntax: Syntax, verb: Token) -> bool:
    deps = {syntax.tokens[child].dep for child in syntax.children[verb.index]}
    return bool(deps & {"auxpass", "nsubjpass"}) or (
        verb.tag == "VBN" and not deps & _SUBJECTS
    )


def _of_genitive(governor: Token, scene: Scene) -> tuple[PlaceRole, str]:
    """ "the capture of X", "the government of X"."""
    is_deed = governor.lemma in role_words("nouns", "deeds") or governor.tag == "VBG"
    if governor.index in scene.happening or is_deed:
        return PlaceRole.EVENT, f"'{governor.text} of' it"
    return PlaceRole.MENTION, f"'{governor.text} of' it"


def of_argument(  # noqa: PLR0911 - a decision list
    syntax: Syntax, toponym: Toponym, position: Position, scene: Scene
) -> tuple[PlaceRole, str]:
    """As subject, object, or noun before another noun."""
    token, governor = position.token, position.governor
    is_seat = toponym.standing in {"country", "capital"}
    if _names_the_town_before(syntax, token):
        return PlaceRole.EVENT, "the town told of just before"
    if token.dep in _SUBJECTS:
        return _of_subject(toponym, governor, scene)
    if token.dep == "nsubjpass":
        if governor.lemma in role_words("verbs", "done_to") or not is_seat:
            return PlaceRole.EVENT, f"it was '{governor.text}'"
        return PlaceRole.SPEAKER, f"subject of '{governor.text}'"
    if token.dep in {"dobj", "obj", "dative"}:
        return _of_object(token, governor, scene, is_seat=is_seat)
    if token.dep in {"compound", "nmod", "amod", "npadvmod"}:
        return _of_compound(syntax, governor, scene)
    if toponym.relation is not None and toponym.relation.kind in _PLACING:
        return PlaceRole.EVENT, f"'{toponym.relation.text}' it"
    if token.dep in {"dep", "parataxis", "ROOT"} and is_seat:
        return PlaceRole.SPEAKER, "stands alone as a government would"
    return PlaceRole.MENTION, f"neither place nor party ({token.dep})"


def _of_object(  # noqa: PLR0911 - a decision list
    token: Token, governor: Token, scene: Scene, *, is_seat: bool
) -> tuple[PlaceRole, str]:
    if token.dep == "dative" and is_seat:
        return PlaceRole.ACTOR_HOME, f"'{governor.text}' it something"
    happens = governor.index in scene.happening
    if token.dep == "dative" or governor.lemma in role_words("verbs", "done_to"):
        return PlaceRole.EVENT, f"'{governor.text}' does it to it"
    if happens:
        return PlaceRole.EVENT, f"object of '{governor.text}'"
    if governor.lemma in role_words("verbs", "leaving"):
        return PlaceRole.ORIGIN, f"object of '{governor.text}'"
    if governor.lemma in role_words("verbs", "movement"):
        return PlaceRole.DESTINATION, f"object of '{governor.text}'"
    if is_seat and governor.lemma in role_words("verbs", "accuse"):
        return PlaceRole.SPEAKER, f"object of '{governor.text}'"
    return PlaceRole.MENTION, f"object of '{governor.text}'"


def _names_the_town_before(syntax: Syntax, token: Token) -> bool:
    """ "in the capital, Nairobi, an official said": taken for a second subject."""
    if token.dep != "nsubj" or token.index < 3:  # noqa: PLR2004 - "in capital ,"
        return False
    noun, comma = syntax.tokens[token.index - 2 : token.index]
    link = syntax.tokens[noun.head]
    subjects = (syntax.tokens[child] for child in syntax.children[token.head])
    return (
        comma.text == ","
        and noun.lemma in {"capital", "city", "town", "village", "port"}
        and (noun.dep, link.lemma in _AT) == ("pobj", True)
        and any(t.dep == "nsubj" and t.index > token.index for t in subjects)
    )


def _of_compound(
    syntax: Syntax, governor: Token, scene: Scene
) -> tuple[PlaceRole, str]:
    if governor.index in scene.happening:
        return PlaceRole.EVENT, f"the {governor.text} there"
    above = syntax.tokens[governor.head].text.lower()
    if governor.dep == "pobj" and above in _AT and governor.pos == "NOUN":
        return PlaceRole.EVENT, f"'{above}' a {governor.text} there"
    return PlaceRole.ACTOR_HOME, f"before '{governor.text}'"


def _of_subject(
    toponym: Toponym, governor: Token, scene: Scene
) -> tuple[PlaceRole, str]:
    is_seat = toponym.standing in {"country", "capital"}
    if is_seat and governor.lemma not in {"fall", "burn", "lie"}:
        return PlaceRole.SPEAKER, f"subject of '{governor.text}'"
    if governor.index in scene.happening:  # "Long Beach declared an emergency"
        return PlaceRole.EVENT, f"a town that '{governor.text}'"
    if governor.lemma in role_words("verbs", "happening") | {"have"}:
        return PlaceRole.EVENT, f"subject of '{governor.text}'"
    return PlaceRole.MENTION, f"subject of '{governor.text}'"
