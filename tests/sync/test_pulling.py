"""A pull brings what this person may see, all of it, once, and takes away what they may no longer see."""

import pytest
from sqlalchemy import select

from sync.engine import Reset, SyncEngine, Upgrade
from sync.tables import grants
from tests.sync.device import Device
from tests.sync.toy import OFFICE_AUDIENCE


def assign(office, lane, *, on=(), off=()):
    office.record("job.assign", lane, on=list(on), off=list(off))
    office.sync()


def agrees(world, device):
    manifest = world.engine.manifest(device.user_id, device.device_id, device.tables)
    return manifest.digest == device.digest() and manifest.position == device.position


def ops(answer):
    return [(change["op"], change.get("id") or change.get("lane") or change.get("seq")) for change in answer.changes]


def test_law_06_a_pull_shows_only_what_the_person_may_see(world, phone, office):
    bo = world.device("bo")
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.sync()
    bo.sync()
    assert sorted(bo.cache) == [("balance", "shelf"), ("balance", "van")]
    assert bo.verdicts == {}


def test_law_06_a_granted_lane_comes_with_all_its_rows_and_a_revoked_one_is_taken_away(world, phone, office):
    bo = world.device("bo")
    bo.sync()
    for number in range(3):
        phone.record("note.open", "job:1", id=f"n{number}", title="leak")
    phone.sync()

    assign(office, "job:1", on=["bo"], off=["ann"])
    granted = bo.ask()
    assert ops(granted) == [("grant", "job:1")]
    assert [one["id"] for one in granted.changes[0]["snapshot"]] == ["n0", "n1", "n2"]
    bo.sync()
    revoked = phone.ask()
    assert ops(revoked) == [("revoke", "job:1"), ("del", "n0"), ("del", "n1"), ("del", "n2")]
    assert revoked.changes[0]["reason"] == "reassigned"
    phone.sync()
    assert (phone.cache, phone.lanes, bo.lanes) == ({}, set(), {"job:1"})

    bo.record("note.add", "job:1", id="n0", line="secret")
    bo.sync()
    assert ops(phone.ask()) == []

    assign(office, "job:1", on=["ann"])
    assert ops(phone.ask()) == [("grant", "job:1")]
    phone.sync()
    assert phone.cache == bo.cache


def test_law_06_revoking_leaves_what_was_not_sent_and_it_is_applied_as_late(world, phone, office):
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.sync()
    phone.record("note.add", "job:1", id="n1", line="written offline")
    assign(office, "job:1", on=["bo"], off=["ann"])
    phone.pull()
    assert len(phone.unsent()) == 1

    phone.sync()
    phone.record("note.add", "job:1", id="n1", line="after it was known")
    phone.sync()
    office.pull()
    assert office.cache["note", "n1"]["lines"] == '["written offline"]'
    assert office.cache["note", "n1"]["late"] == 1
    assert list(phone.verdicts.values()) == ["applied", "applied", "held"]


def test_law_06_a_row_that_another_audience_still_shows_stays(world, phone, office):
    """Ann also sits at the desk: the lane is taken from her, and the desk goes on showing its rows."""
    world.toy.desk["ann"] = frozenset({"all", OFFICE_AUDIENCE})
    phone.sync()
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.sync()
    assert ops(phone.ask()) == []
    assign(office, "job:1", off=["ann"])
    assert ops(phone.ask()) == [("revoke", "job:1")]
    phone.sync()
    assert agrees(world, phone)
    assert ("note", "n1") in phone.cache


def test_law_06_other_standing_audiences_mean_that_the_device_loads_again(world, phone):
    world.toy.desk["ann"] = frozenset({"all", OFFICE_AUDIENCE})
    answer = phone.ask()
    assert isinstance(answer, Reset)
    assert answer.reason == "standing"
    phone.record("note.open", "job:1", id="n1", title="unsent")
    phone.take_pull_answer(phone.cursor, answer)
    assert len(phone.unsent()) == 1
    phone.sync()
    assert agrees(world, phone)


def test_a_row_that_several_audiences_show_comes_once(world, phone, office):
    world.toy.desk["ann"] = frozenset({"all", OFFICE_AUDIENCE})
    phone.sync()
    phone.record("note.open", "job:1", id="n1", title="leak")
    phone.push()
    assert ops(phone.ask()) == [("put", "n1"), ("verdict", 1)]
    afresh = world.device("ann", "another-phone")
    assert ops(afresh.ask()) == [("grant", "job:1")]
    assert afresh.ask().changes[0]["snapshot"][0]["id"] == "n1"


def test_law_07_every_row_up_to_the_cursor_is_there_whatever_the_size_of_a_page(world, phone, office):
    for number in range(7):
        phone.record("note.open", "job:1", id=f"n{number}", title="leak")
        phone.record("stock.move", f"own:{number}", giver="shelf", taker=f"van{number}", quantity=1)
    phone.sync()
    for limit in (1, 2, 3, 5, 100):
        afresh = world.device("ann", f"phone-{limit}")
        afresh.pull(limit)
        assert agrees(world, afresh)
        office.cursor = None
        office.pull(limit)
        assert agrees(world, office)


