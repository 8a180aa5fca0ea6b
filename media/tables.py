"""What the engine remembers: uploads, the parts that have arrived, and work that must happen."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, BigInteger, DateTime, Dialect, ForeignKey, Index, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, registry
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


class Base(DeclarativeBase):
    """The engine's own tables; owners and attachments are opaque ids."""

    registry = registry(type_annotation_map={datetime: UtcDateTime(), dict[str, Any]: JSON()})


class State(StrEnum):
    """Where an upload stands. ``received``: whole, not yet judged. ``verified`` and ``refused`` are final."""

    RECEIVING = "receiving"
    RECEIVED = "received"
    VERIFIED = "verified"
    REFUSED = "refused"


class UploadRow(Base):
    """One file on its way, and afterwards what is known of it."""

    __tablename__ = "media_upload"
    __table_args__ = (Index("ix_media_upload_unfinished", "state", "expires_at"),)

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    attachment_id: Mapped[str] = mapped_column(String(64), unique=True)
    owner_id: Mapped[str] = mapped_column(String(64))
    sha256: Mapped[str] = mapped_column(String(64))
    length: Mapped[int] = mapped_column(BigInteger)
    offset: Mapped[int] = mapped_column(BigInteger, default=0)
    state: Mapped[str] = mapped_column(String(10), default=State.RECEIVING)
    folder: Mapped[str] = mapped_column(String(32))
    type: Mapped[str | None] = mapped_column(String(40))
    width: Mapped[int | None]
    height: Mapped[int | None]
    refusal: Mapped[str | None] = mapped_column(String(40))
    refusal_detail: Mapped[dict[str, Any] | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    judged_at: Mapped[datetime | None]


class PartRow(Base):
    """Bytes that are durable in the storage; an upload's parts join without gap from 0 to its offset."""

    __tablename__ = "media_part"

    upload_id: Mapped[str] = mapped_column(ForeignKey("media_upload.id", ondelete="CASCADE"), primary_key=True)
    start: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False)
    length: Mapped[int] = mapped_column(BigInteger)
    name: Mapped[str] = mapped_column(String(120))


class TaskRow(Base):
    """Work that must happen. ``due_at`` is also the lease: who claims a task moves it into the future."""

    __tablename__ = "media_task"

    kind: Mapped[str] = mapped_column(String(10), primary_key=True)
    subject: Mapped[str] = mapped_column(String(32), primary_key=True)
    due_at: Mapped[datetime] = mapped_column(index=True)
    attempts: Mapped[int] = mapped_column(default=0)
    claim: Mapped[str | None] = mapped_column(String(32))


metadata = Base.metadata
