"""Service reports: what a visit handed in and what the manager decided (VIS-14)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.rules.reports import WAITING
from server.tables.base import Base
from server.tables.still_open import index_of_open


class ReportRow(Base):
    """A visit has one report, under the visit's own id.

    ``signed_stale`` names the fields that differ by now from what the customer signed; ``late_items`` are swaps and
    photos, as ``{table, id}``, that the newest seal does not list. None: there are none (VIS-7). ``accepted_unsigned``
    is why the manager does without the customer's signature (VIS-8).
    """

    __tablename__ = "reports"
    __table_args__ = (
        Index("ix_reports_closed", "station_id", "closed_at"),
        index_of_open("ix_reports_waiting", WAITING),
    )

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), unique=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[str] = mapped_column(String(24), unique=True)
    state: Mapped[str] = mapped_column(String(16))
    closed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(36))
    decided_at: Mapped[datetime | None]
    sent_back_reason: Mapped[str | None] = mapped_column(Text)
    accepted_unsigned: Mapped[str | None] = mapped_column(Text)
    signed_stale: Mapped[list[Any] | None]
    late_items: Mapped[list[Any] | None]
