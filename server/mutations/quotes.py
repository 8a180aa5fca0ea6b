"""Quotes for paid service: proposed, approved, refused (JOB-5)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor, check_lane, check_on_job, check_station
from server.mutations.entry import Entry, declare
from server.mutations.jobs import OFFICE, job_of
from server.mutations.presets import preset
from server.mutations.publishing import publish_job, publish_money
from server.mutations.reviewing import write_down
from server.mutations.revising import check_seen
from server.rules import quotes
from server.rules.people import Role
from server.rules.quotes import PartLine, QuoteState
from server.tables.loading import add, load
from server.tables.parts import PartRow
from server.tables.quotes import QuoteRow
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

_MOST_PIECES, _LONGEST_LABOUR_MIN = 1000, 100_000


class QuotedPartBody(Schema):
    """So many of a part."""

    part_id = Id(required=True)
    quantity = Count(required=True, least=1, most=_MOST_PIECES)


class QuoteProposeBody(Schema):
    """What the service would take; the server puts the prices. ``revision`` is what the person saw, or 0."""

    job_id = Id(required=True)
    revision = Count(required=True)
    parts = fields.List(fields.Nested(QuotedPartBody), required=True)
    labour_min = Count(required=True, most=_LONGEST_LABOUR_MIN)
    note = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class QuotePropose:
    """``parts`` are (part id, quantity)."""

    job_id: str
    revision: int
    parts: tuple[tuple[str, int], ...]
    labour_min: int
    note: str | None


class QuoteApproveBody(Schema):
    """The manager approves what they saw."""

    job_id = Id(required=True)
    revision = Count(required=True)


@dataclass(frozen=True, slots=True)
class QuoteApprove:
    """See ``QuoteApproveBody``."""

    job_id: str
    revision: int


class QuoteRefuseBody(Schema):
    """The manager refuses, or takes an approval back, and says why."""

    job_id = Id(required=True)
    revision = Count(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class QuoteRefuse:
    """See ``QuoteRefuseBody``."""

    job_id: str
    revision: int
    reason: str


def _propose(change: Change, actor: Actor, args: QuotePropose) -> Outcome:
    job = job_of(change, args.job_id)
    check_on_job(change, actor, job.id, job.station_id, office=OFFICE)
    quote = load(change.session, QuoteRow, job.id)
    check_seen(None if quote is None else quote.revision, args.revision)
    state = None if quote is None else QuoteState(quote.state)
    quotes.check_proposal(state, lines=len(args.parts), labour_min=args.labour_min)
    parts = [(_part(change, part_id), quantity) for part_id, quantity in args.parts]
    currency: str = preset(change.session, "quote_currency")
    quotes.check_currency(currency, [part.currency for part, _ in parts])
    percent: int = preset(change.session, "parts_percent")
    lines = [_line(part, quantity, percent) for part, quantity in parts]
    labour = quotes.labour_amount(args.labour_min, per_hour_minor=preset(change.session, "labour_minor_per_hour"))
    if quote is None:
        quote = QuoteRow(id=job.id, job_id=job.id, station_id=job.station_id)
        add(change.session, quote)
    quote.revision, quote.state = args.revision + 1, QuoteState.PROPOSED.value
    quote.currency, quote.lines, quote.percent = currency, lines, percent
    quote.labour_min, quote.labour_minor = args.labour_min, labour
    quote.total_minor = labour + sum(line["amount_minor"] for line in lines)
    quote.note, quote.proposed_by, quote.proposed_at = args.note, change.user_id, change.happened_at
    quote.decided_by = quote.decided_at = quote.refused_reason = None
    publish_money(change, quote)
    if not job.paid:
        job.paid = True
        job.written = write_down(change, job.written, None, ["paid"])
        publish_job(change, job)
    return APPLIED


def _part(change: Change, part_id: str) -> PartRow:
    part = load(change.session, PartRow, part_id)
    if part is None:
        raise Missing("The part has not arrived yet.", table="part", id=part_id)
    return part


def _line(part: PartRow, quantity: int, percent: int) -> dict[str, Any]:
    return {
        "part_id": part.id,
        "part_no": part.part_no,
        "name": part.name,
        "name_en": part.name_en,
        "quantity": quantity,
        "list_price_minor": part.list_price_minor,
        "amount_minor": quotes.part_amount(PartLine(quantity, part.list_price_minor), percent=percent),
    }


def _approve(change: Change, actor: Actor, args: QuoteApprove) -> Outcome:
    quote = _quote_of(change, actor, args.job_id, args.revision)
    _decide(change, quote, quotes.approve(QuoteState(quote.state)))
    return APPLIED


def _refuse(change: Change, actor: Actor, args: QuoteRefuse) -> Outcome:
    quote = _quote_of(change, actor, args.job_id, args.revision)
    state = quotes.refuse(QuoteState(quote.state))
    quote.refused_reason = args.reason
    _decide(change, quote, state)
    return APPLIED


def _quote_of(change: Change, actor: Actor, job_id: str, revision: int) -> QuoteRow:
    check_lane(change, f"job:{job_id}")
    quote = load(change.session, QuoteRow, job_id)
    if quote is None:
        raise Missing("The quote has not arrived yet.", table="quote", id=job_id)
    check_station(actor, Role.MANAGER, quote.station_id)
    check_seen(quote.revision, revision)
    return quote


def _decide(change: Change, quote: QuoteRow, state: QuoteState) -> None:
    quote.state = state.value
    quote.decided_by, quote.decided_at = change.user_id, change.happened_at
    publish_money(change, quote)


def _read_proposal(parts: list[dict[str, Any]], **rest: Any) -> QuotePropose:
    return QuotePropose(parts=tuple((part["part_id"], part["quantity"]) for part in parts), **rest)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "quote.propose",
        Kind.REQUEST,
        roles=OFFICE | {Role.TECHNICIAN},
        schema=QuoteProposeBody,
        args=_read_proposal,
        needs=lambda args: [
            ("job", args.job_id),
            ("quote", args.job_id),
            *(("part", part_id) for part_id, _ in args.parts),
        ],
        write=_propose,
    ),
    declare(
        "quote.approve",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=QuoteApproveBody,
        args=QuoteApprove,
        needs=lambda args: [("quote", args.job_id)],
        write=_approve,
    ),
    declare(
        "quote.refuse",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=QuoteRefuseBody,
        args=QuoteRefuse,
        needs=lambda args: [("quote", args.job_id)],
        write=_refuse,
    ),
)