def test_law_07_what_changes_during_a_first_sync_is_not_missed(world, phone, office):
    """Between any two pages a row changes, one goes, one comes, and the job goes back and forth."""
    for number in range(6):
        phone.record("note.open", "job:1", id=f"n{number}", title="leak")
    phone.sync()
    afresh = world.device("ann", "new-phone")
    answer = None
    for number in range(30):
        if answer is None or answer.more:
            asked_with = afresh.cursor
            answer = afresh.ask(limit=2)
            afresh.take_pull_answer(asked_with, answer)
        if number < 6:
            phone.record("note.add", "job:1", id=f"n{number}", line="more")
            phone.record("note.remove", "job:1", id=f"n{(number + 3) % 6}")
            phone.record("note.open", "job:1", id=f"m{number}", title="smoke")
            phone.sync()
            assign(office, "job:1", off=["ann"] if number % 2 else [], on=[] if number % 2 else ["ann"])
    assert not afresh.ask().more
    afresh.pull()
    assert agrees(world, afresh)


def test_law_07_a_table_that_is_new_to_the_device_is_filled_in(world, phone):
    old = world.device("ann", "old-phone")
    old.tables = frozenset({"balance"})
    for number in range(5):
        phone.record("note.open", "job:1", id=f"n{number}", title="leak")
        phone.record("stock.move", f"own:{number}", giver="shelf", taker=f"van{number}", quantity=1)
    phone.sync()
    old.sync()
    assert {table for table, _ in old.cache} == {"balance"}
    assert agrees(world, old)
    old.tables = frozenset({"balance", "note", "not on the server yet"})
    for limit in (2, 2, 100):
        old.pull(limit)
    assert {table for table, _ in old.cache} == {"balance", "note"}
    assert agrees(world, old)


def test_a_first_sync_brings_ones_own_work_before_what_all_share(world, phone):
    phone.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    phone.record("note.open", "job:1", id="old", title="leak")
    phone.record("note.open", "job:1", id="new", title="leak")
    phone.sync()
    afresh = world.device("ann", "new-phone")
    first = afresh.ask(limit=1)
    assert ops(first) == [("grant", "job:1")]
    assert [one["id"] for one in first.changes[0]["snapshot"]] == ["new"]
    assert first.more
    assert first.position == phone.position


def test_a_removed_row_is_deleted_and_one_that_the_application_lost_too(world, phone, office):
    for note_id in ("n1", "n2"):
        phone.record("note.open", "job:1", id=note_id, title="leak")
    phone.sync()
    office.record("note.remove", "job:1", id="n1")
    office.sync()
    assert ops(phone.ask()) == [("del", "n1")]
    phone.sync()
    with world.sessions.begin() as session:
        session.connection().exec_driver_sql("DELETE FROM note")
    afresh = world.device("ann", "new-phone")
    afresh.sync()
    assert afresh.cache == {}
    assert agrees(world, afresh)


@pytest.mark.parametrize("cursor", ["", "nonsense", "e30", "bnVsbA", "W10", "eyJlcG9jaCI6MX0", "Ä", "A" * 9])
def test_a_cursor_that_nobody_wrote_means_that_the_device_loads_again(world, phone, cursor):
    with pytest.raises(Reset) as reset:
        world.engine.pull("ann", phone.device_id, cursor, 100)
    assert reset.value.reason == "cursor"


def test_an_app_that_lacks_a_required_table_can_still_send_but_is_told_to_upgrade(world, phone):
    engine = SyncEngine(world.sessions, world.toy, lambda: world.now, required_tables=frozenset({"note"}))
    old = Device(engine, "ann", "old-phone", tables=frozenset({"balance"}))
    with pytest.raises(Upgrade) as upgrade:
        old.ask()
    assert upgrade.value.missing == {"note"}
    old.record("stock.move", "own:1", giver="shelf", taker="van", quantity=1)
    old.push()
    assert old.unsent() == ()


def test_granting_what_is_held_and_revoking_what_is_not_changes_nothing(world, phone, office):
    before = world.all(grants)
    assign(office, "job:1", on=["ann"], off=["bo"])
    assert world.all(grants) == before
    assert ops(phone.ask()) == []


def test_the_history_of_grants_is_kept(world, phone, office):
    assign(office, "job:1", off=["ann"])
    assign(office, "job:1", on=["ann"])
    spans = world.rows(select(grants.c.from_position, grants.c.to_position).order_by(grants.c.number))
    (first_begin, first_end), (second_begin, second_end) = spans
    assert first_begin < first_end < second_begin
    assert second_end is None
