"""Uploads over HTTP, by tuspy and by plain requests, to the real site on both databases and storages."""

import hashlib
from base64 import b64encode
from uuid import uuid4

from tests.media.person import BYTES, announcement
from tests.media.pictures import heic, jpeg, two_in_one_jpeg


def test_tuspy_uploads_in_chunks_and_the_file_is_verified_once(technician):
    data, photo = jpeg(), str(uuid4())
    technician.attach(photo, data)
    uploader = technician.uploader(data, photo, chunk_size=100_000)
    uploader.upload()
    assert technician.offset(uploader.url) == len(data)
    assert technician.verdicts(photo) == [None]
    answer = technician.http.get(technician.site.url(f"/api/photos/{photo}/original"))
    assert answer.content == data


def test_tuspy_with_a_checksum_on_each_chunk(technician):
    data, photo = jpeg(), str(uuid4())
    technician.uploader(data, photo, chunk_size=100_000, upload_checksum=True).upload()
    assert technician.verdicts(photo) == [None]


def test_a_photo_may_arrive_before_its_mutation(technician):
    data, photo = jpeg(), str(uuid4())
    technician.uploader(data, photo).upload()
    assert technician.verdicts(photo) == [None]
    technician.attach(photo, data)
    assert technician.http.get(technician.site.url(f"/api/photos/{photo}/original")).content == data


def test_an_iphone_photo_and_a_jpeg_with_two_pictures_are_taken(technician):
    for data in (heic(), two_in_one_jpeg()):
        photo = str(uuid4())
        technician.uploader(data, photo).upload()
        assert technician.verdicts(photo) == [None]


def test_post_is_idempotent_per_attachment(technician):
    data, photo = jpeg(), str(uuid4())
    first = technician.announce(data, photo)
    url = technician.site.url(first.headers["Location"])
    technician.patch(url, data[:1000])
    again = technician.announce(data, photo)
    assert (first.status_code, again.status_code) == (201, 200)
    assert again.headers["Location"] == first.headers["Location"]
    assert again.headers["Upload-Offset"] == "1000"
    assert len(technician.uploads(photo)) == 1


def test_a_file_that_has_arrived_is_found_whole_by_a_client_that_forgot_it(technician):
    """What tus-js-client does after it lost its address: POST, PATCH at 0, 409, HEAD."""
    data, photo = jpeg(), str(uuid4())
    technician.uploader(data, photo).upload()
    url = technician.site.url(technician.announce(data, photo).headers["Location"])
    assert technician.patch(url, data).status_code == 409
    assert technician.offset(url) == len(data)
    assert technician.verdicts(photo) == [None]


def test_a_client_that_goes_on_at_the_wrong_place_is_told_the_right_one(technician):
    data = jpeg()
    url = technician.begin(data)
    technician.patch(url, data[:1000])
    answer = technician.patch(url, data[500:], offset=500)
    assert answer.status_code == 409
    assert answer.json()["code"] == "offset_conflict"
    assert answer.headers["Upload-Offset"] == "1000"


def test_creation_with_upload(technician):
    data, photo = jpeg(), str(uuid4())
    uploader = technician.uploader(data, photo)
    headers = {**uploader.get_url_creation_headers(), **BYTES}
    answer = technician.http.post(technician.site.url("/api/uploads"), data=data, headers=headers)
    assert answer.status_code == 201
    assert answer.headers["Upload-Offset"] == str(len(data))
    assert technician.verdicts(photo) == [None]
    again = technician.http.post(technician.site.url("/api/uploads"), data=data, headers=headers)
    assert (again.status_code, again.headers["Upload-Offset"]) == (200, str(len(data)))


def test_a_body_that_comes_again_with_the_post_is_not_stored_again(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    technician.patch(url, data[:1000])
    headers = {**BYTES, **announcement(data, photo)}
    for _ in range(2):
        again = technician.http.post(technician.site.url("/api/uploads"), data=data, headers=headers)
        assert (again.status_code, again.headers["Upload-Offset"]) == (200, "1000")


def test_patch_may_travel_as_post(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    headers = {**BYTES, "Upload-Offset": "0", "X-HTTP-Method-Override": "PATCH"}
    assert technician.http.post(url, data=data, headers=headers).status_code == 204
    assert technician.verdicts(photo) == [None]


def test_a_chunk_damaged_on_its_way_is_dropped_and_sent_again(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    for algorithm in ("sha256", "sha1"):
        digest = b64encode(hashlib.new(algorithm, data).digest()).decode()
        damaged = technician.patch(url, b"\0" + data[1:], **{"Upload-Checksum": f"{algorithm} {digest}"})
        assert (damaged.status_code, damaged.json()["code"]) == (460, "chunk_damaged")
        assert technician.offset(url) == 0
    good = technician.patch(
        url, data, **{"Upload-Checksum": f"sha256 {b64encode(hashlib.sha256(data).digest()).decode()}"}
    )
    assert good.status_code == 204
    assert technician.verdicts(photo) == [None]


def test_an_unfinished_upload_is_taken_back_and_a_finished_one_stays(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    technician.patch(url, data[:1000])
    assert technician.http.delete(url).status_code == 204
    assert technician.http.head(url).status_code == 404
    url = technician.begin(data, photo)
    technician.patch(url, data)
    answer = technician.http.delete(url)
    assert (answer.status_code, answer.json()["code"]) == (403, "finished_stays")


def test_the_server_says_what_it_can_do(technician):
    answer = technician.http.options(technician.site.url("/api/uploads/"))
    assert answer.status_code == 204
    assert answer.headers["Tus-Version"] == "1.0.0"
    assert answer.headers["Tus-Extension"] == "creation,creation-with-upload,termination,checksum,expiration"
    assert answer.headers["Tus-Max-Size"] == str(25 * 1024 * 1024)
    assert answer.headers["Tus-Checksum-Algorithm"] == "sha256,sha1"


def test_an_unfinished_upload_says_when_it_expires(technician):
    answer = technician.announce(jpeg())
    assert answer.headers["Upload-Expires"].endswith("GMT")
    assert answer.headers["Cache-Control"] == "no-store"
