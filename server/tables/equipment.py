"""Vehicles and machines at the customers', with the last readings."""

from datetime import date

from sqlalchemy import Date, String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class EquipmentRow(Base):
    """One unit. ``last_km`` and ``last_h`` are what the last ended visit read; kilometres and hours."""

    __tablename__ = "equipment"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    customer_id: Mapped[str] = mapped_column(String(36), index=True)
    kind: Mapped[str] = mapped_column(String(24))
    model: Mapped[str] = mapped_column(String(120))
    serial: Mapped[str] = mapped_column(String(60), index=True)
    plate: Mapped[str | None] = mapped_column(String(24))
    delivered_on: Mapped[date | None] = mapped_column(Date)
    warranty_until: Mapped[date | None] = mapped_column(Date)
    warranty_km: Mapped[int | None]
    last_km: Mapped[int | None]
    last_h: Mapped[int | None]
    visit_count: Mapped[int] = mapped_column(default=0)
