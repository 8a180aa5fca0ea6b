"""Technicians who asked for a job that nobody has (VIS-12)."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class JobOfferRow(Base):
    """One offer; ``job_number`` and ``customer_name`` let the technician read it without the job."""

    __tablename__ = "job_offers"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    job_number: Mapped[str] = mapped_column(String(24))
    customer_name: Mapped[str | None] = mapped_column(String(120))
    station_id: Mapped[str] = mapped_column(String(36))
    user_id: Mapped[str] = mapped_column(String(36))
    offered_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
