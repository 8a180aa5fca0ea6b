"""What the engine stands on: a database, a storage, limits, a clock and the application."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from threading import BoundedSemaphore

from sqlalchemy.orm import Session, sessionmaker

from media.limits import Limits
from media.ports import Application
from media.storage import Storage


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Media:
    """Handed to every step of the engine.

    On SQLite ``sessions`` must begin with an explicit ``BEGIN IMMEDIATE``; ``reading`` gives a session that only reads
    and waits for no writer. ``rendering`` bounds how many pictures are made on demand at a time in this process.
    """

    sessions: sessionmaker[Session]
    reading: Callable[[], AbstractContextManager[Session]]
    storage: Storage
    application: Application
    limits: Limits = field(default_factory=Limits)
    now: Callable[[], datetime] = _now
    rendering: BoundedSemaphore = field(default_factory=lambda: BoundedSemaphore(2))
