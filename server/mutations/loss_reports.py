"""Who had an old part says that it is lost; whether it is deducted, a manager decides (OLD-2, PART-5)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.custody_facts import fact_needs, follow, old_part_of, tell_fact
from server.mutations.entry import Entry, declare
from server.mutations.stock import book
from server.rules.custody import FactKind
from server.rules.people import Role
from server.tables.loading import add, load
from server.tables.loss_reports import LossReportRow
from server.visibility.audiences import of_hand_over
from server.visibility.fields import Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class OldPartReportLostBody(Schema):
    """It is not where it should be, and what is known about that. A clerk who receives it ends the search."""

    loss_id = Id(required=True)
    old_part_id = Id(required=True)
    note = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class OldPartReportLost:
    """See ``OldPartReportLostBody``."""

    loss_id: str
    old_part_id: str
    note: str


def _report_lost(change: Change, actor: Actor, args: OldPartReportLost) -> Outcome:
    check_lane(change, f"old_part:{args.old_part_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    if load(change.session, LossReportRow, args.loss_id) is not None:
        return APPLIED
    row = LossReportRow(
        id=args.loss_id,
        old_part_id=old_part.id,
        job_id=old_part.job_id,
        station_id=old_part.station_id,
        note=args.note,
        reported_by=change.user_id,
        reported_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("loss_report", row.id, of_hand_over(row.job_id, row.station_id, [row.reported_by]))
    tell_fact(change, actor, old_part, FactKind.LOST, row.id)
    found, movements = follow(change, old_part)
    book(change, movements, {})
    return applied(change, found, job_id=old_part.job_id, station_id=old_part.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.report_lost",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=OldPartReportLostBody,
        args=OldPartReportLost,
        needs=lambda args: [("loss_report", args.loss_id), *fact_needs([args.old_part_id])],
        write=_report_lost,
    ),
)
