"""Jobs: what a customer called about, who goes, until when."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class JobRow(Base):
    """A job carries copies of the customer's and the unit's names as they were when it was opened.

    ``technicians`` is a list of ``{"user_id", "lead"}``. ``written`` names who wrote each field last and when, so that
    a review can say whose value is in force. ``dispatched_at`` is when somebody was sent for the first time.
    """

    __tablename__ = "jobs"
    __table_args__ = (Index("ix_jobs_opened", "station_id", "opened_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24), unique=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    state: Mapped[str] = mapped_column(String(16))
    customer_id: Mapped[str | None] = mapped_column(String(36), index=True)
    customer_name: Mapped[str | None] = mapped_column(String(120))
    site_address: Mapped[str | None] = mapped_column(String(240))
    contact: Mapped[str | None] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(40))
    equipment_id: Mapped[str | None] = mapped_column(String(36), index=True)
    equipment_kind: Mapped[str | None] = mapped_column(String(24))
    model: Mapped[str | None] = mapped_column(String(120))
    serial: Mapped[str | None] = mapped_column(String(60))
    plate: Mapped[str | None] = mapped_column(String(24))
    fault_reported: Mapped[str | None] = mapped_column(Text)
    fault_class: Mapped[str | None] = mapped_column(String(24))
    urgency: Mapped[str | None] = mapped_column(String(12))
    distance_km: Mapped[int | None]
    planned_at: Mapped[datetime | None]
    contract: Mapped[str | None] = mapped_column(String(24))
    repair_size: Mapped[str | None] = mapped_column(String(12))
    supplier_involved: Mapped[bool | None]
    paid: Mapped[bool | None]
    dispatched_at: Mapped[datetime | None]
    opened_at: Mapped[datetime]
    opened_by: Mapped[str] = mapped_column(String(36))
    analysis: Mapped[str | None] = mapped_column(Text)
    likely_parts: Mapped[list[Any]]
    technicians: Mapped[list[Any]]
    lacks: Mapped[list[Any]]
    written: Mapped[dict[str, Any]]
