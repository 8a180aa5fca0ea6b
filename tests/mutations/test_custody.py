"""Old parts go from hand to hand; whoever tells their half first, the books end the same (OLD-2, OLD-3, OLD-5)."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from server.cli.audit import CHECKS
from server.rules.presets import INITIAL
from server.tables.custody import BoxClosingRow, InspectionRow, OldPartHandOverRow, ReturnManifestRow
from server.tables.discrepancies import DiscrepancyRow
from server.tables.old_parts import OldPartRow
from server.tables.photos import PhotoRow
from server.tables.stock import StockRow
from tests.databases import sqlite_with_tables
from tests.mutations.house import CLERK, FAR_CLERK, MANAGER, MU, OLD_PART, ZHOU, House, Phone, golden_id

HAND_OVER, MANIFEST, DISPOSAL = golden_id(91), golden_id(92), golden_id(94)
SECOND = golden_id(191)


@pytest.fixture
def swapped(house):
    """Zhou took a part off; Mu is of the same station and not on the job."""
    return _swapped(house)


def _swapped(house):
    house.open_job(ZHOU)
    house.serve(until="old_part.tag")
    house.later(hours=1)
    return house


def part(house):
    return house.row(OldPartRow, OLD_PART)


def held(house):
    row = part(house)
    return row.state, row.holder_kind, row.holder_id


def on_hand(house):
    """Where the ledger has old parts."""
    return {
        row.location: row.quantity for row in house.rows(StockRow) if row.location.startswith("old:") and row.quantity
    }


def open_kinds(house):
    return sorted(row.kind for row in house.rows(DiscrepancyRow) if row.state == "open")


def assert_sound(house):
    """The audit's own statements find exactly one holder, and every piece in one place."""
    with house.sessions() as session:
        for sentence, query in CHECKS.items():
            if sentence.startswith(("PART", "OLD")):
                assert not session.execute(text(query)).all(), sentence


def test_old_2_the_part_is_with_the_taker_when_both_have_said_so(swapped):
    assert swapped.phone(ZHOU).record("old_part.hand_over").verdict == "applied"
    assert held(swapped) == ("with_technician", "technician", ZHOU)
    assert swapped.row(OldPartHandOverRow, HAND_OVER).state == "waiting_for_taker"
    assert swapped.phone(MU).record("old_part.take_over").verdict == "applied"
    assert held(swapped) == ("handed_over", "technician", MU)
    assert swapped.row(OldPartHandOverRow, HAND_OVER).state == "done"
    assert_sound(swapped)


def test_old_2_the_takers_half_may_come_first(swapped):
    swapped.phone(MU).record("old_part.take_over")
    assert held(swapped) == ("with_technician", "technician", ZHOU)
    assert swapped.row(OldPartHandOverRow, HAND_OVER).state == "waiting_for_giver"
    swapped.phone(ZHOU).record("old_part.hand_over")
    assert held(swapped) == ("handed_over", "technician", MU)
    assert_sound(swapped)


def test_old_2_who_took_the_part_sees_it_without_the_job(swapped):
    assert ("old_part", OLD_PART) not in swapped.phone(MU).pull()
    swapped.phone(ZHOU).record("old_part.hand_over")
    seen = swapped.phone(MU).pull()
    assert ("old_part", OLD_PART) in seen
    assert ("old_part_hand_over", HAND_OVER) in seen
    assert not [table for table, _ in seen if table in {"job", "visit", "swap"}]


def test_old_2_two_takers_of_one_hand_over_are_settled_by_a_person_in_time(swapped):
    swapped.phone(ZHOU).record("old_part.hand_over")
    swapped.phone(MU).record("old_part.take_over")
    second = swapped.phone(CLERK).record("old_part.take_over")
    assert (second.verdict, second.code) == ("applied_with_discrepancy", "hand_over_contradicted")
    assert held(swapped) == ("handed_over", "technician", MU)
    (found,) = [row for row in swapped.rows(DiscrepancyRow) if row.kind == "hand_over_contradicted"]
    assert (found.owner_role, found.state, found.subject_id) == ("manager", "open", OLD_PART)
    assert found.detail["hand_over_ids"] == [HAND_OVER]
    assert found.detail["due_at"] == "2026-11-21T06:22:00.000Z"
    assert_sound(swapped)


