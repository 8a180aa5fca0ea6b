"""The catalogue of parts."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from server.tables.base import Base


class PartRow(Base):
    """One kind of part. The list price is in minor units of ``currency``."""

    __tablename__ = "parts"

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    part_no: Mapped[str] = mapped_column(String(40), index=True)
    name: Mapped[str] = mapped_column(String(120))
    name_en: Mapped[str] = mapped_column(String(120))
    unit: Mapped[str] = mapped_column(String(12))
    serialised: Mapped[bool]
    list_price_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    on_hold: Mapped[bool] = mapped_column(default=False)
