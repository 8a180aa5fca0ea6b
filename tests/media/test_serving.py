"""A photo is handed to those who may see the job, safely, from the browser's own copy where it has one."""

from io import BytesIO
from threading import BoundedSemaphore
from uuid import uuid4

import pytest
from PIL import Image

from media import renditions, serving
from media.refusal import Busy
from media.renditions import Variant
from tests.media.pictures import heic, jpeg, mp4
from tests.media.world import WHO


@pytest.fixture
def photo(technician):
    def send(data):
        photo = str(uuid4())
        technician.attach(photo, data)
        technician.uploader(data, photo).upload()
        return technician.site.url(f"/api/photos/{photo}")

    return send


def test_who_may_see_the_job_sees_the_photo_and_nobody_else(technician, stranger, photo):
    url = photo(jpeg())
    for variant in Variant:
        assert technician.http.get(f"{url}/{variant}").status_code == 200
        assert stranger.http.get(f"{url}/{variant}").json()["code"] == "no_such_file"
    stranger.http.headers.pop("X-User")
    assert stranger.http.get(f"{url}/original").status_code == 401


def test_a_file_runs_nothing_and_is_kept_by_its_browser_only(technician, photo):
    headers = technician.http.get(f"{photo(jpeg())}/original").headers
    assert headers["Content-Type"] == "image/jpeg"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Security-Policy"] == "default-src 'none'; sandbox; frame-ancestors 'none'"
    assert headers["Content-Disposition"].startswith('inline; filename="')
    assert headers["Content-Disposition"].endswith('-original.jpg"')
    assert headers["Cache-Control"] == "private, max-age=31536000, immutable"


def test_a_copy_that_the_browser_has_is_not_sent_again(technician, photo):
    url = photo(jpeg())
    for variant in Variant:
        etag = technician.http.get(f"{url}/{variant}").headers["ETag"]
        again = technician.http.get(f"{url}/{variant}", headers={"If-None-Match": etag})
        assert (again.status_code, again.content) == (304, b"")


def test_the_etag_is_for_those_who_may_see_only(technician, stranger, photo):
    url = photo(jpeg())
    etag = technician.http.get(f"{url}/original").headers["ETag"]
    assert stranger.http.get(f"{url}/original", headers={"If-None-Match": etag}).status_code == 404


@pytest.mark.parametrize(
    ("wanted", "part"),
    [("bytes=0-99", slice(100)), ("bytes=1000-", slice(1000, None)), ("bytes=-10", slice(-10, None))],
)
def test_a_part_of_the_original(technician, photo, wanted, part):
    data = jpeg()
    answer = technician.http.get(f"{photo(data)}/original", headers={"Range": wanted})
    assert answer.status_code == 206
    assert answer.content == data[part]
    start = part.indices(len(data))[0]
    assert answer.headers["Content-Range"] == f"bytes {start}-{start + len(answer.content) - 1}/{len(data)}"


def test_a_part_beyond_the_end_is_refused(technician, photo):
    assert technician.http.get(f"{photo(jpeg())}/original", headers={"Range": "bytes=99999999-"}).status_code == 416


def test_head_tells_the_size(technician, photo):
    data = jpeg()
    answer = technician.http.head(f"{photo(data)}/original")
    assert answer.headers["Content-Length"] == str(len(data))


def test_a_rendition_that_is_not_made_yet_is_made_for_who_asks(technician, photo):
    url = photo(heic(1600, 1200))
    small, large = (technician.http.get(f"{url}/{variant}") for variant in ("w320", "w1280"))
    assert small.headers["Content-Type"] == large.headers["Content-Type"] == "image/webp"
    assert Image.open(BytesIO(small.content)).size == (320, 240)
    assert Image.open(BytesIO(large.content)).size == (1280, 960)


def test_a_voice_note_has_an_original_and_no_picture(technician, photo):
    url = photo(mp4(b"soun"))
    assert technician.http.get(f"{url}/original").headers["Content-Type"] == "audio/mp4"
    assert technician.http.get(f"{url}/w320").status_code == 404


@pytest.mark.parametrize("path", ["no-such-photo/original", "no-such-photo/w9000", "..%2F..%2Fetc/passwd"])
def test_what_does_not_exist_is_not_found(technician, path):
    assert technician.http.get(technician.site.url(f"/api/photos/{path}")).status_code == 404


def test_a_file_that_has_not_arrived_whole_is_not_shown(technician):
    data, photo = jpeg(), str(uuid4())
    technician.attach(photo, data)
    technician.patch(technician.begin(data, photo), data[:1000])
    assert technician.http.get(technician.site.url(f"/api/photos/{photo}/original")).status_code == 404


def test_only_so_many_renditions_are_made_on_demand_at_once(world, monkeypatch):
    data, attachment = jpeg(), str(uuid4())
    world.attach(attachment, data)
    world.send(world.announce(data, attachment_id=attachment), data)
    monkeypatch.setattr(renditions, "WAIT_SECONDS", 0)
    taken: BoundedSemaphore = world.media.rendering
    while taken.acquire(blocking=False):
        pass
    with pytest.raises(Busy):
        serving.find(world.media, WHO, attachment, Variant.W320)
    taken.release()
    assert serving.find(world.media, WHO, attachment, Variant.W320).type == "image/webp"
