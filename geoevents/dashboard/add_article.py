"""Paste an article, and give dates to articles that came without one."""

from datetime import UTC, date, datetime

import streamlit as st

from geoevents.dashboard.state import View, services, user_store
from geoevents.errors import ConfigurationError
from geoevents.ingest.plain_text import text_article
from geoevents.ingest.record import check_length
from geoevents.models.article import Article
from geoevents.models.review import Correction
from geoevents.pipeline import Reading, set_published
from geoevents.pipeline import add_article as add_to_store

_LABEL_CHARACTERS = 48


def show() -> str | None:
    """The paste box; returns what to tell the user when an article was added."""
    added = st.session_state.setdefault("articles_added", 0)
    with st.form("add_article", border=False):
        text = st.text_area(
            "Paste an article", height=140, key=f"add_text_{added}",
            placeholder="Headline and text, in English",
        )  # fmt: skip
        written = st.text_input(
            "Published", key=f"add_published_{added}", placeholder="YYYY-MM-DD, if known",
            help="Dates like 'on Monday' are counted from this day.",
        )  # fmt: skip
        sent = st.form_submit_button("Add to the map", width="stretch")
    if not sent:
        return None
    if not text.strip():
        st.warning("The box is empty: paste the article's text first.")
        return None
    return _add(text, read_day(written))


def read_day(written: str) -> date | None:
    """A typed day; None where nothing was typed.

    Raises:
        ConfigurationError: it is no day.
    """
    if not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip())
    except ValueError as error:
        message = f"{written!r} is no day: write it like 2024-11-06"
        raise ConfigurationError(message) from error


def _add(text: str, published: date | None) -> str:
    text = text.replace("\r\n", "\n")
    check_length(text, "the pasted text")
    article = text_article(text, published=published)
    with st.spinner("Reading the article …"):
        reading = add_to_store(article, user_store(), services())
    # New keys empty the boxes next time; after an error the text stays.
    st.session_state["articles_added"] += 1
    return _summary(reading)


def _summary(reading: Reading) -> str:
    if reading.note:
        return f"Added, but: {reading.note}."
    count = len(reading.reports)
    if not count:
        return "Added. The text tells of no event that could be found."
    undated = sum(r.date_start is None for r in reading.reports)
    unplaced = sum(r.place is None for r in reading.reports)
    return (
        f"Added: {count} reports found, {unplaced} without a place, "
        f"{undated} without a date."
    )


def show_undated(view: View) -> None:
    """One action that sets a publication date and dates the article's events."""
    waiting = [a for a in view.articles.values() if a.published is None]
    if not waiting or view.is_sample:
        return
    title = f"Articles without a publication date ({len(waiting)})"
    with st.expander(title, expanded=True), st.form("date_article", border=False):
        chosen = st.selectbox(
            "Article", waiting, format_func=_label, key="undated_article"
        )
        written = st.text_input(
            "It was published on", key="undated_day", placeholder="YYYY-MM-DD"
        )
        sent = st.form_submit_button("Set the date", width="stretch")
    if not sent:
        return
    day = read_day(written)
    if day is None:
        st.warning("Give the day the article was published on.")
        return
    _set_date(chosen, day)
    st.rerun()


def _label(article: Article) -> str:
    text = " ".join((article.title or article.text).split())
    short = text[:_LABEL_CHARACTERS]
    return short + "…" if len(text) > len(short) else short


def _set_date(article: Article, day: date) -> None:
    correction = Correction(
        target=f"article:{article.id}",
        field="published",
        value=str(day),
        by="dashboard",
        at=datetime.now(tz=UTC),  # noqa: TID251 - the edge: when a person acted
    )
    with st.spinner("Dating its events …"):
        set_published(article.id, correction, user_store(), services())
