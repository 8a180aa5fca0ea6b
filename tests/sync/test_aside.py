"""What blocks its lane for good is set aside by a person's call: kept as it came, and the lane goes on."""

import json
from dataclasses import replace

import pytest
from sqlalchemy import select

from sync.tables import inbox, verdicts
from tests.sync.device import Push


@pytest.fixture
def blocked(phone):
    """Damaged on the way, and two good ones behind it in its lane; another lane beside."""
    good = phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.open", "job:1", id="n2", title="smoke")
    phone.record("note.add", "job:1", id="n2", line="black")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    damaged = replace(good, body=good.body.replace("leak", "leek"))
    sent = (damaged, *phone.outbox["main"][1:])
    return phone.deliver(Push(phone.device_id, "main", phone.epoch, sent))


def test_a_damaged_one_blocks_its_lane_and_no_other(world, blocked):
    codes = [(result.verdict, result.code) for result in blocked.results]
    assert codes[:3] == [("held", "hash_mismatch"), ("held", "waiting"), ("held", "waiting")]
    assert codes[3][0] == "applied_with_discrepancy"
    assert world.engine.retry_held() == 0


def test_set_aside_the_lane_goes_on_without_it(world, phone, blocked):
    (held, *_) = world.engine.held()
    assert (held.code, held.lane) == ("hash_mismatch", "job:1")
    assert world.engine.set_aside(held.number, "manager") == 2
    phone.acked["main"] = 4
    phone.pull()
    assert phone.cache["note", "n2"]["lines"] == '["black"]'
    assert ("note", "n1") not in phone.cache
    assert world.engine.held() == []


def test_set_aside_it_stays_in_the_inbox_as_it_came_and_says_who_decided(world, blocked):
    held = world.engine.held()[0]
    before = world.rows(select(inbox))
    world.engine.set_aside(held.number, "manager")
    assert world.rows(select(inbox)) == before
    (row,) = world.rows(select(verdicts).where(verdicts.c.number == held.number))
    assert (row.verdict, row.code) == ("refused", "set_aside")
    assert (json.loads(row.detail)["by"], json.loads(row.detail)["was"]) == ("manager", "hash_mismatch")


def test_set_aside_its_device_is_told(world, phone, blocked):
    mutation_id = blocked.results[0].mutation_id
    world.engine.set_aside(world.engine.held()[0].number, "manager")
    phone.acked["main"] = 4
    phone.pull()
    assert phone.verdicts[mutation_id] == "refused"


def test_what_is_not_held_cannot_be_set_aside(world, blocked):
    number = world.engine.held()[0].number
    world.engine.set_aside(number, "manager")
    with pytest.raises(ValueError, match="is not held"):
        world.engine.set_aside(number, "manager")
    with pytest.raises(ValueError, match="is not held"):
        world.engine.set_aside(10_000, "manager")
