"""A unit's earlier visits, each as one compact row that travels to whoever has a job on the unit (JOB-6)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class UnitVisitRow(Base):
    """One closed visit under the visit's own id, with copies of all names: it is read without the rows behind it.

    ``swaps``, ``photos`` and ``signatures`` are lists as ``UnitVisitRowSchema`` describes them; kilometres and hours.
    """

    __tablename__ = "unit_visits"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    equipment_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    job_id: Mapped[str] = mapped_column(String(36))
    job_number: Mapped[str] = mapped_column(String(24))
    technician_name: Mapped[str] = mapped_column(String(100))
    arrived_at: Mapped[datetime]
    departed_at: Mapped[datetime | None]
    state: Mapped[str] = mapped_column(String(16))
    fault_reported: Mapped[str | None] = mapped_column(Text)
    account: Mapped[str | None] = mapped_column(Text)
    fault_code: Mapped[str | None] = mapped_column(String(24))
    fault_name: Mapped[str | None] = mapped_column(String(120))
    fault_name_en: Mapped[str | None] = mapped_column(String(120))
    cause: Mapped[str | None] = mapped_column(Text)
    responsibility: Mapped[str | None] = mapped_column(String(24))
    done: Mapped[str | None] = mapped_column(Text)
    read_km: Mapped[int | None]
    read_h: Mapped[int | None]
    swaps: Mapped[list[Any]]
    photos: Mapped[list[Any]]
    signatures: Mapped[list[Any]]
    report_number: Mapped[str] = mapped_column(String(24))
    report_state: Mapped[str] = mapped_column(String(16))
