"""Work that must happen: a row written in the transaction that causes it, drained by the worker."""

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, String, func, insert, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from server.tables.base import Base, new_id

PUSH = "push"
"""A message to one person: ``{user_id, topic, job_id, number}``; ``topic`` names its words in ``server/notify``."""

REPORT = "report"
"""The PDF of a seal: ``{seal_id}``; ``server/documents`` makes it."""

REMIND = "remind"
"""A look at an old part when it may be overdue: ``{old_part_id}``; ``server/notify`` tells who has it (OLD-4)."""


class WorkRow(Base):
    """One thing to do. A claim ends by itself at ``claimed_until``, so a worker that dies loses nothing."""

    __tablename__ = "work"
    __table_args__ = (Index("ix_work_waiting", "kind", "done_at", "due_at"),)

    id: Mapped[str] = mapped_column(String(36), primary_key=True)
    kind: Mapped[str] = mapped_column(String(40))
    payload: Mapped[dict[str, Any]]
    queued_at: Mapped[datetime]
    due_at: Mapped[datetime]
    claimed_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    done_at: Mapped[datetime | None]
    outcome: Mapped[str | None] = mapped_column(String(40))


WORK = Base.metadata.tables[WorkRow.__tablename__]


def work(kind: str, payload: Mapping[str, Any], due_at: datetime) -> dict[str, Any]:
    """Return a row of ``WORK`` for the transaction that causes it; the worker does it at ``due_at`` or soon after."""
    return {"id": new_id(due_at), "kind": kind, "payload": dict(payload), "queued_at": due_at, "due_at": due_at}


def enqueue(session: Session, kind: str, payload: Mapping[str, Any], due_at: datetime) -> str:
    """Add work to this transaction and return its id."""
    row = work(kind, payload, due_at)
    session.execute(insert(WORK), row)
    return str(row["id"])


def count_waiting(session: Session, kinds: Iterable[str]) -> dict[str, int]:
    """Return how much work of each of these kinds is not done yet."""
    waiting = select(WorkRow.kind, func.count()).where(WorkRow.done_at.is_(None)).group_by(WorkRow.kind)
    return dict.fromkeys(kinds, 0) | {row[0]: row[1] for row in session.execute(waiting)}


def claim(session: Session, now: datetime, *, kind: str, lease: timedelta, limit: int) -> list[WorkRow]:
    """Take due work that nobody holds, the oldest first; it is ours for ``lease`` after this transaction."""
    waiting = (
        select(WorkRow)
        .where(WorkRow.kind == kind, WorkRow.done_at.is_(None), WorkRow.due_at <= now)
        .where((WorkRow.claimed_until.is_(None)) | (WorkRow.claimed_until <= now))
        .order_by(WorkRow.due_at, WorkRow.id)
        .limit(limit)
        .with_for_update(skip_locked=True)
    )
    rows = list(session.scalars(waiting))
    for row in rows:
        row.claimed_until = now + lease
        row.attempts += 1
    return rows


def finish(session: Session, work_id: str, now: datetime, outcome: str) -> None:
    """Mark the work as done; ``outcome`` is a code for people who look into the table."""
    session.execute(update(WorkRow).where(WorkRow.id == work_id).values(done_at=now, outcome=outcome))


def postpone(session: Session, work_id: str, due_at: datetime, outcome: str) -> None:
    """Give the work back, to be tried again at ``due_at``."""
    values = {"due_at": due_at, "claimed_until": None, "outcome": outcome}
    session.execute(update(WorkRow).where(WorkRow.id == work_id).values(**values))
