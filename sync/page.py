"""The changes of one pull answer: rows are read set by set and put in order at the end."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from sync.feed import Op
from sync.ports import Application
from sync.tables import feed, inbox, verdicts
from sync.waiting import read_detail

# Built once: making a statement costs more than running it.
_VERDICTS = (
    select(inbox.c.stream, inbox.c.seq, inbox.c.mutation_id, verdicts)
    .join_from(inbox, verdicts, verdicts.c.number == inbox.c.number)
    .where(verdicts.c.number.in_(bindparam("numbers", expanding=True)))
)

# A row's (table, id).
Key = tuple[str, str]


class Page:
    """Collects what a device is to be told, each row once; ``changes`` reads the rows and answers the wire form."""

    def __init__(self, session: Session, application: Application, tables: Iterable[str]) -> None:
        self._session = session
        self._application = application
        self._tables = frozenset(tables)
        self._items: list[tuple[Op, Any]] = []
        self._rows: dict[Key, bool] = {}
        self._verdicts: list[int] = []

    def put(self, key: Key) -> None:
        if key not in self._rows:
            self._rows[key] = True
            self._items.append((Op.PUT, key))

    def delete(self, key: Key) -> None:
        if key not in self._rows:
            self._rows[key] = False
            self._items.append((Op.DEL, key))

    def grant(self, lane: str, keys: Iterable[Key]) -> None:
        """The lane with these of its rows; a row that stands in the page already is not repeated."""
        fresh = [key for key in keys if not self._rows.get(key)]
        self._rows.update(dict.fromkeys(fresh, True))
        self._items.append((Op.GRANT, (lane, fresh)))

    def revoke(self, lane: str, reason: str) -> None:
        self._items.append((Op.REVOKE, (lane, reason)))

    def verdict(self, number: int) -> None:
        self._verdicts.append(number)
        self._items.append((Op.VERDICT, number))

    def changes(self) -> list[dict[str, Any]]:
        rows = self._read_rows()
        told = self._read_verdicts()
        changes: list[dict[str, Any]] = []
        for op, subject in self._items:
            if op is Op.PUT:
                changes.append(_put(subject, rows.get(subject)))
            elif op is Op.DEL:
                changes.append(_put(subject, None))
            elif op is Op.GRANT:
                lane, keys = subject
                snapshot = [
                    {"table": table, "id": row_id, "row": rows[table, row_id]}
                    for table, row_id in keys
                    if (table, row_id) in rows
                ]
                changes.append({"op": op.value, "lane": lane, "snapshot": snapshot})
            elif op is Op.REVOKE:
                lane, reason = subject
                changes.append({"op": op.value, "lane": lane, "reason": reason})
            elif subject in told:
                changes.append(told[subject])
        return changes

    def _read_rows(self) -> dict[Key, Mapping[str, Any]]:
        by_table: dict[str, list[str]] = {}
        for (table, row_id), is_put in self._rows.items():
            if is_put:
                by_table.setdefault(table, []).append(row_id)
        return {
            (table, row_id): row
            for table, ids in by_table.items()
            for row_id, row in self._application.rows(self._session, table, ids).items()
        }

    def _read_verdicts(self) -> dict[int, dict[str, Any]]:
        if not self._verdicts:
            return {}
        return {
            row.number: {
                "op": Op.VERDICT.value,
                "stream": row.stream,
                "seq": row.seq,
                "mutation_id": row.mutation_id,
                "verdict": row.verdict,
                "code": row.code,
                "detail": read_detail(row.detail),
            }
            for row in self._session.connection().execute(_VERDICTS, {"numbers": self._verdicts})
        }

    def rows_shown_by(self, lane: str, *, ever: bool = False) -> list[Key]:
        """The rows that the lane shows, or ever showed, in order of their last change."""
        query = (
            select(feed.c.table_name, feed.c.row_id)
            .where(feed.c.audience == lane, feed.c.table_name.in_(self._tables))
            .order_by(feed.c.position)
        )
        if not ever:
            query = query.where(feed.c.op == Op.PUT.value)
        return [(row.table_name, row.row_id) for row in self._session.execute(query)]


def _put(key: Key, row: Mapping[str, Any] | None) -> dict[str, Any]:
    """A row that the application no longer has is as good as deleted."""
    table, row_id = key
    if row is None:
        return {"op": Op.DEL.value, "table": table, "id": row_id}
    return {"op": Op.PUT.value, "table": table, "id": row_id, "row": row}
