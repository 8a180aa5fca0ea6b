"""A recorded swap is corrected or taken back before the signature; the ledger books back (PART-1, PART-4)."""

import pytest
from sqlalchemy import text

from server.cli.audit import CHECKS
from server.tables.discrepancies import DiscrepancyRow
from server.tables.old_parts import CustodyEventRow, OldPartRow
from server.tables.reviews import ReviewRow
from server.tables.stock import StockMovementRow, StockRow
from server.tables.swaps import SwapRow
from tests.mutations.house import (
    CLERK,
    MU,
    NINGBO,
    OLD_PART,
    PART,
    RECEIPT,
    SWAP,
    TAG,
    UNIT,
    VISIT,
    ZHOU,
    House,
    body_of,
    discrepancy_codes,
    golden_id,
)

OTHER_PART, OTHER_SWAP, OTHER_OLD_PART = (golden_id(number) for number in (123, 133, 134))


@pytest.fixture
def swapped(house):
    return swap_in(house)


@pytest.fixture
def swapped_on(house_on):
    return swap_in(house_on)


def swap_in(house: House) -> House:
    """Zhou and Mu are on site; Zhou has recorded the golden swap out of a van with two."""
    house.open_job(ZHOU, MU)
    house.serve(until="visit.record_check")
    recorded = house.phone(ZHOU).record("swap.record")
    assert recorded.verdict == "applied", recorded
    return house


def correct(house, by=ZHOU, **changes):
    edits = {name: {"from": before, "to": after} for name, (before, after) in changes.items()}
    return house.phone(by).record("swap.correct", changes=edits)


def on_hand(house, location, part_id=PART):
    row = house.row(StockRow, f"{location}:{part_id}")
    return 0 if row is None else row.quantity


def check_books(house):
    """The audit's own SQL: movements add up to balances, all of it to nothing, custody without a gap."""
    with house.sessions() as session:
        for sentence, query in CHECKS.items():
            if sentence.startswith(("PART-1", "OLD-")):
                assert session.execute(text(query)).all() == [], sentence


def test_part_4_a_corrected_quantity_books_back_and_anew_as_one_set(swapped_on):
    result = correct(swapped_on, quantity=(1, 2), old_quantity=(1, 2))
    assert result.verdict == "applied", result
    movements = [row for row in swapped_on.rows(StockMovementRow) if row.mutation_id == mutation_of(swapped_on)]
    assert [(row.line, row.quantity) for row in sorted(movements, key=lambda row: row.line)] == [
        (1, 1),
        (2, 1),
        (3, 2),
        (4, 2),
    ]
    assert (on_hand(swapped_on, f"van:{ZHOU}"), on_hand(swapped_on, f"old:technician:{ZHOU}")) == (0, 2)
    assert swapped_on.row(OldPartRow, OLD_PART).quantity == 2
    check_books(swapped_on)


def mutation_of(house):
    """The mutation that booked last."""
    lines = {}
    for row in house.rows(StockMovementRow):
        lines.setdefault(row.mutation_id, []).append(row.line)
    return max(lines, key=lambda mutation_id: len(lines[mutation_id]))


def test_part_4_another_source_takes_from_there_and_gives_the_van_its_own_back(swapped_on):
    assert correct(swapped_on, source=("van", "bought_locally")).verdict == "applied"
    assert (on_hand(swapped_on, f"van:{ZHOU}"), on_hand(swapped_on, "supplier")) == (2, -1)
    check_books(swapped_on)


def test_part_7_the_stations_shelves_may_go_below_zero_as_a_van_may(swapped):
    result = correct(swapped, source=("van", "store"))
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "stock_below_zero")
    found = swapped.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail["location"] == f"store:{NINGBO}"
    check_books(swapped)


def test_part_4_another_part_changes_the_old_part_too_and_is_asked_about_like_a_new_one(swapped):
    swapped.system("part.add", part_id=OTHER_PART, part_no="3509-99999", name="另一个总成", on_hold=True)
    result = correct(swapped, part_id=(PART, OTHER_PART))
    assert sorted(discrepancy_codes(result)) == ["part_on_hold", "stock_below_zero"]
    old_part = swapped.row(OldPartRow, OLD_PART)
    assert (old_part.part_id, old_part.part_no, old_part.part_name) == (OTHER_PART, "3509-99999", "另一个总成")
    assert (on_hand(swapped, f"van:{ZHOU}"), on_hand(swapped, f"van:{ZHOU}", OTHER_PART)) == (2, -1)
    check_books(swapped)


