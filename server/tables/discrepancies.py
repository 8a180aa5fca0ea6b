"""Discrepancies: facts that contradict the books, each for a person to settle."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base
from server.tables.still_open import index_of_open

OPEN = ("open",)


class DiscrepancyRow(Base):
    """``subject_table`` and ``subject_id`` name the fact; ``detail`` says what the books held against it.

    Without an ``owner_id`` everybody with ``owner_role`` owns it; ``passes`` tell who gave it to whom, and why.
    """

    __tablename__ = "discrepancies"
    __table_args__ = (index_of_open("ix_discrepancies_open", OPEN),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    job_id: Mapped[str | None] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    subject_table: Mapped[str] = mapped_column(String(24))
    subject_id: Mapped[str] = mapped_column(String(36), index=True)
    detail: Mapped[dict[str, Any]]
    owner_role: Mapped[str] = mapped_column(String(16))
    owner_id: Mapped[str | None] = mapped_column(String(36))
    passes: Mapped[list[Any] | None]
    state: Mapped[str] = mapped_column(String(12))
    opened_at: Mapped[datetime]
    raised_by: Mapped[str] = mapped_column(String(36))
    settlement: Mapped[str | None] = mapped_column(String(24))
    note: Mapped[str | None] = mapped_column(Text)
    settled_by: Mapped[str | None] = mapped_column(String(36))
    settled_at: Mapped[datetime | None]
