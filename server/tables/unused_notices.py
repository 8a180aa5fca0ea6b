"""Parts that a technician says will come back unused (PART-6)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class UnusedNoticeRow(Base):
    """The return under which a clerk takes them back bears the same id; rows are added and never changed."""

    __tablename__ = "unused_notices"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36))
    technician_id: Mapped[str] = mapped_column(String(36))
    job_id: Mapped[str | None] = mapped_column(String(36))
    lines: Mapped[list[Any]]
    announced_at: Mapped[datetime]
