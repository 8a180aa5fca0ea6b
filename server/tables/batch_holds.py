"""Batches of parts on hold (PART-9)."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class BatchHoldRow(Base):
    """A hold with its reason; without a ``batch`` it covers every piece of the part."""

    __tablename__ = "batch_holds"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    part_id: Mapped[str] = mapped_column(String(36), index=True)
    batch: Mapped[str | None] = mapped_column(String(60))
    reason: Mapped[str] = mapped_column(Text)
    placed_by: Mapped[str] = mapped_column(String(36))
    placed_at: Mapped[datetime]
    lifted_by: Mapped[str | None] = mapped_column(String(36))
    lifted_at: Mapped[datetime | None]
    lifted_reason: Mapped[str | None] = mapped_column(Text)
