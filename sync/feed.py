"""The feed: the newest change of each row for each audience, numbered by one head row that is locked last."""

import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import NamedTuple

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.orm import Session

from sync.many import execute_many
from sync.one_of import one_of
from sync.tables import feed, head
from sync.transactions import dialect
from sync.upsert import upsert

GRANT_TABLE = "$grant"
VERDICT_TABLE = "$verdict"

# The device id of the server's own mutations; nobody pulls as the server.
SERVER = "server"

# Each life of the server begins at a position of its own that follows from the time, so that a position which a device
# saw in the time that a restore took back is not given again, even if the same backup is restored twice. JavaScript
# counts exactly up to the year 2160.
_FIRST_LIFE = datetime(2020, 1, 1, tzinfo=UTC)
_BETWEEN_LIVES = timedelta(seconds=10)
_LIFE = 20_000_000

_READ_HEAD = select(head.c.position, head.c.epoch)
_MOVE_HEAD = update(head).values(position=head.c.position + bindparam("count")).returning(head.c.position)


_ENDLESS = 2**63 - 1


class Op(StrEnum):
    """What the feed says of a row; in ``$grant`` the row is a lane, in ``$verdict`` an inbox number."""

    PUT = "put"
    DEL = "del"
    GRANT = "grant"
    REVOKE = "revoke"
    VERDICT = "verdict"


_SHOWN = select(feed.c.table_name, feed.c.row_id, feed.c.audience).where(
    one_of(feed.c.row_id, "row_ids"), feed.c.op == Op.PUT.value, feed.c.position <= bindparam("up_to")
)


class Entry(NamedTuple):
    """What one feed row is about."""

    table: str
    row_id: str
    audience: str


@dataclass(frozen=True, slots=True)
class Head:
    """The newest position, and which life of the server this is."""

    position: int
    epoch: str


def read_head(session: Session) -> Head:
    """The head as this transaction sees it."""
    row = session.execute(_READ_HEAD).one()
    return Head(row.position, row.epoch)


def create_head(session: Session) -> None:
    """Begin the first life, unless it has begun."""
    if session.execute(select(head.c.id)).first() is None:
        session.execute(insert(head).values(id=1, position=0, epoch=_new_epoch()))


def raise_epoch(session: Session, now: datetime) -> str:
    """Begin a new life of the server."""
    epoch = _new_epoch()
    life = max(life_of(read_head(session).position) + 1, (now - _FIRST_LIFE) // _BETWEEN_LIVES)
    position = life * _LIFE
    session.execute(update(head).values(epoch=epoch, position=position))
    return epoch


def life_of(position: int) -> int:
    """In which life of the server the position was given; a later one has a greater number."""
    return position // _LIFE


def write_feed(session: Session, changes: Mapping[Entry, Op]) -> dict[Entry, int]:
    """Number the changes and store them; takes the lock on the head row, so it comes last in its transaction.

    Locked any earlier, it would make writers wait for each other; not locked, a cursor could pass a position whose
    transaction commits later.
    """
    if not changes:
        return {}
    newest = session.connection().scalars(_MOVE_HEAD, {"count": len(changes)}).one()
    positions = {entry: newest - len(changes) + place for place, entry in enumerate(changes, start=1)}
    execute_many(
        session,
        upsert(dialect(session), feed, ("row_id", "table_name", "audience"), ("position", "op")),
        [
            {
                "row_id": entry.row_id,
                "table_name": entry.table,
                "audience": entry.audience,
                "position": positions[entry],
                "op": op.value,
            }
            for entry, op in changes.items()
        ],
    )
    return positions


def shown_to(
    session: Session, row_ids: Iterable[str], audiences: frozenset[str], *, up_to: int | None = None
) -> set[tuple[str, str]]:
    """The (table, id) among these ids that one of the audiences shows, since ``up_to`` or earlier if it is given."""
    values = {"row_ids": sorted(set(row_ids)), "up_to": _ENDLESS if up_to is None else up_to}
    found = session.connection().execute(_SHOWN, values)
    return {(table, row_id) for table, row_id, audience in found if audience in audiences}


def _new_epoch() -> str:
    return f"e-{uuid.uuid4().hex[:12]}"
