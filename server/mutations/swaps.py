"""Swaps: a part off the van and onto the unit, and the old part that is born of it (PART-4, OLD-1)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.custody import TagField, bind_tag, custody_needs, match_earlier_receipt
from server.mutations.custody_chain import note_custody
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.presets import preset
from server.mutations.publishing import publish_old_part, publish_on_job
from server.mutations.sealing import note_changes
from server.mutations.stock import SWAPPED, book
from server.mutations.stock_trails import Document
from server.mutations.visits import after_close, mark_late, visit_of
from server.rules import stock, visits
from server.rules.ageing import bucket_begins
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.old_parts import CustodyEvent, HolderKind, OldPartState, due_on
from server.rules.people import Role
from server.rules.stock import MOST_PIECES, Fitting, Movement, StockSource
from server.rules.swaps import NoOldPart
from server.rules.visits import VisitState
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.people import PersonRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.tables.work import REMIND, WORK, work
from server.visibility.fields import Code, Count, Id, Text, Truth
from sync.ports import APPLIED, Change, Kind, Outcome


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
    """One swap; without an old part the reason for that is given.

    What is not required came later: devices a month old do not send it.
    """

    swap_id = Id(required=True)
    visit_id = Id(required=True)
    part_id = Id(required=True)
    quantity = Count(required=True, least=1, most=MOST_PIECES)
    new_serial = Text(required=True, allow_none=True, most=60)
    reason = Text(required=True, allow_none=True)
    old_part = fields.Nested(OldPartBody, required=True, allow_none=True)
    no_old_part_reason = Text(required=True, allow_none=True)
    no_old_part_code = Code(NoOldPart, load_default=None, allow_none=True)
    source = Code(StockSource, load_default=StockSource.VAN.value)
    causal = Truth(load_default=None, allow_none=True)
    hold_reason = Text(load_default=None, allow_none=True)


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
    no_old_part_code: str | None
    source: str
    causal: bool | None
    hold_reason: str | None


def standing_swaps(change: Change, visit_id: str) -> list[SwapRow]:
    """Return the visit's swaps without those that were taken back."""
    return [swap for swap in matching(change.session, SwapRow, "visit_id", visit_id) if swap.undone_at is None]


def fitting(change: Change, swap: SwapRow, *, old_quantity: int) -> Fitting:
    """Return what the swap moves, as its row stands now."""
    job = job_of(change, swap.job_id)
    return Fitting(
        source=stock.source_location(
            StockSource(swap.source), technician_id=swap.recorded_by, station_id=swap.station_id
        ),
        unit=stock.unit(job.equipment_id, job.id),
        hands=stock.old_parts_of(HolderKind.TECHNICIAN, swap.recorded_by),
        part_id=swap.part_id,
        quantity=swap.quantity,
        old_quantity=old_quantity,
    )


def about_the_part(swap: SwapRow, part: PartRow | None) -> list[Discrepancy]:
    """Return that the catalogue does not know the part, or that it is on hold (PART-9)."""
    if part is None:
        return [Discrepancy(DiscrepancyKind.UNKNOWN_PART, "swap", swap.id, {"part_id": swap.part_id})]
    if part.on_hold:
        detail = {"part_id": swap.part_id, "why": swap.hold_reason}
        return [Discrepancy(DiscrepancyKind.PART_ON_HOLD, "swap", swap.id, detail)]
    return []


def fitted_twice(change: Change, swap: SwapRow) -> list[Discrepancy]:
    """Return that one serial number cannot be fitted twice."""
    if not swap.new_serial:
        return []
    fitted = matching(change.session, SwapRow, "new_serial", swap.new_serial)
    others = [one.id for one in fitted if one.id != swap.id and one.part_id == swap.part_id and one.undone_at is None]
    if not others:
        return []
    detail = {"serial": swap.new_serial, "other_swap_id": others[0]}
    return [Discrepancy(DiscrepancyKind.SERIAL_FITTED_TWICE, "swap", swap.id, detail)]


def book_swap(change: Change, swap: SwapRow, movements: Sequence[Movement]) -> list[Discrepancy]:
    """Book the movements and return whether the source gave more than it had (PART-1, PART-4)."""
    own = stock.van(swap.recorded_by)
    person = load(change.session, PersonRow, swap.recorded_by)
    stations = {
        own: (None if person is None else person.station_id) or swap.station_id,
        stock.store(swap.station_id): swap.station_id,
    }
    on_hand = book(change, movements, stations, document=Document("swap", swap.id))
    source = stock.source_location(StockSource(swap.source), technician_id=swap.recorded_by, station_id=swap.station_id)
    if source not in stations or (source, swap.part_id) not in on_hand:
        return []
    short = stock.below_zero(
        source,
        swap.part_id,
        quantity=on_hand[source, swap.part_id],
        taken=swap.quantity,
        subject_table="swap",
        subject_id=swap.id,
    )
    return [] if short is None else [short]


def _record(change: Change, actor: Actor, args: SwapRecord) -> Outcome:
    visit = visit_of(change, actor, args.visit_id)
    if load(change.session, SwapRow, args.swap_id) is not None:
        return APPLIED
    found = mark_late(change, visit.id)
    if visits.is_closed(VisitState(visit.state)):
        found.append(after_close(visit, swap_id=args.swap_id))
    part = load(change.session, PartRow, args.part_id)
    swap = _swap(change, visit, args)
    found += about_the_part(swap, part)
    found += fitted_twice(change, swap)
    add(change.session, swap)
    publish_on_job(change, swap)
    old_quantity = 0 if args.old_part is None else args.old_part.quantity
    found += book_swap(change, swap, stock.swap_movements(fitting(change, swap, old_quantity=old_quantity)))
    if args.old_part is not None:
        found += _take_off(change, visit, args, args.old_part, part)
    note_changes(change, visit.id)
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
        no_old_part_code=args.no_old_part_code,
        source=args.source,
        causal=args.causal,
        hold_reason=args.hold_reason,
        undone_at=None,
        undone_reason=None,
        written=None,
        recorded_by=change.user_id,
        recorded_at=change.happened_at,
    )


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
    if old_part.due_on is not None:
        change.append(WORK, work(REMIND, {"old_part_id": old_part.id}, bucket_begins(old_part.due_on, 0)))
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
            ("seal.visit_id", args.visit_id),
            ("part", args.part_id),
            (SWAPPED, args.part_id),
            *([("swap.new_serial", args.new_serial)] if args.new_serial else []),
            *(custody_needs(args.old_part.old_part_id, args.old_part.tag) if args.old_part else []),
        ],
        write=_record,
    ),
)
