"""SLA profiles: what is promised to which jobs (JOB-3)."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class SlaProfileRow(Base):
    """``None`` asks nothing of a job; ``terms`` is a list of ``{"promise", "amount", "unit", "starts"}``."""

    __tablename__ = "sla_profiles"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    revision: Mapped[int]
    name: Mapped[str] = mapped_column(String(80))
    name_en: Mapped[str] = mapped_column(String(80))
    active: Mapped[bool]
    fault_class: Mapped[str | None] = mapped_column(String(24))
    urgency: Mapped[str | None] = mapped_column(String(12))
    equipment_kind: Mapped[str | None] = mapped_column(String(24))
    contract: Mapped[str | None] = mapped_column(String(24))
    repair_size: Mapped[str | None] = mapped_column(String(12))
    supplier_involved: Mapped[bool | None]
    min_km: Mapped[int | None]
    max_km: Mapped[int | None]
    terms: Mapped[list[Any]]
