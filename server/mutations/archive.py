"""An approved report is filed with its month (VIS-14)."""

from dataclasses import dataclass
from typing import Any
from zoneinfo import ZoneInfo

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.entry import Entry, declare
from server.rules.calendars import HOME_ZONE
from server.rules.people import Role
from server.rules.reports import ReportState, archive
from server.tables.archive import ArchivedReportRow
from server.tables.loading import add, load
from server.tables.people import StationRow
from server.tables.reports import ReportRow
from server.visibility.audiences import of_desk
from server.visibility.fields import Id
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class ReportArchiveBody(Schema):
    """The report goes into its month's file."""

    report_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class ReportArchive:
    """See ``ReportArchiveBody``."""

    report_id: str


def _archive(change: Change, actor: Actor, args: ReportArchive) -> Outcome:
    report = load(change.session, ReportRow, args.report_id)
    if report is None:
        raise Missing("The report has not arrived yet.", table="report", id=args.report_id)
    check_lane(change, f"job:{report.job_id}")
    check_station(actor, Role.MANAGER, report.station_id)
    if load(change.session, ArchivedReportRow, report.id) is not None:
        return APPLIED
    station = load(change.session, StationRow, report.station_id)
    zone = ZoneInfo(HOME_ZONE if station is None or station.time_zone is None else station.time_zone)
    row = ArchivedReportRow(
        id=report.id,
        job_id=report.job_id,
        station_id=report.station_id,
        month=archive(ReportState(report.state), report.closed_at.astimezone(zone).date()),
        archived_by=change.user_id,
        archived_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("archived_report", row.id, of_desk(row.station_id))
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "report.archive",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=ReportArchiveBody,
        args=ReportArchive,
        needs=lambda args: [("report", args.report_id), ("archived_report", args.report_id)],
        write=_archive,
    ),
)
