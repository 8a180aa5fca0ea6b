"""Rows of one transaction, each read from the database at most once, and found again without another statement."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Protocol, TypeVar

from sqlalchemy import CompoundSelect, Select, literal, select, union_all
from sqlalchemy.orm import Session, SessionTransaction, object_session

from sync.one_of import one_of


class Identified(Protocol):
    """A row with an id of its own."""

    id: Any


R = TypeVar("R", bound=Identified)

_KEPT = "rows of this transaction"


@dataclass
class _Kept:
    """Holds rows strongly, because a session forgets what nobody holds.

    ``rows`` has ``None`` for an id that is known to be absent. ``read`` names the (class, column, value) of which every
    stored row is here; what this transaction adds or changes is here anyway.
    """

    transaction: SessionTransaction
    rows: dict[type[Any], dict[str, Any]] = field(default_factory=dict)
    read: set[tuple[type[Any], str, Any]] = field(default_factory=set)


@cache
def _select(row_class: type[Any], column: str, *, lock: bool) -> Select[Any]:
    """Build each statement once: that costs more than running it."""
    statement = select(row_class).where(one_of(getattr(row_class, column), "values")).order_by(row_class.id)
    return statement.with_for_update() if lock else statement


def _kept(session: Session) -> _Kept:
    transaction = session.get_transaction() or session.begin()
    kept: _Kept | None = session.info.get(_KEPT)
    if kept is None or kept.transaction is not transaction:
        kept = session.info[_KEPT] = _Kept(transaction)
    return kept


def preload(session: Session, row_class: type[R], ids: Iterable[str], *, lock: bool) -> list[R]:
    """Bring these rows into the session with one statement, unless they are there; return those that exist.

    With ``lock`` PostgreSQL keeps others from changing them until the transaction ends, in the order of their ids.
    """
    rows = _kept(session).rows.setdefault(row_class, {})
    wanted = sorted(set(ids))
    missing = [row_id for row_id in wanted if row_id not in rows]
    if missing:
        statement = _select(row_class, "id", lock=lock)
        with session.no_autoflush:
            found = {row.id: row for row in session.scalars(statement, {"values": missing})}
        rows.update({row_id: found.get(row_id) for row_id in missing})
    return [row for row_id in wanted if (row := rows[row_id]) is not None and _is_here(session, row)]


def note_absent(session: Session, ids: Mapping[type[Any], Iterable[str]]) -> None:
    """Learn with one statement which of these ids no table has yet, so that ``preload`` asks only for the others."""
    rows = _kept(session).rows
    asked = {row_class: sorted(set(wanted) - rows.get(row_class, {}).keys()) for row_class, wanted in ids.items()}
    row_classes = tuple(row_class for row_class, wanted in asked.items() if wanted)
    if not row_classes:
        return
    values = {row_class.__tablename__: asked[row_class] for row_class in row_classes}
    found: Iterable[Any] = session.connection().execute(_which_exist(row_classes), values)
    here = {(table, row_id) for table, row_id in found}
    for row_class in row_classes:
        absent = (row_id for row_id in asked[row_class] if (row_class.__tablename__, row_id) not in here)
        rows.setdefault(row_class, {}).update(dict.fromkeys(absent))


@cache
def _which_exist(row_classes: tuple[type[Any], ...]) -> CompoundSelect[Any]:
    return union_all(
        *(
            select(literal(row_class.__tablename__), row_class.id).where(one_of(row_class.id, row_class.__tablename__))
            for row_class in row_classes
        )
    )


def load(session: Session, row_class: type[R], row_id: str) -> R | None:
    """Return the row, saved or about to be, or nothing when there is none."""
    rows = _kept(session).rows.setdefault(row_class, {})
    if row_id not in rows:
        with session.no_autoflush:
            rows[row_id] = session.get(row_class, row_id)
    row: R | None = rows[row_id]
    return row if row is None or _is_here(session, row) else None


def preload_matching(session: Session, row_class: type[R], column: str, values: Iterable[Any]) -> None:
    """Bring every row whose ``column`` has one of these values into the session with one statement."""
    kept = _kept(session)
    missing = sorted({value for value in values if (row_class, column, value) not in kept.read})
    if not missing:
        return
    rows = kept.rows.setdefault(row_class, {})
    with session.no_autoflush:
        for row in session.scalars(_select(row_class, column, lock=False), {"values": missing}):
            rows[row.id] = row
    kept.read.update((row_class, column, value) for value in missing)


def matching(session: Session, row_class: type[R], column: str, value: Any) -> list[R]:
    """Return every row whose ``column`` has this value now, in the order of their ids."""
    preload_matching(session, row_class, column, [value])
    rows = _kept(session).rows.get(row_class, {})
    found = [row for row in rows.values() if row is not None and getattr(row, column) == value]
    return sorted((row for row in found if _is_here(session, row)), key=lambda row: str(row.id))


def add(session: Session, row: Identified) -> None:
    """Save a new row at the next flush; ``load`` and ``matching`` find it from now on."""
    session.add(row)
    _kept(session).rows.setdefault(type(row), {})[row.id] = row


def _is_here(session: Session, row: Any) -> bool:
    """A savepoint that was rolled back took its new rows with it."""
    return object_session(row) is session
