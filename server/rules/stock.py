"""The double-entry ledger of parts (PART-1, PART-4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from sync.refusal import Refusal

SUPPLIER = "supplier"
OPENING = "opening"

MOST_PIECES = 100_000
"""Of one swap."""

TRAIL_LENGTH = 20
"""How many of its newest steps travel with a stock: a device never holds more, however old the stock is."""


class StockSource(StrEnum):
    """Where a fitted part came from: the van, the station's shelves, or a shop on the way."""

    VAN = "van"
    STORE = "store"
    BOUGHT_LOCALLY = "bought_locally"


class NotAPlaceForStock(Refusal):
    """Stock can be opened only in a station's store or in a van."""

    code = "not_a_place_for_stock"


@dataclass(frozen=True, slots=True)
class Movement:
    """``quantity`` pieces (more than none) leave one location and arrive at another (PART-1).

    ``batch`` is none where nobody said which batch they are of (PART-9).
    """

    from_location: str
    to_location: str
    part_id: str
    quantity: int
    batch: str | None = None


@dataclass(frozen=True, slots=True)
class Handed:
    """Pieces of one part that went from hand to hand, and their batch as far as anybody said it."""

    part_id: str
    quantity: int
    batch: str | None = None


def van(technician_id: str) -> str:
    """Return the location of what a technician carries."""
    return f"van:{technician_id}"


def store(station_id: str) -> str:
    """Return the location of a station's shelves (PART-7)."""
    return f"store:{station_id}"


def unit(equipment_id: str | None, job_id: str) -> str:
    """Return the location of what is fitted to a customer's unit; a job that names no unit stands for it."""
    return f"unit:{equipment_id or job_id}"


def old_parts_of(holder_kind: str, holder_id: str) -> str:
    """Return the location of the old parts that somebody holds."""
    return f"old:{holder_kind}:{holder_id}"


@dataclass(frozen=True, slots=True)
class Fitting:
    """What a swap moves: pieces of a part from ``source`` onto ``unit``, and old ones from there into ``hands``."""

    source: str
    unit: str
    hands: str
    part_id: str
    quantity: int
    old_quantity: int


def source_location(source: StockSource, *, technician_id: str, station_id: str) -> str:
    """Return where the fitted part came from; what was bought on the way came from a supplier (PART-4, PART-7)."""
    match source:
        case StockSource.VAN:
            return van(technician_id)
        case StockSource.STORE:
            return store(station_id)
        case StockSource.BOUGHT_LOCALLY:
            return SUPPLIER


def swap_movements(swap: Fitting) -> tuple[Movement, ...]:
    """Return what a swap books: off its source, onto the unit, the old part into the technician's hands (PART-4)."""
    fitted = Movement(swap.source, swap.unit, swap.part_id, swap.quantity)
    if swap.old_quantity == 0:
        return (fitted,)
    return (fitted, Movement(swap.unit, swap.hands, swap.part_id, swap.old_quantity))


def undo_movements(swap: Fitting) -> tuple[Movement, ...]:
    """Return what books a swap back; nothing that was booked is changed (PART-1)."""
    booked = reversed(swap_movements(swap))
    return tuple(Movement(one.to_location, one.from_location, one.part_id, one.quantity) for one in booked)


def correction_movements(before: Fitting, after: Fitting) -> tuple[Movement, ...]:
    """Return what books a swap back and books it as it really was; nothing, where no piece is another's (PART-1)."""
    return () if before == after else (*undo_movements(before), *swap_movements(after))


def opening_movement(location: str, part_id: str, quantity: int) -> Movement:
    """Return the movement that brings opening stock into a store or a van."""
    if not location.startswith(("van:", "store:")):
        raise NotAPlaceForStock("Name a van or a station's store.", location=location)
    return Movement(OPENING, location, part_id, quantity)


def moved(from_location: str, to_location: str, handed: Iterable[Handed]) -> tuple[Movement, ...]:
    """Return what moves these pieces; a line of no pieces moves nothing."""
    return tuple(
        Movement(from_location, to_location, line.part_id, line.quantity, line.batch)
        for line in handed
        if line.quantity
    )


def balances(movements: Iterable[Movement]) -> dict[tuple[str, str], int]:
    """Return what the movements add up to, by location and part; over all locations every part adds up to nothing."""
    totals: dict[tuple[str, str], int] = {}
    for movement in movements:
        leaves = (movement.from_location, movement.part_id)
        arrives = (movement.to_location, movement.part_id)
        totals[leaves] = totals.get(leaves, 0) - movement.quantity
        totals[arrives] = totals.get(arrives, 0) + movement.quantity
    return totals


def batch_balances(movements: Iterable[Movement]) -> dict[tuple[str, str, str], int]:
    """Return what the movements that name a batch add up to, by location, part and batch (PART-9)."""
    totals: dict[tuple[str, str, str], int] = {}
    for movement in movements:
        if movement.batch is None:
            continue
        leaves = (movement.from_location, movement.part_id, movement.batch)
        arrives = (movement.to_location, movement.part_id, movement.batch)
        totals[leaves] = totals.get(leaves, 0) - movement.quantity
        totals[arrives] = totals.get(arrives, 0) + movement.quantity
    return totals


def newest_steps(steps: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """Return the newest steps of a stock, the newest first: the same whatever order they arrived in."""
    ordered = sorted(steps, key=lambda step: (step["at"], step["mutation_id"], step["line"]), reverse=True)
    return ordered[:TRAIL_LENGTH]


def below_zero(
    location: str, part_id: str, *, quantity: int, taken: int, subject_table: str, subject_id: str
) -> Discrepancy | None:
    """Return the discrepancy of a place that gave more than its books had.

    ``quantity`` is what the books say afterwards; ``short`` in the detail is how many of the ``taken`` were missing.
    """
    if quantity >= 0:
        return None
    detail = {"location": location, "part_id": part_id, "quantity": quantity, "short": min(taken, -quantity)}
    return Discrepancy(DiscrepancyKind.STOCK_BELOW_ZERO, subject_table, subject_id, detail)
