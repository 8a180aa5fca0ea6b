"""Two technicians record in the same visit, each on their own device (JOB-4)."""

import pytest

from server.tables.visit_times import VisitTimeRow
from server.tables.visits import VisitRow
from tests.mutations.house import JOB, MU, VISIT, ZHOU, body_of, golden_id

CHANGES = {"changes": {"cause": {"from": None, "to": "气管接头漏气"}}}


@pytest.fixture
def pair(house):
    """Zhou leads; both are there, and neither has a signal."""
    house.open_job(ZHOU, MU)
    house.phone(ZHOU).keep("visit.arrive")
    house.later(minutes=3)
    house.phone(MU).keep("visit.arrive")
    return house


def test_job_4_who_arrives_second_comes_to_the_same_visit_and_their_time_is_kept(pair):
    assert [str(result.verdict) for result in pair.phone(ZHOU).push() + pair.phone(MU).push()] == ["applied"] * 2
    (visit,) = pair.rows(VisitRow)
    assert visit.technician_id == ZHOU
    (came,) = pair.rows(VisitTimeRow)
    assert (came.event, came.recorded_by, came.stated_at.minute) == ("arrived", MU, 25)


def test_job_4_whoever_is_heard_first_both_sections_stand_in_one_visit(pair):
    pair.phone(MU).keep("visit.record_look")
    pair.phone(ZHOU).keep("visit.record_listen")
    pair.phone(MU).push()
    pair.phone(ZHOU).push()
    seen = [pair.phone(person).pull()["visit", VISIT] for person in (ZHOU, MU)]
    assert seen[0] == seen[1]
    assert seen[0]["listen"]["account"]
    assert seen[0]["look"]["read_km"] == 186430


def test_job_4_what_both_typed_goes_to_the_lead(pair):
    pair.phone(ZHOU).keep("visit.record_check", body=body_of("visit.record_check", **CHANGES))
    other = {"changes": {"cause": {"from": None, "to": "空压机出气阀片断裂"}}}
    pair.phone(MU).keep("visit.record_check", body=body_of("visit.record_check", **other))
    pair.phone(MU).push()
    assert pair.phone(ZHOU).push()[-1].verdict == "needs_review"
    (review,) = [row for (table, _), row in pair.phone(ZHOU).pull().items() if table == "review"]
    assert review["owner_id"] == ZHOU
    assert {review["in_force"], review["proposed"]} == {"气管接头漏气", "空压机出气阀片断裂"}


def test_job_4_each_records_own_swaps_and_photos(pair):
    pair.phone(ZHOU).push()
    for person, swap, photo in ((ZHOU, 141, 143), (MU, 142, 144)):
        old_part = {"old_part_id": golden_id(swap + 10), "serial": None, "quantity": 1, "tag": None}
        pair.phone(person).keep("swap.record", swap_id=golden_id(swap), new_serial=None, old_part=old_part)
        pair.phone(person).keep("photo.attach", photo_id=golden_id(photo))
    pair.phone(MU).push()
    pair.phone(ZHOU).push()
    for person in (ZHOU, MU):
        rows = pair.phone(person).pull()
        assert {row["recorded_by"] for (table, _), row in rows.items() if table == "swap"} == {ZHOU, MU}
        assert {row["taken_by"] for (table, _), row in rows.items() if table == "photo"} == {ZHOU, MU}
    assert pair.phone(ZHOU).pull()["job", JOB]["technicians"][0] == {"user_id": ZHOU, "lead": True}
