"""The proof that a device holds what it must: a digest that both sides compute."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from sync.answers import ManifestAnswer
from sync.feed import Op
from sync.ports import Application
from sync.scope import Scope
from sync.tables import feed

_ROWS_AT_ONCE = 1000


def canonical(row: Mapping[str, Any]) -> str:
    """JSON with keys in code-point order, no spaces, nothing escaped that need not be; floats are not allowed."""
    return json.dumps(row, ensure_ascii=False, allow_nan=False, sort_keys=True, separators=(",", ":"))


def digest(rows: Iterable[tuple[str, str, Mapping[str, Any]]]) -> str:
    """SHA-256 over a line ``table TAB id TAB canonical(row) LF`` for each, ordered by table, then id, by code point."""
    total = hashlib.sha256()
    for table, row_id, row in sorted(rows, key=lambda one: one[:2]):
        total.update(f"{table}\t{row_id}\t{canonical(row)}\n".encode())
    return total.hexdigest()


def manifest(session: Session, application: Application, scope: Scope) -> ManifestAnswer:
    """All that the scope shows now."""
    query = (
        select(feed.c.table_name, feed.c.row_id)
        .where(
            feed.c.audience.in_(sorted(scope.audiences)),
            feed.c.op == Op.PUT.value,
            feed.c.table_name.in_(scope.tables),
        )
        .distinct()
    )
    by_table: dict[str, list[str]] = {}
    for table, row_id in session.execute(query):
        by_table.setdefault(table, []).append(row_id)
    rows = [
        (table, row_id, row)
        for table, ids in by_table.items()
        for start in range(0, len(ids), _ROWS_AT_ONCE)
        for row_id, row in application.rows(session, table, ids[start : start + _ROWS_AT_ONCE]).items()
    ]
    counts: dict[str, int] = {}
    for table, _, _ in rows:
        counts[table] = counts.get(table, 0) + 1
    return ManifestAnswer(scope.head.epoch, scope.head.position, digest(rows), dict(sorted(counts.items())))
