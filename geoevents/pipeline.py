"""The one module that knows the order of the stages."""

import gc
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from geoevents.assemble.final_roles import finalise_roles
from geoevents.assemble.merge import merge_events
from geoevents.assemble.reports import assemble_reports
from geoevents.assemble.told import tell
from geoevents.extract.lexicon import Nationality, read_nationalities
from geoevents.extract.mentions import extract_mentions
from geoevents.extract.spacy_engine import Engine, SpacyEngine
from geoevents.gazetteer import Gazetteer, open_gazetteer
from geoevents.geocode import open_geocoder
from geoevents.geocode.providers import USER_AGENT
from geoevents.geocode.providers import Options as GeocoderOptions
from geoevents.models.article import Article, PublishedBasis
from geoevents.models.event import Event
from geoevents.models.mention import Mentions
from geoevents.models.place import Resolution
from geoevents.models.report import Report
from geoevents.models.review import Correction
from geoevents.models.syntax import Syntax
from geoevents.resolve import OnlineSource, resolve_toponyms
from geoevents.settings import Settings
from geoevents.store import EventStore, StoredArticle
from geoevents.weights import Weights, read_weights, work_on_one_thread

ENGLISH = {None, "en"}
# Python looks for dead rings among new objects once there are 700 more. An article makes
# tens of thousands, nearly all alive until it is read and none in a ring: looking this
# seldom saves a twentieth of our part of the reading, and a sixth of the resolver's.
OBJECTS_BETWEEN_COLLECTIONS = 20_000


@dataclass(frozen=True, kw_only=True)
class Services:
    """What the stages need, loaded once."""

    engine: Engine
    gazetteer: Gazetteer
    nationalities: Mapping[str, Nationality]
    geocoder: OnlineSource | None = None  # off unless the settings name one
    weights: Weights = field(default_factory=read_weights)

    @cached_property
    def iso3_of(self) -> Mapping[str, str]:
        """Demonym, casefolded -> ISO 3166-1 alpha-3: made once, asked of every figure."""
        return {name: n.iso3 for name, n in self.nationalities.items()}

    @cached_property
    def countries(self) -> Mapping[str, str]:
        """ISO 3166-1 alpha-2 -> the country's name, as actors are called."""
        return {n.iso2: n.country for n in self.nationalities.values()}


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One article with all that was made of it; ``note`` says why when empty."""

    article: Article
    mentions: Mentions
    resolutions: tuple[Resolution, ...]
    reports: tuple[Report, ...]
    note: str | None = None

    def told(self) -> tuple[Event, ...]:
        """Each report as an event of its own."""
        return tuple(
            tell(self.article, self.mentions, self.resolutions, report)
            for report in self.reports
        )


def open_services(settings: Settings) -> Services:
    """Load the model and the gazetteer.

    Sets two things for the whole process that make reading faster: matrix products keep
    to one thread, and dead objects are looked for less often.

    Raises:
        GazetteerMissingError: the gazetteer file is not in the data folder.
        ModelMissingError: the language model is not the pinned one.
    """
    work_on_one_thread()
    gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
    return Services(
        engine=SpacyEngine(),
        gazetteer=open_gazetteer(settings),
        nationalities=read_nationalities(settings.data_dir / "demonyms.csv"),
        geocoder=_open_geocoder(settings),
    )


def _open_geocoder(settings: Settings) -> OnlineSource | None:
    if settings.geocoder is None:
        return None
    given = dict(settings.geocoder_options)
    options = GeocoderOptions(
        domain=given.get("domain", ""),
        scheme=given.get("scheme", ""),
        username=given.get("username", ""),
        api_key=given.get("api_key", ""),
        user_agent=given.get("user_agent", USER_AGENT),
    )
    return open_geocoder(settings.geocoder, settings.cache_dir, options)


def read_article(article: Article, services: Services) -> Reading:
    """All stages up to reports for one article."""
    return next(iter(read_many([article], services)))


def read_many(articles: Iterable[Article], services: Services) -> Iterator[Reading]:
    """All stages up to reports, in order; the parse is batched."""
    waiting: list[Article] = []

    def texts() -> Iterator[str]:
        for article in articles:
            waiting.append(article)
            yield article.text if article.language in ENGLISH else ""

    for syntax in services.engine.parse_many(texts()):
        yield read_parsed(waiting.pop(0), syntax, services)


def read_parsed(article: Article, syntax: Syntax, services: Services) -> Reading:
    """All stages up to reports for one article whose parse is known."""
    if article.language not in ENGLISH:
        note = (
            f"article {article.id}: the text looks like language "
            f"'{article.language}'; only English is understood, nothing was extracted"
        )
        empty = Mentions(article_id=article.id, syntax=syntax)
        return Reading(
            article=article, mentions=empty, resolutions=(), reports=(), note=note
        )
    mentions = find_mentions(article, syntax, services)
    resolutions = resolve_toponyms(
        article, mentions, services.gazetteer, geocoder=services.geocoder
    )
    reports = assemble_reports(
        article, mentions, resolutions, services.weights, services.countries
    )
    return Reading(
        article=article,
        mentions=finalise_roles(mentions, reports),
        resolutions=resolutions,
        reports=reports,
    )


def find_mentions(article: Article, syntax: Syntax, services: Services) -> Mentions:
    """All that one article names, before places are resolved."""
    return extract_mentions(
        article,
        syntax,
        names=services.gazetteer,
        nationalities=services.nationalities,
        iso3_of=services.iso3_of,
        weights=services.weights,
    )


def ingest(
    articles: Iterable[Article], store: EventStore, services: Services
) -> Iterator[Reading]:
    """Read articles into the store and merge; yields each as it is done."""
    corrected = (with_corrections(article, store) for article in articles)
    for reading in read_many(corrected, services):
        store.put_articles(
            [StoredArticle(article=reading.article, told=reading.told())]
        )
        yield reading
    merge_store(store)


def merge_store(store: EventStore) -> None:
    """Merge all tellings of a store into its events."""

    def text_of(article_id: str) -> str:
        article = store.get_article(article_id)
        return article.text if article is not None else ""

    store.put_events(merge_events(store.told(), text_of=text_of))


def add_article(article: Article, store: EventStore, services: Services) -> Reading:
    """Read one article into the store and merge."""
    return next(iter(list(ingest([article], store, services))))


def set_published(
    article_id: str, correction: Correction, store: EventStore, services: Services
) -> Reading | None:
    """A person gives an article its publication date: kept, and its dates made good.

    None when the store has no such article.
    """
    article = store.get_article(article_id)
    if article is None:
        return None
    store.record(correction)
    return add_article(article, store, services)


def with_corrections(article: Article, store: EventStore) -> Article:
    """A person's word on the publication date wins over whatever came in."""
    for correction in store.corrections(f"article:{article.id}"):
        if correction.field == "published":
            article = with_published(article, date.fromisoformat(correction.value))
    return article


def with_published(article: Article, published: date) -> Article:
    """The article as published on that day."""
    return replace(article, published=published, published_basis=PublishedBasis.GIVEN)
