"""The bundled sample: articles written for this project, and what was read in them.

Reading forty articles takes longer than a newcomer waits, so the reading is kept
beside them. ``python -m geoevents.sample`` makes it again; a test fails when it is
not what the program would read today.
"""

import gzip
import json
from pathlib import Path

from geoevents.ingest import read_articles
from geoevents.models.article import Article
from geoevents.models.codec import from_plain, to_plain
from geoevents.models.event import Event
from geoevents.pipeline import Services, merge_store, open_services, read_many
from geoevents.settings import Settings
from geoevents.store import EventStore, StoredArticle, open_store

ARTICLES = Path("sample") / "articles.jsonl"
READING = Path("sample") / "reading.jsonl.gz"


def read_sample(settings: Settings, services: Services) -> list[StoredArticle]:
    """Read the sample's articles now."""

    def refuse(refusal: object) -> None:
        raise ValueError(str(refusal))

    articles = read_articles([settings.data_dir / ARTICLES], refused=refuse)
    return [
        StoredArticle(article=reading.article, told=reading.told())
        for reading in read_many(articles, services)
    ]


def write_sample(settings: Settings) -> None:
    """Make the kept reading again; same input, same bytes."""
    stored = read_sample(settings, open_services(settings))
    lines = "".join(
        json.dumps(
            {"article": to_plain(s.article), "told": to_plain(s.told)},
            ensure_ascii=False,
        )
        + "\n"
        for s in stored
    )
    content = gzip.compress(lines.encode("utf-8"), mtime=0)
    (settings.data_dir / READING).write_bytes(content)


def load_sample(settings: Settings) -> EventStore:
    """A store in memory that holds the sample, as read when it was made."""
    content = gzip.decompress((settings.data_dir / READING).read_bytes())
    store = open_store("sqlite://")
    store.put_articles(
        _stored(json.loads(line)) for line in content.decode("utf-8").splitlines()
    )
    merge_store(store)
    return store


def _stored(plain: dict[str, object]) -> StoredArticle:
    told = plain["told"]
    if not isinstance(told, list):
        message = "the kept reading of the sample is damaged; make it again"
        raise TypeError(message)
    return StoredArticle(
        article=from_plain(Article, plain["article"]),
        told=tuple(from_plain(Event, event) for event in told),
    )


if __name__ == "__main__":
    write_sample(Settings.from_environment())
