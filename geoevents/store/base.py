"""What every store does. A new one passes ``tests/conformance`` unchanged."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.filters import EventFilter
from geoevents.models.review import Correction


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredArticle:
    """An article with the tellings (one-report events) it gave."""

    article: Article
    told: tuple[Event, ...]


class EventStore(Protocol):
    """Articles and their tellings go in; merged events are put beside them.

    ``version`` changes with every write, so it can key caches.
    """

    @property
    def version(self) -> int:
        """Grows by at least one with each write."""
        ...

    @property
    def is_empty(self) -> bool:
        """True while no article is in it; cheap."""
        ...

    def put_articles(self, batch: Iterable[StoredArticle]) -> int:
        """Add or replace articles with their tellings; the number written."""
        ...

    def put_events(self, events: Sequence[Event]) -> None:
        """Replace all merged events by these."""
        ...

    def told(self) -> tuple[Event, ...]:
        """Every telling of every article, in article then text order."""
        ...

    def find(self, query: EventFilter) -> tuple[Event, ...]:
        """Merged events the filter admits, by date (undated last), then id."""
        ...

    def get_article(self, article_id: str) -> Article | None:
        """The article, or None when there is none of that id."""
        ...

    def articles(self) -> Mapping[str, Article]:
        """All articles by id, in the order they came in."""
        ...

    def record(self, correction: Correction) -> None:
        """Append a person's change; nothing is ever overwritten."""
        ...

    def corrections(self, target: str | None = None) -> tuple[Correction, ...]:
        """All corrections (of one target), oldest first."""
        ...

    def close(self) -> None:
        """Let go of files and connections."""
        ...
