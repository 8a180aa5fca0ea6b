"""Part swaps: what went onto the unit (PART-4)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class SwapRow(Base):
    """One swap; the part that came off is an old part of its own.

    ``causal`` is true for the part that failed first (主因件), false for one that it took along (次因件). What was
    taken back keeps its row and says why. ``written`` names who wrote each corrected field last and when.
    """

    __tablename__ = "swaps"
    __table_args__ = (Index("ix_swaps_serial", "new_serial", "part_id"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    part_id: Mapped[str] = mapped_column(String(36))
    quantity: Mapped[int]
    new_serial: Mapped[str | None] = mapped_column(String(60))
    reason: Mapped[str | None] = mapped_column(Text)
    old_part_id: Mapped[str | None] = mapped_column(String(36))
    no_old_part_reason: Mapped[str | None] = mapped_column(Text)
    source: Mapped[str] = mapped_column(String(16), server_default="van")
    causal: Mapped[bool | None]
    hold_reason: Mapped[str | None] = mapped_column(Text)
    no_old_part_code: Mapped[str | None] = mapped_column(String(16))
    undone_at: Mapped[datetime | None]
    undone_reason: Mapped[str | None] = mapped_column(Text)
    written: Mapped[dict[str, Any] | None]
    recorded_by: Mapped[str] = mapped_column(String(36))
    recorded_at: Mapped[datetime]
