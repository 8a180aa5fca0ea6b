"""Flask-SQLAlchemy's ``db``, its declarative base, and one policy for ids, times and JSON on both databases."""

import secrets
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import JSON, DateTime, Dialect, Engine
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Session, registry, sessionmaker
from sqlalchemy.types import TypeDecorator


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

    def __init__(self, **values: Any) -> None:
        """Take the columns' values: a new row has no history to note, so they go straight to where a flush reads."""
        unknown = values.keys() - type(self).__mapper__.columns.keys()
        if unknown:
            raise TypeError(f"{type(self).__name__} has no {', '.join(sorted(unknown))}")
        vars(self).update(values)


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
"""``db.session`` is the session of the request or of the command, on the database of the current app."""


def new_id(at: datetime) -> str:
    """Return a UUIDv7 of that moment, for a record that the server makes."""
    random = secrets.randbits(74)
    number = int(at.timestamp() * 1000) << 80 | 0x7 << 76 | random >> 62 << 64 | 0b10 << 62 | random & (1 << 62) - 1
    return str(UUID(int=number))


def open_sessions(engine: Engine) -> sessionmaker[Session]:
    """Return what opens the engines' sessions, each for one transaction; they ask for no current app.

    ``.begin()`` keeps all changes of a block, or none of them when it raises.
    """
    return sessionmaker(engine, expire_on_commit=False)
