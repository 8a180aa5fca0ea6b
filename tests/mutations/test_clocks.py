"""What the clocks of a job are computed from (JOB-3), and how a call is completed (JOB-2)."""

from datetime import UTC, datetime

import pytest

from server.cli.house_defaults import write_defaults
from server.rules.calendar_presets import YEARS
from server.rules.sla_presets import PROFILES
from server.tables.calendars import CalendarYearRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.jobs import JobRow
from server.tables.milestones import MilestoneRow
from server.tables.sla_profiles import SlaProfileRow
from server.tables.visits import VisitRow
from tests.mutations.house import CUSTOMER, DISPATCHER, HEAD, JOB, MANAGER, MU, UNIT, VISIT, ZHOU, golden_id

PROFILE = golden_id(61)


def test_job_3_the_head_office_sets_a_profile_and_everybody_has_it(house):
    assert house.phone(MANAGER).record("sla_profile.set").code == "not_permitted"
    assert house.phone(HEAD).record("sla_profile.set").verdict == "applied"
    assert house.phone(ZHOU).pull()["sla_profile", PROFILE]["terms"][0]["amount"] == 6


def test_job_3_a_profile_is_replaced_only_by_who_saw_it(house):
    house.phone(HEAD).record("sla_profile.set")
    assert house.phone(HEAD).record("sla_profile.set", name="别的").code == "changed_meanwhile"
    assert house.phone(HEAD).record("sla_profile.set", revision=1, active=False).verdict == "applied"
    row = house.row(SlaProfileRow, PROFILE)
    assert (row.revision, row.active) == (2, False)


def test_job_3_announced_holidays_are_set_a_year_at_a_time(house):
    assert house.phone(HEAD).record("calendar.set_days").verdict == "applied"
    assert (
        house.phone(HEAD).record("calendar.set_days", revision=1, days_on=["2027-01-02"]).code == "day_of_another_year"
    )
    assert house.phone(HEAD).record("calendar.set_days", revision=1, days_on=["2026-02-28"]).verdict == "applied"
    assert house.row(CalendarYearRow, "2026").days_on == ["2026-02-28"]
    assert house.phone(ZHOU).pull()["calendar_year", "2026"]["days_off"] == ["2026-02-16", "2026-10-01"]


def test_job_3_an_installation_begins_with_the_profiles_and_the_calendar_and_keeps_what_was_set(house):
    house.phone(HEAD).record("calendar.set_days")
    assert write_defaults(house, house.now) == len(PROFILES) + len(YEARS) - 1
    assert write_defaults(house, house.now) == 0
    assert house.row(CalendarYearRow, "2026").days_off == ["2026-02-16", "2026-10-01"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("job.answer", "answered"),
        ("job.answer_in_writing", "answered_in_writing"),
        ("job.agree_plan", "plan_agreed"),
        ("job.lend_unit", "unit_lent"),
        ("job.pause", "paused"),
        ("job.resume", "resumed"),
    ],
)
def test_job_3_what_a_clock_looks_at_is_recorded_once_with_its_time(house, name, kind):
    house.open_job(ZHOU)
    assert house.phone(ZHOU).record(name).verdict == "applied"
    house.later(hours=1)
    assert house.phone(ZHOU).record(name).verdict == "applied"
    (milestone,) = house.rows(MilestoneRow)
    assert (milestone.kind, milestone.at) == (kind, datetime(2026, 11, 19, 5, 22, tzinfo=UTC))


def test_job_3_somebody_was_sent_when_they_were_sent_first(house):
    house.open_job(ZHOU)
    first = house.row(JobRow, JOB).dispatched_at
    house.later(hours=2)
    house.assign(MU)
    assert house.row(JobRow, JOB).dispatched_at == first == datetime(2026, 11, 19, 5, 22, tzinfo=UTC)


@pytest.mark.parametrize(("minutes", "codes"), [(9, []), (11, ["clock_doubtful"])])
def test_job_3_an_arrival_by_a_clock_that_is_far_off_is_stored_and_shown(house, minutes, codes):
    house.open_job(ZHOU)
    phone = house.phone(ZHOU)
    house.later(minutes=minutes)
    phone.keep("visit.arrive")
    house.later(minutes=-minutes)
    phone.push()
    assert house.row(VisitRow, VISIT).arrived_at == house.now
    assert [row.kind for row in house.rows(DiscrepancyRow)] == codes


def test_job_2_a_call_saved_incomplete_is_completed_with_its_customer_and_unit(house):
    house.open_job(customer_id=None, equipment_id=None)
    assert house.row(JobRow, JOB).lacks == ["customer_id", "model", "serial"]
    changes = {"customer_id": {"from": None, "to": CUSTOMER}, "equipment_id": {"from": None, "to": UNIT}}
    assert house.phone(DISPATCHER).record("job.edit", changes=changes).verdict == "applied"
    job = house.row(JobRow, JOB)
    assert (job.lacks, job.customer_name, job.plate) == ([], "临江公交三分公司", "浙B·D2186")


def test_job_2_a_customer_that_is_taken_away_takes_their_name_along(house):
    house.open_job()
    house.phone(DISPATCHER).record("job.edit", changes={"customer_id": {"from": CUSTOMER, "to": None}})
    job = house.row(JobRow, JOB)
    assert (job.customer_name, job.lacks, job.model is None) == (None, ["customer_id"], False)


def test_job_2_an_edit_that_names_an_unknown_unit_waits_for_it(house):
    house.open_job()
    changes = {"equipment_id": {"from": UNIT, "to": golden_id(999)}}
    assert house.phone(DISPATCHER).record("job.edit", changes=changes).verdict == "held"
    assert house.row(JobRow, JOB).equipment_id == UNIT
