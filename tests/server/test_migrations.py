"""Models and migrations say the same, on both databases."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from server.tables.migrate import is_current, migrate
from server.tables.schema import all_metadata


@pytest.fixture
def engine(database_url):
    migrate(database_url)
    return create_engine(database_url, poolclass=NullPool)


def test_models_and_migrations_agree(engine):
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, list(all_metadata())) == []


def test_migrating_again_changes_nothing(engine, database_url):
    assert is_current(engine)
    migrate(database_url)
    assert is_current(engine)


def test_an_empty_database_is_not_current(database_url):
    assert not is_current(create_engine(database_url, poolclass=NullPool))


def test_a_file_without_a_full_path_lies_in_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    migrate("sqlite:///var/truckroll.sqlite")
    assert (tmp_path / "var" / "truckroll.sqlite").is_file()
