"""Stock counts 盘点: books and shelf agree again by the difference that was found (PART-1)."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind
from server.rules.stock import Movement

DIFFERENCE = "difference"
"""The location that gives what a count found too many of, and takes what it missed."""


class CountReason(StrEnum):
    """Why books and shelf differ, as far as the clerk can tell."""

    MISCOUNTED_BEFORE = "miscounted_before"
    NOT_BOOKED = "not_booked"
    DAMAGED = "damaged"
    LOST = "lost"
    FOUND = "found"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CountLine:
    """``expected`` is what the counting device's books showed at that moment; below zero when they did."""

    part_id: str
    counted: int
    expected: int

    @property
    def difference(self) -> int:
        """How many more were counted than expected."""
        return self.counted - self.expected


def count_movements(location: str, lines: Sequence[CountLine]) -> tuple[Movement, ...]:
    """Return what a count books: the difference alone, never the balance (PART-1).

    So a swap or an issue that happened meanwhile and arrives later is subtracted once, in whatever order they come.
    """
    found = [line for line in lines if line.difference]
    return tuple(
        Movement(DIFFERENCE, location, line.part_id, line.difference)
        if line.difference > 0
        else Movement(location, DIFFERENCE, line.part_id, -line.difference)
        for line in found
    )


def large_differences(count_id: str, location: str, lines: Sequence[CountLine], *, most: int) -> list[Discrepancy]:
    """Return a discrepancy for each part of which more than ``most`` pieces are missing or too many."""
    return [
        Discrepancy(
            DiscrepancyKind.COUNT_DIFFERS,
            "stock_count",
            count_id,
            {"location": location, "part_id": line.part_id, "expected": line.expected, "counted": line.counted},
            piece=line.part_id,
        )
        for line in lines
        if abs(line.difference) > most
    ]
