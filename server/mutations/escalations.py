"""Escalations: a technician hands a major problem to the manager, who answers (VIS-9)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.presets import preset
from server.mutations.publishing import publish_escalation
from server.mutations.telling import tell, tell_managers
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.escalations import Decision, EscalationState, Severity, answer_due_at, check_answer
from server.rules.people import Role
from server.tables.escalations import EscalationRow
from server.tables.loading import add, load
from server.visibility.fields import Code, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing

MOST_PHOTOS = 20


class JobEscalateBody(Schema):
    """All that the manager must know, as text; visit, photos and voice notes are named and may come later."""

    escalation_id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True, allow_none=True)
    severity = Code(Severity, required=True)
    problem = Text(required=True, least=1)
    proposal = Text(required=True, least=1)
    demand = Text(required=True, allow_none=True)
    photo_ids = fields.List(Id(), required=True, validate=validate.Length(max=MOST_PHOTOS))
    voice_note_ids = fields.List(Id(), required=True, validate=validate.Length(max=MOST_PHOTOS))


@dataclass(frozen=True, slots=True)
class JobEscalate:
    """See ``JobEscalateBody``."""

    escalation_id: str
    job_id: str
    visit_id: str | None
    severity: str
    problem: str
    proposal: str
    demand: str | None
    photo_ids: list[str]
    voice_note_ids: list[str]


class EscalationAnswerBody(Schema):
    """What the manager decides, and what is to be done."""

    escalation_id = Id(required=True)
    decision = Code(Decision, required=True)
    answer = Text(required=True)


@dataclass(frozen=True, slots=True)
class EscalationAnswer:
    """See ``EscalationAnswerBody``."""

    escalation_id: str
    decision: str
    answer: str


def _escalate(change: Change, actor: Actor, args: JobEscalate) -> Outcome:
    check_lane(change, f"escalation:{args.escalation_id}")
    job = job_of(change, args.job_id)
    check_station(actor, Role.TECHNICIAN, job.station_id)
    if load(change.session, EscalationRow, args.escalation_id) is not None:
        return APPLIED
    within_min = preset(change.session, "escalation_answer_min")
    row = EscalationRow(
        id=args.escalation_id,
        job_id=job.id,
        station_id=job.station_id,
        visit_id=args.visit_id,
        severity=args.severity,
        problem=args.problem,
        proposal=args.proposal,
        demand=args.demand,
        photo_ids=args.photo_ids,
        voice_note_ids=args.voice_note_ids,
        raised_by=change.user_id,
        raised_at=change.happened_at,
        received_at=change.received_at,
        answer_due_at=answer_due_at(change.received_at, within_min),
        state=EscalationState.OPEN.value,
    )
    add(change.session, row)
    publish_escalation(change, row)
    tell_managers(change, "escalated", job)
    sent = any(technician["user_id"] == change.user_id for technician in job.technicians)
    late = [] if sent else [Discrepancy(DiscrepancyKind.LATE_FACT, "escalation", row.id, once=True)]
    return applied(change, late, job_id=job.id, station_id=job.station_id)


def _answer(change: Change, actor: Actor, args: EscalationAnswer) -> Outcome:
    check_lane(change, f"escalation:{args.escalation_id}")
    row = load(change.session, EscalationRow, args.escalation_id)
    if row is None:
        raise Missing("The escalation has not arrived yet.", table="escalation", id=args.escalation_id)
    check_station(actor, Role.MANAGER, row.station_id)
    check_answer(EscalationState(row.state), Decision(args.decision), args.answer)
    job = job_of(change, row.job_id)
    row.state, row.decision, row.answer = EscalationState.ANSWERED.value, args.decision, args.answer
    row.answered_by, row.answered_at = change.user_id, change.happened_at
    publish_escalation(change, row)
    tell(change, row.raised_by, "escalation_answered", job)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "job.escalate",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=JobEscalateBody,
        args=JobEscalate,
        needs=lambda args: [("job", args.job_id), ("escalation", args.escalation_id)],
        write=_escalate,
    ),
    declare(
        "escalation.answer",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=EscalationAnswerBody,
        args=EscalationAnswer,
        needs=lambda args: [("escalation", args.escalation_id)],
        write=_answer,
    ),
)
