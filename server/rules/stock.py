"""The double-entry ledger of parts (PART-1, PART-4)."""

from collections.abc import Iterable
from dataclasses import dataclass

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from sync.refusal import Refusal

SUPPLIER = "supplier"
OPENING = "opening"


class NotAPlaceForStock(Refusal):
    """Stock can be opened only in a station's store or in a van."""

    code = "not_a_place_for_stock"


@dataclass(frozen=True, slots=True)
class Movement:
    """``quantity`` pieces (more than none) leave one location and arrive at another (PART-1)."""

    from_location: str
    to_location: str
    part_id: str
    quantity: int


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


def swap_movements(
    *, technician_id: str, unit_location: str, part_id: str, quantity: int, old_quantity: int
) -> tuple[Movement, ...]:
    """Return what a swap books: off the van, onto the unit, the old part into the technician's hands (PART-4)."""
    fitted = Movement(van(technician_id), unit_location, part_id, quantity)
    if old_quantity == 0:
        return (fitted,)
    removed = Movement(unit_location, old_parts_of("technician", technician_id), part_id, old_quantity)
    return (fitted, removed)


def opening_movement(location: str, part_id: str, quantity: int) -> Movement:
    """Return the movement that brings opening stock into a store or a van."""
    if not location.startswith(("van:", "store:")):
        raise NotAPlaceForStock("Name a van or a station's store.", location=location)
    return Movement(OPENING, location, part_id, quantity)


def balances(movements: Iterable[Movement]) -> dict[tuple[str, str], int]:
    """Return what the movements add up to, by location and part; over all locations every part adds up to nothing."""
    totals: dict[tuple[str, str], int] = {}
    for movement in movements:
        leaves = (movement.from_location, movement.part_id)
        arrives = (movement.to_location, movement.part_id)
        totals[leaves] = totals.get(leaves, 0) - movement.quantity
        totals[arrives] = totals.get(arrives, 0) + movement.quantity
    return totals


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
