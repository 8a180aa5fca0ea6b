"""Times of a visit, the report on leaving, a second outing, and jobs that a technician asks for."""

import pytest

from server.tables.job_offers import JobOfferRow
from server.tables.jobs import JobRow
from server.tables.visit_times import VisitTimeRow
from server.tables.visits import VisitRow
from tests.mutations.house import (
    DISPATCHER,
    FAR_DISPATCHER,
    JOB,
    MANAGER,
    MU,
    VISIT,
    ZHOU,
    body_of,
    golden_id,
)

SECOND_VISIT = golden_id(132)


@pytest.fixture
def signed(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    return house


def seen(house, person, table):
    return {row_id: row for (name, row_id), row in house.phone(person).pull().items() if name == table}


def test_vis_15_start_of_work_is_one_tap_with_its_position(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    house.later(minutes=4)
    here = {"lat_e7": 298_000_000, "lon_e7": 1_215_000_000, "accuracy_m": 12}
    assert house.phone(ZHOU).record("visit.start", position=here).verdict == "applied"
    house.later(minutes=9)
    house.phone(ZHOU).record("visit.start")
    visit = house.row(VisitRow, VISIT)
    assert (visit.started_at.minute, visit.started_lat_e7) == (26, 298_000_000)


def test_vis_15_a_forgotten_tap_is_stated_afterwards_and_both_times_are_kept(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    house.later(minutes=30)
    assert house.phone(ZHOU).record("visit.state_time").verdict == "applied"
    (row,) = seen(house, DISPATCHER, "visit_time").values()
    assert row["stated_at"] == "2026-11-19T05:10:00.000Z"
    assert row["recorded_at"] == "2026-11-19T05:52:00.000Z"
    assert house.row(VisitRow, VISIT).arrived_at.minute == 22


def test_vis_15_a_time_to_come_is_held_with_words(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    result = house.phone(ZHOU).record("visit.state_time", stated_at="2026-11-20T05:10:00.000Z")
    assert (result.verdict, result.code) == ("held", "time_in_the_future")
    assert house.rows(VisitTimeRow) == []


def test_vis_12_the_office_hears_on_the_board_how_a_technician_left(signed):
    phone = signed.phone(ZHOU)
    assert phone.record("visit.report_back", outcome="done").verdict == "applied"
    phone.record("visit.depart")
    (row,) = seen(signed, DISPATCHER, "report_back").values()
    assert (row["outcome"], row["note"], row["reported_by"]) == ("done", body_of("visit.report_back")["note"], ZHOU)
    assert seen(signed, FAR_DISPATCHER, "report_back") == {}
    assert signed.row(JobRow, JOB).state == "signed"


def test_job_5_money_has_one_home_and_the_report_to_the_office_takes_none(signed):
    result = signed.phone(ZHOU).record("visit.report_back", collected_minor=12_000, currency="CNY")
    assert (result.verdict, result.code) == ("held", "unreadable")


def test_job_7_a_job_goes_through_two_outings_with_a_report_each(signed):
    phone = signed.phone(ZHOU)
    phone.record("visit.report_back")
    phone.record("visit.depart")
    assert signed.row(JobRow, JOB).state == "assigned"
    signed.phone(MANAGER).record("report.approve")
    assert signed.row(JobRow, JOB).state == "assigned"

    signed.later(days=2)
    assert phone.record("visit.arrive", visit_id=SECOND_VISIT).verdict == "applied"
    assert signed.row(JobRow, JOB).state == "under_way"
    assert phone.record("visit.end", visit_id=SECOND_VISIT).verdict == "applied"
    closed = phone.record("visit.close_unsigned", visit_id=SECOND_VISIT)
    assert closed.verdict == "applied", closed
    assert signed.row(JobRow, JOB).state == "unsigned"
    reports = seen(signed, MANAGER, "report")
    assert {row_id: row["state"] for row_id, row in reports.items()} == {VISIT: "approved", SECOND_VISIT: "unsigned"}
    signed.phone(MANAGER).record("report.approve", report_id=SECOND_VISIT)
    assert signed.row(JobRow, JOB).state == "approved"


def test_job_7_the_second_outing_can_be_anothers(signed):
    signed.phone(ZHOU).record("visit.report_back", outcome="waiting_for_parts")
    signed.phone(ZHOU).record("visit.depart")
    signed.assign(MU)
    assert signed.phone(MU).record("visit.arrive", visit_id=SECOND_VISIT).verdict == "applied"
    assert signed.row(VisitRow, SECOND_VISIT).technician_id == MU


def test_vis_12_every_technician_of_the_station_sees_an_open_job_without_the_customers_phone(house):
    house.open_job()
    (row,) = seen(house, MU, "open_job").values()
    assert row["id"] == JOB
    assert not {"phone", "contact"} & row.keys()
    assert seen(house, FAR_DISPATCHER, "open_job") == {}
    house.assign(ZHOU)
    assert seen(house, MU, "open_job") == {}


def test_vis_12_a_technician_asks_for_a_job_and_the_dispatcher_answers_by_assigning(house):
    house.open_job()
    assert house.phone(ZHOU).record("job.offer_self").verdict == "applied"
    assert house.phone(MU).record("job.offer_self", offer_id=golden_id(174)).verdict == "applied"
    assert len(seen(house, DISPATCHER, "job_offer")) == 2
    assert len(seen(house, ZHOU, "job_offer")) == 1
    house.assign(MU)
    assert {row.user_id: row.state for row in house.rows(JobOfferRow)} == {ZHOU: "passed", MU: "given"}


def test_vis_12_a_job_that_somebody_has_cannot_be_asked_for(house):
    house.open_job(MU)
    result = house.phone(ZHOU).record("job.offer_self")
    assert (result.verdict, result.code) == ("refused", "job_taken")
