"""Jobs that nobody has yet, as far as every technician of the station may see them (VIS-12)."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class OpenJobRow(Base):
    """A job under its own id, without the customer's phone and contact; it is gone when somebody is assigned."""

    __tablename__ = "open_jobs"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    number: Mapped[str] = mapped_column(String(24))
    customer_id: Mapped[str | None] = mapped_column(String(36))
    customer_name: Mapped[str | None] = mapped_column(String(120))
    site_address: Mapped[str | None] = mapped_column(String(240))
    model: Mapped[str | None] = mapped_column(String(120))
    plate: Mapped[str | None] = mapped_column(String(24))
    fault_reported: Mapped[str | None] = mapped_column(Text)
    urgency: Mapped[str | None] = mapped_column(String(12))
    distance_km: Mapped[int | None]
    planned_at: Mapped[datetime | None]
