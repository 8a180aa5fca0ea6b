"""Write-offs of issued parts, and waivers of old parts that do not come back (PART-5)."""

from datetime import datetime

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class WaiverRow(Base):
    """The manager does without an old part; the id is the swap's, so there is one for each swap."""

    __tablename__ = "waivers"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    old_part_id: Mapped[str | None] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    reason: Mapped[str] = mapped_column(String(16))
    note: Mapped[str] = mapped_column(Text)
    deducted_from: Mapped[str | None] = mapped_column(String(36))
    waived_by: Mapped[str] = mapped_column(String(36))
    waived_at: Mapped[datetime]


class WriteOffRow(Base):
    """An issued part is written off; the database itself keeps a second one for the same swap out (PART-5)."""

    __tablename__ = "write_offs"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    swap_id: Mapped[str] = mapped_column(String(36), unique=True)
    old_part_id: Mapped[str | None] = mapped_column(String(36), unique=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    visit_id: Mapped[str] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36))
    part_id: Mapped[str] = mapped_column(String(36))
    quantity: Mapped[int]
    waived: Mapped[bool]
    closed_by: Mapped[str] = mapped_column(String(36))
    closed_at: Mapped[datetime]
