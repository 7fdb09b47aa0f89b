"""Every recogniser over one parse, in the order they need each other."""

from collections.abc import Mapping

from geoevents.extract.actors import find_actors
from geoevents.extract.figures import find_figures
from geoevents.extract.lexicon import Nationality
from geoevents.extract.role_choice import weigh_roles
from geoevents.extract.roles import assign_roles
from geoevents.extract.sources import find_sources
from geoevents.extract.subject_features import article_subject
from geoevents.extract.telling_words import find_telling_words
from geoevents.extract.timexes import find_timexes
from geoevents.extract.toponyms import NameSource, find_toponyms
from geoevents.extract.triggers import find_trigger_words, find_triggers
from geoevents.models.article import Article
from geoevents.models.mention import Mentions
from geoevents.models.syntax import Syntax
from geoevents.weights import Weights


def extract_mentions(
    article: Article,
    syntax: Syntax,
    *,
    names: NameSource,
    nationalities: Mapping[str, Nationality],
    iso3_of: Mapping[str, str],
    weights: Weights,
    day_first: bool = True,
) -> Mentions:
    """All that ``article`` names. ``day_first`` reads 5/6/2024 as 5 June.

    ``nationalities`` and ``iso3_of`` tell the same demonyms, casefolded.
    """
    timexes = find_timexes(syntax, published=article.published, day_first=day_first)
    subject = article_subject(syntax)
    words = find_trigger_words(syntax)
    triggers = find_triggers(syntax, words)
    sources = find_sources(syntax)
    toponyms = assign_roles(
        syntax, find_toponyms(syntax, names, weights), triggers=triggers
    )
    placed = weigh_roles(
        syntax, toponyms, triggers, sources, subject=subject, weights=weights
    )
    figures = find_figures(
        syntax,
        timexes,
        nationalities=iso3_of,
        weights=weights,
        subject=subject,
    )
    actors, lands = find_actors(syntax, nationalities)
    return Mentions(
        article_id=article.id,
        syntax=syntax,
        toponyms=placed,
        timexes=timexes,
        figures=figures,
        actors=actors,
        lands=lands,
        sources=sources,
        triggers=triggers,
        subject=subject,
        telling=find_telling_words(
            syntax,
            words,
            toponyms=placed,
            timexes=timexes,
            figures=figures,
            actors=actors,
            sources=sources,
            net=weights.meanings,
        ),
    )
