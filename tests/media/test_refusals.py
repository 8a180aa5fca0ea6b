"""What is refused, with which words, and that not a byte of it is stored."""

from uuid import uuid4

import pytest

from tests.media.person import announcement
from tests.media.pictures import animation, bomb, jpeg, many_pixels, mp4


def code(answer):
    body = answer.json()
    assert body["message"], "a person can read what to do"
    assert answer.headers["Content-Type"] == "application/json"
    return answer.status_code, body["code"]


@pytest.fixture
def nothing_is_stored(technician):
    before = technician.stored()
    yield
    assert technician.stored() == before


@pytest.mark.usefixtures("nothing_is_stored")
class TestNothingIsStored:
    def test_of_somebody_who_is_not_signed_in(self, technician):
        data = jpeg()
        url = technician.begin(data)
        technician.http.headers.pop("X-User")
        assert technician.announce(data).status_code == 401
        assert technician.patch(url, data).status_code == 401
        assert technician.http.head(url).status_code == 401
        assert technician.http.delete(url).status_code == 401

    def test_of_somebody_elses_upload(self, technician, stranger):
        data, photo = jpeg(), str(uuid4())
        url = technician.begin(data, photo)
        assert code(stranger.patch(url, data)) == (404, "unknown_upload")
        assert stranger.http.head(url).status_code == 404
        assert code(stranger.http.delete(url)) == (404, "unknown_upload")
        assert code(stranger.announce(data, photo)) == (404, "unknown_upload")
        assert technician.offset(url) == 0

    def test_of_a_photo_that_the_books_give_to_somebody_else(self, technician, stranger):
        data, photo = jpeg(), str(uuid4())
        technician.attach(photo, data)
        assert code(stranger.announce(data, photo)) == (404, "unknown_upload")
        assert stranger.uploads(photo) == []

    def test_of_somebody_who_lost_the_right(self, technician):
        data, photo = jpeg(), str(uuid4())
        technician.attach(photo, data, closed=True)
        assert code(technician.announce(data, photo)) == (403, "not_permitted")

    def test_of_another_file_than_the_books_name(self, technician):
        photo = str(uuid4())
        technician.attach(photo, jpeg())
        assert code(technician.announce(jpeg(seed=2), photo)) == (409, "other_content")

    def test_of_another_file_than_was_announced_before(self, technician):
        photo = str(uuid4())
        technician.begin(jpeg(), photo)
        assert code(technician.announce(jpeg(seed=2), photo)) == (409, "other_content")

    def test_of_a_file_that_is_too_large_or_empty(self, technician):
        assert code(technician.announce(jpeg(), **{"Upload-Length": str(25 * 1024 * 1024 + 1)})) == (
            413,
            "file_too_large",
        )
        assert code(technician.announce(b"")) == (400, "empty_file")

    def test_of_a_kind_of_file_that_is_not_taken(self, technician):
        headers = announcement(b"%PDF", str(uuid4()), "application/pdf")
        assert code(technician.http.post(technician.site.url("/api/uploads/"), headers=headers)) == (
            415,
            "type_not_allowed",
        )

    def test_of_a_body_longer_than_the_file(self, technician):
        data = jpeg()
        url = technician.begin(data)
        assert code(technician.patch(url, data + b"x")) == (413, "body_too_long")
        assert technician.offset(url) == 0

    def test_of_a_client_of_another_version(self, technician):
        answer = technician.announce(jpeg(), **{"Tus-Resumable": "0.2.2"})
        assert code(answer) == (412, "wrong_version")
        assert answer.headers["Tus-Version"] == "1.0.0"

    def test_of_a_large_body_to_somebody_elses_upload(self, technician, stranger):
        url = technician.begin(jpeg())
        assert code(stranger.patch(url, b"x" * 5_000_000)) == (404, "unknown_upload")

    @pytest.mark.parametrize(
        ("headers", "expected"),
        [
            ({"Upload-Length": "-1"}, (400, "bad_header")),
            ({"Upload-Length": "1e3"}, (400, "bad_header")),
            ({"Upload-Metadata": ""}, (400, "bad_header")),
            ({"Upload-Metadata": "attachment_id ???"}, (400, "bad_header")),
            ({"Upload-Metadata": "attachment_id Li4vLi4="}, (400, "bad_header")),
        ],
    )
    def test_of_an_announcement_that_cannot_be_read(self, technician, headers, expected):
        assert code(technician.announce(jpeg(), **headers)) == expected

    @pytest.mark.parametrize(
        ("headers", "expected"),
        [
            ({"Upload-Offset": "x"}, (400, "bad_header")),
            ({"Content-Type": "image/jpeg"}, (415, "wrong_content_type")),
            ({"Upload-Checksum": "md5 AAAA"}, (400, "bad_header")),
            ({"Upload-Checksum": "sha256 AAAA"}, (400, "bad_header")),
            ({"Upload-Checksum": "sha256 ?"}, (400, "bad_header")),
        ],
    )
    def test_of_a_chunk_whose_headers_cannot_be_read(self, technician, headers, expected):
        data = jpeg()
        url = technician.begin(data)
        assert code(technician.patch(url, data, **headers)) == expected
        assert technician.offset(url) == 0

    def test_of_a_body_without_a_length(self, technician):
        data = jpeg()
        url = technician.begin(data)
        assert code(technician.patch(url, iter([data]))) == (411, "length_required")
        without = {name: value for name, value in announcement(data, str(uuid4())).items() if name != "Upload-Length"}
        assert code(technician.http.post(technician.site.url("/api/uploads/"), headers=without)) == (
            411,
            "length_required",
        )


def test_a_wrong_hash_drops_the_bytes_and_the_upload_starts_over(technician):
    data, photo = jpeg(), str(uuid4())
    url = technician.begin(data, photo)
    damaged = data[:-1] + bytes([data[-1] ^ 1])
    assert code(technician.patch(url, damaged)) == (460, "hash_mismatch")
    assert technician.offset(url) == 0
    assert technician.verdicts(photo) == []
    assert technician.patch(url, data).status_code == 204
    assert technician.verdicts(photo) == [None]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<!doctype html><script>alert(1)</script>", (415, "type_not_allowed")),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", (415, "type_not_allowed")),
        (mp4(b"soun", b"vide"), (415, "type_not_allowed")),
        (b"\xff\xd8\xff\xe0 no picture at all", (422, "file_damaged")),
        (many_pixels(), (422, "too_many_pixels")),
        (bomb(), (422, "too_many_pixels")),
        (animation(9), (422, "too_many_frames")),
    ],
    ids=["html", "svg", "film", "no picture", "many pixels", "bomb", "animation"],
)
def test_a_file_that_is_not_wanted_is_refused_for_good_whatever_it_claims(technician, data, expected):
    photo = str(uuid4())
    url = technician.begin(data, photo)
    assert code(technician.patch(url, data)) == expected
    assert technician.verdicts(photo) == [expected[1]]
    assert code(technician.announce(data, photo)) == expected, "a client that forgot it learns the same"
    technician.attach(photo, data)
    assert code(technician.http.get(technician.site.url(f"/api/photos/{photo}/original"))) == (404, "no_such_file")


def test_knowing_a_hash_gives_nobody_a_file(technician, stranger):
    data, mine, theirs = jpeg(), str(uuid4()), str(uuid4())
    technician.uploader(data, mine).upload()
    url = stranger.begin(data, theirs)
    assert stranger.offset(url) == 0
    stranger.attach(theirs, data)
    assert stranger.http.get(stranger.site.url(f"/api/photos/{theirs}/original")).status_code == 404
