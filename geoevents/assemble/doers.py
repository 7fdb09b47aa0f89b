"""Who does it, of those an event names: what it is called must accuse no victim."""

from geoevents.assemble.parts import doing_it
from geoevents.assemble.subjects import belongs_to
from geoevents.models.mention import Mentions
from geoevents.models.report import TAKEN, EventType, Report

# What is done by one side to another, or by nobody.
_ONE_SIDED = {EventType.EXPLOSIONS, EventType.VIOLENCE}


def doers(mentions: Mentions, report: Report) -> tuple[str, ...]:
    """Those by whom a report is called: actors, and words for those that are guessed.

    Of a strike, an attack or ground taken those who do it by its sentence, and those
    it does not name; of a disaster nobody; of anything else all.
    """
    if report.event_type is EventType.DISASTER:
        return ()
    guessed = tuple(dict.fromkeys(guess.word for guess in report.guesses))
    is_one_sided = report.event_type in _ONE_SIDED or report.sub_event_type in TAKEN
    if not is_one_sided:
        return report.known_actors + guessed
    syntax = mentions.syntax
    words = syntax.tokens_in(report.trigger)
    doing = {token.index for word in words for token in doing_it(syntax, word)}
    named: dict[str, bool] = {}
    for actor in (*mentions.actors, *mentions.lands):
        if syntax.tokens[actor.head].sentence == words[0].sentence:
            acts = belongs_to(syntax, syntax.tokens[actor.head], doing)
            named[actor.name] = named.get(actor.name, False) or acts
    acting = {syntax.tokens[i].text.lower() for i in doing}
    return (
        *(name for name in report.known_actors if named.get(name, True)),
        *(word for word in guessed if word in acting),
    )
