"""Human numbers, counted by the server."""

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base
from server.tables.loading import add, preload


class NumberRow(Base):
    """The last number given out in a series, for example ``NB-2611``; the series is the id."""

    __tablename__ = "numbers"

    id: Mapped[str] = mapped_column("series", String(24), primary_key=True)
    last: Mapped[int]


def next_number(session: Session, series: str) -> str:
    """Return ``series`` with its next number; the series stays locked until the transaction ends."""
    return f"{series}-{reserve(session, series, 1):04d}"


def reserve(session: Session, series: str, count: int) -> int:
    """Return the first of ``count`` numbers in a row; the series stays locked until the transaction ends."""
    found = preload(session, NumberRow, [series], lock=True)
    row = found[0] if found else NumberRow(id=series, last=0)
    if not found:
        add(session, row)
    row.last += count
    return row.last - count + 1
