from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.discrepancies import DiscrepancyKind
from server.rules.stock import (
    Movement,
    NotAPlaceForStock,
    balances,
    below_zero,
    opening_movement,
    swap_movements,
    unit,
    van,
)

PLACES = st.sampled_from(["store:s", "van:a", "van:b", "unit:u", "supplier"])
MOVEMENTS = st.lists(st.builds(Movement, PLACES, PLACES, st.sampled_from("pq"), st.integers(1, 50)))


@given(MOVEMENTS)
def test_part_1_over_all_locations_every_part_adds_up_to_nothing(movements):
    totals = Counter()
    for (_, part_id), quantity in balances(movements).items():
        totals[part_id] += quantity
    assert set(totals.values()) <= {0}


@given(MOVEMENTS, MOVEMENTS)
def test_part_1_balances_are_what_the_movements_add_up_to_in_any_order(some, others):
    assert balances([*some, *others]) == balances([*others, *some])


def test_part_4_a_swap_takes_from_the_van_and_gives_the_old_part_to_the_technician():
    movements = swap_movements(technician_id="z", unit_location=unit("u", "j"), part_id="p", quantity=2, old_quantity=2)
    assert balances(movements) == {("van:z", "p"): -2, ("unit:u", "p"): 0, ("old:technician:z", "p"): 2}


def test_part_4_a_swap_without_an_old_part_is_one_movement():
    movements = swap_movements(technician_id="z", unit_location="unit:u", part_id="p", quantity=1, old_quantity=0)
    assert movements == (Movement("van:z", "unit:u", "p", 1),)


def test_a_job_that_names_no_unit_stands_for_it():
    assert unit(None, "j") == "unit:j"


@given(st.integers(-20, 20), st.integers(1, 20))
def test_part_1_stock_below_zero_is_a_discrepancy_that_says_how_many_are_short(quantity, taken):
    found = below_zero(van("z"), "p", quantity=quantity, taken=taken, subject_table="swap", subject_id="s")
    assert (found is None) == (quantity >= 0)
    if found is not None:
        assert found.kind is DiscrepancyKind.STOCK_BELOW_ZERO
        assert 0 < found.detail["short"] <= min(taken, -quantity)


def test_stock_is_opened_only_in_a_van_or_a_store():
    assert opening_movement("store:s", "p", 3) == Movement("opening", "store:s", "p", 3)
    with pytest.raises(NotAPlaceForStock):
        opening_movement("unit:u", "p", 3)
