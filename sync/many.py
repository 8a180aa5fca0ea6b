"""One statement for many rows, compiled once and handed to the driver without work for each row."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from sqlalchemy import Dialect, Executable
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler


@lru_cache(maxsize=100)
def _compiled(statement: Any, columns: tuple[str, ...], dialect: Dialect) -> SQLCompiler:
    return statement.compile(dialect=dialect, column_keys=columns)  # type: ignore[no-any-return]


def execute_many(session: Session, statement: Executable, rows: Sequence[Mapping[str, Any]]) -> None:
    """Execute the statement, which its module builds once, for each row. All rows have the same names.

    The values go to the driver as they are: texts, integers and ``None``.
    """
    connection = session.connection()
    compiled = _compiled(statement, tuple(rows[0]), connection.dialect)
    if compiled.positiontup is None:
        connection.exec_driver_sql(compiled.string, [dict(row) for row in rows])
    else:
        in_order = itemgetter(*compiled.positiontup)
        connection.exec_driver_sql(compiled.string, [in_order(row) for row in rows])
