"""Visits: one outing to one unit, with what was heard, seen, examined and done."""

from datetime import datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class VisitRow(Base):
    """A visit. Positions are degrees times ten million; ``late`` marks facts that came after a reassignment (JOB-7).

    ``written`` names who wrote each ``section.field`` last and when.
    """

    __tablename__ = "visits"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    technician_id: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(16))
    arrived_at: Mapped[datetime]
    arrived_lat_e7: Mapped[int | None]
    arrived_lon_e7: Mapped[int | None]
    arrived_accuracy_m: Mapped[int | None]
    started_at: Mapped[datetime | None]
    started_lat_e7: Mapped[int | None]
    started_lon_e7: Mapped[int | None]
    started_accuracy_m: Mapped[int | None]
    ended_at: Mapped[datetime | None]
    departed_at: Mapped[datetime | None]
    departed_lat_e7: Mapped[int | None]
    departed_lon_e7: Mapped[int | None]
    departed_accuracy_m: Mapped[int | None]
    listen: Mapped[dict[str, Any]]
    look: Mapped[dict[str, Any]]
    check: Mapped[dict[str, Any]]
    handle: Mapped[dict[str, Any]]
    unsigned_reason: Mapped[str | None] = mapped_column(String(24))
    unsigned_note: Mapped[str | None] = mapped_column(Text)
    unsigned_witness: Mapped[str | None] = mapped_column(String(80))
    late: Mapped[bool] = mapped_column(default=False)
    written: Mapped[dict[str, Any]]
