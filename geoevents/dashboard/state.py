"""What outlives a rerun: stores, model, sample, payload. Nothing else is cached."""

from dataclasses import dataclass

import streamlit as st

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.filters import EventFilter
from geoevents.pipeline import Services, open_services
from geoevents.render.payload import build_payload, gzip_payload
from geoevents.sample import load_sample
from geoevents.settings import Settings
from geoevents.store import EventStore, open_store


@dataclass(frozen=True)
class View:
    """What the page shows: a store's events, and whether they are the sample's."""

    store: EventStore
    events: tuple[Event, ...]
    articles: dict[str, Article]
    is_sample: bool
    version: str


@st.cache_resource
def services() -> Services:
    """The model and the gazetteer, loaded once for all sessions."""
    return open_services(Settings.from_environment())


@st.cache_resource
def _store(url: str) -> EventStore:
    return open_store(url)


@st.cache_resource
def _sample() -> EventStore:
    return load_sample(Settings.from_environment())


def user_store() -> EventStore:
    """The store that added articles go to."""
    return _store(Settings.from_environment().store_url)


def current_view() -> View:
    """The user's store, or the sample while that is empty."""
    store = user_store()
    is_sample = not store.articles()
    shown = _sample() if is_sample else store
    url = Settings.from_environment().store_url
    version = "sample" if is_sample else f"{url}#{store.version}"
    events, articles = _read(version, shown)
    return View(
        store=shown,
        events=events,
        articles=articles,
        is_sample=is_sample,
        version=version,
    )


@st.cache_resource(max_entries=2, show_spinner=False)
def _read(
    version: str,  # noqa: ARG001 - the cache's key
    _store: EventStore,
) -> tuple[tuple[Event, ...], dict[str, Article]]:
    return _store.find(EventFilter()), dict(_store.articles())


@st.cache_resource(max_entries=2, show_spinner=False)
def payload(
    version: str,  # noqa: ARG001 - the cache's key
    _events: tuple[Event, ...],
    _articles: dict[str, Article],
) -> bytes:
    """The map client's data, gzipped; made once for each version of the store."""
    return gzip_payload(build_payload(_events, _articles))
