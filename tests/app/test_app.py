"""The dashboard's script runs, says what it shows, and answers bad input in words."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

APP = Path(__file__).parents[2] / "app.py"


@pytest.fixture
def app(monkeypatch, tmp_path):
    import streamlit as st

    monkeypatch.setenv("GEOEVENTS_STORE", f"sqlite:///{tmp_path / 'app.db'}")
    monkeypatch.setenv("GEOEVENTS_CACHE", str(tmp_path / "cache"))
    st.cache_resource.clear()
    yield AppTest.from_file(str(APP), default_timeout=60)
    st.cache_resource.clear()


def words(app):
    return " ".join(
        str(e.value)
        for kind in ("caption", "success", "warning", "error", "markdown")
        for e in getattr(app, kind)
    )


def test_first_start_shows_the_sample(app):
    app.run()
    assert not app.exception
    assert "41 articles written for this program" in words(app)


def test_wrong_date_is_answered_and_nothing_is_added(app):
    app.run()
    app.text_area[0].set_value("Shelling in Kherson killed three people.")
    app.text_input[0].set_value("6 Nov")
    app.button[0].click().run()
    assert not app.exception
    assert "write it like 2024-11-06" in words(app)


def test_pasted_article_puts_the_sample_aside(app):
    app.run()
    app.text_area[0].set_value(
        "Shelling in Kherson killed three people on 5 June 2023."
    )
    app.button[0].click().run()
    assert not app.exception
    assert "1 reports found" in words(app)
    assert "written for this program" not in words(app)


def test_online_tiles_are_off_until_chosen(app):
    app.run()
    box = app.selectbox(key="online_tiles")
    assert box.value is None
    box.select("OpenStreetMap.Mapnik").run()
    assert not app.exception
