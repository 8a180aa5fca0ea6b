import os

import pytest
from click.testing import CliRunner

from server.cli.__main__ import cli
from server.engines import open_engines
from tests.company import hire, settings_for


@pytest.fixture
def settings(tmp_path, migrated_url, monkeypatch):
    made = settings_for(tmp_path, migrated_url)
    for name in ("VAPID_PRIVATE_KEY", "VAPID_SUBJECT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SETTINGS_FILE", str(tmp_path / "settings.env"))
    monkeypatch.setenv("DATABASE_URL", migrated_url)
    monkeypatch.setenv("MEDIA_DIR", str(made.media_dir))
    return made


@pytest.fixture
def engines(settings):
    made = open_engines(settings)
    hire(made.sessions)
    yield made
    made.database.dispose()


@pytest.fixture
def run():
    """A function that runs a command in this process."""

    def run_command(*words, environ=None):
        return CliRunner(env={**os.environ, **(environ or {})}).invoke(cli, [str(word) for word in words])

    return run_command
