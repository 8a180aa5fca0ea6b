import pytest

from server.api.running import NAME
from server.app import create_app
from tests.company import hire, settings_with_tables


@pytest.fixture
def settings(tmp_path):
    return settings_with_tables(tmp_path)


@pytest.fixture
def app(settings):
    made = create_app(settings)
    yield made
    made.extensions[NAME].engines.database.dispose()


@pytest.fixture
def sessions(app):
    return app.extensions[NAME].engines.sessions


@pytest.fixture
def people(sessions):
    return hire(sessions)
