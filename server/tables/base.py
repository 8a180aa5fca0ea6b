"""The declarative base, the connection, and one policy for ids, times and JSON on SQLite and PostgreSQL."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Connection, DateTime, Dialect, Engine, create_engine, event
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, registry
from sqlalchemy.types import TypeDecorator

BUSY_SECONDS = 5


class UtcDateTime(TypeDecorator[datetime]):
    """A moment in UTC. A naive value is a fault of the program and raises."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"{value!r} has no time zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


JsonColumn = JSON().with_variant(JSONB(), "postgresql")


class Base(DeclarativeBase):
    """Every table of the application; the engines keep metadata of their own."""

    registry = registry(
        type_annotation_map={datetime: UtcDateTime(), dict[str, Any]: JsonColumn, list[Any]: JsonColumn}
    )


def new_id(at: datetime) -> str:
    """Return a UUIDv7 of that moment, for a record that the server makes."""
    random = secrets.randbits(74)
    number = int(at.timestamp() * 1000) << 80 | 0x7 << 76 | random >> 62 << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(UUID(int=number))


def connect(url: str) -> Engine:
    """Return the engine for ``url``; ``reading`` and ``writing`` are the ways to use it.

    Statements fail with ``OperationalError`` after ``BUSY_SECONDS`` behind another writer of SQLite. Values never
    stand in an error's text, so that logs carry no personal data.
    """
    if not url.startswith("sqlite"):
        return create_engine(url, hide_parameters=True, pool_pre_ping=True)
    engine = create_engine(url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    _begin_explicitly(engine)
    return engine


def _begin_explicitly(engine: Engine) -> None:
    """Without this, sqlite3 begins late and releasing a savepoint commits half a push."""

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON"):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        only_reads = connection.get_execution_options().get("only_reads", False)
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(engine: Engine) -> Iterator[Session]:
    """Give a session that sees one moment of the database and waits for no writer."""
    options: dict[str, Any] = {"only_reads": True}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with Session(engine.execution_options(**options)) as session, session.begin():
        yield session


@contextmanager
def writing(engine: Engine) -> Iterator[Session]:
    """Give a session whose changes are all kept, or none of them when the block raises."""
    with Session(engine, expire_on_commit=False) as session, session.begin():
        yield session
