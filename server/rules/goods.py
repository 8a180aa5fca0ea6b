"""What comes into a station's store: goods from a supplier, and unused parts from a van (PART-3, PART-6)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.stock import SUPPLIER, Handed, Movement, moved, store, van


class GoodsCondition(StrEnum):
    """How the goods were when they were unpacked."""

    GOOD = "good"
    DAMAGED = "damaged"
    NOT_AS_ORDERED = "not_as_ordered"


@dataclass(frozen=True, slots=True)
class GoodsLine:
    """Pieces of one part in one condition; ``announced`` is what the delivery note said, none where it is silent."""

    part_id: str
    quantity: int
    condition: GoodsCondition
    batch: str | None = None
    announced: int | None = None


def goods_movements(station_id: str, lines: Sequence[GoodsLine]) -> tuple[Movement, ...]:
    """Return what a delivery books, whatever its condition: all of it stands in the store (PART-3)."""
    return moved(SUPPLIER, store(station_id), (Handed(line.part_id, line.quantity, line.batch) for line in lines))


def not_good(receipt_id: str, lines: Sequence[GoodsLine]) -> list[Discrepancy]:
    """Return one discrepancy of a delivery that did not arrive whole and as ordered; it names the pieces (PART-3)."""
    named: list[dict[str, Any]] = [
        {"part_id": one.part_id, "quantity": one.quantity, "condition": one.condition.value}
        for one in lines
        if one.condition is not GoodsCondition.GOOD
    ]
    named += [
        {"part_id": part_id, "quantity": came, "condition": GoodsCondition.GOOD.value, "announced": announced}
        for part_id, announced, came in unlike_announced(lines)
    ]
    return [Discrepancy(DiscrepancyKind.GOODS_NOT_GOOD, "goods_receipt", receipt_id, {"lines": named})] if named else []


def unlike_announced(lines: Sequence[GoodsLine]) -> list[tuple[str, int, int]]:
    """Return part, announced and received pieces of each part of which the delivery note says another number."""
    came: dict[str, int] = {}
    announced: dict[str, int] = {}
    for line in lines:
        came[line.part_id] = came.get(line.part_id, 0) + line.quantity
        if line.announced is not None:
            announced[line.part_id] = announced.get(line.part_id, 0) + line.announced
    return [(part_id, said, came[part_id]) for part_id, said in announced.items() if said != came[part_id]]


def unused_movements(*, station_id: str, technician_id: str, returned: Sequence[Handed]) -> tuple[Movement, ...]:
    """Return what unused parts book on their way back: off the van, onto the shelves (PART-6)."""
    return moved(van(technician_id), store(station_id), returned)
