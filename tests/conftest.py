"""Databases for every package's tests, and how hard Hypothesis tries."""

import os

import pytest
from hypothesis import HealthCheck, settings

from tests.databases import KINDS, postgres_server

settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile(
    "ci", max_examples=300, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


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