def test_a_correction_of_words_moves_no_piece(swapped):
    before = len(swapped.rows(StockMovementRow))
    result = correct(
        swapped, new_serial=("AC2511-0342", "AC2511-0343"), causal=(None, True), old_serial=("AC2103-7719", "X")
    )
    assert result.verdict == "applied"
    swap = swapped.row(SwapRow, SWAP)
    assert (swap.new_serial, swap.causal, swap.written["new_serial"][0]) == ("AC2511-0343", True, ZHOU)
    assert swapped.row(OldPartRow, OLD_PART).serial == "X"
    assert len(swapped.rows(StockMovementRow)) == before


def test_the_same_correction_by_both_technicians_is_made_once(swapped):
    correct(swapped, quantity=(1, 2))
    again = correct(swapped, by=MU, quantity=(1, 2))
    assert again.verdict == "applied"
    assert on_hand(swapped, f"van:{ZHOU}") == 0
    check_books(swapped)


def test_two_different_corrections_keep_both_values_and_the_earlier_stays_until_the_lead_decides(swapped_on):
    correct(swapped_on, quantity=(1, 2))
    second = correct(swapped_on, by=MU, quantity=(1, 3))
    assert (second.verdict, second.code) == ("needs_review", "changed_by_two")
    [review] = swapped_on.rows(ReviewRow)
    assert (review.table, review.field, review.in_force, review.proposed) == ("swap", "quantity", 2, 3)
    assert swapped_on.row(SwapRow, SWAP).quantity == 2
    settled = swapped_on.phone(ZHOU).record("review.settle", review_id=review.id, choice="proposed", value=None)
    assert settled.verdict == "applied", settled
    assert (swapped_on.row(SwapRow, SWAP).quantity, on_hand(swapped_on, f"van:{ZHOU}")) == (3, -1)
    check_books(swapped_on)


def test_a_review_of_a_swap_takes_no_value_that_the_field_cannot_hold(swapped):
    correct(swapped, quantity=(1, 2))
    correct(swapped, by=MU, quantity=(1, 3))
    [review] = swapped.rows(ReviewRow)
    settled = swapped.phone(ZHOU).record("review.settle", review_id=review.id, choice="other", value=0)
    assert (settled.verdict, settled.code) == ("refused", "value_does_not_fit")


def test_part_4_what_was_not_fitted_after_all_goes_back_and_nothing_is_erased(swapped_on):
    swapped_on.phone(ZHOU).record("old_part.tag")
    swapped_on.phone(ZHOU).pull()
    result = swapped_on.phone(ZHOU).record("swap.undo")
    assert result.verdict == "applied", result
    swap, old_part = swapped_on.row(SwapRow, SWAP), swapped_on.row(OldPartRow, OLD_PART)
    assert (swap.undone_reason, swap.undone_at is None) == (body_of("swap.undo")["reason"], False)
    assert (old_part.state, old_part.holder_kind, old_part.holder_id) == ("not_removed", "unit", UNIT)
    assert on_hand(swapped_on, f"van:{ZHOU}") == 2
    assert on_hand(swapped_on, f"old:technician:{ZHOU}") == 0
    events = [row.event for row in swapped_on.rows(CustodyEventRow) if row.old_part_id == OLD_PART]
    assert sorted(events) == ["put_back", "removed", "tagged"]
    seen = swapped_on.phone(ZHOU).pull()
    assert ("old_part", OLD_PART) not in seen
    assert seen["swap", SWAP]["undone_reason"] == swap.undone_reason
    check_books(swapped_on)


def test_old_1_the_tag_of_what_was_taken_back_is_free_for_another(swapped):
    swapped.phone(ZHOU).record("old_part.tag")
    swapped.phone(ZHOU).record("swap.undo")
    other = {**body_of("swap.record")["old_part"], "old_part_id": OTHER_OLD_PART, "tag": TAG}
    again = swapped.phone(ZHOU).record("swap.record", swap_id=OTHER_SWAP, old_part=other)
    assert again.verdict == "applied", again


def test_taking_back_twice_books_back_once(swapped):
    swapped.phone(ZHOU).record("swap.undo")
    again = swapped.phone(MU).record("swap.undo", reason="我也这么看")
    assert again.verdict == "applied"
    assert on_hand(swapped, f"van:{ZHOU}") == 2
    assert swapped.row(SwapRow, SWAP).undone_reason == body_of("swap.undo")["reason"]
    check_books(swapped)


