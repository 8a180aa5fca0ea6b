"""Presets that a manager has changed; what is not here is as the house began."""

from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base, JsonColumn


class PresetRow(Base):
    """One preset by its name."""

    __tablename__ = "presets"

    id: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[Any] = mapped_column(JsonColumn)
