"""The ledger of parts: movements between locations, and what they add up to (PART-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base


class StockMovementRow(Base):
    """``quantity`` pieces leave ``from_location`` and arrive at ``to_location``; rows are added and never changed.

    A mutation books one set of numbered lines: the key makes a second set impossible.
    """

    __tablename__ = "stock_movements"

    mutation_id: Mapped[str] = mapped_column(String(36), primary_key=True)
    line: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    from_location: Mapped[str] = mapped_column(String(60), index=True)
    to_location: Mapped[str] = mapped_column(String(60), index=True)
    part_id: Mapped[str] = mapped_column(String(36), index=True)
    quantity: Mapped[int]
    moved_at: Mapped[datetime]


class StockRow(Base):
    """What the movements of one part at one location add up to."""

    __tablename__ = "stock_balances"

    id: Mapped[str] = mapped_column(String(120), primary_key=True)
    station_id: Mapped[str | None] = mapped_column(String(36), index=True)
    location: Mapped[str] = mapped_column(String(60), index=True)
    part_id: Mapped[str] = mapped_column(String(36), index=True)
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
        return f"{self.location}:{self.part_id}"


def post(session: Session, postings: Sequence[Posting]) -> dict[str, int]:
    """Add to the balances in one statement and return what they are now, by stock id.

    The database adds, so that two people who post at once lose nothing. Rows are locked in the order of their ids.
    """
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    added = insert(StockRow).values(
        [
            {
                "id": posting.stock_id,
                "station_id": posting.station_id,
                "location": posting.location,
                "part_id": posting.part_id,
                "quantity": posting.quantity,
            }
            for posting in sorted(postings, key=lambda posting: posting.stock_id)
        ]
    )
    statement = added.on_conflict_do_update(
        index_elements=["id"], set_={"quantity": StockRow.quantity + added.excluded.quantity}
    ).returning(StockRow.id, StockRow.quantity)
    return {row.id: row.quantity for row in session.execute(statement)}
