"""Phase 1: what was acknowledged is in the inbox for ever, under one number, with the bytes that were sent."""

import json
import threading
from dataclasses import replace

import pytest
from sqlalchemy import func, select

from sync.engine import Gap, SeqConflict
from sync.tables import inbox, verdicts
from tests.sync.device import Push, envelop
from tests.sync.toy import Movement, PowerCut


def test_law_01_an_accepted_envelope_stays_when_the_power_is_cut_before_it_is_applied(world, phone):
    """A first attempt fails and is undone; what arrived is durable when the second one is cut off."""
    phone.record("note.open", "job:1", id="n1", title="leak")
    world.toy.faults += [PowerCut(), RuntimeError("a fault that passes")]
    with pytest.raises(PowerCut):
        phone.deliver(phone.next_push())
    assert [row.mutation_id for row in world.all(inbox) if row.user_id == "ann"] == [
        phone.outbox["main"][0].mutation_id
    ]

    assert world.engine.retry_held() == 1
    phone.sync()
    assert phone.cache["note", "n1"]["title"] == "leak"


def test_law_01_a_push_that_the_power_cut_undid_was_not_acknowledged_and_comes_again(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    world.toy.faults.append(PowerCut())
    with pytest.raises(PowerCut):
        phone.deliver(phone.next_push())
    assert [row for row in world.all(inbox) if row.user_id == "ann"] == []

    phone.sync()
    assert phone.cache["note", "n1"]["title"] == "leak"


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"body": '{"id":"n1","title":"other"}'}, "hash_mismatch"),
        ({"body": "not json"}, "unreadable"),
        ({"body": '{"id":1.5}'}, "unreadable"),
        ({"body": "[" * 100_000}, "unreadable"),
        ({"body": "[]"}, "unreadable"),
        ({"body": '{"id":"n1\x00"}'}, "hash_mismatch"),
        ({"body": '{"id":"\ud800"}'}, "hash_mismatch"),
        ({"name": "visit.fly"}, "unknown_mutation"),
        ({"v": 99}, "unknown_mutation"),
    ],
)
def test_law_01_what_nobody_understands_is_held_and_neither_lost_nor_answered_with_an_error(world, phone, change, code):
    good = phone.record("note.open", "job:1", id="n1", title="leak")
    bad = replace(good, **change)
    if code != "hash_mismatch":
        bad = envelop(bad.seq, bad.mutation_id, bad.name, bad.lane, bad.body, v=bad.v)
    push = Push(phone.device_id, "main", phone.epoch, (bad,))

    answer = phone.deliver(push)

    assert answer.acked_seq == 1
    assert [(result.verdict, result.code) for result in answer.results] == [("held", code)]
    assert phone.deliver(push).acked_seq == 1


def test_a_request_that_nobody_can_read_is_refused(world, phone):
    bad = envelop(1, "m1", "note.rename", "job:1", "[]")
    answer = phone.deliver(Push(phone.device_id, "main", phone.epoch, (bad,)))
    assert [(result.verdict, result.code) for result in answer.results] == [("refused", "unreadable")]


def test_law_02_a_push_that_is_repeated_takes_effect_once(world, phone):
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=3)
    push = phone.next_push()
    first = phone.deliver(push)
    assert phone.deliver(push) == first
    assert [row.quantity for row in world.all(Movement.quantity)] == [3]


