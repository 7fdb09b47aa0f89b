"""Every recogniser over one parse, in the order they need each other."""

from collections.abc import Mapping

from geoevents.extract.actors import find_actors
from geoevents.extract.figures import find_figures
from geoevents.extract.lexicon import Nationality
from geoevents.extract.roles import assign_roles
from geoevents.extract.sources import find_sources
from geoevents.extract.timexes import find_timexes
from geoevents.extract.toponyms import NameSource, find_toponyms
from geoevents.extract.triggers import find_triggers
from geoevents.models.article import Article
from geoevents.models.mention import Mentions
from geoevents.models.syntax import Syntax


def extract_mentions(
    article: Article,
    syntax: Syntax,
    *,
    names: NameSource,
    nationalities: Mapping[str, Nationality],
    day_first: bool = True,
) -> Mentions:
    """All that ``article`` names. ``day_first`` reads 5/6/2024 as 5 June."""
    timexes = find_timexes(syntax, published=article.published, day_first=day_first)
    triggers = find_triggers(syntax)
    toponyms = find_toponyms(syntax, names)
    return Mentions(
        article_id=article.id,
        syntax=syntax,
        toponyms=assign_roles(syntax, toponyms, triggers=triggers),
        timexes=timexes,
        figures=find_figures(
            syntax,
            timexes,
            nationalities={name: n.iso3 for name, n in nationalities.items()},
        ),
        actors=find_actors(syntax, nationalities),
        sources=find_sources(syntax),
        triggers=triggers,
    )
