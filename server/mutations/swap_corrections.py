"""A recorded swap is corrected or taken back until the customer has signed; the ledger is booked back, not changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from marshmallow import Schema, fields

from server.mutations.acting import Actor
from server.mutations.contradicting import applied
from server.mutations.custody_chain import note_custody
from server.mutations.edits import PartEdit, PiecesEdit, SerialEdit, SourceEdit, TextEdit, TruthEdit, read_edits
from server.mutations.entry import Entry, declare
from server.mutations.jobs import job_of
from server.mutations.publishing import publish_old_part, publish_on_job
from server.mutations.reviewing import Typed, decider, open_reviews, write_down
from server.mutations.stock import SWAPPED
from server.mutations.swaps import about_the_part, book_swap, fitted_twice, fitting
from server.mutations.visits import after_close, mark_late, visit_of
from server.rules import stock, visits
from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.merge import Edit, merge
from server.rules.old_parts import CustodyEvent, HolderKind, OldPartState
from server.rules.people import Role
from server.rules.stock import Fitting
from server.rules.swaps import OF_OLD_PART, OF_SWAP
from server.rules.visits import VisitState
from server.tables.loading import load
from server.tables.old_parts import OldPartRow
from server.tables.parts import PartRow
from server.tables.swaps import SwapRow
from server.tables.visits import VisitRow
from server.visibility.audiences import of_old_part
from server.visibility.fields import Id, Text
from sync.ports import Change, Kind, Outcome
from sync.refusal import Missing


class SwapChanges(Schema):
    """What was recorded wrongly, of the swap and of its old part."""

    part_id = fields.Nested(PartEdit)
    quantity = fields.Nested(PiecesEdit)
    new_serial = fields.Nested(SerialEdit)
    reason = fields.Nested(TextEdit)
    source = fields.Nested(SourceEdit)
    causal = fields.Nested(TruthEdit)
    old_serial = fields.Nested(SerialEdit)
    old_quantity = fields.Nested(PiecesEdit)


class SwapCorrectBody(Schema):
    """A recorded swap was something else; each field with the value that was seen (VIS-5, PART-4)."""

    swap_id = Id(required=True)
    visit_id = Id(required=True)
    changes = fields.Nested(SwapChanges, required=True)


@dataclass(frozen=True, slots=True)
class SwapCorrect:
    """See ``SwapCorrectBody``."""

    swap_id: str
    visit_id: str
    changes: Mapping[str, Edit]


class SwapUndoBody(Schema):
    """The part was not fitted after all, and why."""

    swap_id = Id(required=True)
    visit_id = Id(required=True)
    reason = Text(required=True, least=1)


@dataclass(frozen=True, slots=True)
class SwapUndo:
    """See ``SwapUndoBody``."""

    swap_id: str
    visit_id: str
    reason: str


def _correct(change: Change, actor: Actor, args: SwapCorrect) -> Outcome:
    visit, swap, old_part = _recorded(change, actor, args.visit_id, args.swap_id)
    found = mark_late(change, visit.id)
    values = {name: edit.after for name, edit in args.changes.items()}
    if visits.is_closed(VisitState(visit.state)):
        found.append(after_close(visit, swap_id=swap.id, values=values))
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    if swap.undone_at is not None:
        found.append(Discrepancy(DiscrepancyKind.CORRECTED_AFTER_UNDO, "swap", swap.id, {"values": values}))
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    merged = merge(_values(swap, old_part), args.changes)
    found += write_corrections(change, swap, merged.applied)
    typed = Typed(
        table="swap",
        row_id=swap.id,
        section=None,
        job_id=swap.job_id,
        station_id=swap.station_id,
        owner_id=decider(change, swap.job_id, swap.recorded_by),
        author=swap.recorded_by,
        authored_at=swap.recorded_at,
        written=swap.written or {},
    )
    reviews = open_reviews(change, typed, merged.conflicts)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id, reviews=reviews)


def write_corrections(change: Change, swap: SwapRow, values: Mapping[str, Any]) -> list[Discrepancy]:
    """Give the swap and its old part these values, book what that moves, and return what contradicts the books."""
    if not values:
        return []
    before = _booked(change, swap)
    found = _correct_old_part(change, swap, values)
    for name in OF_SWAP:
        if name in values:
            setattr(swap, name, values[name])
    swap.written = write_down(change, swap.written or {}, None, values)
    publish_on_job(change, swap)
    movements = stock.correction_movements(before, _booked(change, swap))
    found += book_swap(change, swap, movements) if movements else []
    found += about_the_part(swap, load(change.session, PartRow, swap.part_id)) if "part_id" in values else []
    found += fitted_twice(change, swap) if values.keys() & {"part_id", "new_serial"} else []
    return found


def _booked(change: Change, swap: SwapRow) -> Fitting:
    """Return what the swap moves; the old part of it only until it was handed on."""
    old_part = _old_part_of(change, swap)
    held = old_part is not None and old_part.state == OldPartState.WITH_TECHNICIAN
    return fitting(change, swap, old_quantity=old_part.quantity if old_part is not None and held else 0)


def _correct_old_part(change: Change, swap: SwapRow, values: Mapping[str, Any]) -> list[Discrepancy]:
    """Write what concerns the old part on it; one that was handed on stays as its taker found it (OLD-2)."""
    old_part = _old_part_of(change, swap)
    its_own = {OF_OLD_PART[name]: value for name, value in values.items() if name in OF_OLD_PART}
    if "part_id" in values:
        its_own |= _identity(change, values["part_id"])
    if old_part is None or not its_own:
        return []
    if old_part.state != OldPartState.WITH_TECHNICIAN:
        detail = {"swap_id": swap.id, "values": its_own}
        return [Discrepancy(DiscrepancyKind.OLD_PART_HANDED_ON, "old_part", old_part.id, detail)]
    for name, value in its_own.items():
        setattr(old_part, name, value)
    publish_old_part(change, old_part)
    return []


def corrected_value(name: str, value: Any) -> Any:
    """Return the value as the field keeps it; raises marshmallow's ``ValidationError`` for one that does not fit."""
    edit: Any = SwapChanges().fields[name]
    return edit.schema.fields["to"].deserialize(value)


