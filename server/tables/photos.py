"""Photos: what was announced by its hash, and whether the file has arrived whole."""

from datetime import datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class PhotoRow(Base):
    """One photo. ``of_id`` is the swap or old part that it shows; ``size`` is in bytes, the sides are in pixels."""

    __tablename__ = "photos"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str | None] = mapped_column(String(36))
    visit_id: Mapped[str | None] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    subject: Mapped[str] = mapped_column(String(24))
    of_id: Mapped[str | None] = mapped_column(String(36), index=True)
    sha256: Mapped[str] = mapped_column(String(64))
    size: Mapped[int]
    type: Mapped[str] = mapped_column(String(40))
    width: Mapped[int]
    height: Mapped[int]
    taken_at: Mapped[datetime]
    taken_by: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(16))
    refusal: Mapped[str | None] = mapped_column(String(40))