def test_old_2_taking_what_the_giver_gave_to_somebody_else_is_stored_and_doubted(swapped):
    swapped.phone(ZHOU).record("old_part.hand_over", taker_id=CLERK)
    taken = swapped.phone(MU).record("old_part.take_over")
    assert (taken.verdict, taken.code) == ("applied_with_discrepancy", "hand_over_contradicted")
    assert held(swapped) == ("with_technician", "technician", ZHOU)


def test_old_2_a_doubt_that_a_later_half_explains_is_settled_by_itself(swapped):
    mu, clerk = swapped.phone(MU), swapped.phone(CLERK)
    mu.record("old_part.hand_over", hand_over_id=SECOND, taker_id=CLERK)
    clerk.record("old_part.take_over", hand_over_id=SECOND, giver_id=MU)
    assert open_kinds(swapped) == ["hand_over_contradicted"]
    swapped.phone(ZHOU).record("old_part.hand_over")
    mu.record("old_part.take_over")
    assert open_kinds(swapped) == []
    assert held(swapped) == ("handed_over", "clerk", CLERK)
    assert_sound(swapped)


def test_old_2_it_waits_for_the_swap_that_is_still_on_the_technicians_phone(house):
    house.open_job(ZHOU)
    taken = house.phone(MU).record("old_part.take_over")
    assert (taken.verdict, taken.code) == ("held", "missing")
    house.serve(until="swap.record")
    assert house.row(OldPartHandOverRow, HAND_OVER).state == "waiting_for_giver"


def test_old_2_another_station_has_no_hand_in_it(swapped):
    refused = swapped.phone(FAR_CLERK).record("old_part.take_over")
    assert (refused.verdict, refused.code) == ("held", "not_permitted")


def test_old_1_boxes_are_packed_under_a_number_and_a_courier_carries_them(swapped):
    assert swapped.phone(ZHOU).record("manifest.pack").verdict == "applied"
    assert held(swapped) == ("packed", "technician", ZHOU)
    assert swapped.row(ReturnManifestRow, MANIFEST).number == "HY-2611-0001"
    assert swapped.phone(ZHOU).record("manifest.ship").verdict == "applied"
    assert held(swapped) == ("shipped", "courier", MANIFEST)
    assert on_hand(swapped) == {f"old:courier:{MANIFEST}": 1}
    assert_sound(swapped)
    swapped.later(days=2)
    assert swapped.phone(CLERK).record("old_part.receive").verdict == "applied"
    assert held(swapped) == ("received", "clerk", CLERK)
    assert_sound(swapped)


def test_old_2_two_manifests_with_one_part_are_doubted(swapped):
    swapped.phone(ZHOU).record("manifest.pack")
    again = swapped.phone(MU).record("manifest.pack", lane=f"return_manifest:{SECOND}", manifest_id=SECOND)
    assert again.code == "packed_twice"


def test_old_3_signing_in_and_inspecting_are_two_steps(swapped):
    clerk = swapped.phone(CLERK)
    clerk.record("old_part.receive")
    assert part(swapped).state == "received"
    assert clerk.record("old_part.inspect").verdict == "applied"
    assert part(swapped).state == "inspected"
    (found,) = swapped.rows(InspectionRow)
    assert found.reason_code in {reason["code"] for reason in INITIAL["deduction_reasons"]}
    assert clerk.record("old_part.store", shelf="R-11").verdict == "applied"
    assert (part(swapped).state, part(swapped).shelf) == ("stored", "R-11")
    assert_sound(swapped)


def test_old_5_a_months_list_takes_the_parts_out_of_the_store(swapped):
    clerk = swapped.phone(CLERK)
    for name in ("old_part.receive", "old_part.inspect", "disposal.record"):
        assert clerk.record(name).verdict == "applied"
    assert held(swapped) == ("disposed", "disposal", DISPOSAL)
    assert_sound(swapped)


def test_old_5_what_is_disposed_of_before_anybody_signed_for_it_is_doubted_until_then(swapped):
    clerk = swapped.phone(CLERK)
    assert clerk.record("disposal.record").code == "disposed_unreceived"
    assert part(swapped).state == "with_technician"
    clerk.record("old_part.receive")
    assert held(swapped) == ("disposed", "disposal", DISPOSAL)
    assert open_kinds(swapped) == []
    assert_sound(swapped)


STEPS = (
    (ZHOU, "old_part.hand_over", {}),
    (MU, "old_part.take_over", {}),
    (MU, "manifest.pack", {}),
    (MANAGER, "old_part.waive", {"reason": "lost"}),
    (CLERK, "old_part.receive", {}),
    (CLERK, "old_part.inspect", {}),
    (MANAGER, "disposal.record", {}),
)


