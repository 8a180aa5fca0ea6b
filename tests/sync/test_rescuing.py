"""What a dying phone still held is kept as it came, then applied once by a person."""

import json
from dataclasses import asdict

import pytest
from sqlalchemy import select

from sync.tables import rescues
from tests.sync.toy import Movement


def bundle_of(device):
    envelopes = [
        {"stream": stream, **asdict(envelope)} for stream in device.outbox for envelope in device.outbox[stream]
    ]
    return json.dumps({"user_id": device.user_id, "device_id": device.device_id, "envelopes": envelopes})


def test_a_bundle_does_nothing_until_a_person_applies_it_and_then_once(world, phone):
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.push()
    phone.record("stock.move", "own:2", giver="shelf", taker="van", quantity=10)
    phone.record("note.open", "job:1", stream="urgent", id="n1", title="fire")
    bundle_id = world.engine.rescue("colleague", bundle_of(phone))
    assert [row.quantity for row in world.all(Movement.quantity)] == [1]

    for _ in range(2):
        results = world.engine.apply_rescue(bundle_id, "manager")
        assert [result.verdict for result in results] == ["applied_with_discrepancy"] * 2 + ["applied"]
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [1, 10]
    (kept,) = world.rows(select(rescues))
    assert (kept.brought_by, kept.applied_by, kept.bundle) == ("colleague", "manager", bundle_of(phone))


def test_the_phone_may_come_back_to_life_and_send_the_same_itself(world, phone):
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    world.engine.apply_rescue(world.engine.rescue("colleague", bundle_of(phone)), "manager")
    phone.record("stock.move", "own:2", giver="shelf", taker="van", quantity=10)
    phone.sync()
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [1, 10]
    assert set(phone.verdicts.values()) == {"applied_with_discrepancy"}


@pytest.mark.parametrize(
    "bundle", ["", "not json", "[]", '{"user_id":1,"envelopes":[]}', '{"user_id":"a","envelopes":[{}]}']
)
def test_a_bundle_that_nobody_can_read_stays_in_quarantine(world, phone, bundle):
    bundle_id = world.engine.rescue("colleague", bundle)
    with pytest.raises(ValueError, match="stays in quarantine"):
        world.engine.apply_rescue(bundle_id, "manager")
    assert world.rows(select(rescues.c.bundle, rescues.c.applied_at)) == [(bundle, None)]


def test_a_bundle_that_never_came_is_named(world, phone):
    with pytest.raises(ValueError, match="There is no bundle nowhere"):
        world.engine.apply_rescue("nowhere", "manager")
