import pytest

from server.rules.discrepancies import (
    AlreadySettled,
    Discrepancy,
    DiscrepancyKind,
    DiscrepancyState,
    NothingToTransfer,
    Settlement,
    check_settlement,
    discrepancy_id,
    late_fact,
)

SHORT = Discrepancy(DiscrepancyKind.STOCK_BELOW_ZERO, "swap", "s")


def test_the_same_finding_of_the_same_mutation_has_the_same_id():
    assert discrepancy_id("m1", SHORT) == discrepancy_id("m1", SHORT) != discrepancy_id("m2", SHORT)


def test_job_7_late_facts_of_one_visit_are_one_discrepancy():
    assert discrepancy_id("m1", late_fact("v")) == discrepancy_id("m2", late_fact("v"))


def test_a_discrepancy_is_settled_once():
    with pytest.raises(AlreadySettled):
        check_settlement(DiscrepancyState.SETTLED, DiscrepancyKind.LATE_FACT, Settlement.FACT_STANDS)


def test_part_1_a_transfer_settles_only_stock_below_zero():
    check_settlement(DiscrepancyState.OPEN, DiscrepancyKind.STOCK_BELOW_ZERO, Settlement.BOOK_TRANSFER)
    with pytest.raises(NothingToTransfer):
        check_settlement(DiscrepancyState.OPEN, DiscrepancyKind.LATE_FACT, Settlement.BOOK_TRANSFER)
