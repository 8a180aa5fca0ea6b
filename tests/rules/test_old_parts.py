from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.old_parts import Expected, Mismatch, OldPartState, Receipt, bound_elsewhere, due_on, receive

EXPECTED = Expected("o", "ningbo", OldPartState.WITH_TECHNICIAN, "AC2103-7719")
RECEIPT = Receipt("r", "ningbo", Mismatch.NONE, "AC2103-7719")


def kinds(expected=EXPECTED, receipt=RECEIPT):
    return [str(found.kind) for found in receive(expected, receipt)]


def test_old_3_what_comes_as_described_contradicts_nothing():
    assert kinds() == []


@pytest.mark.parametrize("seen", [None, " ac2103-7719 "])
def test_old_3_a_serial_not_read_or_written_otherwise_is_the_same(seen):
    assert kinds(receipt=replace(RECEIPT, serial_seen=seen)) == []


def test_old_3_another_serial_is_found_even_when_the_clerk_overlooks_it():
    assert kinds(receipt=replace(RECEIPT, serial_seen="ZF8861")) == ["wrong_serial"]


def test_old_3_what_the_clerk_says_is_different_is_named():
    assert kinds(receipt=replace(RECEIPT, mismatch=Mismatch.QUANTITY_SHORT)) == ["old_part_mismatch"]


def test_old_3_what_nobody_expected_is_received_too():
    assert kinds(expected=None) == ["unexpected_old_part"]


def test_old_2_what_was_received_before_is_received_twice():
    assert kinds(expected=replace(EXPECTED, state=OldPartState.RECEIVED)) == ["received_twice"]


def test_old_2_it_may_come_to_another_station():
    assert kinds(receipt=replace(RECEIPT, station_id="wenzhou")) == ["received_elsewhere"]


@given(st.sampled_from(OldPartState), st.sampled_from(Mismatch), st.none() | st.text(max_size=3), st.booleans())
def test_old_3_receiving_never_says_no_and_names_each_contradiction_once(state, mismatch, seen, elsewhere):
    receipt = Receipt("r", "wenzhou" if elsewhere else "ningbo", mismatch, seen)
    found = kinds(replace(EXPECTED, state=state), receipt)
    assert len(found) == len(set(found))


def test_old_1_a_tag_hangs_on_one_old_part():
    assert bound_elsewhere("7K4M92G", "o", []) is None
    assert bound_elsewhere("7K4M92G", "o", ["o"]) is None
    assert bound_elsewhere("7K4M92G", "o", ["o", "other"]).detail["other_old_part_id"] == "other"


def test_old_4_an_old_part_is_due_a_preset_number_of_days_after_it_came_off():
    assert due_on(datetime(2026, 11, 19, 5, 22, tzinfo=UTC), days=14) == date(2026, 12, 3)
