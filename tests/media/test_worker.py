"""Work that must happen is done once, by whoever comes; what was never finished goes away; on both databases."""

import threading

import pytest

from media import tasks, uploads, worker
from media.refusal import UnknownUpload
from media.renditions import Variant, rendition_name
from media.storage import Absent
from media.tasks import Kind
from tests.media.pictures import jpeg
from tests.media.world import WHO


def queue(world, *subjects):
    with world.media.sessions.begin() as session:
        for subject in subjects:
            tasks.queue(world.media, session, Kind.CLEAR, subject)


def test_an_unfinished_upload_is_removed_when_its_time_is_over_and_not_before(world, tmp_path):
    data = jpeg()
    upload = world.announce(data)
    world.send(upload, data[:1000])
    world.pass_time(days=6)
    world.send(upload, data[1000:2000], offset=1000)
    world.pass_time(days=6)
    world.drain()
    assert uploads.look(world.media, WHO, upload.id).offset == 2000
    world.pass_time(days=2)
    world.drain()
    with pytest.raises(UnknownUpload):
        uploads.look(world.media, WHO, upload.id)
    assert world.parts() == []
    assert not [path for path in (tmp_path / "files").rglob("*") if path.is_file()]


def test_a_finished_upload_never_expires(world):
    data = jpeg()
    upload = world.announce(data)
    world.send(upload, data)
    world.pass_time(days=400)
    world.drain()
    assert b"".join(world.storage.read(f"{upload.folder}/original")) == data


def test_a_task_is_claimed_by_one_worker_only(world):
    queue(world, *(f"folder-{number}" for number in range(20)))
    claimed, lock = [], threading.Lock()

    def work():
        while (task := tasks.claim(world.media)) is not None:
            with lock:
                claimed.append(task.subject)

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(claimed) == sorted({f"folder-{number}" for number in range(20)})


def test_a_task_whose_worker_died_is_claimed_again_after_its_lease(world):
    queue(world, "folder")
    first = tasks.claim(world.media)
    assert tasks.claim(world.media) is None
    world.pass_time(minutes=3)
    second = tasks.claim(world.media)
    assert (second.subject, second.attempts) == ("folder", 2)
    tasks.finish(world.media, first)
    assert world.tasks() == {"clear"}, "who came late does not end the other's work"
    tasks.finish(world.media, second)
    assert world.tasks() == set()


def test_a_task_that_fails_waits_longer_each_time_and_blocks_no_other(world, tmp_path):
    data = jpeg()
    upload = world.announce(data)
    world.send(upload, data)
    original = tmp_path / "files" / upload.folder / "original"
    hidden = original.with_name("hidden")
    original.rename(hidden)
    assert world.drain() == 2
    assert world.tasks() == {"render"}
    assert world.drain() == 0
    hidden.rename(original)
    world.pass_time(seconds=3)
    assert world.drain() == 1
    assert world.tasks() == set()
    assert world.storage.size(rendition_name(upload.folder, Variant.W320)) > 0


def test_a_picture_that_no_decoder_can_finish_keeps_its_original_only(world, caplog):
    data = jpeg()[:20_000]
    upload = world.announce(data)
    world.send(upload, data)
    world.drain()
    assert world.tasks() == set()
    assert "no renditions" in caplog.text
    with pytest.raises(Absent):
        world.storage.size(rendition_name(upload.folder, Variant.W320))
    assert b"".join(world.storage.read(f"{upload.folder}/original")) == data


def test_drain_stops_at_its_limit(world):
    queue(world, "one", "two", "three")
    assert worker.drain(world.media, limit=2) == 2
    assert worker.drain(world.media, limit=2) == 1
