"""What came into a store: deliveries, and unused parts from vans (PART-3, PART-6)."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class GoodsReceiptRow(Base):
    """A delivery as it was unpacked; rows are added and never changed."""

    __tablename__ = "goods_receipts"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    station_id: Mapped[str] = mapped_column(String(36))
    supplier: Mapped[str] = mapped_column(String(120))
    delivery_note: Mapped[str | None] = mapped_column(String(60))
    lines: Mapped[list[Any]]
    received_by: Mapped[str] = mapped_column(String(36))
    received_at: Mapped[datetime]


class UnusedReturnRow(Base):
    """Parts that a technician did not need; rows are added and never changed."""

    __tablename__ = "unused_returns"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    station_id: Mapped[str] = mapped_column(String(36))
    technician_id: Mapped[str] = mapped_column(String(36))
    job_id: Mapped[str | None] = mapped_column(String(36), index=True)
    lines: Mapped[list[Any]]
    received_by: Mapped[str] = mapped_column(String(36))
    received_at: Mapped[datetime]
