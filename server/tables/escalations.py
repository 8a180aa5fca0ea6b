"""Escalations: major problems for the manager, each with what the technician proposes (VIS-9)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class EscalationRow(Base):
    """It arrives ahead of all else: its visit and photos are named here and may still be on the device."""

    __tablename__ = "escalations"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    visit_id: Mapped[str | None] = mapped_column(String(36))
    severity: Mapped[str] = mapped_column(String(16))
    problem: Mapped[str] = mapped_column(Text)
    proposal: Mapped[str] = mapped_column(Text)
    demand: Mapped[str | None] = mapped_column(Text)
    photo_ids: Mapped[list[Any]]
    voice_note_ids: Mapped[list[Any]]
    raised_by: Mapped[str] = mapped_column(String(36))
    raised_at: Mapped[datetime]
    received_at: Mapped[datetime]
    answer_due_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    decision: Mapped[str | None] = mapped_column(String(16))
    answer: Mapped[str | None] = mapped_column(Text)
    answered_by: Mapped[str | None] = mapped_column(String(36))
    answered_at: Mapped[datetime | None]
