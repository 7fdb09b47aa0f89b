"""What outlives a rerun: stores, model, sample, payload. Nothing else is cached."""

from dataclasses import dataclass

import streamlit as st

from geoevents.models.article import Article
from geoevents.models.event import Event
from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.pipeline import Services, open_services
from geoevents.render.bins import MOST_EVENTS, part_to_send, view_payload
from geoevents.render.payload import gzip_payload
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
    is_sample = store.is_empty
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


def payload(view: View, part: BoundingBox | None, *, most: int = MOST_EVENTS) -> bytes:
    """The map client's data, gzipped: all events, those of a part, or groups.

    Made once for each version of the store, and once for each part of it.
    """
    if part is None:
        return _whole(view.version, most, view.events, view.articles)
    return _part(view.version, part, most, view.events, view.articles)


@st.cache_resource(max_entries=2, show_spinner=False)
def _whole(
    version: str,  # noqa: ARG001 - the cache's key
    most: int,
    _events: tuple[Event, ...],
    _articles: dict[str, Article],
) -> bytes:
    return gzip_payload(view_payload(_events, _articles, most_events=most))


@st.cache_resource(max_entries=4, show_spinner=False)
def _part(
    version: str,  # noqa: ARG001 - the cache's key
    part: BoundingBox,
    most: int,
    _events: tuple[Event, ...],
    _articles: dict[str, Article],
) -> bytes:
    return gzip_payload(view_payload(_events, _articles, box=part, most_events=most))


def part_in_sight(
    view: View, seen: BoundingBox | None, *, most: int = MOST_EVENTS
) -> BoundingBox | None:
    """The part of a large store that the page gets one by one; kept for small moves."""
    version, sent = st.session_state.get("part_sent", (None, None))
    part = part_to_send(
        view.events,
        seen=seen,
        sent=sent if version == view.version else None,
        most_events=most,
    )
    st.session_state["part_sent"] = (view.version, part)
    return part
