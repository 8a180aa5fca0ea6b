"""Reports: handed in by a closed visit, then approved or sent back by the manager (VIS-14)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_job, publish_on_job
from server.mutations.unit_visits import file_visit, note_decision
from server.rules.jobs import JobState, after_report
from server.rules.people import Role
from server.rules.reports import ReportState, accept_unsigned, approve, send_back
from server.rules.visits import VisitState
from server.tables.jobs import JobRow
from server.tables.loading import add, load, matching
from server.tables.numbers import next_number
from server.tables.reports import ReportRow
from server.tables.visits import VisitRow
from server.visibility.fields import Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

NUMBER_PREFIX = "FW"


class ReportApproveBody(Schema):
    """The manager approves."""

    report_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class ReportApprove:
    """See ``ReportApproveBody``."""

    report_id: str


class ReportAcceptUnsignedBody(Schema):
    """The manager accepts a report that nobody signed; the reason stands in for the signature."""

    report_id = Id(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ReportAcceptUnsigned:
    """See ``ReportAcceptUnsignedBody``."""

    report_id: str
    reason: str


class ReportSendBackBody(Schema):
    """The manager asks for more, and says what."""

    report_id = Id(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class ReportSendBack:
    """See ``ReportSendBackBody``."""

    report_id: str
    reason: str


def hand_in(change: Change, visit: VisitRow, state: ReportState) -> None:
    """Put the visit's report before the manager; one that was sent back keeps its number."""
    report = load(change.session, ReportRow, visit.id)
    if report is None:
        report = ReportRow(
            id=visit.id,
            visit_id=visit.id,
            job_id=visit.job_id,
            station_id=visit.station_id,
            number=next_number(change.session, f"{NUMBER_PREFIX}-{change.received_at:%y%m}"),
        )
        add(change.session, report)
    report.state, report.closed_at = state.value, change.happened_at
    report.decided_by = report.decided_at = report.sent_back_reason = report.accepted_unsigned = None
    publish_on_job(change, report)
    file_visit(change, visit, report)
    _move_job(change, report, JobState(state.value))


def _approve(change: Change, actor: Actor, args: ReportApprove) -> Outcome:
    report = _report_of(change, actor, args.report_id)
    _decide(change, report, approve)
    _move_job(change, report, JobState.APPROVED)
    return APPLIED


def _accept_unsigned(change: Change, actor: Actor, args: ReportAcceptUnsigned) -> Outcome:
    report = _report_of(change, actor, args.report_id)
    visit = load(change.session, VisitRow, report.visit_id)
    signed = visit is not None and visit.state == VisitState.SIGNED
    report.accepted_unsigned = args.reason
    _decide(change, report, lambda state: accept_unsigned(state, signed=signed))
    _move_job(change, report, JobState.APPROVED)
    return APPLIED


def _send_back(change: Change, actor: Actor, args: ReportSendBack) -> Outcome:
    report = _report_of(change, actor, args.report_id)
    _decide(change, report, send_back)
    report.sent_back_reason, report.accepted_unsigned = args.reason, None
    visit = load(change.session, VisitRow, report.visit_id)
    if visit is not None:
        visit.state = VisitState.ENDED.value
        publish_on_job(change, visit)
    _move_job(change, report, JobState.ENDED)
    return APPLIED


def _report_of(change: Change, actor: Actor, report_id: str) -> ReportRow:
    report = load(change.session, ReportRow, report_id)
    if report is None:
        raise Missing("The report has not arrived yet.", table="report", id=report_id)
    check_lane(change, f"job:{report.job_id}")
    check_station(actor, Role.MANAGER, report.station_id)
    return report


def _decide(change: Change, report: ReportRow, decide: Callable[[ReportState], ReportState]) -> None:
    report.state = decide(ReportState(report.state)).value
    report.decided_by, report.decided_at = change.user_id, change.happened_at
    publish_on_job(change, report)
    note_decision(change, report)


def _move_job(change: Change, report: ReportRow, state: JobState) -> None:
    """Move the job with the report of its newest visit, unless somebody must come again (JOB-7)."""
    job = load(change.session, JobRow, report.job_id)
    if job is None:
        return
    is_newest = not any(other.id > report.visit_id for other in matching(change.session, VisitRow, "job_id", job.id))
    moved = after_report(JobState(job.state), state, is_newest=is_newest)
    if job.state != moved:
        job.state = moved.value
        publish_job(change, job)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "report.approve",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ReportApproveBody,
        args=ReportApprove,
        needs=lambda args: [("report", args.report_id), ("unit_visit", args.report_id)],
        write=_approve,
    ),
    declare(
        "report.accept_unsigned",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ReportAcceptUnsignedBody,
        args=ReportAcceptUnsigned,
        needs=lambda args: [("report", args.report_id), ("visit", args.report_id), ("unit_visit", args.report_id)],
        write=_accept_unsigned,
    ),
    declare(
        "report.send_back",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ReportSendBackBody,
        args=ReportSendBack,
        needs=lambda args: [("report", args.report_id), ("visit", args.report_id), ("unit_visit", args.report_id)],
        write=_send_back,
    ),
)
