"""Milestones: what happened on a job that its clocks look at (JOB-3)."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class MilestoneRow(Base):
    """An answer, an agreed plan, a loan unit, or a clock that was stopped; ``note`` says what or why."""

    __tablename__ = "milestones"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(String(36))
    note: Mapped[str | None] = mapped_column(Text)
