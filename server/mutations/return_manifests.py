"""Return manifests 旧件回运清单: boxes are packed, and a courier or who packed them takes them (OLD-1, OLD-2)."""

from collections.abc import Iterable
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
from server.rules.people import Role
from server.rules.return_manifests import NUMBER_PREFIX, ManifestKind, ManifestState
from server.rules.stock import Movement
from server.tables.custody import ReturnManifestRow
from server.tables.loading import add, load
from server.tables.numbers import next_number
from server.tables.old_parts import OldPartRow
from server.visibility.audiences import of_store
from server.visibility.fields import Code, Count, Id, Ids, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted

MOST_BOXES = 50
MOST_IN_A_BOX = 100


class BoxBody(Schema):
    """A box and what is in it."""

    no = Count(required=True, least=1, most=MOST_BOXES)
    old_part_ids = Ids(required=True, most=MOST_IN_A_BOX)


class ManifestPackBody(Schema):
    """The boxes of one return, as they were packed."""

    manifest_id = Id(required=True)
    kind = Code(ManifestKind, required=True)
    boxes = fields.List(fields.Nested(BoxBody), required=True, validate=validate.Length(min=1, max=MOST_BOXES))

    @validates("boxes")
    def each_once(self, boxes: list[dict[str, Any]], **_: Any) -> None:
        numbers = [box["no"] for box in boxes]
        packed = [old_part_id for box in boxes for old_part_id in box["old_part_ids"]]
        if len(set(numbers)) < len(numbers) or len(set(packed)) < len(packed):
            raise ValidationError("Send each box number and each old part once.")
        if not packed:
            raise ValidationError("Put at least one old part into a box.")


@dataclass(frozen=True, slots=True)
class ManifestPack:
    """See ``ManifestPackBody``."""

    manifest_id: str
    kind: str
    boxes: list[dict[str, Any]]

    @property
    def old_part_ids(self) -> list[str]:
        return _packed(self.boxes)


class ManifestShipBody(Schema):
    """Who carries it, and under which number. The old parts are named again, so that all are loaded at once."""

    manifest_id = Id(required=True)
    courier = Text(required=True, least=1, most=80)
    tracking_no = Text(required=True, least=1, most=60)
    old_part_ids = Ids(required=True, most=MOST_BOXES * MOST_IN_A_BOX)


@dataclass(frozen=True, slots=True)
class ManifestShip:
    """See ``ManifestShipBody``."""

    manifest_id: str
    courier: str
    tracking_no: str
    old_part_ids: list[str]


class ManifestCarryBody(Schema):
    """I bring the boxes myself: they stay in my hands until a clerk has them."""

    manifest_id = Id(required=True)


@dataclass(frozen=True, slots=True)
class ManifestCarry:
    """See ``ManifestCarryBody``."""

    manifest_id: str


def _pack(change: Change, actor: Actor, args: ManifestPack) -> Outcome:
    check_lane(change, f"return_manifest:{args.manifest_id}")
    old_parts = [old_part_of(change, actor, old_part_id) for old_part_id in args.old_part_ids]
    if load(change.session, ReturnManifestRow, args.manifest_id) is not None:
        return APPLIED
    row = ReturnManifestRow(
        id=args.manifest_id,
        number=next_number(change.session, f"{NUMBER_PREFIX}-{change.received_at:%y%m}"),
        station_id=actor.station_id or old_parts[0].station_id,
        kind=args.kind,
        state=ManifestState.PACKED.value,
        boxes=args.boxes,
        packed_by=change.user_id,
        packed_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("return_manifest", row.id, of_store(row.station_id))
    return _tell_each(change, actor, row, old_parts, FactKind.PACKED)


def _ship(change: Change, actor: Actor, args: ManifestShip) -> Outcome:
    row = _manifest(change, actor, args.manifest_id)
    if row.state == ManifestState.SHIPPED:
        return APPLIED
    row.state, row.courier, row.tracking_no = ManifestState.SHIPPED.value, args.courier, args.tracking_no
    row.shipped_by, row.shipped_at = change.user_id, change.happened_at
    change.publish("return_manifest", row.id, of_store(row.station_id))
    old_parts = [old_part_of(change, actor, old_part_id) for old_part_id in _packed(row.boxes)]
    return _tell_each(change, actor, row, old_parts, FactKind.SHIPPED)


def _carry(change: Change, actor: Actor, args: ManifestCarry) -> Outcome:
    row = _manifest(change, actor, args.manifest_id)
    if row.state == ManifestState.PACKED:
        row.state = ManifestState.CARRIED.value
        row.shipped_by, row.shipped_at = change.user_id, change.happened_at
        change.publish("return_manifest", row.id, of_store(row.station_id))
    return APPLIED


def _manifest(change: Change, actor: Actor, manifest_id: str) -> ReturnManifestRow:
    check_lane(change, f"return_manifest:{manifest_id}")
    row = load(change.session, ReturnManifestRow, manifest_id)
    if row is None:
        raise Missing("The manifest has not arrived yet.", table="return_manifest", id=manifest_id)
    if not actor.works_for(row.station_id):
        raise NotPermitted("This manifest belongs to another station.", station_id=row.station_id)
    return row


def _tell_each(
    change: Change, actor: Actor, row: ReturnManifestRow, old_parts: Iterable[OldPartRow], kind: FactKind
) -> Outcome:
    found: list[Discrepancy] = []
    movements: list[Movement] = []
    for old_part in old_parts:
        tell_fact(change, actor, old_part, kind, row.id)
        more, moved = follow(change, old_part)
        found += more
        movements += moved
    book(change, movements, {})
    return applied(change, found, job_id=None, station_id=row.station_id)


def _packed(boxes: Iterable[dict[str, Any]]) -> list[str]:
    return [old_part_id for box in boxes for old_part_id in box["old_part_ids"]]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "manifest.pack",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=ManifestPackBody,
        args=ManifestPack,
        needs=lambda args: [("return_manifest", args.manifest_id), *fact_needs(args.old_part_ids)],
        write=_pack,
    ),
    declare(
        "manifest.ship",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=ManifestShipBody,
        args=ManifestShip,
        needs=lambda args: [("return_manifest", args.manifest_id), *fact_needs(args.old_part_ids)],
        write=_ship,
    ),
    declare(
        "manifest.carry",
        Kind.FACT,
        roles=[Role.TECHNICIAN, Role.CLERK],
        schema=ManifestCarryBody,
        args=ManifestCarry,
        needs=lambda args: [("return_manifest", args.manifest_id)],
        write=_carry,
    ),
)
