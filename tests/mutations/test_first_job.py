"""The first job that travels, on both databases."""

from server.tables.jobs import JobRow
from server.tables.old_parts import CustodyEventRow, OldPartRow
from server.tables.reports import ReportRow
from server.tables.stock import StockMovementRow, StockRow
from server.tables.visits import VisitRow
from server.tables.work import WorkRow
from tests.mutations.house import CLERK, JOB, MANAGER, NINGBO, OLD_PART, PART, UNIT, VISIT, ZHOU


def test_a_job_goes_from_the_call_to_the_approved_report_and_the_books_agree(house_on):
    house = house_on
    house.open_job(ZHOU)
    assert {str(result.verdict) for result in house.serve(until="visit.sign")} == {"applied"}
    assert house.phone(CLERK).record("old_part.receive").verdict == "applied"
    assert house.phone(MANAGER).record("report.approve").verdict == "applied"

    assert house.row(JobRow, JOB).state == "approved"
    assert house.row(VisitRow, VISIT).state == "signed"
    assert house.row(ReportRow, VISIT).number == "FW-2611-0001"
    assert house.row(OldPartRow, OLD_PART).state == "received"
    on_hand = {row.location: row.quantity for row in house.rows(StockRow)}
    assert on_hand == {
        "opening": -2,
        f"van:{ZHOU}": 1,
        f"unit:{UNIT}": 0,
        f"old:technician:{ZHOU}": 0,
        f"old:station:{NINGBO}": 1,
    }
    assert {row.part_id for row in house.rows(StockMovementRow)} == {PART}
    assert sorted(row.event for row in house.rows(CustodyEventRow)) == ["received", "removed", "tagged"]


def test_a_whole_visit_recorded_offline_is_applied_in_one_push(house_on):
    house = house_on
    house.open_job(ZHOU)
    phone = house.phone(ZHOU)
    for name in ("visit.arrive", "visit.record_listen", "visit.record_look", "photo.attach", "visit.record_check"):
        phone.keep(name)
    for name in ("swap.record", "old_part.tag", "visit.record_handle", "visit.end", "visit.sign", "visit.depart"):
        phone.keep(name)
    assert [str(result.verdict) for result in phone.push()] == ["applied"] * 11
    assert house.row(VisitRow, VISIT).state == "signed"


def test_each_technician_who_is_assigned_gets_one_message(house_on):
    house_on.open_job(ZHOU)
    house_on.assign(ZHOU)
    (work,) = house_on.rows(WorkRow)
    assert (work.kind, work.payload["user_id"], work.payload["job_id"]) == ("push", ZHOU, JOB)
