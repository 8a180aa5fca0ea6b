"""Reviews: one field that two people changed, both values kept until a person decides."""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base, JsonColumn


class ReviewRow(Base):
    """``in_force`` stays until ``owner_id`` or a manager decides. ``section`` is null for a job's fields."""

    __tablename__ = "reviews"
    __table_args__ = (Index("ix_reviews_field", "row_id", "field", "state"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    table: Mapped[str] = mapped_column(String(24))
    row_id: Mapped[str] = mapped_column(String(36))
    section: Mapped[str | None] = mapped_column(String(12))
    field: Mapped[str] = mapped_column(String(24))
    in_force: Mapped[Any] = mapped_column(JsonColumn, nullable=True, default=JSON.NULL)
    in_force_by: Mapped[str] = mapped_column(String(36))
    in_force_at: Mapped[datetime]
    proposed: Mapped[Any] = mapped_column(JsonColumn, nullable=True, default=JSON.NULL)
    proposed_by: Mapped[str] = mapped_column(String(36))
    proposed_at: Mapped[datetime]
    owner_id: Mapped[str] = mapped_column(String(36))
    state: Mapped[str] = mapped_column(String(12))
    settled_by: Mapped[str | None] = mapped_column(String(36))
    settled_at: Mapped[datetime | None]