def test_law_02_a_push_that_arrives_twice_at_once_takes_effect_once(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.push()
    for number in range(10):
        phone.record("note.add", "job:1", id="n1", line=f"{number}")
    push = phone.next_push()
    threads = [threading.Thread(target=phone.deliver, args=(push,)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    phone.pull()
    assert json.loads(phone.cache["note", "n1"]["lines"]) == [f"{number}" for number in range(10)]
    assert {row.verdict for row in world.all(verdicts)} == {"applied"}


def test_law_02_another_envelope_under_a_used_number_is_a_conflict_and_nothing_is_stored(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.push()
    other = envelop(1, "m-other", "note.open", "job:1", '{"id":"n2","title":"noise"}')
    following = envelop(2, "m-next", "note.open", "job:1", '{"id":"n3","title":"smoke"}')
    with pytest.raises(SeqConflict) as conflict:
        phone.deliver(Push(phone.device_id, "main", phone.epoch, (other, following)))
    assert conflict.value.seq == 1
    assert world.rows(select(func.count()).select_from(inbox).where(inbox.c.user_id == "ann")) == [(1,)]


def test_law_02_a_cloned_phone_takes_a_new_id_and_nothing_is_done_twice_or_lost(world, phone):
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    clone = world.device("ann", phone.device_id)
    clone.outbox = {stream: list(envelopes) for stream, envelopes in phone.outbox.items()}
    clone.acked = dict(phone.acked)
    phone.record("stock.move", "own:2", giver="shelf", taker="van", quantity=10)
    clone.ids = iter(range(100, 200))
    clone.record("stock.move", "own:3", giver="shelf", taker="van", quantity=100)

    phone.sync()
    clone.sync()

    assert clone.device_id != phone.device_id
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [1, 10, 100]
    # Both learn the verdict on what they both hold.
    first = phone.outbox["main"][0].mutation_id
    assert phone.verdicts[first] == clone.verdicts[first] == "applied_with_discrepancy"


def test_law_02_a_mutation_id_with_other_content_is_held_and_takes_no_effect(world, phone):
    first = envelop(1, "m1", "stock.move", "own:1", '{"giver":"shelf","taker":"van","quantity":1}')
    other = envelop(1, "m1", "stock.move", "own:1", '{"giver":"shelf","taker":"van","quantity":5}')
    phone.deliver(Push("phone-a", "main", "", (first,)))
    answer = phone.deliver(Push("phone-b", "main", "", (other,)))
    assert [(result.verdict, result.code) for result in answer.results] == [("held", "mutation_id_reused")]
    assert [row.quantity for row in world.all(Movement.quantity)] == [1]


def test_a_mutation_that_stands_twice_in_one_push_takes_effect_once(world, phone):
    first = envelop(1, "m1", "stock.move", "own:1", '{"giver":"shelf","taker":"van","quantity":1}')
    answer = phone.deliver(Push(phone.device_id, "main", "", (first, replace(first, seq=2))))
    assert [result.verdict for result in answer.results] == ["applied_with_discrepancy"] * 2
    assert [row.quantity for row in world.all(Movement.quantity)] == [1]


def test_a_gap_names_the_expected_number_and_stores_nothing(world, phone):
    for number in range(3):
        phone.record("stock.move", f"own:{number}", giver="shelf", taker="van", quantity=1)
    _, second, third = phone.outbox["main"]
    for envelopes in [(second, third), (third,)]:
        with pytest.raises(Gap) as gap:
            phone.deliver(Push(phone.device_id, "main", phone.epoch, envelopes))
        assert gap.value.expected == 1
    assert world.all(Movement.quantity) == []


def test_an_empty_push_answers_what_the_server_has(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.push()
    answer = phone.deliver(Push(phone.device_id, "main", phone.epoch, ()))
    assert (answer.acked_seq, answer.results) == (1, [])
    assert phone.deliver(Push("unheard-of", "main", phone.epoch, ())).acked_seq == 0


def test_a_push_of_an_earlier_epoch_is_taken_in_and_told_the_new_one(world, phone):
    phone.record("note.open", "job:1", id="n1", title="leak")
    push = phone.next_push()
    epoch = world.engine.raise_epoch()
    answer = phone.deliver(push)
    assert (answer.epoch, answer.acked_seq) == (epoch, 1)
    assert push.epoch != epoch


def test_the_urgent_stream_has_its_own_numbers_and_passes_what_is_held(world, phone):
    world.toy.crashing.add("boom")
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("note.add", "job:1", id="n1", line="boom")
    phone.push()
    phone.record("note.add", "job:1", stream="urgent", id="n1", line="brakes failed")
    phone.push("urgent")
    phone.pull()
    assert phone.cache["note", "n1"]["lines"] == '["brakes failed"]'


def test_law_11_the_inbox_keeps_the_very_bytes_that_were_signed(world, phone):
    body = '{"id":"n1",  "title":"爬坡后气压掉到 6 bar 🛠","strokes":[[120,210,0]]}'
    sealed = envelop(1, "m1", "note.open", "job:1", body)
    phone.outbox["main"].append(sealed)
    world.toy.crashing.add("boom")
    phone.push()
    phone.record("note.seal", "job:1", id="n1")
    rename = phone.record("note.rename", "job:1", id="n1", **{"from": "leak", "to": "another"})
    phone.record("note.add", "job:1", id="n1", line="boom")
    phone.push()
    phone.deliver(Push(phone.device_id, "main", "", tuple(phone.outbox["main"])))
    world.engine.retry_held()
    (stored,) = world.rows(select(inbox.c.body, inbox.c.sha256).where(inbox.c.mutation_id == "m1"))
    assert tuple(stored) == (body, sealed.sha256)
    phone.pull()
    assert phone.verdicts[rename.mutation_id] == "refused"


def test_law_02_what_a_clone_sent_is_not_taken_for_ones_own(world, phone):
    """The server has a number 1 of this device; it is not the one that stands in this outbox."""
    clone = world.device("ann", phone.device_id)
    clone.ids = iter(range(100, 200))
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.push()
    asked = clone.next_push()
    answer = clone.deliver(asked)
    clone.record("stock.move", "own:2", giver="shelf", taker="van", quantity=10)
    clone.take_push_answer(asked, answer)
    assert (answer.acked_seq, len(clone.unsent())) == (1, 1)
    clone.sync()
    assert sorted(row.quantity for row in world.all(Movement.quantity)) == [1, 10]
