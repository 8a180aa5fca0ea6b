import pytest

from tests.mutations.house import House


@pytest.fixture
def house(tmp_path):
    """A furnished house on SQLite."""
    made = House(f"sqlite:///{tmp_path / 'house.sqlite'}")
    made.furnish()
    yield made
    made.database.dispose()


@pytest.fixture
def house_on(database_url):
    """A furnished house on each database."""
    made = House(database_url)
    made.furnish()
    yield made
    made.database.dispose()
