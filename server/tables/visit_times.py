"""Times of a visit that a person stated, beside those that a tap recorded (VIS-15)."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class VisitTimeRow(Base):
    """One statement: ``stated_at`` is what the person says, ``recorded_at`` when they said it.

    An arrival that is not the visit's own is that of a colleague who came along (JOB-4). Rows are only added.
    """

    __tablename__ = "visit_times"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    event: Mapped[str] = mapped_column(String(12))
    stated_at: Mapped[datetime]
    recorded_at: Mapped[datetime]
    recorded_by: Mapped[str] = mapped_column(String(36))
