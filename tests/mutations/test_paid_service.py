"""Service outside warranty is quoted, approved and paid before somebody is sent (JOB-5)."""

import pytest

from server.tables.discrepancies import DiscrepancyRow
from server.tables.jobs import JobRow
from server.tables.milestones import MilestoneRow
from server.tables.quotes import PaymentRow, QuoteRow
from tests.mutations.house import CLERK, DISPATCHER, HEAD, JOB, MANAGER, MU, ZHOU, golden_id

TOTAL = 286_000 * 70 // 100 + 18_000


@pytest.fixture
def paid(house):
    """The golden job, marked as paid and given to nobody."""
    house.open_job(paid=True)
    return house


def send(house, by=DISPATCHER, **changes):
    return house.phone(by).record("job.assign", technician_ids=[ZHOU], lead_id=ZHOU, **changes)


def test_job_5_nobody_is_sent_before_quote_approval_and_payment(paid):
    assert send(paid).code == "quote_missing"
    assert paid.phone(DISPATCHER).record("quote.propose").verdict == "applied"
    assert send(paid).code == "quote_not_approved"
    assert paid.phone(MANAGER).record("quote.approve").verdict == "applied"
    refused = send(paid)
    assert (refused.code, refused.detail["missing_minor"]) == ("not_paid_yet", TOTAL)
    assert paid.phone(CLERK).record("payment.confirm", amount_minor=TOTAL - 1).verdict == "applied"
    assert send(paid).code == "not_paid_yet"
    rest = paid.phone(CLERK).record("payment.confirm", amount_minor=1, payment_id=golden_id(99))
    assert (rest.verdict, send(paid).verdict) == ("applied", "applied")
    assert paid.row(JobRow, JOB).state == "assigned"


def test_job_5_a_manager_may_send_somebody_unpaid_and_the_reason_stays(paid):
    assert send(paid, DISPATCHER, unpaid_reason="老用户，月结").code == "not_permitted"
    assert send(paid, MANAGER).code == "quote_missing"
    assert send(paid, MANAGER, unpaid_reason="老用户，月结").verdict == "applied"
    (reason,) = paid.rows(MilestoneRow)
    assert (reason.kind, reason.note, reason.by) == ("sent_unpaid", "老用户，月结", MANAGER)


def test_a_job_that_is_not_paid_asks_for_no_money(house):
    house.open_job()
    assert send(house).verdict == "applied"


def test_warr_5_the_server_puts_the_prices_and_the_policy_is_a_preset(paid):
    paid.phone(DISPATCHER).record("quote.propose")
    quote = paid.row(QuoteRow, JOB)
    assert (quote.percent, quote.labour_minor, quote.total_minor) == (70, 18_000, TOTAL)
    assert paid.phone(HEAD).record("preset.set", name="parts_percent", value=50).verdict == "applied"
    paid.phone(DISPATCHER).record("quote.propose", revision=1)
    assert paid.row(QuoteRow, JOB).total_minor == 286_000 // 2 + 18_000


def test_job_5_a_quote_marks_its_job_as_paid(house):
    house.open_job(ZHOU)
    assert house.phone(ZHOU).record("quote.propose").verdict == "applied"
    assert house.row(JobRow, JOB).paid is True
    assert send(house).code == "quote_not_approved"


def test_job_5_the_manager_decides_what_they_saw(paid):
    paid.phone(DISPATCHER).record("quote.propose")
    paid.phone(DISPATCHER).record("quote.propose", revision=1, labour_min=600)
    assert paid.phone(MANAGER).record("quote.approve").code == "changed_meanwhile"
    assert paid.phone(MANAGER).record("quote.refuse", revision=2).verdict == "applied"
    quote = paid.row(QuoteRow, JOB)
    assert (quote.state, quote.refused_reason) == ("refused", "先用返修件报价")
    assert paid.phone(DISPATCHER).record("quote.propose", revision=2).verdict == "applied"
    assert paid.row(QuoteRow, JOB).refused_reason is None


def test_a_quote_proposed_on_top_of_one_that_was_not_seen_is_refused(paid):
    paid.phone(DISPATCHER).record("quote.propose")
    assert paid.phone(MANAGER).record("quote.propose").code == "changed_meanwhile"


def test_job_5_money_is_confirmed_only_for_an_approved_quote(paid):
    paid.phone(DISPATCHER).record("quote.propose")
    assert paid.phone(CLERK).record("payment.confirm").code == "quote_not_approved"
    assert paid.rows(PaymentRow) == []


def test_job_5_collected_money_is_recorded_and_handed_in(house):
    house.open_job(ZHOU)
    house.phone(ZHOU).record("quote.propose")
    house.phone(MANAGER).record("quote.approve")
    assert house.phone(ZHOU).record("payment.collect").verdict == "applied"
    assert house.phone(CLERK).record("payment.hand_in").verdict == "applied"
    (payment,) = house.rows(PaymentRow)
    assert (payment.state, payment.taken_by, payment.handed_in_to) == ("handed_in", ZHOU, CLERK)
    assert house.phone(CLERK).record("payment.hand_in").code == "not_collected"


def test_job_5_money_collected_without_an_approved_quote_is_stored_and_shown(house):
    house.open_job(ZHOU)
    collected = house.phone(ZHOU).record("payment.collect")
    assert (collected.verdict, collected.code) == ("applied_with_discrepancy", "collected_without_quote")
    assert [row.amount_minor for row in house.rows(PaymentRow)] == [50_000]
    assert [row.kind for row in house.rows(DiscrepancyRow)] == ["collected_without_quote"]


def test_job_5_a_stranger_collects_nothing_and_hands_nothing_in(house):
    house.open_job(ZHOU)
    assert house.phone(MU).record("payment.collect").verdict == "held"
    assert house.phone(ZHOU).record("payment.hand_in").code == "not_permitted"


def test_clerks_see_the_money_and_not_the_job(paid):
    paid.phone(DISPATCHER).record("quote.propose")
    tables = {table for table, _ in paid.phone(CLERK).pull()}
    assert "quote" in tables
    assert "job" not in tables
