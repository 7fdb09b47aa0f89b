"""Events kept and found, behind one interface: ``open_store(url)``."""

from geoevents.store.base import EventStore, StoredArticle
from geoevents.store.sql import open_store

__all__ = ["EventStore", "StoredArticle", "open_store"]
