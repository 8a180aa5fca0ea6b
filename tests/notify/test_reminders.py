"""Who has an overdue old part hears of it once in each bucket of days, also when the worker dies (OLD-4)."""

from collections import Counter
from datetime import UTC, datetime

import pytest
from sqlalchemy import event

from server.notify.reminders import remind
from server.rules.presets import INITIAL
from server.tables.old_parts import OldPartRow
from server.tables.work import PUSH, REMIND, WorkRow
from tests.mutations.house import CLERK, MANAGER, MU, OLD_PART, ZHOU, House, golden_id

DUE = datetime(2026, 12, 3, tzinfo=UTC)


@pytest.fixture
def house(migrated_url):
    """Zhou's old part is due on 3 December."""
    made = House(migrated_url)
    made.furnish()
    made.open_job(ZHOU)
    made.serve(until="old_part.tag")
    yield made
    made.database.dispose()


def at(day):
    """Midnight that many days after the day on which it is due."""
    return datetime.fromtimestamp(DUE.timestamp() + day * 86_400, UTC)


def told(house):
    """Who was told how often, and what."""
    return Counter(
        (row.payload["user_id"], row.payload["topic"])
        for row in house.rows(WorkRow)
        if row.kind == PUSH and row.payload["topic"].startswith("old_part")
    )


def test_old_4_it_is_said_once_in_each_bucket_and_in_the_last_to_the_manager_too(house):
    assert house.row(OldPartRow, OLD_PART).due_on == DUE.date()
    heard = []
    for day in range(60):
        for _ in range(2):
            remind(house.sessions, at(day))
        heard.append(sum(told(house).values()))
    assert [day for day in range(1, 60) if heard[day] != heard[day - 1]] == [
        1,
        *(d + 1 for d in INITIAL["ageing_days"]),
    ]
    assert told(house) == {(ZHOU, "old_part_overdue"): 4, (MANAGER, "old_part_long_overdue"): 1}


def test_old_4_a_worker_that_dies_loses_no_reminder_and_repeats_none(house):
    def die(_):
        raise SystemExit

    event.listen(house.database, "commit", die)
    with pytest.raises(SystemExit):
        remind(house.sessions, at(1))
    event.remove(house.database, "commit", die)
    assert told(house) == {}
    remind(house.sessions, at(1))
    remind(house.sessions, at(1))
    assert told(house) == {(ZHOU, "old_part_overdue"): 1}
    assert len([row for row in house.rows(WorkRow) if row.kind == REMIND and row.done_at is None]) == 1


def test_old_4_who_has_it_now_is_told(house):
    house.phone(ZHOU).record("old_part.hand_over")
    house.phone(MU).record("old_part.take_over")
    remind(house.sessions, at(1))
    assert told(house) == {(MU, "old_part_overdue"): 1}


def test_old_4_what_came_back_or_was_waived_is_not_asked_for(house):
    house.phone(CLERK).record("old_part.receive")
    remind(house.sessions, at(1))
    assert told(house) == {}


def test_old_4_nobody_is_reminded_of_what_the_manager_does_without(house):
    house.phone(MANAGER).record("old_part.waive")
    remind(house.sessions, at(1))
    assert told(house) == {}


def test_old_4_more_time_moves_the_day_and_the_reminders(house):
    assert house.phone(ZHOU).record("extension.ask").verdict == "applied"
    assert house.row(OldPartRow, OLD_PART).due_on == DUE.date()
    assert house.phone(MANAGER).record("extension.grant").verdict == "applied"
    assert house.row(OldPartRow, OLD_PART).due_on.isoformat() == "2026-12-10"
    for day in range(1, 8):
        remind(house.sessions, at(day))
    assert told(house) == {}
    remind(house.sessions, at(8))
    assert told(house) == {(ZHOU, "old_part_overdue"): 1}


def test_old_4_a_refusal_leaves_the_day_and_is_given_once(house):
    house.phone(ZHOU).record("extension.ask")
    assert house.phone(MANAGER).record("extension.refuse").verdict == "applied"
    assert house.phone(MANAGER).record("extension.grant").code == "extension_answered"
    assert house.row(OldPartRow, OLD_PART).due_on == DUE.date()


def test_old_4_time_is_asked_for_only_while_it_is_out_and_only_later(house):
    zhou = house.phone(ZHOU)
    assert zhou.record("extension.ask", due_on="2026-12-03").code == "not_later"
    house.phone(CLERK).record("old_part.receive")
    other = golden_id(195)
    assert zhou.record("extension.ask", lane=f"extension:{other}", extension_id=other).code == "old_part_not_due"
