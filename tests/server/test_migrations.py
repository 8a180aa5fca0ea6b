"""Models and migrations say the same, on both databases."""

from datetime import UTC, datetime

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import create_engine, insert, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import NullPool

from server.tables.migrate import is_current, migrate
from server.tables.schema import all_metadata
from server.tables.seals import SealRow

NOW = datetime(2026, 11, 19, 5, 22, tzinfo=UTC)
SEAL = {
    **dict.fromkeys(("id", "visit_id", "job_id", "station_id", "document", "device_signature"), "x"),
    **dict.fromkeys(("sha256", "chain_hash", "chain_previous"), "0" * 64),
    "revision": 1,
    "chain_no": 1,
    "seal_fits": True,
    "signed_at": NOW,
    "received_at": NOW,
}


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


def test_law_11_migrating_puts_the_seals_under_guard_and_again_does_no_harm(engine, database_url):
    migrate(database_url)
    lost = "DROP TRIGGER seals_no_delete" if engine.dialect.name == "sqlite" else "DROP TRIGGER seals_stay ON seals"
    with engine.begin() as connection:
        connection.execute(text(lost))
    migrate(database_url)
    with engine.begin() as connection:
        connection.execute(insert(SealRow).values(SEAL))
    with pytest.raises(DBAPIError, match="law 11"), engine.begin() as connection:
        connection.execute(text("DELETE FROM seals"))
