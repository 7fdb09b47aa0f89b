"""Places beside an event's word where, as the wording says, it did not happen.

Where people met or spoke of it, where those who speak have their seat, where others
went to: none of these is ever a pin of the event.
"""

import re

from geoevents.assemble.clauses import is_only_talked_of, is_venue
from geoevents.assemble.draft import Draft
from geoevents.assemble.own_places import statement_of
from geoevents.assemble.standing import Standing, family
from geoevents.models.place import PlaceKind
from geoevents.models.syntax import Syntax, Token

_AT = {"at", "in", "near"}
_CARE = {"hospital", "clinic", "morgue", "mortuary", "doctor"}
_OF_A_TOWN = {
    "administration", "army", "authority", "brigade", "command", "committee", "council",
    "court", "department", "directorate", "force", "government", "hospital", "ministry",
    "municipality", "office", "police", "service", "university",
}  # fmt: skip
# "Media in Arbil say": those who tell of it.
_TELLERS = {
    "broadcaster", "channel", "daily", "media", "medium", "monitor", "newspaper",
    "outlet", "paper", "radio", "station", "television", "tv", "watchdog", "website",
    "weekly",
}  # fmt: skip
_ASKING = {"reach", "ask", "interview", "quote"}
_BRINGING = {"take", "bring", "fly", "rush", "carry", "evacuate", "transfer", "airlift"}
_TOWARDS = {"to", "into", "towards"}
_LONGEST_ROUTE = 90
_ROUTE = re.compile(
    r"\b(?:on (?:its|his|her|their|the) way|en route|bound|flight|travell?ing|driving|"
    r"heading|headed|sailing)\s(?:from\s[^,;.()]+?\s)?(?:to|for|from)\s"
    r"(?:the\s(?:[\w-]+\s){0,3}(?:city|town|village|port)\sof\s|the\s)?\Z"
)
_BORDER = re.compile(r"\b(?:borders?|frontiers?)\s(?:with|to)\s(?:the\s)?\Z")
_THEM = {"them", "whom", "which", "those", "these"}
_SOME = {
    "many", "most", "some", "other", "half", "thousand", "hundred", "dozen", "rest",
    "majority", "million", "several", "all",
}  # fmt: skip


def is_elsewhere(standing: Standing, draft: Draft, toponym: int) -> bool:
    """For any of these reasons; who talks of it counts in its own sentence alone."""
    if (
        _is_venue(standing, draft, toponym)
        or _is_of_another(standing, draft, toponym)
        or _is_off_ground(standing, draft, toponym)
    ):
        return True
    return standing.sentences[toponym] == draft.sentence and (
        _is_of_talk(standing, draft, toponym)
        or _is_of_speaker(standing, draft, toponym)
        or _is_of_saying(standing, draft, toponym)
        or _is_of_body(standing, draft, toponym)
        or _is_of_counted(standing, draft, toponym)
    )


def is_told_elsewhere(standing: Standing, draft: Draft, toponym: int) -> bool:
    """So surely that what the rules say of it does not count."""
    return (
        _is_of_saying(standing, draft, toponym)
        or _is_of_body(standing, draft, toponym)
        or _is_of_another(standing, draft, toponym)
        or _is_of_counted(standing, draft, toponym)
        or _is_off_ground(standing, draft, toponym)
    )


def _is_off_ground(standing: Standing, draft: Draft, toponym: int) -> bool:
    """In another country than its ground, at the end of a way, beyond a border."""
    return (
        _is_abroad(standing, draft, toponym)
        or _is_of_route(standing, draft, toponym)
        or _is_beyond_border(standing, toponym)
    )


