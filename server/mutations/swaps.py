"""Swaps: a part off the van and onto the unit, and the old part that is born of it (PART-4, OLD-1)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.custody import TagField, bind_tag, custody_needs, match_earlier_receipt, note_custody
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.presets import preset
from server.mutations.publishing import publish_old_part, publish_on_job
from server.mutations.stock import SWAPPED, book
from server.mutations.visits import after_close, mark_late, visit_of
from server.rules import stock, visits
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.old_parts import CustodyEvent, HolderKind, OldPartState, due_on
from server.rules.people import Role
from server.rules.visits import VisitState
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.visibility.fields import Count, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome

MOST_PIECES = 100_000


class OldPartBody(Schema):
    """What came off."""

    old_part_id = Id(required=True)
    serial = Text(required=True, allow_none=True, most=60)
    quantity = Count(required=True, least=1, most=MOST_PIECES)
    tag = TagField(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class OldPart:
    """See ``OldPartBody``."""

    old_part_id: str
    serial: str | None
    quantity: int
    tag: str | None


class SwapRecordBody(Schema):
    """One swap; without an old part the reason for that is given."""

    swap_id = Id(required=True)
    visit_id = Id(required=True)
    part_id = Id(required=True)
    quantity = Count(required=True, least=1, most=MOST_PIECES)
    new_serial = Text(required=True, allow_none=True, most=60)
    reason = Text(required=True, allow_none=True)
    old_part = fields.Nested(OldPartBody, required=True, allow_none=True)
    no_old_part_reason = Text(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class SwapRecord:
    """See ``SwapRecordBody``."""

    swap_id: str
    visit_id: str
    part_id: str
    quantity: int
    new_serial: str | None
    reason: str | None
    old_part: OldPart | None
    no_old_part_reason: str | None


def _record(change: Change, actor: Actor, args: SwapRecord) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, SwapRow, args.swap_id) is not None:
        return APPLIED
    found = mark_late(change, visit.id)
    if visits.is_closed(VisitState(visit.state)):
        found.append(after_close(visit, swap_id=args.swap_id))
    part = load(change.session, PartRow, args.part_id)
    found += _about_the_part(args, part)
    found += _fitted_twice(change, args)
    swap = _swap(change, visit, args)
    add(change.session, swap)
    publish_on_job(change, swap)
    found += _book(change, actor, visit, args)
    if args.old_part is not None:
        found += _take_off(change, visit, args, args.old_part, part)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _swap(change: Change, visit: VisitRow, args: SwapRecord) -> SwapRow:
    return SwapRow(
        id=args.swap_id,
        visit_id=visit.id,
        job_id=visit.job_id,
        station_id=visit.station_id,
        part_id=args.part_id,
        quantity=args.quantity,
        new_serial=args.new_serial,
        reason=args.reason,
        old_part_id=None if args.old_part is None else args.old_part.old_part_id,
        no_old_part_reason=args.no_old_part_reason,
        recorded_by=change.user_id,
        recorded_at=change.happened_at,
    )


def _about_the_part(args: SwapRecord, part: PartRow | None) -> Iterable[Discrepancy]:
    """A part that the catalogue does not know, or that is on hold (PART-9)."""
    if part is None:
        return [Discrepancy(DiscrepancyKind.UNKNOWN_PART, "swap", args.swap_id, {"part_id": args.part_id})]
    if part.on_hold:
        return [Discrepancy(DiscrepancyKind.PART_ON_HOLD, "swap", args.swap_id, {"part_id": args.part_id})]
    return []


def _fitted_twice(change: Change, args: SwapRecord) -> Iterable[Discrepancy]:
    """One serial number cannot be fitted twice."""
    if not args.new_serial:
        return []
    fitted = matching(change.session, SwapRow, "new_serial", args.new_serial)
    others = [swap.id for swap in fitted if swap.part_id == args.part_id]
    if not others:
        return []
    detail = {"serial": args.new_serial, "other_swap_id": others[0]}
    return [Discrepancy(DiscrepancyKind.SERIAL_FITTED_TWICE, "swap", args.swap_id, detail)]


def _book(change: Change, actor: Actor, visit: VisitRow, args: SwapRecord) -> Iterable[Discrepancy]:
    """Move the pieces in the ledger and say whether the van gave more than it had (PART-1, PART-4)."""
    van = stock.van(actor.user_id)
    job = job_of(change, visit.job_id)
    movements = stock.swap_movements(
        technician_id=actor.user_id,
        unit_location=stock.unit(job.equipment_id, job.id),
        part_id=args.part_id,
        quantity=args.quantity,
        old_quantity=0 if args.old_part is None else args.old_part.quantity,
    )
    stations = {van: actor.station_id or visit.station_id}
    on_hand = book(change, movements, stations)
    short = stock.below_zero(
        van,
        args.part_id,
        quantity=on_hand[van, args.part_id],
        taken=args.quantity,
        subject_table="swap",
        subject_id=args.swap_id,
    )
    return [] if short is None else [short]


def _take_off(
    change: Change, visit: VisitRow, args: SwapRecord, taken: OldPart, part: PartRow | None
) -> Iterable[Discrepancy]:
    """Give the old part a life of its own (OLD-1)."""
    if load(change.session, OldPartRow, taken.old_part_id) is not None:
        return []
    job = job_of(change, visit.job_id)
    old_part = OldPartRow(
        id=taken.old_part_id,
        job_id=job.id,
        visit_id=visit.id,
        swap_id=args.swap_id,
        station_id=visit.station_id,
        part_id=args.part_id,
        part_no=None if part is None else part.part_no,
        part_name=None if part is None else part.name,
        tag=None,
        serial=taken.serial,
        quantity=taken.quantity,
        state=OldPartState.WITH_TECHNICIAN.value,
        holder_kind=HolderKind.TECHNICIAN.value,
        holder_id=change.user_id,
        job_number=job.number,
        plate=job.plate,
        customer_name=job.customer_name,
        removed_at=change.happened_at,
        removed_by=change.user_id,
        due_on=due_on(change.happened_at, days=preset(change.session, "old_part_due_days")),
        expected=True,
    )
    add(change.session, old_part)
    note_custody(change, old_part, CustodyEvent.REMOVED, giver=("unit", job.equipment_id or job.id))
    found = [] if taken.tag is None else bind_tag(change, old_part, taken.tag)
    publish_old_part(change, old_part)
    return [*found, *match_earlier_receipt(change, old_part)]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "swap.record",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=SwapRecordBody,
        args=lambda old_part, **rest: SwapRecord(**rest, old_part=None if old_part is None else OldPart(**old_part)),
        needs=lambda args: [
            ("swap", args.swap_id),
            ("visit", args.visit_id),
            ("part", args.part_id),
            (SWAPPED, args.part_id),
            *([("swap.new_serial", args.new_serial)] if args.new_serial else []),
            *(custody_needs(args.old_part.old_part_id, args.old_part.tag) if args.old_part else []),
        ],
        write=_record,
    ),
)
