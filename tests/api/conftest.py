import pytest

from server.api.running import NAME
from server.app import create_app
from server.tables.migrate import migrate
from tests.company import hire, settings_for


@pytest.fixture
def settings(tmp_path):
    made = settings_for(tmp_path)
    migrate(made.database_url)
    return made


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
