"""What a manager may decide about a service report (VIS-8, VIS-14)."""

from datetime import date
from enum import StrEnum

from sync.refusal import Refusal


class ReportState(StrEnum):
    """A report waits for the manager as ``signed`` or ``unsigned``."""

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    APPROVED = "approved"
    SENT_BACK = "sent_back"


WAITING = frozenset({ReportState.SIGNED, ReportState.UNSIGNED})


class ReportNotWaiting(Refusal):
    """The report was decided before, or was sent back and has not come again."""

    code = "report_not_waiting"


class ReportIsSigned(Refusal):
    """The customer has signed, so nothing need stand in for the signature."""

    code = "report_is_signed"


class ReportNotApproved(Refusal):
    """Only what the manager approved is filed."""

    code = "report_not_approved"


def approve(state: ReportState) -> ReportState:
    """Return the state of a report that the manager approved (VIS-14). Only one that waits can be approved."""
    _check_waits(state)
    return ReportState.APPROVED


def send_back(state: ReportState) -> ReportState:
    """Return the state of a report that the manager sent back; the service must be signed anew (VIS-7)."""
    _check_waits(state)
    return ReportState.SENT_BACK


def accept_unsigned(state: ReportState, *, signed: bool) -> ReportState:
    """Return the state of an unsigned report that the manager accepts as it is (VIS-8, PART-5).

    The reason stands in for the customer's signature. One that was approved before may still be accepted.
    """
    if signed:
        raise ReportIsSigned("The customer has signed this report. Approve it.", state=state.value)
    if state is ReportState.APPROVED:
        return state
    return approve(state)


def archive(state: ReportState, closed_on: date) -> str:
    """Return the month, ``2026-11``, with which an approved report is filed: that in which it was closed (VIS-14)."""
    if state is not ReportState.APPROVED:
        raise ReportNotApproved(
            "This report is not approved yet. Approve it first, then archive it.", state=state.value
        )
    return f"{closed_on:%Y-%m}"


def _check_waits(state: ReportState) -> None:
    if state not in (ReportState.SIGNED, ReportState.UNSIGNED):
        raise ReportNotWaiting(
            "This report is not waiting for a decision. Load it again and look at who decided.", state=state.value
        )
