"""Requisitions 领料单: asked by a technician, approved by a manager, issued by a clerk (PART-2)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.stock import Handed, Movement, moved, store, van
from sync.refusal import Refusal


class RequisitionState(StrEnum):
    """``approved`` until all of it is handed over, then ``issued``; ``closed`` when nothing more will come."""

    ASKED = "asked"
    APPROVED = "approved"
    REFUSED = "refused"
    ISSUED = "issued"
    CLOSED = "closed"


class RequisitionUrgency(StrEnum):
    """How soon the parts are needed; ``urgent`` is looked at first."""

    NORMAL = "normal"
    URGENT = "urgent"


class RequisitionDecided(Refusal):
    """Somebody has approved or refused it before, or it is closed."""

    code = "requisition_decided"


class MoreThanAsked(Refusal):
    """An approval may lower what was asked and never raise it."""

    code = "more_than_asked"


class NothingApproved(Refusal):
    """Who approves no piece refuses, and says why."""

    code = "nothing_approved"


class PartOnHold(Refusal):
    """A part on hold is not issued, so it is not approved (PART-9)."""

    code = "part_on_hold"


class RequisitionClosed(Refusal):
    """Nothing more comes on it."""

    code = "requisition_closed"


@dataclass(frozen=True, slots=True)
class RequisitionLine:
    """Pieces of one part; ``approved`` is none until a manager has decided."""

    part_id: str
    asked: int
    approved: int | None = None
    issued: int = 0

    @property
    def owed(self) -> int:
        """How many are still to be handed over."""
        return max(0, (self.approved or 0) - self.issued)


@dataclass(frozen=True, slots=True)
class Requisition:
    """Where it stands."""

    state: RequisitionState
    decided: bool
    lines: tuple[RequisitionLine, ...]


def approve(before: Requisition, quantities: Mapping[str, int], *, on_hold: frozenset[str]) -> Requisition:
    """Return it approved by part, of which any may be lowered, down to none (PART-2).

    What a clerk without a signal handed over before anybody had decided can still be approved.
    """
    _check_undecided(before)
    asked = {line.part_id: line.asked for line in before.lines}
    above = sorted(part_id for part_id, quantity in quantities.items() if quantity > asked.get(part_id, 0))
    if above:
        raise MoreThanAsked("Approve no more than was asked.", part_ids=above)
    if not any(quantities.values()):
        raise NothingApproved("Approve at least one piece, or refuse and say why.")
    held = sorted(part_id for part_id, quantity in quantities.items() if quantity and part_id in on_hold)
    if held:
        raise PartOnHold("A part is on hold. Approve none of it, or lift the hold first.", part_ids=held)
    lines = tuple(replace(line, approved=quantities.get(line.part_id, 0)) for line in before.lines)
    return Requisition(_after_approval(lines), decided=True, lines=lines)


def refuse(before: Requisition) -> Requisition:
    """Return it refused; what was handed over already stays handed over, and shows as more than was approved."""
    _check_undecided(before)
    if before.state is not RequisitionState.ASKED:
        raise RequisitionDecided("Some of it is handed over already. Approve it, or close it.", state=before.state)
    return replace(before, state=RequisitionState.REFUSED, decided=True)


def issue(before: Requisition, handed: Mapping[str, int]) -> Requisition:
    """Return it after these pieces were handed over, whatever the books had said about it (PART-2)."""
    known = {line.part_id for line in before.lines}
    added = tuple(RequisitionLine(part_id, asked=0) for part_id in handed if part_id not in known)
    lines = tuple(replace(line, issued=line.issued + handed.get(line.part_id, 0)) for line in (*before.lines, *added))
    if before.state is RequisitionState.CLOSED:
        return replace(before, lines=lines)
    return replace(before, state=_after_approval(lines), lines=lines)


def close(before: Requisition) -> Requisition:
    """Return it closed: what was not handed over is owed no longer."""
    if before.state in {RequisitionState.REFUSED, RequisitionState.CLOSED}:
        raise RequisitionClosed("This requisition is over already.", state=before.state)
    return replace(before, state=RequisitionState.CLOSED)


def above_approval(requisition_id: str, after: Requisition, handed: Sequence[str]) -> list[Discrepancy]:
    """Return, for each part just handed over, that more of it is out than was approved."""
    return [
        Discrepancy(
            DiscrepancyKind.ISSUED_ABOVE_APPROVAL,
            "requisition",
            requisition_id,
            {"part_id": line.part_id, "approved": line.approved or 0, "issued": line.issued},
            piece=line.part_id,
        )
        for line in after.lines
        if line.part_id in handed and line.issued > (line.approved or 0)
    ]


def is_covered(after: Requisition, part_id: str) -> bool:
    """Say whether an approval that came later covers what was handed over before it."""
    return all(line.issued <= (line.approved or 0) for line in after.lines if line.part_id == part_id)


def issue_movements(*, station_id: str, technician_id: str, handed: Sequence[Handed]) -> tuple[Movement, ...]:
    """Return what handing over books: off the station's shelves, into the technician's van (PART-2)."""
    return moved(store(station_id), van(technician_id), handed)


def _after_approval(lines: Sequence[RequisitionLine]) -> RequisitionState:
    return RequisitionState.APPROVED if any(line.owed for line in lines) else RequisitionState.ISSUED


def _check_undecided(before: Requisition) -> None:
    if before.decided or before.state is RequisitionState.CLOSED:
        raise RequisitionDecided("Somebody has decided about this already. Load it again.", state=before.state)
