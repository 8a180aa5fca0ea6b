"""Old parts that somebody says are lost (OLD-2)."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class LossReportRow(Base):
    """Where and how it was lost, in the words of who had it; rows are added and never changed."""

    __tablename__ = "loss_reports"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str | None] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    note: Mapped[str] = mapped_column(Text)
    reported_by: Mapped[str] = mapped_column(String(36))
    reported_at: Mapped[datetime]
