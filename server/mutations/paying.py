"""Whether somebody may be sent to a job that the customer pays for (JOB-5)."""

from server.mutations.acting import Actor, check_station
from server.mutations.publishing import publish_milestone
from server.rules.people import Role
from server.rules.quotes import QuoteState, check_dispatch
from server.rules.sla import MilestoneKind
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.milestones import MilestoneRow
from server.tables.quotes import PaymentRow, QuoteRow
from sync.ports import Change


def check_paid(change: Change, actor: Actor, job: JobRow, unpaid_reason: str | None) -> None:
    """Refuse to send somebody before quote, approval and payment, unless a manager says why; that is written down."""
    if unpaid_reason is not None:
        check_station(actor, Role.MANAGER, job.station_id)
        milestone = MilestoneRow(
            id=change.mutation_id,
            job_id=job.id,
            station_id=job.station_id,
            kind=MilestoneKind.SENT_UNPAID.value,
            at=change.happened_at,
            by=change.user_id,
            note=unpaid_reason,
        )
        add(change.session, milestone)
        publish_milestone(change, milestone)
        return
    quote = load(change.session, QuoteRow, job.id)
    if quote is None:
        check_dispatch(None, 0)
        return
    payments = matching(change.session, PaymentRow, "job_id", job.id)
    paid_minor = sum(payment.amount_minor for payment in payments if payment.currency == quote.currency)
    check_dispatch((QuoteState(quote.state), quote.total_minor), paid_minor)
