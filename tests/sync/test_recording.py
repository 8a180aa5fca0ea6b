"""The server's own mutations go through the same log."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import func, select

from sync.engine import Recording
from sync.tables import feed, inbox
from tests.sync.toy import OFFICE, Movement, Note


def test_a_recording_is_logged_applied_and_fed_like_any_other(world, phone):
    result = world.engine.record(OFFICE, "note.open", 1, "job:1", {"id": "n1", "title": "爬坡"})
    assert result.verdict == "applied"
    phone.sync()
    assert phone.cache["note", "n1"]["title"] == "爬坡"
    stored = select(inbox.c.device_id, inbox.c.seq, inbox.c.user_id).where(inbox.c.name == "note.open")
    assert world.rows(stored) == [("server", 1, OFFICE)]
    assert world.rows(select(feed).where(feed.c.audience == "device:server")) == []


def test_a_recording_inside_a_callers_transaction_shares_its_fate(world, phone):
    with world.sessions() as session, session.begin() as transaction:
        world.engine.record(OFFICE, "note.open", 1, "job:1", {"id": "n1", "title": "leak"}, session=session)
        transaction.rollback()
    assert world.all(Note) == []
    with world.sessions() as session, session.begin():
        world.engine.record(OFFICE, "note.open", 1, "job:1", {"id": "n1", "title": "leak"}, session=session)
    assert len(world.all(Note)) == 1


def test_a_recording_that_crashes_is_held_and_the_callers_transaction_goes_on(world, phone):
    world.toy.crashing.add("boom")
    with world.sessions() as session, session.begin():
        session.add(Note(id="mine", lane="job:9", title="the caller's own", lines="[]"))
        results = world.engine.record_many(
            [
                Recording(OFFICE, "note.open", 1, "job:1", {"id": "n1", "title": "leak"}),
                Recording(OFFICE, "note.add", 1, "job:1", {"id": "n1", "line": "boom"}),
                Recording(OFFICE, "note.open", 1, "job:2", {"id": "n2", "title": "leak"}),
            ],
            session=session,
        )
    assert [(result.verdict, result.code) for result in results] == [
        ("applied", None),
        ("held", "crashed"),
        ("applied", None),
    ]
    assert {row[0].id for row in world.all(Note)} == {"mine", "n1", "n2"}


def test_many_recordings_of_many_people_and_days_share_one_transaction(world, phone, statements):
    recordings = [
        Recording(
            user_id=(OFFICE, "ann")[number % 2],
            name="stock.move",
            v=1,
            lane=f"own:{number}",
            body={"giver": "shelf", "taker": f"van{number % 8}", "quantity": 1},
            device_time=datetime(2026, 11, 1 + number % 15, 8, tzinfo=UTC),
        )
        for number in range(500)
    ]
    statements.clear()
    results = world.engine.record_many(recordings)
    assert len(results) == 500
    assert world.rows(select(func.count()).select_from(Movement)) == [(500,)]
    days = world.rows(select(func.count(inbox.c.device_time.distinct())).where(inbox.c.device_id == "server"))
    assert days == [(15,)]
    assert len(statements) < 80


def test_a_float_in_a_recording_is_a_fault_of_the_caller(world):
    with pytest.raises(ValueError, match="not JSON compliant"):
        world.engine.record(OFFICE, "note.open", 1, "job:1", {"id": "n1", "title": float("nan")})
