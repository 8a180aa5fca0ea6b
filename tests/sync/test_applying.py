"""Phase 2: in order per lane, all or nothing, and nothing that goes wrong blocks more than its own lane."""

import json

import pytest
from sqlalchemy import event, func, select
from sqlalchemy.exc import OperationalError

from sync.tables import feed, head, inbox, verdicts
from tests.sync.toy import Balance, Movement, Note, PowerCut


def verdicts_of(world, device):
    query = (
        select(inbox.c.seq, verdicts.c.verdict, verdicts.c.code)
        .join_from(inbox, verdicts, inbox.c.number == verdicts.c.number)
        .where(inbox.c.device_id == device.device_id)
        .order_by(inbox.c.stream, inbox.c.seq)
    )
    return [(verdict, code) for _, verdict, code in world.rows(query)]


def lines(device, note_id):
    return json.loads(device.cache["note", note_id]["lines"])


def test_law_03_a_lane_is_applied_in_the_order_of_its_numbers(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    for number in range(30):
        phone.record("note.add", "job:1", id="n1", line=f"{number}")
    phone.sync()
    assert lines(phone, "n1") == [f"{number}" for number in range(30)]


def test_law_03_a_poison_mutation_is_held_and_only_what_follows_in_its_lane_waits(world, phone, office):
    office.record("job.assign", "job:2", on=["ann"], off=[])
    office.sync()
    world.toy.crashing.add("boom")
    for lane, note_id in (("job:1", "n1"), ("job:2", "n2")):
        phone.record("note.open", lane, id=note_id, title="leak")
        phone.record("note.add", lane, id=note_id, line="before")
        phone.record("note.add", lane, id=note_id, line="boom" if lane == "job:1" else "fine")
        phone.record("note.add", lane, id=note_id, line="after")
    phone.sync()

    assert lines(phone, "n1") == ["before"]
    assert lines(phone, "n2") == ["before", "fine", "after"]
    assert verdicts_of(world, phone)[:4] == [("applied", None)] * 2 + [("held", "crashed"), ("held", "waiting")]

    office.record("note.add", "job:1", id="n1", line="by the office")
    office.sync()
    phone.sync()
    assert lines(phone, "n1") == ["before", "by the office"]

    world.toy.crashing.clear()
    assert world.engine.retry_held() == 2
    phone.pull()
    assert lines(phone, "n1") == ["before", "by the office", "boom", "after"]
    assert set(phone.verdicts.values()) == {"applied"}


def test_law_03_what_misses_a_row_is_tried_again_when_somebody_brings_it(world, phone, office):
    bo = world.device("bo")
    office.record("job.assign", "job:1", on=["bo"], off=[])
    office.sync()
    phone.record("note.add", "job:1", id="n1", line="first")
    phone.record("note.add", "job:1", id="n1", line="second")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.sync()
    assert verdicts_of(world, phone) == [
        ("held", "missing"),
        ("held", "waiting"),
        ("applied_with_discrepancy", "below_zero"),
    ]

    bo.record("note.open", "job:1", id="n1", title="leak")
    bo.sync()
    phone.pull()
    assert lines(phone, "n1") == ["first", "second"]
    assert list(phone.verdicts.values()).count("applied") == 2


def test_law_03_what_misses_a_row_of_another_lane_is_tried_again_too(world, phone, office):
    office.record("note.add", "old_part:n1", id="n1", line="counted")
    office.sync()
    assert verdicts_of(world, office)[-1] == ("held", "missing")
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.sync()
    assert verdicts_of(world, office)[-1] == ("applied", None)
    assert lines(phone, "n1") == ["counted"]


def test_law_03_a_fact_without_the_right_waits_for_the_right_and_a_request_is_refused(world, phone, office):
    bo = world.device("bo")
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.sync()
    bo.record("note.rename", "job:1", id="n1", **{"from": "leak", "to": "mine"})
    bo.record("note.add", "job:1", id="n1", line="by bo")
    bo.sync()
    assert verdicts_of(world, bo) == [("refused", "not_permitted"), ("held", "not_permitted")]

    office.record("job.assign", "job:1", on=["bo"], off=[])
    office.sync()
    bo.sync()
    assert verdicts_of(world, bo)[-1] == ("applied", None)
    assert lines(bo, "n1") == ["by bo"]


def test_law_03_what_an_older_server_does_not_know_is_applied_after_the_upgrade(world, phone):
    known = dict(world.toy.mutators)
    del world.toy.mutators["note.open", 1]
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.add", "job:1", id="n1", line="first")
    phone.sync()
    assert verdicts_of(world, phone) == [("held", "unknown_mutation"), ("held", "waiting")]
    world.toy.mutators = known
    assert world.engine.retry_held() == 2
    phone.pull()
    assert lines(phone, "n1") == ["first"]


def test_a_refused_request_leaves_nothing_behind_and_does_not_block_the_next(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.seal", "job:1", id="n1")
    phone.record("note.rename", "job:1", id="n1", **{"from": "leak", "to": "smoke"})
    phone.record("note.add", "job:1", id="n1", line="after")
    phone.sync()
    assert verdicts_of(world, phone)[2:] == [("refused", "sealed"), ("applied", None)]
    assert phone.cache["note", "n1"] | {"lines": ""} == {
        "id": "n1",
        "lane": "job:1",
        "title": "leak",
        "lines": "",
        "sealed": True,
        "late": 0,
    }
    assert phone.view() == phone.cache


def test_a_refusal_that_comes_too_late_leaves_nothing_behind_either(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.scribble", "job:1", id="n1")
    phone.record("note.add", "job:1", id="n1", line="after")
    phone.sync()
    assert verdicts_of(world, phone) == [("applied", None), ("refused", "sealed"), ("applied", None)]
    assert (phone.cache["note", "n1"]["title"], lines(phone, "n1")) == ("leak", ["after"])
    assert ("note", "scribbled") not in phone.cache


def test_the_same_field_changed_by_two_people_is_kept_twice_for_review(world, phone, office):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.sync()
    office.record("note.rename", "job:1", id="n1", **{"from": "leak", "to": "by the office"})
    office.sync()
    rename = phone.record("note.rename", "job:1", id="n1", **{"from": "leak", "to": "by ann"})
    answer = phone.deliver(phone.next_push())
    assert answer.results[-1].wire() == {
        "seq": rename.seq,
        "mutation_id": rename.mutation_id,
        "verdict": "needs_review",
        "code": "changed_by_both",
        "detail": {"in_force": "by the office", "proposed": "by ann"},
    }


@pytest.mark.parametrize("fault", [PowerCut(), RuntimeError("a fault that passes")], ids=["power cut", "fault"])
def test_law_04_a_push_that_fails_half_way_leaves_nothing_half_done(world, phone, database, fault):
    """The transaction is cut off at its very end, when rows, feed and verdicts have been written."""

    faults = [fault]

    def fail(_connection):
        raise fault

    def fail_when_verdicts_are_stored(_connection, _cursor, statement, *_rest):
        if faults and statement.startswith("UPDATE sync_verdict"):
            faults.clear()
            event.listen(database, "commit", fail, once=True)

    before = world.rows(select(head.c.position))
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=2)
    event.listen(database, "before_cursor_execute", fail_when_verdicts_are_stored)
    if isinstance(fault, PowerCut):
        with pytest.raises(PowerCut):
            phone.deliver(phone.next_push())
        assert [world.all(table) for table in (Note, Movement, Balance)] == [[], [], []]
        assert world.rows(select(feed).where(feed.c.row_id == "n1")) == []
        assert world.rows(select(head.c.position)) == before
        assert verdicts_of(world, phone) == []
    phone.sync()
    assert set(verdicts_of(world, phone)) == {("applied", None), ("applied_with_discrepancy", "below_zero")}
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [2]
    assert phone.cache["note", "n1"]["lines"] == "[]"


def test_a_failure_of_the_database_is_no_poison(world, phone):
    """Such items keep no verdict: the same work may succeed later."""

    class BusyError(Exception):
        sqlstate = "40001"

    phone.record("note.open", "job:1", id="n1", title="leak")
    world.toy.faults += [OperationalError("UPDATE", {}, BusyError()) for _ in range(3)]
    assert phone.deliver(phone.next_push()).results == []
    assert verdicts_of(world, phone) == [(None, None)]
    assert world.engine.retry_held() == 1


def test_law_10_the_movements_make_the_balances_and_each_mutation_moves_once(world, phone):
    bo = world.device("bo")
    for number in range(12):
        device = (phone, bo)[number % 2]
        device.record("stock.move", f"own:{number}", giver="shelf", taker=f"van{number % 3}", quantity=number)
        for _ in range(1 + number % 2):
            device.deliver(device.next_push())
    for device in (phone, bo):
        device.sync()
    assert world.rows(select(func.count()).select_from(Movement)) == [(12,)]
    sums: dict[str, int] = {}
    for movement in world.all(Movement):
        sums[movement[0].taker] = sums.get(movement[0].taker, 0) + movement[0].quantity
        sums[movement[0].giver] = sums.get(movement[0].giver, 0) - movement[0].quantity
    assert {row[0].id: row[0].quantity for row in world.all(Balance)} == sums
    assert sum(sums.values()) == 0
