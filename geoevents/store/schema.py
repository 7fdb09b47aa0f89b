"""The tables. Values are kept whole as JSON; columns beside them are for finding."""

from sqlalchemy import (
    Column,
    Date,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

SCHEMA_VERSION = 1

metadata = MetaData()

meta = Table(
    "meta",
    metadata,
    Column("key", String(40), primary_key=True),
    Column("value", Integer, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("id", String(200), nullable=False, unique=True),
    Column("published", Date),
    Column("publisher", Text),
    Column("body", Text, nullable=False),
)

telling = Table(
    "telling",
    metadata,
    Column("article_id", String(200), ForeignKey("article.id"), primary_key=True),
    Column("position", Integer, primary_key=True),
    Column("body", Text, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("event_id", String(40), primary_key=True),
    Column("event_type", String(40), nullable=False),
    Column("date_start", Date),
    Column("date_end", Date),
    Column("lat", Float),
    Column("lon", Float),
    Column("country", String(2)),
    Column("body", Text, nullable=False),
    Index("event_dates", "date_start", "date_end"),
    Index("event_place", "lat", "lon"),
)

correction = Table(
    "correction",
    metadata,
    Column("position", Integer, primary_key=True, autoincrement=True),
    Column("target", String(260), nullable=False),
    Column("body", Text, nullable=False),
    Index("correction_target", "target"),
)
