"""The database and the engines of one installation, opened for the server, the worker and the commands alike."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from flask import Flask
from sqlalchemy import Engine
from sqlalchemy.orm import Session, sessionmaker

from media.directory import DirectoryStorage
from media.engine import Media
from media.storage import Storage
from server.files import Files
from server.mutations.application import FieldService
from server.rules.keys import BadKeyError, PrivateKey
from server.settings import Settings, SettingsError
from server.tables.base import db, open_sessions
from server.tables.database import open_database
from sync.engine import SyncEngine
from sync.transactions import reading


def now() -> datetime:
    """Return this moment."""
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Engines:
    """Opened once for a process; ``db.session`` is on the same database, within ``app.app_context()``."""

    app: Flask
    database: Engine
    sessions: sessionmaker[Session]
    clock: Callable[[], datetime]
    sync: SyncEngine
    media: Media


def open_engines(settings: Settings, clock: Callable[[], datetime] = now, app: Flask | None = None) -> Engines:
    """Open what ``settings`` name; the tables must have been migrated before anything is asked.

    ``app`` is the one that serves. The worker and the commands give none: theirs has nothing but the database.
    """
    app = open_database(settings.database_url, app)
    with app.app_context():
        database = db.engine
    sessions = open_sessions(database)
    sync = SyncEngine(sessions, FieldService(seal_key(settings)), clock)
    media = Media(
        sessions=sessions,
        reading=partial(reading, sessions),
        storage=_storage(settings),
        application=Files(sync),
        now=clock,
    )
    return Engines(app=app, database=database, sessions=sessions, clock=clock, sync=sync, media=media)


@contextmanager
def opened(settings: Settings) -> Iterator[Engines]:
    """Open them for the worker or one command, within its app's context, and close what it used."""
    engines = open_engines(settings)
    try:
        with engines.app.app_context():
            yield engines
    finally:
        engines.database.dispose()


def seal_key(settings: Settings) -> PrivateKey | None:
    """Return the key that countersigns reports (VIS-7), if this installation has one."""
    try:
        return None if settings.seal_key is None else PrivateKey(settings.seal_key)
    except BadKeyError as error:
        raise SettingsError(f"SEAL_KEY: {error}") from error


def seal_keys(settings: Settings) -> frozenset[str]:
    """Return the public keys that this installation countersigns with, or did before."""
    key = seal_key(settings)
    return frozenset(settings.seal_former_keys) | (frozenset() if key is None else {key.public})


def _storage(settings: Settings) -> Storage:
    if settings.s3 is None:
        return DirectoryStorage(settings.media_dir)
    from media import s3  # noqa: PLC0415 -- half a second of imports that nobody without a bucket waits for

    found = settings.s3
    client = s3.connect(
        endpoint=found.endpoint, region=found.region, access_key=found.access_key, secret_key=found.secret_key
    )
    return s3.S3Storage(client, found.bucket)