def settle_correction(change: Change, swap_id: str, name: str, value: Any) -> None:
    """Write what a person decided between two corrections of one field."""
    swap = load(change.session, SwapRow, swap_id)
    if swap is None:
        raise Missing("The swap has not arrived yet.", table="swap", id=swap_id)
    visit = load(change.session, VisitRow, swap.visit_id)
    if visit is not None:
        visits.check_changeable(VisitState(visit.state))
    applied(change, write_corrections(change, swap, {name: value}), job_id=swap.job_id, station_id=swap.station_id)


def _undo(change: Change, actor: Actor, args: SwapUndo) -> Outcome:
    visit, swap, old_part = _recorded(change, actor, args.visit_id, args.swap_id)
    found = mark_late(change, visit.id)
    if swap.undone_at is not None:
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    if visits.is_closed(VisitState(visit.state)):
        found.append(after_close(visit, swap_id=swap.id, undone=args.reason))
        return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)
    moved = _booked(change, swap)
    if old_part is not None and old_part.state != OldPartState.WITH_TECHNICIAN:
        detail = {"swap_id": swap.id, "undone": args.reason}
        found.append(Discrepancy(DiscrepancyKind.OLD_PART_HANDED_ON, "old_part", old_part.id, detail))
    elif old_part is not None:
        _put_back(change, swap, old_part)
    book_swap(change, swap, stock.undo_movements(moved))
    swap.undone_at, swap.undone_reason = change.happened_at, args.reason
    publish_on_job(change, swap)
    return applied(change, found, job_id=visit.job_id, station_id=visit.station_id)


def _put_back(change: Change, swap: SwapRow, old_part: OldPartRow) -> None:
    """The old part never came off: it sits on the unit, and its tag is free for another (OLD-1, OLD-2)."""
    job = job_of(change, swap.job_id)
    giver = (old_part.holder_kind, old_part.holder_id)
    old_part.state = OldPartState.NOT_REMOVED.value
    old_part.holder_kind, old_part.holder_id = HolderKind.UNIT.value, job.equipment_id or job.id
    note_custody(change, old_part, CustodyEvent.PUT_BACK, giver=giver)
    old_part.tag, old_part.visit_id = None, None
    change.withdraw("old_part", old_part.id, of_old_part(old_part.job_id, old_part.station_id))


def _recorded(change: Change, actor: Actor, visit_id: str, swap_id: str) -> tuple[VisitRow, SwapRow, OldPartRow | None]:
    visit = visit_of(change, actor, visit_id)
    swap = load(change.session, SwapRow, swap_id)
    if swap is None or swap.visit_id != visit.id:
        raise Missing("The swap has not arrived yet.", table="swap", id=swap_id)
    return visit, swap, _old_part_of(change, swap)


def _old_part_of(change: Change, swap: SwapRow) -> OldPartRow | None:
    return None if swap.old_part_id is None else load(change.session, OldPartRow, swap.old_part_id)


def _values(swap: SwapRow, old_part: OldPartRow | None) -> dict[str, Any]:
    of_old_part = {} if old_part is None else {name: getattr(old_part, own) for name, own in OF_OLD_PART.items()}
    return {**{name: getattr(swap, name) for name in OF_SWAP}, **of_old_part}


def _identity(change: Change, part_id: str) -> dict[str, str | None]:
    part = load(change.session, PartRow, part_id)
    named = {"part_no": None, "part_name": None} if part is None else {"part_no": part.part_no, "part_name": part.name}
    return {"part_id": part_id, **named}


def _parts_named(changes: Mapping[str, Edit]) -> list[str]:
    edit = changes.get("part_id")
    return [] if edit is None else [edit.before, edit.after]


ENTRIES: tuple[Entry[Any], ...] = (
    declare(
        "swap.correct",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=SwapCorrectBody,
        args=lambda swap_id, visit_id, changes: SwapCorrect(swap_id, visit_id, read_edits(changes)),
        needs=lambda args: [
            ("swap", args.swap_id),
            ("visit", args.visit_id),
            ("old_part.swap_id", args.swap_id),
            *((table, part_id) for part_id in _parts_named(args.changes) for table in ("part", SWAPPED)),
        ],
        write=_correct,
    ),
    declare(
        "swap.undo",
        Kind.FACT,
        roles=[Role.TECHNICIAN],
        schema=SwapUndoBody,
        args=SwapUndo,
        needs=lambda args: [("swap", args.swap_id), ("visit", args.visit_id), ("old_part.swap_id", args.swap_id)],
        write=_undo,
    ),
)
