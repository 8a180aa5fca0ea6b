"""Milestones of a job: answered, plan agreed, a unit lent, the clocks stopped and going again (JOB-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_on_job
from server.mutations.entry import Entry, declare
from server.mutations.jobs import OFFICE, job_of
from server.mutations.publishing import publish_milestone
from server.rules.people import Role
from server.rules.sla import MilestoneKind
from server.tables.loading import add, load
from server.tables.milestones import MilestoneRow
from server.visibility.fields import Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class ToldBody(Schema):
    """What was answered, lent, or is waited for."""

    milestone_id = Id(required=True)
    job_id = Id(required=True)
    note = Text(required=True, least=1)


class HappenedBody(Schema):
    """It happened; a note may say more."""

    milestone_id = Id(required=True)
    job_id = Id(required=True)
    note = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class Happened:
    """See ``HappenedBody``."""

    milestone_id: str
    job_id: str
    note: str | None


def _recording(name: str, kind: MilestoneKind, schema: type[Schema]) -> Entry[Any]:
    """Return the entry that records a milestone of that kind, once for each id."""

    def write(change: Change, actor: Actor, args: Happened) -> Outcome:
        job = job_of(change, args.job_id)
        check_on_job(change, actor, job.id, job.station_id, office=OFFICE)
        if load(change.session, MilestoneRow, args.milestone_id) is not None:
            return APPLIED
        milestone = MilestoneRow(
            id=args.milestone_id,
            job_id=job.id,
            station_id=job.station_id,
            kind=kind.value,
            at=change.happened_at,
            by=change.user_id,
            note=args.note,
        )
        add(change.session, milestone)
        publish_milestone(change, milestone)
        return APPLIED

    return declare(
        name,
        Kind.FACT,
        roles=OFFICE | {Role.TECHNICIAN},
        schema=schema,
        args=Happened,
        needs=lambda args: [("job", args.job_id), ("milestone", args.milestone_id)],
        write=write,
    )


ENTRIES: tuple[Entry[Any], ...] = (
    _recording("job.answer", MilestoneKind.ANSWERED, ToldBody),
    _recording("job.answer_in_writing", MilestoneKind.ANSWERED_IN_WRITING, ToldBody),
    _recording("job.agree_plan", MilestoneKind.PLAN_AGREED, HappenedBody),
    _recording("job.lend_unit", MilestoneKind.UNIT_LENT, ToldBody),
    _recording("job.pause", MilestoneKind.PAUSED, ToldBody),
    _recording("job.resume", MilestoneKind.RESUMED, HappenedBody),
)
