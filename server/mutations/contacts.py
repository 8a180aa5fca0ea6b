"""The contact log: what came in is a fact, and so is an answer; what becomes of it may be refused (JOB-1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.entry import Entry, declare
from server.rules import contacts
from server.rules.contacts import Channel, Disposed, Disposition
from server.rules.people import Role
from server.tables.contacts import ContactRow
from server.tables.customers import CustomerRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load
from server.tables.numbers import next_number
from server.tables.people import StationRow
from server.visibility.audiences import of_desk
from server.visibility.fields import Code, Id, Moment, Text, moment
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

OFFICE = frozenset({Role.DISPATCHER, Role.MANAGER})


class ContactLogBody(Schema):
    """Somebody called, wrote a letter or a message; what is not known is null."""

    contact_id = Id(required=True)
    station_id = Id(required=True)
    channel = Code(Channel, required=True)
    caller = Text(required=True, allow_none=True, most=80)
    phone = Text(required=True, allow_none=True, most=40)
    customer_id = Id(required=True, allow_none=True)
    said = Text(required=True, allow_none=True)
    arrived_at = Moment(required=True)


@dataclass(frozen=True, slots=True)
class ContactLog:
    """See ``ContactLogBody``."""

    contact_id: str
    station_id: str
    channel: str
    caller: str | None
    phone: str | None
    customer_id: str | None
    said: str | None
    arrived_at: datetime


class ContactAnswerBody(Schema):
    """What was answered; it is filed with the contact."""

    contact_id = Id(required=True)
    text = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ContactAnswer:
    """See ``ContactAnswerBody``."""

    contact_id: str
    text: str


class ContactClarifyBody(Schema):
    """It cannot be answered yet, and what must be asked first."""

    contact_id = Id(required=True)
    question = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ContactClarify:
    """See ``ContactClarifyBody``."""

    contact_id: str
    question: str


class ContactDispatchBody(Schema):
    """The job that it led to."""

    contact_id = Id(required=True)
    job_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class ContactDispatch:
    """See ``ContactDispatchBody``."""

    contact_id: str
    job_id: str


def _log(change: Change, actor: Actor, args: ContactLog) -> Outcome:
    check_lane(change, f"contact:{args.contact_id}")
    _check_desk(actor, args.station_id)
    if load(change.session, ContactRow, args.contact_id) is not None:
        return APPLIED
    station = load(change.session, StationRow, args.station_id)
    if station is None:
        raise Missing("The station has not arrived yet.", table="station", id=args.station_id)
    customer = None if args.customer_id is None else load(change.session, CustomerRow, args.customer_id)
    row = ContactRow(
        id=args.contact_id,
        number=next_number(change.session, f"{station.code}-C{change.received_at:%y%m}"),
        station_id=station.id,
        channel=args.channel,
        caller=args.caller,
        phone=args.phone,
        customer_id=args.customer_id,
        customer_name=None if customer is None else customer.name,
        said=args.said,
        arrived_at=args.arrived_at,
        logged_at=change.happened_at,
        logged_by=change.user_id,
        disposition=Disposition.OPEN.value,
        question=None,
        answers=[],
        job_id=None,
        disposed_by=None,
        disposed_at=None,
    )
    add(change.session, row)
    _publish(change, row)
    return APPLIED


def _answer(change: Change, actor: Actor, args: ContactAnswer) -> Outcome:
    row = _contact_of(change, actor, args.contact_id)
    said = {"text": args.text, "by": change.user_id, "at": moment(change.happened_at)}
    row.answers = [*row.answers, said]
    _dispose(change, row, contacts.answer(_disposed(row)))
    return APPLIED


def _clarify(change: Change, actor: Actor, args: ContactClarify) -> Outcome:
    row = _contact_of(change, actor, args.contact_id)
    disposed = contacts.clarify(_disposed(row))
    row.question = args.question
    _dispose(change, row, disposed)
    return APPLIED


def _dispatch(change: Change, actor: Actor, args: ContactDispatch) -> Outcome:
    row = _contact_of(change, actor, args.contact_id)
    job = load(change.session, JobRow, args.job_id)
    if job is None:
        raise Missing("The job has not arrived yet.", table="job", id=args.job_id)
    same_station = job.station_id == row.station_id
    _dispose(change, row, contacts.dispatch(_disposed(row), job.id, same_station=same_station))
    return APPLIED


def _contact_of(change: Change, actor: Actor, contact_id: str) -> ContactRow:
    check_lane(change, f"contact:{contact_id}")
    row = load(change.session, ContactRow, contact_id)
    if row is None:
        raise Missing("The contact has not arrived yet.", table="contact", id=contact_id)
    _check_desk(actor, row.station_id)
    return row


def _check_desk(actor: Actor, station_id: str) -> None:
    check_station(actor, Role.DISPATCHER if Role.DISPATCHER in actor.roles else Role.MANAGER, station_id)


def _disposed(row: ContactRow) -> Disposed:
    return Disposed(Disposition(row.disposition), row.job_id)


def _dispose(change: Change, row: ContactRow, disposed: Disposed) -> None:
    row.disposition, row.job_id = disposed.disposition.value, disposed.job_id
    row.disposed_by, row.disposed_at = change.user_id, change.happened_at
    _publish(change, row)


def _publish(change: Change, row: ContactRow) -> None:
    change.publish("contact", row.id, of_desk(row.station_id))


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "contact.log",
        Kind.FACT,
        roles=OFFICE,
        schema=ContactLogBody,
        args=ContactLog,
        needs=lambda args: [
            ("contact", args.contact_id),
            ("station", args.station_id),
            *([("customer", args.customer_id)] if args.customer_id else []),
        ],
        write=_log,
    ),
    declare(
        "contact.answer",
        Kind.FACT,
        roles=OFFICE,
        schema=ContactAnswerBody,
        args=ContactAnswer,
        needs=lambda args: [("contact", args.contact_id)],
        write=_answer,
    ),
    declare(
        "contact.clarify",
        Kind.REQUEST,
        roles=OFFICE,
        schema=ContactClarifyBody,
        args=ContactClarify,
        needs=lambda args: [("contact", args.contact_id)],
        write=_clarify,
    ),
    declare(
        "contact.dispatch",
        Kind.REQUEST,
        roles=OFFICE,
        schema=ContactDispatchBody,
        args=ContactDispatch,
        needs=lambda args: [("contact", args.contact_id), ("job", args.job_id)],
        write=_dispatch,
    ),
)
