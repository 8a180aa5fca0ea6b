"""A fact is never refused: what contradicts the books is stored, and a discrepancy is opened for a person."""

import pytest

from server.tables.discrepancies import DiscrepancyRow
from server.tables.equipment import EquipmentRow
from server.tables.jobs import JobRow
from server.tables.old_parts import CustodyEventRow, OldPartReceiptRow, OldPartRow
from server.tables.reports import ReportRow
from server.tables.signatures import SignatureRow
from server.tables.stock import StockRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from tests.mutations.house import (
    CLERK,
    FAR_CLERK,
    JOB,
    MANAGER,
    MU,
    NINGBO,
    OLD_PART,
    PART,
    RECEIPT,
    SIGNATURE,
    TAG,
    UNIT,
    VISIT,
    ZHOU,
    body_of,
    discrepancy_codes,
    golden_id,
)

OTHER_SWAP, OTHER_OLD_PART, OTHER_RECEIPT = (golden_id(number) for number in (133, 134, 137))


@pytest.fixture
def at_work(house):
    """Zhou is on site, has listened, looked and checked."""
    house.open_job(ZHOU)
    house.serve(until="visit.record_check")
    return house


def old_part(**changes):
    return {**body_of("swap.record")["old_part"], **changes}


def other_swap(**changes):
    return {
        "swap_id": OTHER_SWAP,
        "new_serial": None,
        "old_part": old_part(old_part_id=OTHER_OLD_PART, tag=None),
        **changes,
    }


def on_hand(house, location):
    return house.row(StockRow, f"{location}:{PART}").quantity


def test_part_1_a_swap_of_more_than_the_van_has_is_stored_and_opens_a_discrepancy(at_work):
    result = at_work.phone(ZHOU).record("swap.record", quantity=3)
    assert (result.verdict, result.code) == ("applied_with_discrepancy", "stock_below_zero")
    found = at_work.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail == {"location": f"van:{ZHOU}", "part_id": PART, "quantity": -1, "short": 1}
    assert (found.raised_by, found.owner_role, found.state) == (ZHOU, "manager", "open")
    assert on_hand(at_work, f"van:{ZHOU}") == -1


def test_part_1_a_transfer_books_what_was_short_from_the_store(at_work):
    result = at_work.phone(ZHOU).record("swap.record", quantity=3)
    settled = at_work.phone(MANAGER).record("discrepancy.settle", discrepancy_id=result.detail["discrepancy_id"])
    assert settled.verdict == "applied"
    assert (on_hand(at_work, f"van:{ZHOU}"), on_hand(at_work, f"store:{NINGBO}")) == (0, -1)
    assert sum(row.quantity for row in at_work.rows(StockRow)) == 0


def test_a_discrepancy_is_settled_once(at_work):
    discrepancy_id = at_work.phone(ZHOU).record("swap.record", quantity=3).detail["discrepancy_id"]
    at_work.phone(MANAGER).record("discrepancy.settle", discrepancy_id=discrepancy_id)
    again = at_work.phone(MANAGER).record("discrepancy.settle", discrepancy_id=discrepancy_id)
    assert (again.verdict, again.code) == ("refused", "already_settled")


def test_part_9_a_part_on_hold_that_was_fitted_is_stored(at_work):
    held = golden_id(123)
    at_work.system("part.add", part_id=held, part_no="3509-00999", on_hold=True)
    result = at_work.phone(ZHOU).record("swap.record", part_id=held)
    assert discrepancy_codes(result) == ["part_on_hold", "stock_below_zero"]


def test_a_part_that_the_catalogue_does_not_know_is_stored(at_work):
    result = at_work.phone(ZHOU).record("swap.record", part_id=golden_id(999))
    assert discrepancy_codes(result) == ["unknown_part", "stock_below_zero"]
    assert at_work.row(OldPartRow, OLD_PART).part_no is None


def test_the_same_serial_fitted_twice_is_stored(at_work):
    at_work.phone(ZHOU).record("swap.record")
    result = at_work.phone(ZHOU).record("swap.record", **other_swap(new_serial="AC2511-0342"))
    assert result.code == "serial_fitted_twice"
    assert len(at_work.rows(SwapRow)) == 2


