"""The return manifest 旧件回运清单: boxes of old parts on their way (OLD-1, OLD-2)."""

from enum import StrEnum

NUMBER_PREFIX = "HY"


class ManifestState(StrEnum):
    """Packed until a courier has it."""

    PACKED = "packed"
    SHIPPED = "shipped"


class ManifestKind(StrEnum):
    """How it goes: with the month's round 常规回运, or at once 紧急回运."""

    REGULAR = "regular"
    URGENT = "urgent"
