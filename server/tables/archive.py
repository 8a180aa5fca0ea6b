"""The archive: which approved reports are filed, and with which month (VIS-14)."""

from datetime import datetime

from sqlalchemy import Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class ArchivedReportRow(Base):
    """A report that is filed, under the report's id; ``month`` is that of its closing at the station, ``2026-11``.

    Rows are added and never changed.
    """

    __tablename__ = "archived_reports"
    __table_args__ = (Index("ix_archived_reports_month", "station_id", "month"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    month: Mapped[str] = mapped_column(String(7))
    archived_by: Mapped[str] = mapped_column(String(36))
    archived_at: Mapped[datetime]
