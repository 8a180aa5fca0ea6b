"""Parts on the road from a station's store to another's, or to a van (PART-7)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class TransferRow(Base):
    """``sent`` and ``received`` are lines of pieces; what differs stays on the road until a person has settled it."""

    __tablename__ = "transfers"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    from_station_id: Mapped[str] = mapped_column(String(36))
    to_station_id: Mapped[str] = mapped_column(String(36))
    to_technician_id: Mapped[str | None] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(12))
    sent: Mapped[list[Any]]
    received: Mapped[list[Any]]
    sent_by: Mapped[str] = mapped_column(String(36))
    sent_at: Mapped[datetime]
    received_by: Mapped[str | None] = mapped_column(String(36))
    received_at: Mapped[datetime | None]
