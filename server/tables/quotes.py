"""Quotes for paid service, and the money that came for them (JOB-5)."""

from datetime import datetime
from typing import Any

from sqlalchemy import BigInteger, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class QuoteRow(Base):
    """A job has one quote, under the job's own id; money is in minor units of ``currency``.

    ``lines`` copies each part's number, names and list price as they were: a price that changes later changes no quote.
    """

    __tablename__ = "quotes"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), unique=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    revision: Mapped[int]
    state: Mapped[str] = mapped_column(String(12))
    currency: Mapped[str] = mapped_column(String(3))
    lines: Mapped[list[Any]]
    percent: Mapped[int]
    labour_min: Mapped[int]
    labour_minor: Mapped[int] = mapped_column(BigInteger)
    total_minor: Mapped[int] = mapped_column(BigInteger)
    note: Mapped[str | None] = mapped_column(Text)
    proposed_by: Mapped[str] = mapped_column(String(36))
    proposed_at: Mapped[datetime]
    decided_by: Mapped[str | None] = mapped_column(String(36))
    decided_at: Mapped[datetime | None]
    refused_reason: Mapped[str | None] = mapped_column(Text)


class PaymentRow(Base):
    """Money for a job: confirmed on the account, or collected on site and handed in later."""

    __tablename__ = "payments"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36), index=True)
    state: Mapped[str] = mapped_column(String(12))
    amount_minor: Mapped[int] = mapped_column(BigInteger)
    currency: Mapped[str] = mapped_column(String(3))
    method: Mapped[str] = mapped_column(String(12))
    reference: Mapped[str | None] = mapped_column(String(120))
    taken_by: Mapped[str] = mapped_column(String(36))
    taken_at: Mapped[datetime]
    handed_in_to: Mapped[str | None] = mapped_column(String(36))
    handed_in_at: Mapped[datetime | None]
