"""The fault catalogue that a technician names a cause from (VIS-3)."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class FaultRow(Base):
    """One known fault and the class that picks its deadline."""

    __tablename__ = "faults"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    code: Mapped[str] = mapped_column(String(24))
    name: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    fault_class: Mapped[str] = mapped_column(String(24))
