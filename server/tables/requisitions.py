"""Requisitions: what technicians asked for, what was approved, and what was handed over (PART-2)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class RequisitionRow(Base):
    """``lines`` hold the pieces asked, approved and issued by part; ``issues`` each handing over with its serials."""

    __tablename__ = "requisitions"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    station_id: Mapped[str] = mapped_column(String(36))
    technician_id: Mapped[str] = mapped_column(String(36))
    job_id: Mapped[str | None] = mapped_column(String(36), index=True)
    job_number: Mapped[str | None] = mapped_column(String(24))
    state: Mapped[str] = mapped_column(String(12))
    urgency: Mapped[str] = mapped_column(String(12), server_default="normal")
    note: Mapped[str | None] = mapped_column(Text)
    lines: Mapped[list[Any]]
    issues: Mapped[list[Any]]
    asked_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(36))
    decided_at: Mapped[datetime | None]
    refusal: Mapped[str | None] = mapped_column(Text)
    closed_by: Mapped[str | None] = mapped_column(String(36))
    closed_at: Mapped[datetime | None]
