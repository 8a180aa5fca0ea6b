"""Stations and the people who work for them."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class StationRow(Base):
    """A service station with stock accounts of its own; ``code`` begins its human numbers (``NB-2611-0342``).

    Its working hours are those of ``time_zone``; without one, of China.
    """

    __tablename__ = "stations"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str] = mapped_column(String(8), unique=True)
    name: Mapped[str] = mapped_column(String(100))
    name_en: Mapped[str] = mapped_column(String(100))
    city: Mapped[str] = mapped_column(String(100))
    time_zone: Mapped[str | None] = mapped_column(String(40))


class PersonRow(Base):
    """A person with an account; without a station they work for the head office."""

    __tablename__ = "people"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    login: Mapped[str] = mapped_column(String(64), unique=True)
    password_hash: Mapped[str] = mapped_column(String(200))
    name: Mapped[str] = mapped_column(String(100))
    roles: Mapped[list[Any]]
    station_id: Mapped[str | None] = mapped_column(ForeignKey(StationRow.id), index=True)
    phone: Mapped[str | None] = mapped_column(String(40))
    language: Mapped[str] = mapped_column(String(8), default="zh")
    active: Mapped[bool] = mapped_column(default=True)
    created_at: Mapped[datetime]
