"""Rows of one transaction, each read from the database at most once."""

from collections.abc import Iterable
from typing import Any, Protocol, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session, SessionTransaction, object_session


class Identified(Protocol):
    """A row with an id of its own."""

    id: Any


R = TypeVar("R", bound=Identified)

_KEPT = "rows of this transaction"


def _kept(session: Session) -> dict[tuple[type[Any], str], Any]:
    """Hold the rows strongly, because a session forgets what nobody holds; ``None`` is known to be absent."""
    transaction = session.get_transaction()
    held: tuple[SessionTransaction | None, dict[tuple[type[Any], str], Any]] | None = session.info.get(_KEPT)
    if held is None or held[0] is not transaction:
        held = session.info[_KEPT] = (transaction, {})
    return held[1]


def preload(session: Session, row_class: type[R], ids: Iterable[str], *, lock: bool) -> None:
    """Bring these rows into the session with one statement.

    With ``lock`` PostgreSQL keeps others from changing them until the transaction ends, in the order of their ids.
    """
    wanted = sorted(set(ids))
    statement = select(row_class).where(row_class.id.in_(wanted)).order_by(row_class.id)
    if lock:
        statement = statement.with_for_update()
    found = {row.id: row for row in session.scalars(statement)}
    kept = _kept(session)
    for row_id in wanted:
        kept[row_class, row_id] = found.get(row_id)


def load(session: Session, row_class: type[R], row_id: str) -> R | None:
    """Return the row, saved or about to be, or nothing when there is none."""
    kept = _kept(session)
    key = (row_class, row_id)
    if key not in kept:
        kept[key] = session.get(row_class, row_id)
    row: R | None = kept[key]
    if row is not None and object_session(row) is not session:
        # A savepoint that was rolled back took the new row with it.
        return None
    return row


def add(session: Session, row: Identified) -> None:
    """Save a new row at the next flush; ``load`` finds it from now on."""
    session.add(row)
    _kept(session)[type(row), str(row.id)] = row
