"""The database and the engines of one installation, opened for the server, the worker and the commands alike."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from server.settings import Settings
from server.tables.base import connect, open_sessions
from server.tables.loading import preload
from server.visibility import audiences, rows
from sync.engine import SyncEngine
from sync.ports import Mutator


class FieldService:
    """The application, as far as it goes."""

    mutators: Mapping[tuple[str, int], Mutator[Any]] = {}
    tables = frozenset(rows.ROW_CLASSES)

    def audiences(self, session: Session, user_id: str, device_id: str) -> frozenset[str]:
        return audiences.standing(session, user_id, device_id)

    def preload(self, session: Session, needs: Mapping[str, Collection[str]]) -> None:
        for table, ids in needs.items():
            preload(session, rows.ROW_CLASSES[table], ids)  # type: ignore[type-var]

    def rows(self, session: Session, table: str, ids: Sequence[str]) -> Mapping[str, Mapping[str, Any]]:
        return rows.rows(session, table, ids)


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
