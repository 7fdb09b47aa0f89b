"""One suite for every store: a new one passes this unchanged or is no store."""

from datetime import UTC, date, datetime

import pytest

from geoevents.errors import ConfigurationError, SchemaTooNewError
from geoevents.models.filters import BoundingBox, EventFilter
from geoevents.models.report import EventType
from geoevents.models.review import Correction
from geoevents.store import StoredArticle, open_store
from tests.factories import make_article, make_event, make_figure, make_place


@pytest.fixture(params=["memory", "file"])
def store(request, tmp_path):
    url = "sqlite://" if request.param == "memory" else f"sqlite:///{tmp_path / 'e.db'}"
    made = open_store(url)
    yield made
    made.close()


def test_articles_and_tellings_come_back_equal_and_in_order(store):
    first, second = make_article(id="z"), make_article(id="a")
    assert store.is_empty
    told = (make_event("r1", article_ids=("z",)), make_event("r2", article_ids=("z",)))
    store.put_articles([StoredArticle(article=first, told=told)])
    store.put_articles([StoredArticle(article=second, told=())])
    assert not store.is_empty
    assert list(store.articles()) == ["z", "a"]
    assert store.get_article("z") == first
    assert store.get_article("none") is None
    assert store.told() == told


def test_putting_an_article_again_replaces_its_tellings_and_keeps_its_place(store):
    store.put_articles(
        [StoredArticle(article=make_article(id="z"), told=(make_event(),))]
    )
    store.put_articles([StoredArticle(article=make_article(id="a"), told=())])
    store.put_articles(
        [StoredArticle(article=make_article(id="z", title="new"), told=())]
    )
    assert list(store.articles()) == ["z", "a"]
    assert store.get_article("z").title == "new"
    assert store.told() == ()


def test_version_grows_with_every_write(store):
    seen = [store.version]
    store.put_articles([StoredArticle(article=make_article(), told=())])
    seen.append(store.version)
    store.put_events([make_event()])
    seen.append(store.version)
    store.record(_correction())
    seen.append(store.version)
    assert seen == sorted(set(seen))


EVENTS = (
    make_event("r1"),
    make_event("r2", place=make_place("Kursk", lat=51.7, lon=36.2, country="RU")),
    make_event("r3", place=None),
    make_event("r4", date_start=None, date_end=None),
    make_event("r5", date_start=date(2024, 11, 1), date_end=date(2024, 11, 30)),
    make_event("r6", event_type=EventType.BATTLES, figures=(make_figure(500),)),
)
FILTERS = [
    ("everything", EventFilter()),
    ("from", EventFilter(date_from=date(2024, 11, 4))),
    ("one day", EventFilter(date_from=date(2024, 11, 4), date_to=date(2024, 11, 4))),
    (
        "certain",
        EventFilter(
            date_from=date(2024, 11, 2), date_to=date(2024, 11, 5), certain=True
        ),
    ),
    ("type", EventFilter(types=frozenset({EventType.BATTLES}))),
    ("country", EventFilter(countries=frozenset({"RU"}))),
    ("box", EventFilter(bbox=BoundingBox(south=50, west=30, north=60, east=40))),
    (
        "box over the date line",
        EventFilter(bbox=BoundingBox(south=40, west=170, north=60, east=40)),
    ),
    ("figure", EventFilter(min_figure=100)),
    ("text", EventFilter(text="kursk")),
    ("nothing", EventFilter(text="no such words")),
]


@pytest.mark.parametrize("query", [f[1] for f in FILTERS], ids=[f[0] for f in FILTERS])
def test_find_gives_exactly_what_the_filter_admits(store, query):
    store.put_events(EVENTS)
    found = store.find(query)
    assert {e.event_id for e in found} == {
        e.event_id for e in EVENTS if query.admits(e)
    }


def test_undated_events_come_last(store):
    store.put_events(EVENTS)
    found = store.find(EventFilter())
    assert len(found) == len(EVENTS)
    assert found[-1].date_start is None


def _correction(field="published", value="2024-11-06"):
    return Correction(
        target="article:a1",
        field=field,
        value=value,
        by="me",
        at=datetime(2024, 11, 7, 12, tzinfo=UTC),
    )


def test_corrections_are_appended_and_never_overwritten(store):
    first, second = _correction(), _correction(value="2024-11-07")
    store.record(first)
    store.record(second)
    store.put_events([])
    assert store.corrections("article:a1") == (first, second)
    assert store.corrections("article:other") == ()
    assert store.corrections() == (first, second)


def test_hostile_text_is_kept_as_text(store):
    text = "Robert'); DROP TABLE article;-- ${x} {{7*7}} <script>"
    store.put_articles([StoredArticle(article=make_article(text, id=text), told=())])
    assert store.get_article(text).text == text


def test_store_outlives_its_process(tmp_path):
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    one = open_store(url)
    one.put_events(EVENTS)
    one.close()
    two = open_store(url)
    assert len(two.find(EventFilter())) == len(EVENTS)
    two.close()


def test_store_of_a_later_version_is_refused(tmp_path, monkeypatch):
    url = f"sqlite:///{tmp_path / 'later.db'}"
    monkeypatch.setattr("geoevents.store.schema.SCHEMA_VERSION", 99)
    open_store(url).close()
    monkeypatch.setattr("geoevents.store.schema.SCHEMA_VERSION", 1)
    with pytest.raises(SchemaTooNewError, match="newer geoevents"):
        open_store(url)


@pytest.mark.parametrize("url", ["events.db", "", "nonsense://x"])
def test_a_url_that_is_none_is_named(url):
    with pytest.raises(ConfigurationError, match="store URL"):
        open_store(url)
