"""Requisitions 领料单: asked offline, approved, handed over, closed (PART-2)."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_discrepancy
from server.mutations.stock_lines import (
    HandedBody,
    Lines,
    PiecesBody,
    book_lines,
    handed,
    held_parts_moved,
    hold_needs,
    line_needs,
    parts_on_hold,
    pieces,
    stations_of,
)
from server.mutations.stock_trails import Document
from server.mutations.telling import tell_about, tell_managers_about
from server.rules import requisitions
from server.rules.discrepancies import DiscrepancyKind, DiscrepancyState, Settlement
from server.rules.people import Role
from server.rules.requisitions import Requisition, RequisitionLine, RequisitionState, RequisitionUrgency
from server.rules.stock import MOST_PIECES, store, van
from server.tables.discrepancies import DiscrepancyRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.numbers import next_number
from server.tables.requisitions import RequisitionRow
from server.visibility.audiences import of_requisition
from server.visibility.fields import Code, Count, Id, Text, moment
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted


class RequisitionAskBody(Schema):
    """A technician needs parts, for a job or for the van; devices that are a month old do not say how soon."""

    requisition_id = Id(required=True)
    job_id = Id(required=True, allow_none=True)
    urgency = Code(RequisitionUrgency, load_default=RequisitionUrgency.NORMAL.value)
    note = Text(required=True, allow_none=True, most=400)
    lines = Lines(PiecesBody, required=True)


@dataclass(frozen=True, slots=True)
class RequisitionAsk:
    """See ``RequisitionAskBody``."""

    requisition_id: str
    job_id: str | None
    urgency: str
    note: str | None
    lines: Sequence[dict[str, Any]]


class ApprovedBody(Schema):
    """So many of a part, or none of it."""

    part_id = Id(required=True)
    quantity = Count(required=True, most=MOST_PIECES)


class RequisitionApproveBody(Schema):
    """What may be handed over; a part that no line names is not approved."""

    requisition_id = Id(required=True)
    lines = Lines(ApprovedBody, required=True)


@dataclass(frozen=True, slots=True)
class RequisitionApprove:
    """See ``RequisitionApproveBody``."""

    requisition_id: str
    lines: Sequence[dict[str, Any]]


class RequisitionRefuseBody(Schema):
    """Nothing is handed over, and why."""

    requisition_id = Id(required=True)
    reason = Text(required=True, least=1, most=400)


@dataclass(frozen=True, slots=True)
class RequisitionRefuse:
    """See ``RequisitionRefuseBody``."""

    requisition_id: str
    reason: str


class RequisitionIssueBody(Schema):
    """What was handed over, from which station's shelves, into whose van."""

    requisition_id = Id(required=True)
    issue_id = Id(required=True)
    station_id = Id(required=True)
    technician_id = Id(required=True)
    lines = Lines(HandedBody, required=True)


@dataclass(frozen=True, slots=True)
class RequisitionIssue:
    """See ``RequisitionIssueBody``."""

    requisition_id: str
    issue_id: str
    station_id: str
    technician_id: str
    lines: Sequence[dict[str, Any]]


class RequisitionCloseBody(Schema):
    """Nothing more will come on it."""

    requisition_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class RequisitionClose:
    """See ``RequisitionCloseBody``."""

    requisition_id: str


def _ask(change: Change, actor: Actor, args: RequisitionAsk) -> Outcome:
    check_lane(change, f"requisition:{args.requisition_id}")
    if actor.station_id is None:
        raise NotPermitted("The head office has no store. A technician of a station asks for parts.")
    job = None if args.job_id is None else load(change.session, JobRow, args.job_id)
    if args.job_id is not None and job is None:
        raise Missing("The job has not arrived yet.", table="job", id=args.job_id)
    if job is not None and not actor.works_for(job.station_id):
        raise NotPermitted("This job belongs to another station.", station_id=job.station_id)
    if load(change.session, RequisitionRow, args.requisition_id) is not None:
        return APPLIED
    row = RequisitionRow(
        id=args.requisition_id,
        number=next_number(change.session, f"LL-{change.received_at:%y%m}"),
        station_id=actor.station_id,
        technician_id=change.user_id,
        job_id=args.job_id,
        job_number=None if job is None else job.number,
        state=RequisitionState.ASKED.value,
        urgency=args.urgency,
        note=args.note,
        lines=[asdict(RequisitionLine(line["part_id"], line["quantity"])) for line in args.lines],
        issues=[],
        asked_at=change.happened_at,
        decided_by=None,
        decided_at=None,
        refusal=None,
        closed_by=None,
        closed_at=None,
    )
    add(change.session, row)
    _publish(change, row)
    tell_managers_about(change, "requisition_asked", row.number, row.station_id)
    return APPLIED


def _approve(change: Change, actor: Actor, args: RequisitionApprove) -> Outcome:
    row = _requisition(change, args.requisition_id)
    check_station(actor, Role.MANAGER, row.station_id)
    quantities = pieces(args.lines)
    after = requisitions.approve(_standing(row), quantities, on_hold=parts_on_hold(change, quantities))
    _decide(change, row, after)
    _settle_what_was_early(change, row, after)
    return APPLIED


