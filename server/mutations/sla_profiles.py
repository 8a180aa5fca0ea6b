"""SLA profiles, set by the head office (JOB-3)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields, validate

from server.mutations.acting import SYSTEM, Actor
from server.mutations.entry import Entry, declare
from server.mutations.revising import seen_row
from server.rules.equipment import EquipmentKind
from server.rules.jobs import FaultClass, Urgency
from server.rules.people import Role
from server.rules.sla import Contract, RepairSize
from server.tables.loading import add
from server.tables.sla_profiles import SlaProfileRow
from server.visibility.audiences import ALL
from server.visibility.fields import Code, Count, Id, Text, Truth
from server.visibility.schemas.sla import TermSchema
from sync.ports import APPLIED, Change, Kind, Outcome

_FARTHEST_KM = 20_000


class SlaProfileSetBody(Schema):
    """A whole profile; ``revision`` is the one that the person saw, 0 for a new profile."""

    profile_id = Id(required=True)
    revision = Count(required=True)
    name = Text(required=True, least=1, most=80)
    name_en = Text(required=True, least=1, most=80)
    active = Truth(required=True)
    fault_class = Code(FaultClass, required=True, allow_none=True)
    urgency = Code(Urgency, required=True, allow_none=True)
    equipment_kind = Code(EquipmentKind, required=True, allow_none=True)
    contract = Code(Contract, required=True, allow_none=True)
    repair_size = Code(RepairSize, required=True, allow_none=True)
    supplier_involved = Truth(required=True, allow_none=True)
    min_km = Count(required=True, allow_none=True, most=_FARTHEST_KM)
    max_km = Count(required=True, allow_none=True, most=_FARTHEST_KM)
    terms = fields.List(fields.Nested(TermSchema), required=True, validate=validate.Length(min=1))


@dataclass(frozen=True, slots=True)
class SlaProfileSet:
    """``columns`` are the row's, by name."""

    profile_id: str
    revision: int
    columns: dict[str, Any]


def _set(change: Change, actor: Actor, args: SlaProfileSet) -> Outcome:
    row = seen_row(change, actor, SlaProfileRow, args.profile_id, revision=args.revision)
    revision = args.revision + 1
    if row is None:
        row = SlaProfileRow(id=args.profile_id, revision=revision, **args.columns)
        add(change.session, row)
    else:
        for name, value in args.columns.items():
            setattr(row, name, value)
        row.revision = revision
    change.publish("sla_profile", row.id, ALL)
    return APPLIED


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "sla_profile.set",
        Kind.REQUEST,
        roles=[Role.MANAGER, Role.ADMINISTRATOR, SYSTEM],
        schema=SlaProfileSetBody,
        args=lambda profile_id, revision, **columns: SlaProfileSet(profile_id, revision, columns),
        needs=lambda args: [("sla_profile", args.profile_id)],
        write=_set,
    ),
)
