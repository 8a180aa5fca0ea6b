"""INSERT ... ON CONFLICT, which both databases understand and SQLAlchemy spells twice."""

from collections.abc import Sequence

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from sync.transactions import dialect


def upsert(
    session: Session, table: Table, *, keys: Sequence[str], changes: Sequence[str]
) -> sqlite.Insert | postgresql.Insert:
    """An insert which, where ``keys`` are taken, sets ``changes`` of the row that has them."""
    statement = sqlite.insert(table) if dialect(session) == "sqlite" else postgresql.insert(table)
    return statement.on_conflict_do_update(
        index_elements=keys, set_={column: statement.excluded[column] for column in changes}
    )