def _refuse(change: Change, actor: Actor, args: RequisitionRefuse) -> Outcome:
    row = _requisition(change, args.requisition_id)
    check_station(actor, Role.MANAGER, row.station_id)
    after = requisitions.refuse(_standing(row))
    row.refusal = args.reason
    _decide(change, row, after)
    return APPLIED


def _issue(change: Change, actor: Actor, args: RequisitionIssue) -> Outcome:
    check_station(actor, Role.CLERK, args.station_id)
    row = _requisition(change, args.requisition_id)
    check_station(actor, Role.CLERK, row.station_id)
    if any(issue["issue_id"] == args.issue_id for issue in row.issues):
        return APPLIED
    stations = stations_of(change, station_ids=[args.station_id], technician_id=args.technician_id)
    quantities, document = pieces(args.lines), Document("requisition", row.id)
    after = requisitions.issue(_standing(row), quantities)
    movements = requisitions.issue_movements(
        station_id=args.station_id, technician_id=args.technician_id, handed=handed(args.lines)
    )
    found = book_lines(change, document, movements, stations)
    found += held_parts_moved(change, document, args.lines)
    found += requisitions.above_approval(row.id, after, list(quantities))
    issue = {
        "issue_id": args.issue_id,
        "technician_id": args.technician_id,
        "issued_by": change.user_id,
        "issued_at": moment(change.happened_at),
        "lines": list(args.lines),
    }
    row.issues = [*row.issues, issue]
    _write(row, after)
    _publish(change, row)
    tell_about(change, row.technician_id, "requisition_issued", row.number, row.id)
    return applied(change, found, job_id=None, station_id=row.station_id)


def _close(change: Change, actor: Actor, args: RequisitionClose) -> Outcome:
    row = _requisition(change, args.requisition_id)
    if row.technician_id != change.user_id:
        check_station(actor, Role.CLERK if Role.CLERK in actor.roles else Role.MANAGER, row.station_id)
    _write(row, requisitions.close(_standing(row)))
    row.closed_by, row.closed_at = change.user_id, change.happened_at
    _publish(change, row)
    return APPLIED


def _requisition(change: Change, requisition_id: str) -> RequisitionRow:
    check_lane(change, f"requisition:{requisition_id}")
    row = load(change.session, RequisitionRow, requisition_id)
    if row is None:
        raise Missing("The requisition has not arrived yet.", table="requisition", id=requisition_id)
    return row


def _standing(row: RequisitionRow) -> Requisition:
    lines = tuple(RequisitionLine(**line) for line in row.lines)
    return Requisition(RequisitionState(row.state), row.decided_at is not None, lines)


def _write(row: RequisitionRow, after: Requisition) -> None:
    row.state, row.lines = after.state.value, [asdict(line) for line in after.lines]


def _decide(change: Change, row: RequisitionRow, after: Requisition) -> None:
    _write(row, after)
    row.decided_by, row.decided_at = change.user_id, change.happened_at
    _publish(change, row)
    topic = "requisition_refused" if after.state is RequisitionState.REFUSED else "requisition_approved"
    tell_about(change, row.technician_id, topic, row.number, row.id)


def _settle_what_was_early(change: Change, row: RequisitionRow, after: Requisition) -> None:
    """An approval that arrives after the parts were handed over settles what contradicted it until now."""
    for found in matching(change.session, DiscrepancyRow, "subject_id", row.id):
        early = found.kind == DiscrepancyKind.ISSUED_ABOVE_APPROVAL and found.state == DiscrepancyState.OPEN
        if early and requisitions.is_covered(after, found.detail["part_id"]):
            found.state, found.settlement = DiscrepancyState.SETTLED.value, Settlement.MATCHED.value
            found.settled_by, found.settled_at = change.user_id, change.happened_at
            publish_discrepancy(change, found)


def _publish(change: Change, row: RequisitionRow) -> None:
    change.publish("requisition", row.id, of_requisition(row.technician_id, row.station_id))


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "requisition.ask",
        Kind.REQUEST,
        roles=[Role.TECHNICIAN],
        schema=RequisitionAskBody,
        args=RequisitionAsk,
        needs=lambda args: [
            ("requisition", args.requisition_id),
            *([("job", args.job_id)] if args.job_id else []),
        ],
        write=_ask,
    ),
    declare(
        "requisition.approve",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=RequisitionApproveBody,
        args=RequisitionApprove,
        needs=lambda args: [
            ("requisition", args.requisition_id),
            ("discrepancy.subject_id", args.requisition_id),
            *line_needs(args.lines),
        ],
        write=_approve,
    ),
    declare(
        "requisition.refuse",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=RequisitionRefuseBody,
        args=RequisitionRefuse,
        needs=lambda args: [("requisition", args.requisition_id)],
        write=_refuse,
    ),
    declare(
        "requisition.issue",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=RequisitionIssueBody,
        args=RequisitionIssue,
        needs=lambda args: [
            ("requisition", args.requisition_id),
            ("person", args.technician_id),
            *line_needs(args.lines, store(args.station_id), van(args.technician_id)),
            *hold_needs(args.lines),
        ],
        write=_issue,
    ),
    declare(
        "requisition.close",
        Kind.REQUEST,
        roles=[Role.TECHNICIAN, Role.CLERK, Role.MANAGER],
        schema=RequisitionCloseBody,
        args=RequisitionClose,
        needs=lambda args: [("requisition", args.requisition_id)],
        write=_close,
    ),
)
