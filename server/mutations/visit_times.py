"""Start of work, and times stated afterwards: what was tapped stays beside what was typed (VIS-15)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.entry import Entry, declare
from server.mutations.publishing import publish_on_job
from server.mutations.visits import VisitTap, VisitTapBody, mark_late, read_position, visit_of
from server.rules.people import Role
from server.rules.visit_times import VisitEvent, check_stated
from server.tables.loading import add, load
from server.tables.visit_times import VisitTimeRow
from server.visibility.fields import Code, Id, Moment
from sync.ports import APPLIED, Change, Kind, Outcome


class VisitStateTimeBody(Schema):
    """A tap was forgotten or came late: when it really was. What the tap recorded is kept."""

    time_id = Id(required=True)
    visit_id = Id(required=True)
    event = Code(VisitEvent, required=True)
    stated_at = Moment(required=True)


@dataclass(frozen=True, slots=True)
class VisitStateTime:
    """See ``VisitStateTimeBody``."""

    time_id: str
    visit_id: str
    event: str
    stated_at: datetime


def _start(change: Change, actor: Actor, args: VisitTap) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    found = mark_late(change, visit.id)
    if visit.started_at is None:
        visit.started_at = change.happened_at
        visit.started_lat_e7 = args.position.lat_e7
        visit.started_lon_e7 = args.position.lon_e7
        visit.started_accuracy_m = args.position.accuracy_m
        publish_on_job(change, visit)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _state_time(change: Change, actor: Actor, args: VisitStateTime) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, VisitTimeRow, args.time_id) is not None:
        return APPLIED
    check_stated(args.stated_at, recorded_at=change.happened_at)
    found = mark_late(change, visit.id)
    row = VisitTimeRow(
        id=args.time_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        event=args.event,
        stated_at=args.stated_at,
        recorded_at=change.happened_at,
        recorded_by=change.user_id,
    )
    add(change.session, row)
    publish_on_job(change, row)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "visit.start",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitTapBody,
        args=lambda visit_id, position: VisitTap(visit_id, read_position(position)),
        needs=lambda args: [("visit", args.visit_id)],
        write=_start,
    ),
    declare(
        "visit.state_time",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=VisitStateTimeBody,
        args=VisitStateTime,
        needs=lambda args: [("visit", args.visit_id), ("visit_time", args.time_id)],
        write=_state_time,
    ),
)
