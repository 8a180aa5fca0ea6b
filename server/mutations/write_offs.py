"""Write-offs 销账 of issued parts, and the manager's waivers of old parts that do not come back (PART-5)."""

from dataclasses import dataclass
from typing import Any

from marshmallow import Schema

from server.mutations.acting import Actor, check_lane, check_station
from server.mutations.custody_facts import fact_needs, follow, tell_fact
from server.mutations.entry import Entry, declare
from server.mutations.stock import book
from server.rules.custody import FactKind
from server.rules.old_parts import CAME_BACK, OldPartState
from server.rules.people import Role
from server.rules.reports import ReportState
from server.rules.visits import VisitState
from server.rules.write_offs import WaiverReason, check_close, check_waive, waits_for
from server.tables.loading import add, load, matching
from server.tables.old_parts import OldPartRow
from server.tables.reports import ReportRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.tables.write_offs import WaiverRow, WriteOffRow
from server.visibility.audiences import of_money
from server.visibility.fields import Code, Id, Text
from sync.ports import APPLIED, Change, Kind, Outcome
from sync.refusal import Missing, NotPermitted


class OldPartWaiveBody(Schema):
    """The manager does without the old part of this swap; ``old_part_id`` is null where the swap left none."""

    swap_id = Id(required=True)
    old_part_id = Id(required=True, allow_none=True)
    reason = Code(WaiverReason, required=True)
    note = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class OldPartWaive:
    """See ``OldPartWaiveBody``."""

    swap_id: str
    old_part_id: str | None
    reason: str
    note: str


class WriteOffCloseBody(Schema):
    """The part of this swap is written off."""

    write_off_id = Id(required=True)
    swap_id = Id(required=True)
    visit_id = Id(required=True)
    old_part_id = Id(required=True, allow_none=True)


@dataclass(frozen=True, slots=True)
class WriteOffClose:
    """See ``WriteOffCloseBody``."""

    write_off_id: str
    swap_id: str
    visit_id: str
    old_part_id: str | None


def _waive(change: Change, actor: Actor, args: OldPartWaive) -> Outcome:
    swap = _swap(change, args.swap_id, args.old_part_id)
    check_station(actor, Role.MANAGER, swap.station_id)
    check_waive(
        waived=load(change.session, WaiverRow, swap.id) is not None, written_off=_write_off_of(change, swap) is not None
    )
    is_lost = args.reason == WaiverReason.LOST
    waiver = WaiverRow(
        id=swap.id,
        old_part_id=swap.old_part_id,
        job_id=swap.job_id,
        station_id=swap.station_id,
        reason=args.reason,
        note=args.note,
        deducted_from=swap.recorded_by if is_lost else None,
        waived_by=change.user_id,
        waived_at=change.happened_at,
    )
    add(change.session, waiver)
    change.publish("waiver", waiver.id, of_money(waiver.job_id, waiver.station_id))
    old_part = load(change.session, OldPartRow, swap.old_part_id) if is_lost and swap.old_part_id else None
    if old_part is not None:
        tell_fact(change, actor, old_part, FactKind.LOST, swap.id)
        _, movements = follow(change, old_part)
        book(change, movements, {})
    return APPLIED


def _close(change: Change, actor: Actor, args: WriteOffClose) -> Outcome:
    swap = _swap(change, args.swap_id, args.old_part_id)
    if not (actor.is_office(Role.CLERK, swap.station_id) or actor.is_office(Role.MANAGER, swap.station_id)):
        raise NotPermitted("This belongs to another station.", station_id=swap.station_id)
    if swap.visit_id != args.visit_id:
        raise Missing("This visit has no such swap.", table="swap", id=swap.id)
    waiver = load(change.session, WaiverRow, swap.id)
    old_part = load(change.session, OldPartRow, swap.old_part_id) if swap.old_part_id else None
    visit = load(change.session, VisitRow, swap.visit_id)
    report = load(change.session, ReportRow, swap.visit_id)
    received = old_part is not None and OldPartState(old_part.state) in CAME_BACK
    waiting_for = waits_for(
        signed=visit is not None and visit.state == VisitState.SIGNED,
        accepted_unsigned=report is not None and report.accepted_unsigned is not None,
        approved=report is not None and report.state == ReportState.APPROVED,
        received=received,
        waived=waiver is not None,
    )
    written_off = _write_off_of(change, swap) is not None
    check_close(waiting_for, written_off=written_off, taken_back=swap.undone_at is not None)
    row = WriteOffRow(
        id=args.write_off_id,
        swap_id=swap.id,
        old_part_id=swap.old_part_id,
        job_id=swap.job_id,
        visit_id=swap.visit_id,
        station_id=swap.station_id,
        part_id=swap.part_id,
        quantity=swap.quantity,
        waived=not received,
        closed_by=change.user_id,
        closed_at=change.happened_at,
    )
    add(change.session, row)
    change.publish("write_off", row.id, of_money(row.job_id, row.station_id))
    return APPLIED


def _swap(change: Change, swap_id: str, old_part_id: str | None) -> SwapRow:
    check_lane(change, f"write_off:{swap_id}")
    swap = load(change.session, SwapRow, swap_id)
    if swap is None or swap.old_part_id != old_part_id:
        raise Missing("The swap with this old part has not arrived yet.", table="swap", id=swap_id)
    return swap


def _write_off_of(change: Change, swap: SwapRow) -> WriteOffRow | None:
    return next(iter(matching(change.session, WriteOffRow, "swap_id", swap.id)), None)


def _needs(swap_id: str, old_part_id: str | None) -> list[tuple[str, str]]:
    named = [] if old_part_id is None else fact_needs([old_part_id])
    return [("swap", swap_id), ("waiver", swap_id), ("write_off.swap_id", swap_id), *named]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "old_part.waive",
        Kind.REQUEST,
        roles=[Role.MANAGER],
        schema=OldPartWaiveBody,
        args=OldPartWaive,
        needs=lambda args: _needs(args.swap_id, args.old_part_id),
        write=_waive,
    ),
    declare(
        "write_off.close",
        Kind.REQUEST,
        roles=[Role.CLERK, Role.MANAGER],
        schema=WriteOffCloseBody,
        args=WriteOffClose,
        needs=lambda args: [
            *_needs(args.swap_id, args.old_part_id),
            ("write_off", args.write_off_id),
            ("visit", args.visit_id),
            ("report", args.visit_id),
        ],
        write=_close,
    ),
)
