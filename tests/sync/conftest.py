"""A world: the real engine on a real database, a toy application, a clock that stands where it is put."""

from dataclasses import dataclass, field
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine, create_engine, delete, event, select
from sqlalchemy.orm import sessionmaker

from sync.engine import SyncEngine
from sync.tables import metadata
from sync.transactions import begin_explicitly
from tests.databases import KINDS
from tests.sync.device import Device
from tests.sync.toy import OFFICE, Base, Toy


@dataclass
class World:
    database: Engine
    toy: Toy = field(default_factory=Toy)
    now: datetime = datetime(2026, 11, 19, 6, 0, tzinfo=UTC)

    def __post_init__(self):
        self.sessions = sessionmaker(self.database)
        self.engine = SyncEngine(self.sessions, self.toy, lambda: self.now)

    def device(self, user_id: str, name: str | None = None) -> Device:
        return Device(self.engine, user_id, name or f"phone-of-{user_id}")

    def rows(self, query):
        with self.sessions() as session:
            return session.execute(query).all()

    def all(self, table):
        return self.rows(select(table))


def open_database(url: str) -> Engine:
    """With the engine's tables and the toy's, and nothing in them."""
    database = create_engine(url)
    begin_explicitly(database)
    for tables in (metadata, Base.metadata):
        tables.create_all(database)
    return database


def empty(database: Engine) -> None:
    with database.begin() as connection:
        for table in reversed([*Base.metadata.sorted_tables, *metadata.sorted_tables]):
            connection.execute(delete(table))


@pytest.fixture(scope="session")
def postgres(postgres_url):
    """One database for all tests of this folder: creating another costs more than most of them."""
    database = open_database(postgres_url())
    yield database
    database.dispose()


@pytest.fixture(params=KINDS)
def database(request, tmp_path):
    """Each kind of database in turn."""
    if request.param == "postgresql":
        postgres = request.getfixturevalue("postgres")
        empty(postgres)
        yield postgres
    else:
        sqlite = open_database(f"sqlite:///{tmp_path / 'database.sqlite'}")
        yield sqlite
        sqlite.dispose()


@pytest.fixture
def world(database):
    return World(database)


@pytest.fixture
def postgres_world(postgres):
    """For what only PostgreSQL can show: many writers at once."""
    empty(postgres)
    return World(postgres)


@pytest.fixture
def phone(world):
    """Ann's, who has job:1."""
    morning = world.device(OFFICE, "morning-desk")
    morning.record("job.assign", "job:1", on=["ann"], off=[])
    morning.sync()
    phone = world.device("ann")
    phone.sync()
    return phone


@pytest.fixture
def office(world):
    """The desk from which jobs are assigned."""
    return world.device(OFFICE, "desk")


@pytest.fixture
def statements(database):
    """The SQL that is sent, one entry for each time that the database is spoken to."""
    heard: list[str] = []

    def listen(_connection, _cursor, statement, *_rest):
        heard.append(statement)

    event.listen(database, "before_cursor_execute", listen)
    yield heard
    event.remove(database, "before_cursor_execute", listen)
