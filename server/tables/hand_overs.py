"""What happened while the device was in the customer's hands: the rating, and its way back without the PIN."""

from datetime import datetime

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class RatingRow(Base):
    """What the customer thinks of the service, from 1 to 5 (VIS-11). The job's technicians never see it."""

    __tablename__ = "ratings"
    __table_args__ = (Index("ix_ratings_rated", "station_id", "rated_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    score: Mapped[int]
    words: Mapped[str | None] = mapped_column(Text)
    rated_at: Mapped[datetime]


class HandBackRow(Base):
    """The technician took the device back without the PIN, and why (VIS-6)."""

    __tablename__ = "hand_backs"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    reason: Mapped[str] = mapped_column(Text)
    taken_by: Mapped[str] = mapped_column(String(36))
    taken_at: Mapped[datetime]
