"""Places beside an event's word where, as the wording says, it did not happen.

Where people met or spoke of it, where those who speak have their seat, where others
went to: none of these is ever a pin of the event.
"""

from geoevents.assemble.clauses import is_only_talked_of, is_venue
from geoevents.assemble.draft import Draft
from geoevents.assemble.standing import Standing, family


def is_elsewhere(standing: Standing, draft: Draft, toponym: int) -> bool:
    """For any of these reasons; who talks of it counts in its own sentence alone."""
    if _is_venue(standing, draft, toponym) or _is_of_another(standing, draft, toponym):
        return True
    return standing.sentences[toponym] == draft.sentence and (
        _is_of_talk(standing, draft, toponym)
        or _is_of_speaker(standing, draft, toponym)
        or _is_of_saying(standing, draft, toponym)
    )


def is_told_elsewhere(standing: Standing, draft: Draft, toponym: int) -> bool:
    """So surely that what the rules say of it does not count."""
    return _is_of_saying(standing, draft, toponym) or _is_of_another(
        standing, draft, toponym
    )


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
    happening = {word for i in told for word in standing.words(standing.drafts[i])}
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


def _is_of_another(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "thirty were killed, and 9,000 have fled to Rwanda": nobody was killed there."""
    head = standing.heads[toponym]
    if head is None or family(draft) == "moves":
        return False
    syntax = standing.scene.mentions.syntax
    while syntax.tokens[head].dep in {"conj", "appos"}:
        head = syntax.tokens[head].head
    link = syntax.tokens[syntax.tokens[head].head]
    if link.text != "to":
        return False
    told = standing.by_sentence.get(standing.sentences[toponym], ())
    return any(
        link.head in standing.words(other)
        for i in told
        if family(other := standing.drafts[i]) == "moves"
    )


def _is_of_saying(standing: Standing, draft: Draft, toponym: int) -> bool:
    """ "said in Bern that 40 had died": that was said there; "in Bern, they said" is open."""
    syntax, head = standing.scene.mentions.syntax, standing.heads[toponym]
    if head is None:
        return False
    link = syntax.tokens[syntax.tokens[head].head]
    verb = syntax.tokens[link.head]
    if link.pos != "ADP" or verb.index not in standing.scene.saying:
        return False
    above = [draft.trigger.token, *standing.paths.up(draft.trigger.token)]
    if verb.index not in above[1:]:
        return False
    clause = syntax.tokens[above[above.index(verb.index) - 1]]
    return clause.dep == "ccomp" and verb.index < link.index < clause.index
