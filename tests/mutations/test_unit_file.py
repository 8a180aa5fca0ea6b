"""The unit's file travels with each job on the unit, and leaves with the last one (JOB-6)."""

import pytest
from sqlalchemy import event

from server.files import Files
from tests.mutations.house import (
    DISPATCHER,
    MANAGER,
    MU,
    PHOTO,
    UNIT,
    VISIT,
    WENZHOU,
    ZHOU,
    golden_id,
)

NEXT_JOB = golden_id(131)
LANE = f"job:{NEXT_JOB}"


def filed(house, person):
    return {row_id: row for (table, row_id), row in house.phone(person).pull().items() if table == "unit_visit"}


def open_next_job(house, *technicians):
    house.phone(DISPATCHER).record("job.open", lane=LANE, job_id=NEXT_JOB)
    assign(house, *technicians)


def assign(house, *technicians):
    ids = list(technicians)
    given = house.phone(DISPATCHER).record(
        "job.assign", lane=LANE, job_id=NEXT_JOB, technician_ids=ids, lead_id=technicians[0]
    )
    assert given.verdict == "applied"


@pytest.fixture
def served(house_on):
    """Zhou has made a visit to the unit, and the customer has signed."""
    house_on.open_job(ZHOU)
    house_on.serve(until="visit.sign")
    return house_on


def test_job_6_who_gets_the_units_next_job_reads_a_colleagues_visit(served):
    assert filed(served, MU) == {}
    open_next_job(served, MU)
    (row,) = filed(served, MU).values()
    assert (row["id"], row["equipment_id"], row["technician_name"]) == (VISIT, UNIT, "周海")
    assert row["account"] == "爬坡后气压掉到 6 bar，机舱有油味。"
    assert row["read_km"] == 186430
    assert [(swap["part_no"], swap["new_serial"]) for swap in row["swaps"]] == [("3509-00417", "AC2511-0342")]
    assert [photo["photo_id"] for photo in row["photos"]] == [PHOTO]
    assert row["signatures"][0]["signer_name"] == "陈国强"
    assert (row["report_number"], row["report_state"]) == ("FW-2611-0001", "signed")


def test_job_6_what_the_manager_decides_stands_in_the_file(served):
    open_next_job(served, MU)
    served.phone(MANAGER).record("report.approve")
    assert filed(served, MU)[VISIT]["report_state"] == "approved"


def test_job_6_a_photo_that_comes_late_is_filed(served):
    open_next_job(served, MU)
    served.phone(ZHOU).record("photo.attach", photo_id=golden_id(136), subject="fault")
    assert {photo["photo_id"] for photo in filed(served, MU)[VISIT]["photos"]} == {PHOTO, golden_id(136)}


def test_law_06_who_loses_the_last_job_on_the_unit_loses_its_file(served):
    open_next_job(served, MU)
    assert VISIT in filed(served, MU)
    assign(served, ZHOU)
    assert filed(served, MU) == {}
    assert VISIT in filed(served, ZHOU)


def test_law_06_who_keeps_another_job_on_the_unit_keeps_its_file(served):
    open_next_job(served, ZHOU)
    assign(served, MU)
    assert VISIT in filed(served, ZHOU)


def test_job_6_nobody_else_sees_it(served):
    assert VISIT in filed(served, MANAGER)
    assert VISIT in filed(served, DISPATCHER)
    assert filed(served, MU) == {}
    assert WENZHOU not in {row["station_id"] for row in filed(served, MANAGER).values()}


def test_job_6_the_files_photos_can_be_looked_at_by_who_has_the_file(served):
    files = Files(served.sync)
    with served.sessions() as session:
        assert not files.may_see(session, MU, PHOTO)
    open_next_job(served, MU)
    with served.sessions() as session:
        assert files.may_see(session, MU, PHOTO)


def test_job_6_the_grant_costs_the_same_however_long_the_file_is(house):
    def statements(count):
        for number in range(count):
            job, visit = golden_id(3000 + number), golden_id(4000 + number)
            lane = f"job:{job}"
            house.phone(DISPATCHER).record("job.open", lane=lane, job_id=job)
            house.phone(DISPATCHER).record("job.assign", lane=lane, job_id=job, technician_ids=[ZHOU], lead_id=ZHOU)
            house.phone(ZHOU).record("visit.arrive", lane=lane, job_id=job, visit_id=visit)
            house.phone(ZHOU).record("visit.close_unsigned", lane=lane, visit_id=visit)
        seen = []
        listener = lambda *heard: seen.append(heard[2])  # noqa: E731 -- it is removed again below
        event.listen(house.database, "before_cursor_execute", listener)
        job = golden_id(5000 + count)
        lane = f"job:{job}"
        house.phone(DISPATCHER).record("job.open", lane=lane, job_id=job)
        house.phone(DISPATCHER).record("job.assign", lane=lane, job_id=job, technician_ids=[MU], lead_id=MU)
        event.remove(house.database, "before_cursor_execute", listener)
        return len(seen)

    assert statements(1) == statements(6)
