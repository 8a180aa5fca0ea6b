"""Visits: arrival, end, departure, and closing without a signature."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor, check_on_job
from server.mutations.contradicting import applied
from server.mutations.device_clocks import doubt_clock
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.presets import preset
from server.mutations.publishing import publish_job, publish_on_job
from server.mutations.reports import hand_in
from server.mutations.site_safety import unacknowledged
from server.mutations.unit_visits import note_departure
from server.rules import jobs, visits
from server.rules.discrepancies import Discrepancy, DiscrepancyKind, late_fact
from server.rules.jobs import JobState
from server.rules.people import Role
from server.rules.reports import ReportState
from server.rules.visit_times import VisitEvent
from server.rules.visits import FIELDS, ReadingDoubt, Section, UnsignedReason, VisitState, reading_doubt
from server.tables.equipment import EquipmentRow
from server.tables.loading import add, load
from server.tables.visit_times import VisitTimeRow
from server.tables.visits import VisitRow
from server.visibility.audiences import of_station
from server.visibility.fields import Code, Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome, Standing, Verdict
from sync.refusal import Missing

_NORTH_E7, _EAST_E7 = 900_000_000, 1_800_000_000


class PositionBody(Schema):
    """Where the device was: degrees times ten million, and metres of doubt."""

    lat_e7 = Count(required=True, least=-_NORTH_E7, most=_NORTH_E7)
    lon_e7 = Count(required=True, least=-_EAST_E7, most=_EAST_E7)
    accuracy_m = Count(required=True, most=2**31 - 1)


@dataclass(frozen=True, slots=True)
class Position:
    """See ``PositionBody``."""

    lat_e7: int | None = None
    lon_e7: int | None = None
    accuracy_m: int | None = None


NOWHERE = Position()
"""The technician did not allow a position (VIS-15)."""


class VisitArriveBody(Schema):
    """The technician is there (VIS-15)."""

    visit_id = Id(required=True)
    job_id = Id(required=True)
    position = fields.Nested(PositionBody, required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class VisitArrive:
    """See ``VisitArriveBody``."""

    visit_id: str
    job_id: str
    position: Position


class VisitEndBody(Schema):
    """The service has ended (VIS-6)."""

    visit_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class VisitEnd:
    """See ``VisitEndBody``."""

    visit_id: str


class VisitTapBody(Schema):
    """Work begins, or the technician leaves: one tap, with the place if that is allowed (VIS-15)."""

    visit_id = Id(required=True)
    position = fields.Nested(PositionBody, required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class VisitTap:
    """See ``VisitTapBody``."""

    visit_id: str
    position: Position


class VisitCloseUnsignedBody(Schema):
    """The customer could not or would not sign; somebody may have witnessed it (VIS-8)."""

    visit_id = Id(required=True)
    reason = Code(UnsignedReason, required=True)
    note = Text(required=True, allow_none=True)
    witness = Text(required=True, allow_none=True, most=80)


@dataclass(frozen=True, slots=True)
class VisitCloseUnsigned:
    """See ``VisitCloseUnsignedBody``."""

    visit_id: str
    reason: str
    note: str | None
    witness: str | None


def visit_of(change: Change, actor: Actor, visit_id: str) -> VisitRow:
    """Return the visit for a technician who has or had its job, or hold the mutation until the visit is here."""
    visit = load(change.session, VisitRow, visit_id)
    if visit is None:
        raise Missing("The visit has not arrived yet.", table="visit", id=visit_id)
    check_on_job(change, actor, visit.job_id, visit.station_id, office=frozenset())
    return visit


def mark_late(change: Change, visit_id: str | None) -> list[Discrepancy]:
    """Mark the visit when its job was given to somebody else before this fact came (JOB-7)."""
    if change.standing is not Standing.THEN or visit_id is None:
        return []
    visit = load(change.session, VisitRow, visit_id)
    if visit is not None and not visit.late:
        visit.late = True
        publish_on_job(change, visit)
    return [late_fact(visit_id)]


def after_close(visit: VisitRow, **detail: Any) -> Discrepancy:
    """Return the discrepancy of a fact that would change what was signed or closed (VIS-7)."""
    return Discrepancy(DiscrepancyKind.CHANGED_AFTER_SIGNATURE, "visit", visit.id, detail)


def _arrive(change: Change, actor: Actor, args: VisitArrive) -> Outcome:
    job = job_of(change, args.job_id)
    check_on_job(change, actor, job.id, job.station_id, office=frozenset())
    arrived = load(change.session, VisitRow, args.visit_id)
    if arrived is not None:
        return _come_along(change, arrived)
    visit = VisitRow(
        id=args.visit_id,
        job_id=job.id,
        station_id=job.station_id,
        technician_id=change.user_id,
        state=VisitState.UNDER_WAY.value,
        arrived_at=change.happened_at,
        arrived_lat_e7=args.position.lat_e7,
        arrived_lon_e7=args.position.lon_e7,
        arrived_accuracy_m=args.position.accuracy_m,
        late=False,
        written={},
        **{section.value: dict.fromkeys(FIELDS[section]) for section in Section},
    )
    add(change.session, visit)
    publish_on_job(change, visit)
    found = [*mark_late(change, visit.id), *doubt_clock(change, visit.id)]
    if jobs.is_closed(JobState(job.state)):
        found.append(Discrepancy(DiscrepancyKind.JOB_CLOSED, "visit", visit.id, {"state": job.state}))
    elif job.state != JobState.UNDER_WAY:
        job.state = JobState.UNDER_WAY.value
        publish_job(change, job)
    return applied(change, found, job_id=job.id, station_id=job.station_id)


def _come_along(change: Change, visit: VisitRow) -> Outcome:
    """A colleague arrives at the same visit: their time stands beside the visit's own (JOB-4)."""
    if visit.technician_id == change.user_id or load(change.session, VisitTimeRow, change.mutation_id) is not None:
        return APPLIED
    row = VisitTimeRow(
        id=change.mutation_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        event=VisitEvent.ARRIVED.value,
        stated_at=change.happened_at,
        recorded_at=change.happened_at,
        recorded_by=change.user_id,
    )
    add(change.session, row)
    publish_on_job(change, row)
    found = mark_late(change, visit.id)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _end(change: Change, actor: Actor, args: VisitEnd) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    found = mark_late(change, visit.id)
    if visit.ended_at is not None:
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    visit.ended_at = change.happened_at
    meters = APPLIED
    if not visits.is_closed(VisitState(visit.state)):
        visit.state = VisitState.ENDED.value
    job = job_of(change, visit.job_id)
    found += unacknowledged(change, visit, job)
    if job.state == JobState.UNDER_WAY:
        job.state = JobState.ENDED.value
        publish_job(change, job)
    publish_on_job(change, visit)
    if job.equipment_id is not None:
        meters = _read_meters(change, visit, job.equipment_id)
    outcome = applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    return meters if outcome is APPLIED else outcome


