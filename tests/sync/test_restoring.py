"""A server that was restored from a backup gets again what it lost, from the devices that kept it."""

import itertools
from datetime import timedelta

import pytest

from sync.engine import Reset
from tests.sync.backup import restore, take_backup
from tests.sync.toy import Movement


@pytest.fixture
def backup(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.add", "job:1", id="n1", line="before the backup")
    phone.sync()
    return take_backup(world.database)


def test_law_09_the_lost_envelopes_come_again_and_take_effect_once(world, phone, office, backup):
    phone.record("note.add", "job:1", id="n1", line="after the backup")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=2)
    phone.sync()
    office.record("note.add", "job:1", id="n1", line="by the office")
    office.sync()
    restore(world.database, backup)
    epoch = world.engine.raise_epoch()

    # What the backup holds is repeated, what it lacks is new, and what is recorded meanwhile follows.
    phone.record("note.add", "job:1", id="n1", line="after the restore")
    for device in (phone, office, phone):
        device.sync()

    assert {phone.epoch, office.epoch} == {epoch}
    lines = ["before the backup", "after the backup", "after the restore", "by the office"]
    assert phone.cache["note", "n1"]["lines"] == str(lines).replace("'", '"')
    assert [row.quantity for row in world.all(Movement.quantity)] == [2]
    for device in (phone, office):
        assert world.engine.manifest(device.user_id, device.device_id).digest == device.digest()


def test_law_09_two_lives_that_begin_at_the_same_backup_share_neither_epoch_nor_positions(world, phone, backup):
    lives = []
    for _ in range(2):
        restore(world.database, backup)
        world.now += timedelta(minutes=1)
        world.engine.raise_epoch()
        phone.sync()
        phone.record("note.add", "job:1", id="n1", line="in this life")
        phone.sync()
        lives.append((phone.epoch, phone.position))
    (first, seen), (second, seen_later) = lives
    assert first != second
    assert seen < seen_later - 1_000_000
    assert seen_later < 2**53


def test_law_09_a_position_of_the_lost_time_is_not_used_again(world, phone, office, backup):
    """Otherwise what was recorded in the lost time would seem to know of a revocation that came after it."""
    phone.record("note.add", "job:1", id="n1", line="lost")
    phone.sync()
    late = phone.record("note.add", "job:1", id="n1", line="recorded in the lost time")
    restore(world.database, backup)
    world.engine.raise_epoch()
    office.record("job.assign", "job:1", on=[], off=["ann"])
    office.sync()
    phone.sync()
    assert phone.verdicts[late.mutation_id] == "applied"


def test_law_09_who_had_a_job_in_the_lost_time_had_it(world, phone, office, backup):
    """The desk tells the new life of the grant and of its end before the phone tells what was done in between."""
    bo = world.device("bo")
    office.record("job.assign", "job:1", on=["bo"], off=[])
    office.sync()
    bo.sync()
    done = bo.record("note.add", "job:1", id="n1", line="done in the lost time")
    office.record("job.assign", "job:1", on=[], off=["bo"])
    office.sync()
    restore(world.database, backup)
    world.engine.raise_epoch()
    office.sync()
    bo.sync()
    assert bo.verdicts[done.mutation_id] == "applied"


def test_law_05_a_device_keeps_what_it_has_not_sent_through_every_answer(world, phone, office):
    """Gap, conflict, reset, revocation and a new epoch: all of them leave the outbox alone."""
    clone = world.device("ann", phone.device_id)
    clone.ids = itertools.count(100)
    clone.record("stock.move", "own:0", giver="shelf", taker="van", quantity=1000)
    clone.push()
    recorded = [
        phone.record("stock.move", f"own:{number}", giver="shelf", taker="van", quantity=1) for number in range(1, 4)
    ]
    office.record("job.assign", "job:1", on=[], off=["ann"])
    office.sync()
    world.engine.raise_epoch()
    assert isinstance(phone.ask(), Reset)

    phone.sync()

    assert phone.device_id != clone.device_id
    assert [one.mutation_id for one in phone.outbox["main"]] == [one.mutation_id for one in recorded]
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [1, 1, 1, 1000]
    assert phone.unsent() == ()
