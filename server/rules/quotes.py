"""Paid service: what it costs, who agreed to it, and whether it is paid before somebody goes (JOB-5, WARR-5)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sync.refusal import Refusal

_MINUTES_OF_AN_HOUR = 60
_PERCENT = 100
_LETTERS_OF_A_CURRENCY = 3


class QuoteState(StrEnum):
    """A quote waits for the manager, and is approved or refused."""

    PROPOSED = "proposed"
    APPROVED = "approved"
    REFUSED = "refused"


class PaymentState(StrEnum):
    """Confirmed money is on the account; collected money is with the technician until it is handed in."""

    CONFIRMED = "confirmed"
    COLLECTED = "collected"
    HANDED_IN = "handed_in"


class PaymentMethod(StrEnum):
    """How the customer paid."""

    TRANSFER = "transfer"
    CARD = "card"
    CASH = "cash"
    MOBILE = "mobile"


class QuoteEmpty(Refusal):
    """Nothing is offered."""

    code = "quote_empty"


class QuoteDecided(Refusal):
    """The quote is not waiting for a decision."""

    code = "quote_decided"


class QuoteApproved(Refusal):
    """The quote is approved and stands."""

    code = "quote_approved"


class QuoteNotApproved(Refusal):
    """Money comes after the manager's approval."""

    code = "quote_not_approved"


class QuoteMissing(Refusal):
    """A paid job is dispatched only with a quote."""

    code = "quote_missing"


class NotPaidYet(Refusal):
    """A paid job is dispatched only when it is paid."""

    code = "not_paid_yet"


class AnotherCurrency(Refusal):
    """One quote has one currency."""

    code = "another_currency"


class NotCollected(Refusal):
    """Only collected money is handed in."""

    code = "not_collected"


@dataclass(frozen=True, slots=True)
class PartLine:
    """So many of a part at its list price, in minor units."""

    quantity: int
    list_price_minor: int


def part_amount(line: PartLine, *, percent: int) -> int:
    """Return what the customer pays for the line, in minor units; halves are rounded up (WARR-5)."""
    return (line.quantity * line.list_price_minor * percent * 2 + _PERCENT) // (_PERCENT * 2)


def labour_amount(minutes: int, *, per_hour_minor: int) -> int:
    """Return what so many minutes of work cost, in minor units; halves are rounded up."""
    return (minutes * per_hour_minor * 2 + _MINUTES_OF_AN_HOUR) // (_MINUTES_OF_AN_HOUR * 2)


def check_proposal(state: QuoteState | None, *, lines: int, labour_min: int) -> None:
    """Refuse an empty quote, and one in place of a quote that is approved."""
    if state is QuoteState.APPROVED:
        raise QuoteApproved("This quote is approved. Ask the manager to refuse it before another is proposed.")
    if lines == 0 and labour_min == 0:
        raise QuoteEmpty("Put a part or working time on the quote.")


def check_currency(wanted: str, found: Sequence[str]) -> None:
    """Refuse parts that are priced in another currency."""
    others = sorted(set(found) - {wanted})
    if others:
        raise AnotherCurrency(f"These parts are priced in {', '.join(others)}. Quote them by themselves.", found=others)


def approve(state: QuoteState) -> QuoteState:
    """Return the state of a quote that the manager approved (JOB-5)."""
    if state is not QuoteState.PROPOSED:
        raise QuoteDecided("This quote is not waiting for a decision. Load it again.", state=state.value)
    return QuoteState.APPROVED


def refuse(state: QuoteState) -> QuoteState:
    """Return the state of a quote that the manager refused; one that was approved can be taken back."""
    if state is QuoteState.REFUSED:
        raise QuoteDecided("This quote is refused already. Load it again.", state=state.value)
    return QuoteState.REFUSED


def check_payable(state: QuoteState) -> None:
    """Refuse to confirm money for a quote that the manager has not approved."""
    if state is not QuoteState.APPROVED:
        raise QuoteNotApproved("The manager has not approved this quote. Money comes after that.", state=state.value)


def hand_in(state: PaymentState) -> PaymentState:
    """Return the state of collected money that the office has taken."""
    if state is not PaymentState.COLLECTED:
        raise NotCollected("Only money that a technician collected is handed in, and once.", state=state.value)
    return PaymentState.HANDED_IN


def check_dispatch(quote: tuple[QuoteState, int] | None, paid_minor: int) -> None:
    """Refuse to send somebody to a paid job before quote, approval and payment (JOB-5).

    ``quote`` is its state and its total in minor units.
    """
    if quote is None:
        raise QuoteMissing("This service is paid. Propose a quote first, or let a manager send somebody with a reason.")
    state, total_minor = quote
    if state is not QuoteState.APPROVED:
        raise QuoteNotApproved(
            "This service is paid, and the manager has not approved the quote. A manager may send somebody "
            "without it, with a reason.",
            state=state.value,
        )
    if paid_minor < total_minor:
        raise NotPaidYet(
            "This service is not paid yet. Confirm the payment first, or let a manager send somebody with a reason.",
            missing_minor=total_minor - paid_minor,
        )


def is_percent(value: Any) -> bool:
    """Say whether it is a whole number from 1 to 100."""
    return type(value) is int and 0 < value <= _PERCENT


def is_currency(value: Any) -> bool:
    """Say whether it is a code such as ``CNY``."""
    return isinstance(value, str) and len(value) == _LETTERS_OF_A_CURRENCY and value.isascii() and value.isupper()
