"""Lines break and servers die; what arrived counts, and the rest follows."""

import socket
from datetime import UTC, datetime, timedelta
from threading import Barrier, Thread
from uuid import uuid4

import pytest
import requests

from media import receiving
from media.directory import DirectoryStorage
from media.receiving import Chunk
from media.refusal import TruncatedBody
from tests.media.conftest import prepare
from tests.media.person import Person
from tests.media.pictures import jpeg
from tests.media.serving import eventually, mortal
from tests.media.toy import DATABASE, FOLDER, LAST_WORDS
from tests.media.world import WHO, World


@pytest.fixture
def own_site(tmp_path):
    settings = {
        DATABASE: f"sqlite:///{tmp_path / 'database.sqlite'}",
        FOLDER: str(tmp_path / "files"),
        LAST_WORDS: str(tmp_path / "last-words"),
    }
    prepare(settings)
    with mortal(settings) as (site, kill_and_start):
        technician = Person(site, "lin")
        yield technician, kill_and_start
        technician.close()


def test_a_client_cut_in_the_middle_of_a_patch_goes_on_where_the_bytes_ended(technician):
    data, photo = jpeg(1200, 900), str(uuid4())
    url = technician.begin(data, photo)
    technician.open_patch(url, data[:300_001], announced=len(data)).close()
    eventually(lambda: technician.offset(url) == 300_001, "what arrived counts")
    technician.uploader(data, photo, url=url, chunk_size=200_000).upload()
    assert technician.verdicts(photo) == [None]


def test_a_connection_that_is_reset_counts_what_came_before(world):
    data = jpeg()
    upload = world.announce(data)
    arrived = iter([data[:1000]])

    def read(_size):
        for piece in arrived:
            return piece
        raise ConnectionResetError

    with pytest.raises(TruncatedBody) as refused:
        receiving.append(world.media, WHO, upload.id, Chunk(0, len(data), None), read)
    assert refused.value.detail == {"offset": 1000}
    assert world.upload_row(upload).offset == 1000


def test_a_truncated_body_is_noticed_and_the_offset_is_told(technician):
    data = jpeg()
    url = technician.begin(data)
    with technician.open_patch(url, data[:5000], announced=len(data)) as connection:
        connection.shutdown(socket.SHUT_WR)
        answer = connection.makefile("rb").read().decode()
    assert "400" in answer.splitlines()[0]
    assert "truncated_body" in answer
    assert "Upload-Offset: 5000" in answer


def test_a_truncated_body_with_a_checksum_counts_nothing(technician):
    data = jpeg()
    url = technician.begin(data)
    technician.headers["Upload-Checksum"] = "sha1 " + "A" * 27 + "="
    with technician.open_patch(url, data[:5000], announced=len(data)) as connection:
        connection.shutdown(socket.SHUT_WR)
        assert "Upload-Offset: 0" in connection.makefile("rb").read().decode()
    assert technician.offset(url) == 0


def test_a_dead_connection_does_not_stop_the_next_one(technician):
    """The line is gone but the server has not noticed: the bytes come again on a new line, the old one loses."""
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    with technician.open_patch(url, data[:1000], announced=len(data)) as forgotten:
        assert technician.patch(url, data).status_code == 204
        forgotten.shutdown(socket.SHUT_WR)
        assert "offset_conflict" in forgotten.makefile("rb").read().decode()
    assert technician.verdicts(photo) == [None]


def test_of_two_patches_at_once_one_wins(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    together, answers = Barrier(4), []

    def send():
        another = Person(technician.site, technician.user_id)
        together.wait()
        answers.append(another.patch(url, data).status_code)
        another.close()

    threads = [Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(answers) == [204, 409, 409, 409]
    assert technician.verdicts(photo) == [None]


def test_a_server_killed_in_the_middle_of_an_upload_keeps_what_it_counted(own_site):
    technician, kill_and_start = own_site
    data, photo = jpeg(1200, 900), str(uuid4())
    url = technician.begin(data, photo)
    with technician.open_patch(url, data[:700_000], announced=len(data)):
        eventually(lambda: technician.offset(url) >= 256 * 1024, "a checkpoint is durable")
        kill_and_start()
    counted = technician.offset(url)
    assert 256 * 1024 <= counted <= 700_000
    technician.uploader(data, photo, url=url).upload()
    assert technician.verdicts(photo) == [None]
    answer = technician.http.head(technician.site.url(f"/api/photos/{photo}/original"))
    assert answer.status_code == 404, "the photo is not attached yet"
    technician.attach(photo, data)
    assert technician.http.get(technician.site.url(f"/api/photos/{photo}/original")).content == data


def test_a_server_that_dies_between_the_last_byte_and_the_verdict_loses_neither(own_site, tmp_path):
    technician, kill_and_start = own_site
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    last_words = tmp_path / "last-words"
    last_words.touch()
    with pytest.raises(requests.ConnectionError):
        technician.patch(url, data)
    last_words.unlink()
    kill_and_start()
    assert technician.offset(url) == len(data)
    assert technician.verdicts(photo) == []
    later = World(technician.site.settings[DATABASE], DirectoryStorage(tmp_path / "files"))
    later.now = datetime.now(UTC) + timedelta(hours=1)
    assert later.drain() > 0
    assert technician.verdicts(photo) == [None]
    assert later.drain() == 0
    assert technician.verdicts(photo) == [None]
    later.database.dispose()
