"""INSERT ... ON CONFLICT, which both databases understand and SQLAlchemy spells twice."""

from functools import cache

from sqlalchemy import Table
from sqlalchemy.dialects import postgresql, sqlite


@cache
def upsert(
    dialect: str, table: Table, keys: tuple[str, ...], changes: tuple[str, ...]
) -> sqlite.Insert | postgresql.Insert:
    """An insert which, where ``keys`` are taken, sets ``changes`` of the row that has them."""
    statement = sqlite.insert(table) if dialect == "sqlite" else postgresql.insert(table)
    return statement.on_conflict_do_update(
        index_elements=keys, set_={column: statement.excluded[column] for column in changes}
    )
