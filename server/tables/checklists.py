"""Checklists, each version a row of its own, and what a visit answered to them."""

from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class ChecklistRow(Base):
    """What is asked in one section of a visit to one kind of unit. A version is never changed once it is set."""

    __tablename__ = "checklists"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(24), index=True)
    section: Mapped[str] = mapped_column(String(12))
    version: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80))
    items: Mapped[list[Any]]
    set_at: Mapped[datetime]


class VisitChecklistRow(Base):
    """What one visit answered; its id is the visit's.

    Each section holds ``{checklist_id, answers}`` and stays with the version that its first answer named. ``written``
    says who wrote each ``section.item`` last and when.
    """

    __tablename__ = "visit_checklists"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    job_id: Mapped[str] = mapped_column(String(36), index=True)
    station_id: Mapped[str] = mapped_column(String(36))
    listen: Mapped[dict[str, Any]]
    look: Mapped[dict[str, Any]]
    check: Mapped[dict[str, Any]]
    handle: Mapped[dict[str, Any]]
    written: Mapped[dict[str, Any]]
