"""Stock counts (PART-1)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class StockCountRow(Base):
    """What was counted at one location and what the counting device had expected; rows are added and never changed."""

    __tablename__ = "stock_counts"
    __table_args__ = (Index("ix_stock_counts_counted", "station_id", "counted_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24))
    station_id: Mapped[str] = mapped_column(String(36))
    location: Mapped[str] = mapped_column(String(60))
    lines: Mapped[list[Any]]
    note: Mapped[str | None] = mapped_column(Text)
    counted_by: Mapped[str] = mapped_column(String(36))
    counted_at: Mapped[datetime]
