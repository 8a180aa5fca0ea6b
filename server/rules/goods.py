"""What comes into a station's store: goods from a supplier, and unused parts from a van (PART-3, PART-6)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.stock import SUPPLIER, Movement, store, van


class GoodsCondition(StrEnum):
    """How the goods were when they were unpacked."""

    GOOD = "good"
    DAMAGED = "damaged"
    NOT_AS_ORDERED = "not_as_ordered"


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Pieces of one part in one condition."""

    part_id: str
    quantity: int
    condition: GoodsCondition


def goods_movements(station_id: str, lines: Sequence[GoodsLine]) -> tuple[Movement, ...]:
    """Return what a delivery books, whatever its condition: all of it stands in the store (PART-3)."""
    return tuple(Movement(SUPPLIER, store(station_id), line.part_id, line.quantity) for line in lines)


def not_good(receipt_id: str, lines: Sequence[GoodsLine]) -> list[Discrepancy]:
    """Return one discrepancy of a delivery that did not arrive whole and as ordered; it names the pieces (PART-3)."""
    bad = [line for line in lines if line.condition is not GoodsCondition.GOOD]
    if not bad:
        return []
    named = [{"part_id": one.part_id, "quantity": one.quantity, "condition": one.condition.value} for one in bad]
    return [Discrepancy(DiscrepancyKind.GOODS_NOT_GOOD, "goods_receipt", receipt_id, {"lines": named})]


def unused_movements(*, station_id: str, technician_id: str, returned: Mapping[str, int]) -> tuple[Movement, ...]:
    """Return what unused parts book on their way back: off the van, onto the shelves (PART-6)."""
    return tuple(
        Movement(van(technician_id), store(station_id), part_id, quantity) for part_id, quantity in returned.items()
    )
