"""Jobs: opened, assigned, edited."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor, check_lane, check_on_job, check_station
from server.mutations.contradicting import applied
from server.mutations.edits import (
    ContractEdit,
    CountEdit,
    FaultClassEdit,
    IdEdit,
    MomentEdit,
    RepairSizeEdit,
    TextEdit,
    TruthEdit,
    UrgencyEdit,
    read_edits,
)
from server.mutations.entry import Entry, declare
from server.mutations.job_offers import settle_offers
from server.mutations.open_jobs import show_if_open
from server.mutations.paying import check_paid
from server.mutations.publishing import publish_job
from server.mutations.reviewing import Typed, open_reviews, write_down
from server.mutations.sealing import note_changes_on_job
from server.mutations.telling import tell
from server.mutations.unit_grants import leave_unit, share_unit
from server.rules import jobs, sla
from server.rules.jobs import EDITABLE, JobAlreadyOpened, JobState, assign, lacks
from server.rules.merge import Edit, merge
from server.rules.people import Role
from server.tables.customers import CustomerRow
from server.tables.equipment import EquipmentRow
from server.tables.jobs import JobRow
from server.tables.loading import add, load, preload
from server.tables.numbers import next_number
from server.tables.people import PersonRow, StationRow
from server.visibility.fields import Code, Count, Id, Moment, Text, Truth
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted

OFFICE = frozenset({Role.DISPATCHER, Role.MANAGER})


class JobOpenBody(Schema):
    """A call that becomes a job; what is not known yet is null (JOB-2)."""

    job_id = Id(required=True)
    customer_id = Id(required=True, allow_none=True)
    equipment_id = Id(required=True, allow_none=True)
    site_address = Text(required=True, allow_none=True, most=240)
    contact = Text(required=True, allow_none=True, most=80)
    phone = Text(required=True, allow_none=True, most=40)
    fault_reported = Text(required=True, allow_none=True)
    fault_class = Code(jobs.FaultClass, required=True, allow_none=True)
    urgency = Code(jobs.Urgency, required=True, allow_none=True)
    distance_km = Count(required=True, allow_none=True, most=20_000)
    planned_at = Moment(required=True, allow_none=True)
    analysis = Text(required=True, allow_none=True)
    likely_parts = fields.List(Id(), required=True)
    contract = Code(sla.Contract, allow_none=True)
    repair_size = Code(sla.RepairSize, allow_none=True)
    supplier_involved = Truth(allow_none=True)
    paid = Truth(allow_none=True)


@dataclass(frozen=True, slots=True)
class JobOpen:
    """See ``JobOpenBody``."""

    job_id: str
    customer_id: str | None
    equipment_id: str | None
    site_address: str | None
    contact: str | None
    phone: str | None
    fault_reported: str | None
    fault_class: str | None
    urgency: str | None
    distance_km: int | None
    planned_at: datetime | None
    analysis: str | None
    likely_parts: list[str]
    contract: str | None = None
    repair_size: str | None = None
    supplier_involved: bool | None = None
    paid: bool | None = None


class JobAssignBody(Schema):
    """Who goes, and who leads (JOB-4); a manager may send somebody to an unpaid job and say why (JOB-5)."""

    job_id = Id(required=True)
    technician_ids = fields.List(Id(), required=True)
    lead_id = Id(required=True)
    planned_at = Moment(required=True, allow_none=True)
    unpaid_reason = Text(allow_none=True, least=1)


@dataclass(frozen=True, slots=True)
class JobAssign:
    """See ``JobAssignBody``."""

    job_id: str
    technician_ids: list[str]
    lead_id: str
    planned_at: datetime | None
    unpaid_reason: str | None = None


class JobChanges(Schema):
    """The fields of a job that a person types or picks."""

    customer_id = fields.Nested(IdEdit)
    equipment_id = fields.Nested(IdEdit)
    site_address = fields.Nested(TextEdit)
    contact = fields.Nested(TextEdit)
    phone = fields.Nested(TextEdit)
    fault_reported = fields.Nested(TextEdit)
    fault_class = fields.Nested(FaultClassEdit)
    urgency = fields.Nested(UrgencyEdit)
    distance_km = fields.Nested(CountEdit)
    planned_at = fields.Nested(MomentEdit)
    analysis = fields.Nested(TextEdit)
    contract = fields.Nested(ContractEdit)
    repair_size = fields.Nested(RepairSizeEdit)
    supplier_involved = fields.Nested(TruthEdit)
    paid = fields.Nested(TruthEdit)


class JobEditBody(Schema):
    """Corrections of what was typed before."""

    job_id = Id(required=True)
    changes = fields.Nested(JobChanges, required=True)


@dataclass(frozen=True, slots=True)
class JobEdit:
    """``changes`` are by field."""

    job_id: str
    changes: Mapping[str, Edit]


def job_of(change: Change, job_id: str) -> JobRow:
    """Return the job, or hold the mutation until the job is here."""
    job = load(change.session, JobRow, job_id)
    if job is None:
        raise Missing("The job has not arrived yet.", table="job", id=job_id)
    return job


def refill(change: Change, job: JobRow, changed: Iterable[str]) -> None:
    """Copy the names of a customer or a unit that was changed, and name anew what is missing (JOB-2)."""
    if "customer_id" in changed:
        customer = _known(change, CustomerRow, "customer", job.customer_id)
        job.customer_name = None if customer is None else customer.name
    if "equipment_id" in changed:
        unit = _known(change, EquipmentRow, "equipment", job.equipment_id)
        job.equipment_kind = None if unit is None else unit.kind
        job.model, job.serial, job.plate = (None,) * 3 if unit is None else (unit.model, unit.serial, unit.plate)
    job.lacks = lacks({name: getattr(job, name) for name in jobs.NEEDED})


def _open(change: Change, actor: Actor, args: JobOpen) -> Outcome:
    check_lane(change, f"job:{args.job_id}")
    customer = _known(change, CustomerRow, "customer", args.customer_id)
    unit = _known(change, EquipmentRow, "equipment", args.equipment_id)
    station_id = next((row.station_id for row in (customer, unit) if row is not None), actor.station_id)
    station = None if station_id is None else load(change.session, StationRow, station_id)
    if station is None:
        raise NotPermitted("Choose a customer first: the head office has no jobs of its own.")
    _check_office(actor, station.id)
    if load(change.session, JobRow, args.job_id) is not None:
        raise JobAlreadyOpened("A job with this id exists. Open the job again with a new id.")
    job = JobRow(
        id=args.job_id,
        number=next_number(change.session, f"{station.code}-{change.received_at:%y%m}"),
        station_id=station.id,
        state=JobState.OPEN.value,
        opened_at=change.happened_at,
        opened_by=change.user_id,
        likely_parts=args.likely_parts,
        technicians=[],
        written={},
        **{name: getattr(args, name) for name in EDITABLE},
    )
    refill(change, job, EDITABLE)
    add(change.session, job)
    publish_job(change, job)
    show_if_open(change, job)
    return APPLIED


def _known(change: Change, row_class: type[Any], table: str, row_id: str | None) -> Any:
    """Return the row that is named, if one is; hold the mutation when it is not here."""
    if row_id is None:
        return None
    row = load(change.session, row_class, row_id)
    if row is None:
        raise Missing(f"The {table} has not arrived yet.", table=table, id=row_id)
    return row


def _check_office(actor: Actor, station_id: str) -> None:
    role = Role.DISPATCHER if Role.DISPATCHER in actor.roles else Role.MANAGER
    check_station(actor, role, station_id)


def _assign(change: Change, actor: Actor, args: JobAssign) -> Outcome:
    check_lane(change, f"job:{args.job_id}")
    job = job_of(change, args.job_id)
    _check_office(actor, job.station_id)
    if job.paid:
        check_paid(change, actor, job, args.unpaid_reason)
    preload(change.session, PersonRow, args.technician_ids, lock=False)
    people = [load(change.session, PersonRow, user_id) for user_id in args.technician_ids]
    chosen = assign(
        JobState(job.state),
        former=[technician["user_id"] for technician in job.technicians],
        technician_ids=args.technician_ids,
        lead_id=args.lead_id,
        active=frozenset(
            person.id for person in people if person and person.active and Role.TECHNICIAN in person.roles
        ),
    )
    job.technicians, job.state = list(chosen.technicians), chosen.state.value
    job.dispatched_at = job.dispatched_at or change.happened_at
    if args.planned_at is not None:
        job.planned_at = args.planned_at
        job.written = write_down(change, job.written, None, ["planned_at"])
    lane = f"job:{job.id}"
    for user_id in chosen.left:
        change.revoke(user_id, lane, "reassigned")
    for user_id in chosen.joined:
        change.grant(user_id, lane)
        tell(change, user_id, "job_assigned", job)
    share_unit(change, job, left=chosen.left)
    settle_offers(change, job, args.technician_ids)
    show_if_open(change, job)
    publish_job(change, job)
    return APPLIED


def _edit(change: Change, actor: Actor, args: JobEdit) -> Outcome:
    job = job_of(change, args.job_id)
    check_on_job(change, actor, job.id, job.station_id, office=OFFICE)
    if jobs.is_closed(JobState(job.state)):
        raise jobs.JobClosed("This job is approved and no longer changes.", state=job.state)
    merged = merge({name: getattr(job, name) for name in EDITABLE}, args.changes)
    former_unit = job.equipment_id
    typed = Typed(
        table="job",
        row_id=job.id,
        section=None,
        job_id=job.id,
        station_id=job.station_id,
        owner_id=job.opened_by,
        author=job.opened_by,
        authored_at=job.opened_at,
        written=job.written,
    )
    reviews = open_reviews(change, typed, merged.conflicts)
    if merged.applied:
        for name, value in merged.applied.items():
            setattr(job, name, value)
        job.written = write_down(change, job.written, None, merged.applied)
        refill(change, job, merged.applied)
        publish_job(change, job)
        show_if_open(change, job)
        note_changes_on_job(change, job.id)
    if former_unit != job.equipment_id:
        if former_unit is not None:
            leave_unit(change, former_unit, [technician["user_id"] for technician in job.technicians])
        share_unit(change, job)
    return applied(change, (), job_id=job.id, station_id=job.station_id, reviews=reviews)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "job.open",
        Kind.REQUEST,
        roles=OFFICE,
        schema=JobOpenBody,
        args=JobOpen,
        needs=lambda args: [
            ("job", args.job_id),
            ("open_job", args.job_id),
            *([("customer", args.customer_id)] if args.customer_id else []),
            *([("equipment", args.equipment_id)] if args.equipment_id else []),
        ],
        write=_open,
    ),
    declare(
        "job.assign",
        Kind.REQUEST,
        roles=OFFICE,
        schema=JobAssignBody,
        args=JobAssign,
        needs=lambda args: [
            ("job", args.job_id),
            ("open_job", args.job_id),
            ("job_offer.job_id", args.job_id),
            ("quote", args.job_id),
            ("payment.job_id", args.job_id),
        ],
        write=_assign,
    ),
    declare(
        "job.edit",
        Kind.REQUEST,
        roles=OFFICE | {Role.TECHNICIAN},
        schema=JobEditBody,
        args=lambda job_id, changes: JobEdit(job_id, read_edits(changes)),
        needs=lambda args: [
            ("job", args.job_id),
            ("open_job", args.job_id),
            ("seal.job_id", args.job_id),
            *(
                (table, args.changes[name].after)
                for table, name in (("customer", "customer_id"), ("equipment", "equipment_id"))
                if name in args.changes and args.changes[name].after
            ),
        ],
        write=_edit,
    ),
)
