"""The article the project began with, and its facts in our own words.

The original lies beside the checkout (``../shared``); the clone alone is tested by the
project's own article of the same facts.
"""

import json
from dataclasses import replace
from datetime import date

import pytest

from geoevents.assemble.merge import merge_events
from geoevents.ingest.plain_text import text_article
from geoevents.models.figure import FigureKind, FigureScope
from geoevents.models.filters import EventFilter
from geoevents.models.place import WherePrecision
from geoevents.models.report import EventType, ReportStatus
from geoevents.pipeline import add_article, read_article, set_published
from geoevents.store import open_store
from tests.integration.kursk_text import OWN

NO_PINS = {"Seoul", "Moscow", "Pyongyang", "Kyiv", "Washington", "Washington, D.C."}
NO_COUNTRY_PINS = {"UA", "RU", "KR", "KP", "US"}


@pytest.fixture(params=["own words", "the original"])
def text(request):
    if request.param == "own words":
        return OWN
    shared = request.getfixturevalue("shared")
    return (shared / "acceptance" / "kursk.txt").read_text(encoding="utf-8")


def events_of(text, services, published):
    reading = read_article(text_article(text, published=published), services)
    return reading, merge_events(reading.told())


def clash_of(events):
    return next(
        e
        for e in events
        if e.event_type is EventType.BATTLES and e.status is ReportStatus.OCCURRED
    )


def test_the_clash_is_in_kursk_oblast_on_4_november_claimed_and_disputed(
    text, services
):
    _, events = events_of(text, services, date(2024, 11, 6))
    clash = clash_of(events)
    assert clash.place.name == "Kursk Oblast"
    assert clash.place.where_prec is WherePrecision.ADMIN1
    assert clash.place.radius_m > 50_000
    assert clash.place.place.country == "RU"
    assert (clash.date_start, clash.date_end) == (date(2024, 11, 4), date(2024, 11, 4))
    claimants = {name for c in clash.claims for name in c.claimants}
    assert "US officials" in claimants
    assert "Andriy Kovalenko" in claimants
    assert "Seoul" in {
        n for c in clash.claims if c.claim_status == "denied" for n in c.claimants
    }
    assert clash.disputed
    assert {"North Korea", "Ukraine"} <= set(clash.actors)


def test_eleven_thousand_troops_are_one_event_with_both_claims(text, services):
    _, events = events_of(text, services, date(2024, 11, 6))
    holding = [e for e in events if any(f.value == 11000 for f in e.figures)]
    (stock,) = holding
    (figure,) = stock.figures
    assert (figure.kind, figure.scope) == (FigureKind.TROOPS, FigureScope.STOCK)
    assert figure.mod == "APPROX"
    assert figure.of_iso3 == "PRK"
    assert set(figure.claimants) == {"Ukraine", "Volodymyr Zelensky"}
    assert stock.place.name == "Kursk Oblast"


def test_monday_is_4_november_and_said_by_kovalenko_of_the_same_place(text, services):
    reading, _ = events_of(text, services, date(2024, 11, 6))
    monday = next(t for t in reading.mentions.timexes if "Monday" in t.text)
    assert monday.date_start == monday.date_end == date(2024, 11, 4)
    report = next(r for r in reading.reports if "Andriy Kovalenko" in r.attribution)
    assert reading.resolutions[report.place].place.name == "Kursk Oblast"
    assert report.date_start == date(2024, 11, 4)


def test_no_pin_where_only_speakers_and_governments_are(text, services):
    _, events = events_of(text, services, date(2024, 11, 6))
    placed = [e.place for e in events if e.place is not None]
    assert placed
    assert not {p.place.name for p in placed} & NO_PINS
    assert not [
        p
        for p in placed
        if p.where_prec is WherePrecision.COUNTRY and p.place.country in NO_COUNTRY_PINS
    ]


def test_every_quote_is_in_the_text(text, services):
    reading, events = events_of(text, services, date(2024, 11, 6))
    for event in events:
        for claim in event.claims:
            assert claim.quote.span.of(reading.article.text) == claim.quote.text
        for figure in event.figures:
            assert figure.span.of(reading.article.text) == figure.text


def test_without_a_publication_date_its_events_wait_in_the_undated_tray(text, services):
    _, events = events_of(text, services, None)
    clash = clash_of(events)
    assert clash.date_start is None
    assert clash.partial_date == "XXXX-11-04"
    assert clash.place.name == "Kursk Oblast"
    assert all(e.date_start is None for e in events)


def test_one_action_sets_the_publication_date_and_survives_reading_again(
    text, services
):
    from datetime import UTC, datetime

    from geoevents.models.review import Correction

    store = open_store("sqlite://")
    article = text_article(text, published=None)
    add_article(article, store, services)
    assert not store.find(EventFilter(date_from=date(2024, 1, 1)))
    correction = Correction(
        target=f"article:{article.id}",
        field="published",
        value="2024-11-06",
        by="me",
        at=datetime(2024, 11, 7, tzinfo=UTC),
    )
    set_published(article.id, correction, store, services)
    assert clash_of(store.find(EventFilter())).date_start == date(2024, 11, 4)
    add_article(article, store, services)  # the same article comes in again, undated
    assert clash_of(store.find(EventFilter())).date_start == date(2024, 11, 4)


def test_same_input_same_bytes(services):
    from geoevents.models.codec import to_plain

    one = [to_plain(e) for e in events_of(OWN, services, date(2024, 11, 6))[1]]
    two = [to_plain(e) for e in events_of(OWN, services, date(2024, 11, 6))[1]]
    assert json.dumps(one) == json.dumps(two)


def test_other_article_about_it_merges_into_the_same_event(services):
    store = open_store("sqlite://")
    first = text_article(OWN, published=date(2024, 11, 6), publisher="One")
    second = replace(
        text_article(
            "North Korean and Ukrainian soldiers clashed in the Kursk region of Russia "
            "on 4 November, two officials in Washington said.",
            published=date(2024, 11, 7),
        ),
        publisher="Two",
    )
    add_article(first, store, services)
    add_article(second, store, services)
    clash = clash_of(store.find(EventFilter()))
    assert clash.publishers == ("One", "Two")