def _is_abroad(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "Hit Polish territory": in no town of another country that was told of before."""
    place = standing.scene.resolutions[toponym].place
    if place is None or place.country is None:
        return False
    trigger = draft.trigger.token
    country = next(
        (
            land
            for ground, land in standing.scene.grounds.items()
            if trigger in standing.paths.up(ground)
        ),
        None,
    )
    return country is not None and country != place.country


def _is_of_route(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "Vanished on its way from Perth to Doha": at neither end, as far as is told."""
    mentions = standing.scene.mentions
    start = mentions.toponyms[toponym].span.start
    before = mentions.syntax.text[max(start - _LONGEST_ROUTE, 0) : start]
    return family(draft) != "moves" and _ROUTE.search(before) is not None


def _is_beyond_border(standing: Standing, toponym: int) -> bool:
    """ "Near the border with Liberia": on this side of it, wherever that is."""
    mentions = standing.scene.mentions
    start = mentions.toponyms[toponym].span.start
    before = mentions.syntax.text[max(start - _LONGEST_ROUTE, 0) : start]
    is_country = standing.kind(toponym) == PlaceKind.COUNTRY.value
    return is_country and _BORDER.search(before) is not None


def _is_of_talk(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "spoke of the strike at a meeting in Vienna": only the meeting was there."""
    head = standing.heads[toponym]
    syntax = standing.scene.mentions.syntax
    return head is not None and is_only_talked_of(syntax, draft.trigger.token, head)


def _is_venue(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "he told a summit in Vienna": nothing but the summit was there.

    "A bomb went off at a rally in Vienna" did, and what is agreed at a meeting is
    agreed there.
    """
    head = standing.heads[toponym]
    syntax = standing.scene.mentions.syntax
    if head is None or family(draft) == "moves" or not is_venue(syntax, head):
        return False
    told = standing.by_sentence.get(standing.sentences[toponym], ())
    happening = {word for i in told for word in standing.drafts[i].words}
    for above in syntax.ancestors(head):
        if above.index in standing.scene.saying:
            return True
        if above.index in happening:
            return False
    return True


def _is_of_speaker(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "a monitor whose office is in Bern speaks of 40 dead": nobody died in Bern."""
    told, head = standing.scene.of_speakers, standing.heads[toponym]
    return head in told and draft.trigger.token not in told


def _is_of_body(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "according to the World Health Organization in Geneva": its seat, or an office.

    The ministry or the police in a town mostly tell of the town; a newspaper does not.
    """
    syntax, head = standing.scene.mentions.syntax, standing.heads[toponym]
    if head is None:
        return False
    link = _link_of(syntax, head)
    body = syntax.tokens[link.head]
    is_told_there = draft.trigger.token in syntax.subtree(body.index)
    if link.pos != "ADP" or body.lemma.lower() in _OF_A_TOWN or is_told_there:
        return False
    is_named = any(
        entity.label == "ORG" and entity.first <= body.index < entity.last
        for entity in syntax.entities
    )
    return (is_named or body.lemma in _TELLERS) and _is_source(standing, body)


def _is_source(standing: Standing, body: Token) -> bool:
    """It speaks, it is asked, or its count is what the sentence goes by."""
    syntax = standing.scene.mentions.syntax
    link = syntax.tokens[body.head]
    above = syntax.tokens[link.head]
    if link.lemma == "by" and above.lemma in _ASKING:
        return True
    told_by = {body.start, above.start if link.lemma == "of" else body.start}
    return any(
        source.span.start <= start < source.span.end
        for source in standing.scene.mentions.sources
        for start in told_by
    )


def _is_of_another(standing: Standing, draft: Draft, toponym: int) -> bool:
    """Others went there, or to what lies in it ("to Kasulu in Tanzania")."""
    held = (
        index
        for index in standing.toponyms.get(standing.sentences[toponym], ())
        if standing.scene.mentions.toponyms[index].container == toponym
    )
    return any(_went_others(standing, draft, index) for index in (toponym, *held))


def _went_others(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "thirty were killed, and 9,000 have fled to Rwanda": nobody was killed there.

    Nor was anyone in "3,000 were killed, and many fled, some of them to camps at Goma".
    """
    head = standing.heads[toponym]
    if head is None:
        return False
    syntax, moves = standing.scene.mentions.syntax, family(draft) == "moves"
    link = _link_of(syntax, head)
    above = syntax.tokens[link.head]
    if link.text in _AT and above.pos == "NOUN":
        if not moves and _is_care(syntax, above):
            return True  # "taken to hospitals in Jos"
        link = _link_of(syntax, above.index)
        above = syntax.tokens[link.head]
    if link.text not in _TOWARDS:
        return False
    of_them = syntax.text.endswith(("of them ", "of whom "), 0, link.start)
    if _is_of_some(syntax, above) or of_them:
        # Who fled did so to where most of them went.
        is_same = above.index in draft.words or above.pos != "VERB"
        return not (moves and is_same)
    told = standing.by_sentence.get(standing.sentences[toponym], ())
    return not moves and any(
        above.index in other.words
        for i in told
        if family(other := standing.drafts[i]) == "moves"
    )


def _is_of_some(syntax: Syntax, above: Token) -> bool:
    """ "many of them to", "two thousand of them into", "700 of whom crossed into"."""
    if above.pos == "VERB":
        below = (syntax.tokens[child] for child in syntax.children[above.index])
        return any(
            token.dep == "nsubj"
            and any(
                syntax.tokens[i].text == "whom" for i in syntax.subtree(token.index)
            )
            for token in below
        )
    return above.pos in {"NUM", "PRON"} or above.lemma.lower() in _SOME


def _is_care(syntax: Syntax, house: Token) -> bool:
    """Where the hurt were brought: "taken to hospitals"."""
    link = syntax.tokens[house.head]
    is_brought = link.text == "to" and syntax.tokens[link.head].lemma in _BRINGING
    return house.lemma in _CARE and is_brought


def _link_of(syntax: Syntax, head: int) -> Token:
    """The preposition that a name, or the first of a list of names, hangs on."""
    while syntax.tokens[head].dep in {"conj", "appos"}:
        head = syntax.tokens[head].head
    return syntax.tokens[syntax.tokens[head].head]


def _is_of_saying(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "said in Bern that 40 had died", "told a radio station in Bern that": said there.

    "In Bern, they said" is open.
    """
    syntax, head = standing.scene.mentions.syntax, standing.heads[toponym]
    if head is None:
        return False
    link = syntax.tokens[syntax.tokens[head].head]
    verb = syntax.tokens[link.head]
    over = syntax.tokens[verb.head]
    if verb.dep in {"dobj", "dative"} and verb.pos in {"NOUN", "PROPN"}:
        verb = over  # whom they told
    elif verb.dep == "nsubj" and over.index < verb.index:
        verb = over  # "said a spokesman in Bern"
    if link.pos != "ADP" or verb.index not in standing.scene.saying:
        return False
    above = [draft.trigger.token, *standing.paths.up(draft.trigger.token)]
    if verb.index not in above[1:]:
        return False
    clause = syntax.tokens[above[above.index(verb.index) - 1]]
    is_after = clause.index < verb.index or link.index < clause.index
    return clause.dep == "ccomp" and verb.index < link.index and is_after


def _is_of_counted(standing: Standing, draft: Draft, toponym: int) -> bool:
    """Told of some only of those that its own sentence counts."""
    return standing.sentences[toponym] == draft.sentence and (
        _is_of_part(standing, draft, toponym)
        or _is_of_part_before(standing, draft, toponym)
    )


def _is_of_part(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "arrested 11 men, among them two who had lived in Kerman": told of those two."""
    syntax = standing.scene.mentions.syntax
    head = standing.heads[toponym]
    if head is None:
        return False
    told_apart = statement_of(syntax, head) != statement_of(syntax, draft.trigger.token)
    is_aside = told_apart or not standing.is_here(toponym)
    for token in (syntax.tokens[head], *syntax.ancestors(head)):
        if token.index == draft.trigger.token:
            return False
        is_aside = is_aside or token.dep == "relcl"
        if _tells_of_some(syntax, token):
            return is_aside and draft.trigger.span.end <= token.start
    return False


def _tells_of_some(syntax: Syntax, link: Token) -> bool:
    """ "Including", "among them"; not "a bomb went off among worshippers"."""
    below = (syntax.tokens[child].text.lower() for child in syntax.children[link.index])
    word = link.text.lower()
    return word == "including" or (word == "among" and any(t in _THEM for t in below))


def _is_of_part_before(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "counted 90 clashes, 36 of them near Gao, and 200 dead": only clashes were there."""
    syntax = standing.scene.mentions.syntax
    head = standing.heads[toponym]
    above = [] if head is None else list(syntax.ancestors(head))
    for number in above:
        if number.pos == "NUM" and _is_part_of_them(syntax, number):
            return draft.trigger.span.start > number.start
    return False


def _is_part_of_them(syntax: Syntax, number: Token) -> bool:
    """Reads "36 of them"."""
    return any(
        syntax.tokens[child].text == "of"
        and any(syntax.tokens[c].text in _THEM for c in syntax.children[child])
        for child in syntax.children[number.index]
    )
