"""Batch holds 停用, placed by quality or a manager and seen by everybody, also offline (PART-9)."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane
from server.mutations.entry import Entry, declare
from server.rules.batch_holds import BatchHold, check_lift, check_place
from server.rules.people import Role
from server.tables.batch_holds import BatchHoldRow
from server.tables.loading import add, load, matching
from server.tables.parts import PartRow
from server.visibility.audiences import ALL
from server.visibility.fields import Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing


class BatchHoldPlaceBody(Schema):
    """Nobody issues or fits this batch any more; without a batch, none of the part."""

    hold_id = Id(required=True)
    part_id = Id(required=True)
    batch = Text(required=True, allow_none=True, least=1, most=60)
    reason = Text(required=True, least=1, most=400)


@dataclass(frozen=True, slots=True)
class BatchHoldPlace:
    """See ``BatchHoldPlaceBody``."""

    hold_id: str
    part_id: str
    batch: str | None
    reason: str


class BatchHoldLiftBody(Schema):
    """It may be issued and fitted again, and why."""

    hold_id = Id(required=True)
    part_id = Id(required=True)
    reason = Text(required=True, least=1, most=400)


@dataclass(frozen=True, slots=True)
class BatchHoldLift:
    """See ``BatchHoldLiftBody``."""

    hold_id: str
    part_id: str
    reason: str


def holds_of(change: Change, part_id: str) -> Sequence[BatchHold]:
    """Return every hold that was ever placed on the part."""
    rows = matching(change.session, BatchHoldRow, "part_id", part_id)
    return [_hold(row) for row in rows]


def _hold(row: BatchHoldRow) -> BatchHold:
    return BatchHold(row.part_id, row.batch, lifted=row.lifted_at is not None)


def _place(change: Change, actor: Actor, args: BatchHoldPlace) -> Outcome:  # noqa: ARG001
    check_lane(change, f"batch_hold:{args.part_id}")
    if load(change.session, BatchHoldRow, args.hold_id) is not None:
        return APPLIED
    if load(change.session, PartRow, args.part_id) is None:
        raise Missing("The part has not arrived yet.", table="part", id=args.part_id)
    check_place(args.part_id, args.batch, holds_of(change, args.part_id))
    row = BatchHoldRow(
        id=args.hold_id,
        part_id=args.part_id,
        batch=args.batch,
        reason=args.reason,
        placed_by=change.user_id,
        placed_at=change.happened_at,
        lifted_by=None,
        lifted_at=None,
        lifted_reason=None,
    )
    add(change.session, row)
    change.publish("batch_hold", row.id, ALL)
    _mark_the_part(change, row, on_hold=True)
    return APPLIED


def _lift(change: Change, actor: Actor, args: BatchHoldLift) -> Outcome:  # noqa: ARG001
    check_lane(change, f"batch_hold:{args.part_id}")
    row = load(change.session, BatchHoldRow, args.hold_id)
    if row is None:
        raise Missing("The hold has not arrived yet.", table="batch_hold", id=args.hold_id)
    check_lift(_hold(row))
    row.lifted_by, row.lifted_at, row.lifted_reason = change.user_id, change.happened_at, args.reason
    change.publish("batch_hold", row.id, ALL)
    _mark_the_part(change, row, on_hold=False)
    return APPLIED


def _mark_the_part(change: Change, row: BatchHoldRow, *, on_hold: bool) -> None:
    """A hold on every piece stands on the part itself, where approvals and swaps look for it."""
    part = load(change.session, PartRow, row.part_id)
    if row.batch is not None or part is None or part.on_hold is on_hold:
        return
    part.on_hold = on_hold
    change.publish("part", part.id, ALL)


def _needs(args: BatchHoldPlace | BatchHoldLift) -> list[tuple[str, str]]:
    return [("batch_hold", args.hold_id), ("batch_hold.part_id", args.part_id), ("part", args.part_id)]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "batch_hold.place",
        Kind.REQUEST,
        roles=[Role.QUALITY, Role.MANAGER],
        schema=BatchHoldPlaceBody,
        args=BatchHoldPlace,
        needs=_needs,
        write=_place,
    ),
    declare(
        "batch_hold.lift",
        Kind.REQUEST,
        roles=[Role.QUALITY, Role.MANAGER],
        schema=BatchHoldLiftBody,
        args=BatchHoldLift,
        needs=_needs,
        write=_lift,
    ),
)
