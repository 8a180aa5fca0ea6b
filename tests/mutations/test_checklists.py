"""Checklists on the real engine: set by the office, answered on site, asked before the signature."""

import pytest

from server.tables.checklists import ChecklistRow, VisitChecklistRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.reviews import ReviewRow
from server.tables.visits import VisitRow
from tests.mutations.house import MANAGER, MU, VISIT, ZHOU, body_of, discrepancy_codes, golden_id

CHECKLIST, NEXT = golden_id(41), golden_id(42)
NEEDED = [{**body_of("checklist.set")["items"][2], "required": True}]


def answer(house, person=ZHOU, checklist_id=CHECKLIST, **values):
    changes = {item: {"from": None, "to": value} for item, value in values.items()}
    return house.phone(person).record("visit.answer", checklist_id=checklist_id, changes=changes)


@pytest.fixture
def arrived(house):
    """The golden checklist is set, and Zhou has arrived at the golden coach."""
    assert house.phone(MANAGER).record("checklist.set").verdict == "applied"
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    return house


def test_each_version_is_a_row_of_its_own_and_the_next_counts_on(house):
    phone = house.phone(MANAGER)
    phone.record("checklist.set")
    assert phone.record("checklist.set", checklist_id=NEXT, items=NEEDED).verdict == "applied"
    assert {row.id: row.version for row in house.rows(ChecklistRow)} == {CHECKLIST: 1, NEXT: 2}


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({}, "already_added"),
        ({"checklist_id": NEXT, "items": body_of("checklist.set")["items"][1:]}, "checklist_does_not_fit"),
        ({"checklist_id": NEXT, "section": "look"}, "checklist_does_not_fit"),
        ({"checklist_id": NEXT, "lane": "checklist:bus"}, "not_permitted"),
    ],
    ids=["the same id", "a condition on nothing", "an item of another section", "another lane"],
)
def test_what_does_not_fit_is_refused_and_leaves_nothing(house, changes, code):
    phone = house.phone(MANAGER)
    phone.record("checklist.set")
    result = phone.record("checklist.set", **changes)
    assert (result.verdict, result.code) == ("refused", code)
    assert len(house.rows(ChecklistRow)) == 1


def test_the_first_answer_binds_the_version_and_a_later_one_changes_nothing_about_it(arrived):
    answer(arrived, leak=False)
    arrived.phone(MANAGER).record("checklist.set", checklist_id=NEXT, items=NEEDED)
    answer(arrived, checklist_id=NEXT, pressure=82)
    kept = arrived.row(VisitChecklistRow, VISIT).check
    assert kept == {"checklist_id": CHECKLIST, "answers": {"leak": False, "pressure": 82}}


def test_an_answer_to_a_checklist_that_is_not_here_yet_waits_for_it(arrived):
    result = answer(arrived, checklist_id=golden_id(99), leak=True)
    assert (result.verdict, result.code) == ("held", "missing")


def test_vis_2_a_number_outside_what_was_expected_is_said_and_kept(arrived):
    result = answer(arrived, pressure=20)
    assert (result.verdict, result.code, result.detail) == ("applied", "answer_out_of_range", {"pressure": "below"})
    assert arrived.row(VisitChecklistRow, VISIT).check["answers"] == {"pressure": 20}


def test_an_answer_of_another_kind_is_kept_and_answers_nothing(arrived):
    assert answer(arrived, leak="maybe").verdict == "applied"
    assert arrived.row(VisitChecklistRow, VISIT).check["answers"] == {"leak": "maybe"}


def test_two_answers_to_one_item_are_both_kept_until_a_person_decides(arrived):
    arrived.assign(ZHOU, MU)
    answer(arrived, leak=False)
    result = answer(arrived, person=MU, leak=True)
    assert result.verdict == "needs_review"
    (review,) = arrived.rows(ReviewRow)
    assert (review.table, review.section, review.field) == ("visit_checklist", "check", "leak")
    assert (review.in_force, review.proposed) == (False, True)
    settled = arrived.phone(ZHOU).record("review.settle", review_id=review.id, choice="proposed", value=None)
    assert settled.verdict == "applied"
    assert arrived.row(VisitChecklistRow, VISIT).check["answers"] == {"leak": True}


def test_a_third_answer_that_no_item_could_have_is_refused(arrived):
    arrived.assign(ZHOU, MU)
    answer(arrived, leak=False)
    answer(arrived, person=MU, leak=True)
    (review,) = arrived.rows(ReviewRow)
    settled = arrived.phone(ZHOU).record("review.settle", review_id=review.id, choice="other", value={"leak": 1})
    assert (settled.verdict, settled.code) == ("refused", "value_does_not_fit")


def test_vis_6_a_required_item_that_nobody_answered_keeps_the_signature_from_counting(house):
    house.phone(MANAGER).record("checklist.set", items=NEEDED)
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    signed = house.phone(ZHOU).record("visit.sign")
    assert "signed_before_service" in discrepancy_codes(signed)
    (found,) = [row for row in house.rows(DiscrepancyRow) if row.kind == "signed_before_service"]
    assert found.detail["lacks"] == ["checklist.pressure"]


def test_vis_6_with_its_answer_the_same_visit_can_be_signed(house):
    house.phone(MANAGER).record("checklist.set", items=NEEDED)
    house.open_job(ZHOU)
    house.serve(until="visit.end")
    answer(house, pressure=82)
    house.phone(ZHOU).record("visit.sign")
    assert house.row(VisitRow, VISIT).state == "signed"


def test_vis_6_what_was_set_after_the_arrival_is_not_asked_of_this_visit(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    house.later(minutes=5)
    house.phone(MANAGER).record("checklist.set", items=NEEDED)
    house.serve(until="visit.sign")
    assert house.row(VisitRow, VISIT).state == "signed"


def test_vis_7_what_is_answered_after_the_signature_is_kept_beside_the_report(arrived):
    answer(arrived, leak=False)
    arrived.serve(until="visit.sign")
    late = arrived.phone(ZHOU).record("visit.answer", changes={"leak": {"from": False, "to": True}})
    assert "changed_after_signature" in discrepancy_codes(late)
    assert arrived.row(VisitChecklistRow, VISIT).check["answers"] == {"leak": False}


def test_vis_2_a_reading_far_above_the_last_is_a_doubt_and_no_discrepancy(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    changes = {"read_km": {"from": None, "to": 900_000}}
    house.phone(ZHOU).record("visit.record_look", changes=changes)
    result = house.phone(ZHOU).record("visit.end")
    assert (result.verdict, result.code, result.detail) == ("applied", "reading_far_above_last", {"last_km": 171905})
