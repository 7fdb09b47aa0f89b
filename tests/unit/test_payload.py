"""The columns both shells of the map client read."""

import gzip
import json
from dataclasses import replace
from datetime import date
from random import Random

from geoevents.render.payload import (
    build_payload,
    day_number,
    gzip_payload,
    payload_json,
    shorten_ids,
)
from geoevents.render.word_code import code_points, code_quotes
from tests.browser.made_events import hostile_event, kursk_event, made_events


def test_days_count_from_1970_and_know_no_time_zone():
    assert day_number(date(1970, 1, 1)) == 0
    assert day_number(date(1969, 12, 31)) == -1
    assert day_number(date(2024, 11, 4)) == 20031
    assert day_number(None) is None


def test_any_order_of_events_gives_the_same_bytes():
    events, articles = made_events(200)
    shuffled = list(events)
    Random(3).shuffle(shuffled)  # noqa: S311 - nothing secret
    once = gzip_payload(build_payload(events, articles))
    assert once == gzip_payload(build_payload(shuffled, articles))


def test_nothing_is_left_out():
    events, articles = made_events(300)
    payload = build_payload(events, articles)
    columns = payload["events"]
    assert payload["count"] == 300
    assert sorted(columns["id"]) == sorted(event.event_id for event in events)
    assert columns["place"].count(-1) == sum(event.place is None for event in events)
    assert columns["start"].count(None) == sum(
        event.date_start is None for event in events
    )
    assert {len(column) for column in columns.values()} == {300}


def test_marks_of_a_quote_cut_out_the_same_words():
    event, article = kursk_event()
    payload = build_payload([event], {article.id: article})
    _, _, row, text, marks = payload["events"]["claims"][0][0]
    cut = {payload["strings"][kind]: text[start:end] for start, end, kind in marks}
    assert cut["place"] == "Kursk region"
    assert cut["figure"] == "about 11,000 North Korean troops"
    assert payload["articles"]["publisher"][row] == "Example Wire"


def test_marks_count_code_points_beyond_the_basic_plane():
    event, article = kursk_event()
    shifted = replace(article, text="😀😀 " + article.text)
    quote = event.claims[0].quote
    moved = replace(quote, text=shifted.text[3:])
    payload = build_payload(
        [replace(event, claims=(replace(event.claims[0], quote=moved),))],
        {article.id: shifted},
    )
    *_, text, marks = payload["events"]["claims"][0][0]
    assert text[marks[0][0] : marks[0][1]] == "Nov. 4"


def test_region_outline_is_given_for_a_province():
    event, article = kursk_event()
    payload = build_payload([event], {article.id: article})
    (rings,) = payload["regions"].values()
    assert all(len(ring) % 2 == 0 for ring in rings)
    assert 33_000 < min(rings[0][0::2]) < max(rings[0][0::2]) < 39_000


def test_lone_surrogates_of_broken_input_do_not_stop_the_writing():
    events, articles = hostile_event("broken \ud800 text")
    payload = json.loads(payload_json(build_payload(events, articles)))
    assert payload["events"]["title"] == ["broken ? text"]


def test_gzip_holds_no_clock():
    events, articles = made_events(5)
    packed = gzip_payload(build_payload(events, articles))
    assert packed[4:8] == b"\0\0\0\0"
    assert json.loads(gzip.decompress(packed))["count"] == 5


def test_short_ids_stay_apart():
    payload = {"events": {"id": ["aaaaaaaa1b", "aaaaaaaa2b", "cccccccccc"]}}
    assert shorten_ids(payload) == 9
    assert payload["events"]["id"] == ["aaaaaaaa1", "aaaaaaaa2", "ccccccccc"]


def test_coded_quotes_read_back_word_for_word():
    events, articles = made_events(50)
    payload = build_payload(events, articles)
    plain = [claim[3] for event in payload["events"]["claims"] for claim in event]
    code_quotes(payload)
    meaning = dict(zip(map(chr, code_points()), payload["words"], strict=False))
    coded = [claim[3] for event in payload["events"]["claims"] for claim in event]
    assert [" ".join(meaning[each] for each in text) for text in coded] == plain
    assert not any(set(text) & set('<"\\') for text in coded)
