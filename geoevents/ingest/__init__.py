"""Sources -> Articles. A source that cannot be read is refused by name, never lost."""

from geoevents.ingest.sources import Refusal, read_articles

__all__ = ["Refusal", "read_articles"]
