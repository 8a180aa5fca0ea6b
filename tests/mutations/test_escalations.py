"""A major problem reaches the manager ahead of everything else, and the answer comes back (VIS-9)."""

import json
import uuid

import pytest

from server.rules.presets import INITIAL
from server.tables.escalations import EscalationRow
from server.tables.people import PersonRow
from server.tables.work import PUSH, WorkRow
from sync.engine import Envelope, Gap
from sync.envelope import hash_envelope, wire_time
from tests.mutations.house import (
    CLERK,
    DISPATCHER,
    FAR_MANAGER,
    GOLDEN,
    HEAD,
    JOB,
    MANAGER,
    MU,
    NINGBO,
    PHOTO,
    VISIT,
    ZHOU,
    body_of,
    golden_id,
)

ESCALATION = golden_id(61)
LANE = f"escalation:{ESCALATION}"


def urgent(house, *, seq=1):
    """Zhou's phone sends its urgent stream; answers the verdict."""
    text = json.dumps(body_of("job.escalate"), ensure_ascii=False)
    mutation_id, told = str(uuid.uuid4()), wire_time(house.now)
    named = (mutation_id, "job.escalate", 1, LANE, 0, told, 480, text)
    envelope = Envelope(
        seq=seq,
        mutation_id=mutation_id,
        name="job.escalate",
        v=1,
        lane=LANE,
        base=0,
        body=text,
        device_time=told,
        tz_offset_min=480,
        clock_offset_ms=0,
        sha256=hash_envelope(*named),
    )
    (result,) = house.sync.push(ZHOU, house.phone(ZHOU).device_id, "urgent", "", [envelope]).results
    return result


def told(house, topic):
    """Who gets a push message about it."""
    return {row.payload["user_id"] for row in house.rows(WorkRow) if row.kind == PUSH and row.payload["topic"] == topic}


def test_vis_9_it_is_applied_while_main_has_a_gap(house_on):
    house_on.open_job(ZHOU)
    phone = house_on.phone(ZHOU)
    phone.keep("visit.arrive")
    phone.unsent.clear()
    phone.keep("visit.record_listen")
    with pytest.raises(Gap):
        phone.push()
    assert urgent(house_on).verdict == "applied"
    assert house_on.row(EscalationRow, ESCALATION).visit_id == VISIT


def test_vis_9_it_is_applied_while_main_holds_something_of_the_same_job(house_on):
    house_on.open_job(ZHOU)
    held = house_on.phone(ZHOU).record("visit.record_listen")
    assert (held.verdict, held.code) == ("held", "missing")
    assert urgent(house_on).verdict == "applied"


def test_vis_9_it_names_a_visit_and_photos_that_are_still_on_the_phone(house):
    house.open_job(ZHOU)
    assert urgent(house).verdict == "applied"
    row = house.row(EscalationRow, ESCALATION)
    assert (row.visit_id, row.photo_ids) == (VISIT, [PHOTO])
    assert (row.problem, row.demand) == (GOLDEN["job.escalate"]["body"]["problem"], "要求换新发动机，今晚有车接人。")


def test_vis_9_the_managers_of_the_station_are_told_at_once(house):
    house.open_job(ZHOU)
    urgent(house)
    assert told(house, "escalated") == {MANAGER}


def test_vis_9_the_head_office_is_told_where_the_station_has_no_manager(house):
    house.open_job(ZHOU)
    with house.sessions.begin() as session:
        session.get_one(PersonRow, MANAGER).active = False
    urgent(house)
    assert told(house, "escalated") == {HEAD}


def test_vis_9_an_answer_is_due_after_the_preset_minutes(house):
    house.open_job(ZHOU)
    urgent(house)
    row = house.row(EscalationRow, ESCALATION)
    assert (row.answer_due_at - row.received_at).total_seconds() == 60 * INITIAL["escalation_answer_min"]


def test_vis_9_sent_twice_it_is_one_and_tells_once(house):
    house.open_job(ZHOU)
    urgent(house)
    assert urgent(house, seq=2).verdict == "applied"
    assert len(house.rows(EscalationRow)) == 1
    assert len([row for row in house.rows(WorkRow) if row.payload.get("topic") == "escalated"]) == 1


def test_vis_9_the_manager_answers_and_the_technician_is_told(house):
    house.open_job(ZHOU)
    urgent(house)
    assert house.phone(MANAGER).record("escalation.answer").verdict == "applied"
    assert told(house, "escalation_answered") == {ZHOU}
    seen = house.phone(ZHOU).pull()["escalation", ESCALATION]
    assert (seen["state"], seen["decision"], seen["answered_by"]) == ("answered", "agreed", MANAGER)


def test_vis_9_it_is_answered_once(house):
    house.open_job(ZHOU)
    urgent(house)
    house.phone(MANAGER).record("escalation.answer")
    again = house.phone(HEAD).record("escalation.answer", decision="stop", answer="停")
    assert (again.verdict, again.code) == ("refused", "already_answered")


def test_vis_9_who_does_not_agree_says_what_is_to_be_done(house):
    house.open_job(ZHOU)
    urgent(house)
    refused = house.phone(MANAGER).record("escalation.answer", decision="otherwise", answer=" ")
    assert (refused.verdict, refused.code) == ("refused", "answer_missing")
    assert house.row(EscalationRow, ESCALATION).state == "open"


def test_vis_9_technicians_of_the_job_and_managers_see_it_and_nobody_else(house):
    house.open_job(ZHOU)
    urgent(house)
    for person in (ZHOU, MANAGER, HEAD):
        assert ("escalation", ESCALATION) in house.phone(person).pull()
    for person in (MU, DISPATCHER, CLERK, FAR_MANAGER):
        assert ("escalation", ESCALATION) not in house.phone(person).pull()


def test_job_7_an_escalation_of_the_former_technician_is_taken_and_marked_late(house):
    house.open_job(ZHOU)
    house.assign(MU)
    result = urgent(house)
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "late_fact")
    assert house.row(EscalationRow, ESCALATION).job_id == JOB
    assert house.row(EscalationRow, ESCALATION).station_id == NINGBO