def test_old_1_a_tag_that_hangs_on_two_old_parts_is_stored(at_work):
    at_work.phone(ZHOU).record("swap.record", old_part=old_part(tag=TAG))
    at_work.phone(ZHOU).record("swap.record", **other_swap())
    result = at_work.phone(ZHOU).record("old_part.tag", old_part_id=OTHER_OLD_PART)
    assert result.code == "tag_already_bound"
    assert at_work.row(OldPartRow, OTHER_OLD_PART).tag == TAG


def test_old_1_a_tag_that_was_hung_again_in_the_same_push_is_found(at_work):
    phone = at_work.phone(ZHOU)
    phone.keep("swap.record", old_part=old_part(tag=TAG))
    phone.keep("swap.record", **other_swap(old_part=old_part(old_part_id=OTHER_OLD_PART, tag=TAG)))
    assert [result.code for result in phone.push()] == [None, "tag_already_bound"]


def test_old_1_a_tag_whose_check_character_does_not_fit_is_held_with_words(at_work):
    at_work.phone(ZHOU).record("swap.record")
    result = at_work.phone(ZHOU).record("old_part.tag", tag="7K4M920")
    assert (result.verdict, result.code) == ("held", "unreadable")
    assert "last character" in result.detail["message"]


def test_vis_6_a_signature_before_the_service_has_ended_is_kept_and_signs_nothing(at_work):
    result = at_work.phone(ZHOU).record("visit.sign")
    assert result.code == "signed_before_service"
    found = at_work.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail["lacks"][-1] == "visit.not_ended"
    assert at_work.row(SignatureRow, SIGNATURE) is not None
    assert at_work.row(VisitRow, VISIT).state == "under_way"
    assert at_work.rows(ReportRow) == []


def test_vis_6_an_empty_scribble_is_kept_and_signs_nothing(house):
    house.open_job(ZHOU)
    house.serve()
    result = house.phone(ZHOU).record("visit.sign", strokes=[[[1, 1, 0]]])
    assert result.code == "empty_signature"
    assert house.row(VisitRow, VISIT).state == "ended"


