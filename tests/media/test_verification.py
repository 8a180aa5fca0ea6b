"""A whole file gets one verdict, whatever dies or runs twice on the way; each test on both databases."""

import pytest

from media import receiving
from media.directory import DirectoryStorage
from media.limits import Limits
from media.refusal import HashMismatch, OffsetConflict, StorageFailed, TooManyPixels
from media.verification import verify
from tests.media.pictures import jpeg, png
from tests.media.world import World


class ProcessDiedError(Exception):
    pass


def die():
    raise ProcessDiedError


def test_parts_join_without_gap_and_are_cleared_after_the_verdict(world, tmp_path):
    data = jpeg()
    upload = world.announce(data)
    for start in range(0, len(data), 100_000):
        world.send(upload, data[start : start + 100_000], offset=start)
    assert world.upload_row(upload).state == "verified"
    assert world.parts() == []
    assert world.tasks() == {"parts", "render"}
    world.drain()
    kept = {str(path.relative_to(tmp_path / "files")) for path in (tmp_path / "files").rglob("*") if path.is_file()}
    assert kept == {f"{upload.folder}/{name}" for name in ("original", "w320.webp", "w1280.webp")}


def test_a_crash_between_verdict_and_books_leaves_neither_and_both_come_later(world):
    data = jpeg()
    upload = world.announce(data)
    world.toy.before_record = die
    with pytest.raises(ProcessDiedError):
        world.send(upload, data)
    assert world.upload_row(upload).state == "received"
    assert world.verdicts() == []
    world.toy.before_record = lambda: None
    world.drain()
    assert world.verdicts() == [], "the one who received it may still be at it"
    world.pass_time(minutes=3)
    world.drain()
    assert world.upload_row(upload).state == "verified"
    assert len(world.verdicts()) == 1


def test_a_verdict_that_the_books_do_not_take_is_offered_again_later_and_later(world, caplog):
    data = jpeg()
    upload = world.announce(data)
    world.toy.before_record = die
    with pytest.raises(ProcessDiedError):
        world.send(upload, data)
    for _ in range(6):
        world.pass_time(hours=1, seconds=1)
        assert world.drain() == 1
        assert world.drain() == 0
    assert "failed 6 times" in caplog.text
    world.toy.before_record = lambda: None
    world.pass_time(hours=1, seconds=1)
    world.drain()
    assert len(world.verdicts()) == 1


class InterruptedStorage(DirectoryStorage):
    """Lets somebody else act once while a whole file is being read."""

    def __init__(self, root):
        super().__init__(root)
        self.meanwhile = []

    def read(self, name, start=0, stop=None):
        if name.endswith("original") and self.meanwhile:
            self.meanwhile.pop()()
        return super().read(name, start, stop)


def test_two_judges_at_once_record_one_verdict(database_url, tmp_path):
    storage = InterruptedStorage(tmp_path / "files")
    world = World(database_url, storage)
    data = jpeg()
    upload = world.announce(data)
    storage.meanwhile.append(lambda: verify(world.media, upload.id))
    assert world.send(upload, data).offset == len(data)
    assert storage.meanwhile == []
    assert len(world.verdicts()) == 1
    assert world.tasks() == {"parts", "render"}
    world.database.dispose()


def test_a_mismatch_found_by_the_worker_starts_the_upload_over(world):
    data = jpeg()
    upload = world.announce(data)
    with pytest.raises(HashMismatch):
        world.send(upload, data[:-1] + b"\0")
    row = world.upload_row(upload)
    assert (row.state, row.offset) == ("receiving", 0)
    assert row.folder != upload.folder, "what is still written into the old folder is cleared with it"
    world.drain()
    assert world.tasks() == set()
    assert world.send(upload, data).offset == len(data)
    assert world.upload_row(upload).state == "verified"


def test_bytes_that_come_late_to_a_folder_given_up_do_not_count(world):
    data = jpeg()
    upload = world.announce(data)
    arrived = iter([data[:1000]])

    def meanwhile(size):
        piece = next(arrived, b"")
        if piece:
            with pytest.raises(HashMismatch):
                world.send(upload, b"\0" * len(data))
        return piece

    with pytest.raises(OffsetConflict):
        receiving.append(world.media, "lin", upload.id, receiving.Chunk(0, len(data), None), meanwhile)
    assert world.upload_row(upload).offset == 0
    assert world.parts() == []


def test_a_limit_is_asked_before_a_pixel_is_decoded(database_url, storage):
    strict = World(database_url, storage, limits=Limits(pixels=64 * 48 - 1))
    data = png(64, 48)
    upload = strict.announce(data, kind="image/png")
    with pytest.raises(TooManyPixels) as refused:
        strict.send(upload, data)
    assert refused.value.detail == {"limit": 3071, "pixels": 3072}
    assert [verdict.refusal for verdict in strict.verdicts()] == ["too_many_pixels"]
    strict.drain()
    with pytest.raises(TooManyPixels):
        strict.send(upload, data)
    strict.database.dispose()


def test_a_storage_that_fails_counts_nothing_that_it_did_not_store(world, tmp_path):
    data = jpeg()
    upload = world.announce(data)
    world.send(upload, data[:1000], offset=0)
    folder = tmp_path / "files" / upload.folder / "parts"
    folder.rename(folder.with_name("elsewhere"))
    folder.write_text("a disk that takes nothing")
    with pytest.raises(StorageFailed):
        world.send(upload, data[1000:], offset=1000)
    assert world.upload_row(upload).offset == 1000
    folder.unlink()
    folder.with_name("elsewhere").rename(folder)
    world.send(upload, data[1000:], offset=1000)
    assert world.upload_row(upload).state == "verified"
