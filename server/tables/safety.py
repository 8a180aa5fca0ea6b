"""Safety on site: notices, who acknowledged them, and incidents (VIS-13)."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class SiteNoticeRow(Base):
    """What a customer's site demands to be known before work starts; ``agreement_until`` null means without end."""

    __tablename__ = "site_notices"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    customer_id: Mapped[str] = mapped_column(String(36), unique=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    version: Mapped[int]
    text: Mapped[str] = mapped_column(Text)
    text_en: Mapped[str] = mapped_column(Text)
    agreement_on_file: Mapped[bool]
    agreement_until: Mapped[date | None]
    published_at: Mapped[datetime]
    published_by: Mapped[str] = mapped_column(String(36))


class AcknowledgementRow(Base):
    """Somebody read that version of the notice before they began to work."""

    __tablename__ = "acknowledgements"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    visit_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    notice_id: Mapped[str] = mapped_column(String(36))
    version: Mapped[int]
    acknowledged_by: Mapped[str] = mapped_column(String(36))
    acknowledged_at: Mapped[datetime]


class IncidentRow(Base):
    """An accident or a near miss; its photos are named here and may still be on the device."""

    __tablename__ = "incidents"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    visit_id: Mapped[str | None] = mapped_column(String(36))
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    injured: Mapped[bool]
    what: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text)
    photo_ids: Mapped[list[Any]]
    reported_by: Mapped[str] = mapped_column(String(36))
    happened_at: Mapped[datetime]
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12))
    note: Mapped[str | None] = mapped_column(Text)
    closed_by: Mapped[str | None] = mapped_column(String(36))
    closed_at: Mapped[datetime | None]
