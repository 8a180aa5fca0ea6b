import pytest

from server.api.running import NAME
from server.app import create_app
from server.tables.migrate import migrate
from tests.company import hire, settings_for
from tests.imports.office import Office


@pytest.fixture
def app(tmp_path):
    settings = settings_for(tmp_path)
    migrate(settings.database_url)
    made = create_app(settings)
    yield made
    made.extensions[NAME].engines.database.dispose()


@pytest.fixture
def people(app):
    return hire(app.extensions[NAME].engines.sessions)


@pytest.fixture
def head(app, people):
    return Office(app, "administrator")


@pytest.fixture
def manager(app, people):
    return Office(app, "manager@ningbo")
