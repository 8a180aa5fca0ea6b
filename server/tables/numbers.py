"""Human numbers, counted by the server."""

from sqlalchemy import String
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base


class NumberRow(Base):
    """The last number given out under ``series``, for example ``NB-2611``."""

    __tablename__ = "numbers"

    series: Mapped[str] = mapped_column(String(24), primary_key=True)
    last: Mapped[int]


def next_number(session: Session, series: str) -> str:
    """Return ``series`` with its next number; one statement, so that two who ask at once get two numbers."""
    dialect = session.get_bind().dialect.name
    insert = postgresql.insert if dialect == "postgresql" else sqlite.insert
    statement = (
        insert(NumberRow)
        .values(series=series, last=1)
        .on_conflict_do_update(index_elements=["series"], set_={"last": NumberRow.last + 1})
        .returning(NumberRow.last)
    )
    return f"{series}-{session.execute(statement).scalar_one():04d}"
