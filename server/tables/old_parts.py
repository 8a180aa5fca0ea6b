"""Old parts on their way back: the part, its chain of custody, and what a clerk received (OLD-1 to OLD-3)."""

from datetime import date, datetime

from sqlalchemy import Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.rules.old_parts import ON_THE_WAY
from server.tables.base import Base
from server.tables.still_open import index_of_open


class OldPartRow(Base):
    """A part that came off a unit, or that arrived without being expected (``expected`` is then false)."""

    __tablename__ = "old_parts"
    __table_args__ = (
        Index("ix_old_parts_due", "station_id", "due_on"),
        index_of_open("ix_old_parts_out", ON_THE_WAY),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str | None] = mapped_column(String(36))
    visit_id: Mapped[str | None] = mapped_column(String(36), index=True)
    swap_id: Mapped[str | None] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    part_id: Mapped[str | None] = mapped_column(String(36))
    part_no: Mapped[str | None] = mapped_column(String(40))
    part_name: Mapped[str | None] = mapped_column(String(120))
    tag: Mapped[str | None] = mapped_column(String(7), index=True)
    serial: Mapped[str | None] = mapped_column(String(60))
    quantity: Mapped[int]
    state: Mapped[str] = mapped_column(String(24))
    holder_kind: Mapped[str] = mapped_column(String(16))
    holder_id: Mapped[str] = mapped_column(String(36))
    job_number: Mapped[str | None] = mapped_column(String(24))
    plate: Mapped[str | None] = mapped_column(String(24))
    customer_name: Mapped[str | None] = mapped_column(String(120))
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[str | None] = mapped_column(String(36))
    due_on: Mapped[date | None] = mapped_column(Date)
    received_at: Mapped[datetime | None]
    received_by: Mapped[str | None] = mapped_column(String(36))
    condition: Mapped[str | None] = mapped_column(String(24))
    mismatch: Mapped[str | None] = mapped_column(String(24))
    serial_seen: Mapped[str | None] = mapped_column(String(60))
    shelf: Mapped[str | None] = mapped_column(String(24))
    expected: Mapped[bool]


class CustodyEventRow(Base):
    """One link of the chain; rows are added and never changed (OLD-2)."""

    __tablename__ = "custody_events"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    event: Mapped[str] = mapped_column(String(16))
    giver_kind: Mapped[str | None] = mapped_column(String(16))
    giver_id: Mapped[str | None] = mapped_column(String(36))
    taker_kind: Mapped[str] = mapped_column(String(16))
    taker_id: Mapped[str] = mapped_column(String(36))
    tag: Mapped[str | None] = mapped_column(String(7))
    happened_at: Mapped[datetime]
    mutation_id: Mapped[str] = mapped_column(String(36))


CUSTODY_EVENTS = Base.metadata.tables[CustodyEventRow.__tablename__]


class OldPartReceiptRow(Base):
    """What a clerk found, kept as found. ``claimed_id`` is the old part that the clerk's device believed it to be."""

    __tablename__ = "old_part_receipts"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    claimed_id: Mapped[str | None] = mapped_column(String(36), index=True)
    tag: Mapped[str | None] = mapped_column(String(7), index=True)
    condition: Mapped[str] = mapped_column(String(24))
    mismatch: Mapped[str] = mapped_column(String(24))
    serial_seen: Mapped[str | None] = mapped_column(String(60))
    note: Mapped[str | None] = mapped_column(Text)
    shelf: Mapped[str | None] = mapped_column(String(24))
    received_by: Mapped[str] = mapped_column(String(36))
    received_at: Mapped[datetime]
    mutation_id: Mapped[str] = mapped_column(String(36))
