"""What a box held against its slip, and what may be matched (OLD-3)."""

import pytest

from server.rules.old_parts import IN_THE_STORE, ON_THE_WAY, CameBackAlready, NothingToMatch, OldPartState, check_match
from server.rules.return_manifests import box_differs, count_box


def test_old_3_a_box_that_holds_what_its_slip_names_differs_in_nothing():
    counted = count_box(["a", "b"], ["b", "a"], [])
    assert box_differs("closing", "manifest", 1, counted) is None


def test_old_3_what_lacks_and_what_lies_there_besides_are_named():
    counted = count_box(["a", "b", "c"], ["c", "x"], ["b"])
    assert (counted.missing, counted.strays) == (("a",), ("x",))
    found = box_differs("closing", "manifest", 2, counted)
    assert found is not None
    assert found.detail == {"manifest_id": "manifest", "box_no": 2, "missing_ids": ["a"], "stray_ids": ["x"]}


@pytest.mark.parametrize("arrival", sorted(IN_THE_STORE))
@pytest.mark.parametrize("into", sorted(ON_THE_WAY))
def test_old_3_what_arrived_unexpected_is_matched_to_whatever_is_still_out(arrival, into):
    check_match(arrival, expected=False, into=into)


def test_old_3_what_was_expected_or_has_left_is_not_matched():
    with pytest.raises(NothingToMatch):
        check_match(OldPartState.RECEIVED, expected=True, into=OldPartState.SHIPPED)
    for state in set(OldPartState) - IN_THE_STORE:
        with pytest.raises(NothingToMatch):
            check_match(state, expected=False, into=OldPartState.SHIPPED)


@pytest.mark.parametrize("into", sorted(set(OldPartState) - ON_THE_WAY))
def test_old_3_nothing_is_taken_in_twice_by_matching(into):
    with pytest.raises(CameBackAlready):
        check_match(OldPartState.RECEIVED, expected=False, into=into)
