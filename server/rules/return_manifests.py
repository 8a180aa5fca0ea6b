"""The return manifest 旧件回运清单: boxes of old parts on their way (OLD-1, OLD-2)."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from server.rules.discrepancies import Discrepancy, DiscrepancyKind

NUMBER_PREFIX = "HY"


class ManifestState(StrEnum):
    """Packed until a courier has it, or who packed it says that they bring it themselves."""

    PACKED = "packed"
    CARRIED = "carried"
    SHIPPED = "shipped"


class ManifestKind(StrEnum):
    """How it goes: with the month's round 常规回运, or at once 紧急回运."""

    REGULAR = "regular"
    URGENT = "urgent"


@dataclass(frozen=True, slots=True)
class BoxCount:
    """What a box held against its slip; ids are of old parts, sorted."""

    missing: tuple[str, ...]
    strays: tuple[str, ...]


def count_box(packed: Collection[str], took_in: Collection[str], came_back: Collection[str]) -> BoxCount:
    """Return what the slip names and the box did not hold, and what it held besides (OLD-3).

    A part that came back another way (``came_back``) is not missing.
    """
    missing = set(packed) - set(took_in) - set(came_back)
    return BoxCount(tuple(sorted(missing)), tuple(sorted(set(took_in) - set(packed))))


def box_differs(closing_id: str, manifest_id: str, box_no: int, counted: BoxCount) -> Discrepancy | None:
    """Return the discrepancy of a box that did not hold what its slip names (OLD-3)."""
    if not counted.missing and not counted.strays:
        return None
    detail = {
        "manifest_id": manifest_id,
        "box_no": box_no,
        "missing_ids": list(counted.missing),
        "stray_ids": list(counted.strays),
    }
    return Discrepancy(DiscrepancyKind.BOX_DIFFERS, "box_closing", closing_id, detail)
