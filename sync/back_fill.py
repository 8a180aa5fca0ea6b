"""What a device lacks that is as old as its cursor: everything at first, later the tables that it has learnt."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from sync.cursor import BackFill, Cursor
from sync.feed import VERDICT_TABLE, Op, shown_to
from sync.one_of import one_of
from sync.page import Key, Page
from sync.scope import Scope
from sync.tables import feed

# Built once: making a statement costs more than running it.
_OLDER = (
    select(feed.c.table_name, feed.c.row_id, feed.c.position)
    .where(
        feed.c.audience == bindparam("of_audience"),
        feed.c.position <= bindparam("newest"),
        one_of(feed.c.table_name, "tables"),
        feed.c.op.in_([Op.PUT.value, Op.VERDICT.value]),
    )
    .order_by(feed.c.position.desc())
    .limit(bindparam("most"))
)

Entries = Sequence[Row[*tuple[Any, ...]]]


def fill_back(session: Session, page: Page, scope: Scope, cursor: Cursor, room: int) -> tuple[Cursor, int]:
    """Fill the page, nearest audience and newest row first; answers how far that came and the room that is left.

    What changes meanwhile gets a position above the cursor's and follows with the changes.
    """
    progress = cursor.back_fill
    if progress is None:
        return cursor, room
    audiences = scope.nearest_first
    # A lane that was revoked meanwhile is not in the list: the rest is loaded again rather than missed.
    resumed = progress.audience in audiences
    start = audiences.index(progress.audience) if progress.audience in audiences else 0
    for place, audience in enumerate(audiences[start:], start=start):
        if scope.lanes.get(audience, 0) > cursor.position:
            continue  # granted meanwhile: the grant brings it
        before = progress.before if resumed and audience == progress.audience else None
        entries = _older(session, audience, cursor.position if before is None else before - 1, progress, room)
        keys = _not_brought_before(session, entries, frozenset(audiences[:place]), cursor.position)
        if audience in scope.lanes and progress.whole and before is None:
            page.grant(audience, keys)
        else:
            for key in keys:
                page.put(key)
        for entry in entries:
            if entry.table_name == VERDICT_TABLE:
                page.verdict(int(entry.row_id))
        room -= len(entries)
        if room == 0:
            progress = replace(progress, audience=audience, before=int(entries[-1].position))
            return replace(cursor, back_fill=progress), 0
    return replace(cursor, back_fill=None), room


def _older(session: Session, audience: str, newest: int, progress: BackFill, limit: int) -> Entries:
    tables = [*progress.tables, VERDICT_TABLE] if progress.whole else progress.tables
    values = {"of_audience": audience, "newest": newest, "tables": tables, "most": limit}
    return session.connection().execute(_OLDER, values).all()


def _not_brought_before(session: Session, entries: Entries, earlier: frozenset[str], position: int) -> list[Key]:
    """The rows among these that the audiences loaded before did not bring."""
    keys = [(entry.table_name, entry.row_id) for entry in entries if entry.table_name != VERDICT_TABLE]
    if not keys or not earlier:
        return keys
    brought = shown_to(session, [row_id for _, row_id in keys], earlier, up_to=position)
    return [key for key in keys if key not in brought]
