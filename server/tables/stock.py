"""The ledger of parts: movements between locations, and what they add up to (PART-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base
from server.tables.loading import add, preload


class StockMovementRow(Base):
    """``quantity`` pieces leave ``from_location`` and arrive at ``to_location``; rows are added and never changed.

    A mutation books one set of numbered lines: the key makes a second set impossible. It has no other index: what is
    asked every day stands in the balances and trails, and ``audit`` reads it all.
    """

    __tablename__ = "stock_movements"

    mutation_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_location: Mapped[str] = mapped_column(String(60))
    to_location: Mapped[str] = mapped_column(String(60))
    part_id: Mapped[str] = mapped_column(String(36))
    quantity: Mapped[int]
    moved_at: Mapped[datetime]
    batch: Mapped[str | None] = mapped_column(String(60))


STOCK_MOVEMENTS = Base.metadata.tables[StockMovementRow.__tablename__]


class StockRow(Base):
    """What the movements of one part at one location add up to."""

    __tablename__ = "stock_balances"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    station_id: Mapped[str | None] = mapped_column(String(36), index=True)
    location: Mapped[str] = mapped_column(String(60), index=True)
    part_id: Mapped[str] = mapped_column(String(36), index=True)
    quantity: Mapped[int]


class StockTrailRow(Base):
    """The newest steps of the stock of the same id, the newest first; kept for vans and stores (PART-1)."""

    __tablename__ = "stock_trails"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36))
    location: Mapped[str] = mapped_column(String(60))
    part_id: Mapped[str] = mapped_column(String(36))
    steps: Mapped[list[Any]]


class StockBatchRow(Base):
    """What the movements that name a batch add up to in one van or store (PART-9).

    A swap names no batch: a van can hold less of a batch than stands here, and never more.
    """

    __tablename__ = "stock_batches"

    id: Mapped[str] = mapped_column(String(200), primary_key=True)
    station_id: Mapped[str] = mapped_column(String(36))
    location: Mapped[str] = mapped_column(String(60))
    part_id: Mapped[str] = mapped_column(String(36), index=True)
    batch: Mapped[str] = mapped_column(String(60))
    quantity: Mapped[int]


@dataclass(frozen=True, slots=True)
class Posting:
    """A change of one balance; ``quantity`` is negative where pieces leave."""

    location: str
    part_id: str
    quantity: int
    station_id: str | None

    @property
    def stock_id(self) -> str:
        return stock_id(self.location, self.part_id)


def stock_id(location: str, part_id: str) -> str:
    """Return the id of the balance of this part at this location."""
    return f"{location}:{part_id}"


def stock_batch_id(location: str, part_id: str, batch: str) -> str:
    """Return the id of the balance of this batch at this location."""
    return f"{location}:{part_id}:{batch}"


def post(session: Session, postings: Sequence[Posting]) -> dict[str, int]:
    """Add to the balances and return what they are now, by stock id.

    The rows stay locked until the transaction ends, so that two people who post at once lose nothing.
    """
    ids = [posting.stock_id for posting in postings]
    balances = {row.id: row for row in preload(session, StockRow, ids, lock=True)}
    for posting in postings:
        row = balances.get(posting.stock_id)
        if row is None:
            row = balances[posting.stock_id] = StockRow(
                id=posting.stock_id,
                station_id=posting.station_id,
                location=posting.location,
                part_id=posting.part_id,
                quantity=0,
            )
            add(session, row)
        row.quantity += posting.quantity
    return {row_id: row.quantity for row_id, row in balances.items()}
