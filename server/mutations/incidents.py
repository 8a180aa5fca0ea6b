"""Incidents: an accident on site is reported at once and closed by the manager (VIS-13)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.entry import Entry, declare
from server.mutations.escalations import MOST_PHOTOS
from server.mutations.jobs import job_of
from server.mutations.publishing import publish_incident
from server.mutations.telling import tell_managers
from server.rules.people import Role
from server.rules.safety import IncidentState, check_close
from server.tables.loading import add, load
from server.tables.safety import IncidentRow
from server.visibility.fields import Id, Text, Truth
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class IncidentReportBody(Schema):
    """What happened and where; visit and photos are named and may come later."""

    incident_id = Id(required=True)
    job_id = Id(required=True)
    visit_id = Id(required=True, allow_none=True)
    injured = Truth(required=True)
    what = Text(required=True)
    place = Text(required=True)
    photo_ids = fields.List(Id(), required=True, validate=validate.Length(max=MOST_PHOTOS))


@dataclass(frozen=True, slots=True)
class IncidentReport:
    """See ``IncidentReportBody``."""

    incident_id: str
    job_id: str
    visit_id: str | None
    injured: bool
    what: str
    place: str
    photo_ids: list[str]


class IncidentCloseBody(Schema):
    """What was done about it."""

    incident_id = Id(required=True)
    note = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class IncidentClose:
    """See ``IncidentCloseBody``."""

    incident_id: str
    note: str


def _report(change: Change, actor: Actor, args: IncidentReport) -> Outcome:
    check_lane(change, f"incident:{args.incident_id}")
    job = job_of(change, args.job_id)
    check_station(actor, Role.TECHNICIAN, job.station_id)
    if load(change.session, IncidentRow, args.incident_id) is not None:
        return APPLIED
    row = IncidentRow(
        id=args.incident_id,
        job_id=job.id,
        visit_id=args.visit_id,
        station_id=job.station_id,
        injured=args.injured,
        what=args.what,
        place=args.place,
        photo_ids=args.photo_ids,
        reported_by=change.user_id,
        happened_at=change.happened_at,
        received_at=change.received_at,
        state=IncidentState.OPEN.value,
    )
    add(change.session, row)
    publish_incident(change, row)
    tell_managers(change, "injury" if args.injured else "incident", job)
    return APPLIED


def _close(change: Change, actor: Actor, args: IncidentClose) -> Outcome:
    check_lane(change, f"incident:{args.incident_id}")
    row = load(change.session, IncidentRow, args.incident_id)
    if row is None:
        raise Missing("The incident has not arrived yet.", table="incident", id=args.incident_id)
    check_station(actor, Role.MANAGER, row.station_id)
    check_close(IncidentState(row.state))
    row.state, row.note = IncidentState.CLOSED.value, args.note
    row.closed_by, row.closed_at = change.user_id, change.happened_at
    publish_incident(change, row)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "incident.report",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=IncidentReportBody,
        args=IncidentReport,
        needs=lambda args: [("job", args.job_id), ("incident", args.incident_id)],
        write=_report,
    ),
    declare(
        "incident.close",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=IncidentCloseBody,
        args=IncidentClose,
        needs=lambda args: [("incident", args.incident_id)],
        write=_close,
    ),
)
