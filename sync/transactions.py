"""Where a transaction begins, and what a read sees."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, event
from sqlalchemy.orm import Session

BUSY_MS = 10_000
# So many pages of the log (32 MB) are carried into the file together: pushes touch the same ones again and again.
CHECKPOINT_PAGES = 8_000
ONLY_READS: Mapping[str, Mapping[str, Any]] = {
    "sqlite": {"only_reads": True},
    "postgresql": {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True},
}


def begin_explicitly(engine: Engine) -> None:
    """Make SQLite begin when SQLAlchemy does, taking the write lock at once; PostgreSQL needs nothing.

    Otherwise sqlite3 begins late, and releasing a savepoint commits half a push. A connection with the execution option
    ``only_reads`` takes no write lock.
    """
    if engine.dialect.name != "sqlite":
        return

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:
        connection.isolation_level = None
        for pragma in (
            f"busy_timeout={BUSY_MS}",
            "journal_mode=WAL",
            "synchronous=FULL",
            f"wal_autocheckpoint={CHECKPOINT_PAGES}",
            "foreign_keys=ON",
        ):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        only_reads = connection.get_execution_options().get("only_reads", False)
        connection.exec_driver_sql("BEGIN" if only_reads else "BEGIN IMMEDIATE")


@contextmanager
def reading(sessions: Callable[[], Session]) -> Iterator[Session]:
    """Give a session that sees one moment of the database and waits for no writer."""
    with sessions() as session, session.begin():
        session.connection(execution_options=dict(ONLY_READS[dialect(session)]))
        yield session


def dialect(session: Session) -> str:
    """``sqlite`` or ``postgresql``."""
    return session.get_bind().dialect.name
