"""Work that must happen: a row written with its cause, claimed under a lease, gone when it is done."""

import secrets
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.orm import Session

from media.engine import Media
from media.tables import TaskRow

LEASE = timedelta(minutes=2)
LONGEST_WAIT = timedelta(hours=1)


class Kind(StrEnum):
    """The subject of ``verify`` and ``render`` is an upload; ``parts`` and ``clear`` remove files of a folder."""

    VERIFY = "verify"
    RENDER = "render"
    PARTS = "parts"
    CLEAR = "clear"


@dataclass(frozen=True, slots=True)
class Task:
    """A claimed task: ``claim`` proves that the lease is still ours."""

    kind: Kind
    subject: str
    attempts: int
    claim: str


def queue(media: Media, session: Session, kind: Kind, subject: str, *, wait: timedelta = timedelta()) -> None:
    """Note the work in the transaction that makes it necessary; ``wait`` leaves it to the caller for that long."""
    if session.get(TaskRow, (kind, subject)) is None:
        session.add(TaskRow(kind=kind, subject=subject, due_at=media.now() + wait))


def claim(media: Media) -> Task | None:
    """Take the task that is due longest; nobody else gets it during the lease."""
    now = media.now()
    query = select(TaskRow).where(TaskRow.due_at <= now).order_by(TaskRow.due_at).limit(1)
    with media.sessions.begin() as session:
        row = session.scalars(query.with_for_update(skip_locked=True)).first()
        if row is None:
            return None
        row.due_at = now + LEASE
        row.attempts += 1
        row.claim = secrets.token_hex(16)
        return Task(Kind(row.kind), row.subject, row.attempts, row.claim)


def finish(media: Media, task: Task) -> None:
    """Forget the task, unless its lease ran out and somebody else has it now."""
    with media.sessions.begin() as session:
        session.execute(delete(TaskRow).where(_ours(task)))


def try_later(media: Media, task: Task) -> None:
    """Give the task back; each failure doubles the wait, up to an hour."""
    wait = min(timedelta(seconds=2 ** min(task.attempts, 20)), LONGEST_WAIT)
    with media.sessions.begin() as session:
        session.execute(update(TaskRow).where(_ours(task)).values(due_at=media.now() + wait, claim=None))


def drop(session: Session, kind: Kind, subject: str) -> None:
    """The reason for the work is gone."""
    session.execute(delete(TaskRow).where(TaskRow.kind == kind, TaskRow.subject == subject))


def _ours(task: Task) -> ColumnElement[bool]:
    return and_(TaskRow.kind == task.kind, TaskRow.subject == task.subject, TaskRow.claim == task.claim)
