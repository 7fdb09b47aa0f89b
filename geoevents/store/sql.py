"""The store on any SQLAlchemy database; SQLite in WAL mode is the embedded one."""

import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from sqlalchemy import (
    Connection,
    Engine,
    Select,
    create_engine,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy import (
    event as sa_event,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from geoevents.errors import ConfigurationError, SchemaTooNewError, StoreError
from geoevents.models.article import Article
from geoevents.models.codec import from_plain, to_plain
from geoevents.models.event import Event
from geoevents.models.filters import EventFilter
from geoevents.models.review import Correction
from geoevents.store import schema
from geoevents.store.base import EventStore, StoredArticle


def open_store(url: str) -> EventStore:
    """The store at an SQLAlchemy URL (``sqlite:///events.db``), made when missing.

    Raises:
        ConfigurationError: the URL is none, or its driver is not installed.
        SchemaTooNewError: a later version of this program wrote it.
        StoreError: it cannot be opened.
    """
    try:
        parsed = make_url(url)
        engine = _engine(url, is_sqlite=parsed.get_backend_name() == "sqlite")
    except (ArgumentError, ModuleNotFoundError) as error:
        message = f"{url!r} is no store URL; give one like sqlite:///events.db"
        raise ConfigurationError(message) from error
    return SqlStore(engine, name=parsed.render_as_string(hide_password=True))


def _engine(url: str, *, is_sqlite: bool) -> Engine:
    if not is_sqlite:
        return create_engine(url)
    database = make_url(url).database
    in_memory = not database or database == ":memory:"
    if database and not in_memory:
        Path(database).parent.mkdir(parents=True, exist_ok=True)
    # One shared connection keeps an in-memory store alive across threads.
    options = {"poolclass": StaticPool} if in_memory else {}
    engine = create_engine(
        url, connect_args={"check_same_thread": False, "timeout": 30}, **options
    )

    @sa_event.listens_for(engine, "connect")
    def _pragmas(connection: object, _record: object) -> None:
        cursor = connection.cursor()  # type: ignore[attr-defined]
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=NORMAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return engine


class SqlStore:
    """``EventStore`` over SQLAlchemy Core."""

    def __init__(self, engine: Engine, *, name: str) -> None:
        self._engine = engine
        self._name = name
        try:
            schema.metadata.create_all(engine)
            with engine.begin() as connection:
                self._check_schema(connection)
        except SQLAlchemyError as error:
            message = f"The store {name} cannot be opened: {_short(error)}"
            raise StoreError(message) from error

    def _check_schema(self, connection: Connection) -> None:
        found = _meta(connection, "schema")
        if found is None:
            rows = [
                {"key": "schema", "value": schema.SCHEMA_VERSION},
                {"key": "version", "value": 0},
            ]
            connection.execute(insert(schema.meta), rows)
        elif found > schema.SCHEMA_VERSION:
            message = (
                f"The store {self._name} has schema {found}, this program knows "
                f"{schema.SCHEMA_VERSION}; install a newer geoevents"
            )
            raise SchemaTooNewError(message)

    @property
    def version(self) -> int:
        with self._engine.connect() as connection:
            return _meta(connection, "version") or 0

    @property
    def is_empty(self) -> bool:
        with self._engine.connect() as connection:
            return (
                connection.execute(select(schema.article.c.id).limit(1)).first() is None
            )

    def put_articles(self, batch: Iterable[StoredArticle]) -> int:
        count = 0
        with self._engine.begin() as connection:
            for stored in batch:
                _put_article(connection, stored)
                count += 1
            _touch(connection)
        return count

    def put_events(self, events: Sequence[Event]) -> None:
        with self._engine.begin() as connection:
            connection.execute(delete(schema.event))
            if events:
                connection.execute(insert(schema.event), [_row(e) for e in events])
            _touch(connection)

    def told(self) -> tuple[Event, ...]:
        query = (
            select(schema.telling.c.body)
            .join(schema.article, schema.article.c.id == schema.telling.c.article_id)
            .order_by(schema.article.c.position, schema.telling.c.position)
        )
        with self._engine.connect() as connection:
            bodies = connection.execute(query).scalars()
            return tuple(from_plain(Event, json.loads(body)) for body in bodies)

    def find(self, query: EventFilter) -> tuple[Event, ...]:
        with self._engine.connect() as connection:
            bodies = connection.scalars(_find(query))
            found = (from_plain(Event, json.loads(body)) for body in bodies)
            return tuple(event for event in found if query.admits(event))

    def get_article(self, article_id: str) -> Article | None:
        query = select(schema.article.c.body).where(schema.article.c.id == article_id)
        with self._engine.connect() as connection:
            body = connection.execute(query).scalar()
        return from_plain(Article, json.loads(body)) if body else None

    def articles(self) -> Mapping[str, Article]:
        query = select(schema.article.c.body).order_by(schema.article.c.position)
        with self._engine.connect() as connection:
            found = [
                from_plain(Article, json.loads(body))
                for body in connection.execute(query).scalars()
            ]
        return {article.id: article for article in found}

    def record(self, correction: Correction) -> None:
        body = json.dumps(to_plain(correction), ensure_ascii=False)
        with self._engine.begin() as connection:
            row = {"target": correction.target, "body": body}
            connection.execute(insert(schema.correction), row)
            _touch(connection)

    def corrections(self, target: str | None = None) -> tuple[Correction, ...]:
        query = select(schema.correction.c.body).order_by(schema.correction.c.position)
        if target is not None:
            query = query.where(schema.correction.c.target == target)
        with self._engine.connect() as connection:
            bodies = connection.execute(query).scalars()
            return tuple(from_plain(Correction, json.loads(body)) for body in bodies)

    def close(self) -> None:
        self._engine.dispose()


def _meta(connection: Connection, key: str) -> int | None:
    query = select(schema.meta.c.value).where(schema.meta.c.key == key)
    return connection.execute(query).scalar()


def _touch(connection: Connection) -> None:
    version = schema.meta.c.value + 1
    connection.execute(
        update(schema.meta).where(schema.meta.c.key == "version").values(value=version)
    )


def _put_article(connection: Connection, stored: StoredArticle) -> None:
    article = stored.article
    row = {
        "id": article.id,
        "published": article.published,
        "publisher": article.publisher,
        "body": json.dumps(to_plain(article), ensure_ascii=False),
    }
    table, telling = schema.article, schema.telling
    known = update(table).where(table.c.id == article.id).values(**row)
    if connection.execute(known).rowcount == 0:
        connection.execute(insert(table), row)
    connection.execute(delete(telling).where(telling.c.article_id == article.id))
    rows = [
        {
            "article_id": article.id,
            "position": position,
            "body": json.dumps(to_plain(told), ensure_ascii=False),
        }
        for position, told in enumerate(stored.told)
    ]
    if rows:
        connection.execute(insert(telling), rows)


def _row(event: Event) -> dict[str, object]:
    place = event.place
    return {
        "event_id": event.event_id,
        "event_type": event.event_type.value,
        "date_start": event.date_start,
        "date_end": event.date_end,
        "lat": place.point.lat if place else None,
        "lon": place.point.lon if place else None,
        "country": place.place.country if place else None,
        "body": json.dumps(to_plain(event), ensure_ascii=False),
    }


def _find(query: EventFilter) -> Select[str]:
    """What columns can decide; ``EventFilter.admits`` decides the rest."""
    columns = schema.event.c
    found = select(columns.body)
    if query.date_from is not None:
        found = found.where(columns.date_end >= query.date_from)
    if query.date_to is not None:
        found = found.where(columns.date_start <= query.date_to)
    if query.types:
        found = found.where(
            columns.event_type.in_(sorted(t.value for t in query.types))
        )
    if query.countries:
        found = found.where(columns.country.in_(sorted(query.countries)))
    if query.bbox is not None:
        found = found.where(columns.lat.between(query.bbox.south, query.bbox.north))
    undated_last = columns.date_start.is_(None)
    return found.order_by(undated_last, columns.date_start, columns.event_id)


def _short(error: SQLAlchemyError) -> str:
    return str(getattr(error, "orig", None) or error).splitlines()[0][:200]
