"""Money for paid service: confirmed on the account, or collected on site and handed in (JOB-5)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_on_job
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.publishing import publish_money
from server.rules import quotes
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.people import Role
from server.rules.quotes import PaymentMethod, PaymentState, QuoteState
from server.tables.jobs import JobRow
from server.tables.loading import add, load
from server.tables.quotes import PaymentRow, QuoteRow
from server.visibility.fields import Code, Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted

CASHIERS = (Role.DISPATCHER, Role.MANAGER, Role.CLERK)
_MOST_MINOR = 10**12


class PaymentConfirmBody(Schema):
    """The money for an approved quote is there."""

    payment_id = Id(required=True)
    job_id = Id(required=True)
    amount_minor = Count(required=True, least=1, most=_MOST_MINOR)
    method = Code(PaymentMethod, required=True)
    reference = Text(required=True, allow_none=True, most=120)


@dataclass(frozen=True, slots=True)
class PaymentConfirm:
    """See ``PaymentConfirmBody``."""

    payment_id: str
    job_id: str
    amount_minor: int
    method: str
    reference: str | None


class PaymentCollectBody(Schema):
    """The technician took money on site; ``currency`` is what was in the hand."""

    payment_id = Id(required=True)
    job_id = Id(required=True)
    amount_minor = Count(required=True, least=1, most=_MOST_MINOR)
    currency = Text(required=True, least=3, most=3)
    method = Code(PaymentMethod, required=True)


@dataclass(frozen=True, slots=True)
class PaymentCollect:
    """See ``PaymentCollectBody``."""

    payment_id: str
    job_id: str
    amount_minor: int
    currency: str
    method: str


class PaymentHandInBody(Schema):
    """The office took over what a technician had collected."""

    payment_id = Id(required=True)
    job_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class PaymentHandIn:
    """See ``PaymentHandInBody``."""

    payment_id: str
    job_id: str


def _confirm(change: Change, actor: Actor, args: PaymentConfirm) -> Outcome:
    job = _job_of_cashier(change, actor, args.job_id)
    quote = load(change.session, QuoteRow, job.id)
    if quote is None:
        raise Missing("The quote has not arrived yet.", table="quote", id=job.id)
    quotes.check_payable(QuoteState(quote.state))
    if load(change.session, PaymentRow, args.payment_id) is None:
        row = _row(change, job, args, PaymentState.CONFIRMED, quote.currency)
        row.reference = args.reference
        publish_money(change, row)
    return APPLIED


def _collect(change: Change, actor: Actor, args: PaymentCollect) -> Outcome:
    job = job_of(change, args.job_id)
    check_on_job(change, actor, job.id, job.station_id, office=frozenset())
    if load(change.session, PaymentRow, args.payment_id) is not None:
        return APPLIED
    row = _row(change, job, args, PaymentState.COLLECTED, args.currency)
    publish_money(change, row)
    quote = load(change.session, QuoteRow, job.id)
    agreed = quote is not None and quote.state == QuoteState.APPROVED and quote.currency == args.currency
    detail = {"amount_minor": args.amount_minor, "currency": args.currency}
    found = () if agreed else (Discrepancy(DiscrepancyKind.COLLECTED_WITHOUT_QUOTE, "payment", row.id, detail),)
    return applied(change, found, job_id=job.id, station_id=job.station_id)


def _hand_in(change: Change, actor: Actor, args: PaymentHandIn) -> Outcome:
    _job_of_cashier(change, actor, args.job_id)
    payment = load(change.session, PaymentRow, args.payment_id)
    if payment is None or payment.job_id != args.job_id:
        raise Missing("The payment has not arrived yet.", table="payment", id=args.payment_id)
    payment.state = quotes.hand_in(PaymentState(payment.state)).value
    payment.handed_in_to, payment.handed_in_at = change.user_id, change.happened_at
    publish_money(change, payment)
    return APPLIED


def _job_of_cashier(change: Change, actor: Actor, job_id: str) -> JobRow:
    check_lane(change, f"job:{job_id}")
    job = job_of(change, job_id)
    if not any(actor.is_office(role, job.station_id) for role in CASHIERS):
        raise NotPermitted("This belongs to another station.", station_id=job.station_id)
    return job


def _row(
    change: Change, job: JobRow, args: PaymentConfirm | PaymentCollect, state: PaymentState, currency: str
) -> PaymentRow:
    row = PaymentRow(
        id=args.payment_id,
        job_id=job.id,
        station_id=job.station_id,
        state=state.value,
        amount_minor=args.amount_minor,
        currency=currency,
        method=args.method,
        taken_by=change.user_id,
        taken_at=change.happened_at,
    )
    add(change.session, row)
    return row


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "payment.confirm",
        Kind.REQUEST,
        roles=CASHIERS,
        schema=PaymentConfirmBody,
        args=PaymentConfirm,
        needs=lambda args: [("job", args.job_id), ("quote", args.job_id), ("payment", args.payment_id)],
        write=_confirm,
    ),
    declare(
        "payment.collect",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=PaymentCollectBody,
        args=PaymentCollect,
        needs=lambda args: [("job", args.job_id), ("quote", args.job_id), ("payment", args.payment_id)],
        write=_collect,
    ),
    declare(
        "payment.hand_in",
        Kind.REQUEST,
        roles=CASHIERS,
        schema=PaymentHandInBody,
        args=PaymentHandIn,
        needs=lambda args: [("job", args.job_id), ("payment", args.payment_id)],
        write=_hand_in,
    ),
)
