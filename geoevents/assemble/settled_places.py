"""Places that the wording settles by itself, where nothing needs to be weighed.

"Reached the region"; "annexed along with X and Y"; "five villages, among them X".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from geoevents.assemble.anaphora import OBJECTS, pointed_object
from geoevents.assemble.draft import Draft
from geoevents.assemble.own_places import told_of
from geoevents.assemble.standing import Standing
from geoevents.models.place import PlaceKind
from geoevents.models.syntax import Syntax, Token

_MANY_PLACES = {
    "city", "town", "village", "target", "site", "area", "region", "province", "district",
    "place", "position", "settlement", "base", "airfield", "port", "community",
}  # fmt: skip
_INCLUDING = re.compile(r"\b(?:including|among (?:them|these|those)) (?:the )?\Z")
_AND = re.compile(r"(?:, ?|,? and )(?:the )?")
_LEAD = 32  # characters before a name that are looked at
_NAMED_ITSELF = {"pobj", "conj", "appos"}  # not "including Sake's mayor"


@dataclass(frozen=True, slots=True)
class Settled:
    """Indices of toponyms, one at least, and in words why it happened at each of them."""

    places: tuple[int, ...]
    why: str


def settled_places(standing: Standing, draft: Draft) -> Settled | None:
    """Where a draft happened, if its wording leaves no choice."""
    for find, why in _WORDINGS:
        if places := find(standing, draft):
            return Settled(tuple(places), why)
    return None


def _done_to(standing: Standing, draft: Draft) -> list[int]:
    """ "reached the region"; "retook the town and two villages, X and Y" is all three."""
    syntax = standing.scene.mentions.syntax
    place = pointed_object(standing.scene, draft)
    if place is None or _names_its_place(standing, draft):
        return []
    below = {
        index
        for child in syntax.children[draft.trigger.token]
        if syntax.tokens[child].dep in OBJECTS
        for index in syntax.subtree(child)
    }
    beside = [
        toponym
        for toponym in standing.toponyms.get(draft.sentence, ())
        if standing.heads[toponym] in below and standing.is_here(toponym)
    ]
    return [place, *(toponym for toponym in beside if toponym != place)]


def _names_its_place(standing: Standing, draft: Draft) -> bool:
    """ "fled the town for Saint-Marc": a place hangs on the verb itself."""
    tokens = standing.scene.mentions.syntax.tokens
    heads = (standing.heads[i] for i in standing.toponyms.get(draft.sentence, ()))
    above = (tokens[tokens[head].head] for head in heads if head is not None)
    return any(word.pos == "ADP" and word.head == draft.trigger.token for word in above)


def _told_together(standing: Standing, draft: Draft) -> list[int]:
    """ "the region, annexed in 2014 along with X and Y": all of them were."""
    syntax = standing.scene.mentions.syntax
    place = told_of(standing, draft)
    if place is None:
        return []
    links = [
        word
        for word in syntax.subtree(draft.trigger.token)
        if _is_along_with(syntax, syntax.tokens[word])
    ]
    if not links:
        return []
    below = {index for link in links for index in syntax.subtree(link)}
    others = standing.toponyms.get(draft.sentence, ())
    return [place, *(o for o in others if o != place and standing.heads[o] in below)]


def _is_along_with(syntax: Syntax, link: Token) -> bool:
    """The "with" of "along with" and "together with"."""
    before = syntax.tokens[link.index - 1].lemma if link.index else ""
    return link.lemma == "with" and before in {"along", "together"}


def _reaching(standing: Standing, draft: Draft) -> list[int]:
    """ "missiles hit cities from Lviv to Odesa": both ends, and none is where they set out."""
    syntax = standing.scene.mentions.syntax
    here = standing.toponyms.get(draft.sentence, ())
    if len(here) < 2:  # noqa: PLR2004 - from one to the other
        return []
    below = set(syntax.subtree(draft.trigger.token))
    for one, two in pairwise(here):
        head, end = standing.heads[one], standing.heads[two]
        if head is None or end is None or head not in below or end not in below:
            continue
        link = syntax.tokens[syntax.tokens[head].head]
        ends = syntax.tokens[syntax.tokens[end].head]
        if (link.lemma, ends.lemma) != ("from", "to"):
            continue
        if _names_many(syntax, link.head, draft.trigger.token):
            return [one, two]
    return []


def _names_many(syntax: Syntax, above: int, trigger: int) -> bool:
    """The places stand before "from": "struck 16 targets on Monday, from X to Y"."""
    objects = (c for c in syntax.children[trigger] if syntax.tokens[c].dep in OBJECTS)
    nouns = [above, *(objects if above == trigger else ())]
    return any(syntax.tokens[noun].lemma in _MANY_PLACES for noun in nouns)


def _included(standing: Standing, draft: Draft) -> list[int]:
    """ "won back a dozen villages, among them X": of what was won only X is named."""
    syntax = standing.scene.mentions.syntax
    sentence = syntax.sentences[draft.sentence].span.of(syntax.text)
    if "including " not in sentence and "among " not in sentence:
        return []
    below = set(syntax.subtree(draft.trigger.token))
    found: list[int] = []
    for toponym in standing.toponyms.get(draft.sentence, ()):
        head, place = standing.heads[toponym], standing.scene.resolutions[toponym].place
        if head not in below or syntax.tokens[head].dep not in _NAMED_ITSELF:
            continue
        if _nearest_event(standing, draft, head) != draft.trigger.token:
            continue
        if place is None or place.kind is PlaceKind.COUNTRY:
            continue
        start = standing.scene.mentions.toponyms[toponym].span.start
        lead = syntax.text[max(start - _LEAD, draft.trigger.span.end) : start]
        if _INCLUDING.search(lead) or (
            found and _AND.fullmatch(_gap(standing, toponym))
        ):
            found.append(toponym)
    return found


def _nearest_event(standing: Standing, draft: Draft, head: int) -> int | None:
    """The event's word that a name hangs on first, going up the parse."""
    drafts = standing.drafts
    words = {drafts[i].trigger.token for i in standing.by_sentence[draft.sentence]}
    above = standing.scene.mentions.syntax.ancestors(head)
    return next((token.index for token in above if token.index in words), None)


def _gap(standing: Standing, toponym: int) -> str:
    """What stands between a name and the one before it."""
    before, own = standing.scene.mentions.toponyms[toponym - 1 : toponym + 1]
    return standing.scene.article.text[before.span.end : own.span.start]


_WORDINGS: tuple[tuple[Callable[[Standing, Draft], list[int]], str], ...] = (
    (_done_to, "what it was done to is the place told of before"),
    (_told_together, "told of together with other places"),
    (_reaching, "it happened from one of two places to the other"),
    (_included, "of the places where it happened the one that is named"),
)
