"""What both adapters promise."""

import pytest

from media.directory import DirectoryStorage
from media.refusal import StorageFailed
from media.s3 import S3Storage
from media.storage import Absent
from tests.media.toy import s3_client


def whole(storage, name, *span):
    return b"".join(storage.read(name, *span))


def test_what_was_put_is_read_back_whole_and_in_part(storage):
    storage.put("folder/file", [b"abc", b"", b"defg"])
    assert whole(storage, "folder/file") == b"abcdefg"
    assert storage.size("folder/file") == 7
    assert whole(storage, "folder/file", 2) == b"cdefg"
    assert whole(storage, "folder/file", 2, 4) == b"cd"
    assert whole(storage, "folder/file", 4, 4) == b""


def test_a_large_file_keeps_every_byte(storage):
    data = bytes(range(256)) * 12_000
    storage.put("large", [data])
    assert whole(storage, "large") == data


def test_nobody_writes_over_evidence(storage):
    storage.put("folder/file", [b"first"])
    storage.put("folder/file", [b"second"])
    assert whole(storage, "folder/file") == b"first"


def test_a_file_whose_pieces_break_off_is_not_there_at_all(storage):
    def pieces():
        yield b"some"
        raise ConnectionError

    with pytest.raises(ConnectionError):
        storage.put("folder/file", pieces())
    with pytest.raises(Absent):
        storage.size("folder/file")


@pytest.mark.parametrize(
    "ask", [lambda s: s.size("nothing"), lambda s: s.read("nothing"), lambda s: s.read("no", 1, 2)]
)
def test_what_is_not_there_is_absent_when_asked(storage, ask):
    with pytest.raises(Absent):
        ask(storage)


def test_what_was_deleted_is_absent_and_deleting_again_is_fine(storage):
    storage.put("folder/file", [b"x"])
    storage.delete("folder/file")
    storage.delete("folder/file")
    with pytest.raises(Absent):
        storage.size("folder/file")


def test_a_folder_is_cleared_and_its_neighbour_is_not(storage):
    storage.put("one/parts/0", [b"x"])
    storage.put("one/original", [b"x"])
    storage.put("one-more/original", [b"y"])
    storage.delete_under("one/parts")
    assert storage.size("one/original") == 1
    storage.delete_under("one")
    storage.delete_under("one")
    with pytest.raises(Absent):
        storage.size("one/original")
    assert whole(storage, "one-more/original") == b"y"


def test_a_directory_takes_no_name_that_leads_out_of_it(tmp_path):
    storage = DirectoryStorage(tmp_path)
    for name in ("../x", "/etc/passwd", "a/../../x", ".hidden", "a//b", ""):
        with pytest.raises(ValueError, match="not a name"):
            storage.put(name, [b"x"])


def test_a_full_or_broken_disk_is_said_so(tmp_path):
    (tmp_path / "files").write_text("not a folder")
    with pytest.raises(StorageFailed):
        DirectoryStorage(tmp_path / "files").put("folder/file", [b"x"])


def test_a_bucket_that_does_not_answer_is_said_so():
    nobody = S3Storage(s3_client("http://127.0.0.1:9"), "bucket-1")
    with pytest.raises(StorageFailed):
        nobody.size("file")