def _read_meters(change: Change, visit: VisitRow, equipment_id: str) -> Outcome:
    """Keep what was read as the unit's last readings; meters are replaced, so a doubtful one is kept too (VIS-2)."""
    unit = load(change.session, EquipmentRow, equipment_id)
    if unit is None:
        return APPLIED
    outcome = _said(change, visit, unit)
    read_km, read_h = visit.look["read_km"], visit.look["read_h"]
    unit.last_km = unit.last_km if read_km is None else read_km
    unit.last_h = unit.last_h if read_h is None else read_h
    unit.visit_count += 1
    change.publish("equipment", unit.id, of_station(unit.station_id))
    return outcome


def _said(change: Change, visit: VisitRow, unit: EquipmentRow) -> Outcome:
    """Return what is doubtful about the readings, each with the one before it."""
    doubts = {
        f"last_{meter}": doubt for meter in ("km", "h") if (doubt := _doubt(change, visit, unit, meter)) is not None
    }
    if not doubts:
        return APPLIED
    return Outcome(Verdict.APPLIED, next(iter(doubts.values())).value, {name: getattr(unit, name) for name in doubts})


def _doubt(change: Change, visit: VisitRow, unit: EquipmentRow, meter: str) -> ReadingDoubt | None:
    jump = preset(change.session, f"reading_jump_{meter}")
    return reading_doubt(visit.look[f"read_{meter}"], getattr(unit, f"last_{meter}"), jump=jump)


def _depart(change: Change, actor: Actor, args: VisitTap) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    found = mark_late(change, visit.id)
    if visit.departed_at is None:
        visit.departed_at = change.happened_at
        visit.departed_lat_e7 = args.position.lat_e7
        visit.departed_lon_e7 = args.position.lon_e7
        visit.departed_accuracy_m = args.position.accuracy_m
        publish_on_job(change, visit)
        note_departure(change, visit)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _close_unsigned(change: Change, actor: Actor, args: VisitCloseUnsigned) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    found = mark_late(change, visit.id)
    if visits.is_closed(VisitState(visit.state)):
        if visit.unsigned_reason != args.reason:
            found.append(after_close(visit, unsigned_reason=args.reason, note=args.note))
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    visit.state = VisitState.UNSIGNED.value
    visit.unsigned_reason, visit.unsigned_note, visit.unsigned_witness = args.reason, args.note, args.witness
    publish_on_job(change, visit)
    hand_in(change, visit, ReportState.UNSIGNED)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def read_position(loaded: dict[str, int] | None) -> Position:
    """Return the position of a body, or that there is none."""
    return NOWHERE if loaded is None else Position(**loaded)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.arrive",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitArriveBody,
        args=lambda visit_id, job_id, position: VisitArrive(visit_id, job_id, read_position(position)),
        needs=lambda args: [("visit", args.visit_id), ("job", args.job_id)],
        write=_arrive,
    ),
    declare(
        "visit.end",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitEndBody,
        args=VisitEnd,
        needs=lambda args: [("visit", args.visit_id)],
        write=_end,
    ),
    declare(
        "visit.depart",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitTapBody,
        args=lambda visit_id, position: VisitTap(visit_id, read_position(position)),
        needs=lambda args: [("visit", args.visit_id), ("unit_visit", args.visit_id)],
        write=_depart,
    ),
    declare(
        "visit.close_unsigned",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitCloseUnsignedBody,
        args=VisitCloseUnsigned,
        needs=lambda args: [("visit", args.visit_id)],
        write=_close_unsigned,
    ),
)
