"""The working calendar, one row for each year, so that a device holds it in a few rows (JOB-3)."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class CalendarYearRow(Base):
    """The id is the year. Days are ``2026-02-14``; hours are minutes after midnight."""

    __tablename__ = "calendar_years"

    id: Mapped[str] = mapped_column(String(4), primary_key=True)
    revision: Mapped[int]
    published: Mapped[bool]
    begins_min: Mapped[int]
    ends_min: Mapped[int]
    days_off: Mapped[list[Any]]
    days_on: Mapped[list[Any]]
