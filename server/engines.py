"""The database and the engines of one installation, opened for the server, the worker and the commands alike."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from server.mutations.application import FieldService
from server.settings import Settings
from server.tables.base import connect, open_sessions
from sync.engine import SyncEngine


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Engines:
    """Opened once for a process."""

    database: Engine
    sessions: sessionmaker[Session]
    clock: Callable[[], datetime]
    sync: SyncEngine


def open_engines(settings: Settings, clock: Callable[[], datetime] = now) -> Engines:
    """Open what ``settings`` name; the tables must have been migrated before anything is asked."""
    database = connect(settings.database_url)
    sessions = open_sessions(database)
    return Engines(
        database=database,
        sessions=sessions,
        clock=clock,
        sync=SyncEngine(sessions, FieldService(), clock),
    )
