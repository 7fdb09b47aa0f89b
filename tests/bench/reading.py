"""How long reading takes beside the language model alone, in one run.

``python -m tests.bench.reading [ARTICLES.jsonl]``: without a file, the sample. Both are
timed in turn on small groups of articles, in processor time, so that a machine whose
speed wavers slows both.
"""

import sys
import time
from pathlib import Path

from geoevents.extract.spacy_engine import SpacyEngine
from geoevents.ingest import read_articles
from geoevents.pipeline import open_services, read_many
from geoevents.sample import ARTICLES
from geoevents.settings import Settings

MOST_ARTICLES, GROUP = 400, 25


def main(paths: list[str]) -> None:
    settings = Settings.from_environment()
    services = open_services(settings)
    assert isinstance(services.engine, SpacyEngine)
    given = Path(paths[0]) if paths else settings.data_dir / ARTICLES
    articles = list(read_articles([given], refused=lambda _: None))[:MOST_ARTICLES]
    list(read_many(articles[:GROUP], services))  # everything loaded and compiled
    alone = whole = 0.0
    for first in range(0, len(articles), GROUP):
        group = articles[first : first + GROUP]
        begun = time.process_time()
        model = services.engine.model  # spaCy itself, without our plain copy
        list(model.pipe((article.text for article in group), batch_size=16))
        parsed = time.process_time()
        list(read_many(group, services))
        alone += parsed - begun
        whole += time.process_time() - parsed
    own = (whole - alone) / len(articles) * 1000
    sys.stdout.write(
        f"{len(articles)} articles: {whole / alone:.2f} times the model alone\n"
        f"model {alone / len(articles) * 1000:.1f} ms an article, ours {own:.1f} ms\n"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
