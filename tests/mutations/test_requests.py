"""A request is judged: refused with a stable code and words that say what to do, or granted."""

from server.tables.jobs import JobRow
from server.tables.old_parts import OldPartRow
from server.tables.people import PersonRow
from server.tables.photos import PhotoRow
from server.tables.reports import ReportRow
from server.tables.visits import VisitRow
from tests.mutations.house import (
    CLERK,
    CUSTOMER,
    DISPATCHER,
    FAR_DISPATCHER,
    FAR_MANAGER,
    HEAD,
    JOB,
    MANAGER,
    MU,
    OLD_PART,
    PHOTO,
    VISIT,
    ZHOU,
    golden_id,
)


def verdict(result):
    return (result.verdict, result.code)


def test_job_2_a_job_that_lacks_something_is_saved_and_says_what(house):
    house.open_job(distance_km=None, contact=None)
    assert house.row(JobRow, JOB).lacks == ["contact", "distance_km"]


def test_job_2_an_edit_fills_what_lacked(house):
    house.open_job(distance_km=None)
    house.phone(DISPATCHER).record("job.edit", changes={"distance_km": {"from": None, "to": 400}})
    assert house.row(JobRow, JOB).lacks == []


def test_jobs_are_numbered_by_station_and_month(house):
    house.open_job()
    other = golden_id(131)
    assert house.phone(DISPATCHER).record("job.open", lane=f"job:{other}", job_id=other).verdict == "applied"
    assert [row.number for row in house.rows(JobRow)] == ["NB-2611-0001", "NB-2611-0002"]


def test_a_job_id_is_used_once(house):
    house.open_job()
    assert verdict(house.phone(DISPATCHER).record("job.open")) == ("refused", "job_already_opened")


def test_job_4_a_lead_who_does_not_go_is_refused(house):
    house.open_job()
    refused = house.phone(DISPATCHER).record("job.assign", technician_ids=[ZHOU], lead_id=MU)
    assert verdict(refused) == ("refused", "lead_not_among_them")
    assert house.row(JobRow, JOB).state == "open"


def test_only_technicians_are_assigned(house):
    house.open_job()
    refused = house.phone(DISPATCHER).record("job.assign", technician_ids=[CLERK], lead_id=CLERK)
    assert (verdict(refused), refused.detail) == (("refused", "not_a_technician"), {"user_ids": [CLERK]})


def test_vis_14_a_report_is_decided_once(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    assert verdict(house.phone(MANAGER).record("report.approve")) == ("applied", None)
    assert verdict(house.phone(MANAGER).record("report.send_back")) == ("refused", "report_not_waiting")


def test_vis_14_what_was_sent_back_can_be_completed_and_is_signed_anew_under_the_same_number(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    number = house.row(ReportRow, VISIT).number
    house.phone(MANAGER).record("report.send_back")
    assert (house.row(VisitRow, VISIT).state, house.row(JobRow, JOB).state) == ("ended", "ended")
    changes = {"note": {"from": "", "to": "补拍了旧件"}}
    assert house.phone(ZHOU).record("visit.record_look", changes=changes).verdict == "applied"
    assert house.phone(ZHOU).record("visit.sign", signature_id=golden_id(136)).verdict == "applied"
    report = house.row(ReportRow, VISIT)
    assert (report.number, report.state, report.sent_back_reason) == (number, "signed", None)


def test_vis_8_an_unsigned_visit_goes_to_the_manager(house):
    house.open_job(ZHOU)
    house.serve()
    assert house.phone(ZHOU).record("visit.close_unsigned").verdict == "applied"
    assert house.row(ReportRow, VISIT).state == "unsigned"
    assert house.phone(MANAGER).record("report.approve").verdict == "applied"


def test_the_office_of_another_station_is_refused(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    for person, name in ((FAR_MANAGER, "report.approve"), (FAR_DISPATCHER, "job.edit"), (FAR_DISPATCHER, "job.assign")):
        assert verdict(house.phone(person).record(name)) == ("refused", "not_permitted")
    assert house.phone(HEAD).record("report.approve").verdict == "applied"


def test_a_mutation_cannot_borrow_the_right_to_another_lane(house):
    """Standing is judged for the lane; the body must belong to that lane."""
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    other = golden_id(131)
    house.phone(DISPATCHER).record("job.open", lane=f"job:{other}", job_id=other)
    given = {"lane": f"job:{other}", "job_id": other, "technician_ids": [MU], "lead_id": MU}
    house.phone(DISPATCHER).record("job.assign", **given)
    house.phone(MU).pull()
    assert verdict(house.phone(MU).record("visit.end", lane=f"job:{other}")) == ("held", "not_permitted")


def test_a_fact_whose_visit_is_not_here_yet_waits_for_it(house):
    house.open_job(ZHOU)
    phone = house.phone(ZHOU)
    early = phone.record("visit.record_listen")
    assert (verdict(early), early.detail) == (("held", "missing"), {"table": "visit", "id": VISIT})


def test_an_administrator_adds_each_thing_once(house):
    refused = house.system("customer.add", customer_id=CUSTOMER)
    assert verdict(refused) == ("refused", "already_added")
    assert house.system("person.add", person_id=golden_id(91), login="11").code == "already_added"
    assert house.system("station.add", station_id=golden_id(92)).code == "already_added"


def test_a_person_who_was_added_has_no_password(house):
    assert house.row(PersonRow, ZHOU).password_hash == ""


def test_only_the_server_says_that_a_photo_is_whole(house):
    house.open_job(ZHOU)
    house.serve(until="photo.attach")
    assert verdict(house.phone(ZHOU).record("photo.verified")) == ("held", "not_permitted")
    assert house.row(PhotoRow, PHOTO).state == "expected"
    assert house.system("photo.verified").verdict == "applied"
    assert house.row(PhotoRow, PHOTO).state == "verified"


def test_a_file_that_is_not_the_announced_one_is_no_evidence(house):
    house.open_job(ZHOU)
    house.serve(until="photo.attach")
    assert house.system("photo.verified", sha256="0" * 64).verdict == "applied"
    photo = house.row(PhotoRow, PHOTO)
    assert (photo.state, photo.refusal) == ("refused", "other_file")


def test_a_clerk_photographs_an_old_part_in_its_own_lane(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    photo = {"photo_id": golden_id(135), "subject": "old_part", "visit_id": None, "of_id": OLD_PART}
    lane = f"old_part:{OLD_PART}"
    assert house.phone(CLERK).record("photo.attach", lane=lane, **photo).verdict == "applied"
    assert ("photo", golden_id(135)) in house.phone(CLERK).pull()
    assert house.row(OldPartRow, OLD_PART).state == "with_technician"


def test_what_no_database_can_keep_is_held_with_words(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    held = house.phone(ZHOU).record("visit.record_listen", changes={"account": {"from": None, "to": "\x00"}})
    assert verdict(held) == ("held", "unreadable")
    assert "NUL" in held.detail["message"]


def test_job_7_who_loses_the_job_no_longer_sees_it(house):
    house.open_job(ZHOU)
    assert ("job", JOB) in house.phone(ZHOU).pull()
    house.assign(MU)
    assert ("job", JOB) in house.phone(MU).pull()
    assert ("job", JOB) not in house.phone(ZHOU).pull()
