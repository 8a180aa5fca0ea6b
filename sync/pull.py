"""What changed for one person since a cursor, at the cost of what changed for them."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from sync.answers import Reset
from sync.back_fill import fill_back
from sync.cursor import BackFill, Cursor, decode, standing_of
from sync.feed import GRANT_TABLE, VERDICT_TABLE, Op, shown_to
from sync.grants import revocations
from sync.one_of import one_of
from sync.page import Key, Page
from sync.ports import Application
from sync.scope import Scope
from sync.tables import feed

# Built once: making a statement costs more than running it.
# Gathered before it is grouped: with statistics, SQLite would read the whole feed in the order of the groups.
_SINCE = (
    select(feed)
    .where(
        one_of(feed.c.audience, "audiences"),
        feed.c.position > bindparam("since"),
        one_of(feed.c.table_name, "tables"),
    )
    .cte("since")
    .prefix_with("MATERIALIZED")
)
_NEWEST = func.max(_SINCE.c.position)
_CHANGES = (
    select(_SINCE.c.table_name, _SINCE.c.row_id, func.max(_SINCE.c.op).label("op"), _NEWEST.label("position"))
    .group_by(_SINCE.c.table_name, _SINCE.c.row_id)
    .order_by(_NEWEST)
    .limit(bindparam("most"))
)


def open_cursor(text: str | None, scope: Scope) -> Cursor:
    """The device's cursor, or a first one; with a back-fill for tables that the device has learnt since.

    Raises ``Reset`` if what the device holds can't be brought up to date step by step.
    """
    standing = standing_of(scope.standing)
    if text is None:
        return Cursor(scope.head.epoch, scope.head.position, scope.tables, standing, BackFill(scope.tables, whole=True))
    cursor = decode(text)
    if cursor.epoch != scope.head.epoch:
        raise Reset("epoch")
    if cursor.standing != standing:
        raise Reset("standing")
    if cursor.position > scope.head.position:
        raise Reset("cursor")
    new = set(scope.tables) - set(cursor.tables)
    if new:
        unfinished = cursor.back_fill or BackFill((), whole=False)
        tables = tuple(sorted(new | set(unfinished.tables) & set(scope.tables)))
        return replace(cursor, tables=scope.tables, back_fill=BackFill(tables, whole=unfinished.whole))
    return replace(cursor, tables=scope.tables)


def advance(
    session: Session, application: Application, scope: Scope, cursor: Cursor, limit: int
) -> tuple[Cursor, bool, Sequence[dict[str, Any]]]:
    """The next page: first what the back-fill still lacks, then what changed; whether there is more; the changes."""
    page = Page(session, application, scope.tables)
    room = limit
    if cursor.back_fill is not None:
        cursor, room = fill_back(session, page, scope, cursor, room)
        if cursor.back_fill is not None:
            return cursor, True, page.changes()
    if cursor.position == scope.head.position:
        return cursor, False, page.changes()
    if room == 0:
        return cursor, True, page.changes()
    position = _bring_changes(session, page, scope, cursor, room)
    return replace(cursor, position=position), position < scope.head.position, page.changes()


def _bring_changes(session: Session, page: Page, scope: Scope, cursor: Cursor, limit: int) -> int:
    """Fill the page with the next changes; answers the position up to which the device then holds everything."""
    values = {
        "audiences": sorted(scope.audiences),
        "since": cursor.position,
        "tables": [*scope.tables, GRANT_TABLE, VERDICT_TABLE],
        "most": limit + 1,
    }
    found = session.connection().execute(_CHANGES, values).all()
    entries = found[:limit]
    _tell_lanes(session, page, scope, [entry for entry in entries if entry.table_name == GRANT_TABLE])
    gone: list[Key] = []
    for entry in entries:
        if entry.op == Op.VERDICT:
            page.verdict(int(entry.row_id))
        elif entry.op == Op.PUT:
            page.put((entry.table_name, entry.row_id))
        elif entry.op == Op.DEL:
            gone.append((entry.table_name, entry.row_id))
    _take_away(session, page, scope, gone)
    return int(entries[-1].position) if len(found) > limit else scope.head.position


def _tell_lanes(session: Session, page: Page, scope: Scope, entries: Collection[Row[*tuple[Any, ...]]]) -> None:
    """A granted lane comes with all its rows; of a revoked one go the rows that nothing else shows."""
    if not entries:
        return
    revoked = [entry.row_id for entry in entries if entry.op == Op.REVOKE]
    reasons = revocations(session, scope.user_id, revoked) if revoked else {}
    for entry in entries:
        if entry.op == Op.GRANT:
            page.grant(entry.row_id, page.rows_shown_by(entry.row_id))
    for lane in revoked:
        page.revoke(lane, reasons[lane])
        # Not only what it shows now: a row may have gone from the lane after the person lost it.
        _take_away(session, page, scope, page.rows_shown_by(lane, ever=True))


def _take_away(session: Session, page: Page, scope: Scope, keys: Collection[Key]) -> None:
    """Delete these rows from the device, unless another of the person's audiences shows them."""
    if not keys:
        return
    shown = shown_to(session, [row_id for _, row_id in keys], scope.audiences)
    for key in keys:
        if key not in shown:
            page.delete(key)
