"""Databases for every package's tests, and how hard Hypothesis tries."""

import os
from functools import partial

import pytest
from hypothesis import HealthCheck, settings

from server.tables.migrate import migrate
from tests.databases import KINDS, postgres_server, sqlite_with_tables

PATIENT = [HealthCheck.too_slow]
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=PATIENT)
settings.register_profile("ci", max_examples=100, deadline=None, suppress_health_check=PATIENT, derandomize=True)
settings.register_profile("soak", max_examples=5000, deadline=None, suppress_health_check=PATIENT)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if "CI" in os.environ else "dev"))


@pytest.fixture(scope="session")
def postgres_url():
    """A function that creates a fresh PostgreSQL database and answers its URL."""
    with postgres_server() as create_database:
        yield create_database


@pytest.fixture(params=KINDS)
def database_url(request, tmp_path):
    """The URL of an empty database, once for each kind."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'database.sqlite'}"
    return request.getfixturevalue("postgres_url")()


@pytest.fixture(scope="session")
def migrated_postgres_url(postgres_url):
    """A function that creates a PostgreSQL database as ``migrate`` leaves it, and answers its URL."""
    first = postgres_url()
    migrate(first)
    return partial(postgres_url, like=first)


@pytest.fixture(params=KINDS)
def migrated_url(request, tmp_path):
    """The URL of a database as ``migrate`` leaves it, once for each kind."""
    if request.param == "sqlite":
        return sqlite_with_tables(tmp_path / "database.sqlite")
    return request.getfixturevalue("migrated_postgres_url")()
