import pytest

from tests.databases import sqlite_with_tables
from tests.mutations.house import MU, ZHOU, House
from tests.sealing import OTHER_SIGNER, enrol, seals, sign


@pytest.fixture
def house(tmp_path):
    """A furnished house on SQLite."""
    made = House(sqlite_with_tables(tmp_path / "house.sqlite"))
    made.furnish()
    yield made
    made.database.dispose()


@pytest.fixture
def house_on(migrated_url):
    """A furnished house on each database."""
    made = House(migrated_url)
    made.furnish()
    yield made
    made.database.dispose()


@pytest.fixture
def served(house_on):
    """Zhou and Mu have done the golden visit."""
    house_on.open_job(ZHOU, MU)
    house_on.serve()
    return house_on


@pytest.fixture
def key(served):
    """The key of Zhou's phone."""
    return enrol(served, ZHOU)


@pytest.fixture
def signed(served, key):
    """The golden visit is signed by two people, the second after the first."""
    assert sign(served, ZHOU, key).verdict == "applied"
    (first,) = seals(served)
    assert sign(served, ZHOU, key, first.document, **OTHER_SIGNER).verdict == "applied"
    return served
