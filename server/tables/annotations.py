"""Annotations: what somebody drew over a photo; the photo itself stays as it came."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class AnnotationRow(Base):
    """One drawing as it stood when it was saved; rows are added and never changed.

    ``subject`` is the photo's: it decides who sees both. Points are in ten-thousandths of the photo's sides.
    """

    __tablename__ = "annotations"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    photo_id: Mapped[str] = mapped_column(String(36), index=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    visit_id: Mapped[str | None] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    subject: Mapped[str] = mapped_column(String(24))
    shapes: Mapped[list[Any]]
    drawn_at: Mapped[datetime]
    drawn_by: Mapped[str] = mapped_column(String(36))