def end_of(house, order):
    """Record each step on a device of its own at its own time, let them arrive in this order, and read the books."""
    devices = []
    for person, name, changes in STEPS:
        house.later(minutes=5)
        devices.append(Phone(house, person))
        devices[-1].keep(name, **changes)
    house.later(hours=1)
    for place in order:
        devices[place].push()
    row, hand_over = part(house), house.row(OldPartHandOverRow, HAND_OVER)
    stock = {(one.location, one.part_id): one.quantity for one in house.rows(StockRow) if one.quantity}
    assert_sound(house)
    return held(house), row.condition, hand_over.state, hand_over.taker_id, stock, open_kinds(house)


def _fresh(folder, number):
    made = House(sqlite_with_tables(folder / f"{number}.sqlite"))
    made.furnish()
    return _swapped(made)


@given(seed=st.integers(0, 2**32))
@settings(max_examples=12)
def test_old_2_in_whatever_order_the_halves_arrive_custody_ends_the_same(tmp_path_factory, seed):
    order = random.Random(seed).sample(range(len(STEPS)), len(STEPS))
    ends = []
    for number, arrival in enumerate((range(len(STEPS)), order)):
        house = _fresh(tmp_path_factory.mktemp("order"), number)
        ends.append(end_of(house, arrival))
        house.database.dispose()
    assert ends[0] == ends[1]
    assert ends[0][0] == ("disposed", "disposal", DISPOSAL)


CLOSING, UNTOLD = golden_id(701), golden_id(702)


def test_old_3_a_box_that_holds_what_its_slip_names_differs_in_nothing(swapped):
    shipped(swapped)
    swapped.phone(CLERK).record("old_part.receive")
    assert swapped.phone(CLERK).record("box.close").verdict == "applied"
    closed = swapped.row(BoxClosingRow, CLOSING)
    assert (closed.missing_ids, closed.stray_ids) == ([], [])


def test_old_3_what_the_slip_names_and_the_box_lacks_is_a_persons_to_settle(swapped):
    shipped(swapped)
    closed = swapped.phone(CLERK).record("box.close", took_in=[UNTOLD])
    assert (closed.verdict, closed.code) == ("applied_with_discrepancy", "box_differs")
    (found,) = [row for row in swapped.rows(DiscrepancyRow) if row.kind == "box_differs"]
    assert (found.detail["missing_ids"], found.detail["stray_ids"]) == ([OLD_PART], [UNTOLD])
    assert held(swapped) == ("shipped", "courier", MANIFEST)


def test_old_3_what_came_back_another_way_is_not_missing_from_its_box(swapped):
    shipped(swapped)
    swapped.phone(CLERK).record("old_part.receive")
    assert swapped.phone(CLERK).record("box.close", took_in=[]).verdict == "applied"


def test_old_3_a_person_matches_what_arrived_unexpected_to_what_is_still_out(swapped):
    clerk = swapped.phone(CLERK)
    clerk.record("old_part.receive", receipt_id=UNTOLD, old_part_id=None, tag=None, mismatch="no_tag")
    clerk.record("photo.attach", photo_id=SECOND, job_id=None, visit_id=None, subject="old_part", of_id=UNTOLD)
    assert open_kinds(swapped) == ["unexpected_old_part"]
    matched = clerk.record("old_part.match")
    assert matched.code == "old_part_mismatch"
    assert held(swapped) == ("received", "clerk", CLERK)
    assert swapped.row(OldPartRow, UNTOLD).state == "matched"
    assert swapped.row(PhotoRow, SECOND).of_id == OLD_PART
    assert open_kinds(swapped) == ["old_part_mismatch"]
    assert_sound(swapped)


def test_old_3_an_arrival_is_matched_once_and_only_to_what_is_still_out(swapped):
    clerk = swapped.phone(CLERK)
    clerk.record("old_part.receive", receipt_id=UNTOLD, old_part_id=None, tag=None, mismatch="no_tag")
    clerk.record("old_part.receive")
    assert clerk.record("old_part.match").code == "old_part_came_back"
    assert clerk.record("old_part.match", arrival_id=OLD_PART).verdict == "held"


def shipped(house):
    house.phone(ZHOU).record("manifest.pack")
    house.phone(ZHOU).record("manifest.ship")
    house.later(days=2)
