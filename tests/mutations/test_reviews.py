"""The same field changed by two people: both values are kept, the earlier stays in force, a named person decides."""

from random import Random

import pytest

from server.tables.jobs import JobRow
from server.tables.reviews import ReviewRow
from server.tables.visits import VisitRow
from tests.databases import sqlite_with_tables
from tests.mutations.house import CLERK, DISPATCHER, JOB, MANAGER, MU, VISIT, ZHOU, House

OFFICE, TECHNICIAN, OLD = "138 0574 2216", "138 0574 2299", "138 0574 2261"


def phone_edit(value, before=OLD):
    return {"changes": {"phone": {"from": before, "to": value}}}


@pytest.fixture
def disputed(house):
    """Office and technician have both changed the phone number."""
    house.open_job(ZHOU)
    house.phone(DISPATCHER).record("job.edit", **phone_edit(OFFICE))
    result = house.phone(ZHOU).record("job.edit", **phone_edit(TECHNICIAN))
    assert (result.verdict, result.code) == ("needs_review", "changed_by_two")
    return house, result.detail["review_ids"][0]


def test_both_values_are_kept_and_the_dispatcher_who_opened_the_job_decides(disputed):
    house, review_id = disputed
    review = house.row(ReviewRow, review_id)
    assert (review.in_force, review.in_force_by) == (OFFICE, DISPATCHER)
    assert (review.proposed, review.proposed_by, review.owner_id) == (TECHNICIAN, ZHOU, DISPATCHER)
    assert house.row(JobRow, JOB).phone == OFFICE


def test_who_goes_on_typing_changes_their_proposal(disputed):
    house, review_id = disputed
    result = house.phone(ZHOU).record("job.edit", **phone_edit("138 0574 2200", before=TECHNICIAN))
    assert result.detail["review_ids"] == [review_id]
    assert house.row(ReviewRow, review_id).proposed == "138 0574 2200"
    assert len(house.rows(ReviewRow)) == 1


@pytest.mark.parametrize(
    ("choice", "value", "expected"),
    [("in_force", None, OFFICE), ("proposed", None, TECHNICIAN), ("other", "138 0574 0000", "138 0574 0000")],
)
def test_the_chosen_value_holds(disputed, choice, value, expected):
    house, review_id = disputed
    settled = house.phone(DISPATCHER).record("review.settle", review_id=review_id, choice=choice, value=value)
    assert settled.verdict == "applied"
    assert house.row(JobRow, JOB).phone == expected
    assert house.row(ReviewRow, review_id).state == "settled"


def test_a_value_that_the_field_cannot_hold_is_refused_and_nothing_is_settled(disputed):
    house, review_id = disputed
    refused = house.phone(DISPATCHER).record("review.settle", review_id=review_id, choice="other", value=[1])
    assert (refused.verdict, refused.code) == ("refused", "value_does_not_fit")
    assert house.row(ReviewRow, review_id).state == "open"


def test_the_manager_may_decide_and_the_proposer_may_not(disputed):
    house, review_id = disputed
    assert house.phone(ZHOU).record("review.settle", review_id=review_id).code == "not_permitted"
    assert house.phone(MANAGER).record("review.settle", review_id=review_id).verdict == "applied"
    assert house.phone(MANAGER).record("review.settle", review_id=review_id).code == "review_already_settled"


def test_the_proposer_may_agree_to_what_is_in_force(disputed):
    house, review_id = disputed
    assert house.phone(ZHOU).record("review.settle", review_id=review_id, choice="in_force").verdict == "applied"
    assert house.row(JobRow, JOB).phone == OFFICE


@pytest.mark.parametrize("seed", range(6))
def test_the_verdict_on_a_field_is_the_same_however_unrelated_edits_arrive_between(tmp_path, seed):
    """Five edits of the phone by three people keep their order; eight of other fields arrive anywhere."""
    chance = Random(seed)
    about_phone = [
        (DISPATCHER, "phone", OLD, OFFICE),
        (ZHOU, "phone", OLD, TECHNICIAN),
        (ZHOU, "phone", TECHNICIAN, "138 0574 2200"),
        (MANAGER, "phone", OLD, "138 0574 2201"),
        (DISPATCHER, "phone", OFFICE, "138 0574 2202"),
    ]
    unrelated = [(chance.choice((DISPATCHER, MANAGER)), "contact", None, f"李 {n}") for n in range(4)]
    unrelated += [(chance.choice((ZHOU, MANAGER)), "analysis", f"{n}", f"{n + 1}") for n in range(4)]
    outcomes = []
    for interleaved in (about_phone, _interleaved(chance, about_phone, unrelated)):
        house = House(sqlite_with_tables(tmp_path / f"{len(outcomes)}.sqlite"))
        house.furnish()
        house.open_job(ZHOU)
        for person, name, before, after in interleaved:
            house.phone(person).record("job.edit", changes={name: {"from": before, "to": after}})
        reviews = [row for row in house.rows(ReviewRow) if row.field == "phone"]
        sides = {(row.in_force, row.in_force_by, row.proposed, row.proposed_by, row.state) for row in reviews}
        outcomes.append((house.row(JobRow, JOB).phone, sides))
        house.database.dispose()
    assert outcomes[0] == outcomes[1]
    assert len(outcomes[0][1]) == 2


def _interleaved(chance, *sequences):
    """Merge the sequences at random; each keeps its own order."""
    left = [list(sequence) for sequence in sequences]
    merged = []
    while any(left):
        merged.append(chance.choice([one for one in left if one]).pop(0))
    return merged


def test_owner_proposer_and_manager_see_the_review_and_nobody_else(disputed):
    house, review_id = disputed
    for person in (DISPATCHER, ZHOU, MANAGER):
        assert ("review", review_id) in house.phone(person).pull()
    assert ("review", review_id) not in house.phone(CLERK).pull()


def test_findings_of_two_technicians_are_decided_by_the_lead(house):
    house.open_job(MU, ZHOU)
    house.serve(until="visit.record_look")
    changes = {"read_km": {"from": None, "to": 186500}, "note": {"from": "", "to": "仪表有划痕"}}
    result = house.phone(MU).record("visit.record_look", changes=changes)
    assert result.verdict == "needs_review"
    review = house.row(ReviewRow, result.detail["review_ids"][0])
    assert (review.section, review.field, review.in_force, review.proposed) == ("look", "read_km", 186430, 186500)
    assert (review.in_force_by, review.owner_id) == (ZHOU, MU)
    look = house.row(VisitRow, VISIT).look
    assert (look["read_km"], look["note"]) == (186430, "仪表有划痕")
