"""Places of a sentence that an event's own clause names: beside them others are out.

"An attack on Lyptsi was beaten off, and the push has stuck in Vovchansk": each verb has
its place, though one sentence holds both.
"""

from geoevents.assemble.anaphora import PLACE_NOUNS
from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing
from geoevents.models.place import is_inside
from geoevents.models.syntax import Syntax, Token

_VERBAL = {"VERB", "AUX"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_JOINED = {"ccomp", "parataxis", "conj", "advcl"}
_RELATIVE_SUBJECT = {"WDT", "WP"}


def own_options(
    standing: Standing, draft: Draft, options: list[int | None]
) -> list[int | None]:
    """The same options without those that the wording leaves to other events."""
    label = _label_of(standing, draft)
    if label is not None:
        return [label]
    told = told_of(standing, draft)
    if told in options and not _holds_option(standing, draft, told, options):
        return [told]
    syntax = standing.scene.mentions.syntax
    own = statement_of(syntax, draft.trigger.token)
    here = [
        option
        for option in options
        if option is not None and standing.sentences[option] == draft.sentence
    ]
    others = {
        option
        for option in here
        if (head := standing.heads[option]) is not None
        and statement_of(syntax, head) != own
    }
    named = [o for o in here if o not in others and standing.is_here(o)]
    return [o for o in options if o not in others] if named else options


def _label_of(standing: Standing, draft: Draft) -> int | None:
    """ "KHARKIV: Saturday's strike killed 16": of several briefs each says where it is.

    A place in the sentence itself says more; a single label is a dateline.
    """
    if any(standing.is_here(i) for i in standing.toponyms.get(draft.sentence, ())):
        return None
    text = standing.scene.article.text
    labels = {
        toponym.span.start: index
        for index, toponym in enumerate(standing.scene.mentions.toponyms)
        if toponym.text.isupper()
        and text[toponym.span.end : toponym.span.end + 1] == ":"
        and text.rfind("\n", 0, toponym.span.start) == toponym.span.start - 1
    }
    start = text.rfind("\n", 0, draft.trigger.span.start) + 1
    return labels.get(start) if len(labels) > 1 else None


def statement_of(syntax: Syntax, index: int) -> int:
    """The head of the independent clause that holds a token."""
    token = syntax.tokens[index]
    while token.head != token.index and not _is_independent(syntax, token):
        token = syntax.tokens[token.head]
    return token.index


def _is_independent(syntax: Syntax, token: Token) -> bool:
    """With a subject of its own after "and" or "while", or after a semicolon."""
    if token.pos not in _VERBAL or token.dep not in _JOINED:
        return False
    above = syntax.tokens[token.head]
    first, last = sorted((token.index, above.index))
    if any(other.text == ";" for other in syntax.tokens[first:last]):
        return True
    below = [syntax.tokens[child] for child in syntax.children[token.index]]
    is_joined = token.dep == "conj" or any(t.text == "while" for t in below)
    has_subject = any(t.dep in _SUBJECTS for t in below)
    return is_joined and above.pos in _VERBAL and has_subject


def told_of(standing: Standing, draft: Draft) -> int | None:
    """The place of which the event's word tells: "Bria, retaken by the army"."""
    syntax = standing.scene.mentions.syntax
    verb = syntax.tokens[draft.trigger.token]
    if not (_tells_of_place(syntax, verb) or (verb.dep, verb.tag) == ("acl", "VBN")):
        return None
    named = _named(standing, syntax)
    above = syntax.tokens[verb.head]
    while above.index not in named and above.dep == "appos":
        above = syntax.tokens[above.head]  # "Gitega, the only city it had seized"
    toponym = named.get(above.index)
    if toponym is None or not (
        standing.is_here(toponym) or _is_where(standing, verb, toponym)
    ):
        return None
    return toponym


def _named(standing: Standing, syntax: Syntax) -> dict[int, int]:
    """Head -> toponym; of "the Kasai region" the noun as well as the name."""
    named = {head: i for i, head in enumerate(standing.heads) if head is not None}
    for head, toponym in list(named.items()):
        noun = syntax.tokens[syntax.tokens[head].head]
        if syntax.tokens[head].dep == "compound" and noun.lemma in PLACE_NOUNS:
            named.setdefault(noun.index, toponym)
    return named


def _is_where(standing: Standing, verb: Token, toponym: int) -> bool:
    """ "so did Brussels, where 32 died": its part in the rest of the sentence is no matter."""
    syntax = standing.scene.mentions.syntax
    below = (syntax.tokens[child] for child in syntax.children[verb.index])
    return toponym not in standing.holders and any(t.text == "where" for t in below)


def _tells_of_place(syntax: Syntax, verb: Token) -> bool:
    """ "Brussels, where 32 died"; not "Chad, which shelled" or "Chad, whose army did"."""
    if verb.dep != "relcl":
        return False
    below = [syntax.tokens[child] for child in syntax.children[verb.index]]
    if any(t.dep == "nsubj" and t.tag in _RELATIVE_SUBJECT for t in below):
        return False
    owned = (c for t in below for c in syntax.children[t.index])
    return not any(syntax.tokens[c].tag == "WP$" for c in owned)


def _holds_option(
    standing: Standing, draft: Draft, told: int | None, options: list[int | None]
) -> bool:
    """ "Saada, in Yemen, where 70 died": what lies in it is named as well."""
    places = standing.scene.resolutions
    outer = places[told].place if told is not None else None
    return outer is None or any(
        option != told
        and standing.sentences[option] == draft.sentence
        and (inner := places[option].place) is not None
        and is_inside(inner, outer)
        for option in options
        if option is not None
    )
