"""The short report to the office on leaving (VIS-12); a job that needs another outing waits to be planned (JOB-7)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.publishing import publish_job, publish_on_job
from server.mutations.visits import mark_late, visit_of
from server.rules.jobs import JobState, after_report_back
from server.rules.people import Role
from server.rules.report_backs import LeavingOutcome, comes_again
from server.rules.reports import ReportState
from server.tables.loading import add, load, matching
from server.tables.report_backs import ReportBackRow
from server.tables.reports import ReportRow
from server.tables.visits import VisitRow
from server.visibility.fields import Code, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class VisitReportBackBody(Schema):
    """How the technician leaves; money taken from the customer is ``payment.collect``."""

    report_back_id = Id(required=True)
    visit_id = Id(required=True)
    outcome = Code(LeavingOutcome, required=True)
    note = Text(required=True, allow_none=True, most=240)


@dataclass(frozen=True, slots=True)
class VisitReportBack:
    """See ``VisitReportBackBody``."""

    report_back_id: str
    visit_id: str
    outcome: str
    note: str | None


def _report_back(change: Change, actor: Actor, args: VisitReportBack) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, ReportBackRow, args.report_back_id) is not None:
        return APPLIED
    found = mark_late(change, visit.id)
    row = ReportBackRow(
        id=args.report_back_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        outcome=args.outcome,
        note=args.note,
        reported_by=change.user_id,
        reported_at=change.happened_at,
    )
    add(change.session, row)
    publish_on_job(change, row)
    job = job_of(change, visit.job_id)
    is_newest = not any(other.id > visit.id for other in matching(change.session, VisitRow, "job_id", job.id))
    again = comes_again(LeavingOutcome(args.outcome))
    state = after_report_back(JobState(job.state), _reported(change, visit), again=again, is_newest=is_newest)
    if state.value != job.state:
        job.state = state.value
        publish_job(change, job)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _reported(change: Change, visit: VisitRow) -> JobState:
    """Where the visit's report has brought the job: as far as the visit, or to the end."""
    report = load(change.session, ReportRow, visit.id)
    return JobState.APPROVED if report is not None and report.state == ReportState.APPROVED else JobState(visit.state)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.report_back",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitReportBackBody,
        args=VisitReportBack,
        needs=lambda args: [
            ("visit", args.visit_id),
            ("report", args.visit_id),
            ("report_back", args.report_back_id),
        ],
        write=_report_back,
    ),
)
