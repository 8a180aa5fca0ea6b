import pytest

from tests.databases import sqlite_with_tables
from tests.mutations.house import PHOTO
from tests.printing import METER, NAMEPLATE, SECOND_PHOTO, Office


@pytest.fixture
def office_on(migrated_url, tmp_path):
    """The visit is served and its photos have arrived, on each database."""
    made = Office(migrated_url, tmp_path)
    made.serve_with_photos()
    made.bring(PHOTO, METER)
    made.bring(SECOND_PHOTO, NAMEPLATE)
    yield made
    made.close()


@pytest.fixture
def office(tmp_path):
    """The same on SQLite, before the photos have arrived."""
    made = Office(sqlite_with_tables(tmp_path / "office.sqlite"), tmp_path)
    made.serve_with_photos()
    yield made
    made.close()
