"""The contact log: calls, letters and messages in order of arrival (JOB-1)."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class ContactRow(Base):
    """``answers`` is a list of ``{"text", "by", "at"}``, the newest last; ``question`` is what must be clarified.

    ``arrived_at`` is when it came in, ``logged_at`` when somebody wrote it down.
    """

    __tablename__ = "contacts"
    __table_args__ = (Index("ix_contacts_arrived", "station_id", "arrived_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    number: Mapped[str] = mapped_column(String(24), unique=True)
    station_id: Mapped[str] = mapped_column(String(36))
    channel: Mapped[str] = mapped_column(String(12))
    caller: Mapped[str | None] = mapped_column(String(80))
    phone: Mapped[str | None] = mapped_column(String(40))
    customer_id: Mapped[str | None] = mapped_column(String(36), index=True)
    customer_name: Mapped[str | None] = mapped_column(String(120))
    said: Mapped[str | None] = mapped_column(Text)
    arrived_at: Mapped[datetime]
    logged_at: Mapped[datetime]
    logged_by: Mapped[str] = mapped_column(String(36))
    disposition: Mapped[str] = mapped_column(String(12))
    question: Mapped[str | None] = mapped_column(Text)
    answers: Mapped[list[Any]]
    job_id: Mapped[str | None] = mapped_column(String(36), index=True)
    disposed_by: Mapped[str | None] = mapped_column(String(36))
    disposed_at: Mapped[datetime | None]
