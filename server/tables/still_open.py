"""Indexes of what is still open: they stay small however long the history of what was closed becomes."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import ColumnElement, Index, SQLColumnExpression, String, bindparam, column


def is_one_of(state: SQLColumnExpression[Any], states: Collection[str]) -> ColumnElement[bool]:
    """Ask for these states in the statement's own text: SQLite takes such an index only for the words it was made with.

    Bound values, and statistics by which nearly every row is open or closed, would make it read the whole history.
    """
    first, *others = sorted(map(str, states))
    if not others:
        return state == bindparam(None, first, String, literal_execute=True)
    return state.in_(bindparam(None, [first, *others], String, expanding=True, literal_execute=True))


def index_of_open(name: str, states: Collection[str]) -> Index:
    """Return an index, by station, of the rows in these states.

    The state stands in it as well: an SQLite without statistics takes the index that fits most of what is asked.
    """
    where = is_one_of(column("state"), states)
    return Index(name, "station_id", "state", sqlite_where=where, postgresql_where=where)
