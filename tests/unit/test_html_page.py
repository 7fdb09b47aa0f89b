"""The exported page as text: what it must and must not hold."""

import json
import re
from datetime import date

import pytest

from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.models.report import EventType
from geoevents.render.assemble_client import (
    ClientAssemblyError,
    client_script,
    client_styles,
)
from geoevents.render.assemble_client import _as_scope as as_scope
from geoevents.render.html_page import filter_words, html_page
from geoevents.render.inline import InlineScript, UnsafeInlineError, script_json
from geoevents.render.leaflet_assets import (
    leaflet_script,
    leaflet_styles,
    leaflet_version,
)
from geoevents.render.view import ExportOptions
from tests.browser.made_events import hostile_event, made_events

ADDRESS = re.compile(
    r"(?:src|href)\s*=\s*[\"'](?!data:)[^\"']+|url\((?!data:|#)[^)]+\)|@import"
)


def test_same_events_give_the_same_page():
    events, articles = made_events(40)
    assert html_page(events, articles) == html_page(list(reversed(events)), articles)


def test_page_loads_nothing():
    events, articles = made_events(40)
    html = html_page(events, articles)
    outside_scripts = re.sub(r"<script.*?</script>", "", html, flags=re.DOTALL)
    assert ADDRESS.findall(outside_scripts) == []
    assert "default-src 'none'" in html
    assert "sourceMappingURL" not in html


def test_footer_names_filter_counts_hash_and_credits():
    events, articles = made_events(100)
    wanted = EventFilter(
        types=frozenset({EventType.BATTLES}), date_from=date(2023, 1, 1)
    )
    html = html_page(events, articles, filter=wanted)
    count = sum(wanted.admits(event) for event in events)
    assert f"{count} of 100 events" in html
    assert "from 2023-01-01; types Battles" in html
    assert re.search(r"SHA-256 of the data: [0-9a-f]{64}", html)
    for credit in (
        "Natural Earth (public domain)",
        "GeoNames (CC BY 4.0)",
        "BSD-2-Clause",
    ):
        assert credit in html


def test_filter_words_say_every_condition():
    wanted = EventFilter(
        date_to=date(2024, 1, 2), certain=True, countries=frozenset({"UA", "RU"}),
        bbox=BoundingBox(south=1, west=2, north=3, east=4), min_figure=10, text="x<y",
    )  # fmt: skip
    assert filter_words(wanted) == (
        "to 2024-01-02; certain dates only; countries RU, UA; inside 1, 2, 3, 4; "
        "at least 10; text “x<y”"
    )
    assert filter_words(EventFilter()) == "none"


@pytest.mark.parametrize(
    "text", ["{{ 7 * 7 }}", "{% raw %}", "{# no #}", "</script><b>"]
)
def test_text_of_articles_is_no_template_and_ends_no_element(text):
    events, articles = hostile_event(text)
    options = ExportOptions(compress=False)
    html = html_page(events, articles, title=text, options=options)
    block = re.search(r'data-geoevents="events">(.*?)</script>', html, flags=re.DOTALL)
    assert json.loads(block[1])["events"]["title"] == [text]
    assert "49" not in json.loads(block[1])["events"]["title"][0]


def test_filter_text_of_a_page_is_escaped():
    events, articles = made_events(5)
    html = html_page(events, articles, filter=EventFilter(text="<img src=x>"))
    assert "<img" not in html


def test_script_json_cannot_end_its_element():
    assert script_json({"a": "</script><!--"}) == '{"a":"\\u003c/script>\\u003c!--"}'


def test_code_that_would_end_its_element_is_refused():
    with pytest.raises(UnsafeInlineError):
        InlineScript("bad", "let a = '</script>'")


def test_client_becomes_one_script_without_modules():
    script = client_script()
    assert script == client_script()
    assert not re.search(r"^(?:import|export)\b", script, flags=re.MULTILINE)
    assert client_styles().count("@import") == 0


def test_assembler_refuses_syntax_it_cannot_read():
    with pytest.raises(ClientAssemblyError):
        as_scope("index.js")  # the dashboard's shell has a default export


def test_leaflet_comes_from_the_installed_package():
    assert "Leaflet" in leaflet_script()[:200]
    assert "url(images" not in leaflet_styles()
    assert leaflet_version().startswith("1.9")
