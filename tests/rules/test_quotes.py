import json
from pathlib import Path

import pytest

from server.rules.quotes import (
    AnotherCurrency,
    NotCollected,
    NotPaidYet,
    PartLine,
    PaymentState,
    QuoteApproved,
    QuoteDecided,
    QuoteEmpty,
    QuoteMissing,
    QuoteNotApproved,
    QuoteState,
    approve,
    check_currency,
    check_dispatch,
    check_payable,
    check_proposal,
    hand_in,
    is_currency,
    is_percent,
    labour_amount,
    part_amount,
    refuse,
)

GOLDEN = json.loads((Path(__file__).parents[1] / "contract" / "quotes.json").read_text())


@pytest.mark.parametrize("case", GOLDEN["parts"], ids=lambda case: case["says"])
def test_warr_5_parts_cost_the_policys_part_of_the_list_price(case):
    line = PartLine(case["quantity"], case["list_price_minor"])
    assert part_amount(line, percent=case["percent"]) == case["amount_minor"]


@pytest.mark.parametrize("case", GOLDEN["labour"], ids=lambda case: case["says"])
def test_warr_5_labour_costs_its_minutes(case):
    assert labour_amount(case["minutes"], per_hour_minor=case["per_hour_minor"]) == case["amount_minor"]


def test_job_5_a_paid_job_is_dispatched_only_with_quote_approval_and_payment():
    with pytest.raises(QuoteMissing, match="Propose a quote first"):
        check_dispatch(None, 0)
    for state in (QuoteState.PROPOSED, QuoteState.REFUSED):
        with pytest.raises(QuoteNotApproved, match="has not approved"):
            check_dispatch((state, 100), 100)
    with pytest.raises(NotPaidYet) as refused:
        check_dispatch((QuoteState.APPROVED, 100), 99)
    assert refused.value.detail["missing_minor"] == 1
    check_dispatch((QuoteState.APPROVED, 100), 100)


def test_job_5_a_quote_offers_something_and_one_that_is_approved_stands():
    with pytest.raises(QuoteEmpty, match="Put a part"):
        check_proposal(None, lines=0, labour_min=0)
    with pytest.raises(QuoteApproved, match="approved"):
        check_proposal(QuoteState.APPROVED, lines=1, labour_min=0)
    for state in (None, QuoteState.PROPOSED, QuoteState.REFUSED):
        check_proposal(state, lines=0, labour_min=30)


def test_job_5_a_quote_is_decided_once_and_an_approval_can_be_taken_back():
    assert approve(QuoteState.PROPOSED) is QuoteState.APPROVED
    assert refuse(QuoteState.PROPOSED) is refuse(QuoteState.APPROVED) is QuoteState.REFUSED
    for state in (QuoteState.APPROVED, QuoteState.REFUSED):
        with pytest.raises(QuoteDecided, match="not waiting"):
            approve(state)
    with pytest.raises(QuoteDecided, match="refused already"):
        refuse(QuoteState.REFUSED)


def test_job_5_money_comes_after_the_managers_approval():
    with pytest.raises(QuoteNotApproved, match="not approved"):
        check_payable(QuoteState.PROPOSED)
    check_payable(QuoteState.APPROVED)


def test_job_5_collected_money_is_handed_in_once():
    assert hand_in(PaymentState.COLLECTED) is PaymentState.HANDED_IN
    for state in (PaymentState.CONFIRMED, PaymentState.HANDED_IN):
        with pytest.raises(NotCollected, match="collected"):
            hand_in(state)


def test_warr_5_one_quote_has_one_currency():
    check_currency("CNY", ["CNY", "CNY"])
    with pytest.raises(AnotherCurrency, match="EUR"):
        check_currency("CNY", ["CNY", "EUR"])


def test_the_presets_of_a_price_are_checked():
    assert [is_percent(value) for value in (1, 100, 0, 101, "70", True)] == [True, True, False, False, False, False]
    assert [is_currency(value) for value in ("CNY", "cny", "CN", 1, "人民币")] == [True, False, False, False, False]
