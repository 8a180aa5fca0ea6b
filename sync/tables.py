"""The tables of the engine, in metadata of their own; ids are opaque text."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Identity,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _serial(name: str) -> Column[Any]:
    return Column(name, BigInteger().with_variant(Integer, "sqlite"), Identity(), primary_key=True)


# One row: the newest position of the feed, and which life of the server this is.
head = Table(
    "sync_head",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("position", BigInteger, nullable=False),
    Column("epoch", Text, nullable=False),
)

# How far a device's own numbering has been taken in.
streams = Table(
    "sync_stream",
    metadata,
    Column("device_id", Text, primary_key=True),
    Column("stream", Text, primary_key=True),
    Column("acked_seq", BigInteger, nullable=False),
)

# Every envelope for ever, as it came; rows are never changed.
inbox = Table(
    "sync_inbox",
    metadata,
    _serial("number"),
    Column("user_id", Text, nullable=False),
    Column("device_id", Text, nullable=False),
    Column("stream", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("mutation_id", Text, nullable=False),
    Column("repeat_of", BigInteger, ForeignKey("sync_inbox.number"), nullable=True),
    Column("name", Text, nullable=False),
    Column("v", BigInteger, nullable=False),
    Column("lane", Text, nullable=False),
    Column("base", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("device_time", Text, nullable=False),
    Column("tz_offset_min", BigInteger, nullable=False),
    Column("clock_offset_ms", BigInteger, nullable=False),
    Column("epoch", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    UniqueConstraint("device_id", "stream", "seq"),
)
Index(
    "uq_sync_inbox_mutation_id",
    inbox.c.mutation_id,
    unique=True,
    sqlite_where=inbox.c.repeat_of.is_(None),
    postgresql_where=inbox.c.repeat_of.is_(None),
)
Index(
    "ix_sync_inbox_repeat_of",
    inbox.c.repeat_of,
    sqlite_where=inbox.c.repeat_of.is_not(None),
    postgresql_where=inbox.c.repeat_of.is_not(None),
)

# What became of an envelope; no verdict means that it was accepted and not yet applied.
verdicts = Table(
    "sync_verdict",
    metadata,
    Column("number", BigInteger, ForeignKey("sync_inbox.number"), primary_key=True, autoincrement=False),
    Column("lane", Text, nullable=False),
    Column("verdict", Text, nullable=True),
    Column("code", Text, nullable=True),
    Column("detail", Text, nullable=True),
    Column("awaits", Text, nullable=True),
    Column("decided_at", Text, nullable=True),
)
_UNSETTLED = text("verdict IS NULL OR verdict = 'held'")
Index(
    "ix_sync_verdict_unsettled",
    verdicts.c.lane,
    verdicts.c.number,
    sqlite_where=_UNSETTLED,
    postgresql_where=_UNSETTLED,
)
Index(
    "ix_sync_verdict_awaits",
    verdicts.c.awaits,
    sqlite_where=verdicts.c.awaits.is_not(None),
    postgresql_where=verdicts.c.awaits.is_not(None),
)

# The newest change of each row for each audience.
feed = Table(
    "sync_feed",
    metadata,
    Column("row_id", Text, primary_key=True),
    Column("table_name", Text, primary_key=True),
    Column("audience", Text, primary_key=True),
    Column("position", BigInteger, nullable=False),
    Column("op", Text, nullable=False),
)
Index("ix_sync_feed_audience_position", feed.c.audience, feed.c.position)

# Who had which lane from which position to which; an open grant has no end.
grants = Table(
    "sync_grant",
    metadata,
    _serial("number"),
    Column("user_id", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("from_position", BigInteger, nullable=False),
    Column("to_position", BigInteger, nullable=True),
    Column("reason", Text, nullable=True),
)
Index("ix_sync_grant_lane_user_id", grants.c.lane, grants.c.user_id)
Index(
    "uq_sync_grant_open",
    grants.c.user_id,
    grants.c.lane,
    unique=True,
    sqlite_where=grants.c.to_position.is_(None),
    postgresql_where=grants.c.to_position.is_(None),
)

# Bundles from dying phones, as they came, until a person applies them.
rescues = Table(
    "sync_rescue",
    metadata,
    Column("id", Text, primary_key=True),
    Column("brought_by", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("bundle", Text, nullable=False),
    Column("applied_by", Text, nullable=True),
    Column("applied_at", Text, nullable=True),
)
