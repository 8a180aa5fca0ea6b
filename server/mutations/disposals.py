"""Disposals: a month's old parts leave the store as one signed list (OLD-5)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, ValidationError, fields, validate, validates

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.custody_facts import fact_needs, follow, old_part_of, tell_fact
from server.mutations.entry import Entry, declare
from server.mutations.stock import book
from server.rules.custody import FactKind
from server.rules.discrepancies import Discrepancy
from server.rules.disposals import DisposalWay
from server.rules.people import Role
from server.rules.stock import Movement
from server.tables.custody import DisposalRow
from server.tables.loading import add, load, preload
from server.tables.people import PersonRow
from server.visibility.audiences import of_books
from server.visibility.fields import Code, Count, Id, Ids, Text
from sync.ports import APPLIED, Change, Kind, Outcome

MOST_LISTED = 500
_LARGEST = 2**31 - 1


class DisposalRecordBody(Schema):
    """The list, what became of it, and the signature under it; strokes as in ``visit.sign``."""

    disposal_id = Id(required=True)
    month = fields.String(required=True, validate=validate.Regexp(r"^\d{4}-(0[1-9]|1[0-2])\Z"))
    way = Code(DisposalWay, required=True)
    old_part_ids = Ids(required=True, most=MOST_LISTED)
    signer_name = Text(required=True, least=1, most=80)
    width = Count(required=True, least=1, most=_LARGEST)
    height = Count(required=True, least=1, most=_LARGEST)
    strokes = fields.List(fields.List(fields.List(fields.Integer(strict=True))), required=True)
    note = Text(required=True, allow_none=True)

    @validates("old_part_ids")
    def some(self, old_part_ids: list[str], **_: Any) -> None:
        if not old_part_ids:
            raise ValidationError("Put at least one old part on the list.")


@dataclass(frozen=True, slots=True)
class DisposalRecord:
    """See ``DisposalRecordBody``."""

    disposal_id: str
    month: str
    way: str
    old_part_ids: list[str]
    signer_name: str
    width: int
    height: int
    strokes: list[list[list[int]]]
    note: str | None


def _record(change: Change, actor: Actor, args: DisposalRecord) -> Outcome:
    check_lane(change, f"disposal:{args.disposal_id}")
    old_parts = [old_part_of(change, actor, old_part_id) for old_part_id in args.old_part_ids]
    if load(change.session, DisposalRow, args.disposal_id) is not None:
        return APPLIED
    preload(change.session, PersonRow, {row.received_by for row in old_parts if row.received_by}, lock=False)
    row = DisposalRow(
        id=args.disposal_id,
        station_id=actor.station_id or old_parts[0].station_id,
        month=args.month,
        way=args.way,
        old_part_ids=args.old_part_ids,
        signer_name=args.signer_name,
        width=args.width,
        height=args.height,
        strokes=args.strokes,
        note=args.note,
        disposed_by=change.user_id,
        disposed_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("disposal", row.id, of_books(row.station_id))
    found: list[Discrepancy] = []
    movements: list[Movement] = []
    for old_part in old_parts:
        tell_fact(change, actor, old_part, FactKind.DISPOSED, row.id)
        more, moved = follow(change, old_part)
        found += more
        movements += moved
    book(change, movements, {})
    return applied(change, found, job_id=None, station_id=row.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "disposal.record",
        Kind.FACT,
        roles=[Role.CLERK, Role.MANAGER],
        schema=DisposalRecordBody,
        args=DisposalRecord,
        needs=lambda args: [("disposal", args.disposal_id), *fact_needs(args.old_part_ids)],
        write=_record,
    ),
)
