"""Storages, the toy site under gunicorn, and a person who uploads to it."""

from uuid import uuid4

import pytest

from media.directory import DirectoryStorage
from media.s3 import S3Storage
from tests.media.person import Person
from tests.media.serving import running, s3_server
from tests.media.toy import BUCKET, DATABASE, FOLDER, LAST_WORDS, S3_ENDPOINT, create_tables, open_database, s3_client
from tests.media.world import World


@pytest.fixture(scope="session")
def s3_endpoint(tmp_path_factory):
    with s3_server(tmp_path_factory.mktemp("seaweed")) as endpoint:
        yield endpoint


@pytest.fixture
def bucket(s3_endpoint):
    return make_bucket(s3_endpoint)


@pytest.fixture(params=["directory", "s3"])
def storage(request, tmp_path):
    """An empty storage, once for each adapter."""
    if request.param == "directory":
        return DirectoryStorage(tmp_path / "files")
    endpoint = request.getfixturevalue("s3_endpoint")
    return S3Storage(s3_client(endpoint), make_bucket(endpoint))


@pytest.fixture
def world(database_url, tmp_path):
    """The engine without HTTP, on each database, with a clock that stands where it is put."""
    made = World(database_url, DirectoryStorage(tmp_path / "files"))
    yield made
    made.database.dispose()


@pytest.fixture(scope="session", params=["sqlite and a directory", "postgresql and s3"])
def site(request, tmp_path_factory):
    """One site for all tests; each uses attachments of its own."""
    folder = tmp_path_factory.mktemp("site")
    if "sqlite" in request.param:
        chosen = {DATABASE: f"sqlite:///{folder / 'database.sqlite'}", FOLDER: str(folder / "files")}
    else:
        endpoint = request.getfixturevalue("s3_endpoint")
        chosen = {
            DATABASE: request.getfixturevalue("postgres_url")(),
            S3_ENDPOINT: endpoint,
            BUCKET: make_bucket(endpoint),
        }
    settings = {**chosen, LAST_WORDS: str(folder / "last-words")}
    prepare(settings)
    with running(settings) as started:
        yield started


@pytest.fixture
def technician(site):
    made = Person(site, f"technician-{uuid4().hex}")
    yield made
    made.close()


@pytest.fixture
def stranger(site):
    made = Person(site, f"stranger-{uuid4().hex}")
    yield made
    made.close()


def make_bucket(endpoint: str) -> str:
    name = f"bucket-{uuid4().hex}"
    s3_client(endpoint).create_bucket(Bucket=name)
    return name


def prepare(settings: dict[str, str]) -> None:
    database = open_database(settings[DATABASE])
    create_tables(database)
    database.dispose()
