"""Safety on site: the notice before work, the agreement on file, and an incident that is told at once (VIS-13)."""

from server.tables.discrepancies import DiscrepancyRow
from server.tables.safety import AcknowledgementRow, IncidentRow, SiteNoticeRow
from server.tables.work import PUSH, WorkRow
from tests.mutations.house import CLERK, FAR_MANAGER, MANAGER, VISIT, ZHOU, discrepancy_codes, golden_id

NOTICE, ACKNOWLEDGEMENT, INCIDENT = (golden_id(number) for number in (62, 63, 64))


def demand_notice(house, **changes):
    assert house.phone(MANAGER).record("site_notice.publish", **changes).verdict == "applied"
    house.later(minutes=5)


def kinds(house):
    return [row.kind for row in house.rows(DiscrepancyRow)]


def test_vis_13_a_service_on_such_a_site_without_the_notice_is_kept_and_shown_to_the_office(house_on):
    demand_notice(house_on)
    house_on.open_job(ZHOU)
    ended = house_on.serve()[-1]
    assert (ended.verdict, discrepancy_codes(ended)) == ("applied_with_discrepancy", ["safety_not_acknowledged"])
    signed = house_on.phone(ZHOU).record("visit.sign")
    assert "signed_before_service" not in discrepancy_codes(signed)


def test_vis_13_who_acknowledged_what_and_when_is_recorded_and_opens_nothing(house):
    demand_notice(house)
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    assert house.phone(ZHOU).record("safety.acknowledge").verdict == "applied"
    for name in ("visit.record_listen", "visit.record_look", "visit.end"):
        house.phone(ZHOU).record(name)
    row = house.row(AcknowledgementRow, ACKNOWLEDGEMENT)
    assert (row.visit_id, row.notice_id, row.version, row.acknowledged_by) == (VISIT, NOTICE, 1, ZHOU)
    assert row.acknowledged_at == house.now
    assert "safety_not_acknowledged" not in kinds(house)


def test_vis_13_an_older_version_was_read_where_the_newer_had_not_arrived(house):
    demand_notice(house)
    demand_notice(house, text="新版：炉前 20 米内不停车。")
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    house.phone(ZHOU).record("safety.acknowledge", version=1)
    house.phone(ZHOU).record("visit.end")
    assert "safety_not_acknowledged" not in kinds(house)


def test_vis_13_a_notice_that_came_after_the_arrival_is_not_asked_for(house):
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    house.later(minutes=1)
    demand_notice(house)
    house.phone(ZHOU).record("visit.end")
    assert kinds(house) == []


def test_vis_13_the_office_is_told_where_no_agreement_is_on_file(house):
    demand_notice(house, agreement_on_file=False, agreement_until=None)
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    result = house.phone(ZHOU).record("safety.acknowledge")
    assert discrepancy_codes(result) == ["safety_agreement_missing"]


def test_vis_13_an_agreement_that_has_run_out_is_none(house):
    demand_notice(house, agreement_until="2026-11-18")
    house.open_job(ZHOU)
    house.phone(ZHOU).record("visit.arrive")
    assert discrepancy_codes(house.phone(ZHOU).record("safety.acknowledge")) == ["safety_agreement_missing"]
    detail = next(row.detail for row in house.rows(DiscrepancyRow))
    assert detail["agreement"] == "expired"


def test_vis_13_other_words_are_another_version_and_another_date_is_not(house):
    demand_notice(house)
    demand_notice(house, agreement_until="2028-06-30")
    assert house.row(SiteNoticeRow, NOTICE).version == 1
    demand_notice(house, text="新版：炉前 20 米内不停车。")
    assert house.row(SiteNoticeRow, NOTICE).version == 2


def test_vis_13_a_notice_without_words_or_for_another_stations_customer_is_refused(house):
    assert house.phone(MANAGER).record("site_notice.publish", text=" ").code == "empty_notice"
    assert house.phone(FAR_MANAGER).record("site_notice.publish").code == "not_permitted"
    assert house.rows(SiteNoticeRow) == []


def test_vis_13_an_incident_needs_nothing_else_and_the_manager_is_told_that_somebody_is_injured(house_on):
    house_on.open_job(ZHOU)
    assert house_on.phone(ZHOU).record("incident.report").verdict == "applied"
    messages = [row.payload for row in house_on.rows(WorkRow) if row.kind == PUSH]
    assert [(one["topic"], one["user_id"]) for one in messages if one["topic"] == "injury"] == [("injury", MANAGER)]
    assert ("incident", INCIDENT) in house_on.phone(MANAGER).pull()
    assert ("incident", INCIDENT) not in house_on.phone(CLERK).pull()


def test_vis_13_an_incident_is_closed_once_with_words(house):
    house.open_job(ZHOU)
    house.phone(ZHOU).record("incident.report", injured=False)
    assert house.phone(MANAGER).record("incident.close").verdict == "applied"
    assert house.row(IncidentRow, INCIDENT).closed_by == MANAGER
    again = house.phone(MANAGER).record("incident.close")
    assert (again.verdict, again.code) == ("refused", "incident_closed")
