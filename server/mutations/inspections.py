"""Inspection 鉴定 of returned old parts, and the shelf they are stored on (OLD-2, OLD-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.contradicting import applied
from server.mutations.custody_facts import fact_needs, follow, old_part_of, tell_fact
from server.mutations.entry import Entry, declare
from server.mutations.stock import book
from server.rules.custody import FactKind
from server.rules.old_parts import Condition
from server.rules.people import Role
from server.rules.visits import Responsibility
from server.tables.custody import InspectionRow
from server.tables.loading import add, load
from server.tables.old_parts import OldPartRow
from server.visibility.audiences import of_old_part
from server.visibility.fields import Code, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome


class OldPartInspectBody(Schema):
    """In what state it is, why it is deducted (a code of the preset ``deduction_reasons``), and who answers for it."""

    inspection_id = Id(required=True)
    old_part_id = Id(required=True)
    condition = Code(Condition, required=True)
    reason_code = Text(required=True, allow_none=True, least=1, most=40)
    liability = Code(Responsibility, required=True, allow_none=True)
    note = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class OldPartInspect:
    """See ``OldPartInspectBody``."""

    inspection_id: str
    old_part_id: str
    condition: str
    reason_code: str | None
    liability: str | None
    note: str | None


class OldPartStoreBody(Schema):
    """It lies on this shelf from now on."""

    old_part_id = Id(required=True)
    shelf = Text(required=True, least=1, most=24)


@dataclass(frozen=True, slots=True)
class OldPartStore:
    """See ``OldPartStoreBody``."""

    old_part_id: str
    shelf: str


def _inspect(change: Change, actor: Actor, args: OldPartInspect) -> Outcome:
    check_lane(change, f"old_part:{args.old_part_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    if load(change.session, InspectionRow, args.inspection_id) is not None:
        return APPLIED
    row = InspectionRow(
        id=args.inspection_id,
        old_part_id=old_part.id,
        job_id=old_part.job_id,
        station_id=old_part.station_id,
        condition=args.condition,
        reason_code=args.reason_code,
        liability=args.liability,
        note=args.note,
        inspected_by=change.user_id,
        inspected_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("inspection", row.id, of_old_part(row.job_id, row.station_id))
    return _told(change, actor, old_part, FactKind.INSPECTED, row.id)


def _store(change: Change, actor: Actor, args: OldPartStore) -> Outcome:
    check_lane(change, f"old_part:{args.old_part_id}")
    old_part = old_part_of(change, actor, args.old_part_id)
    old_part.shelf = args.shelf
    return _told(change, actor, old_part, FactKind.STORED, old_part.id)


def _told(change: Change, actor: Actor, old_part: OldPartRow, kind: FactKind, ref_id: str) -> Outcome:
    tell_fact(change, actor, old_part, kind, ref_id)
    found, movements = follow(change, old_part)
    book(change, movements, {})
    return applied(change, found, job_id=old_part.job_id, station_id=old_part.station_id)


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.inspect",
        Kind.FACT,
        roles=[Role.CLERK, Role.MANAGER],
        schema=OldPartInspectBody,
        args=OldPartInspect,
        needs=lambda args: [("inspection", args.inspection_id), *fact_needs([args.old_part_id])],
        write=_inspect,
    ),
    declare(
        "old_part.store",
        Kind.FACT,
        roles=[Role.CLERK],
        schema=OldPartStoreBody,
        args=OldPartStore,
        needs=lambda args: fact_needs([args.old_part_id]),
        write=_store,
    ),
)
