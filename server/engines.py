"""The database and the engines of one installation, opened for the server, the worker and the commands alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from media.directory import DirectoryStorage
from media.engine import Media
from media.s3 import S3Storage
from media.s3 import connect as connect_to_s3
from media.storage import Storage
from server.files import Files
from server.mutations.application import FieldService
from server.settings import Settings
from server.tables.base import connect, open_sessions
from sync.engine import SyncEngine
from sync.transactions import reading


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
    media: Media


def open_engines(settings: Settings, clock: Callable[[], datetime] = now) -> Engines:
    """Open what ``settings`` name; the tables must have been migrated before anything is asked."""
    database = connect(settings.database_url)
    sessions = open_sessions(database)
    sync = SyncEngine(sessions, FieldService(), clock)
    media = Media(
        sessions=sessions,
        reading=partial(reading, sessions),
        storage=_storage(settings),
        application=Files(sync),
        now=clock,
    )
    return Engines(database=database, sessions=sessions, clock=clock, sync=sync, media=media)


@contextmanager
def opened(settings: Settings) -> Iterator[Engines]:
    """Open them for one command and close what it used."""
    engines = open_engines(settings)
    try:
        yield engines
    finally:
        engines.database.dispose()


def _storage(settings: Settings) -> Storage:
    if settings.s3 is None:
        return DirectoryStorage(settings.media_dir)
    found = settings.s3
    client = connect_to_s3(
        endpoint=found.endpoint, region=found.region, access_key=found.access_key, secret_key=found.secret_key
    )
    return S3Storage(client, found.bucket)