def test_vis_6_a_swap_that_was_taken_back_lacks_nothing(swapped):
    swapped.phone(ZHOU).record("swap.undo")
    phone = swapped.phone(ZHOU)
    for name in ("visit.record_handle", "visit.end"):
        phone.record(name)
    result = phone.record("visit.sign")
    lacks = [] if result.detail is None else lacks_of(swapped, result)
    assert not [code for code in lacks if code.startswith("swap.")]


def lacks_of(house, result):
    rows = [house.row(DiscrepancyRow, result.detail["discrepancy_id"])] if "discrepancy_id" in result.detail else []
    return [code for row in rows for code in row.detail.get("lacks", [])]


def test_a_correction_of_what_was_taken_back_is_kept_and_moves_nothing(swapped):
    swapped.phone(ZHOU).record("swap.undo")
    result = correct(swapped, by=MU, quantity=(1, 2))
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "corrected_after_undo")
    assert swapped.row(DiscrepancyRow, result.detail["discrepancy_id"]).detail == {"values": {"quantity": 2}}
    assert on_hand(swapped, f"van:{ZHOU}") == 2


@pytest.mark.parametrize("name", ["swap.correct", "swap.undo"])
def test_vis_7_after_the_close_the_swap_stays_and_the_correction_is_kept_beside_it(swapped, name):
    swapped.phone(ZHOU).record("visit.close_unsigned")
    result = swapped.phone(ZHOU).record(name)
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "changed_after_signature")
    swap = swapped.row(SwapRow, SWAP)
    assert (swap.quantity, swap.undone_at, on_hand(swapped, f"van:{ZHOU}")) == (1, None, 1)


@pytest.mark.parametrize("name", ["swap.correct", "swap.undo"])
def test_old_2_what_the_clerk_has_in_hand_stays_as_it_was_received(swapped_on, name):
    swapped_on.phone(CLERK).record("old_part.receive", receipt_id=RECEIPT, old_part_id=OLD_PART)
    before = swapped_on.row(OldPartRow, OLD_PART)
    result = swapped_on.phone(ZHOU).record(name)
    assert "old_part_handed_on" in discrepancy_codes(result)
    after = swapped_on.row(OldPartRow, OLD_PART)
    assert (after.state, after.quantity, after.part_id) == (before.state, before.quantity, before.part_id)
    check_books(swapped_on)


def test_a_swap_that_has_not_arrived_holds_its_correction(house):
    house.open_job(ZHOU)
    house.serve(until="visit.arrive")
    assert house.phone(ZHOU).record("swap.correct").code == "missing"


def test_a_swap_of_another_visit_is_not_corrected_through_this_one(swapped):
    other = golden_id(232)
    swapped.phone(MU).record("visit.arrive", visit_id=other)
    assert swapped.phone(MU).record("swap.correct", visit_id=other).code == "missing"
    assert swapped.row(SwapRow, SWAP).visit_id == VISIT


def test_part_9_why_a_held_part_was_fitted_stands_in_the_discrepancy(house):
    house.system("part.add", part_id=OTHER_PART, part_no="8108-00417", on_hold=True)
    house.open_job(ZHOU)
    house.serve(until="visit.record_check")
    result = house.phone(ZHOU).record(
        "swap.record", part_id=OTHER_PART, hold_reason="通知到以前已装", source="bought_locally"
    )
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "part_on_hold")
    found = house.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail == {"part_id": OTHER_PART, "why": "通知到以前已装"}
    assert on_hand(house, "supplier", OTHER_PART) == -1


def test_a_device_a_month_old_sends_no_source_and_means_its_van(house):
    house.open_job(ZHOU)
    house.serve(until="visit.record_check")
    assert set(body_of("swap.record")).isdisjoint({"source", "causal", "hold_reason", "no_old_part_code"})
    house.phone(ZHOU).record("swap.record")
    swap = house.row(SwapRow, SWAP)
    assert (swap.source, swap.causal, swap.no_old_part_code) == ("van", None, None)


def test_a_swap_without_an_old_part_keeps_its_reason_as_a_code_and_in_words(house):
    house.open_job(ZHOU)
    house.serve(until="visit.record_check")
    told = {"old_part": None, "no_old_part_code": "consumed", "no_old_part_reason": "用掉了，没有残件"}
    assert house.phone(ZHOU).record("swap.record", **told).verdict == "applied"
    swap = house.row(SwapRow, SWAP)
    assert (swap.no_old_part_code, swap.no_old_part_reason) == ("consumed", "用掉了，没有残件")
    misspelt = house.phone(ZHOU).record("swap.record", swap_id=OTHER_SWAP, **{**told, "no_old_part_code": "stolen"})
    assert (misspelt.verdict, misspelt.code) == ("held", "unreadable")
