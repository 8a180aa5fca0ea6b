from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.rules.discrepancies import DiscrepancyKind
from server.rules.stock import (
    Fitting,
    Movement,
    NotAPlaceForStock,
    StockSource,
    balances,
    below_zero,
    correction_movements,
    old_parts_of,
    opening_movement,
    source_location,
    swap_movements,
    undo_movements,
    unit,
    van,
)


def fitting(**changes):
    of_old_parts = old_parts_of("technician", "z")
    given = {"source": van("z"), "unit": unit("u", "j"), "hands": of_old_parts, "part_id": "p", "quantity": 1}
    return Fitting(**{**given, "old_quantity": 1, **changes})


FITTINGS = st.builds(
    Fitting,
    source=st.sampled_from(["van:z", "store:s", "supplier"]),
    unit=st.just("unit:u"),
    hands=st.just("old:technician:z"),
    part_id=st.sampled_from("pq"),
    quantity=st.integers(1, 9),
    old_quantity=st.integers(0, 9),
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
    assert balances(swap_movements(fitting(quantity=2, old_quantity=2))) == {
        ("van:z", "p"): -2,
        ("unit:u", "p"): 0,
        ("old:technician:z", "p"): 2,
    }


def test_part_4_a_swap_without_an_old_part_is_one_movement():
    assert swap_movements(fitting(old_quantity=0)) == (Movement("van:z", "unit:u", "p", 1),)


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


@given(FITTINGS)
def test_part_1_what_books_a_swap_back_leaves_every_balance_as_it_was(swap):
    assert set(balances([*swap_movements(swap), *undo_movements(swap)]).values()) <= {0}


@given(FITTINGS, FITTINGS)
def test_part_4_a_corrected_swap_ends_where_one_that_was_recorded_right_does(before, after):
    corrected = balances([*swap_movements(before), *correction_movements(before, after)])
    right = balances(swap_movements(after))
    assert {place: pieces for place, pieces in corrected.items() if pieces} == {
        place: pieces for place, pieces in right.items() if pieces
    }


@given(FITTINGS)
def test_a_correction_that_moves_no_piece_books_nothing(swap):
    assert correction_movements(swap, swap) == ()


def test_part_7_a_fitted_part_came_from_the_van_the_shelves_or_a_shop():
    sources = [source_location(source, technician_id="z", station_id="s") for source in StockSource]
    assert sources == ["van:z", "store:s", "supplier"]
