"""The contact log and the archive on the real engine (JOB-1, VIS-14)."""

from datetime import UTC, datetime

import pytest

from server.tables.archive import ArchivedReportRow
from server.tables.contacts import ContactRow
from tests.databases import sqlite_with_tables
from tests.mutations.house import DISPATCHER, FAR_DISPATCHER, MANAGER, VISIT, ZHOU, House, golden_id

CONTACT, ANOTHER_JOB = golden_id(701), golden_id(731)


@pytest.fixture
def house(tmp_path):
    made = House(sqlite_with_tables(tmp_path / "house.sqlite"))
    made.furnish()
    yield made
    made.database.dispose()


def contact(house):
    return house.row(ContactRow, CONTACT)


def test_job_1_what_came_in_has_a_number_in_its_stations_order(house):
    desk = house.phone(DISPATCHER)
    desk.record("contact.log")
    desk.record("contact.log", lane=f"contact:{golden_id(702)}", contact_id=golden_id(702))
    assert [row.number for row in house.rows(ContactRow)] == ["NB-C2611-0001", "NB-C2611-0002"]
    assert contact(house).arrived_at == datetime(2026, 11, 19, 0, 12, tzinfo=UTC)
    assert contact(house).disposition == "open"


def test_job_1_a_call_that_arrives_twice_is_one_contact(house):
    assert house.phone(DISPATCHER).record("contact.log").verdict == "applied"
    assert house.phone(DISPATCHER).record("contact.log").verdict == "applied"
    assert len(house.rows(ContactRow)) == 1


def test_job_1_every_answer_is_filed(house):
    desk = house.phone(DISPATCHER)
    for name in ("contact.log", "contact.clarify", "contact.answer"):
        assert desk.record(name).verdict == "applied"
    desk.record("contact.answer", text="已经修好了。")
    assert [one["text"] for one in contact(house).answers] == [
        "先停车，别再跑山路；今天下午 1 点半到。",
        "已经修好了。",
    ]
    assert (contact(house).disposition, contact(house).question) == ("answered", "哪一台车？要车号。")


def test_job_1_a_contact_leads_to_its_job_also_when_the_job_arrives_later(house):
    desk = house.phone(DISPATCHER)
    desk.record("contact.log")
    assert desk.record("contact.dispatch").verdict == "held"
    house.open_job(ZHOU)
    house.sync.retry_held()
    assert contact(house).disposition == "dispatched"
    desk.record("contact.answer")
    assert contact(house).disposition == "dispatched"


def test_job_1_a_second_job_for_the_same_contact_is_refused(house):
    desk = house.phone(DISPATCHER)
    desk.record("contact.log")
    house.open_job(ZHOU)
    desk.record("contact.dispatch")
    desk.record("job.open", lane=f"job:{ANOTHER_JOB}", job_id=ANOTHER_JOB)
    refused = desk.record("contact.dispatch", job_id=ANOTHER_JOB)
    assert (refused.verdict, refused.code) == ("refused", "contact_has_job")
    assert desk.record("contact.clarify").code == "contact_has_job"


def test_another_stations_desk_neither_logs_here_nor_sees_it(house):
    house.phone(DISPATCHER).record("contact.log")
    assert house.phone(FAR_DISPATCHER).record("contact.answer").code == "not_permitted"
    assert ("contact", CONTACT) not in house.phone(FAR_DISPATCHER).pull()
    assert ("contact", CONTACT) in house.phone(MANAGER).pull()
    assert ("contact", CONTACT) not in house.phone(ZHOU).pull()


def test_vis_14_only_an_approved_report_is_archived_and_once(house):
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    house.phone(ZHOU).record("visit.close_unsigned")
    manager = house.phone(MANAGER)
    assert manager.record("report.archive").code == "report_not_approved"
    manager.record("report.approve")
    assert manager.record("report.archive").verdict == "applied"
    assert manager.record("report.archive").verdict == "applied"
    (filed,) = house.rows(ArchivedReportRow)
    assert (filed.id, filed.month) == (VISIT, "2026-11")


def test_vis_14_a_report_closed_after_midnight_is_filed_with_the_stations_month(house):
    house.now = datetime(2026, 11, 30, 17, 0, tzinfo=UTC)  # one o'clock at night on 1 December in Ningbo
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    house.phone(ZHOU).record("visit.close_unsigned")
    for name in ("report.approve", "report.archive"):
        house.phone(MANAGER).record(name)
    assert [row.month for row in house.rows(ArchivedReportRow)] == ["2026-12"]