def test_vis_7_what_is_typed_after_the_signature_is_kept_beside_the_report(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    changes = {"read_km": {"from": 186430, "to": 186431}}
    result = house.phone(ZHOU).record("visit.record_look", changes=changes)
    assert result.code == "changed_after_signature"
    found = house.row(DiscrepancyRow, result.detail["discrepancy_id"])
    assert found.detail == {"section": "look", "values": {"read_km": 186431}}
    assert house.row(VisitRow, VISIT).look["read_km"] == 186430


def test_vis_7_a_swap_after_the_signature_moves_the_stock_and_opens_a_discrepancy(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    result = house.phone(ZHOU).record("swap.record", **other_swap())
    assert result.code == "changed_after_signature"
    assert on_hand(house, f"van:{ZHOU}") == 0


def test_job_7_facts_of_the_former_technician_are_applied_and_marked_late(at_work):
    phone = at_work.phone(ZHOU)
    phone.keep("visit.record_handle")
    phone.keep("visit.end")
    at_work.assign(MU)
    first, second = phone.push()
    assert (first.code, second.code) == ("late_fact", "late_fact")
    assert first.detail == second.detail
    visit = at_work.row(VisitRow, VISIT)
    assert (visit.late, visit.state, visit.handle["responsibility"]) == (True, "ended", "supplier")


def test_somebody_who_never_had_the_job_is_held_for_a_person_to_look_at(at_work):
    result = at_work.phone(MU).record("visit.end")
    assert (result.verdict, result.code) == ("held", "not_permitted")
    assert at_work.row(VisitRow, VISIT).ended_at is None


def test_an_arrival_at_an_approved_job_is_stored(house):
    house.open_job(ZHOU)
    house.serve(until="visit.sign")
    house.phone(MANAGER).record("report.approve")
    result = house.phone(ZHOU).record("visit.arrive", visit_id=golden_id(132))
    assert result.code == "job_closed"
    assert house.row(JobRow, JOB).state == "approved"


def test_vis_2_a_reading_below_the_last_is_a_doubt_and_no_discrepancy(house):
    house.open_job(ZHOU)
    house.serve(until="visit.record_listen")
    house.phone(ZHOU).record("visit.record_look", changes={"read_km": {"from": None, "to": 171904}})
    result = house.phone(ZHOU).record("visit.end")
    assert (result.verdict, result.code, result.detail) == ("applied", "reading_below_last", {"last_km": 171905})
    assert house.row(EquipmentRow, UNIT).last_km == 171904


class TestReceiving:
    """OLD-3: the clerk's facts."""

    @pytest.fixture
    def house(self, house):
        house.open_job(ZHOU)
        house.serve(until="visit.sign")
        return house

    def test_another_serial_is_stored(self, house):
        result = house.phone(CLERK).record("old_part.receive", serial_seen="ZF8861")
        assert result.code == "wrong_serial"
        assert house.row(OldPartRow, OLD_PART).serial_seen == "ZF8861"

    def test_what_was_received_before_is_received_twice_and_the_first_stands(self, house):
        house.phone(CLERK).record("old_part.receive")
        result = house.phone(CLERK).record("old_part.receive", receipt_id=OTHER_RECEIPT, shelf="Q-09")
        assert result.code == "received_twice"
        assert house.row(OldPartRow, OLD_PART).shelf == "Q-04"
        assert len(house.rows(OldPartReceiptRow)) == 2
        assert sum(row.event == "received" for row in house.rows(CustodyEventRow)) == 1

    def test_a_tag_without_an_id_finds_its_old_part(self, house):
        assert house.phone(CLERK).record("old_part.receive", old_part_id=None).verdict == "applied"
        assert house.row(OldPartRow, OLD_PART).state == "received"

    def test_it_may_come_to_another_station(self, house):
        result = house.phone(FAR_CLERK).record("old_part.receive", old_part_id=None)
        assert result.code == "received_elsewhere"

    def test_what_nobody_expected_is_received_under_the_receipts_id(self, house):
        result = house.phone(CLERK).record("old_part.receive", old_part_id=None, tag=None, mismatch="no_tag")
        assert result.code == "unexpected_old_part"
        found = house.row(OldPartRow, RECEIPT)
        assert (found.expected, found.state, found.station_id) == (False, "received", NINGBO)


@pytest.mark.parametrize("claimed", [OLD_PART, None], ids=["known by its id", "known by its tag"])
def test_old_3_what_arrives_before_its_record_is_matched_when_the_record_comes(at_work, claimed):
    early = at_work.phone(CLERK).record("old_part.receive", old_part_id=claimed)
    assert early.code == "unexpected_old_part"
    assert at_work.phone(ZHOU).record("swap.record", old_part=old_part(tag=TAG)).verdict == "applied"
    matched = at_work.row(OldPartRow, OLD_PART)
    assert (matched.state, matched.received_by, matched.shelf) == ("received", CLERK, "Q-04")
    assert at_work.row(OldPartRow, RECEIPT).state == "matched"
    settled = at_work.row(DiscrepancyRow, early.detail["discrepancy_id"])
    assert (settled.state, settled.settlement) == ("settled", "matched")
    assert ("old_part", RECEIPT) not in at_work.phone(CLERK).pull()
    assert on_hand(at_work, f"old:technician:{ZHOU}") == 0


def test_a_discrepancy_is_passed_on_with_words_and_the_new_owner_passes_it_back(at_work):
    found = at_work.phone(ZHOU).record("swap.record", quantity=3).detail["discrepancy_id"]
    assert at_work.phone(MANAGER).record("discrepancy.pass_on", discrepancy_id=found, to=CLERK).verdict == "applied"
    back = at_work.phone(CLERK).record("discrepancy.pass_on", discrepancy_id=found, to=MANAGER, note="盘过了，少一件")
    assert back.verdict == "applied"
    row = at_work.row(DiscrepancyRow, found)
    assert (row.owner_id, row.state) == (MANAGER, "open")
    assert [(one["by"], one["to"]) for one in row.passes] == [(MANAGER, CLERK), (CLERK, MANAGER)]


def test_who_neither_owns_nor_decides_passes_nothing_on(at_work):
    found = at_work.phone(ZHOU).record("swap.record", quantity=3).detail["discrepancy_id"]
    other = at_work.phone(CLERK).record("discrepancy.pass_on", discrepancy_id=found, to=ZHOU)
    assert (other.verdict, other.code) == ("refused", "not_permitted")
    far = at_work.phone(MANAGER).record("discrepancy.pass_on", discrepancy_id=found, to=FAR_CLERK)
    assert (far.verdict, far.code) == ("refused", "nobody_to_pass_on")
