import pytest

from server.api.running import NAME
from server.app import create_app
from tests.company import hire, settings_with_tables
from tests.imports.office import Office


@pytest.fixture
def app(tmp_path):
    made = create_app(settings_with_tables(tmp_path))
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
